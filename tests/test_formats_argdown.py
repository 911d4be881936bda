"""Argdown: its own parser as the measure, what a debate makes of it, its faults, and files that nobody would write."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given as drawn
from hypothesis import settings
from hypothesis import strategies as st

from argmap.diagnostics import Severity
from argmap.formats import Given, Imported
from argmap.formats._text import decode
from argmap.formats.argdown import read, recognises, write
from argmap.loading import read as load
from argmap.loading.write import plain, to_yaml
from argmap.model import Debate
from argmap.pipeline import check, corpus_of
from tests.argdown_oracle import available, ours, theirs
from tests.argdown_texts import documents
from tests.effort import calls
from tests.format_debates import FUZZ, everything

FILES = sorted(Path(__file__).with_name("argdown").glob("*.argdown"))
oracle = pytest.mark.skipif(not available(), reason="node or @argdown/core is not installed (ARGDOWN_CORE)")


def given_file(text: str | bytes, beside: Mapping[str, str] | None = None) -> Given:
    data = text.encode() if isinstance(text, str) else text
    files = beside or {}
    return Given(
        name="x.argdown", data=data, beside=lambda name: files[name].encode() if name in files else None
    )


def debate_of(text: str | bytes, **beside: str) -> Debate:
    """The debate of a text that has no faults; `argmap check` finds no error in it."""
    found = read(given_file(text, {name.replace("_", "."): data for name, data in beside.items()}))
    assert found.faults == ()
    return sound(found)


def sound(found: Imported) -> Debate:
    assert found.debate is not None
    file = load(to_yaml(plain(found.debate)).encode(), id="debate", file="debate.yaml", folder=".")
    assert file.debate == found.debate
    errors = [one for one in check(corpus_of([file])) if one.severity is Severity.ERROR]
    assert errors == []
    return found.debate


def lost(text: str) -> list[tuple[str, str]]:
    return [(note.at, note.message.en) for note in read(given_file(text)).lost]


def faults(text: str | bytes, **beside: str) -> list[tuple[str, str]]:
    found = read(given_file(text, {name.replace("_", "."): data for name, data in beside.items()}))
    if found.debate is not None:
        sound(found)
    return [(note.at, note.message.en) for note in found.faults]


# beside Argdown's own parser


@oracle
def test_our_files_are_read_as_argdown_reads_them() -> None:
    texts = [decode(given_file(file.read_bytes()))[0] or "" for file in FILES]
    for file, text, expected in zip(FILES, texts, theirs(texts), strict=True):
        assert expected["faults"] == 0, file.name
        assert ours(text) == expected, file.name


@oracle
def test_random_documents_are_read_as_argdown_reads_them() -> None:
    texts: list[str] = []

    @settings(max_examples=FUZZ or 60, database=None, deadline=None)
    @drawn(documents())
    def collect(text: str) -> None:
        texts.append(text)

    collect()
    for text, expected in zip(texts, theirs(texts), strict=True):
        if not expected["faults"]:
            assert ours(text) == expected, text


@oracle
def test_argdown_reads_what_is_written() -> None:
    for debate in (everything(), Debate(id="empty")):
        data = write(debate).data
        assert isinstance(data, bytes)
        (found,) = theirs([data.decode()])
        assert found["faults"] == 0
        assert found == ours(data.decode())


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_our_files_become_debates_without_errors(file: Path) -> None:
    assert debate_of(file.read_bytes()).claims


@settings(max_examples=FUZZ or 25, deadline=None)
@drawn(documents() | st.text("[]<>()#*_+->:{}\\/@.1 \na", max_size=80))
def test_random_documents_become_debates_without_errors(text: str) -> None:
    sound(read(given_file(text)))


# what a debate makes of it


def test_statements_and_relations() -> None:
    debate = debate_of(
        "[bridge]: The bridge\n  is safe.\n  + It was tested.\n    - <rust>: It rusts.\n  >< [weak]\n  _ [why]: So what?\n"
    )
    assert plain(debate) == {
        "parties": {"author": {}},
        "claims": {"It-was-tested": {"text": "It was tested.", "by": "author", "supports": ["bridge"]}},
        "rebuttals": {
            "bridge": {"text": "The bridge is safe.", "by": "author", "rebuts": ["weak"]},
            "rust": {"text": "It rusts.", "by": "author", "rebuts": ["It-was-tested"]},
            "weak": {"text": "weak", "by": "author", "rebuts": ["bridge"]},
            "why": {"text": "So what?", "by": "author", "rebuts": ["bridge"]},
        },
    }


def test_an_undercut_of_what_starts_a_step_meets_the_step() -> None:
    debate = debate_of("[a]: It is old.\n  +> [b]: It falls.\n  _ <c>: Old things last.\n")
    assert plain(debate)["rebuttals"] == {
        "c": {"text": "Old things last.", "by": "author", "undercuts": ["a"]}
    }


STRUCTURE = """<rust>

(1) [salt]: Salt
(2) [water]: Water
----
(3) [weak]: Weak
(4) [load]: Load
--
{uses: [1, 3]}
--
(5) [falls]: Falls
"""


def test_a_structure_is_linked_steps_and_can_be_undercut() -> None:
    attacks = "\n[u]: u\n  -> <rust>\n\n[v]: v\n  _> <rust>\n\n[s]: s\n  +> <rust>\n\n<rust>\n  -> [w]: w\n"
    debate = debate_of(STRUCTURE + attacks)
    (weak,) = debate.claims["salt"].supports[:1]
    assert (weak.to, weak.with_) == ("weak", ("water",))
    falls = debate.claims["salt"].supports[1]
    assert (falls.to, falls.with_) == ("falls", ("weak",))
    assert debate.claims["load"].supports == ()
    for name in "uv":
        assert [(one.from_, one.to) for one in debate.rebuttals[name].undercuts] == [("salt", "falls")]
    assert [one.to for one in debate.claims["s"].supports] == ["falls"]
    assert [one.to for one in debate.rebuttals["falls"].rebuts] == ["w"]
    assert "supported" in lost(STRUCTURE + attacks)[0][1]


def test_support_for_an_argument_of_one_premise_supports_it() -> None:
    debate = debate_of("[s]: s\n  +> <a>\n\n<a>\n\n(1) [p]: p\n-- rule (uses: 1) --\n(2) [q]: q\n")
    assert [one.to for one in debate.claims["s"].supports] == ["p"]


def test_an_argument_for_its_own_conclusion_says_no_more_than_its_structure() -> None:
    text = "[q]: q\n  + <a>\n\n<a>\n\n(1) [p]: p\n-- by habit\\, of course --\n(2) [q]\n"
    assert [one.to for one in debate_of(text).claims["p"].supports] == ["q"]
    assert lost(text) == [("8:5", "the inference rule “by habit, of course”")]


def test_headings_are_groups_and_speakers_are_parties() -> None:
    text = "# Cost #tag {a: b}\n\n[a]: x {by: Mayor's office, n: 1}\n\n## More {isGroup: false}\n\n[b]: y {by: city}\n\n## Ships\n\n[c]: z {by: city}\n"
    debate = debate_of(text)
    assert debate.groups == {"Cost": "Cost", "Ships": "Ships"}
    assert [debate.claims[name].group for name in "abc"] == ["Cost", None, "Ships"]
    assert {one.name for one in debate.parties.values()} == {"Mayor's office", None}
    assert [message for _, message in lost(text)] == [
        "the data `a`",
        "the tag #tag",
        "that the heading “Ships” stands under “Cost”",
        "the data `n`",
    ]


def test_what_a_debate_cannot_hold_is_named_with_its_place() -> None:
    text = "===\ntitle: T\nauthor: x\nmodel: {mode: loose}\n===\n\n[a]: one [here](https://x.org) #t\n\n[a]: two {k: v}\n\n<b>: why\n\n(1) [a]\n-- a rule\n{l: m} --\n(2) q\n"
    assert lost(text) == [
        ("1:1", "the data `author`"),
        ("9:1", "the data `k`"),
        ("7:1", "the tag #t"),
        ("7:1", "what a says too: one here"),
        ("7:1", "the link to https://x.org"),
        ("11:1", "what b says too: why"),
        ("16:4", "the inference rule “a rule”"),
        ("16:4", "the data `l`"),
    ]
    assert debate_of(text).debate.title == "T"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[a]\n  - [a]\n", "that `a` attacks itself"),
        ("[a]\n  + [b]\n  - [b]\n", "that `b` attacks `a`, which it supports too"),
        ("[a]\n  + [a]\n", "a support that runs in a circle: of `a` by `a`"),
        ("[a]\n  + [b]\n    + [c]\n      + [a]\n", "a support that runs in a circle: of `b` by `c`"),
        ("[a]\n  _ [b]\n", "that `a` is undercut: it starts no step, so it is rebutted"),
        ("[a]\n  +> [b]\n  _ [a]\n", "that `a` undercuts a step of its own"),
        ("<x>\n  _ [c]\n\n(1) [p]\n----\n(2) [p]\n", "the attack of `c` on <x>: that step is left out"),
    ],
)
def test_relations_that_no_debate_can_hold_are_left_out_and_named(text: str, message: str) -> None:
    debate_of(text)
    assert message in [said for _, said in lost(text)]


# what argmap wrote


def test_edited_data_that_leads_nowhere_is_named() -> None:
    text = (
        "===\nargmap:\n  parties: {city: {name: City}, 'a b': {}}\n  sources: {s: 1}\n===\n\n# G {id: g, text: G  G}\n\n"
        "[a]: x {by: city, supports: [nowhere, b], answers: [q], source: t, kind: none, review: never}\n\n"
        "[b]: y {by: other, conceded: {source: t}, group: h}\n\n[c]: z {role: question, about: [a, z]}\n  - [a]\n\n"
        "[d]: d {role: evidence}\n  +> [a]\n\n[e]: e {role: nonsense, text: [no]}\n"
    )
    debate = debate_of(text)
    assert debate.groups == {"g": "G  G"}
    assert [one.to for one in debate.claims["b"].supports] == []
    assert debate.questions["c"].about == ("a",)
    assert [one.to for one in debate.evidence["d"].backs] == ["a"]
    assert set(lost(text)) == {
        ("7:1", "the data `text`"),
        ("9:1", "the data `kind`"),
        ("9:1", "the data `review`"),
        ("a", "no statement has the id `nowhere`"),
        ("a", "no question has the id `q`"),
        ("a", "no source has the id `t`"),
        ("a", "`c` is a question; a statement is wanted here"),
        ("a", "the rebuttal `a` attacks nothing"),
        ("b", "no group has the id `h`"),
        ("b", "no source has the id `t`"),
        ("c", "no statement has the id `z`"),
    }


def test_the_same_step_twice_has_two_names_and_braces_are_hidden() -> None:
    claims = {
        "a": {"text": "a } b == c", "by": "author", "scheme": "s", "supports": [{"to": "c", "with": ["b"]}, {"to": "c", "with": ["d"]}]},
        "b": {"text": "U.S. .~. said: @include(x) // /* http://x", "by": "author"},
        "c": {"text": "two\nlines  and }", "by": "author", "group": "g"},
        "d": {"text": "#d *d* _d_ [d] <d>", "by": "author"},
    }  # fmt: skip
    debate = Debate.model_validate({"parties": {"author": {}}, "groups": {"g": "g  g"}, "claims": claims})
    data = write(debate).data
    assert isinstance(data, bytes)
    assert b"<a \xe2\x86\x92 c (2)>" in data
    assert debate_of(data) == debate


# files


def test_included_files_are_part_of_the_text() -> None:
    debate = debate_of("[a]: one\n\n@include(b.ad)\n\n[c]: three\n", b_ad="[b]: two\n  -> [a]\n")
    assert list(debate.claims) == ["a", "c"]
    assert list(debate.rebuttals) == ["b"]


def test_files_that_make_the_text_too_long_are_not_included(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("argmap.formats._argdown_source.MOST", 10)
    assert faults("x\n\n@include(b.ad)\n", b_ad="many more words")[0][0] == "3:1"


def test_faults_of_included_files_name_the_file() -> None:
    found = faults(
        "x\n\n@include(b.ad)\n@include(no.ad)\n@include(c.ad)\n",
        b_ad="[b]: *two\n\n@include(b.ad)\n",
        c_ad="\0",
    )
    assert [at for at, _ in found] == ["b.ad:3:1", "4:1", "5:1", "b.ad:1:6"]


@pytest.mark.parametrize(
    ("text", "at", "message"),
    [
        ("a *b", "1:3", "emphasis"),
        ("a \\", "1:3", "backslash"),
        ("see http://x\n", "1:10", "comment"),
        ("text [a]", "1:6", "middle"),
        ("[a]\n[b]", "2:1", "middle"),
        ("[a] text", "1:1", "only tags"),
        ("a\n+ b", "2:1", "relation"),
        ("a\n\n  + b", "3:3", "left out"),
        ("a\n +", "2:3", "nothing behind"),
        ("a {b: c} d", "1:9", "behind data"),
        ("(1) a\n-----\nso\n-----\n(2) b", "2:6", "behind the hyphens that end an inference"),
        ("a {b: c} {d: e}", "1:10", "once"),
        ("a\n# b", "2:1", "heading"),
        ("a\n* b", "2:1", "list"),
        ("a\n(1) b", "2:1", "numbered"),
        ("(1) a\n(2) b", "2:4", "breaks off"),
        ("(1) a\n--\nb\n\nc", "2:1", "inference"),
        ("(1) a\n--", "2:1", "inference"),
        ("(1) a\n----\n  - [x]\n(2) b", "3:3", "undercut"),
        ("a\n  >< <b>", "2:3", "statement"),
        ("<a>\n\n(1) x\n----\n(2) y\n\n<a>\n\n(1) z\n----\n(2) w", "9:4", "already"),
        ("a {b: [}", "1:8", ""),
        ("[a] {\nb: [\n}", "3:1", ""),
        ("a {[b]}", "1:4", ""),
        ("===\n- a\n===\n\nb", "2:1", "key: value"),
        ("# a\n" + "- b\n" * 200, "2:1", "relation"),
    ],
)  # fmt: skip
def test_faults_name_their_place(text: str, at: str, message: str) -> None:
    found = faults(text)
    assert found, text
    assert any(place == at and message in said for place, said in found), found


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("x.argdown", "", True),
        ("x.AD", "anything", True),
        ("x.txt", "===\ntitle: x\n===\n", True),
        ("x.txt", "[a]: b", True),
        ("x.txt", "<a>: b", True),
        ("x.txt", "a\n  - <b>", True),
        ("x.txt", "1. Pro: x\n- y", False),
        ("x.json", '{"a": "[b]: c"}', False),
        ("x.xml", "<?xml version='1.0'?>\n<a>\n", False),
        ("x.txt", "", False),
        ("x.bin", "\0[a]: b", False),
    ],
)
def test_argdown_is_recognised(name: str, text: str, *, expected: bool) -> None:
    file = Given(name=name, data=text.encode(), beside=lambda _: None)
    assert recognises(file) is expected


def test_the_page_for_people_who_come_from_argdown_shows_what_happens() -> None:
    page = (Path(__file__).parents[1] / "docs" / "from-argdown.md").read_text(encoding="utf-8")
    argdown, yaml = (page.split(f"```{name}\n")[1].split("```")[0] for name in ("argdown", "yaml"))
    assert to_yaml(plain(debate_of(argdown))) == yaml
    assert lost(argdown) == []


def test_what_is_no_text_is_a_fault() -> None:
    assert read(given_file(b"\xff\xfe\x00")).debate is None


HOSTILE = ("[", "<", "{", "*", "_", "@[", "#(", "//", "/*", "<!--", "\\", "(1) ", "- ", "a\n +", "--\n", "--a,", "===\n",
    "{a}", "[a]: ", "[a](", "a\n - [x]: ", ":", "}\n", "a\n\n", "@include(x)")  # fmt: skip


@pytest.mark.parametrize("piece", HOSTILE)
def test_repeated_signs_take_effort_in_line_with_their_length(piece: str) -> None:
    few, many = (given_file(piece * (size // len(piece))) for size in (5_000, 20_000))
    assert calls(read, many) < 6 * calls(read, few) + 1_000


def test_ten_thousand_levels_of_relations() -> None:
    text = "[a0]: x\n" + "".join(f"{' ' * n}- [a{n}]: x\n" for n in range(1, 10_001))
    found = read(given_file(text))
    assert found.faults == ()
    assert found.debate is not None
    assert len(found.debate.rebuttals) == 10_000


def test_a_file_of_our_own_without_a_statement_is_an_empty_debate() -> None:
    assert debate_of("===\nargmap: {}\n===\n") == Debate(id="debate")


def test_contradictions_without_end_give_an_empty_debate_and_say_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("argmap.formats._consistent.ROUNDS", 1)
    text = "===\nargmap: {}\n===\n\n[a]: x {by: city, supports: [nowhere]}\n"
    assert debate_of(text) == Debate(id="debate")
    assert lost(text)[-1] == (
        "",
        "the relations contradict each other in too many places: mend what is named first",
    )
