"""`argmap accept`: files, questions, answers in words, for programs and for competitions."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from inline_snapshot import snapshot
from jsonschema import Draft202012Validator

from argmap.cli import cli
from argmap.cli.options import SEMANTICS
from argmap.formats import FORMATS, Given
from argmap.frameworks import Proof, Semantics
from argmap.report.json import schema

APX = "arg(a).\narg(b).\narg(c).\narg(d).\natt(a,b).\natt(b,a).\natt(a,c).\natt(b,c).\natt(c,d).\n"
AF = "p af 4\n1 2\n2 1\n1 3\n2 3\n3 4\n"
ODD = "p af 5\n1 2\n2 3\n3 1\n3 4\n5 5\n"


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name, text in (
        ("f.apx", APX),
        ("f.af", AF),
        ("odd.af", ODD),
        ("f.tgf", "a\nb\n#\na b why\na a\nb z\nb\n"),
    ):
        Path(name).write_text(text, encoding="utf-8")


def accept(*words: str, lang: str = "en", text: bytes | None = None) -> Result:
    return CliRunner().invoke(cli, ["accept", *words, "--lang", lang], prog_name="argmap", input=text)


def as_json(*words: str, exit_code: int = 0) -> Any:  # noqa: ANN401 - whatever is in it
    done = accept(*words, "--format", "json")
    assert done.exit_code == exit_code, done.output
    found = json.loads(done.stdout)
    Draft202012Validator(json.loads(schema("accept"))).validate(found)
    return found


def test_the_choices_are_those_that_there_are() -> None:
    assert list(SEMANTICS) == [one.value for one in Semantics]


def test_the_answer_is_said_in_words() -> None:
    assert accept("f.apx", "--semantics", "preferred").stdout == snapshot("""\
f.apx: 4 arguments, 5 attacks; preferred extensions
In every extension (1): d
In some extension, not in all (2): a, b
In no extension (1): c
- a: nobody can defend both a and b: where b is held, a falls.
- b: nobody can defend both b and a: where a is held, b falls.
Proved. Arguments decided without a choice: 0; never
decided: 0; parts of the rest: 1. Labellings read again: 2;
times that something was shown not to exist: 2.
""")


def test_the_answer_is_said_in_japanese() -> None:
    done = accept("f.apx", "--semantics", "preferred", "-a", "a", "-a", "b", lang="ja")
    assert done.stdout == snapshot("""\
f.apx: 論証 4、攻撃 5。選好拡張
どの拡張にも入る (0)
入る拡張と入らない拡張がある (2): a, b
どの拡張にも入らない (0)
- a：a と b をともに守ることはできない。b を取れば a は成り立たない。
- b：b と a をともに守ることはできない。a を取れば b は成り立たない。
同時に：a、b をともに守ることはできない。すべてを含む拡張はない。
検証済み：選択なしに決まるもの 0、決まり得ないもの 0、残りは 1 部分。読み直した
ラベル付け 2、存在しないことの確認 0 回。
""")


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("f.apx", "--task", "SE"), "[]\n"),
        (("f.apx", "--task", "EE", "--semantics", "complete"), "[[],[a,d],[b,d]]\n"),
        (("f.af", "--task", "every", "--semantics", "preferred"), "w 1 4\nw 2 4\n"),
        (("f.af", "--task", "CE", "--semantics", "complete"), "3\n"),
        (("f.af", "--task", "SE", "--semantics", "ideal"), "w\n"),
        (("odd.af", "--task", "SE", "--semantics", "stable"), "NO\n"),
        (("odd.af", "--task", "CE", "--semantics", "stable"), "0\n"),
        (("odd.af", "--task", "EE", "--semantics", "stable"), ""),
        (("odd.af", "--task", "DC", "--semantics", "stable", "-a", "1"), "NO\n"),
        (("odd.af", "--task", "DS", "--semantics", "stable", "-a", "1"), "YES\n"),
        (("f.af", "--task", "DC", "--semantics", "preferred", "-a", "1"), "YES\nw 1 4\n"),
        (("f.af", "--task", "DC", "--semantics", "preferred", "-a", "3"), "NO\n"),
        (("f.af", "--task", "DS", "--semantics", "preferred", "-a", "1"), "NO\nw 2 4\n"),
        (("f.af", "--task", "ds", "--semantics", "preferred", "-a", "4"), "YES\n"),
        (("f.apx", "--task", "credulous", "--semantics", "preferred", "-a", "a"), "YES\n"),
        (("f.apx", "--task", "skeptical", "--semantics", "preferred", "-a", "a"), "NO\n"),
    ],
)
def test_competitions_get_what_they_define(words: tuple[str, ...], expected: str) -> None:
    done = accept(*words, "--format", "iccma")
    assert (done.stdout, done.exit_code) == (expected, 0)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("f.apx", "-a", "c"), "one has to choose"),
        (("f.apx", "--semantics", "preferred", "-a", "c"), "no set of arguments defends c"),
        (("f.apx", "--semantics", "stable", "-a", "c"), "no extension holds c"),
        (("f.apx", "--semantics", "preferred", "-a", "d"), "however one chooses, d is defended"),
        (("f.apx", "--semantics", "preferred", "-a", "a", "-a", "d"), "one extension holds a and d"),
        (("f.apx", "--semantics", "preferred", "-a", "a", "-a", "b"), "no extension holds them all"),
        (("f.apx", "--semantics", "ideal", "-a", "a"), "not every position holds it"),
        (("f.apx", "--semantics", "complete", "-a", "d"), "leaves its attacker c undecided"),
        (("f.apx", "--semantics", "preferred", "--task", "DC", "-a", "a"), "an extension holds it"),
        (("f.apx", "--semantics", "preferred", "--task", "DS", "-a", "a"), "where b is held, a falls"),
        (("f.apx", "--semantics", "preferred", "--task", "DC"), "In some extension (3): a, b, d"),
        (("f.apx", "--semantics", "preferred", "--task", "DS"), "Not in every extension (3): a, b, c"),
        (("f.apx", "--semantics", "preferred", "--task", "count"), "Extensions: 2"),
        (("f.apx", "--semantics", "preferred", "--task", "some"), "An extension (2): a, d"),
        (("f.apx", "--semantics", "preferred", "--task", "EE"), "2 (2): b, d"),
        (("odd.af", "--semantics", "preferred", "-a", "5"), "5 attacks itself"),
        (("odd.af", "--semantics", "stable", "-a", "1"), "there is no stable extension at all"),
        (("odd.af", "--semantics", "stable"), "There is no stable extension"),
        (("odd.af", "--semantics", "stable", "--task", "SE"), "There is no stable extension"),
    ],
)
def test_reasons_are_given(words: tuple[str, ...], expected: str) -> None:
    assert expected in " ".join(accept(*words).stdout.split())


def test_what_nobody_chooses_has_its_reason() -> None:
    Path("line.apx").write_text("arg(a). arg(b). arg(c). att(a,b). att(b,c).", encoding="utf-8")
    text = accept("line.apx", "-a", "b", "-a", "c").stdout
    assert "b: a attacks it, and a is in every extension." in text
    assert "c: whatever attacks c is defeated before anybody has to choose." in text


def test_json_says_all_of_it() -> None:
    found = as_json("f.apx", "--semantics", "preferred", "-a", "a")
    assert (found["in_some"], found["in_every"], found["together"]) == (["a"], [], None)
    assert found["asked"][0]["having"] == ["a", "d"]
    assert found["asked"][0]["lacking"] == ["b", "d"]
    assert as_json("f.apx", "--semantics", "preferred", "--task", "EE")["extensions"] == [
        ["a", "d"],
        ["b", "d"],
    ]
    assert as_json("f.apx", "--semantics", "preferred", "--task", "SE")["extensions"] == [["a", "d"]]
    assert as_json("odd.af", "--semantics", "stable", "--task", "SE")["extensions"] == []
    assert as_json("f.af", "--task", "CE")["count"] == 1
    assert as_json("f.af", "--task", "DC", "-a", "1")["asked"][0]["in_every"] is None
    assert as_json("f.af", "--task", "DS")["in_some"] is None


def test_what_is_sound_in_a_broken_file_is_answered() -> None:
    found = as_json("f.tgf", exit_code=1)
    assert [one["at"] for one in found["faults"]] == ["6:1", "7:1"]
    assert [one["at"] for one in found["lost"]] == ["4:1"]
    assert (found["arguments"], found["attacks"], found["in_every"]) == (2, 2, [])
    assert "f.tgf:6:1: an attack on or by an argument that is not declared: z" in accept("f.tgf").stderr


def test_a_list_that_is_cut_off_says_so() -> None:
    done = accept("f.apx", "--task", "EE", "--semantics", "complete", "--most", "2")
    assert done.exit_code == 1
    assert "There are more: the list ends after 2." in done.stdout
    assert (
        as_json("f.apx", "--task", "EE", "--semantics", "complete", "--most", "2", exit_code=1)["whole"]
        is False
    )


def test_many_names_are_counted() -> None:
    pairs = range(60)
    lines = [f"arg(x{n}). arg(y{n}). att(x{n},y{n}). att(y{n},x{n}).\n" for n in pairs]
    Path("many.apx").write_text("".join(lines), encoding="utf-8")
    text = accept("many.apx", "--semantics", "preferred").stdout
    assert "In some extension, not in all (120)" in text
    assert "and 80 more" in text
    assert "and 110 more: ask for one with --argument" in text


def test_an_empty_framework_has_one_empty_extension() -> None:
    Path("none.af").write_text("p af 0\n", encoding="utf-8")
    assert "The framework has no arguments." in accept("none.af").stdout
    assert accept("none.af", "--task", "SE", "--semantics", "stable", "--format", "iccma").stdout == "w\n"


def test_standard_input_is_read() -> None:
    assert (
        "An extension (2): a, d"
        in accept("-", "--semantics", "preferred", "--task", "SE", text=APX.encode()).stdout
    )


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        (("nothing.apx",), 3, "argmap: nothing.apx: No such file or directory"),
        (("x.yaml",), 3, "of a debate file ask: argmap status --semantics preferred x.yaml"),
        ((".",), 3, "argmap status --semantics preferred"),
        (("x.txt",), 3, "no abstract framework (apx, iccma23, tgf)"),
        (("x.json",), 3, "this looks like arguebuf"),
        (("broken.apx",), 3, "this is no text"),
        (("f.apx", "-a", "aa"), 2, "there is no argument aa (did you mean `a`?)"),
        (("f.apx", "-a", "zzz"), 2, "there is no argument zzz\n"),
        (("f.apx", "-a", "a", "--task", "SE"), 2, "only credulous and skeptical ask of an argument"),
        (("f.apx", "--format", "iccma"), 2, "iccma answers one --task"),
        (("f.apx", "--format", "iccma", "--task", "DC"), 2, "need one --argument"),
    ],
)
def test_what_cannot_be_answered_is_said(words: tuple[str, ...], code: int, message: str) -> None:
    Path("x.yaml").write_text("debate: {title: x}\n", encoding="utf-8")
    Path("x.txt").write_text("nothing of the kind\n", encoding="utf-8")
    Path("x.json").write_text('{"nodes": {}, "edges": {}, "schemaVersion": 1}', encoding="utf-8")
    Path("broken.apx").write_bytes(b"arg(a).\n\x00")
    done = accept(*words)
    assert (done.exit_code, message in done.stderr) == (code, True), done.stderr


def test_a_search_without_time_is_said_to_be_undecided() -> None:
    done = accept("f.apx", "--semantics", "preferred", "--timeout", "1e-9")
    assert (done.exit_code, done.stdout) == (1, "")
    assert "not decided within 1e-09 s" in done.stderr


def test_an_unproved_answer_is_not_given(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("argmap.frameworks.proving.check", lambda *_: Proof(faults=["wrong"]))
    done = accept("f.apx")
    assert (done.exit_code, done.stdout) == (70, "")
    assert "could not be proved, so it is not given" in done.stderr


def test_a_file_that_is_too_big_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("argmap.formats._text.MOST", 3)
    assert accept("f.apx").exit_code == 3


@pytest.mark.parametrize(
    ("slug", "text", "attacks", "own"),
    [
        ("apx", "arg(a).\narg(b).\natt(b,b).\natt(a,b).\natt(b,b).\n", [(1, 1), (0, 1), (1, 1)], {1: "3:1"}),
        ("apx", "arg(a).\natt(a,b).\n", [], {}),
        ("apx", "arg(a).\narg(a).\natt(a,a). % own\n", [(0, 0)], {0: "3:1"}),
        ("iccma23", "p af 2\n2 2\n1 2\n", [(1, 1), (0, 1)], {1: "2:1"}),
        ("iccma23", "p af 1\n1 2\n", [], {}),
        ("iccma23", "p af 9999999\n", [], {}),
        ("iccma23", "# own\np af 1\n1 1\n1 1\n", [(0, 0), (0, 0)], {0: "3:1"}),
        ("tgf", "a\n#\na a\na a\n", [(0, 0), (0, 0)], {0: "3:1"}),
        ("tgf", "a\n", [], {}),
    ],
)
def test_a_framework_is_read_by_number(
    slug: str, text: str, attacks: list[tuple[int, int]], own: dict[int, str]
) -> None:
    read = FORMATS[slug].arguments
    assert read is not None
    found = read(Given(name="x", data=text.encode(), beside=lambda _: None))
    assert (list(found.attacks), dict(found.own)) == (attacks, own)
