"""The picture of a change: both states on one map, with what became of every box and line."""

from __future__ import annotations

from functools import cache
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from argmap.comparison import compare
from argmap.diagnostics import Lang
from argmap.layout import Drawing
from argmap.layout.shapes import on_the_way
from argmap.layout.svg import write
from argmap.picture import Picture, union_picture
from argmap.picture.boxes import narrowed
from argmap.picture.legend import only
from argmap.picture.values import PAD
from argmap.render import RENDERERS
from argmap.semantics import analyse
from tests.changes import shipped_against
from tests.debates import Plain, claim, debate, evidence
from tests.pictures import overlapping


@cache
def picture(which: str, lang: Lang = "ja") -> Picture:
    found = shipped_against(which)
    return union_picture(found, found.debates[0], lang)


def marks(of: Picture) -> dict[str, tuple[str, list[str]]]:
    return {
        box.id: (box.mark.change, [badge.text for badge in box.mark.badges]) for box in of.boxes if box.mark
    }


def test_boxes_carry_what_became_of_them_by_sign_and_word() -> None:
    assert marks(picture("reworked")) == {
        "encryption": ("changed", ["≠ 変更", "△ 反論あり・根拠なし", "↓× 反論成立"]),
        "safe-use": ("changed", ["≠ 判定", "× 反論成立", "↑△ 反論あり・根拠なし"]),
        "stolen-data": ("added", ["＋ 追加"]),
        "q-system-failures": ("changed", ["≠ 判定", "◇ 正面から答えていない", "↑● 答弁あり"]),
        "q-donation": ("changed", ["≠ 変更", "？ 答弁が見当たらない"]),
        "q-forms": ("added", ["＋ 追加", "？ 答弁が見当たらない"]),
        "q-receipts": ("removed", ["− 削除", "？ 答弁が見当たらない"]),
    }
    assert marks(picture("same")) == {}
    foot = {box.id: "".join(box.foot) for box in picture("reworked").boxes}
    assert foot["encryption"] == "旧：データを暗号化し、不正なアクセスを防いでいる"
    assert foot["q-donation"] == "変わった点：ID"


def test_lines_carry_what_became_of_them_and_say_so_to_those_who_do_not_see() -> None:
    changed = {line.description: line.change for line in picture("reworked", "en").lines if line.change}
    assert sorted(changed.values()) == ["added", "changed", "removed"]
    assert any(said.startswith("＋ added is evidence for: ") for said in changed)
    boxes = {box.id: box.description for box in picture("reworked", "en").boxes}
    assert boxes["q-receipts"].startswith("− removed · ？ no answer found: question")


def test_a_step_has_one_junction_whether_it_is_attacked_now_or_was() -> None:
    old: Plain = {"claims": {"a": claim("A", supports=["b"]), "b": claim("B")}}
    new = {**old, "rebuttals": {"u": claim("U", undercuts=["a"])}}
    for one, other in ((old, new), (new, old)):
        found = compare(analyse([debate(one)]), analyse([debate(other)]))
        drawn = union_picture(found, found.debates[0], "en")
        assert len(drawn.junctions) == 1
        assert sorted(str(line.change) for line in drawn.lines if line.kind == "supports") == ["None", "None"]


def test_what_is_stacked_became_the_same() -> None:
    items = {f"e{k}": evidence(f"Event {k}", backs=["a"]) for k in range(6)}
    old = {"claims": {"a": claim("A")}, "evidence": dict(list(items.items())[:3])}
    new = {"claims": {"a": claim("A")}, "evidence": items}
    found = compare(analyse([debate(old)]), analyse([debate(new)]))
    drawn = union_picture(found, found.debates[0], "en")
    assert [stack.boxes for stack in drawn.stacks] == [
        ("debate#e0", "debate#e1", "debate#e2"),
        ("debate#e3", "debate#e4", "debate#e5"),
    ]
    added = drawn.box["debate#e3"]
    assert added.head == ()
    assert added.mark is not None
    assert added.mark.rows == (1,)
    assert added.height > drawn.box["debate#e0"].height


def test_badges_keep_within_their_box_at_every_width() -> None:
    for lang in ("ja", "en"):
        for wide in (232.0, 150.0):
            for box in narrowed(picture("reworked", lang), wide).boxes:
                if box.mark is not None:
                    assert sum(box.mark.rows) == len(box.mark.badges)
                    assert max(badge.width for badge in box.mark.badges) <= box.width - 2 * PAD


def test_groups_of_either_state_are_framed_under_the_name_they_have_now() -> None:
    old: Any = {
        "groups": {"g": "Old", "h": "Gone"},
        "claims": {"a": claim("A", group="g"), "b": claim("B", group="h")},
    }
    new: Any = {"groups": {"g": "New"}, "claims": {"a": claim("A", group="g")}}
    found = compare(analyse([debate(old)]), analyse([debate(new)]))
    names = [group.name for group in union_picture(found, found.debates[0], "en").groups]
    assert sorted(names) == ["Gone", "New"]
    counts = {group.name: group.counts for group in union_picture(found, found.debates[0], "en").groups}
    assert counts == {"New": "nothing changed", "Gone": "− removed 1"}
    assert {group.counts for group in picture("same").groups} == {"変わったことはない"}


def test_statements_of_other_debates_are_drawn_where_they_bear_on_this_one() -> None:
    old = analyse([debate({"claims": {"a": claim("A")}}, "x"), debate({}, "y")])
    new = analyse(
        [
            debate({"claims": {"a": claim("A")}}, "x"),
            debate({"rebuttals": {"r": claim("R", rebuts=["x#a"])}, "claims": {"s": claim("S")}}, "y"),
        ]
    )
    found = compare(old, new)
    first, second = found.debates
    drawn = union_picture(found, first, "en")
    assert [box.key for box in drawn.boxes] == ["x#a", "y#r"]
    assert found.touches(first)
    assert found.touches(second)
    same = compare(old, old)
    assert not any(same.touches(pair) for pair in same.debates)
    linked = compare(
        new,
        analyse(
            [new.graph.debates[0], debate({"rebuttals": {"r": claim("R")}, "claims": {"s": claim("S")}}, "y")]
        ),
    )
    assert linked.touches(linked.debates[0])


def test_the_legend_explains_every_mark_that_occurs_and_no_other() -> None:
    first = picture("reworked").legend[0]
    assert first.title == "印：変わったこと"
    assert [entry.name for entry in first.entries] == [
        "added",
        "removed",
        "changed",
        "verdict",
        "still",
        "fell",
        "rose",
    ]
    asked = next(part for part in picture("reworked").legend if part.title == "印：答弁があるか")
    assert "evasive" in [entry.name for entry in asked.entries]  # nothing but what it was before
    assert "変わった" not in picture("same").legend[0].title
    empty = picture("empty")
    assert [entry.name for entry in empty.legend[0].entries] == ["removed"]
    some = [box for box in picture("reworked").boxes if box.id == "stolen-data"]
    assert [entry.name for entry in only(picture("reworked").legend, some, ())[0].entries] == ["added"]


def test_the_subtitle_counts_and_tells_what_turned_first() -> None:
    first, second, *rest = picture("reworked").subtitle
    assert first == "2024年12月 → 2025年3月　｜　＋ 追加 2　− 削除 1　≠ 変更 2　≠ 判定 3"
    assert second.startswith(
        "市（答弁）の主張 encryption（データを強く暗号化し、不正なアクセスを防いでいる）は、"
    )
    assert rest[-1].endswith("が付いた。")
    assert second in picture("reworked").description
    assert picture("same", "en").subtitle == ("December 2024 | nothing changed",)
    nothing = compare(analyse([]), analyse([debate({})]))
    assert union_picture(nothing, nothing.debates[0], "en").note == "This debate has no statements yet."


def test_the_drawing_says_it_without_colour() -> None:
    drawing = Drawing(picture=picture("reworked"))
    assert list(overlapping(drawing.placed)) == []
    svg = write(drawing.placed)
    root = ET.fromstring(svg)  # noqa: S314 - our own output
    nodes = [
        each for each in root.iter("{http://www.w3.org/2000/svg}g") if "node" in each.get("class", "").split()
    ]
    classes = {each.get("data-id"): each.get("class", "").split()[-1] for each in nodes}
    assert classes["stolen-data"] == "added"
    assert classes["q-receipts"] == "removed"
    assert classes["coercion"] == "still"
    assert svg.count('class="sign"') == 3
    assert ".node.removed .t{text-decoration:line-through}" in svg
    assert svg == write(Drawing(picture=picture("reworked")).placed)
    ordinary = write(Drawing(picture=picture("same")).placed)
    assert "still" not in ordinary
    assert "line-through" not in ordinary


@pytest.mark.parametrize("name", ["png", "pdf"])
def test_it_is_drawn_in_the_formats_that_people_print(name: str) -> None:
    found = compare(
        analyse([debate({"claims": {"a": claim("A")}})]), analyse([debate({"claims": {"b": claim("B")}})])
    )
    made = RENDERERS[name].render(Drawing(picture=union_picture(found, found.debates[0], "ja")))
    assert isinstance(made, bytes)
    assert made[1:4] in (b"PNG", b"PDF")


def test_a_sign_stands_on_the_line() -> None:
    straight = ((0.0, 0.0), (30.0, 0.0), (60.0, 0.0), (90.0, 0.0))
    x, y = on_the_way(straight)
    assert 0 < x < 45
    assert y == 0
    two = (*straight, (120.0, 0.0), (150.0, 0.0), (180.0, 0.0))
    assert 90 < on_the_way(two)[0] < 180
