"""Loading: text stays as it was written, every place counts characters, and what is sound is kept."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from argmap.diagnostics import Finding, Rule, Severity, Words
from argmap.loading import DebateFile, Nearest, Silence, find_files, load_file, load_files, read

_SOUND = """\
debate: {title: 012, lang: ja}
parties: {city: {name: no}}
groups: {g: 12:30}
sources: {minutes: {title: yes, date: 2024-12}}
claims:
  a:
    text: 1e3
    by: city
    supports: [b]
    group: ~
    source: minutes
  b: {text: "~", by: city, turn: 012}
"""


def load(text: str | bytes) -> DebateFile:
    data = text.encode() if isinstance(text, str) else text
    return read(data, id="debate", file="debate.yaml", folder=".")


def places(file: DebateFile) -> list[tuple[int, int, str]]:
    return [(found.span.line, found.span.column, found.rule.code) for found in file.diagnostics]


def test_text_stays_what_was_written() -> None:
    file = load(_SOUND)
    found = file.debate
    assert file.diagnostics == ()
    assert (found.title, found.parties["city"].name, found.groups["g"]) == ("012", "no", "12:30")
    assert (found.sources["minutes"].title, found.sources["minutes"].date) == ("yes", "2024-12")
    assert (found.claims["a"].text, found.claims["b"].text) == ("1e3", "~")
    assert found.claims["a"].supports[0].to == "b"
    assert found.claims["a"].group is None
    assert found.claims["a"].source is not None
    assert found.claims["a"].source.in_ == "minutes"
    assert found.claims["b"].turn == 12


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("start", ["", "\ufeff"])
@pytest.mark.parametrize("before", ["a", "𠮷", "😀", "👨‍👩‍👧", "が", "\u200fא"])
def test_columns_count_characters_however_the_file_is_written(end: str, start: str, before: str) -> None:
    text = f"{start}claims:{end}  a: {{text: {before}, by: city, colour: red}}{end}  b: {{text: x}}{end}"
    assert places(load(text)) == [(2, 25 + len(before), "AM106"), (3, 3, "AM107")]


def test_a_file_in_crlf_says_the_same() -> None:
    assert load(_SOUND.replace("\n", "\r\n")).debate == load(_SOUND).debate


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a: 1\na: 2\n", [(1, 1, "AM106"), (2, 1, "AM103")]),
        (
            "claims:\n  a: &x {text: t, by: b}\n  c: *x\n",
            [(2, 6, "AM104"), (3, 3, "AM107"), (3, 3, "AM107"), (3, 6, "AM104")],
        ),
        ("claims: !!map {}\n", [(1, 9, "AM104")]),
        ("claims: {}\n---\nclaims: {}\n", [(2, 1, "AM104")]),
        ("? [a]\n: b\n", [(1, 3, "AM108")]),
        ("claims: [a]\n", [(1, 9, "AM105")]),
        ("- a\n", [(1, 1, "AM105")]),
        ("", [(1, 1, "AM105")]),
        ("# nothing\n", [(1, 1, "AM105")]),
        ("claims: {a b: {text: t, by: b}}\n", [(1, 10, "AM110")]),
        ("claims: {a: {text: [t], by: b}}\n", [(1, 20, "AM108")]),
        ("claims: {a: {text: '', by: b, supports: b}}\n", [(1, 20, "AM112"), (1, 41, "AM108")]),
        ("claims: {a: {text: t, by: b, kind: facts}}\n", [(1, 36, "AM109")]),
        ("claims: {a: {text: t, by: b, kind: [fact]}}\n", [(1, 36, "AM108")]),
        ("claims: {a: {text: t, by: b, due: soon}}\n", [(1, 35, "AM111")]),
        ("claims: {a: {text: t, by: b, turn: x}}\n", [(1, 36, "AM108")]),
        ("claims: {a: {text: t, by: b, supports: [{too: c}]}}\n", [(1, 41, "AM107"), (1, 42, "AM106")]),
        ("claims: {a: {text: t, by: b, source: {in: s, qoute: q}}}\n", [(1, 46, "AM106")]),
        ("claims: {a: t}\n", [(1, 13, "AM108")]),
        ("groups: {a: [b], c: ''}\n", [(1, 13, "AM108"), (1, 18, "AM112")]),
        ('groups: {a: "x\\0y"}\n', [(1, 13, "AM113")]),
        ("groups: {a: x\x07}\n", [(1, 14, "AM113")]),
        ("a: " + "[" * 60 + "]" * 60 + "\n", [(1, 53, "AM114")]),
    ],
)
def test_a_fault_has_its_place(text: str, found: list[tuple[int, int, str]]) -> None:
    assert places(load(text)) == found


def test_what_is_sound_is_kept_and_what_is_broken_is_remembered() -> None:
    file = load("claims:\n  a: {text: t, by: b}\n  c: {text: t}\nquestions: [q]\n")
    assert list(file.debate.claims) == ["a"]
    assert file.broken == {"c"}
    assert file.lost("c", "claims")
    assert file.lost("anything", "questions")
    assert not file.lost("d", "claims")


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("claim: {}\n", "did you mean `claims`?"),
        (
            "colour: {}\n",
            "known here: debate, parties, groups, sources, claims, rebuttals, evidence, questions, follow-ups",
        ),
        ("claims: {a: {text: t, by: b, supports: c}}\n", "write [c]: a list, even of one"),
        ("claims: {a: {text: t, by: b, kind: facts}}\n", "did you mean `fact`?"),
        ("claims: {a: {text: t, by: b, supports: [{to: c, whit: [d]}]}}\n", "did you mean `with`?"),
        ("claims: [a]\n", "write an id in front of each, not a dash"),
    ],
)
def test_what_was_meant_is_suggested(text: str, hint: str) -> None:
    (found,) = load(text).diagnostics
    assert found.hint is not None
    assert found.hint.en == hint


def test_a_path_is_located_as_deep_as_it_exists() -> None:
    file = load(_SOUND)
    rule = Rule(code="AM999", slug="x", severity=Severity.NOTE, name=Words(en="x", ja="x"), manual="x\n")
    here = {
        ("claims", "a", "text"): "7:11",
        ("claims", "a"): "6:3",
        ("claims", "a", "supports", 0): "9:16",
        ("claims", "a", "supports", 9): "9:5",
        ("claims", "a", "supports", 0, "to"): "9:16",
        ("claims", "x"): "5:1",
        ("nothing",): "1:1",
    }
    for at, place in here.items():
        message = Words(en="x", ja="x")
        assert str(file.diagnose(rule, Finding(debate="debate", at=at, message=message)).span).endswith(place)
    assert str(file.locate(("claims", "a", "text"), key=True)) == "debate.yaml:7:5"


def test_a_silence_is_found_in_a_comment_only() -> None:
    text = (
        "claims:  # argmap: ignore[AM301, unrebutted-claim] the committee has settled this\n"
        "  a: {text: 'x # argmap: ignore[AM301] y', by: b}\n"
        "  b: {text: t, by: b}  # argmap: ignore[]\n"
    )
    first, second = load(text).silences
    assert (first.codes, first.reason) == (("AM301", "unrebutted-claim"), "the committee has settled this")
    assert str(first.span) == "debate.yaml:1:10"
    assert second == Silence(codes=(), reason="", span=second.span)
    assert load("# argmap: ignore[AM105] empty on purpose\n").silences[0].reason == "empty on purpose"


def test_folders_are_searched_hidden_ones_are_not(tmp_path: Path) -> None:
    for name in ("b.yaml", "a.YML", "c.txt", "below/d.yaml", ".hidden/e.yaml", ".f.yaml"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("claims: {}")
    found = [Path(file).name for file in find_files([tmp_path / "b.yaml", tmp_path, "-", tmp_path / "c.txt"])]
    assert found == ["b.yaml", "a.YML", "d.yaml", "-", "c.txt"]


def test_a_folder_below_a_hidden_one_can_be_named(tmp_path: Path) -> None:
    (tmp_path / ".here").mkdir()
    (tmp_path / ".here" / "a.yaml").write_text("claims: {}")
    assert [file.debate.id for file in load_files([tmp_path / ".here"])] == ["a"]


def test_a_path_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match=r"nowhere\.yaml"):
        load_files([tmp_path / "nowhere.yaml"])


def test_a_debate_is_called_by_its_file_in_composed_characters(tmp_path: Path) -> None:
    path = tmp_path / "か\u3099.yaml"
    path.write_text("claims: {}")
    file = load_file(path)
    assert file.debate.id == "が"
    assert (file.file, file.folder) == (path.as_posix(), str(tmp_path))


def test_standard_input_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(_SOUND.encode())))
    (file,) = load_files(["-"])
    assert (file.debate.id, file.file, len(file.debate.claims)) == ("stdin", "<stdin>", 2)


@pytest.mark.parametrize(
    ("codec", "says"), [("cp932", "Shift_JIS (CP932)"), ("euc_jp", "EUC-JP"), ("utf-16", "UTF-16")]
)
def test_another_encoding_is_named(codec: str, says: str) -> None:
    (found,) = load("claims: {a: {text: これは主張である, by: 市}}\n".encode(codec)).diagnostics
    assert found.rule.code == "AM101"
    assert says in found.message.en
    assert found.span.line == 1


def test_bytes_of_no_encoding_have_their_place() -> None:
    file = load("claims:\n  a: あ".encode() + b"\xff\n")
    assert places(file) == [(2, 7, "AM101")]
    assert file.diagnostics[0].message.en == "the file is not UTF-8: save it as UTF-8"


def codes(file: DebateFile) -> list[str]:
    return [one.rule.code for one in file.diagnostics]


@pytest.mark.parametrize("name", ["a\x1bb", "ba\udcff", "..", ".hidden", "index.html"])
def test_a_name_that_cannot_be_a_debate_is_refused(tmp_path: Path, name: str) -> None:
    file = tmp_path / f"{name}.yaml"
    file.write_text("claims: {a: {text: t, by: b}}\n")
    found = load_file(file)
    assert codes(found) == ["AM110"]
    assert found.file.isprintable()


def test_what_cannot_be_read_is_not_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "lost.yaml").symlink_to(tmp_path / "nowhere.yaml")
    with pytest.raises(FileNotFoundError):
        load_files([tmp_path])

    def locked(
        folder: Path, onerror: Callable[[OSError], None]
    ) -> Iterator[tuple[str, list[str], list[str]]]:
        onerror(PermissionError(13, "Permission denied", str(folder)))
        yield from ()

    monkeypatch.setattr("os.walk", locked)
    with pytest.raises(PermissionError):
        load_files([tmp_path])


def test_standard_input_that_is_closed_is_an_error_of_the_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", None)
    with pytest.raises(OSError, match="standard input is closed"):
        load_file("-")


def test_ids_are_the_same_however_they_are_typed() -> None:
    composed, decomposed = "が", "か\u3099"
    file = load(f"claims:\n  {composed}: {{text: t, by: b, supports: [{decomposed}]}}\n")
    assert file.debate.claims[composed].supports[0].to == composed


@pytest.mark.parametrize("text", ["\u200b", "\u3164", "\u0301", "\u200f", " "])
def test_a_text_that_shows_nothing_is_empty(text: str) -> None:
    assert codes(load(f'claims: {{a: {{text: "{text}", by: b}}}}\n')) == ["AM112"]


@pytest.mark.parametrize("text", ["!", "α", "😀", "𠮷", "…"])
def test_a_text_of_one_sign_is_a_text(text: str) -> None:
    assert codes(load(f'claims: {{a: {{text: "{text}", by: b}}}}\n')) == []


@pytest.mark.parametrize("turn", ["1_000", "1.0", "+6", "' 5 '", "-1", "999999999999"])
def test_a_turn_is_a_plain_number(turn: str) -> None:
    assert codes(load(f"claims: {{a: {{text: t, by: b, turn: {turn}}}}}\n")) == ["AM108"]


@pytest.mark.parametrize(
    "key", ["source: {in_: s}", "supports: [{to: c, with_: [d]}]", "undercuts: [{from_: c}]"]
)
def test_the_names_of_the_code_are_no_keys_of_the_format(key: str) -> None:
    assert "AM106" in codes(load(f"claims: {{a: {{text: t, by: b, {key}}}}}\n"))


@pytest.mark.parametrize("char", ["\u202e", "\u2066"])
def test_what_turns_the_line_round_is_refused(char: str) -> None:
    assert codes(load(f"claims: {{a: {{text: a{char}b, by: b}}}}\n")) == ["AM113"]


def test_a_file_full_of_control_characters_is_told_once_and_quickly() -> None:
    found = load(b"\x01" * 300_000)
    assert 0 < len(found.diagnostics) <= 101
    assert codes(load("claims: {}\n".encode("utf-16-le"))) == ["AM101"]
    assert codes(load("claims: {}\n".encode("utf-16-be"))) == ["AM101"]


def test_suggestions_are_given_up_where_they_would_take_too_long() -> None:
    many = Nearest(f"claim-{number}" for number in range(60_000))
    assert many.hint("claim-") is None
    few = Nearest(["廃止", "更新費"])
    assert few.hint("廃上") is not None


def test_a_text_that_a_comma_cuts_off_is_an_error_with_a_hint() -> None:
    file = load(
        "claims:\n  a: {text: about 3,000 people came, by: c, source: {in: m, quote: 約1,200人}, fo: }\n"
        "  b: {text: x, by: c, supports: [a, {to: a, wth: }]}\n"
    )
    found = [(str(one.span), one.message.en, one.hint.en if one.hint else "") for one in file.diagnostics]
    comma = 'a comma ends a text that stands between braces: write the text between quotation marks, "…"'
    assert [(message, hint) for _, message, hint in found] == [
        ("`000 people came` is not a key of the format", comma),
        ("`200人` is not a key of the format", comma),
        ("`fo` is not a key of the format", found[2][2]),
        ("`wth` is not a key of the format", "did you mean `with`?"),
    ]
    assert found[2][2].startswith("known here:")
    assert "a" in file.broken
