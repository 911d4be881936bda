"""Kialo's exports in both forms, as debates without an error; whatever is broken in them is named with its line."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.formats import Given, Imported, kialo, xlsx
from argmap.loading import read as load
from tests.effort import calls
from tests.format_debates import FUZZ

OLD = r"""Discussion Title: Should the library of Aoba open in the evening?

1. The library should stay open until nine.
1.1. Pro: People who work \(most of us\) cannot come before six. See [the survey](https://www.aoba.example/a_\(2024\)).
1.1.1. Con: Few came when [it](https://aoba.example/t) was [tried](https://town.example/).
1.1.1.1. Con: Nobody was told.
It was not in the newsletter.

1. It was not on the door either.
1.2. Con: It costs too much.
1.2.1. Pro: -> See 1.1.1.
1.2.10. Con: The lights are on anyway.
"""
NEW = """Discussion Name:
What should the library do?

1. Question:
What should the library do?

  1.1. Thesis:
  Open in the evening [1].

    1.1.1. Pro:
    People who work [2] cannot come [1] before six [9].

      1.1.1.1. Con:
      -> See 1.2.

  1.2. Thesis:
  Lend books by post.

Sources:
[1] https://aoba.example/survey
"Six in ten asked for it.

[...] Most of them work."
[2] https://aoba.example/work
"""


def text(words: str, name: str = "office/library.txt") -> Given:
    return Given(name=name, data=words.encode(), beside=lambda _: None)


def read(words: str) -> Imported:
    found = kialo.read(text(words))
    assert kialo.recognises(text(words))
    return found


def notes(found: Imported) -> list[str]:
    return [f"{note.at} {note.message.en}" for note in (*found.lost, *found.faults)]


def relations(found: Imported) -> dict[str, tuple[Any, ...]]:
    """The role of each statement, what it supports, what it rebuts."""
    assert found.debate is not None
    made = {}
    for local, said in found.debate.statements():
        supports = tuple(link.to for link in getattr(said, "supports", ()))
        made[local] = (said.role, supports, tuple(link.to for link in said.rebuts))
    return made


def sound(found: Imported) -> bool:
    """Whether the debate has no errors: a workbook of it is read without a word."""
    assert found.debate is not None
    data = xlsx.write(found.debate).data
    assert isinstance(data, bytes)
    again = xlsx.read(Given(name=f"{found.debate.id}.xlsx", data=data, beside=lambda _: None))
    return again.faults == () and again.debate == found.debate


def test_pro_supports_and_con_rebuts_what_it_replies_to() -> None:
    found = read(OLD)
    assert relations(found) == {
        "c1": ("claim", (), ()),
        "c1-1": ("claim", ("c1",), ()),
        "c1-1-1": ("rebuttal", ("c1-2",), ("c1-1",)),
        "c1-1-1-1": ("rebuttal", (), ("c1-1-1",)),
        "c1-2": ("rebuttal", (), ("c1",)),
        "c1-2-10": ("rebuttal", (), ("c1-2",)),
    }
    assert found.debate is not None
    assert (found.debate.id, found.debate.title) == (
        "library",
        "Should the library of Aoba open in the evening?",
    )
    assert found.faults == ()
    assert sound(found)


def test_links_within_a_claim_are_its_source_and_its_text_has_no_markup() -> None:
    found = read(OLD)
    assert found.debate is not None
    claim = found.debate.claims["c1-1"]
    assert claim.text == "People who work (most of us) cannot come before six. See the survey."
    assert claim.source is not None
    assert found.debate.sources[claim.source.in_].url == "https://www.aoba.example/a_(2024)"
    assert list(found.debate.sources) == ["aoba-example", "aoba-example-2", "town-example"]
    assert notes(found) == ["5:1 a further source of 1.1.1.: https://town.example/"]


def test_a_claim_may_have_several_lines() -> None:
    found = read(OLD)
    assert found.debate is not None
    lines = found.debate.rebuttals["c1-1-1-1"].text.split("\n")
    assert lines == [
        "Nobody was told.",
        "It was not in the newsletter.",
        "",
        "1. It was not on the door either.",
    ]


def test_the_newer_form_has_questions_theses_and_footnotes() -> None:
    found = read(NEW)
    debate = found.debate
    assert debate is not None
    assert debate.title == "What should the library do?"
    assert relations(found) == {
        "c1-1": ("claim", (), ()),
        "c1-1-1": ("claim", ("c1-1",), ()),
        "c1-2": ("rebuttal", (), ("c1-1-1",)),
    }
    assert [one.question for one in debate.claims["c1-1"].answers] == ["q1"]
    assert [one.question for one in debate.rebuttals["c1-2"].answers] == ["q1"]
    assert debate.questions["q1"].text == "What should the library do?"
    assert debate.claims["c1-1-1"].text == "People who work cannot come before six [9]."
    source = debate.claims["c1-1"].source
    assert source is not None
    assert source.quote == "Six in ten asked for it.\n\n[...] Most of them work."
    assert notes(found) == ["10:1 a further source of 1.1.1.: https://aoba.example/survey"]
    assert sound(found)


def test_several_theses_stand_side_by_side() -> None:
    found = read("Discussion Title: T\n\n1. Open late.\n1.1. Con: No.\n2. Open early.\n2.1. Pro: Yes.\n")
    assert relations(found) == {
        "c1": ("claim", (), ()),
        "c1-1": ("rebuttal", (), ("c1",)),
        "c2": ("claim", (), ()),
        "c2-1": ("claim", ("c2",), ()),
    }


BROKEN = [
    ("1.3. Con: A\n1.4.1. Pro: B", ["4:1 1.4.1. replies to 1.4., which is not in the file"]),
    ("1.1. Con: -> See 7.1.", ["3:1 1.1. refers to 7.1., which is not in the file"]),
    ("1.1. Pro: A\n1.1. Con: B", ["4:1 the number 1.1. stands twice: replies go to the first"]),
    ("1.1. Pro:\n1.1.1. Con: A", ["3:1 1.1. has no text"]),
    ("1.1. Pro: A\n1.1.1. Pro: -> See 1.", ["4:1 1.1.1. would support itself in a circle: not related"]),
    ("1.1. Pro: A\n1.1.1. Con: -> See 1.1.", ["4:1 1.1.1. is under itself: not related"]),
    ("1.1. Pro: A\n1.2. Con: -> See 1.1.", ["4:1 1.2. is Pro and Con of 1.: not related"]),
    ("1.1. A thesis", ["3:1 1.1. is neither Pro nor Con of 1.: not related"]),
    (
        "1.1. Pro: -> See 1.2.\n1.2. Pro: -> See 1.1.",
        [
            "3:1 1.1. refers to 1.2., which is not in the file",
            "4:1 1.2. refers to 1.1., which is not in the file",
        ],
    ),
    ("2. Pro: A", ["3:1 2. replies to nothing: at the top are theses"]),
    ("3. Question: Why?\n3.1. Con: A", ["4:1 3.1. is a Pro or Con of a question: not related"]),
    ("1.1. Pro: A\nSources:\n\nodd\n[1] x\n[1] y", ["6:1 the line “odd”"]),
]


@pytest.mark.parametrize(("lines", "expected"), BROKEN, ids=lambda value: str(value)[:40])
def test_what_is_broken_or_has_no_place_is_named_with_its_line(lines: str, expected: list[str]) -> None:
    found = read(f"Discussion Title: T\n1. The thesis.\n{lines}\n")
    assert notes(found) == expected
    assert sound(found)


def test_a_reference_may_come_first_or_lead_over_another() -> None:
    words = "Discussion Title: T\n1. T.\n1.1. Con: -> See 1.2.1.\n1.2. Pro: A\n1.2.1. Pro: B\n1.3. Con: -> See 1.1.\n1.3.1. Con: C\n"
    found = read(words)
    assert relations(found) == {
        "c1": ("claim", (), ()),
        "c1-2": ("claim", ("c1",), ()),
        "c1-2-1": ("rebuttal", ("c1-2",), ("c1",)),
        "c1-3-1": ("rebuttal", (), ("c1-2-1",)),
    }
    assert notes(found) == []


def test_lines_before_the_first_claim_are_named() -> None:
    found = read("Discussion Title: T\nBackground\n\n1. A\n")
    assert notes(found) == ["2:1 the line “Background”"]
    untitled = read("1. A\n1.1. Con: B\n")
    assert untitled.debate is not None
    assert untitled.debate.debate.title is None


def test_links_without_an_address_stay_text() -> None:
    found = read("Discussion Title: T\n1. See [this](aoba) and [\u2028](\u200b) and [it]() [3]\n")
    assert found.debate is not None
    assert found.debate.claims["c1"].text.startswith("See this and")
    assert list(found.debate.sources) == ["source"]


@pytest.mark.parametrize(
    ("data", "known"),
    [
        (OLD.encode(), True),
        (NEW.encode("utf-8-sig"), True),
        ("Discussion Title: 図書館\n1. 夜も開ける\n".encode("cp932"), True),
        (b"1. A\n1.1. Pro: B", True),
        (b"1. A\n1.1. B", False),
        (OLD.encode() * 50, True),
        (b"", False),
        (b"\xff\x00", False),
    ],
)
def test_exports_are_recognised_by_their_title_or_numbers(data: bytes, known: bool) -> None:  # noqa: FBT001 - a table
    assert kialo.recognises(Given(name="x", data=data, beside=lambda _: None)) is known


@pytest.mark.parametrize(
    ("data", "said"), [(b"\xff", "1:1 the byte"), (b"Discussion Title: T\n", " no numbered claim")]
)
def test_a_file_without_claims_is_refused_with_a_word(data: bytes, said: str) -> None:
    found = kialo.read(Given(name="x", data=data, beside=lambda _: None))
    assert found.debate is None
    assert notes(found)[0].startswith(said)


LINES = st.lists(
    st.tuples(
        st.sampled_from(
            ("1.", "1.1.", "1.2.", "1.1.1.", "1.2.1.", "2.", "", "Sources:", "[1] u", "99999999.", "1.1")
        ),
        st.sampled_from(("Pro:", "Con:", "Thesis:", "Question:", "", "-")),
        st.sampled_from(
            (
                "-> See 1.",
                "-> See 1.1.",
                "-> See 1.2.1.",
                "x [1]",
                "[a](b)",
                "\\(",
                "",
                "字",
                "[" * 50,
                "\u200b",
            )
        ),
    ).map(" ".join),
    max_size=14,
)


@settings(max_examples=max(40, FUZZ), deadline=None)
@given(LINES)
def test_any_lines_give_a_debate_without_errors(lines: list[str]) -> None:
    found = kialo.read(text("\n".join(("Discussion Title: T", *lines))))
    assert found.debate is None or sound(found)


@settings(max_examples=max(40, FUZZ), deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes_are_read_without_an_exception(data: bytes) -> None:
    assert isinstance(kialo.read(Given(name="x", data=b"1. A\n" + data, beside=lambda _: None)), Imported)


def hostile(size: int) -> list[str]:
    """Exports that a careless reader needs ages for."""
    links = "\n".join(f"1.{n}. Pro: -> See 1.{n + 1}." for n in range(1, size))
    wide = "\n".join(f"1.{n}. Pro: A\n1.{n}.1. Con: -> See 1.{n // 2 + 1}." for n in range(1, size))
    deep = "\n".join(f"{'1.' * depth} Con: A" for depth in range(2, size // 10))
    return [
        f"1. {text}"
        for text in (
            "[a](" * size,
            "[" + r"\[" * size,
            "\\" * size,
            *(f"T\n{x}" for x in (links, wide, deep)),
        )
    ]


def test_hostile_discussions_are_read_in_linear_time() -> None:
    for few, many in zip(hostile(1000), hostile(5000), strict=True):
        assert kialo.read(text(many)).debate is not None
        longer = len(many) / len(few)
        assert calls(kialo.read, text(many)) < 3 * longer * calls(kialo.read, text(few)) + 1_000


def test_the_example_of_the_manual_is_true() -> None:
    page = (Path(__file__).parent.parent / "docs" / "from-kialo.md").read_text(encoding="utf-8")
    export, debate = (
        re.findall(f"```{language}\n(.*?)```", page, re.DOTALL)[0] for language in ("text", "yaml")
    )
    found = read(export)
    assert found == Imported(debate=load(debate.encode(), id="library", file="x", folder=".").debate)
