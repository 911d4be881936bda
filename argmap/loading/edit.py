"""Edits of a debate file to the line: what is not changed stays as it is, byte for byte.

The places come from the loader's own tree, so what is edited is what was read. Every edit is read again before it is
given out; one that did anything but what was asked for is never given.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from codecs import BOM_UTF8
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import TypeAlias

from argmap.diagnostics import Path
from argmap.loading.changes import Changes, bare, changed
from argmap.loading.text import decode
from argmap.loading.tree import Node, parse
from argmap.loading.write import INLINE, Data, entry, flow, keyed, scalar, section

_Splice: TypeAlias = tuple[int, int, str]
_LINE_END = re.compile(r"\r\n|\r|\n")
_COMMENT = re.compile(r"(?:^|(?<=\s))#[^\r\n]*")


class UneditableError(ValueError):
    """The text cannot be read without faults, or is written in a way that is not edited safely."""


def edit(data: bytes, changes: Changes) -> bytes:
    """A debate file with changes, all made at once.

    Args:
        data: the file's bytes.
        changes: what is to be changed. A section that is not there yet is made; any other mapping must exist.

    Raises:
        UneditableError: the file has faults, or the edit would not be what was asked for.
    """
    text, faults = decode(data)
    root, more = (None, []) if text is None else parse(text)
    if text is None or faults or more:
        raise UneditableError("the file has faults")
    wanted = {path: value for path, value in changes.items() if not _within(path, changes)}
    editor = _Editor(text, root)
    edited = _spliced(text, editor.splices(wanted))
    read, more = parse(edited)
    expected = changed({} if root is None else root.plain(), wanted)
    if more or bare(None if read is None else read.plain()) != bare(expected):
        raise UneditableError("the text is written in a way that cannot be edited safely")
    return (BOM_UTF8 if data.startswith(BOM_UTF8) else b"") + edited.encode()


def _within(path: Path, changes: Changes) -> bool:
    """Whether a change lies within something that is itself replaced or taken away."""
    return any(path[:depth] in changes for depth in range(1, len(path)))


def _spliced(text: str, splices: Iterable[_Splice]) -> str:
    parts: list[str] = []
    done = 0
    for start, end, new in sorted(splices, key=lambda one: one[:2]):
        parts += (text[done:start], new)
        done = end
    return "".join((*parts, text[done:]))


class _Editor:
    """Turns changes of values into splices of one text."""

    def __init__(self, text: str, root: Node | None) -> None:
        self.text = text
        self.root = root
        self.starts = [0, *(found.end() for found in _LINE_END.finditer(text)), len(text)]
        first = _LINE_END.search(text)
        self.newline = first.group() if first else "\n"

    def splices(self, changes: Changes) -> Iterator[_Splice]:
        by_parent: defaultdict[Path, dict[str | int, Data | None]] = defaultdict(dict)
        for path, value in changes.items():
            by_parent[path[:-1]][path[-1]] = value
        found = [(path, *self._find(path), items) for path, items in by_parent.items()]
        found.sort(
            key=lambda one: -len(one[0]) if one[2] is not None else 0
        )  # what is added in one place, inner first
        for path, key, node, items in found:
            if node is None or not node.value:
                yield from self._fill(path, key, node, items)
            elif self._is_flow(node):
                yield from self._in_flow(node, items)
            elif isinstance(node.value, list):
                yield from self._in_list(node, items)
            else:
                yield from self._in_block(path, node, items)

    def _find(self, path: Path) -> tuple[Node | None, Node | None]:
        """The key and the value at a path; no value when there is none."""
        key, node = None, self.root
        for step in path:
            if node is not None and isinstance(node.value, dict) and step in node.value:
                key, node = node.value[str(step)]
            elif node is not None and isinstance(node.value, list) and isinstance(step, int):
                node = node.value[step]
            elif len(path) == 1:
                return None, None
            else:
                raise UneditableError(f"nothing stands at {path}")
        return key, node

    # Places

    def _at(self, line: int, column: int) -> int:
        return min(self.starts[line] + column, len(self.text)) if line < len(self.starts) else len(self.text)

    def _start(self, node: Node) -> int:
        return self._at(node.line, node.column)

    def _end(self, node: Node) -> int:
        """Where a value's own text ends: a block reaches to its last word, not to what follows it."""
        if isinstance(node.value, dict) and not self._is_flow(node):
            return max(self._value_end(key, value) for key, value in node.value.values())
        if isinstance(node.value, list) and not self._is_flow(node):
            return max(map(self._end, node.value))
        start = self._start(node)
        return start + len(self.text[start : self._at(node.end_line, node.end_column)].rstrip())

    def _value_end(self, key: Node, value: Node) -> int:
        """Where a key with its value ends; behind the colon when there is no value."""
        if value.value is None and (value.line, value.column) == (value.end_line, value.end_column):
            return self.text.find(":", self._end(key)) + 1
        return self._end(value)

    def _is_flow(self, node: Node) -> bool:
        return self.text[self._start(node) : self._start(node) + 1] in ("{", "[")

    def _line_start(self, offset: int) -> int:
        return self.starts[bisect_right(self.starts, offset) - 1]

    def _line_end(self, offset: int) -> int:
        """Behind the line end of the line in which an offset lies."""
        found = _LINE_END.search(self.text, offset)
        return found.end() if found else len(self.text)

    # Changes

    def _new_lines(self, offset: int, lines: Sequence[str]) -> _Splice:
        """New lines behind the line of an offset."""
        at = self._line_end(offset)
        joined = self.newline.join(lines)
        ended = at == 0 or self.text[at - 1] in "\r\n"
        return at, at, joined + self.newline if ended else self.newline + joined

    def _fill(
        self, path: Path, key: Node | None, node: Node | None, items: Mapping[str | int, Data | None]
    ) -> Iterator[_Splice]:
        """Items of a section that has none yet, or is not there; or new sections of an empty file."""
        new = {str(name): value for name, value in items.items() if value is not None}
        gap = [""] if self.text else []
        if not path:
            lines = [line for name, value in new.items() for line in ("", *section(name, value))]
            yield self._new_lines(len(self.text), [*gap, *lines[1:]])
        elif key is None or node is None:
            yield self._new_lines(len(self.text), [*gap, *section(str(path[0]), new)])
        else:
            end = self._value_end(key, node)
            if node.value is not None or self._start(node) < end:
                yield self.text.find(":", self._end(key), self._start(node)) + 1, end, ""
            yield self._new_lines(end, section(str(path[0]), new)[1:])

    def _replaced(self, key: Node | None, node: Node, value: Data) -> _Splice:
        """A value in the place of another."""
        start, end = self._start(node), self._end(node)
        if key is not None:
            end = self._value_end(key, node)
            colon = self.text.find(":", self._end(key)) + 1
            if end <= colon or not self.text[colon:start].strip():
                return colon, max(end, colon), f" {keyed(str(key.value), value)}"
        return start, end, flow(value)

    def _in_block(self, path: Path, node: Node, items: Mapping[str | int, Data | None]) -> Iterator[_Splice]:
        """Changes of the keys of a mapping that stands in lines."""
        here = node.value if isinstance(node.value, dict) else {}
        indent = " " * node.column
        new: list[str] = []
        for name, value in items.items():
            if value is None:
                continue
            if name in here:
                yield self._replaced(*here[str(name)], value)
            elif path:
                new += entry(str(name), value, indent, spread=len(path) == 1 and path[0] not in INLINE)
            else:
                yield self._new_lines(len(self.text), ["", *section(str(name), value)])
        if new:
            yield self._new_lines(self._end(node), new)
        gone = [name for name in here if name in items and items[name] is None]
        kept = [name for name in here if name not in gone]
        first = self._start(node)
        if gone and self.text[self._line_start(first) : first].strip():  # behind the dash of a list
            yield from self._behind_dash(node, here, gone, kept)
            leading = list(here)[: list(here).index(kept[0])] if kept else gone
            gone = [name for name in gone if name not in leading]
        for name in gone:
            key, value_node = here[name]
            yield self._line_gone(self._start(key), self._value_end(key, value_node), value_node)

    def _behind_dash(
        self, node: Node, here: Mapping[str, tuple[Node, Node]], gone: Sequence[str], kept: Sequence[str]
    ) -> Iterator[_Splice]:
        """The first keys of a mapping that begins behind a dash, taken away; the next key moves up to the dash."""
        if not kept:
            yield self._start(node), self._end(node), "{}"
        elif next(iter(here)) in gone:
            start, end = self._start(node), self._start(here[kept[0]][0])
            comments = _COMMENT.findall(self.text[start:end])
            indent = " " * node.column
            yield start, end, "".join(f"{comment}{self.newline}{indent}" for comment in comments)

    def _line_gone(self, start: int, end: int, value: Node) -> _Splice:
        """The lines of something, taken away; a comment behind it, or behind a single value, stays."""
        line = self._line_start(start)
        after = self._line_end(end)
        comment = self.text[end:after].strip()
        if comment and not isinstance(value.value, dict):
            return line, after, self.text[line:start].replace("-", " ") + self.text[end:after].lstrip()
        return line, after, ""

    def _in_list(self, node: Node, items: Mapping[str | int, Data | None]) -> Iterator[_Splice]:
        """Changes of the items of a list that stands in lines."""
        here = _listed(node)
        new: list[str] = []
        for position, value in sorted(items.items()):
            old = here[int(position)] if int(position) < len(here) else None
            if old is None:
                new += [] if value is None else [f"{' ' * node.column}- {flow(value)}"]
            elif value is None:
                line = old.line
                while self.text[self._at(line, node.column)] != "-":
                    line -= 1
                yield self._line_gone(self._at(line, node.column), self._end(old), old)
            else:
                yield self._replaced(None, old, value)
        if new:
            yield self._new_lines(self._end(node), new)

    def _in_flow(self, node: Node, items: Mapping[str | int, Data | None]) -> Iterator[_Splice]:
        """Changes of what stands between brackets."""
        spans: dict[str | int, tuple[int, int]] = {}
        if isinstance(node.value, dict):
            for local, (key, item) in node.value.items():
                spans[local] = self._start(key), self._value_end(key, item)
        else:
            for position, item in enumerate(_listed(node)):
                spans[position] = self._start(item), self._end(item)
        new = []
        for name, value in sorted(items.items(), key=lambda one: isinstance(one[0], int) and one[0]):
            if value is None:
                continue
            if name in spans:
                yield self._replaced(*self._child(node, name), value)
            else:
                new.append(flow(value) if isinstance(name, int) else f"{scalar(name)}: {keyed(name, value)}")
        gone = [name for name in spans if name in items and items[name] is None]
        kept = [name for name in spans if name not in gone]
        if kept:
            last = spans[kept[-1]][1]
            if new:
                yield last, last, "".join(f", {item}" for item in new)
            yield from self._out_of_flow(spans, gone, last)
        else:
            yield self._start(node) + 1, self._end(node) - 1, ", ".join(new)

    def _child(self, node: Node, name: str | int) -> tuple[Node | None, Node]:
        if isinstance(node.value, dict):
            return node.value[str(name)]
        return None, _listed(node)[int(name)]

    def _out_of_flow(
        self, spans: Mapping[str | int, tuple[int, int]], gone: Sequence[str | int], last: int
    ) -> Iterator[_Splice]:
        """Items with their commas, taken out from between brackets; comments stay."""
        order = list(spans)
        for taken, run in groupby(order, key=lambda name: name in gone):
            names = list(run)
            if not taken:
                continue
            following = order.index(names[-1]) + 1
            if following < len(order):
                start, end = spans[names[0]][0], spans[order[following]][0]
            else:
                start, end = last, spans[names[-1]][1]
            gaps = self._gaps([spans[name] for name in names], start, end)
            comments = [found for gap in gaps for found in _COMMENT.findall(gap)]
            yield start, end, "".join(f" {comment}{self.newline} " for comment in comments)

    def _gaps(self, spans: Sequence[tuple[int, int]], start: int, end: int) -> list[str]:
        """What lies between spans, from one offset to another."""
        ends = [start, *(stop for _, stop in spans)]
        starts = [*(begin for begin, _ in spans), end]
        return [self.text[a:b] for a, b in zip(ends, starts, strict=True)]


def _listed(node: Node) -> list[Node]:
    return node.value if isinstance(node.value, list) else []
