"""Where everything goes: nothing overlaps, no line runs through a box, everything lies in its frame and on the sheet."""

from __future__ import annotations

import random

import pytest

from argmap.layout import Placed, place
from argmap.layout import arrange as arranging
from argmap.model import Debate
from argmap.picture import View
from tests.pictures import SHIPPED, claims, debate, drawn, overlapping, shipped, shipped_drawing, struck


def invented(number: int, seed: int, *, groups: int = 0, steps: bool = False) -> Debate:
    """A debate of any size in which anything may bear on anything earlier."""
    rng = random.Random(seed)  # noqa: S311 - the same debate every time
    sections: dict[str, dict[str, object]] = {"claims": {}, "rebuttals": {}, "evidence": {}}
    for k in range(number):
        role = rng.choice(("claims", "claims", "rebuttals", "evidence")) if k > 2 else "claims"
        said: dict[str, object] = {"text": "発言" * rng.randint(1, 30), "by": rng.choice(("city", "member"))}
        if groups and rng.random() < 0.9:
            said["group"] = f"g{k * groups // number}"
        targets = sorted({f"s{rng.randrange(k)}" for _ in range(rng.randint(0, 2))}) if k else []
        targets = [each for each in targets if each not in sections["evidence"]]
        said[{"claims": "supports", "rebuttals": "rebuts", "evidence": "backs"}[role]] = targets
        if steps and role == "rebuttals":
            starts = [name for name, each in sections["claims"].items() if each["supports"]]  # type: ignore[index] # a dict of this function
            said["undercuts"] = starts[-1:]
        sections[role][f"s{k}"] = said
    return debate(**sections)


def sound(placed: Placed) -> None:
    assert list(overlapping(placed)) == []
    assert list(struck(placed)) == []
    block = placed.block
    for spot in block.boxes:
        assert 0 <= spot.x <= block.width - spot.box.width
        assert 0 <= spot.y <= block.height - spot.box.height
    frames = {frame.group.id: frame for frame in block.frames}
    for spot in block.boxes:
        if spot.box.group is not None:
            frame = frames[spot.box.group]
            assert frame.x < spot.x < frame.x + frame.width - spot.box.width
            assert frame.y < spot.y < frame.y + frame.height - spot.box.height
    for one in block.frames:
        for other in block.frames:
            if one is not other:
                assert (
                    one.x + one.width <= other.x
                    or other.x + other.width <= one.x
                    or one.y + one.height <= other.y
                    or other.y + other.height <= one.y
                )


@pytest.mark.parametrize("name", SHIPPED)
def test_the_shipped_debates(name: str) -> None:
    placed = shipped_drawing(name).placed
    sound(placed)
    assert {spot.box.key for spot in placed.block.boxes} == set(shipped(name).box)
    assert 0.9 < placed.width / placed.height < 1.9


def test_the_answer_stands_between_the_question_and_its_rebuttals() -> None:
    placed = shipped_drawing("mynumber-insurance-card").placed
    at = {spot.box.id: spot.x for spot in placed.block.boxes}
    order = ("q-leak-risk", "access-prevented", "encryption", "theft-presumed")
    assert [at[name] for name in order] == sorted(at[name] for name in order)
    assert at["leaks-happen"] < at["leak-causes"]


@pytest.mark.parametrize("steps", [False, True])
@pytest.mark.parametrize("groups", [0, 3])
@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("number", [1, 5, 25, 90])
def test_invented_debates(number: int, seed: int, groups: int, *, steps: bool) -> None:
    picture = drawn(invented(number, seed, groups=groups, steps=steps))
    placed = place(picture)
    sound(placed)
    shown = {spot.box.key for spot in placed.block.boxes}
    assert set(picture.box) <= shown
    assert {line.line.description for line in placed.block.lines} == {
        line.description for line in picture.lines
    }


def test_the_same_picture_is_placed_the_same() -> None:
    picture = drawn(invented(40, 9, groups=2))
    assert place(picture) == place(picture)


def test_groups_that_relations_join_are_one_part_while_they_are_small(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    picture = drawn(invented(25, 1, groups=3))
    assert not any(spot.box.role == "reference" for spot in place(picture).block.boxes)
    monkeypatch.setattr(arranging, "_TOGETHER", 5)
    placed = place(picture)
    sound(placed)
    assert any(spot.box.role == "reference" for spot in placed.block.boxes)


def test_boxes_that_nothing_joins_stand_below_or_beside() -> None:
    given = debate(
        groups={"g": "件名"},
        claims={
            "a": {"text": "あ", "by": "city", "group": "g"},
            "b": {"text": "い", "by": "city", "group": "g", "supports": ["a"]},
            **claims(8, group="g"),
        },
    )
    sound(place(drawn(given)))
    sound(place(drawn(debate(claims=claims(60)))))


def test_the_lines_of_a_stack_are_drawn_once() -> None:
    evidence = {f"e{k}": {"text": f"証拠{k}", "backs": ["c0"], "accepted": True} for k in range(14)}
    placed = place(drawn(debate(claims=claims(1), evidence=evidence)))
    sound(placed)
    assert [line.trunk for line in placed.block.lines].count(True) == 1
    assert [line.hidden for line in placed.block.lines].count(True) == 13
    (stack,) = placed.block.stacks
    for spot in placed.block.boxes:
        if spot.box.role == "evidence":
            assert stack.x < spot.x < stack.x + stack.width - spot.box.width
            assert stack.y < spot.y < stack.y + stack.height - spot.box.height


def test_an_attack_on_itself_is_a_loop() -> None:
    placed = place(drawn(debate(claims={"a": {"text": "あ", "by": "city", "rebuts": ["a"]}})))
    (line,) = placed.block.lines
    assert line.points[0][0] == line.points[-1][0] < line.points[1][0]


def test_two_that_attack_each_other_have_a_line_each() -> None:
    placed = place(
        drawn(
            debate(
                claims={
                    "a": {"text": "あ", "by": "city", "rebuts": ["b"]},
                    "b": {"text": "い", "by": "member", "rebuts": ["a"]},
                }
            )
        )
    )
    sound(placed)
    assert len({line.points for line in placed.block.lines}) == 2


def test_a_group_with_a_loose_box_that_is_joined_with_another_group() -> None:
    given = debate(
        groups={"g": "一", "h": "二"},
        claims={
            "a": {"text": "あ", "by": "city", "group": "g"},
            "b": {"text": "い", "by": "city", "group": "h", "supports": ["a"]},
            "c": {"text": "う", "by": "city", "group": "h"},
            "d": {"text": "え", "by": "city", "supports": ["a"]},
            "e": {"text": "お", "by": "city", "group": "h", "supports": ["a"]},
        },
        rebuttals={"u": {"text": "飛躍だ", "by": "member", "undercuts": ["b"], "group": "h"}},
    )
    placed = place(drawn(given))
    sound(placed)
    assert [frame.group.id for frame in placed.block.frames] == ["g", "h"]


def test_an_empty_picture_is_a_sheet_that_says_so() -> None:
    placed = place(drawn(debate(), view=View(only="standing")))
    assert [text.text for text in placed.block.texts if text.style == "note"] == [
        "この見方に当てはまる発言はありません。"
    ]
    assert placed.width > placed.height > 100


def test_a_map_of_many_boxes_is_laid_out_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("argmap.layout.arrange._MANY", 2)
    evidence = {f"e{k}": {"text": "証", "backs": ["c0"], "accepted": True} for k in range(12)}
    placed = place(drawn(debate(claims=claims(1), evidence=evidence)))
    assert len(placed.block.boxes) == 13
    assert list(overlapping(placed)) == []
