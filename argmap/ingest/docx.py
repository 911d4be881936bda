"""Word files (.docx, ECMA-376): paragraphs, tables and text boxes in the order of the document, then the notes.

A paragraph is a line, a heading stands between blank lines, the cells of a row are parted by tabs. The reading of a ruby,
deleted text, and the fallback that Word writes beside a text box are left out.
"""

from __future__ import annotations

import re
from hashlib import sha256

from argmap.diagnostics import Words
from argmap.ingest import Document, UnreadableError
from argmap.ingest._limits import Listener, archive, read_xml, unpacked

SUFFIXES = (".docx", ".docm")

_ZIP = b"PK\x03\x04"
_BODY = "word/document.xml"
_NOTES = ("word/footnotes.xml", "word/endnotes.xml")
_PROPERTIES = "docProps/core.xml"
_STYLES = "word/styles.xml"
_UNSEEN = frozenset(
    ("rt", "del", "moveFrom", "Fallback", "tabs")
)  # tabs: where they stop, not that there are any
_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_HEADING = re.compile(r"(?i)(?:heading|見出し)\s*\d|title$|表題$")


def fits(data: bytes, name: str) -> bool:  # noqa: ARG001 what every reader takes
    """Whether the bytes are an archive; whether with a document in it is said when it is read."""
    return data.startswith(_ZIP)


def read(data: bytes, name: str, encoding: str | None) -> Document:  # noqa: ARG001 what every reader takes
    """The document's text."""
    opened = archive(data)
    parts = frozenset(opened.namelist())
    if _BODY not in parts:
        raise UnreadableError(
            Words(
                en="this archive is no Word document: give the documents in it, or save it as .docx or PDF",
                ja="Word 文書ではない。中の文書を渡すか、.docx か PDF で保存し直す",
            )
        )
    styles, properties = _Styles(), _Property()
    if _STYLES in parts:
        read_xml(unpacked(opened, _STYLES), styles)
    if _PROPERTIES in parts:
        read_xml(unpacked(opened, _PROPERTIES), properties)
    texts = []
    for part in (_BODY, *_NOTES):
        if part in parts:
            body = _Body(frozenset(styles.headings))
            read_xml(unpacked(opened, part), body)
            texts.append("".join(body.lines).strip("\n"))
    return Document(
        name=name,
        format="docx",
        text="\n\n".join(filter(None, texts)),
        sha256=sha256(data).hexdigest(),
        title="".join(properties.title).strip(),
    )


class _Body(Listener):
    """Writes down the text while the XML is read. Text boxes lie inside a paragraph: they come before its words."""

    def __init__(self, headings: frozenset[str]) -> None:
        self.lines: list[str] = []
        self._headings = headings
        self._paragraphs: list[list[str]] = []  # the open ones, the innermost last
        self._heading: list[bool] = []
        self._cells: list[list[list[str]]] = []  # the open rows: their cells, each its lines
        self._unseen = 0
        self._text = False

    def opened(self, tag: str, attributes: dict[str, str]) -> None:
        self._unseen += tag in _UNSEEN
        self._text = tag == "t"
        if tag == "p":
            self._paragraphs.append([])
            self._heading.append(False)
        elif tag == "tr":
            self._cells.append([])
        elif tag == "tc" and self._cells:
            self._cells[-1].append([])
        elif tag == "pStyle" and self._heading:
            self._heading[-1] = attributes.get("val", "") in self._headings
        elif tag in _SIGNS and self._paragraphs and not self._unseen:
            self._paragraphs[-1].append(_SIGNS[tag])

    def closed(self, tag: str) -> None:
        self._unseen -= tag in _UNSEEN
        self._text = False
        if tag == "p":
            self._line("".join(self._paragraphs.pop()), heading=self._heading.pop())
        elif tag == "tr":
            self._line("\t".join(" ".join(cell) for cell in self._cells.pop()), heading=False)

    def said(self, text: str) -> None:
        if self._text and self._paragraphs and not self._unseen:
            self._paragraphs[-1].append(text)

    def _line(self, words: str, *, heading: bool) -> None:
        if self._unseen:
            return
        if self._cells and self._cells[-1]:
            if words.strip():
                self._cells[-1][-1].append(words.strip("\n").replace("\n", " "))
        else:
            blank = "\n" if heading and words.strip() else ""
            self.lines.append(f"{blank}{words}\n{blank}")


class _Styles(Listener):
    """The ids of the styles that are headings: by their name, or by a level in the outline."""

    def __init__(self) -> None:
        self.headings: set[str] = set()
        self._id = ""

    def opened(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "style":
            self._id = attributes.get("styleId", "")
        elif tag == "outlineLvl" or (tag == "name" and _HEADING.match(attributes.get("val", ""))):
            self.headings.add(self._id)


class _Property(Listener):
    """The title among the properties of a document."""

    def __init__(self) -> None:
        self.title: list[str] = []
        self._inside = False

    def opened(self, tag: str, attributes: dict[str, str]) -> None:  # noqa: ARG002 only the text is wanted
        self._inside = tag == "title"

    def closed(self, tag: str) -> None:  # noqa: ARG002 whatever ends, the title is over
        self._inside = False

    def said(self, text: str) -> None:
        if self._inside:
            self.title.append(text)
