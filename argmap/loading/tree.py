"""YAML text -> a tree of values with their places, from libyaml's events (YAML 1.2 plain data only).

Every scalar stays the text that was written: `no`, `12:30` and `012` are not turned into anything. Source of the
event model: the YAML 1.2.2 specification, section 3.1, "Processes"; libyaml by way of PyYAML.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any
from unicodedata import is_normalized, normalize

from yaml import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    MarkedYAMLError,
    ScalarEvent,
    SequenceEndEvent,
    StreamEndEvent,
)

from argmap.diagnostics import Rule, Words
from argmap.loading import rules

try:
    from yaml import CLoader as Loader
except ImportError:  # pragma: no cover - a PyYAML built without libyaml: slower, same events
    from yaml import Loader  # type: ignore[assignment]

DEEPEST = 50
_NOTHING = ("", "~", "null")
INDENT = Words(en="indent with spaces, not with tabs or full-width spaces", ja="字下げは半角スペースで")
UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufffe\uffff]")


@dataclass(slots=True)
class Node:
    """A value and where it stands: lines and columns from 0, as YAML counts them.

    `value` is text, a list of nodes, a mapping from key to (key node, value node), or None for nothing.
    """

    line: int
    column: int
    end_line: int
    end_column: int
    value: str | list[Node] | dict[str, tuple[Node, Node]] | None

    def plain(self) -> Any:  # noqa: ANN401 - plain data, to be validated
        """The value without places; a key without a value is a key that was not given."""
        value = self.value
        if isinstance(value, dict):
            return {key: node.plain() for key, (_, node) in value.items() if node.value is not None}
        return [node.plain() for node in value] if isinstance(value, list) else value

    def scalars(self) -> Iterator[Node]:
        """Every key and text below, in the order of the file."""
        if isinstance(self.value, list):
            for item in self.value:
                yield from item.scalars()
        elif isinstance(self.value, dict):
            for key, value in self.value.values():
                yield key
                yield from value.scalars()
        else:
            yield self


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong with the text, at a node."""

    rule: Rule
    message: Words
    at: Node
    hint: Words | None = None


def unprintable(char: str, at: Node) -> Fault:
    """The fault of a control character."""
    code = f"U+{ord(char):04X}"
    message = Words(
        en=f"the control character {code} cannot be printed", ja=f"制御文字 {code} は印字できない"
    )
    return Fault(rules.UNPRINTABLE, message, at)


class _TooDeepError(Exception):
    """Ends the reading of a file that cannot be a debate."""


class _Builder:
    """Folds events into one tree; goes on after every fault that leaves the rest readable."""

    def __init__(self, following: Callable[[], Any]) -> None:
        self.faults: list[Fault] = []
        self._following = following
        self._depth = 0

    def document(self) -> Node | None:
        """The first document; a second one is a fault, and not read."""
        root: Node | None = None
        documents = 0
        while type(event := self._following()) is not StreamEndEvent:
            if type(event) is DocumentStartEvent:
                documents += 1
                if documents > 1:
                    en = "a second document begins here; a debate file holds one debate"
                    ja = "二つ目の文書が始まっている。一つのファイルに討論は一つ"
                    self._fault(rules.FEATURE, en, ja, _node(event))
                    break
                root = self._value(self._following())
        return root

    def _value(self, event: Any) -> Node:  # noqa: ANN401 - PyYAML's events have no common typed base
        """The node that begins with an event."""
        kind = type(event)
        node = _node(event)
        if kind is AliasEvent:
            self._refuse(f"alias *{event.anchor}", f"エイリアス *{event.anchor}", node)
            return node
        if event.anchor is not None:
            self._refuse(f"anchor &{event.anchor}", f"アンカー &{event.anchor}", node)
        if event.tag is not None:
            self._refuse(f"tag {event.tag}", f"タグ {event.tag}", node)
        if kind is ScalarEvent:
            node.value = self._text(event, node)
            return node
        self._depth += 1
        if self._depth > DEEPEST:
            en = f"more than {DEEPEST} lists or mappings inside each other"
            self._fault(rules.TOO_DEEP, en, f"入れ子が {DEEPEST} 段を超えている", node)
            raise _TooDeepError
        end = self._mapping(node) if kind is MappingStartEvent else self._list(node)
        self._depth -= 1
        node.end_line, node.end_column = end.line, end.column
        return node

    def _text(self, event: ScalarEvent, node: Node) -> str | None:
        text: str = event.value
        if not text.isascii() and not is_normalized("NFC", text):
            text = normalize(
                "NFC", text
            )  # macOS writes が as two characters: the same id, however it is typed
        if not event.style and event.implicit[0] and text in _NOTHING:
            return None
        if event.style == '"' and (found := UNPRINTABLE.search(text)):
            self.faults.append(unprintable(found.group(), node))
            return UNPRINTABLE.sub("\ufffd", text)
        return text

    def _list(self, node: Node) -> Any:  # noqa: ANN401 - PyYAML's marks differ with and without libyaml
        """Fill a list; give where it ends."""
        items = node.value = []
        while type(event := self._following()) is not SequenceEndEvent:
            items.append(self._value(event))
        return event.end_mark

    def _mapping(self, node: Node) -> Any:  # noqa: ANN401 - as above
        """Fill a mapping; give where it ends."""
        entries: dict[str, tuple[Node, Node]] = {}
        node.value = entries
        while type(event := self._following()) is not MappingEndEvent:
            key = self._value(event)
            value = self._value(self._following())
            if not isinstance(key.value, str):
                self._fault(rules.WRONG_TYPE, "a key must be text", "キーは文字列でなければならない", key)
            elif key.value in entries:
                line = entries[key.value][0].line + 1
                en = f"the key `{key.value}` stands already in line {line}"
                self._fault(rules.DUPLICATE_KEY, en, f"キー `{key.value}` は {line} 行目にもある", key)
            else:
                entries[key.value] = (key, value)
        return event.end_mark

    def _refuse(self, en: str, ja: str, node: Node) -> None:
        en, ja = f"{en} is not allowed: write the value out", f"{ja} は使えない。値をそのまま書く"
        self._fault(rules.FEATURE, en, ja, node)

    def _fault(self, rule: Rule, en: str, ja: str, node: Node) -> None:
        self.faults.append(Fault(rule, Words(en=en, ja=ja), node))


def _node(event: Any) -> Node:  # noqa: ANN401 - PyYAML's events
    start, end = event.start_mark, event.end_mark
    return Node(start.line, start.column, end.line, end.column, None)


def parse(text: str) -> tuple[Node | None, list[Fault]]:
    """The tree of a YAML text, and what is wrong with the text.

    Args:
        text: the whole file, decoded, without byte-order mark; U+FFFD stands for each control character in it.

    Returns:
        The root, None when the text is empty or cannot be read at all; and the faults in the order of the file.
    """
    loader = Loader(UNPRINTABLE.sub("\ufffd", text))  # on these YAML's own reader gives up the whole file
    builder = _Builder(loader.get_event)
    root: Node | None = None
    try:
        root = builder.document()
    except _TooDeepError:
        pass
    except MarkedYAMLError as error:
        builder.faults.append(_syntax(error, text))
    finally:
        loader.dispose()
    return root, builder.faults


def _syntax(error: MarkedYAMLError, text: str) -> Fault:
    mark = _culprit(error)
    line, column = (mark.line, mark.column) if mark else (0, 0)
    problem, context = error.problem or "this is not YAML", f" {error.context}" if error.context else ""
    lines = re.split(r"\r\n|\r|\n", text)
    hint = _syntax_hint(problem, lines[max(0, line - 1) : line + 1])
    for earlier in (line - 1, line):  # a glued colon is noticed only at the next one
        glued = _GLUED.match(lines[earlier]) if 0 <= earlier < len(lines) and _COLON.search(problem) else None
        if glued:
            line, column, hint = earlier, glued.start(1), _HALF_WIDTH if glued[1] == "：" else _SPACE_BEHIND
            break
    en = problem + context
    at = Node(line, column, line, column + 1, None)
    return Fault(rules.SYNTAX, Words(en=en, ja=f"YAML として読めない（{en}）"), at, hint)


def _culprit(error: MarkedYAMLError) -> Any:  # noqa: ANN401 - PyYAML's marks differ with and without libyaml
    """Where the fault began: what was opened on an earlier line and never closed, else where it was noticed."""
    noticed, began = error.problem_mark, error.context_mark
    opened = (error.context or "").startswith(("while scanning", "while parsing a flow"))
    if opened and began and noticed and began.line < noticed.line:
        return began
    return noticed or began


def _syntax_hint(problem: str, near: list[str]) -> Words | None:
    """What people most often get wrong, if the problem or the lines around it look like it."""
    if any(line[: len(line) - len(line.lstrip())].strip(" ") for line in near):
        return INDENT
    return next((hint for words, hint in _HINTS.items() if words in problem), None)


_COLON = re.compile("mapping values are not allowed|could not find expected ':'")
_GLUED = re.compile(r"\s*[\w-]+(：|:(?=[^\s:/]))")
_HALF_WIDTH = Words(
    en="write the colon half-width, with a space: `key: value`", ja="コロンは半角で、後ろに空白を置く"
)
_SPACE_BEHIND = Words(en="write a space behind the colon: `key: value`", ja="コロンの後ろに空白を置く")
_QUOTE_IT = Words(
    en="put quotation marks around text that holds `: ` or begins with a sign",
    ja="`: ` を含む文や記号で始まる文は、引用符で囲む",
)
_HINTS = {
    "mapping values are not allowed": _QUOTE_IT,
    "cannot start any token": _QUOTE_IT,
    "escape character": Words(
        en="between double quotation marks write `\\\\` for a backslash, or use single ones",
        ja="二重引用符の中ではバックスラッシュを `\\\\` と書くか、一重引用符を使う",
    ),
    "unexpected end of stream": Words(
        en="is a quotation mark not closed?", ja="引用符が閉じているか確かめる"
    ),
    "expected ',' or": Words(en="is a bracket not closed?", ja="括弧が閉じているか確かめる"),
}
