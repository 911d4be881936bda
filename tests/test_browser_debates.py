"""Any debate as a page: one that tries to break out, a very large one, an empty one, and one with odd texts."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
import yaml

from tests.browser import NARROW, WIDE, Visitor, address, boxes, ids, node, settled, turn

if TYPE_CHECKING:
    from playwright.sync_api import Page

NASTY = (
    "</script><script>alert(1)</script><img src=x onerror=alert(2)>\"'` {{x}} ${x} "
    "</style><style>*{display:none}</style><svg><foreignObject><b>in</b></foreignObject></svg> ]]>"
)
STRANGE_IDS = ("hasOwnProperty", "constructor", "toString", "valueOf", "引用")


def hostile() -> str:
    """A debate whose every field tries to inject something; every id is a trap."""
    has, constructor, string, value, question = STRANGE_IDS
    said = f"text: {quoted(NASTY)}, by: toString, group: constructor"
    answer = f"text: {quoted(NASTY)}, by: valueOf, group: constructor"
    source = f"source: {{in: constructor, quote: {quoted(NASTY)}, at: {quoted(NASTY)}}}"
    return f"""\
debate: {{title: {quoted(NASTY)}, lang: ja}}
parties:
  toString: {{name: {quoted(NASTY)}, side: government}}
  valueOf: {{name: {quoted(NASTY)}, side: councilor}}
groups: {{constructor: {quoted(NASTY)}}}
sources: {{constructor: {{title: {quoted(NASTY)}, url: "javascript:alert(3)"}}}}
claims:
  {has}: {{{said}, {source}}}
  {value}: {{{said}, supports: [{has}], answers: [{question}]}}
rebuttals: {{{constructor}: {{{answer}, rebuts: [{has}]}}}}
evidence: {{{string}: {{{answer}, backs: [{constructor}], place: {quoted(NASTY)}, type: law, {source}}}}}
questions: {{{question}: {{{answer}}}}}
"""


def quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def many() -> str:
    """2,100 statements in seven groups, and five in none."""
    said = {
        f"s{number}": {
            "text": f"発言その{number}は、まちの暮らしについて述べている",
            "by": "member" if number % 3 == 0 else "city",
            **({"group": f"g{number % 7}"} if number < 2100 else {}),
            **({"rebuts": [f"s{number + 7}"]} if number % 3 == 0 and number < 2093 else {}),
        }
        for number in range(2105)
    }
    return yaml.safe_dump(
        {
            "debate": {"title": "大きな討論", "lang": "ja"},
            "parties": {
                "city": {"name": "市", "side": "government"},
                "member": {"name": "議員", "side": "councilor"},
            },
            "groups": {f"g{number}": f"件名その{number}" for number in range(7)},
            "claims": {name: one for name, one in said.items() if "rebuts" not in one},
            "rebuttals": {name: one for name, one in said.items() if "rebuts" in one},
        },
        allow_unicode=True,
        sort_keys=False,
    )


HOSTILE, MANY = hostile(), many()
NOTHING = "debate: {title: 何もない討論, lang: ja}\nclaims: {}\n"
ONE = """\
debate: {title: ひとつだけ, lang: ja}
parties: {city: {name: 市, side: government}}
claims: {only: {text: 街灯は足りている, by: city}}
"""
LONG_ID = "a-very-long-id-" * 12 + "end"
ODD = f"""\
debate: {{title: {"長" * 900}, lang: ja}}
parties: {{city: {{name: {"市" * 80}, side: government}}}}
groups: {{g: {"組" * 200}}}
claims:
  long: {{text: "{"とても長い主張である。" * 182}", by: city, group: g}}
  {LONG_ID}: {{text: "髙橋は𠮷野家で🍣を食べ👨‍👩‍👧で{"W" * 200}", by: city, group: g}}
"""


# One that tries to break out


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=str)
def test_what_was_smuggled_in_is_text(visitor: Visitor, size: tuple[int, int]) -> None:
    page = visitor.open(HOSTILE, size=size)
    for state in (
        *(f"#select={encoded(page, name)}" for name in STRANGE_IDS),
        "#view=list",
        "#view=matrix",
        "#q=foreignobject",
        "#off=constructor,toString",
        "#step=2",
        '#open="><img src=x onerror=alert(1)>',
        '#select="><img src=x onerror=alert(1)>&q=<b>x</b>&group=__proto__&view=constructor&step=x',
    ):
        turn(page, state)
        assert page.locator("img, b, foreignObject, [onerror], [onload], a[href^=javascript]").count() == 0
        assert page.locator("body script").count() == 2
        assert page.evaluate("document.documentElement.scrollWidth") <= size[0]


def encoded(page: Page, name: str) -> str:
    found: str = page.evaluate("encodeURIComponent", name)
    return found


def test_every_id_leads_to_its_statement(visitor: Visitor) -> None:
    page = visitor.open(HOSTILE)
    assert page.get_by_role("heading", level=1).inner_text() == " ".join(NASTY.split())
    for name in STRANGE_IDS:
        turn(page, f"#select={encoded(page, name)}")
        assert page.locator("#told").inner_text() == " ".join(NASTY.split())
        assert page.locator("#detail .kind code").inner_text() == name
        assert page.locator("#sheet .selected").get_attribute("data-id") == name
    turn(page, "#select=constructor&off=constructor")
    assert page.locator(".changes a").get_attribute("data-id") == "hasOwnProperty"
    turn(page, "#off=hasOwnProperty,toString")
    assert ids(page.locator(".offs a")) == ["hasOwnProperty", "toString"]
    turn(page, "#view=list")
    assert set(ids(page.locator("#list tbody tr"))) == set(STRANGE_IDS)
    page.locator("#find").fill("ＦＯＲＥＩＧＮobject alert(2)")
    assert page.locator("#list tbody tr").count() == 5
    page.locator("#open-filter").click()
    page.locator("#filter").get_by_role("checkbox", name="反論", exact=True).check()
    assert ids(page.locator("#list tbody tr")) == ["constructor"]


# A very large one


def test_a_very_large_debate_opens_with_its_groups(visitor: Visitor) -> None:
    page = visitor.open(MANY, size=NARROW)
    assert page.locator("#sheet svg").count() == 0
    cards = page.locator("#folds").get_by_role("button")
    assert cards.all_inner_texts() == [*(f"件名その{number}" for number in range(7)), "件名の外"]
    assert "2105" in page.locator("#folds").inner_text()
    assert page.evaluate("document.documentElement.scrollWidth") <= NARROW[0]
    cards.nth(2).click()
    assert page.locator("#sheet svg").count() == 1
    assert len(boxes(page)) == 300
    assert all(int(name[1:]) % 7 == 2 for name in boxes(page))
    opened = address(page)
    page.get_by_role("button", name="‹ 件名").click()
    assert page.locator("#sheet svg").count() == 0
    assert page.locator("#folds").is_visible()
    page.go_back()
    assert address(page) == opened
    assert len(boxes(page)) == 300


def test_what_is_selected_opens_its_group(visitor: Visitor) -> None:
    page = visitor.open(MANY, "#select=s10")
    settled(page)
    assert node(page, "s10").is_visible()
    assert "selected" in (node(page, "s10").get_attribute("class") or "")
    assert len(boxes(page)) == 300
    turn(page, "#select=s2102")
    assert set(boxes(page)) == {f"s{number}" for number in range(2100, 2105)}
    page.locator("#find").fill("その1234は")
    page.keyboard.press("Enter")
    settled(page)
    assert page.locator("#told").inner_text().startswith("発言その1234は")
    assert "selected" in (node(page, "s1234").get_attribute("class") or "")
    assert page.locator("#sheet .dimmed").count() == 1


def test_what_is_left_out_is_marked_in_every_group(visitor: Visitor) -> None:
    page = visitor.open(MANY, "#off=s3,s12&select=s3")
    assert "off" in (node(page, "s3").get_attribute("class") or "").split()
    turn(page, "#off=s3,s12&select=s12")
    assert "off" in (node(page, "s12").get_attribute("class") or "").split()
    turn(page, "#off=s12&select=s10")
    assert "changed" not in (node(page, "s10").get_attribute("class") or "").split()
    assert "反論なし" not in (node(page, "s10").get_attribute("aria-label") or "")
    turn(page, "#off=s3&select=s10")
    assert "反論なし" in (node(page, "s10").get_attribute("aria-label") or "")


def test_the_tools_of_the_map_do_no_harm_without_a_map(visitor: Visitor) -> None:
    page = visitor.open(MANY)
    for name in ("zoom-in", "zoom-out", "zoom-fit"):
        button = page.locator(f"#{name}")
        if button.is_visible():
            button.click()
    page.locator("#canvas").dispatch_event("wheel", {"deltaY": 100})
    for key in ("+", "0", "ArrowDown", "Enter"):
        page.locator("#canvas").dispatch_event("keydown", {"key": key})
    page.locator("#open-print").click()
    assert page.locator("#save-svg").is_disabled()
    assert page.locator("#save-png").is_disabled()
    page.keyboard.press("Escape")
    page.get_by_role("button", name="順に見る").click()
    assert page.locator("#sheet .selected").count() == 1
    page.set_viewport_size({"width": 700, "height": 500})
    page.locator("#refold").click()
    page.set_viewport_size({"width": 1000, "height": 700})
    settled(page)
    assert page.locator("#folds").is_visible()


# Few and odd ones


@pytest.mark.parametrize("debate", [NOTHING, ONE, ODD], ids=["nothing", "one", "odd"])
def test_any_debate_fits_a_phone(visitor: Visitor, debate: str) -> None:
    page = visitor.open(debate, size=NARROW)
    for state in (
        "#",
        "#view=list",
        "#view=matrix",
        f"#select={LONG_ID}",
        "#select=long",
        "#q=長",
        "#step=1",
    ):
        turn(page, state)
        assert page.evaluate("document.documentElement.scrollWidth") <= NARROW[0], state
        for place in (".panel", "#list"):
            one = page.locator(place)
            if one.is_visible():
                assert one.evaluate("one => one.scrollWidth - one.clientWidth") <= 1, (state, place)
    for name in ("filter", "print", "keys"):
        page.locator(f"#open-{name}").click()
        assert page.locator(f"#{name}").evaluate("one => one.scrollWidth - one.clientWidth") <= 1
        page.keyboard.press("Escape")


def test_an_empty_debate_does_nothing_wrong(visitor: Visitor) -> None:
    page = visitor.open(NOTHING)
    assert page.get_by_role("heading", level=1).inner_text() == "何もない討論"
    page.get_by_role("button", name="順に見る").click()
    assert page.locator("#steps").is_hidden()
    page.locator("#find").fill("何")
    assert "見当たらない" in page.locator("#detail").inner_text()
    page.keyboard.press("Enter")
    page.locator("#canvas").focus()
    for key in ("ArrowDown", "Enter", "+", "0", "Escape"):
        page.keyboard.press(key)
    assert page.locator("#overview").is_visible()


def test_one_claim_is_one_box(visitor: Visitor) -> None:
    page = visitor.open(ONE)
    page.locator("#canvas").focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    assert page.locator("#told").inner_text() == "街灯は足りている"


def test_odd_texts_are_whole_in_the_panel(visitor: Visitor) -> None:
    page = visitor.open(ODD, f"#select={LONG_ID}")
    assert page.locator("#told").inner_text() == f"髙橋は𠮷野家で🍣を食べ👨‍👩‍👧で{'W' * 200}"
    turn(page, "#select=long")
    assert page.locator("#told").inner_text() == "とても長い主張である。" * 182
    page.locator("#find").fill("𠮷野家")
    assert ids(page.locator("#hits a")) == [LONG_ID]


def test_a_page_in_english_says_the_debate_in_its_language(visitor: Visitor) -> None:
    page = visitor.open(hash="#select=access-prevented", lang="en")
    assert page.locator("html").get_attribute("lang") == "en"
    assert page.locator("#told").get_attribute("lang") == "ja"
    assert page.locator(".verdict").inner_text() == "× rebutted"
    assert page.get_by_role("heading", name="Rebutted by").is_visible()
    japanese = page.evaluate(
        r"""[...document.querySelectorAll(".bar button, .bar input, .menu *, .zoom *, #detail h3, th button")].filter(
             one => !one.children.length && /[\u3040-\u30ff]/.test(one.textContent + (one.ariaLabel ?? ""))
               && !one.closest("#filter")).map(one => one.outerHTML)"""
    )
    assert japanese == []
