"""The text of a Kialo export -> its title, its numbered entries, its footnotes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal, cast

Label = Literal["pro", "con", "thesis", "question", ""]

_TITLE = re.compile(r"\s*Discussion (?:Title|Name):\s*(.*)")
_ENTRY = re.compile(
    r"\s*((?:[0-9]{1,6}\.)+)(?:\s+|$)(?:(Pro|Con|Thesis|Question)\s*:\s*|(?=\S)|$)(.*)", re.IGNORECASE
)
_SOURCES = re.compile(r"\s*Sources:\s*")
_FOOTNOTE = re.compile(r"\[([0-9]{1,6})\]\s+(\S+)\s*")


@dataclass(slots=True, kw_only=True)
class Entry:
    """A numbered entry: its number without the last dot, its label, its text with markup, and its line from 1."""

    number: str
    label: Label
    line: int
    text: str = ""

    @property
    def parent(self) -> str:
        """The number of what it replies to; empty at the top."""
        return self.number.rpartition(".")[0]


@dataclass(slots=True, kw_only=True)
class Footnote:
    """A footnote: an address, and what Kialo quotes from there."""

    url: str
    quote: str = ""


@dataclass(slots=True, kw_only=True)
class Export:
    """A file as it was read; `others` are the lines that belong to nothing, by number from 1."""

    title: str = ""
    entries: list[Entry] = field(default_factory=list)
    footnotes: dict[str, Footnote] = field(default_factory=dict)
    others: dict[int, str] = field(default_factory=dict)


def parse(text: str) -> Export:
    """Read an export; lines without a number go on with the entry before."""
    export = Export()
    lines = enumerate(text.split("\n"), 1)
    _head(export, lines)
    _body(export, lines)
    _feet(export, lines)
    for entry in export.entries:
        entry.text = entry.text.strip()
    return export


def named(text: str) -> bool:
    """Whether a text begins as an export does."""
    return bool(_TITLE.match(text.lstrip()))


def numbered(text: str) -> bool:
    """Whether a text has replies as an export has them."""
    return bool(re.search(r"(?m)^\s*1\.1\. (?:Pro|Con):", text))


def _head(export: Export, lines: Iterator[tuple[int, str]]) -> None:
    """The title, in the line of its label or in the next, up to the first entry."""
    awaited = False
    for number, line in lines:
        if found := _TITLE.fullmatch(line):
            export.title = found[1].strip()
            awaited = not export.title
        elif _opens(export, number, line, set()):
            return
        elif awaited and line.strip():
            export.title, awaited = line.strip(), False
        elif line.strip():
            export.others[number] = line.strip()


def _body(export: Export, lines: Iterator[tuple[int, str]]) -> None:
    """The entries, up to the footnotes."""
    numbers = {entry.number for entry in export.entries}
    texts: list[str] = []
    for number, line in lines:
        if _SOURCES.fullmatch(line):
            break
        if not _opens(export, number, line, numbers):
            texts.append(line.strip())
            continue
        _end(export.entries[-2], texts)
        texts = []
        numbers.add(export.entries[-1].number)
    if export.entries:
        _end(export.entries[-1], texts)


def _end(entry: Entry, texts: list[str]) -> None:
    entry.text = "\n".join((entry.text, *texts))


def _opens(export: Export, number: int, line: str, numbers: set[str]) -> bool:
    """Whether a line opens an entry, which is then added.

    A line without a label that happens to begin with a number is text, unless its number fits what stands before.
    """
    found = _ENTRY.fullmatch(line)
    if not found:
        return False
    entry = Entry(
        number=found[1].removesuffix("."),
        label=cast("Label", (found[2] or "").lower()),
        line=number,
        text=found[3].strip(),
    )
    if not entry.label and entry.number in numbers:
        return False
    if not entry.label and not (entry.parent in numbers if entry.parent else _is_next(export, entry)):
        return False
    export.entries.append(entry)
    return True


def _is_next(export: Export, entry: Entry) -> bool:
    """Whether a number without a dot is the one after the last of its kind."""
    last = next((one.number for one in reversed(export.entries) if not one.parent), "0")
    return int(entry.number) == int(last) + 1


def _feet(export: Export, lines: Iterator[tuple[int, str]]) -> None:
    """The footnotes; every line behind one is quoted from there."""
    quotes: dict[str, list[str]] = {}
    last = ""
    for number, line in lines:
        found = _FOOTNOTE.fullmatch(line)
        if found and found[1] not in export.footnotes:
            last = found[1]
            export.footnotes[last] = Footnote(url=found[2])
            quotes[last] = []
        elif last:
            quotes[last].append(line.strip())
        elif line.strip():
            export.others[number] = line.strip()
    for key, texts in quotes.items():
        export.footnotes[key].quote = "\n".join(texts).strip().removeprefix('"').removesuffix('"')


def sources(text: str, footnotes: Mapping[str, Footnote]) -> tuple[str, list[Footnote]]:
    """A text without its markup, and the addresses that it links to, in their order."""
    found: list[Footnote] = []

    def linked(link: re.Match[str]) -> str:
        if link["escaped"]:
            return link[0]
        if link["number"]:
            if link["number"] not in footnotes:
                return link[0]
            found.append(footnotes[link["number"]])
            return ""
        found.append(Footnote(url=_unescaped(link["url"])))
        return link["words"]

    return _unescaped(_LINK.sub(linked, text)).strip(), found


_LINK = re.compile(
    r"""(?x) (?P<escaped>\\.) | \[(?P<words>(?:\\.|[^][\\])*)\]\((?P<url>(?:\\.|[^()\\\s])+)\)
    | [ ]?\[(?P<number>[0-9]{1,6})\]"""
)


def _unescaped(text: str) -> str:
    return re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", text)
