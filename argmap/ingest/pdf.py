"""PDF with a text layer: columns in reading order, across or down the page, without running heads and page numbers.

Characters make lines by their place; a gutter that lines on both sides respect parts columns; a line across it (a
title) stands between what is above and below. Written downwards, the tiers of a page are its columns, from the top, and
lines run from right to left. A line is a line, a gap or a new column a blank line, as is a new page.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import unicodedata
from array import array
from collections import Counter
from collections.abc import Sequence
from hashlib import sha256
from io import BytesIO

from argmap.diagnostics import Words
from argmap.ingest import Document, UnreadableError, _pdfium
from argmap.ingest._layout import Character, Line, in_reading_order, lines_of, without_readings

SUFFIXES = (".pdf",)

_SECONDS = 20  # that PDFium may take; a thousand full pages take about 7
_EDGE = 0.1  # of the height of a page, above and below, where running heads stand
_DIGITS = re.compile(r"[\d〇一二三四五六七八九十]+")
_FOLIO = re.compile(r"(?:ページ|頁|page|p|[\W_])+", re.IGNORECASE)  # a page number, its digits made #
_UNKNOWN = "\ufffd"  # a character of a font without its table, or of private use
_MOST_UNKNOWN = 0.2
_SHOWN = 20  # numbers of pages in a note
_TOO_MUCH = Words(
    en="the PDF is damaged, or takes too much memory or time: print it to a new PDF, or split it",
    ja="PDF が壊れているか、読むのにメモリーか時間がかかりすぎる。PDF として印刷し直すか、分ける",
)
_FAULTS = {
    "locked": Words(
        en="the PDF is locked with a password: save it without one",
        ja="PDF にパスワードが掛かっている。外して保存し直す",
    ),
    "damaged": Words(en="the PDF is damaged: save it anew", ja="PDF が壊れている。保存し直す"),
    "pages": Words(
        en=f"the PDF has more than {_pdfium.MOST_PAGES:,} pages: split it",
        ja=f"PDF が {_pdfium.MOST_PAGES:,} ページを超える。分けて読む",
    ),
    "characters": Words(
        en=f"the PDF has more than {_pdfium.MOST_CHARACTERS:,} characters: split it",
        ja=f"PDF の文字が {_pdfium.MOST_CHARACTERS:,} 字を超える。分けて読む",
    ),
}

Page = tuple[float, list[Line]]
"""The height of a page, and its lines."""


def fits(data: bytes, name: str) -> bool:  # noqa: ARG001 what every reader takes
    """Whether the bytes begin as a PDF."""
    return b"%PDF-" in data[:1024]


def read(data: bytes, name: str, encoding: str | None) -> Document:  # noqa: ARG001 what every reader takes
    """The text of all pages."""
    pages, title = _pages(data)
    kept, heads = _without_heads(pages)
    bare = [without_readings(lines) for lines in kept]
    text = "\n\n".join(filter(None, map(in_reading_order, bare)))
    _check_words(text)
    notes = []
    readings = sum(map(len, kept)) - sum(map(len, bare))
    if readings:
        notes.append(
            Words(
                en=f"readings beside the words (ruby) left out: {readings}",
                ja=f"ルビは除いた: {readings} か所",
            )
        )
    if heads:
        shown = "、".join(f"「{head}」" for head in sorted(heads))
        notes.append(
            Words(
                en=f"left out, but for the first time, as running heads and page numbers: {shown}",
                ja=f"柱とページ番号は、最初の一つを残して除いた: {shown}",
            )
        )
    empty = [str(number) for number, (_, lines) in enumerate(pages, 1) if not lines]
    if empty:
        shown = ", ".join(empty[:_SHOWN]) + (" …" if len(empty) > _SHOWN else "")
        notes.append(
            Words(
                en=f"pages without text (pictures, perhaps; OCR would read them): {shown}",
                ja=f"文字のないページ（画像か。OCR なら読める）: {shown}",
            )
        )
    return Document(
        name=name,
        format="pdf",
        text=text,
        sha256=sha256(data).hexdigest(),
        title=title,
        notes=tuple(notes),
    )


def _pages(data: bytes) -> tuple[list[Page], str]:
    """The pages, and the title among the properties of the document."""
    program = [sys.executable, "-P", _pdfium.__file__]
    try:
        done = subprocess.run(program, input=data, capture_output=True, timeout=_SECONDS, check=True)  # noqa: S603 our own program
    except subprocess.SubprocessError as error:
        raise UnreadableError(_TOO_MUCH) from error
    stream = BytesIO(done.stdout)
    said = json.loads(stream.readline())
    if "fault" in said:
        raise UnreadableError(_FAULTS[said["fault"]])
    return [_page(stream) for _ in range(said["pages"])], said["title"].strip()


def _page(stream: BytesIO) -> Page:
    height, count = _pdfium.HEAD.unpack(stream.read(_pdfium.HEAD.size))
    if height < 0:
        raise UnreadableError(_FAULTS["characters"])
    text = stream.read(4 * count).decode("utf-32-le")
    numbers = array("f")
    numbers.frombytes(stream.read(16 * count))
    boxes = zip(*(numbers[side::4] for side in range(4)), strict=True)
    return height, lines_of(Character(char, *box) for char, box in zip(text, boxes, strict=True))


def _without_heads(pages: Sequence[Page]) -> tuple[list[list[Line]], set[str]]:
    """The lines of each page without those at its edges that return on many pages; and what these say.

    A line returns when it is the same but for its numbers. Where it has words, its first place is kept.
    """
    counts = Counter(
        key for page in pages for key in {_key(line) for line in page[1] if _at_edge(line, page)}
    )
    least = max(2, len(pages) // 3)  # left and right pages may have their own
    seen: set[str] = set()
    left_out: set[str] = set()
    kept = []
    for page in pages:
        lines = []
        for line in page[1]:
            key = _key(line)
            if not _at_edge(line, page) or counts[key] < least:
                lines.append(line)
            elif key in seen or _FOLIO.fullmatch(key):
                left_out.add(key)
            else:
                lines.append(line)
                seen.add(key)
        kept.append(lines)
    return kept, left_out


def _at_edge(line: Line, page: Page) -> bool:
    height, _ = page
    return line.bottom < _EDGE * height or line.top > (1 - _EDGE) * height


def _key(line: Line) -> str:
    """A line without spaces, with # for every number."""
    return _DIGITS.sub("#", "".join(unicodedata.normalize("NFKC", line.text).split()))


def _check_words(text: str) -> None:
    """Refuse a PDF whose pages are pictures, or whose characters cannot be known."""
    if not text:
        raise UnreadableError(
            Words(
                en="the PDF has no text, only pictures: read it first (OCR, such as `ocrmypdf -l jpn`)",
                ja="文字のない PDF（画像だけ）。先に文字認識（OCR。`ocrmypdf -l jpn` など）をする",
            )
        )
    if text.count(_UNKNOWN) > _MOST_UNKNOWN * len(text):
        raise UnreadableError(
            Words(
                en="the PDF does not say which characters it shows (a font without a table): "
                "save it anew from the document, or read it by OCR (`ocrmypdf --force-ocr -l jpn`)",
                ja="PDF の文字が何の字か分からない（フォントに対応表がない）。元の文書から PDF を作り直すか、"
                "OCR（`ocrmypdf --force-ocr -l jpn`）をする",
            )
        )
