"""The page over all debates in a real browser: its search answers at once, leads into the maps, and fits everywhere."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import pytest
from click.testing import CliRunner

from argmap.cli import cli
from argmap.diagnostics import Lang
from argmap.model import Debate
from argmap.report import Manner
from argmap.report.html import index
from argmap.semantics import analyse
from tests.browser import NARROW, ROOT, SCHEMES, SIZES, WIDE, Scheme, settled
from tests.report_debates import debate

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

AXE = ROOT / ".ci" / "node_modules" / "axe-core" / "axe.min.js"
FILES = ["map.html", "map.svg", "questions.docx"]
AT_ONCE = 50
"""Milliseconds in which the page must have answered a key."""
ANSWER = """
  async (text) => {
    const find = document.getElementById("find");
    find.value = text;
    const before = performance.now();
    find.dispatchEvent(new Event("input"));
    document.body.getBoundingClientRect();
    return performance.now() - before;
  }
"""

HOSTILE = """\
debate: {title: "</title><script>alert(1)</script>", lang: en}
parties: {"p": {name: "<img src=x onerror=alert(1)>", side: government}, o: {side: councilor}}
groups: {g: "]]><script>alert(1)</script>"}
sources:
  s: {title: "<b>bold</b>", url: "javascript:alert(1)"}
claims:
  a: {text: "</script><script>alert(1)</script> & \\"quoted\\" evil", by: p, group: g, source: {in: s}}
rebuttals:
  b: {text: "</style><svg onload=alert(1)>", by: o, rebuts: [a], group: g}
questions:
  q: {text: "<details open ontoggle=alert(1)>", by: o, group: g}
"""


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Everything built from the shipped debates and from a hostile one."""
    folder = tmp_path_factory.mktemp("index")
    (folder / "hostile.yaml").write_text(HOSTILE, encoding="utf-8")
    words = ["build", str(ROOT / "claims"), str(folder / "hostile.yaml"), "--lang", "ja"]
    done = CliRunner().invoke(cli, [*words, "-o", str(folder / "output")])
    assert done.exit_code == 0, done.output
    return folder / "output"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page that fails its test when it says, asks or fetches anything."""
    page = browser.new_page(viewport={"width": WIDE[0], "height": WIDE[1]})
    page.set_default_timeout(5000)
    heard: list[str] = []
    page.on("console", lambda message: heard.append(message.text))
    page.on("pageerror", lambda error: heard.append(str(error)))
    page.on("dialog", lambda dialog: heard.append(dialog.message))
    page.on("request", lambda request: heard.extend([request.url] if request.url[:5] != "file:" else []))
    yield page
    page.close()
    assert heard == []


def written(folder: Path, debates: Sequence[Debate], manner: Manner | None = None) -> str:
    """The address of an index over debates whose maps were not drawn."""
    files = {one.id: [f"{one.id}/{name}" for name in FILES] for one in debates}
    text = index(analyse(debates), debates, files, manner or Manner(lang="ja"))
    (folder / "index.html").write_text(text, encoding="utf-8")
    return (folder / "index.html").as_uri()


def many(debates: int, claims: int) -> list[Debate]:
    """Debates of a made-up town: half of the claims are rebutted."""
    return [
        debate(
            f"d{number}",
            debate={"title": f"第{number}回の討論", "lang": "ja", "held": f"{2000 + number % 25}"},
            claims={
                f"c{k}": {"text": f"道路と予算について、{k}番目に見直すべきだと考える", "by": "town"}
                for k in range(claims)
            },
            rebuttals={
                f"r{k}": {"text": f"学校の給食については{k}回も聞いた", "by": "member", "rebuts": [f"c{k}"]}
                for k in range(claims)
            },
        )
        for number in range(debates)
    ]


def address(page: Page) -> str:
    found: str = page.evaluate("location.hash")
    return found


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("lang", ["ja", "en"])
@pytest.mark.parametrize("debates", [0, 1, 100])
def test_any_number_of_debates_fits(
    page: Page, tmp_path: Path, debates: int, lang: Lang, size: tuple[int, int]
) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.goto(written(tmp_path, many(debates, 3), Manner(lang=lang)))
    assert page.evaluate("document.documentElement.scrollWidth") <= size[0]
    assert page.locator(".card").count() == debates
    assert page.locator("#find").is_visible() == (debates > 0)
    if debates:
        page.locator("#find").fill("給食")
        assert page.evaluate("document.documentElement.scrollWidth") <= size[0]
        assert page.locator("#hits li").count() == min(3 * debates, 100)


def test_without_scripts_everything_can_be_read(browser: Browser, output: Path) -> None:
    page = browser.new_page(java_script_enabled=False)
    page.goto((output / "index.html").as_uri())
    assert page.locator("#find").is_hidden()
    assert page.locator("noscript").is_visible()
    assert page.locator("#standing li").count() == 24
    assert page.locator("#standing").is_visible()
    page.close()


@pytest.mark.parametrize("typed", ["マイナ", "ﾏｲﾅ", "まいな"])
def test_search_finds_in_every_width_and_kana(page: Page, output: Path, typed: str) -> None:
    page.goto((output / "index.html").as_uri())
    page.locator("#find").fill(typed)
    texts = page.locator("#hits li").all_inner_texts()
    assert page.locator("#all").is_hidden()
    assert "マイナ保険証をめぐる課題には、国が対策を出している" in "".join(texts)
    assert not [text for text in texts if "届出制度" in text]
    assert page.inner_text("#hits h2") == page.inner_text("#say") == f"{len(texts)}件"


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("暗号化", "データを暗号化し、不正なアクセスを防いでいる"),
        ("ENCRYPTION", "データを暗号化し、不正なアクセスを防いでいる"),
        ("議員 任意 国が", "取得は任意のはずなのに、国が事実上強いている"),
        ("ファミリーシップ", "こうした制度は、全国に広がってきている"),
        ("2024年12月 窓口", "窓口の手続きや総点検の仕事が、重すぎたのではないか"),
    ],
)
def test_search_looks_at_text_id_party_and_title(page: Page, output: Path, typed: str, found: str) -> None:
    page.goto((output / "index.html").as_uri())
    page.locator("#find").fill(typed)
    assert found in page.inner_text("#hits")


def test_search_looks_at_the_place_too(page: Page, tmp_path: Path) -> None:
    given = debate(
        claims={"a": {"text": "一である", "by": "town"}},
        evidence={"e": {"text": "記録", "backs": ["a"], "place": "緑町"}},
    )
    page.goto(written(tmp_path, [given]))
    page.locator("#find").fill("緑町")
    assert page.locator("#hits li").all_inner_texts() == ["○ 反論なし 記録\n証拠 · midori · 緑町"]


def test_a_result_says_what_it_is_and_leads_to_its_node(page: Page, output: Path) -> None:
    page.goto((output / "index.html").as_uri())
    page.locator("#find").fill("暗号化 不正")
    (shown,) = page.locator("#hits li").all_inner_texts()
    assert shown.replace("\n", " ") == (
        "△ 反論あり・根拠なし データを暗号化し、不正なアクセスを防いでいる "
        "主張 · 市（答弁） · 健康保険証の廃止とマイナ保険証（2024年12月）"
    )
    page.locator("#find").press("Enter")
    page.wait_for_url("**/mynumber-insurance-card/map.html#select=encryption")
    assert "データを暗号化し、不正なアクセスを防いでいる" in page.inner_text("#detail h2")
    page.go_back()
    assert page.locator("#find").input_value() == "暗号化 不正"
    assert page.locator("#hits li").count() == 1


def test_a_row_of_the_lists_leads_to_its_node(page: Page, output: Path) -> None:
    page.goto((output / "index.html").as_uri())
    page.locator("#open a", has_text="レセプトの仕事").click()
    page.wait_for_url("**/mynumber-insurance-card/map.html#select=*")
    assert "レセプトの仕事" in page.inner_text("#detail h2")


def test_enter_that_ends_a_conversion_opens_nothing(page: Page, output: Path) -> None:
    page.goto((output / "index.html").as_uri())
    page.locator("#find").fill("不正")
    assert page.locator("#hits a").count() > 0
    before = page.url
    page.evaluate(
        "document.activeElement.dispatchEvent(new KeyboardEvent('keydown', {key: 'Enter', isComposing: true}))"
    )
    page.wait_for_timeout(100)
    assert page.url.partition("#")[0] == before.partition("#")[0]


def test_only_what_stands(page: Page, output: Path) -> None:
    page.goto((output / "index.html").as_uri())
    page.get_by_label("まだ成り立っているものだけ").check()
    texts = page.locator("#hits li").all_inner_texts()
    assert texts
    assert {text.split()[1] for text in texts} <= {"反論なし", "反論あり・根拠なし", "再反論済み"}
    assert address(page) == "#stands"
    page.locator("#find").fill("不正")
    assert 0 < page.locator("#hits li").count() < len(texts)
    page.get_by_label("まだ成り立っているものだけ").uncheck()
    assert "反論成立" in page.inner_text("#hits")


def test_nothing_found_says_so(page: Page, output: Path) -> None:
    page.goto((output / "index.html").as_uri())
    page.locator("#find").fill("どこにもない語")
    assert page.inner_text("#hits h2") == page.inner_text("#say") == "見当たらない。"


def test_the_keyboard_alone_is_enough(page: Page, output: Path) -> None:
    page.goto((output / "index.html").as_uri())
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "find"
    page.keyboard.type("a/b")
    assert page.locator("#find").input_value() == "a/b"
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    assert page.locator("#only").is_checked()
    page.keyboard.press("Escape")
    assert page.locator("#find").input_value() == ""
    assert not page.locator("#only").is_checked()
    assert page.locator("#all").is_visible()
    assert page.locator("#hits").is_hidden()
    assert page.inner_text("#say") == ""
    assert address(page) == ""


def test_the_address_keeps_the_search(page: Page, output: Path) -> None:
    start = (output / "index.html").as_uri()
    page.goto(start)
    page.locator("#find").fill("100% #マイナ&")
    page.wait_for_url("**#q=*")
    assert address(page) == f"#q={quote('100% #マイナ&')}"
    page.goto("about:blank")
    page.goto(f"{start}#q={quote('不正 暗号')}&stands")
    assert page.locator("#find").input_value() == "不正 暗号"
    assert page.locator("#only").is_checked()
    assert page.locator("#hits li").count() == 1
    page.evaluate("location.hash = ''")
    page.locator("#all").wait_for()
    assert page.locator("#find").input_value() == ""


def test_links_inside_the_page_do_not_end_the_search(page: Page, output: Path) -> None:
    page.goto((output / "index.html").as_uri())
    page.locator(".jumps a", has_text="十分な答弁").click()
    assert address(page) == "#open"
    assert page.locator("#open h2").is_visible()
    page.locator("#find").fill("不正")
    page.locator(".skip").press("Enter")
    assert address(page) == "#main"
    assert page.locator("#find").input_value() == "不正"
    assert page.locator("#hits").is_visible()


def test_twenty_thousand_statements_answer_at_once(page: Page, tmp_path: Path) -> None:
    page.goto(written(tmp_path, many(100, 100)))
    page.evaluate(ANSWER, "む")
    page.evaluate(ANSWER, "")
    for typed in ("道", "道路", "道路と", "道路と ばんめ", "給食", "給食 9", "第7回 99", "ない"):
        times = [page.evaluate(ANSWER, text) for text in ("", typed, "", typed, "", typed)]
        assert min(times[1::2]) < AT_ONCE, (typed, times)
    page.evaluate(ANSWER, "給食")
    assert page.locator("#hits li").count() == 100
    assert page.inner_text("#hits h2") == "10000件"
    assert page.inner_text("#hits > p") == "ほか9900件：条件を絞ると表示される"


def test_a_jump_arrives_among_very_many_rows(page: Page, tmp_path: Path) -> None:
    page.goto(written(tmp_path, many(40, 50)))
    page.locator(".jumps a").first.click()
    settled(page)
    top = page.evaluate("document.querySelector('#standing h2').getBoundingClientRect().top")
    assert 0 < top < 200
    assert page.locator("#standing li").nth(20).is_visible()


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_what_was_smuggled_in_is_text(page: Page, output: Path, tmp_path: Path, lang: Lang) -> None:
    page.goto((output / "index.html").as_uri())
    page.locator("#find").fill("alert(1)")
    assert page.locator("#hits li").count() == 3
    for text in (
        "</script><script>alert(1)</script>",
        "</style><svg onload=alert(1)>",
        "<details open ontoggle",
    ):
        assert text in page.inner_text("#hits")
    assert page.locator("img, svg, details[ontoggle], b, a[href^='javascript']").count() == 0
    given = debate(
        "x", debate={"title": "<img src=x onerror=alert(1)>"}, claims={"a": {"text": "<b>", "by": "town"}}
    )
    page.goto(written(tmp_path, [given], Manner(lang=lang)))
    page.locator("#find").fill("onerror")
    assert "<img src=x onerror=alert(1)>" in page.inner_text("#hits")
    assert page.locator("img, b").count() == 0


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_targets_are_large_enough_for_a_finger(page: Page, output: Path, size: tuple[int, int]) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.goto((output / "index.html").as_uri())
    page.locator("summary").first.click()
    small = """() => [...document.querySelectorAll("a, button, summary, input[type=search], search label")]
        .map(one => [one.textContent, one.getBoundingClientRect()])
        .filter(([, box]) => box.width && box.height && box.left >= 0 && box.height < 43.9)
        .map(([text]) => text)"""
    assert page.evaluate(small) == []
    page.locator("#find").fill("不正")
    assert page.evaluate(small) == []


def test_on_paper_there_are_cards_and_lists_and_no_search(page: Page, output: Path) -> None:
    page.goto((output / "index.html").as_uri())
    page.emulate_media(media="print", color_scheme="dark")
    assert page.locator("search").is_hidden()
    assert page.locator("details").first.is_hidden()
    for shown in (".card", "#standing li", "#open li"):
        assert page.locator(shown).first.is_visible()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert (
        page.evaluate("getComputedStyle(document.querySelector('.unrebutted')).color") == "rgb(27, 98, 158)"
    )


@pytest.mark.skipif(not AXE.exists(), reason="axe-core is installed by `npm ci --prefix .ci`")
@pytest.mark.parametrize("size", [WIDE, NARROW], ids=str)
@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("typed", ["", "不正"])
def test_axe_finds_nothing(
    page: Page, output: Path, typed: str, scheme: Scheme, size: tuple[int, int]
) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.emulate_media(color_scheme=scheme)
    page.goto((output / "index.html").as_uri())
    page.locator("#find").fill(typed)
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("axe.run()")
    assert [(one["id"], one["nodes"][0]["html"]) for one in found["violations"]] == []


@pytest.mark.parametrize("setting", [{"forced_colors": "active"}, {"reduced_motion": "reduce"}], ids=str)
def test_settings_of_the_system_are_followed(page: Page, output: Path, setting: dict[str, Any]) -> None:
    page.emulate_media(**setting)
    page.goto((output / "index.html").as_uri())
    assert page.evaluate("document.getAnimations().length") == 0
    edges = "getComputedStyle(document.querySelector('.card')).borderTopStyle"
    assert page.evaluate(edges) == "solid"
    assert "反論なし" in page.inner_text("#standing .badge >> nth=0")
