"""The pages in a real browser: nothing runs that was smuggled in, nothing is fetched, everything fits a phone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from argmap.cli import cli

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

CHROMIUM = Path("/usr/bin/chromium")
CLAIMS = Path(__file__).parent.parent / "claims"
SIZES = [(1280, 800), (768, 1024), (360, 740)]
HOSTILE = """\
debate: {title: "</title><script>alert(1)</script>", lang: en}
parties: {"p": {name: "<img src=x onerror=alert(1)>", side: government}, o: {side: councilor}}
groups: {g: "]]><script>alert(1)</script>"}
sources:
  s: {title: "<b>bold</b>", url: "javascript:alert(1)"}
claims:
  a: {text: "</script><script>alert(1)</script> & \\"quoted\\" evil", by: p, group: g, source: {in: s, quote: "<i>", at: "' onload='alert(1)"}}
rebuttals:
  b: {text: "</style><svg onload=alert(1)>", by: o, rebuts: [a], group: g}
questions:
  q: {text: "<details open ontoggle=alert(1)>", by: o, group: g}
"""

pytest.importorskip("playwright.sync_api", reason="browser tests need playwright, from the extra `dev`")
pytestmark = pytest.mark.skipif(not CHROMIUM.exists(), reason="browser tests need Debian's chromium")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=CHROMIUM,
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        )
        yield chromium
        chromium.close()


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Everything built from the shipped debates and from a hostile one."""
    folder = tmp_path_factory.mktemp("pages")
    (folder / "hostile.yaml").write_text(HOSTILE, encoding="utf-8")
    words = ["build", str(CLAIMS), str(folder / "hostile.yaml"), "-o", str(folder / "output")]
    done = CliRunner().invoke(cli, words)
    assert done.exit_code == 0, done.output
    return folder / "output"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page that fails its test when it says, asks or fetches anything."""
    page = browser.new_page()
    heard: list[str] = []
    page.on("console", lambda message: heard.append(message.text))
    page.on("pageerror", lambda error: heard.append(str(error)))
    page.on("dialog", lambda dialog: heard.append(dialog.message))
    page.on("request", lambda request: heard.extend([request.url] if request.url[:5] != "file:" else []))
    yield page
    page.close()
    assert heard == []


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", ["index.html", "mynumber-insurance-card/map.html", "hostile/map.html"])
def test_a_page_fits_and_is_silent(
    page: Page, output: Path, name: str, size: tuple[int, int], scheme: str
) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.goto((output / name).as_uri())
    assert page.evaluate("document.documentElement.scrollWidth") <= size[0]
    assert page.locator("h1").count() == 1
    assert page.locator("script").count() == 0


def test_what_was_smuggled_in_is_text(page: Page, output: Path) -> None:
    page.goto((output / "hostile" / "map.html").as_uri())
    assert "<script>alert(1)</script>" in page.inner_text("h1")
    assert page.locator("a[href^='javascript']").count() == 0
    assert page.locator("img").count() == 0


def test_a_claim_leads_to_its_box_in_the_map(page: Page, output: Path) -> None:
    page.goto((output / "mynumber-insurance-card" / "map.html").as_uri())
    link = page.locator("a[href^='#']", has_text="データを暗号化し").first
    target = link.get_attribute("href") or ""
    link.click()
    assert page.locator(f"[id='{target[1:]}']").evaluate("e => e.closest('svg') !== null")


def test_the_index_leads_to_every_page(page: Page, output: Path) -> None:
    page.goto((output / "index.html").as_uri())
    for link in page.locator("a[href]").all():
        href = (link.get_attribute("href") or "").partition("#")[0]
        assert href == "" or (output / href).is_file(), href
