"""A real browser for the tests of the pages: Chromium without a network, and pages that must keep silent."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from shutil import which
from time import sleep
from typing import TYPE_CHECKING, Any, Literal
from urllib.parse import unquote

import pytest
from click.testing import CliRunner

from argmap.cli import cli

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator, Page

CHROMIUM = Path("/usr/bin/chromium")
ROOT = Path(__file__).parent.parent
NEWSLETTER = ROOT / "claims" / "mynumber-insurance-card.yaml"
WIDE, MIDDLE, NARROW = (1280, 800), (768, 1024), (360, 740)
SIZES = (WIDE, MIDDLE, NARROW)
Scheme = Literal["light", "dark"]
SCHEMES: tuple[Scheme, ...] = ("light", "dark")
MEASURED = "Rendering was performed in a subtree hidden by content-visibility."
"""What Chromium says when a test measures what is out of sight."""


@contextmanager
def chromium() -> Iterator[Browser]:
    """A browser; without one, the test is skipped."""
    api = pytest.importorskip(
        "playwright.sync_api", reason="browser tests need playwright, from the extra `dev`"
    )
    if not CHROMIUM.exists():
        pytest.skip("browser tests need Debian's chromium")
    with api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM,
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        )
        yield browser
        browser.close()


class Pages:
    """The pages of debates, each made once."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._made: dict[tuple[str | Path, str], Path] = {}

    def of(self, debate: str | Path, lang: str) -> Path:
        """The page of a debate file, or of its text."""
        key = (debate, lang)
        if key not in self._made:
            target = self._folder / f"{len(self._made)}.html"
            file = debate if isinstance(debate, Path) else target.with_suffix(".yaml")
            if isinstance(debate, str):
                file.write_text(debate, encoding="utf-8")
            words = ["render", str(file), "--format", "html", "--lang", lang, "-o", str(target)]
            done = CliRunner().invoke(cli, words)
            assert done.exit_code == 0, done.output
            self._made[key] = target
        return self._made[key]


class Visitor:
    """Opens pages without a network, and hears what they say, ask or fetch: which should be nothing."""

    def __init__(self, browser: Browser, pages: Pages) -> None:
        self._browser, self._pages = browser, pages
        self._contexts: list[Any] = []
        self.heard: list[str] = []

    def open(
        self,
        debate: str | Path = NEWSLETTER,
        hash: str = "",  # noqa: A002 - what the part of the address is called
        size: tuple[int, int] = WIDE,
        scheme: Scheme = "light",
        lang: str = "ja",
        **options: Any,  # noqa: ANN401 - of a browser context
    ) -> Page:
        """The page of a debate, in a window of its own."""
        context = self._browser.new_context(
            viewport={"width": size[0], "height": size[1]}, color_scheme=scheme, **options
        )
        self._contexts.append(context)
        context.set_default_timeout(5000)
        context.set_offline(True)
        page = context.new_page()
        page.on("console", lambda message: self.heard.extend(_said(message.text)))
        page.on("pageerror", lambda error: self.heard.append(str(error)))
        page.on("dialog", lambda dialog: self.heard.append(dialog.message))
        page.on("request", lambda request: self.heard.extend(_fetched(request.url)))
        page.goto(self._pages.of(debate, lang).as_uri() + hash)
        return page

    def leave(self) -> None:
        """Close everything."""
        for context in self._contexts:
            context.close()


def turn(page: Page, hash: str) -> None:  # noqa: A002
    """Show another state of a page, as by a link."""
    page.evaluate("hash => location.hash = hash", hash)
    settled(page)


def until(holds: Callable[[], bool]) -> None:
    """Wait until something holds; it is looked at again and again, for it cannot be waited for in the page itself."""
    for _ in range(100):
        if holds():
            return
        sleep(0.02)
    assert holds()


def address(page: Page) -> str:
    """The part of the address that says what is shown, spelled out."""
    return unquote(page.evaluate("location.hash"))


def settled(page: Page) -> None:
    """Wait until what was asked for is painted."""
    page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")


def ids(rows: Locator) -> list[str]:
    """The ids that rows or boxes stand for."""
    found: list[str] = rows.evaluate_all("all => all.map(one => one.dataset.id)")
    return found


def node(page: Page, name: str) -> Locator:
    """The box of a statement or question."""
    return page.locator(f"#sheet .node[data-id='{name}']")


def focused(page: Page) -> str:
    """What has the focus: the id of its statement, or its own."""
    found: str = page.evaluate("document.activeElement.dataset.id ?? document.activeElement.id")
    return found


def tool(name: str) -> str:
    """A program of the PDF reader; without it, the test is skipped."""
    found = which(name)
    if found is None:
        pytest.skip(f"needs {name}, from Debian's poppler-utils")
    return found


def output_of(*command: str) -> bytes:
    """What a program writes."""
    return subprocess.run(command, capture_output=True, check=True).stdout


def boxes(page: Page) -> Mapping[str, tuple[float, float, float, float]]:
    """Where each box is on the screen: left, top, right, bottom."""
    found: list[tuple[str, tuple[float, float, float, float]]] = page.locator("#sheet .node").evaluate_all(
        """all => all.map(one => {
             const {left, top, right, bottom} = one.querySelector(".shape").getBoundingClientRect();
             return [one.dataset.id, [left, top, right, bottom]];
           })"""
    )
    return dict(found)


def _said(text: str) -> list[str]:
    return [] if text.startswith(MEASURED) else [text]


def _fetched(url: str) -> list[str]:
    return [] if url.startswith(("file:", "data:", "blob:")) else [url]
