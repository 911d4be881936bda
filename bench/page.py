"""Measure the page in a browser: `python bench/page.py [STATEMENTS…]`.

Prints a Markdown table: time to the first paint of the page from a file, time until a key in the search field and a
click on a statement are shown (to the next frame after they were handled, the slowest of several), and frames a second
while the map is dragged over its whole width. Headless Chromium without a graphics card, in a window of 1280 by 800.
Needs `playwright` (extra `dev`) and Debian's chromium.
"""

import argparse
import tempfile
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import Final

import machine
from debates import Order, write
from playwright.sync_api import Browser, Page, sync_playwright

from argmap import pipeline
from argmap.report import Manner

_SIZES: Final = (60, 500, 2000, 3000)
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


def main() -> None:
    """Measure every size and print the table."""
    options = argparse.ArgumentParser(description="Measure the page in a browser.")
    options.add_argument("sizes", metavar="STATEMENTS", nargs="*", type=int, default=_SIZES)
    chosen = options.parse_args()
    print("; ".join(f"{name} {value}" for name, value in machine.describe().items()))
    print()
    print(
        "| statements | page | first paint | search, per key | selection | panning, whole map | panning, readable |"
    )
    print("|---|---|---|---|---|---|---|")
    with tempfile.TemporaryDirectory(prefix="argmap-bench-") as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium",
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        )
        for size in chosen.sizes:
            print(f"| {' | '.join(_row(browser, Path(folder), size))} |", flush=True)
        browser.close()


def _row(browser: Browser, folder: Path, size: int) -> Iterator[str]:
    page_file = folder / f"{size}.html"
    text = _page(size, folder)
    page_file.write_text(text, encoding="utf-8")
    address = page_file.as_uri()
    yield f"{size:,}"
    yield f"{len(text.encode()) / 1e6:.1f} MB"
    yield f"{median(_opened(browser, address).evaluate(_PAINT) for _ in range(_RUNS)):.0f} ms"
    page = _opened(browser, address)
    yield f"{max(page.evaluate(_SEARCH, _KEYS[:end]) for end in range(1, len(_KEYS) + 1)):.0f} ms"
    page = _opened(browser, address)
    fold = page.locator("#folds button")
    folded = fold.count() > 0
    if folded:
        fold.first.click()
    yield f"{max(page.evaluate(_SELECT, run / _RUNS) for run in range(_RUNS)):.0f} ms{' (one group open)' if folded else ''}"
    page.keyboard.press("Escape")
    for sight in ("whole", "readable"):
        yield f"{page.evaluate(_PAN, sight):.0f} frames/s"


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


if __name__ == "__main__":
    main()
