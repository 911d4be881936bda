"""Broken files: each of `tests/broken` has exactly the findings of its table, and no damage to a file ever raises."""

import os
import re
from collections import defaultdict
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from argmap import pipeline
from argmap.loading import read

FOLDER = Path(__file__).parent / "broken"
TODAY = date(2025, 6, 1)
MUTATIONS = int(os.environ.get("ARGMAP_MUTATIONS", "300"))
VALID = (Path(__file__).parent / "broken" / "valid.txt").read_bytes()
PIECES = (
    b"\t", b"\x00", b"\xff", b"\xef\xbb\xbf", b"\r", b"\n", b" ", b":", b"\xef\xbc\x9a", b"\xe3\x80\x80", b"'", b'"', b"[",
    b"]", b"{", b"}", b"- ", b"? ", b"&a ", b"*a", b"!!map ", b"---\n", b"...\n", b"<<: ", b"|\n", b">\n", b"#", b"~", b",",
    b"%", b"@", b"`", b'"\\u2028"', b'"\\x00"', b"# argmap: ignore[AM301]\n", b"yes", b"12:30", b"0o7", b"\xf0\x9f\x8f\x9e", b"\xe2\x80\x8f",
)  # fmt: skip


def table() -> dict[str, list[tuple[str, str, str]]]:
    """File to place, code and the text there (`-` where it cannot be written down)."""
    found = defaultdict(list)
    for line in (FOLDER / "expected.txt").read_text("utf-8").splitlines():
        name, place, code, there = line.split()
        found[name].append((place, code, there))
    return found


EXPECTED = table()


def test_at_least_sixty_files_are_broken_and_every_one_is_in_the_table() -> None:
    assert sorted(EXPECTED) == sorted(file.stem for file in FOLDER.glob("*.yaml"))
    assert len(EXPECTED) >= 60


@pytest.mark.parametrize("name", EXPECTED)
def test_a_broken_file_is_told_its_faults_at_their_places(name: str) -> None:
    file = FOLDER / f"{name}.yaml"
    found = pipeline.check(pipeline.read([file]), today=TODAY)
    wanted = sorted((place, code) for place, code, _ in EXPECTED[name])
    assert sorted((f"{one.span.line}:{one.span.column}", one.rule.code) for one in found) == wanted
    assert {one.span.file for one in found} == {file.as_posix()}


@pytest.mark.parametrize("name", EXPECTED)
def test_at_the_place_stands_what_is_wrong(name: str) -> None:
    lines = re.split("\r\n|\r|\n", (FOLDER / f"{name}.yaml").read_bytes().decode("utf-8-sig", "replace"))
    for place, _, there in EXPECTED[name]:
        line, column = map(int, place.split(":"))
        assert there == "-" or lines[line - 1][column - 1 :].startswith(there)


def test_messages_hold_no_control_characters() -> None:
    for name in EXPECTED:
        for one in pipeline.check(pipeline.read([FOLDER / f"{name}.yaml"]), today=TODAY):
            said = one.message.en + one.message.ja + (one.hint.en + one.hint.ja if one.hint else "")
            assert not re.search("[\x00-\x1f\x7f-\x9f]", said)


def test_the_top_of_a_file_stands_for_what_it_does_not_hold() -> None:
    assert str(read(b"", id="a", file="a.yaml", folder=".").locate(("claims", "x"))) == "a.yaml:1:1"


def test_a_very_broken_file_is_given_a_hundred_suggestions() -> None:
    wrong = "".join(f"  r{k}: {{text: 反論{k}, by: a, rebuts: [clain{k}]}}\n" for k in range(120))
    right = "".join(f"  claim{k}: {{text: 主張{k}, by: a}}\n" for k in range(120))
    data = f"parties: {{a: {{}}}}\nclaims:\n{right}rebuttals:\n{wrong}".encode()
    found = pipeline.check(pipeline.corpus_of([read(data, id="a", file="a.yaml", folder=".")]))
    hints = [one.hint for one in found if one.rule.code == "AM201"]
    assert (len(hints), sum(hint is not None for hint in hints)) == (120, 100)


@st.composite
def mutations(draw: st.DrawFn) -> bytes:
    """A valid file, damaged in up to eight places."""
    data = VALID
    for _ in range(draw(st.integers(1, 8))):
        kind = draw(st.sampled_from(("delete", "insert", "byte", "double", "drop", "indent", "swap", "cut")))
        at = draw(st.integers(0, len(data)))
        lines = data.splitlines(keepends=True)
        row = draw(st.integers(0, max(0, len(lines) - 1)))
        if kind == "delete":
            data = data[:at] + data[at + draw(st.integers(1, 30)) :]
        elif kind == "insert":
            data = data[:at] + draw(st.sampled_from(PIECES)) + data[at:]
        elif kind == "byte":
            data = data[:at] + bytes([draw(st.integers(0, 255))]) + data[at + 1 :]
        elif kind == "cut":
            data = data[:at] if draw(st.booleans()) else data[at:]
        elif kind == "double":
            data = b"".join((*lines[: row + 1], *lines[row:]))
        elif kind == "drop":
            data = b"".join((*lines[:row], *lines[row + 1 :]))
        elif kind == "indent":
            data = b"".join((*lines[:row], b" " * draw(st.integers(1, 4)), *lines[row:]))
        else:
            other = draw(st.integers(0, max(0, len(lines) - 1)))
            if lines:
                lines[row], lines[other] = lines[other], lines[row]
            data = b"".join(lines)
    return data


def findings(data: bytes) -> tuple[str, ...]:
    file = read(data, id="valid", file="valid.yaml", folder=str(FOLDER))
    found = pipeline.check(pipeline.corpus_of([file]), today=TODAY)
    lines = re.split("\r\n|\r|\n", data.decode("utf-8-sig", "replace"))
    for one in found:
        assert 1 <= one.span.line <= len(lines) + 1
        assert one.span.column >= 1
        assert (one.span.line, one.span.column) <= (one.span.end_line, one.span.end_column)
    return tuple(one.rule.code for one in found)


def test_the_file_to_be_damaged_is_sound() -> None:
    assert not [code for code in findings(VALID) if code < "AM3"]


@settings(max_examples=MUTATIONS, deadline=None, suppress_health_check=list(HealthCheck))
@given(mutations())
@example(VALID)
@example(b"")
def test_damage_never_raises(data: bytes) -> None:
    findings(data)
