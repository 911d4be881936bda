"""What the page of a debate puts on paper and into files."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from io import BytesIO
from pathlib import Path
from struct import unpack
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader

from argmap import pipeline
from argmap.questions import follow_ups
from tests.browser import NEWSLETTER, Visitor, output_of, tool, turn

if TYPE_CHECKING:
    from playwright.sync_api import Page

MM = 72 / 25.4
CONTROLS = (
    "絞り込み",
    "順に見る",
    "印刷",
    "一覧表",
    "対応表",
    "全画面",
    "図で見る",
    "戻る",
    "もし…なら",
    "前へ",
)


def printed(page: Page) -> bytes:
    return page.pdf(prefer_css_page_size=True, print_background=True)


def words_of(pdf: bytes, folder: Path) -> str:
    """The text of a PDF, without spaces and line breaks."""
    file = folder / "page.pdf"
    file.write_bytes(pdf)
    return "".join(output_of(tool("pdftotext"), str(file), "-").decode().split())


def pixels_of(pdf: bytes, folder: Path) -> list[tuple[int, int, int]]:
    """The pixels of the first two pages of a PDF."""
    file = folder / "page.pdf"
    file.write_bytes(pdf)
    data = output_of(tool("pdftoppm"), "-r", "40", "-l", "2", str(file))
    found: list[tuple[int, int, int]] = []
    while data:
        _, size, _, data = data.split(b"\n", 3)
        width, height = map(int, size.split())
        image, data = data[: 3 * width * height], data[3 * width * height :]
        found += zip(image[::3], image[1::3], image[2::3], strict=True)
    return found


def coloured(pixels: list[tuple[int, int, int]]) -> int:
    return sum(max(pixel) - min(pixel) > 8 for pixel in pixels)


def test_the_hand_out_is_the_map_and_what_is_to_be_known_without_controls(
    visitor: Visitor, tmp_path: Path
) -> None:
    page = visitor.open()
    words = words_of(printed(page), tmp_path)
    corpus = pipeline.read([NEWSLETTER])
    debate, analysis = corpus.debates[0], corpus.analysis
    assert debate.title in words
    for title in ("まだ成り立っている主張", "崩れた主張", "次に聞くこと", "出典"):
        assert title in words, title
    for local, claim in debate.claims.items():
        if claim.by == "city":
            assert claim.text in words
            assert bare(analysis.why(local).says.ja) in words
    for group in debate.groups.values():
        assert group in words
    for one in follow_ups(analysis, debate, "government"):
        assert bare(one.text.ja) in words
    assert [control for control in CONTROLS if control in words] == []


@pytest.mark.parametrize("state", ["#select=encryption&q=漏", "#view=list", "#view=matrix&step=2"])
def test_what_is_shown_makes_no_difference_on_paper(visitor: Visitor, tmp_path: Path, state: str) -> None:
    page = visitor.open()
    start = words_of(printed(page), tmp_path)
    turn(page, state)
    assert words_of(printed(page), tmp_path) == start


def bare(text: str) -> str:
    return "".join(text.split())


def test_what_was_only_tried_is_not_printed(visitor: Visitor, tmp_path: Path) -> None:
    page = visitor.open()
    held = words_of(printed(page), tmp_path)
    turn(page, "#off=leaks-happen,encryption")
    assert page.locator("#sheet .changed").count() == 2
    assert words_of(printed(page), tmp_path) == held
    assert page.locator("#sheet .changed").count() == 2


@pytest.mark.parametrize(("paper", "width", "height"), [("A4", 297, 210), ("A3", 420, 297)])
def test_it_fits_the_paper(visitor: Visitor, paper: str, width: float, height: float) -> None:
    page = visitor.open()
    page.get_by_role("button", name="印刷・保存").click()
    page.get_by_label(paper, exact=True).check()
    page.keyboard.press("Escape")
    pages = PdfReader(BytesIO(printed(page))).pages
    for one in pages:
        assert (float(one.mediabox.width), float(one.mediabox.height)) == pytest.approx(
            (width * MM, height * MM), abs=1
        )
    first = "".join(pages[0].extract_text().split())
    assert "国の対策によって" in first
    assert "受注した企業に各省" in first
    assert "まだ成り立っている主張" not in first
    assert len(pages) <= 8


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_is_printed_on_white(visitor: Visitor, tmp_path: Path, scheme: str) -> None:
    page = visitor.open(hash="#select=encryption", scheme="dark" if scheme == "dark" else "light")
    pixels = pixels_of(printed(page), tmp_path)
    assert sum(min(pixel) > 240 for pixel in pixels) > 0.8 * len(pixels)
    assert coloured(pixels) > 500


def test_it_is_printed_in_black_and_white(visitor: Visitor, tmp_path: Path) -> None:
    page = visitor.open()
    page.get_by_role("button", name="印刷・保存").click()
    page.get_by_label("白黒で印刷").check()
    page.keyboard.press("Escape")
    pixels = pixels_of(printed(page), tmp_path)
    assert coloured(pixels) == 0
    assert sum(max(pixel) < 128 for pixel in pixels) > 1000


def test_one_click_prints(visitor: Visitor) -> None:
    page = visitor.open()
    page.evaluate("() => { window.print = () => { document.title = 'printed'; }; }")
    page.get_by_role("button", name="印刷・保存").click()
    page.get_by_role("button", name="印刷する").click()
    assert page.title() == "printed"
    assert page.get_by_role("dialog", name="印刷・保存").is_hidden()


def saved(page: Page, name: str) -> tuple[str, bytes]:
    page.get_by_role("button", name="印刷・保存").click()
    with page.expect_download() as download:
        page.get_by_role("button", name=name).click()
    return download.value.suggested_filename, Path(download.value.path()).read_bytes()


def test_the_map_is_saved_as_svg_as_it_was_drawn(visitor: Visitor) -> None:
    page = visitor.open(hash="#select=access-prevented&off=leak-causes,leaks-happen", scheme="dark")
    shown = (
        "map => [map.textContent, ...[...map.querySelectorAll('.off, .lit, .changed')].map(one => one.id)]"
    )
    before = page.locator("#sheet svg").evaluate(shown)
    name, data = saved(page, "図を SVG で保存")
    assert name == "mynumber-insurance-card.svg"
    root = ET.fromstring(data.decode())  # noqa: S314 - our own
    marks = {mark for one in root.iter() for mark in (one.get("class") or "").split()}
    assert {"node", "claim", "edge"} <= marks
    assert marks & {"lit", "selected", "dimmed", "off", "changed", "sign", "afar"} == set()
    (box,) = (one for one in root.iter() if one.get("data-id") == "access-prevented")
    assert "× 反論成立" in "".join(box.itertext())
    attributes = {attribute for one in root.iter() for attribute in one.attrib}
    assert not attributes & {"tabindex", "aria-pressed", "style"}
    assert b"@font-face" in data
    assert "国の対策によって、" in "".join(root.itertext())
    assert page.locator("#sheet svg").evaluate(shown) == before


def test_the_map_is_saved_as_png(visitor: Visitor) -> None:
    page = visitor.open(hash="#select=access-prevented")
    size = page.locator("#sheet svg").evaluate(
        "map => [map.viewBox.baseVal.width, map.viewBox.baseVal.height]"
    )
    name, data = saved(page, "図を PNG で保存")
    assert name == "mynumber-insurance-card.png"
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    assert unpack(">II", data[16:24]) == pytest.approx([2 * one for one in size], abs=2)
    assert data[-8:-4] == b"IEND"
    assert len(data) > 100_000
