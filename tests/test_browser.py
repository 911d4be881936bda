"""The page of a debate in a real browser: its map, what is told of a statement, what is found, what-if and the walk."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import argmap
from argmap import pipeline
from argmap.questions import follow_ups
from argmap.semantics import Analysis
from tests.browser import (
    NARROW,
    NEWSLETTER,
    SCHEMES,
    SIZES,
    Visitor,
    address,
    boxes,
    focused,
    ids,
    node,
    settled,
    turn,
    until,
)

if TYPE_CHECKING:
    from playwright.sync_api import Page

SCALE = "() => { const map = document.querySelector('#sheet svg'); return map.getBoundingClientRect().width / map.viewBox.baseVal.width; }"
PLACE = """([x, y]) => {
  const there = new DOMPoint(x, y).matrixTransform(document.querySelector("#sheet svg").getScreenCTM().inverse());
  return [there.x, there.y];
}"""
LEAKS = (
    "leak-causes",
    "wrong-certificate",
    "wrong-insurance-record",
    "wrong-account",
    "family-account",
    "pension-record-seen",
    "wrong-credit-card",
    "namesake-mixed-up",
    "wrong-disability-record",
)
"""The evidence of the one rebuttal that has any, `leaks-happen`."""
NO_LEAKS = f"off={','.join(LEAKS)}"
SOURCED = """\
debate: {title: Lamps, lang: ja}
parties: {city: {name: 市, side: government}}
sources:
  minutes: {title: 会議録, url: "https://example.org/minutes", file: minutes.txt, date: 2025-06}
claims:
  exact: {text: 街灯は足りている, by: city, source: {in: minutes, quote: 街灯は足りており, at: 12頁}}
  near: {text: 街灯は明るい, by: city, source: {in: minutes, quote: 街灯の明るさは百ルクスある}}
  absent: {text: 街灯は安い, by: city, source: {in: minutes, quote: 電気代はごくわずかで}}
"""
MINUTES = "市長は答えた。街灯は足りており、増やさない。街灯の明るさは百二ルクスある。以上。\n"


@pytest.fixture(scope="module")
def analysis() -> Analysis:
    """What Python decides of the newsletter's debate."""
    return argmap.analyse(argmap.load(NEWSLETTER))


def scale(page: Page) -> float:
    settled(page)
    found: float = page.evaluate(SCALE)
    return found


def middle(page: Page) -> tuple[float, float]:
    """The middle of the canvas, on the screen."""
    box = page.locator("#canvas").bounding_box()
    assert box is not None
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def in_sight(page: Page, name: str) -> bool:
    """Whether the whole box lies on the canvas."""
    left, top, right, bottom = boxes(page)[name]
    box = page.locator("#canvas").bounding_box()
    assert box is not None
    return (
        left >= box["x"]
        and top >= box["y"]
        and right <= box["x"] + box["width"]
        and bottom <= box["y"] + box["height"]
    )


def badge(page: Page, name: str) -> tuple[str, str, str]:
    """What stands on the badge of a box, how wide the badge is, and where."""
    pill = node(page, name).locator(".badge rect")
    words = node(page, name).locator(".badge text")
    return words.text_content() or "", pill.get_attribute("width") or "", pill.get_attribute("x") or ""


def lit(page: Page) -> set[str]:
    return set(ids(page.locator("#sheet .dimmed .node:is(.lit, .selected)")))


def found(page: Page) -> set[str]:
    return set(ids(page.locator("#hits li a")))


# The map


def test_it_fits_every_screen(visitor: Visitor) -> None:
    page = visitor.open()
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme)
        for width, height in SIZES:
            page.set_viewport_size({"width": width, "height": height})
            settled(page)
            assert page.evaluate("document.documentElement.scrollWidth") <= width
            box = page.locator("#sheet svg").bounding_box()
            assert box is not None
            assert 0 <= box["x"] < box["x"] + box["width"] <= width
            assert page.locator("#find").is_visible()


def test_the_wheel_zooms_about_the_mouse(visitor: Visitor) -> None:
    page = visitor.open()
    before, there = scale(page), page.evaluate(PLACE, [300, 400])
    page.mouse.move(300, 400)
    page.mouse.wheel(0, -240)
    until(lambda: scale(page) > before * 1.2)
    assert page.evaluate(PLACE, [300, 400]) == pytest.approx(there, abs=2)
    page.mouse.wheel(0, 2400)
    until(lambda: scale(page) < before * 1.1)


def test_the_map_is_dragged_and_a_drag_selects_nothing(visitor: Visitor) -> None:
    page = visitor.open(hash="#select=encryption")
    left, top, right, bottom = boxes(page)["encryption"]
    x, y = (left + right) / 2, (top + bottom) / 2
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 60, y - 50, steps=4)
    page.mouse.up()
    assert boxes(page)["encryption"][:2] == pytest.approx((left + 60, top - 50), abs=2)
    settled(page)
    assert address(page) == "#select=encryption"
    node(page, "theft-presumed").click()
    assert address(page) == "#select=theft-presumed"
    page.mouse.click(*middle(page))


def test_two_fingers_zoom_and_one_pans(visitor: Visitor) -> None:
    page = visitor.open(size=NARROW, has_touch=True, is_mobile=True)
    device = page.context.new_cdp_session(page)
    x, y = middle(page)

    def touch(kind: str, apart: float) -> None:
        points = [{"x": x - apart, "y": y}, {"x": x + apart, "y": y}] if apart else []
        device.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    before, there = scale(page), page.evaluate(PLACE, [x, y])
    touch("touchStart", 30)
    touch("touchMove", 60)
    touch("touchMove", 120)
    touch("touchEnd", 0)
    assert scale(page) == pytest.approx(4 * before, rel=0.05)
    assert page.evaluate(PLACE, [x, y]) == pytest.approx(there, abs=5)
    at = page.locator("#canvas").evaluate("canvas => canvas.scrollTop")
    for moved in range(0, 70, 10):
        points = [{"x": x, "y": y - moved}]
        kind = "touchMove" if moved else "touchStart"
        device.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})
    touch("touchEnd", 0)
    until(lambda: page.locator("#canvas").evaluate("canvas => canvas.scrollTop") > at + 30)
    assert scale(page) == pytest.approx(4 * before, rel=0.05)


def test_buttons_zoom_fit_and_fill_the_screen(visitor: Visitor) -> None:
    page = visitor.open()
    start = scale(page)
    page.get_by_role("button", name="拡大", exact=True).click()
    assert scale(page) == pytest.approx(1.25 * start)
    page.get_by_role("button", name="縮小", exact=True).click()
    assert scale(page) == pytest.approx(start)
    page.get_by_role("button", name="拡大", exact=True).click(click_count=3)
    page.get_by_role("button", name="全体を表示").click()
    assert scale(page) == pytest.approx(start)
    page.get_by_role("button", name="全画面").click()
    until(lambda: page.evaluate("document.fullscreenElement?.id") == "map")


def test_a_small_map_leads_where_the_large_one_is_not_seen(visitor: Visitor) -> None:
    page = visitor.open()
    small = page.locator("#minimap")
    assert small.is_hidden()
    turn(page, "#select=q-licence-link")
    until(small.is_visible)
    assert not in_sight(page, "q-donations")
    box = small.bounding_box()
    assert box is not None
    small.click(position={"x": box["width"] - 4, "y": box["height"] / 3})
    settled(page)
    assert not in_sight(page, "q-licence-link")
    assert in_sight(page, "transition-certificate")
    page.locator("#zoom-fit").click()
    settled(page)
    assert small.is_hidden()


def test_what_cannot_be_read_is_not_drawn(visitor: Visitor) -> None:
    page = visitor.open()
    words, sign = node(page, "access-prevented").locator(".t").first, page.locator(".sign").first
    assert words.is_hidden()
    assert sign.is_visible()
    turn(page, "#select=access-prevented")
    until(words.is_visible)
    assert sign.is_hidden()


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_what_is_selected_comes_into_sight_and_can_be_read(visitor: Visitor, size: tuple[int, int]) -> None:
    page = visitor.open(size=size)
    for name in ("q-retired-officials", "access-prevented", "wrong-disability-record"):
        turn(page, f"#select={name}")
        until(lambda: in_sight(page, name))  # noqa: B023 - it is over before the next
        assert scale(page) * 13 >= 10


def test_every_word_of_the_map_is_in_its_box_and_in_the_font_of_the_page(visitor: Visitor) -> None:
    page = visitor.open(hash="#select=encryption")
    assert page.evaluate("[...document.fonts].map(font => font.status)") == ["loaded"]
    device = page.context.new_cdp_session(page)
    for command in ("DOM.enable", "CSS.enable"):
        device.send(command)
    root = device.send("DOM.getDocument")["root"]["nodeId"]
    map_ = device.send("DOM.querySelector", {"nodeId": root, "selector": "#sheet svg"})["nodeId"]
    fonts = device.send("CSS.getPlatformFontsForNode", {"nodeId": map_})["fonts"]
    assert fonts
    assert all(font["isCustomFont"] for font in fonts)
    room = page.locator("#sheet .node text:not(.sign)").evaluate_all(
        """all => all.map(text => {
             const box = text.closest(".node").querySelector(".shape").getBBox();
             return box.x + box.width - text.x.baseVal[0].value - text.getComputedTextLength();
           })"""
    )
    assert len(room) > 150
    assert min(room) >= 2


# What is told


def test_everything_is_told_of_what_is_selected(visitor: Visitor, analysis: Analysis) -> None:
    page = visitor.open()
    page.locator("#overview").get_by_role("link", name="国の対策によって、不正アクセスは防げている").click()
    panel, verdict = page.locator("#detail"), analysis["access-prevented"]
    assert panel.get_by_role("heading", level=2).inner_text() == verdict.statement.text
    assert panel.locator(".kind").inner_text().split() == ["主張", "市（答弁）", "access-prevented"]
    assert panel.locator(".verdict").inner_text() == "× 反論成立"
    explained = analysis.why("access-prevented")
    assert panel.locator("h3:text('なぜ') + p").inner_text() == explained.says.ja
    told = panel.locator(".reasons li").first.inner_text()
    assert told.startswith("議員の反論（情報漏れは、技術だけでは防ぎきれない）は、過去の漏洩の主因は、")
    assert told.endswith(
        "、健康保険証に、別人の情報が結び付いた ほか6件 に裏づけられ、これへの再反論は見当たらない。"
    )
    assert panel.locator(".reasons li").count() == len(explained.reasons)
    assert {"leaks-happen", "leak-causes", "new-attacks"} <= set(ids(panel.locator(".reasons a")))
    assert listed(page, "反論") == ["leaks-happen", "intrinsic-weakness", "new-attacks"]
    assert set(listed(page, "支え")) == {
        "encryption",
        "distributed-management",
        "multi-factor-authentication",
    }
    assert listed(page, "答える質問") == ["q-licence-link", "q-leak-risk"]
    panel.locator(".reasons").get_by_role("link", name="情報漏れは、技術だけでは防ぎきれない").click()
    assert address(page) == "#select=leaks-happen"
    assert listed(page, "証拠") == list(LEAKS)
    assert "横浜市" in panel.locator(".rows li", has_text="別人の住民票").inner_text()
    assert listed(page, "反論の相手") == ["access-prevented", "safe-use"]
    panel.get_by_role("button", name="この9件がすべてなかったら").click()
    assert set(ids(page.locator(".changes a"))) == {"access-prevented", "safe-use"}


def listed(page: Page, heading: str) -> list[str]:
    return ids(page.locator(f"#detail h3:text-is('{heading}') + ul a"))


def test_evidence_says_what_it_is_where_it_happened_and_where_it_was_said(visitor: Visitor) -> None:
    told = visitor.open(hash="#select=wrong-certificate").locator("#detail").inner_text()
    for words in (
        "証拠（事例）　議員",
        "横浜市",
        "議員のニュースレター（2024年12月）",
        "指摘（主なトラブル）",
    ):
        assert words in told
    assert "「他人の住民票が発行」" in told


def test_the_follow_up_questions_stand_with_what_they_ask_about(visitor: Visitor) -> None:
    corpus = pipeline.read([NEWSLETTER])
    drafted = follow_ups(corpus.analysis, corpus.debates[0], "government")
    page = visitor.open()
    for name in dict.fromkeys(one.about for one in drafted):
        turn(page, f"#select={name}")
        expected = [one.text.ja for one in drafted if one.about == name]
        assert page.locator("#detail .ask").all_inner_texts() == expected
    turn(page, "#select=leak-causes")
    assert page.locator("#detail .ask").count() == 0


def test_a_passage_shows_the_words_of_its_source(visitor: Visitor, tmp_path: Path) -> None:
    (tmp_path / "minutes.txt").write_text(MINUTES, encoding="utf-8")
    debate = tmp_path / "lamps.yaml"
    debate.write_text(SOURCED, encoding="utf-8")
    page = visitor.open(debate, "#select=exact")
    passage = page.locator("#detail blockquote")
    assert passage.locator("mark").inner_text() == "街灯は足りており"
    assert passage.inner_text() == MINUTES.strip()
    link = page.locator("#detail").get_by_role("link", name="会議録")
    assert link.get_attribute("href") == "https://example.org/minutes"
    assert "noopener" in (link.get_attribute("rel") or "")
    told = page.locator("#detail")
    assert "2025年6月、12頁" in told.inner_text()
    assert "出典のとおり" in told.inner_text()
    turn(page, "#select=near")
    assert passage.locator("mark").inner_text() == "街灯の明るさは百二ルクスある"
    assert "出典とわずかに違う" in told.inner_text()
    turn(page, "#select=absent")
    assert passage.count() == 0
    assert "「電気代はごくわずかで」" in told.inner_text()
    assert "出典にこの語句は見当たらない" in told.inner_text()


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (
            "leaks-happen",
            {"leaks-happen", "access-prevented", "safe-use", *LEAKS},
        ),
        (
            "encryption",
            {"encryption", "measures-do-not-protect", "theft-presumed", "access-prevented"},
        ),
        ("q-notice", {"q-notice"}),
    ],
)
def test_what_bears_on_it_is_brought_out(visitor: Visitor, name: str, expected: set[str]) -> None:
    page = visitor.open(hash=f"#select={name}")
    assert lit(page) == expected
    shown = page.locator("#sheet .node").evaluate_all(
        "all => all.filter(one => getComputedStyle(one).opacity === '1').map(one => one.dataset.id)"
    )
    assert set(shown) == expected
    page.get_by_role("button", name="戻る").click()
    assert page.locator("#sheet .dimmed").count() == 0


# What is found


def test_text_id_party_and_place_are_searched(visitor: Visitor) -> None:
    page = visitor.open()
    for words, expected in (
        ("ﾏｲﾅ", "state-countermeasures"),
        ("横浜", "wrong-certificate"),
        ("まいな", "state-countermeasures"),
        ("Leak-Causes", "leak-causes"),
        ("８８７９億", "q-total-cost"),
        ("証拠 事例 静岡県", "wrong-disability-record"),
        ("市（答弁） 暗号化", "encryption"),
    ):
        page.get_by_role("searchbox").fill(words)
        assert found(page) == {expected}
        assert page.locator("#say").inner_text() == "1件"
        until(lambda: lit(page) == {expected})  # noqa: B023 - it is over before the next
        page.keyboard.press("Enter")
        assert address(page) == f"#select={expected}&q={words}"


def test_every_key_narrows_the_search(visitor: Visitor) -> None:
    page = visitor.open()
    counts = []
    page.get_by_role("searchbox").focus()
    for letter in "wrong-account":
        page.keyboard.type(letter)
        counts.append(page.locator("#hits li").count())
    assert counts[0] > counts[5] == 5
    assert counts == sorted(counts, reverse=True)
    assert found(page) == {"wrong-account"}
    page.keyboard.type(" and no such words")
    assert page.locator("#detail").inner_text() == "見当たらない。"
    assert page.locator("#say").inner_text() == "0件"
    page.keyboard.press("Enter")
    assert "select" not in address(page)


def test_filters_narrow_and_are_cleared(visitor: Visitor, analysis: Analysis) -> None:
    page = visitor.open()
    page.get_by_role("button", name="絞り込み", exact=True).click()
    menu = page.get_by_role("dialog", name="絞り込み")
    debate = argmap.load(NEWSLETTER)
    standing = {one.id for one in analysis.verdicts if one.status.stands}
    claims = {local for local, one in debate.claims.items() if one.by == "city"}
    everything = {one.id for one in analysis.verdicts} | set(debate.questions)
    groups = {local: one.group for local, one in (*debate.statements(), *debate.questions.items())}
    expected = everything
    for label, fitting in (
        ("主張", set(debate.claims)),
        ("市（答弁）", claims),
        ("まだ成り立っているものだけ", standing),
        ("個人情報の安全性", {local for local, group in groups.items() if group == "privacy"}),
        ("△ 反論あり・根拠なし", {one.id for one in analysis.verdicts if one.status.value == "challenged"}),
        ("証拠の付いていないものだけ", set(debate.claims) | set(debate.rebuttals) - {"leaks-happen"}),
    ):
        menu.get_by_label(label, exact=True).check()
        expected = expected & fitting
        assert found(page) == expected, label
    assert expected == {"encryption", "distributed-management", "multi-factor-authentication"}
    assert "on" in (page.locator("#open-filter").get_attribute("class") or "")
    menu.get_by_role("button", name="絞り込みを解除").click()
    assert menu.locator("input:checked").count() == 0
    assert page.locator("#overview").is_visible()


def test_the_list_is_sorted_by_every_column(visitor: Visitor) -> None:
    page = visitor.open(hash="#view=list")
    table = page.get_by_role("table")
    heads = table.get_by_role("columnheader")
    assert [head.split()[0] for head in heads.all_inner_texts()] == [
        "状態",
        "発言",
        "種類",
        "反論",
        "証拠",
        "質問",
    ]
    assert table.get_by_role("row").count() == 1 + 45
    for column in range(heads.count()):
        heads.nth(column).get_by_role("button").click()
        assert table.locator("[aria-sort]").count() == 1
        assert heads.nth(column).get_attribute("aria-sort") == "ascending"
        rising = cells(page, column)
        heads.nth(column).get_by_role("button").click()
        assert heads.nth(column).get_attribute("aria-sort") == "descending"
        falling = cells(page, column)
        assert falling == rising[::-1]
        assert rising != falling
        if column >= 3:
            counts = [int(cell) if cell != "–" else 0 for cell in rising]
            assert counts == sorted(counts)
    page.locator("#list").get_by_role("link", name="情報漏れは、技術だけでは防ぎきれない").click()
    assert address(page) == "#select=leaks-happen&view=list"
    assert page.locator("#detail").is_visible()


def cells(page: Page, column: int) -> list[str]:
    """What is sorted by: a column of the table; of kinds without the party, which breaks no tie."""
    texts = page.locator(f"#list tbody tr > :nth-child({column + 1})").all_inner_texts()
    return [text.split("\u3000")[0].split("（")[0] for text in texts] if column == 2 else texts


def test_the_matrix_says_who_attacks_what_and_how(visitor: Visitor) -> None:
    page = visitor.open(hash="#view=matrix")
    assert matrix(page)["access-prevented"] == {
        "leaks-happen": "×",
        "intrinsic-weakness": "△",
        "new-attacks": "△",
    }
    assert matrix(page)["encryption"] == {"measures-do-not-protect": "△", "theft-presumed": "△"}
    turn(page, "#view=matrix&group=cost")
    assert page.get_by_role("table").count() == 0
    assert "反論されたものはない" in page.locator("#matrix").inner_text()
    turn(page, f"#view=matrix&{NO_LEAKS}")
    assert matrix(page)["access-prevented"]["leaks-happen"] == "△"


def matrix(page: Page) -> dict[str, dict[str, str]]:
    rows: list[tuple[str, list[tuple[str, str]]]] = page.locator("#matrix tbody tr").evaluate_all(
        """rows => rows.map(row => [
             row.querySelector("th a").dataset.id,
             [...row.querySelectorAll("td a")].map(cell => [cell.dataset.id, cell.textContent]),
           ])"""
    )
    return {name: dict(found) for name, found in rows}


def sight(page: Page) -> dict[str, object]:
    """All that a reader sees, once the map has followed the search."""
    settled(page)
    seen: dict[str, object] = page.evaluate(
        """() => ({
             text: [...document.querySelectorAll(".bar, .panel, #trial, #list, #matrix, #steps")].map(
               place => place.checkVisibility() && place.innerText),
             search: document.querySelector("#find").value,
             ticked: [...document.querySelectorAll("input[name]:checked")].map(one => one.name + one.value),
             boxes: [...document.querySelectorAll("#sheet .node")].map(
               one => [one.matches(".selected"), one.matches(".off"), one.matches(".dimmed :not(.lit)")].join()),
           })"""
    )
    return seen


def test_every_state_has_an_address(visitor: Visitor) -> None:
    page = visitor.open()
    seen = [sight(page)]
    for state in (
        "#select=leaks-happen",
        "#q=%E6%9A%97%E5%8F%B7&view=list",
        "#view=matrix&party=city",
        "#role=rebuttal&stands=&bare=",
        "#status=challenged,rebutted&group=privacy",
        f"#select=access-prevented&{NO_LEAKS}",
        "#select=q-insurer-workload&step=3",
    ):
        turn(page, state)
        page.wait_for_timeout(200)
        seen.append(sight(page))
        page.reload()
        until(lambda: sight(page) == seen[-1])
    assert all(one != other for place, one in enumerate(seen) for other in seen[:place])
    for expected in seen[-2::-1]:
        page.go_back()
        until(lambda: sight(page) == expected)  # noqa: B023 - it is over before the next
    page.go_forward()
    until(lambda: sight(page) == seen[1])


def test_what_is_done_is_in_the_address(visitor: Visitor) -> None:
    page = visitor.open()
    page.locator("#find").fill("漏")
    page.get_by_role("radio", name="一覧表").check(force=True)
    page.locator("#open-filter").click()
    page.get_by_label("反論", exact=True).check()
    page.keyboard.press("Escape")
    page.locator("#list").get_by_role("link").first.click()
    page.get_by_label("これがなかったら").check()
    shown = page.evaluate("Object.fromEntries(new URLSearchParams(location.hash.slice(1)))")
    expected = {
        "q": "漏",
        "view": "list",
        "role": "rebuttal",
        "select": "leaks-happen",
        "off": "leaks-happen",
    }
    assert shown == expected
    page.go_back()
    assert page.get_by_label("これがなかったら").is_checked() is False


def test_a_link_to_the_row_of_a_statement_opens_it(visitor: Visitor) -> None:
    page = visitor.open(hash="#s-leaks-happen")
    assert page.locator("#told").inner_text() == "情報漏れは、技術だけでは防ぎきれない"
    turn(page, "#select=nothing-of-the-kind")
    assert page.locator("#overview").is_visible()


# What if


def test_leaving_out_the_evidence_raises_the_claim_and_putting_it_back_lowers_it(visitor: Visitor) -> None:
    page = visitor.open()
    held = badge(page, "access-prevented")
    everything = sight(page)
    assert held[0] == "× 反論成立"
    turn(page, f"#off={','.join(LEAKS[1:])}&select={LEAKS[0]}")
    assert badge(page, "access-prevented") == held
    assert "どの判定も変わらない" in page.locator("#trial").inner_text()
    page.get_by_role("switch").check()
    tried = badge(page, "access-prevented")
    assert tried[0] == "△ 反論あり・根拠なし"
    assert float(tried[1]) > float(held[1])
    assert right(tried) == pytest.approx(right(held))
    assert set(ids(page.locator(".changes a"))) == {"access-prevented", "safe-use"}
    assert "↑ 持ち直す" in page.locator(".changes li").first.inner_text()
    assert "反論成立 → 反論あり・根拠なし" in page.locator("#say").inner_text()
    assert "反論あり・根拠なし" in (node(page, "access-prevented").get_attribute("aria-label") or "")
    assert "off" in (node(page, LEAKS[0]).get_attribute("class") or "").split()
    turn(page, f"#{NO_LEAKS}&view=list")
    row = page.locator("#list tr[data-id='access-prevented'] td").first
    assert row.inner_text() == "△ 反論あり・根拠なし"
    page.locator("#trial summary").click()
    page.locator("#trial").get_by_role("button", name="元に戻す: 横浜市のコンビニで").click()
    assert row.inner_text() == "× 反論成立"
    page.get_by_role("button", name="実際の討論では").click()
    assert page.locator("#trial").is_hidden()
    turn(page, "#")
    assert badge(page, "access-prevented") == held
    assert sight(page) == everything


def right(one: tuple[str, str, str]) -> float:
    return float(one[1]) + float(one[2])


def test_leaving_out_a_ground_may_lower(visitor: Visitor) -> None:
    page = visitor.open(hash="#select=leak-causes")
    page.get_by_role("switch").check()
    assert ids(page.locator(".changes a")) == []
    turn(page, "#select=leaks-happen&off=leaks-happen")
    assert badge(page, "safe-use")[0] == "△ 反論あり・根拠なし"
    assert page.locator("#leave-out").is_checked()
    assert (
        page.locator(".offs a").evaluate("link => getComputedStyle(link).textDecorationLine")
        == "line-through"
    )
    turn(page, "#select=safe-use&off=leaks-happen")
    row = page.locator("#detail .rows li", has_text="情報漏れは、技術だけでは防ぎきれない")
    assert row.locator(".note").inner_text() == "外したもの"
    assert page.locator("#detail h3").first.inner_text() == "実際の討論では"


# The walk


def test_the_walk_goes_through_the_debate_in_its_order(visitor: Visitor) -> None:
    page = visitor.open()
    order: list[str] = page.evaluate("JSON.parse(document.querySelector('#data').textContent).walk")
    debate = argmap.load(NEWSLETTER)
    turns = {local: one.turn or 0 for local, one in (*debate.statements(), *debate.questions.items())}
    assert set(order) == set(turns)
    assert all(turns[one] <= turns[other] for one, other in pairwise(order))
    page.get_by_role("button", name="順に見る").click()
    visited = page.evaluate(
        """() => {
             const next = document.querySelector("#walk-next");
             const at = () => new URLSearchParams(location.hash.slice(1)).get("select");
             const visited = [at()];
             while (!next.disabled) { next.click(); visited.push(at()); }
             return visited;
           }"""
    )
    assert visited == order
    assert lit(page) == set(order)
    assert page.locator("#walk-at").inner_text() == "45 / 45"


def test_keys_lead_the_walk(visitor: Visitor) -> None:
    page = visitor.open()
    page.get_by_role("button", name="順に見る").click()
    order: list[str] = page.evaluate("JSON.parse(document.querySelector('#data').textContent).walk")
    page.locator("body").press("ArrowRight")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowLeft")
    assert address(page) == f"#select={order[1]}&step=2"
    assert lit(page) == set(order[:2])
    assert page.locator("#say").inner_text().startswith("2 / 45. 質問　議員")
    page.get_by_role("button", name="前へ").click()
    assert page.get_by_role("button", name="前へ").is_disabled()
    page.keyboard.press("Escape")
    assert page.locator("#steps").is_hidden()
    assert "step" not in address(page)
    assert focused(page) == "walk"
