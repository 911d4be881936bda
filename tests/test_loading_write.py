"""Writing and editing debate files: what is written is read back as it was; an edit changes the lines that it must."""

from __future__ import annotations

import difflib
from pathlib import Path
from typing import Any
from unicodedata import normalize

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from argmap.loading import load_file, read
from argmap.loading.changes import Changes
from argmap.loading.edit import UneditableError, edit
from argmap.loading.tree import UNPRINTABLE, parse
from argmap.loading.write import flow, scalar, to_yaml

CLAIMS = sorted((Path(__file__).parent.parent / "claims").glob("*.yaml"))
NOTED = """\
# top
claims:
  a:  # why
    text: 住宅   # t
    by: city
    rebuts:
      - {to: x, review: candidate}  # c
      - review: candidate   # d
        to: y
    review: candidate  # look

  # second
  b: {text: yes, by: city, rebuts: [x, y, {to: z, review: candidate}], review: candidate}
groups: {}
sources:
questions:
  # q
  q: {text: いくらか, by: x}
  # end"""


def kept(text: str) -> str:
    """A text that a debate file can hold: normalised, and without control characters."""
    return UNPRINTABLE.sub("", normalize("NFC", text))


signs = st.text(
    st.sampled_from(list(",[]{}:#&*!|>'\"%@`?-+ \t\n\r~=<0129ynoestrufal.x/\\あ、。「\u3000\ufeff"))
)
texts = (st.text(st.characters(exclude_categories=["Cs"])) | signs).map(kept)
texts = texts.filter(lambda text: normalize("NFC", text) == text)
nested = st.recursive(
    texts,
    lambda inner: st.lists(inner) | st.dictionaries(texts.filter(lambda k: len(k) < 200), inner),
    max_leaves=6,
)


@settings(max_examples=150)
@given(st.dictionaries(texts, nested, min_size=1))
def test_plain_data_is_read_back_as_it_was(data: dict[str, Any]) -> None:
    root, faults = parse(to_yaml(data))
    assert faults == []
    assert root is not None
    assert root.plain() == data


@settings(max_examples=150)
@given(nested)
@example("12:30")
@example("no")
@example("2024-12-05")
@example("1e3")
@example("a: b")
@example("a #b")
@example("why?")
def test_every_yaml_reader_takes_a_text_for_that_text(data: Any) -> None:  # noqa: ANN401 - plain data
    assert yaml.safe_load(flow(data)) == data


@settings(max_examples=60)
@given(texts.filter(lambda text: any(char.isalnum() for char in text)))
def test_any_text_survives_in_a_debate(text: str) -> None:
    data: dict[str, Any] = {
        "claims": {"a": {"text": text, "by": "city", "source": {"in": "m", "quote": text}}}
    }
    file = read(to_yaml(data).encode(), id="x", file="x.yaml", folder=".")
    assert [str(one) for one in file.diagnostics] == []
    assert file.debate.claims["a"].text == text


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("街路樹を切るのか。「切らない」とは", "街路樹を切るのか。「切らない」とは"),
        ("2024-12", "2024-12"),
        ("../sources/x.txt", "../sources/x.txt"),
        ("yes", '"yes"'),
        ("12:30", '"12:30"'),
        ("2024-12-05", '"2024-12-05"'),
        ("1,000円", '"1,000円"'),
        ("-5 度", '"-5 度"'),
        ("# 件名", '"# 件名"'),
        ('彼は "はい" と言う', "'彼は \"はい\" と言う'"),
        ("一行目\n二行目", '"一行目\\n二行目"'),
        (" 前の空白", '" 前の空白"'),
        ("", '""'),
        (3, "3"),
        (True, "true"),
        (False, "false"),
    ],
)
def test_quotation_marks_stand_where_they_are_needed(value: str | int, written: str) -> None:
    assert scalar(value) == written


@pytest.mark.parametrize("path", CLAIMS, ids=lambda path: path.stem)
def test_the_shipped_debates_are_written_as_they_stand(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    root, _ = parse(text)
    assert root is not None
    plain = root.plain()
    for section in ("claims", "rebuttals", "evidence", "questions"):
        for entry in plain.get(section, {}).values():
            entry["turn"] = int(entry["turn"])
    written = to_yaml(plain)
    ours = {line for line in written.splitlines() if line}
    theirs = {line for line in text.splitlines() if line.strip() and not line.lstrip().startswith("#")}
    assert theirs <= ours
    assert load_file(path).debate == read(written.encode(), id=path.stem, file="", folder="").debate


def test_a_long_thing_is_spread_over_lines() -> None:
    quote = "長い引用" * 40
    data: dict[str, Any] = {
        "claims": {
            "a": {
                "text": "x",
                "source": {"in": "m", "quote": quote},
                "rebuts": [{"to": f"statement-number-{n}", "review": "candidate"} for n in range(4)],
            }
        },
        "groups": {},
    }
    assert to_yaml(data) == (
        "claims:\n  a:\n    text: x\n    source:\n      in: m\n"
        f"      quote: {quote}\n    rebuts:\n"
        + "".join(f"      - {{to: statement-number-{n}, review: candidate}}\n" for n in range(4))
        + "\ngroups: {}\n"
    )


def lines_changed(before: str, after: str) -> list[str]:
    diff = difflib.unified_diff(before.splitlines(), after.splitlines(), n=0, lineterm="")
    return [line for line in diff if line[0] in "+-" and line[:3] not in ("+++", "---")]


@pytest.mark.parametrize(
    ("changes", "lines"),
    [
        (
            {("claims", "a", "review"): None},
            ["-    review: candidate  # look", "+    # look"],
        ),
        (
            {("claims", "b", "review"): None},
            [
                "-  b: {text: yes, by: city, rebuts: [x, y, {to: z, review: candidate}], review: candidate}",
                "+  b: {text: yes, by: city, rebuts: [x, y, {to: z, review: candidate}]}",
            ],
        ),
        (
            {("claims", "a", "rebuts", 1, "review"): None},
            ["-      - review: candidate   # d", "+      - # d"],
        ),
        (
            {("claims", "a", "rebuts", 0): "x"},
            ["-      - {to: x, review: candidate}  # c", "+      - x  # c"],
        ),
        (
            {
                ("claims", "b", "rebuts", 0): None,
                ("claims", "b", "rebuts", 2): "z",
                ("claims", "b", "rebuts", 3): "n",
            },
            [
                "-  b: {text: yes, by: city, rebuts: [x, y, {to: z, review: candidate}], review: candidate}",
                '+  b: {text: yes, by: city, rebuts: [y, z, "n"], review: candidate}',
            ],
        ),
        (
            {("claims", "b", "rebuts", 1): None, ("claims", "b", "rebuts", 2): None},
            [
                "-  b: {text: yes, by: city, rebuts: [x, y, {to: z, review: candidate}], review: candidate}",
                "+  b: {text: yes, by: city, rebuts: [x], review: candidate}",
            ],
        ),
        (
            {("claims", "b", "rebuts", at): None for at in range(3)} | {("claims", "b", "turn"): 3},
            [
                "-  b: {text: yes, by: city, rebuts: [x, y, {to: z, review: candidate}], review: candidate}",
                "+  b: {text: yes, by: city, rebuts: [], review: candidate, turn: 3}",
            ],
        ),
        (
            {
                ("claims", "a", "rebuts", 0): None,
                ("claims", "a", "rebuts", 2): {"to": "v", "review": "candidate"},
            },
            ["-      - {to: x, review: candidate}  # c", "+      - {to: v, review: candidate}"],
        ),
        (
            {("claims", "a", "rebuts"): ["x"]},
            [
                "-    rebuts:",
                "-      - {to: x, review: candidate}  # c",
                "-      - review: candidate   # d",
                "-        to: y",
                "+    rebuts: [x]",
            ],
        ),
        (
            {("claims", "a", "text"): "新しい # 文", ("claims", "a", "turn"): 3},
            ["-    text: 住宅   # t", '+    text: "新しい # 文"   # t', "+    turn: 3"],
        ),
        (
            {("claims", "c"): {"text": "12:30", "by": "no", "rebuts": ["a"]}},
            ["+  c:", '+    text: "12:30"', '+    by: "no"', "+    rebuts: [a]"],
        ),
        (
            {("claims", "a"): None, ("claims", "a", "text"): "within what goes"},
            [f"-{line}" for line in NOTED.splitlines()[2:10]],
        ),
        ({("questions", "q"): None}, ["-  q: {text: いくらか, by: x}"]),
        (
            {("groups", "g"): "件名", ("sources", "m"): {"title": "x"}},
            ["-groups: {}", "+groups:", "+  g: 件名", "+  m: {title: x}"],
        ),
        (
            {
                ("debate",): {"title": "木"},
                ("questions", "r"): {"text": "何本か"},
                ("claims", "b", "turn"): 3,
                ("claims", "c"): {"text": "枯れた"},
            },
            [
                "-  b: {text: yes, by: city, rebuts: [x, y, {to: z, review: candidate}], review: candidate}",
                "+  b: {text: yes, by: city, rebuts: [x, y, {to: z, review: candidate}], review: candidate, turn: 3}",
                "+  c:",
                "+    text: 枯れた",
                "+  r:",
                "+    text: 何本か",
                "+",
                "+debate: {title: 木}",
            ],
        ),
        (
            {("evidence", "e"): {"text": "枯れた"}, ("debate",): {"title": "木"}},
            ["+", "+evidence:", "+  e:", "+    text: 枯れた", "+", "+debate: {title: 木}"],
        ),
    ],
)
@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_only_what_changes_is_rewritten(changes: Changes, lines: list[str], ends: str, mark: str) -> None:
    before = mark + NOTED.replace("\n", ends)
    after = edit(before.encode(), changes).decode()
    assert lines_changed(before, after) == lines
    assert after.startswith(mark)
    assert after.count(ends) == len(after.splitlines()) - 1
    if ends == "\r\n":
        assert after.count("\r") == after.count("\n")


@pytest.mark.parametrize(
    ("before", "changes", "after"),
    [
        ("", {("claims", "a"): {"text": "x"}}, "claims:\n  a:\n    text: x\n"),
        ("", {("debate",): {"title": "x"}}, "debate: {title: x}\n"),
        ("# only a note\n", {("groups", "g"): "x"}, "# only a note\n\ngroups:\n  g: x\n"),
        (
            "{claims: {a: {text: x}}}\n",
            {("claims", "b"): {"text": "z"}},
            "{claims: {a: {text: x}, b: {text: z}}}\n",
        ),
        (
            "claims:\n  a:\n    text: x\n",
            {
                ("sources", "m"): {"title": "y"},
                ("claims", "b"): {"text": "z"},
                ("claims", "a", "rebuts"): ["b"],
            },
            'claims:\n  a:\n    text: x\n    rebuts: [b]\n  b:\n    text: z\n\nsources:\n  m: {title: "y"}\n',
        ),
        ("claims: ~  # none\n", {("claims", "a"): {"text": "x"}}, "claims:  # none\n  a:\n    text: x\n"),
        (
            "claims:\n  a:\n    text: |\n      one\n      two\n    by: x\n",
            {("claims", "a", "text"): "three"},
            "claims:\n  a:\n    text: three\n    by: x\n",
        ),
        (
            "claims:\n  a:\n    text:\n      one\n    by:\n",
            {("claims", "a", "text"): "two", ("claims", "a", "by"): "x"},
            "claims:\n  a:\n    text: two\n    by: x\n",
        ),
        (
            "claims:\n  a:\n    rebuts:\n      # why\n      - x\n",
            {("claims", "a", "rebuts"): ["z"]},
            "claims:\n  a:\n    rebuts:\n      # why\n      [z]\n",
        ),
        (
            "claims:\n  a:\n    rebuts:\n    - x\n    -\n      to: y\n      review: candidate\n",
            {("claims", "a", "rebuts", 1): None},
            "claims:\n  a:\n    rebuts:\n    - x\n",
        ),
        (
            "claims:\n  a:\n    rebuts:\n    - to: x\n    - y\n",
            {("claims", "a", "rebuts", 0, "to"): None},
            "claims:\n  a:\n    rebuts:\n    - {}\n    - y\n",
        ),
        (
            "claims:\n  a:\n    rebuts:\n    - to: x\n      review: candidate\n",
            {("claims", "a", "rebuts", 0, "review"): None},
            "claims:\n  a:\n    rebuts:\n    - to: x\n",
        ),
        (
            "groups: {\n  a: x, # one\n  b: y, # two\n  c: z # three\n}\n",
            {("groups", "a"): None, ("groups", "c"): None},
            "groups: {\n   # one\n b: y # two\n  # three\n}\n",
        ),
    ],
)
def test_other_ways_of_writing_yaml_are_edited_too(before: str, changes: Changes, after: str) -> None:
    try:
        found = edit(before.encode(), changes).decode()
    except UneditableError:
        found = "uneditable"
    assert found == after


@pytest.mark.parametrize(
    ("text", "changes"),
    [
        ("claims: [", {("claims", "a"): {"text": "x"}}),
        ("claims: {a: &x {text: y}}", {("claims", "b"): {"text": "x"}}),
        ("claims: {a: {text: x}}\n", {("claims", "b", "text"): "y"}),
        ("groups: {a: x}\n...\n", {("sources", "m"): {"title": "x"}}),
        ("groups: {a: x}\nclaims: x\n", {("claims", "b"): {"text": "x"}}),
    ],
)
def test_what_cannot_be_edited_safely_is_left_alone(text: str, changes: Changes) -> None:
    with pytest.raises(UneditableError):
        edit(text.encode(), changes)


def test_bytes_that_are_no_utf8_are_left_alone() -> None:
    with pytest.raises(UneditableError):
        edit("groups: {a: 件名}".encode("cp932"), {("groups", "b"): "x"})


statements = st.dictionaries(
    st.sampled_from(["a", "b", "c"]),
    st.fixed_dictionaries({"text": texts, "rebuts": st.lists(texts, min_size=1, max_size=3)}),
    min_size=1,
)


@settings(max_examples=60)
@given(statements, st.data(), st.sampled_from(["\n", "\r\n"]), st.booleans())
def test_an_edit_does_what_was_asked_and_nothing_else(
    claims: dict[str, Any],
    data: st.DataObject,
    ends: str,
    spread: bool,  # noqa: FBT001 - hypothesis gives it
) -> None:
    text = to_yaml({"claims": claims}) if spread else f"claims: {flow(claims)}\n"
    before = text.replace("\n", ends)
    local = data.draw(st.sampled_from(sorted(claims)))
    new = data.draw(texts)
    after = edit(before.encode(), {("claims", local, "text"): new}).decode()
    root, _ = parse(after)
    assert root is not None
    claims[local]["text"] = new
    assert root.plain() == {"claims": claims}
    assert len(lines_changed(before, after)) <= 2
