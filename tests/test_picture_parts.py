"""Pictures in parts: every relation is still there, and every cut end is named."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.picture import Picture
from argmap.picture.parts import cut_between_groups, near, split
from tests.pictures import claims, debate, drawn, shipped


def halves(picture: Picture) -> dict[str, str]:
    return {box.key: str(number % 2) for number, box in enumerate(picture.boxes)}


def page(part: str) -> str:
    return f"{part}ページ"


def ends(picture: Picture) -> Iterator[str]:
    for line in picture.lines:
        yield line.source
        yield line.target


def references(picture: Picture) -> dict[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    return {box.key: (box.head, box.lines) for box in picture.boxes if box.role == "reference"}


def test_every_box_is_in_one_part_and_every_line_ends_somewhere() -> None:
    picture = shipped("mynumber-insurance-card")
    parts = split(picture, halves(picture), page)
    real = [box.key for part in parts.values() for box in part.boxes if box.role != "reference"]
    assert sorted(real) == sorted(box.key for box in picture.boxes)
    for part in parts.values():
        known = {box.key for box in part.boxes} | {junction.key for junction in part.junctions}
        assert set(ends(part)) <= known
        assert {key for stack in part.stacks for key in stack.boxes} <= known
        assert len({line.key for line in part.lines}) == len(part.lines)


def test_a_group_in_several_parts_is_numbered_and_counts_what_is_there() -> None:
    picture = drawn(
        debate(
            groups={"g": "件名"},
            claims={
                "a": {"text": "あ", "by": "city", "group": "g"},
                "b": {"text": "い", "by": "city", "group": "g"},
                "c": {"text": "う", "by": "city", "group": "g"},
                "d": {"text": "え", "by": "city"},
            },
        )
    )
    parts = split(picture, {"d#a": "1", "d#b": "2", "d#c": "1", "d#d": "1"}, page)
    assert [(part.groups[0].title, part.groups[0].counts) for part in parts.values()] == [
        (("件名（1/2）",), "主張 2"),
        (("件名（2/2）",), "主張 1"),
    ]


def test_a_part_has_its_own_legend() -> None:
    given = debate(claims=claims(1), evidence={"e": {"text": "証拠", "backs": ["c0"], "accepted": True}})
    parts = split(drawn(given), {"d#c0": "1", "d#e": "2"}, page)
    names = {
        part: [entry.name for section in picture.legend for entry in section.entries]
        for part, picture in parts.items()
    }
    assert names == {"1": ["claim", "government", "unrebutted", "backs"], "2": ["evidence", "backs"]}


def test_a_reference_names_the_other_end_and_where_it_is() -> None:
    given = debate(
        claims=claims(1), rebuttals={"r": {"text": "反論の言葉", "by": "member", "rebuts": ["c0"]}}
    )
    parts = split(drawn(given), {"d#c0": "1", "d#r": "2"}, page)
    assert references(parts["1"]) == {"d#r@@1": (("→ 2ページ　反論",), ("反論の言葉",))}
    assert [(line.kind, line.source, line.target) for line in parts["1"].lines] == [
        ("rebuts", "d#r@@1", "d#c0")
    ]
    assert parts["1"].box["d#r@@1"].description == "→ 2ページ：反論、議員：反論の言葉（反論なし、証拠なし）"
    assert references(parts["2"]) == {"d#c0@@2": (("→ 1ページ　主張",), ("主張その0",))}


def test_many_that_do_the_same_share_a_reference() -> None:
    rebuttals = {f"r{k}": {"text": f"反論{k}", "by": "member", "rebuts": ["c0"]} for k in range(2)}
    picture = drawn(debate(claims=claims(1), rebuttals=rebuttals))
    parts = split(picture, {"d#c0": "1", "d#r0": "2", "d#r1": "2"}, page)
    ((head, lines),) = references(parts["1"]).values()
    assert (head, lines) == (("→ 2ページ",), ("反論 2",))
    assert len(references(parts["2"])) == 1


def test_one_that_does_more_has_a_reference_of_its_own() -> None:
    rebuttals = {
        "r0": {"text": "反論0", "by": "member", "rebuts": ["c0"]},
        "r1": {"text": "反論1", "by": "member", "rebuts": ["c0", "c1"]},
    }
    picture = drawn(debate(claims=claims(2), rebuttals=rebuttals))
    parts = split(picture, {"d#c0": "1", "d#c1": "1", "d#r0": "2", "d#r1": "2"}, page)
    assert [lines for _, lines in references(parts["1"]).values()] == [("反論0",), ("反論1",)]


def test_a_junction_stays_with_its_premise() -> None:
    given = debate(
        claims={"a": {"text": "前提", "by": "city", "supports": ["b"]}, "b": {"text": "結論", "by": "city"}},
        rebuttals={"u": {"text": "飛躍だ", "by": "member", "undercuts": ["a"]}},
    )
    parts = split(drawn(given), {"d#a": "1", "d#b": "2", "d#u": "3"}, page)
    assert {part: len(picture.junctions) for part, picture in parts.items()} == {"1": 1, "2": 0, "3": 0}
    assert {(line.kind, line.head) for line in parts["1"].lines} == {
        ("supports", False),
        ("supports", True),
        ("undercuts", True),
    }
    assert references(parts["2"]) == {"d#a@@2": (("→ 1ページ　主張",), ("前提",))}
    assert references(parts["3"]) == {"d#a@@3": (("→ 1ページ　主張",), ("前提",))}


def test_a_stack_in_two_parts_is_two_stacks() -> None:
    evidence = {f"e{k}": {"text": f"証拠{k}", "backs": ["c0"], "accepted": True} for k in range(4)}
    picture = drawn(debate(claims=claims(1), evidence=evidence))
    homes = {box.key: "2" if box.key in ("d#e2", "d#e3") else "1" for box in picture.boxes}
    parts = split(picture, homes, page)
    assert [(stack.boxes, stack.count) for part in parts.values() for stack in part.stacks] == [
        (("d#e0", "d#e1"), "2件"),
        (("d#e2", "d#e3"), "2件"),
    ]


def test_relations_between_groups_can_be_cut() -> None:
    given = debate(
        groups={"g": "件名"},
        claims={
            "a": {"text": "あ", "by": "city", "group": "g"},
            "b": {"text": "い", "by": "city", "supports": ["a"]},
            "c": {"text": "う", "by": "city", "group": "g", "supports": ["a"]},
        },
    )
    picture = cut_between_groups(drawn(given))
    assert references(picture) == {
        "d#a@@": (("→ 件名：件名　主張",), ("あ",)),
        "d#b@g@g": (("→ 件名の外　主張",), ("い",)),
    }
    assert picture.box["d#b@g@g"].group == "g"


def test_english_references() -> None:
    given = debate(claims=claims(1), rebuttals={"r": {"text": "No.", "by": "member", "rebuts": ["c0"]}})
    picture = cut_between_groups(drawn(given, lang="en"))
    assert references(picture) == {}
    parts = split(picture, {"d#c0": "1", "d#r": "2"}, "page {}".format)
    assert parts["1"].box["d#r@@1"].description == "→ page 2: rebuttal, 議員: No. (unrebutted, no evidence)"


def test_what_is_near_is_enough_to_cut_a_part() -> None:
    picture = shipped("mynumber-insurance-card")
    inside = {box.key for number, box in enumerate(picture.boxes) if number % 3 == 0}
    homes = {box.key: "in" if box.key in inside else "out" for box in picture.boxes}
    whole = split(picture, homes, page)["in"]
    close = near(picture, inside)
    part = split(close, {box.key: homes[box.key] for box in close.boxes}, page)["in"]
    assert (part.boxes, part.lines, part.junctions) == (whole.boxes, whole.lines, whole.junctions)
    assert [stack.boxes for stack in part.stacks] == [stack.boxes for stack in whole.stacks]
