"""In folds: every box in exactly one, none too big, and every relation that leaves one says where it goes on."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

import pytest

from argmap.layout import Drawing, LayoutError, Options
from argmap.layout import folds as folding
from argmap.layout.folds import MOST, Fold, folds
from argmap.layout.svg import write
from argmap.model import Debate
from argmap.picture import Box, Picture
from tests.pictures import claims, debate, drawn, overlapping, shipped, struck
from tests.test_layout_place import invented


def folded(picture: Picture) -> tuple[Fold, ...]:
    return folds(Drawing(picture=picture))


def shown(fold: Fold) -> list[str]:
    return [spot.box.key for spot in fold.placed.block.boxes if spot.box.role != "reference"]


def references(fold: Fold) -> Iterator[Box]:
    return (spot.box for spot in fold.placed.block.boxes if spot.box.role == "reference")


def named(fold: Fold) -> list[str]:
    """How the references of a fold name the others."""
    return sorted(box.word for box in references(fold))


def across() -> Debate:
    """Relations from one group to another, and from outside the groups."""
    return debate(
        groups={"a": "甲", "b": "乙"},
        claims={
            "c": {"text": "主張", "by": "city", "group": "a"},
            "d": {"text": "別の主張", "by": "city", "group": "b"},
        },
        rebuttals={
            "r": {"text": "反論", "by": "member", "group": "b", "rebuts": ["c"]},
            "s": {"text": "外からの反論", "by": "member", "rebuts": ["d"]},
        },
    )


def chain(number: int, **more: object) -> Debate:
    """A rebuttal of a rebuttal of a rebuttal…"""
    said = {
        f"r{k}": {
            "text": "反論",
            "by": ("member", "city")[k % 2],
            "rebuts": [f"r{k - 1}" if k else "c0"],
            **more,
        }
        for k in range(number - 1)
    }
    return debate(groups={"g": "件名"}, claims=claims(1, **more), rebuttals=said)


def pairs(number: int) -> Debate:
    """So many claims, each with a rebuttal."""
    said = {f"r{k}": {"text": "反論", "by": "member", "rebuts": [f"c{k}"]} for k in range(number)}
    return debate(claims=claims(number), rebuttals=said)


@pytest.mark.parametrize("groups", [0, 3])
@pytest.mark.parametrize("most", [7, 500])
def test_every_box_is_in_exactly_one_fold(monkeypatch: pytest.MonkeyPatch, most: int, groups: int) -> None:
    monkeypatch.setattr(folding, "MOST", most)
    picture = drawn(invented(90, 2, groups=groups, steps=True))
    found = folded(picture)
    assert sorted(key for fold in found for key in shown(fold)) == sorted(picture.box)
    assert (len(found) > 12) is (most == 7)
    for fold in found:
        assert 0 < len(fold.keys) <= most
        assert sorted(shown(fold)) == sorted(fold.keys)
        assert len({picture.box[key].group for key in fold.keys}) == 1
        assert list(overlapping(fold.placed)) == []
        assert list(struck(fold.placed)) == []


def test_folds_come_in_the_order_of_the_groups_and_then_what_is_in_none() -> None:
    found = folded(drawn(across()))
    assert [(fold.title, fold.counts, fold.keys) for fold in found] == [
        ("甲", "主張 1", ("d#c",)),
        ("乙", "主張 1　反論 1", ("d#d", "d#r")),
        ("件名の外", "反論 1", ("d#s",)),
    ]


def test_a_relation_that_leaves_a_fold_names_the_fold_in_which_it_goes_on() -> None:
    found = folded(drawn(across()))
    assert [named(fold) for fold in found] == [["→ 件名：乙"], ["→ 件名の外", "→ 件名：甲"], ["→ 件名：乙"]]
    assert sum(len(fold.placed.block.lines) for fold in found) == 4


def test_a_shipped_debate_keeps_every_relation() -> None:
    picture = shipped("mynumber-insurance-card")
    found = folded(picture)
    assert [fold.title for fold in found] == [group.name for group in picture.groups]
    assert {line.line.description for fold in found for line in fold.placed.block.lines} == {
        line.description for line in picture.lines
    }


def test_few_boxes_are_one_fold_under_the_title_of_the_picture() -> None:
    (one,) = folded(drawn(pairs(2)))
    assert (one.title, one.counts) == ("題", "主張 2　反論 2")
    (grouped,) = folded(drawn(chain(5, group="g")))
    assert (grouped.title, named(grouped)) == ("件名", [])
    assert folded(drawn(debate())) == ()


def test_a_group_of_too_many_that_hang_together_is_parted_evenly() -> None:
    found = folded(drawn(chain(MOST * 2 + 1, group="g")))
    assert [len(fold.keys) for fold in found] == [334, 334, 333]
    assert [fold.title for fold in found] == ["件名（1/3）", "件名（2/3）", "件名（3/3）"]
    assert [named(fold) for fold in found] == [
        ["→ 件名：件名（2/3）"],
        ["→ 件名：件名（1/3）", "→ 件名：件名（3/3）"],
        ["→ 件名：件名（2/3）"],
    ]
    assert [frame.group.name for fold in found for frame in fold.placed.block.frames] == [
        fold.title for fold in found
    ]


def test_what_is_in_no_group_is_parted_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folding, "MOST", 2)
    found = folded(drawn(chain(4)))
    assert [fold.title for fold in found] == ["題（1/2）", "題（2/2）"]
    assert [named(fold) for fold in found] == [["→ 題（2/2）"], ["→ 題（1/2）"]]


@pytest.mark.parametrize(("most", "sizes"), [(2, [2] * 5), (3, [2] * 5), (4, [4, 4, 2]), (9, [8, 2])])
def test_what_hangs_together_stays_together(
    monkeypatch: pytest.MonkeyPatch, most: int, sizes: list[int]
) -> None:
    monkeypatch.setattr(folding, "MOST", most)
    found = folded(drawn(pairs(5)))
    assert [len(fold.keys) for fold in found] == sizes
    assert [named(fold) for fold in found] == [[] for _ in sizes]


def evidence(number: int, **more: object) -> Debate:
    """A claim and so many pieces of evidence for it, which are drawn as a stack."""
    backing = {
        f"e{k}": {"text": f"証拠{k}", "backs": ["c0"], "accepted": True, "group": "g"} for k in range(number)
    }
    said = claims(5, group="g") if more else claims(1)
    said["c0"] = {"text": "主張", "by": "city", "group": "g", **more}
    return debate(groups={"g": "件名", "h": "別の件名"}, claims=said, evidence=backing)


def stacks(found: tuple[Fold, ...]) -> list[int]:
    return [len(stack.stack.boxes) for fold in found for stack in fold.placed.block.stacks]


@pytest.mark.parametrize(
    ("most", "sizes", "stacked"),
    [(21, [21], [20]), (20, [11, 10], [10, 10]), (6, [6, 6, 6, 3], [5, 6, 6, 3])],
)
def test_a_stack_is_taken_apart_only_if_it_must_be(
    monkeypatch: pytest.MonkeyPatch, most: int, sizes: list[int], stacked: list[int]
) -> None:
    monkeypatch.setattr(folding, "MOST", most)
    found = folded(drawn(evidence(20)))
    assert ([len(fold.keys) for fold in found], stacks(found)) == (sizes, stacked)


def test_a_stack_far_from_its_target_stays_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folding, "MOST", 6)
    found = folded(drawn(evidence(5, group="h")))
    assert [(fold.title, len(fold.keys)) for fold in found] == [
        ("件名（1/2）", 4),
        ("件名（2/2）", 5),
        ("別の件名", 1),
    ]
    assert stacks(found) == [5]


def test_it_has_neither_title_nor_legend_nor_sources_and_a_thin_margin() -> None:
    for fold in folded(shipped("mynumber-insurance-card")):
        block = fold.placed.block
        assert {text.style for text in block.texts} == {"group-title", "counts"}
        assert block.entries == ()
        assert min(frame.x for frame in block.frames) == min(frame.y for frame in block.frames) == 12
        assert max(frame.x + frame.width for frame in block.frames) == pytest.approx(block.width - 12)


def test_all_folds_can_be_drawn_on_one_page(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folding, "MOST", 7)
    picture = drawn(invented(90, 2, groups=3, steps=True))
    found = folded(picture)
    drawings = [write(fold.placed) for fold in found]
    ids = Counter(found for text in drawings for found in re.findall(r' id="([^"]+)"', text))
    assert max(ids.values()) == 1
    for fold, text in zip(found, drawings, strict=True):
        assert f">{fold.title}</title>" in text
        assert f">{fold.counts}</desc>" in text


def test_the_same_picture_is_folded_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folding, "MOST", 20)
    picture = drawn(invented(90, 5, groups=2))
    assert folded(picture) == folded(picture)


def test_a_layout_that_fails_is_told() -> None:
    with pytest.raises(LayoutError):
        folds(Drawing(picture=drawn(across()), options=Options(timeout=1e-9)))


def test_a_reference_says_which_statements_it_stands_for() -> None:
    rebuttals = {
        f"r{k}": {"text": f"反論{k}", "by": "member", "group": "b", "rebuts": ["c0"]} for k in range(3)
    }
    given = debate(groups={"a": "甲", "b": "乙"}, claims=claims(1, group="a"), rebuttals=rebuttals)
    one, other = folded(drawn(given))
    assert [box.of for box in references(one)] == [("d#r0", "d#r1", "d#r2")]
    assert [box.of for box in references(other)] == [("d#c0",)]
    assert ' data-of="d#r0 d#r1 d#r2"' in write(one.placed)
    assert ' data-key="d#c0@b@1" data-of="d#c0"' in write(other.placed)
    assert write(one.placed).count("data-of") == 1


def test_a_title_that_takes_several_lines_keeps_its_spaces() -> None:
    title = "Personal information and how the city protects it"
    said = claims(1, group="g") | {"d": {"text": "d", "by": "city", "supports": ["c0"]}}
    first, second = folded(drawn(debate(groups={"g": title}, claims=said), lang="en"))
    assert len(first.placed.picture.groups[0].title) > 1
    assert first.title == title
    assert second.title == "outside the groups"
    assert named(second) == [f"→ group: {title}"]
    assert f"<title>{title}</title>" in write(first.placed)
