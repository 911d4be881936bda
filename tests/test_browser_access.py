"""The page of a debate for everyone: keyboard alone, screen reader, contrast, large text, fingers, any debate."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from tests.browser import (
    NARROW,
    ROOT,
    SCHEMES,
    WIDE,
    Scheme,
    Visitor,
    address,
    boxes,
    focused,
    node,
    turn,
)

if TYPE_CHECKING:
    from playwright.sync_api import Page

AXE = ROOT / ".ci" / "node_modules" / "axe-core" / "axe.min.js"
TRIAL = "#select=access-prevented&off=leak-causes,leaks-happen"
STATES = {
    "start": "#",
    "selected": "#select=access-prevented",
    "evidence": "#select=wrong-certificate",
    "found": "#q=漏",
    "list": "#view=list",
    "matrix": "#view=matrix",
    "walk": "#select=q-insurer-workload&step=3",
    "trial": TRIAL,
}
MENUS = ("filter", "print", "keys")
FAULTS = """async () => {
  const {violations} = await axe.run(document, {resultTypes: ["violations"]});
  return violations.flatMap(({id, nodes}) => nodes.map(node => `${id}: ${node.html} ${node.failureSummary}`));
}"""
PAINTED = """() => {
  const grounds = [...document.querySelectorAll(
    "#sheet svg :is(.sheet, .frame, .stack rect, .shape, .head, .pill)")].map(
      ground => ({ground, place: ground.getBoundingClientRect(), fill: getComputedStyle(ground).fill}));
  return [...document.querySelectorAll("#sheet text")].filter(text => text.checkVisibility()).map(text => {
    const {left, right, top, bottom} = text.getBoundingClientRect();
    const [x, y] = [(left + right) / 2, (top + bottom) / 2];
    const under = grounds.filter(({ground, place, fill}) => fill !== "none"
      && ground.compareDocumentPosition(text) & Node.DOCUMENT_POSITION_FOLLOWING
      && place.left <= x && x <= place.right && place.top <= y && y <= place.bottom);
    const {fill, stroke} = getComputedStyle(text);
    return [text.textContent, fill, stroke, under.at(-1)?.fill ?? getComputedStyle(document.body).backgroundColor];
  });
}"""
SMALL_TARGETS = """() => [...document.querySelectorAll(
    "button, summary, select, textarea, input, a:not(p a, .reasons a, .changes a)")].flatMap(one => {
  const row = getComputedStyle(one, "::after").inset === "0px" ? one.closest(".rows > li, #list tr, .cross th") : null;
  const target = one.closest("label") ?? row ?? one;
  if (!one.checkVisibility() || one.matches(".skip")) return [];
  const {width, height} = target.getBoundingClientRect();
  return width >= 43.9 && height >= 43.9 ? [] : [`${target.outerHTML.slice(0, 120)} ${width} x ${height}`];
})"""


# Keyboard alone


def test_every_box_is_reached_by_arrow_keys(visitor: Visitor) -> None:
    page = visitor.open()
    page.locator("#canvas").focus()
    page.keyboard.press("ArrowDown")
    start = focused(page)
    places = boxes(page)
    assert start in places
    reached = page.evaluate(
        """start => {
             const at = new Map([...document.querySelectorAll("#sheet .node")].map(one => [one.dataset.id, one]));
             const reached = new Set([start]);
             for (const from of reached)
               for (const key of ["ArrowLeft", "ArrowUp", "ArrowRight", "ArrowDown"]) {
                 at.get(from).focus();
                 at.get(from).dispatchEvent(new KeyboardEvent("keydown", {key, bubbles: true}));
                 reached.add(document.activeElement.dataset.id);
               }
             return [...reached];
           }""",
        start,
    )
    assert set(reached) == set(places)


def test_arrows_move_to_the_nearest_and_enter_opens_it(visitor: Visitor) -> None:
    page = visitor.open(hash="#select=access-prevented")
    node(page, "access-prevented").focus()
    for key, expected in (
        ("ArrowLeft", "q-licence-link"),
        ("ArrowDown", "q-leak-risk"),
        ("ArrowRight", "safe-use"),
        ("ArrowUp", "access-prevented"),
    ):
        page.keyboard.press(key)
        assert focused(page) == expected
    page.keyboard.press("ArrowLeft")
    assert address(page) == "#select=access-prevented"
    page.keyboard.press("Enter")
    assert address(page) == "#select=q-licence-link"
    assert node(page, "q-licence-link").get_attribute("aria-pressed") == "true"
    assert node(page, "access-prevented").get_attribute("aria-pressed") == "false"


def test_keys_zoom_search_list_themselves_and_lead_back(visitor: Visitor) -> None:
    page = visitor.open()
    width = "map => map.getBoundingClientRect().width"
    drawn = page.locator("#sheet svg")
    before = drawn.evaluate(width)
    page.locator("#canvas").focus()
    page.keyboard.press("+")
    assert drawn.evaluate(width) == pytest.approx(1.25 * before)
    page.keyboard.press("0")
    assert drawn.evaluate(width) == pytest.approx(before)
    page.keyboard.press("/")
    assert focused(page) == "find"
    page.keyboard.type("?/漏")
    assert page.locator("#find").input_value() == "?/漏"
    page.keyboard.press("Control+A")
    page.keyboard.type("複雑である")
    page.keyboard.press("Enter")
    assert address(page) == "#select=system-complexity&q=複雑である"
    page.keyboard.press("Escape")
    assert page.locator("#hits").is_visible()
    page.keyboard.press("Escape")
    assert page.locator("#find").input_value() == ""
    assert page.locator("#overview").is_visible()
    page.locator("#canvas").focus()
    page.keyboard.press("?")
    assert page.get_by_role("dialog", name="キー操作").is_visible()
    page.keyboard.press("Escape")
    assert page.get_by_role("dialog", name="キー操作").is_hidden()
    assert focused(page) == "canvas"


def test_the_focus_is_never_lost(visitor: Visitor) -> None:
    page = visitor.open(hash="#select=leaks-happen")
    page.locator("#detail").get_by_role("link", name="国の対策によって、不正アクセスは防げている").press(
        "Enter"
    )
    assert focused(page) == "told"
    page.get_by_role("button", name="戻る").press("Enter")
    assert focused(page) == "access-prevented"
    turn(page, "#select=leak-causes")
    page.get_by_role("switch").press(" ")
    assert focused(page) == "leave-out"
    assert page.locator("#leave-out").is_checked()
    page.locator("#trial button").first.press("Enter")
    assert focused(page) == "canvas"
    turn(page, "#view=list&select=leak-causes&off=leak-causes,wrong-account")
    page.get_by_role("button", name="元に戻す").first.press("Enter")
    assert page.evaluate("document.activeElement.closest('#trial') !== null")
    page.get_by_role("button", name="実際の討論では").press("Enter")
    assert focused(page) == "list"
    page.get_by_role("button", name="反論", exact=True).press("Enter")
    assert page.evaluate("document.activeElement.textContent") == "反論 ▲"


def test_every_tool_is_reached_by_the_tab_key_and_shows_the_focus(visitor: Visitor) -> None:
    page = visitor.open()
    visited: list[str] = []
    for _ in range(17):
        page.keyboard.press("Tab")
        visited.append(page.evaluate("document.activeElement.id || document.activeElement.className"))
        outline = page.evaluate(
            """() => {
                 const one = document.activeElement;
                 const shown = one.type === "radio" ? one.nextElementSibling : one;
                 return getComputedStyle(shown).outlineStyle + parseFloat(getComputedStyle(shown).outlineWidth);
               }"""
        )
        assert re.fullmatch(r"(solid|auto)[2-9].*", outline), visited
    expected = ["skip", "find", "open-filter", "walk", "open-print", "open-keys", "canvas"]
    assert [one for one in visited if one in expected] == expected
    assert {"zoom-in", "zoom-out", "zoom-fit", "zoom-full"} <= set(visited)
    page.locator("#canvas").focus()
    page.keyboard.press("ArrowDown")
    shape = page.locator(".node:focus .shape")
    assert shape.evaluate("one => getComputedStyle(one).strokeWidth") == "5px"


# Screen reader


def test_everything_has_a_role_and_a_name(visitor: Visitor) -> None:
    page = visitor.open()
    for role in ("banner", "main", "search"):
        assert page.get_by_role(role).count() == 1
    assert page.get_by_role("complementary", name="詳細").is_visible()
    assert page.get_by_role("group", name="図。矢印キーで").is_visible()
    names = page.locator("#sheet .node").evaluate_all("all => all.map(one => one.getAttribute('aria-label'))")
    assert len(names) == 45
    turn(page, "#select=access-prevented")
    box = page.get_by_role("button", name=re.compile("^主張 市（答弁） × 反論成立 国の対策によって"))
    assert box.get_attribute("data-id") == "access-prevented"
    assert page.locator("#say").get_attribute("role") == "status"
    assert page.locator("#say").inner_text() == (
        "主張　市（答弁）: 国の対策によって、不正アクセスは防げている. 状態: 反論成立"
    )
    turn(page, "#view=matrix")
    cell = page.get_by_role("cell", name="成り立つ反論: 情報漏れは、技術だけでは防ぎきれない").first
    assert cell.get_by_role("link").get_attribute("data-id") == "leaks-happen"
    assert page.get_by_role("rowheader").count() == 5
    assert page.get_by_role("columnheader").count() == 9


def test_headings_skip_no_level(visitor: Visitor) -> None:
    page = visitor.open()
    for state in STATES.values():
        turn(page, state)
        levels = page.get_by_role("heading").evaluate_all("all => all.map(one => Number(one.tagName[1]))")
        assert levels[0] == 1
        assert levels.count(1) == 1
        assert all(level <= before + 1 for before, level in pairwise(levels)), state


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("size", [WIDE, NARROW], ids=str)
def test_axe_finds_nothing(visitor: Visitor, size: tuple[int, int], scheme: Scheme) -> None:
    if not AXE.exists():
        pytest.skip("needs axe-core, by `npm ci --prefix .ci`")
    page = visitor.open(size=size, scheme=scheme)
    page.evaluate(AXE.read_text(encoding="utf-8"))
    faults = {}
    for name, state in STATES.items():
        turn(page, state)
        faults[name] = page.evaluate(FAULTS)
    turn(page, "#")
    for name in MENUS:
        page.locator(f"#open-{name}").click()
        faults[name] = page.evaluate(FAULTS)
        page.keyboard.press("Escape")
    assert {name: found for name, found in faults.items() if found} == {}


# Eyes


def contrasts(page: Page) -> list[tuple[float, str]]:
    """The contrast of every text that is painted in the map, by WCAG 2.2."""
    painted: list[tuple[str, str, str, str]] = page.evaluate(PAINTED)
    assert painted
    return [(contrast(fill, ground), text) for text, fill, _, ground in painted]


def contrast(one: str, other: str) -> float:
    brighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (brighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    numbers = [float(number) / 255 for number in re.findall(r"[\d.]+", colour)[:3]]
    red, green, blue = (
        value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in numbers
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("scheme", SCHEMES)
def test_words_on_the_map_can_be_read(visitor: Visitor, scheme: Scheme) -> None:
    page = visitor.open(scheme=scheme)
    assert page.locator(".sign").first.is_visible()
    assert [(ratio, text) for ratio, text in contrasts(page) if ratio < 4.5] == []
    turn(page, TRIAL)
    faint = [(ratio, text) for ratio, text in contrasts(page) if ratio < 4.5]
    assert faint == []


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_colours_of_the_reader_are_kept(visitor: Visitor, scheme: Scheme) -> None:
    page = visitor.open(hash="#select=access-prevented", scheme=scheme, forced_colors="active")
    painted: list[tuple[str, str, str, str]] = page.evaluate(PAINTED)
    assert len({(fill, ground) for _, fill, _, ground in painted}) == 1
    assert min(ratio for ratio, _ in contrasts(page)) > 15
    edge = "one => getComputedStyle(one).stroke"
    marked = node(page, "access-prevented").locator(".shape").evaluate(edge)
    assert marked != node(page, "encryption").locator(".shape").evaluate(edge)


def test_a_mark_shows_what_is_selected_in_the_dark_too(visitor: Visitor) -> None:
    page = visitor.open(hash="#select=access-prevented", scheme="dark")
    style = "one => [getComputedStyle(one).stroke, getComputedStyle(one).strokeWidth]"
    assert node(page, "access-prevented").locator(".shape").evaluate(style) == ["rgb(242, 193, 78)", "6px"]


def test_nothing_moves_by_itself(visitor: Visitor) -> None:
    page = visitor.open(reduced_motion="reduce")
    for state in STATES.values():
        turn(page, state)
        assert page.evaluate("document.getAnimations().length") == 0
    moving = page.evaluate(
        """[...document.querySelectorAll("*")].filter(one => {
             const {transitionDuration, animationName, scrollBehavior} = getComputedStyle(one);
             return transitionDuration !== "0s" || animationName !== "none" || scrollBehavior !== "auto";
           }).length"""
    )
    assert moving == 0


def test_at_twice_the_size_everything_is_still_there(visitor: Visitor) -> None:
    page = visitor.open(size=(640, 400))
    for state in STATES.values():
        turn(page, state)
        assert page.evaluate("document.documentElement.scrollWidth") <= 640
    turn(page, "#select=access-prevented")
    page.get_by_role("heading", name="国の対策によって").scroll_into_view_if_needed()
    assert page.get_by_role("heading", name="国の対策によって").is_visible()
    page.locator("#open-filter").click()
    page.get_by_role("button", name="絞り込みを解除").scroll_into_view_if_needed()
    box = page.get_by_role("button", name="絞り込みを解除").bounding_box()
    assert box is not None
    assert box["y"] + box["height"] <= 400


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=str)
def test_everything_to_be_touched_is_large_enough(visitor: Visitor, size: tuple[int, int]) -> None:
    page = visitor.open(size=size)
    small = {}
    for name, state in STATES.items():
        turn(page, state)
        small[name] = page.evaluate(SMALL_TARGETS)
    turn(page, "#")
    for name in MENUS:
        page.locator(f"#open-{name}").click()
        small[name] = page.locator(f"#{name}").evaluate(SMALL_TARGETS)
        page.keyboard.press("Escape")
    assert sorted({one for found in small.values() for one in found}) == []


def test_the_list_is_sorted_on_a_phone_too(visitor: Visitor) -> None:
    page = visitor.open(hash="#view=list", size=NARROW)
    head = page.locator("#list").get_by_role("button", name="発言")
    box = head.bounding_box()
    assert box is not None
    assert box["width"] >= 44
    head.click()
    assert page.locator("#list [aria-sort]").count() == 1
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
