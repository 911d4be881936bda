"""The page in a browser: headless Chromium without a graphics card, in a window of 1280 by 800.

Time to the first paint of the page from a file, time until a key in the search field and a click on a statement are
shown (to the next frame after they were handled, the slowest of several), and frames a second while the map is dragged
over its whole width. Needs `playwright` (extra `dev`) and Debian's chromium.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Final

from debates import Order, write
from measure import apart
from plan import Plan
from table import NOTHING, Row

from argmap import pipeline
from argmap.report import Manner

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

TITLE: Final = "The page"
CHROMIUM: Final = Path("/usr/bin/chromium")
_GOAL_SIZE: Final = 2_000  # statements, for which there are goals:
_GOALS: Final = (50.0, 100.0)  # milliseconds for a key of the search, for a selection
_RELATIONS: Final = 1.1  # for each statement
_RUNS: Final = 5
_KEYS: Final = "市の説明"
_TILL_SHOWN: Final = """async (act) => {
  const start = performance.now();
  act();
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  return performance.now() - start;
}"""
_SEARCH: Final = f"""async (text) => {{
  const shown = {_TILL_SHOWN};
  const field = document.getElementById("find");
  return shown(() => {{ field.value = text; field.dispatchEvent(new Event("input")); }});
}}"""
_SELECT: Final = f"""async (place) => {{
  const shown = {_TILL_SHOWN};
  const nodes = document.querySelectorAll("#sheet .node[data-key]");
  const node = nodes[Math.floor(nodes.length * place)];
  return shown(() => node.dispatchEvent(new MouseEvent("click", {{ bubbles: true }})));
}}"""
_PAN: Final = """async (sight) => {
  const canvas = document.getElementById("canvas");
  if (sight === "readable") for (let n = 0; n < 12; n += 1) document.getElementById("zoom-in").click();
  await new Promise((done) => setTimeout(done, 500));
  canvas.scrollTo(canvas.clientWidth / 2, canvas.scrollHeight / 2);
  const frames = [];
  const start = performance.now();
  while (performance.now() - start < 2000) {
    canvas.scrollBy(24, 0);
    frames.push(await new Promise(requestAnimationFrame));
  }
  return (frames.length - 1) / (frames.at(-1) - frames[0]) * 1000;
}"""
_PAINT: Final = "performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? null"


def measure(plan: Plan) -> Iterator[Row]:
    """Measure pages of 60 to 3,000 statements, or say what is missing."""
    if not CHROMIUM.exists():
        yield Row(work="the page in a browser", measured=f"not measured: no {CHROMIUM}")
        return
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        yield Row(work="the page in a browser", measured="not measured: no playwright (extra `dev`)")
        return
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=str(CHROMIUM),
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        )
        for size in plan.sizes(60, 500, 2_000, 3_000, fewer=2):
            yield from _rows(browser, plan.folder, size)
        browser.close()


def _rows(browser: Browser, folder: Path, size: int) -> Iterator[Row]:
    page_file = folder / f"{size}.html"
    text = apart(_page, size, folder)
    page_file.write_text(text, encoding="utf-8")
    address, work = page_file.as_uri(), f"{size:,} statements ({len(text.encode()) / 1e6:.1f} MB)"
    yield _row(f"{work}: first paint", [_opened(browser, address).evaluate(_PAINT) for _ in range(_RUNS)])
    page = _opened(browser, address)
    keys = [page.evaluate(_SEARCH, _KEYS[:end]) for end in range(1, len(_KEYS) + 1)]
    yield _row(f"{work}: search, per key", keys, _GOALS[0] if size == _GOAL_SIZE else None)
    page = _opened(browser, address)
    fold = page.locator("#folds button")
    folded = fold.count() > 0
    if folded:
        fold.first.click()
    clicks = [page.evaluate(_SELECT, run / _RUNS) for run in range(_RUNS)]
    how = ", one group open" if folded else ""
    yield _row(f"{work}: selection{how}", clicks, _GOALS[1] if size == _GOAL_SIZE else None)
    page.keyboard.press("Escape")
    for sight in ("whole", "readable"):
        frames = page.evaluate(_PAN, sight)
        yield Row(
            work=f"{work}: panning, {sight}",
            measured=f"{frames:.0f} frames/s",
            samples={"frames a second": [frames]},
        )


def _row(work: str, runs: list[float], goal: float | None = None) -> Row:
    """A row of milliseconds: of paints the median, of keys and clicks, for which there are goals, the slowest."""
    value = median(runs) if "paint" in work else max(runs)
    return Row(
        work=work,
        goal=f"under {goal:.0f} ms" if goal else NOTHING,
        measured=f"{value:.0f} ms",
        reached=value < goal if goal else None,
        samples={"milliseconds": runs},
    )


def _opened(browser: Browser, address: str) -> Page:
    for context in browser.contexts:
        context.close()
    page = browser.new_context(viewport={"width": 1280, "height": 800}).new_page()
    page.goto(address)
    page.wait_for_timeout(1500)  # drawn and at rest
    return page


def _page(size: int, folder: Path) -> str:
    """The page of an invented debate."""
    file, _ = write(Order(statements=size, relations=round(size * _RELATIONS)), folder)
    corpus = pipeline.read([file])
    debate = corpus.debates[0]
    drawn = pipeline.draw(debate, corpus.analysis)
    return pipeline.page(corpus, debate, drawn, Manner(lang="ja"))
