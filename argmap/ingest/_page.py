"""HTML to text: an event at a time, without a tree, so that no nesting is too deep and no page too long.

Words stand as a browser shows them: blocks and `<br>` end a line, paragraphs a paragraph, line ends in the source are
white space outside `<pre>` (and nothing at all between Japanese characters); the reading of a ruby is left out.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from argmap.diagnostics import Words
from argmap.ingest import UnreadableError
from argmap.ingest._encodings import decode

_MOST_TAGS = 500_000


def _names(words: str) -> frozenset[str]:
    return frozenset(words.split())


_BLOCKS = _names(
    "address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form "
    "h1 h2 h3 h4 h5 h6 header hr html legend li main nav ol p pre section summary table tr ul"
)
_PARAGRAPHS = _names("p h1 h2 h3 h4 h5 h6 blockquote ul ol dl table pre article section")
_CELLS = frozenset(("td", "th"))
_UNSEEN = _names(
    "applet button canvas datalist embed iframe noscript object option rp rt script select style svg template "
    "textarea"
)
_CHARSET = re.compile(
    rb"""(?i)<meta[^>]+charset\s*=\s*["']?\s*([\w.:-]+)|<\?xml[^>]+encoding\s*=\s*["']([\w.:-]+)"""
)
_ASCII_SPACE = " \t\n\r\f"
_SPACE = re.compile(rf"[{_ASCII_SPACE}]+")
_WIDE = "[\u3000-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]"
_JOINED = re.compile(_WIDE * 2)
_BETWEEN = re.compile(rf"(?<={_WIDE})\n(?={_WIDE})")

LEFT_OUT = "left out"
_JAPANESE = frozenset(("shift_jis", "shift-jis", "x-sjis", "sjis", "windows-31j", "ms_kanji", "cp932"))


def page_text(data: bytes, encoding: str | None) -> tuple[str, str, Words]:
    """The source of a page, the name of its encoding and a note: as given, or by the page's own word if that holds."""
    declared = _CHARSET.search(data, 0, 4096)
    if encoding is None and declared:
        said = (declared[1] or declared[2]).decode("ascii", "replace").lower()
        name = "cp932" if said in _JAPANESE else said
        try:
            text, _, _ = decode(data, name)
        except UnreadableError:
            pass  # many pages say what is not so
        else:
            return (
                text,
                name,
                Words(en=f"encoding {name}, as the page says", ja=f"文字コードはページの記載どおり {name}"),
            )
    return decode(data, encoding)


@dataclass(frozen=True, slots=True)
class Region:
    """A stretch of a page's text that an element holds; `label` is what the caller called it."""

    label: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Page:
    """The words of a page: all that a reader sees, the title of the window, and the labelled stretches in order."""

    title: str
    text: str
    regions: tuple[Region, ...]

    def words(self, region: Region) -> str:
        """The words of a region, without the line ends around it."""
        return self.text[region.start : region.end].strip(_ASCII_SPACE)


def read_page(source: str, label: Callable[[str, dict[str, str]], str | None]) -> Page:
    """Read a page.

    Args:
        source: the HTML.
        label: from a tag and its attributes to the label under which the element's stretch is wanted, `LEFT_OUT` when
            it is no part of the text, or None.
    """
    from lxml import etree

    if source.count("<") > _MOST_TAGS:
        raise UnreadableError(
            Words(
                en=f"the page has more than {_MOST_TAGS:,} tags: split it",
                ja=f"タグが {_MOST_TAGS:,} 個を超える。分けて読む",
            )
        )
    listener = _Listener(label)
    parser = etree.HTMLParser(target=listener, huge_tree=True)  # without a tree, depth costs nothing
    parser.feed(source)
    parser.close()
    return Page(
        _SPACE.sub(" ", listener.title).strip(" "),
        "".join(listener.text).replace("\xa0", " "),
        listener.regions(),
    )


def classes(attributes: dict[str, str]) -> frozenset[str]:
    """The classes of an element."""
    return frozenset(attributes.get("class", "").split())


class _Listener:
    """Builds the text while the parser goes through a page."""

    def __init__(self, label: Callable[[str, dict[str, str]], str | None]) -> None:
        self.title = ""
        self.text: list[str] = []
        self._label = label
        self._length = 0
        self._last = ""  # the last character written
        self._open: list[tuple[str, bool, int | None]] = []  # tag, left out, number of the region
        self._regions: list[tuple[str, int, int]] = []
        self._left_out = 0
        self._pre = 0
        self._data: list[str] = []
        self._lines = 0  # line ends to write before the next word
        self._gap = (
            ""  # what stands between the last word and the next: a space, a line end of the source, a tab
        )

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        self._flush()
        label = self._label(tag, attributes)
        out = tag in _UNSEEN or "hidden" in attributes or label == LEFT_OUT
        number = None
        if label is not None and not out:
            number = len(self._regions)
            self._regions.append((label, self._length, self._length))
        self._open.append((tag, out, number))
        self._left_out += out
        self._pre += tag == "pre"
        self._lines += tag == "br"
        self._edge(tag)
        if tag in _CELLS:
            self._gap = "\t"

    def end(self, tag: str) -> None:
        self._flush()
        opened, out, number = self._open.pop()
        self._left_out -= out
        self._pre -= opened == "pre"
        if number is not None:
            label, start, _ = self._regions[number]
            self._regions[number] = label, start, self._length
        self._edge(tag)

    def data(self, text: str) -> None:
        self._data.append(text)

    def comment(self, text: str) -> None:
        """Comments are not seen."""

    def close(self) -> None:
        self._flush()

    def regions(self) -> tuple[Region, ...]:
        return tuple(Region(*region) for region in self._regions)

    def _edge(self, tag: str) -> None:
        if tag in _BLOCKS:
            self._lines = max(self._lines, 2 if tag in _PARAGRAPHS else 1)

    def _flush(self) -> None:
        """Write the words that have come since the last tag."""
        if not self._data:
            return
        text = "".join(self._data)
        self._data.clear()
        if self._open and self._open[-1][0] == "title" and not self._left_out:
            self.title += text
        elif not self._left_out:
            self._write(text.replace("\r\n", "\n").replace("\r", "\n") if self._pre else _collapsed(text))

    def _write(self, text: str) -> None:
        words = text if self._pre else text.strip(" \n")
        if not words:
            self._gap = self._gap or text[:1]
            return
        if text[0] in " \n" and not self._pre:
            self._gap = self._gap or text[0]
        if self._lines:
            before = "\n" * min(self._lines, 2) if self._last else ""
        elif self._gap == "\n":
            before = "" if _JOINED.match(self._last + words[0]) or not self._last else " "
        else:
            before = self._gap if self._last else ""
        self.text += before, words
        self._length += len(before) + len(words)
        self._last = words[-1]
        self._lines = 0
        self._gap = text[-1] if text[-1] in " \n" and not self._pre else ""


def _collapsed(text: str) -> str:
    """A text with its white space as HTML has it; a line end between Japanese characters is none."""
    single = _SPACE.sub(lambda space: "\n" if "\n" in space[0] or "\r" in space[0] else " ", text)
    inner = _BETWEEN.sub("", single)
    return inner[0] + inner[1:-1].replace("\n", " ") + inner[-1] if len(inner) > 1 else inner
