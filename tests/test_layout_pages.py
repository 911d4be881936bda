"""On paper: no text below 7 points, every box on exactly one page, every cut relation named on both of its pages."""

from __future__ import annotations

import pytest

from argmap.layout import Drawing, Options
from argmap.layout.pages import LEAST, LONGEST, PAPERS, Page, pages
from argmap.layout.pieces import atoms, grown
from argmap.layout.sheet import entry_width
from argmap.model import Debate
from argmap.picture import Picture, View
from argmap.picture.measure import width
from argmap.picture.values import SMALL
from tests.pictures import PARTIES, SHIPPED, claims, debate, drawn, overlapping, shipped, struck


def printed(picture: Picture, paper: str = "a4") -> tuple[Page, ...]:
    return pages(Drawing(picture=picture, options=Options(paper=paper)))  # type: ignore[arg-type] # of a parameter


def smallest(page: Page) -> float:
    return SMALL * page.width / page.placed.width


def real(page: Page) -> list[str]:
    return [spot.box.key for spot in page.placed.block.boxes if spot.box.role != "reference"]


def texts(page: Page, style: str) -> list[str]:
    return [text.text for text in page.placed.block.texts if text.style == style]


@pytest.mark.parametrize("paper", sorted(PAPERS))
@pytest.mark.parametrize("name", SHIPPED)
def test_the_shipped_debates(name: str, paper: str) -> None:
    picture = shipped(name)
    found = printed(picture, paper)
    assert 2 <= len(found) <= 6
    assert sorted(key for page in found for key in real(page)) == sorted(picture.box)
    for number, page in enumerate(found, 1):
        assert (page.width, page.height) == pytest.approx(PAPERS[paper])
        assert smallest(page) >= LEAST - 1e-9
        assert texts(page, "source")[-1] == f"{number} / {len(found)}"
        assert list(overlapping(page.placed)) == []
        assert list(struck(page.placed)) == []
        for spot in page.placed.block.boxes:
            assert 0 < spot.x < page.placed.width - spot.box.width
            assert 0 < spot.y < page.placed.height - spot.box.height


def test_the_overview_names_groups_counts_claims_and_pages() -> None:
    first = printed(shipped("mynumber-insurance-card"))[0]
    assert real(first) == []
    assert [frame.group.title for frame in first.placed.block.frames] == [
        group.title for group in shipped("mynumber-insurance-card").groups
    ]
    assert "2–4ページ" in texts(first, "counts")
    assert "△ データを暗号化し、不正なアクセスを防いでいる" in texts(first, "listed")
    counted = {(entry.entry.word, entry.entry.meaning) for entry in first.placed.block.entries}
    assert ("答弁が見当たらない", "2") in counted


def test_references_name_the_page_on_which_the_other_end_is() -> None:
    found = printed(shipped("mynumber-insurance-card"))
    on = {key: number for number, page in enumerate(found, 1) for key in real(page)}
    named = 0
    for page in found:
        for spot in page.placed.block.boxes:
            if spot.box.role == "reference" and spot.box.key.split("@")[0] in on:
                assert spot.box.word == f"→ {on[spot.box.key.split('@')[0]]}ページ"
                named += 1
    assert named > 3


def test_a_small_picture_is_one_page_and_not_blown_up() -> None:
    (page,) = printed(drawn(debate(claims=claims(2))))
    assert (page.width, page.height) == PAPERS["a4"]
    assert smallest(page) == pytest.approx(SMALL * 1.1)
    (empty,) = printed(drawn(debate(), view=View(only="standing")))
    assert texts(empty, "note") == ["この見方に当てはまる発言はありません。"]


def chains(length: int, number: int) -> Debate:
    """One group in which rebuttals of rebuttals make so many chains of columns."""
    said = {
        f"r{row}-{k}": {
            "text": "反論の言葉がここに続く",
            "by": ("member", "city")[k % 2],
            "group": "g",
            "rebuts": [f"r{row}-{k - 1}" if k else f"c{row}"],
        }
        for row in range(number)
        for k in range(length - 1)
    }
    return debate(groups={"g": "件名"}, claims=claims(number, group="g"), rebuttals=said)


@pytest.mark.parametrize(("length", "number"), [(5, 1), (5, 3), (5, 5)])
def test_a_small_picture_that_is_wide_is_one_page(length: int, number: int) -> None:
    picture = drawn(chains(length, number))
    (page,) = printed(picture)
    assert sorted(real(page)) == sorted(picture.box)
    assert smallest(page) >= LEAST - 1e-9
    assert list(overlapping(page.placed)) == []
    assert list(struck(page.placed)) == []
    assert texts(page, "title") == ["題"]


def test_two_pages_need_no_overview() -> None:
    picture = drawn(chains(9, 2))
    found = printed(picture)
    assert len(found) == 2
    assert all(real(page) for page in found)
    assert [texts(page, "title") for page in found] == [["題"], ["題"]]
    assert sorted(key for page in found for key in real(page)) == sorted(picture.box)


def test_pages_with_room_are_drawn_larger() -> None:
    sections = {"groups": {f"g{k}": f"件名{k}" for k in range(16)}}
    held = {
        f"{name}{k}": {"text": "あ" * 50, "by": "city", "group": f"g{k}"}
        for k in range(16)
        for name in "abcdefghij"
    }
    found = printed(drawn(debate(**sections, claims=held)))
    assert len(found) > 2
    assert smallest(found[1]) > LEAST


def test_what_is_in_no_group_has_its_place_in_the_overview() -> None:
    loose = printed(drawn(debate(claims=claims(240))))
    assert [frame.group.title for frame in loose[0].placed.block.frames] == [("題",)]
    grouped = claims(60) | {"a": {"text": "あ", "by": "city", "group": "g"}}
    mixed = printed(drawn(debate(groups={"g": "件名"}, claims=grouped)))
    assert [frame.group.title for frame in mixed[0].placed.block.frames] == [("件名",), ("件名の外",)]


def test_many_groups_take_several_pages_of_overview() -> None:
    groups = {f"g{k}": f"件名その{k}" for k in range(40)}
    held = {
        f"c{k}-{n}": {"text": "あ" * 40, "by": "city", "group": f"g{k}"} for k in range(40) for n in range(3)
    }
    found = printed(drawn(debate(groups=groups, claims=held)))
    overview = [page for page in found if not real(page)]
    assert len(overview) > 1
    assert sum(len(page.placed.block.frames) for page in overview) == 40
    assert "3ページ" not in texts(overview[0], "counts")
    assert all(smallest(page) >= LEAST - 1e-9 for page in found)


def test_a_statement_that_no_page_can_hold_makes_its_page_larger() -> None:
    given = debate(
        claims={"a": {"text": "あ" * 5_000, "by": "city"}, **claims(30)},
        rebuttals={"r": {"text": "い" * 900, "by": "member", "rebuts": ["a"]}},
    )
    found = printed(drawn(given))
    assert max(page.height for page in found) > PAPERS["a4"][1]
    assert all(smallest(page) >= LEAST - 1e-9 for page in found)


def test_no_side_is_longer_than_a_pdf_may_have() -> None:
    found = printed(drawn(debate(claims={"a": {"text": "あ" * 100_000, "by": "city"}, **claims(1)})))
    assert max(page.height for page in found) == pytest.approx(LONGEST)


def test_a_stack_too_big_for_a_page_is_taken_apart() -> None:
    evidence = {f"e{k}": {"text": "証" * 60, "backs": ["c0"], "accepted": True} for k in range(60)}
    picture = drawn(debate(claims=claims(1), evidence=evidence))
    found = printed(picture)
    assert sorted(key for page in found for key in real(page)) == sorted(picture.box)
    assert sum(bool(page.placed.block.stacks) for page in found) > 1
    assert all((page.width, page.height) == pytest.approx(PAPERS["a4"]) for page in found)


def test_what_hangs_together_is_dealt_out_together() -> None:
    given = debate(
        claims=claims(4),
        rebuttals={
            "r0": {"text": "反", "by": "member", "rebuts": ["c0"]},
            "r1": {"text": "反", "by": "member", "rebuts": ["c1", "c0"]},
            "u": {"text": "飛", "by": "member", "undercuts": ["s"]},
        }
        | {"s": {"text": "支", "by": "city", "supports": ["c2"], "rebuts": ["c3"]}},
        evidence={f"e{k}": {"text": "証", "backs": ["r0"], "accepted": True} for k in range(3)},
    )
    picture = drawn(given)
    keys = [box.key for box in picture.boxes]
    parts = atoms(picture, Drawing(picture=picture).placed.block.boxes, keys)
    assert ("d#e0", "d#e1", "d#e2") in parts
    together = {
        frozenset(key for atom in parts[:5] for key in atom),
        frozenset(key for atom in parts[4:] for key in atom),
    }
    assert frozenset({"d#c0", "d#c1", "d#r0", "d#r1", "d#e0", "d#e1", "d#e2"}) in together
    order = grown(picture, [("d#c0",), *(atom for atom in parts if atom != ("d#c0",))], 1e9)
    assert order[0] == ("d#c0",)
    assert set(order[1:5]) >= {("d#r0",), ("d#r1",), ("d#c1",), ("d#e0", "d#e1", "d#e2")}
    assert len(grown(picture, parts, 1.0)) == 1


def party(number: int) -> dict[str, object]:
    return {"name": f"日本維新の会・無所属議員団の議員{number}", "side": "councilor"}


def inside(page: Page) -> bool:
    """Whether no words leave the page."""
    spots = [(spot.x + width(spot.text, spot.size), spot.y) for spot in page.placed.block.texts]
    spots += [(spot.x + entry_width(spot.entry), spot.y) for spot in page.placed.block.entries]
    return all(x <= page.placed.width and 0 < y <= page.placed.height for x, y in spots)


@pytest.mark.parametrize("paper", sorted(PAPERS))
def test_many_or_long_names_leave_room_for_the_legend(paper: str) -> None:
    parties = {"city": PARTIES["city"], **{f"p{k}": party(k) for k in range(6)}, "x": {"name": "長" * 300}}
    said = {f"s{k}": {"text": "発言", "by": name} for k, name in enumerate(parties)}
    found = printed(drawn(debate(parties=parties, claims=said | claims(90))), paper)
    assert paper == "a3" or len(found) > 2
    assert all(inside(page) for page in found)


@pytest.mark.parametrize(("number", "own"), [(1, 0), (6, 0), (20, 1), (150, 2)])
def test_sources_take_their_room_or_pages_of_their_own(number: int, own: int) -> None:
    sources = {
        f"s{k}": {"title": f"会議録その{k}", "url": f"https://example.org/records/2024/12/meeting-{k}"}
        for k in range(number)
    }
    found = printed(drawn(debate(sources=sources, claims=claims(90))))
    last = found[len(found) - own :]
    assert not any(real(page) for page in last)
    assert f"その{number - 1}" in "".join(texts(found[-1], "source"))
    for page in found[: len(found) - own]:
        assert ("出典：末尾のページ" in texts(page, "source")) is bool(own)
        top = min(spot.y - spot.size for spot in page.placed.block.texts if spot.style == "source")
        assert all(top >= spot.y + 15 for spot in page.placed.block.entries)
        assert all(top >= spot.y + spot.box.height for spot in page.placed.block.boxes)
    assert all(inside(page) for page in found)
    assert texts(found[-1], "source")[-1] == f"{len(found)} / {len(found)}"


@pytest.mark.parametrize("title", ["市民の個人情報と" * 15, "題" * 600])
@pytest.mark.parametrize("number", [1, 50, 90])
def test_a_long_title_stays_on_the_page(title: str, number: int) -> None:
    found = printed(drawn(debate(debate={"title": title}, claims=claims(number))))
    for page in found:
        rows = texts(page, "title") or texts(page, "group-title")
        assert 1 < len(rows) <= 3
        assert ("".join(rows) == title) is not rows[-1].endswith("…")
        assert inside(page)
