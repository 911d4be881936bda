"""A debate file in which nothing is at fault, as bytes: its plain data, validated again when they are unpacked, and places.

The data are JSON and not a pickle, so that nothing is ever executed. The places are five numbers for each node, in the
order of the file: line, column, line and column of the end, and how many nodes there are from it on to its own end.
"""

from __future__ import annotations

import json
from array import array
from typing import Any

from pydantic import ValidationError

from argmap.diagnostics import Span
from argmap.loading.debate import DebateFile
from argmap.loading.silence import Silence
from argmap.loading.tree import Node
from argmap.model import Debate

_HEAD = 4  # bytes that hold the length of the data
_EACH = 5  # numbers for a node


class NotPackedError(ValueError):
    """Bytes are not what `pack` makes."""


def pack(file: DebateFile) -> bytes | None:
    """A debate file as bytes; None when it has faults, or would not come out of them as it is."""
    if file.root is None or file.diagnostics or file.broken or file.unread:
        return None
    places = array("I")
    data = _fold(file.root, places)
    silences = [
        (one.codes, one.reason, one.span.line, one.span.column, one.span.end_column) for one in file.silences
    ]
    text = json.dumps([data, silences], ensure_ascii=False, separators=(",", ":")).encode(
        "utf-8", "surrogatepass"
    )
    packed = len(text).to_bytes(_HEAD, "little") + text + places.tobytes()
    try:
        back = unpack(packed, id=file.debate.id, file=file.file, folder=file.folder)
    except NotPackedError:
        return None
    return packed if (back.debate, back.silences) == (file.debate, file.silences) else None


def unpack(packed: bytes, *, id: str, file: str, folder: str) -> DebateFile:  # noqa: A002 - the debate's id
    """The debate file that bytes hold; its tree unfolds where it is looked at.

    Args:
        packed: what `pack` made of a file of the same content.
        id: the debate's id.
        file: how the file is called in messages.
        folder: the folder that a source's `file:` is relative to.

    Raises:
        NotPackedError: the bytes are no such thing.
    """
    end = _HEAD + int.from_bytes(packed[:_HEAD], "little")
    places = array("I")
    try:
        data, found = json.loads(packed[_HEAD:end])
        places.frombytes(packed[end:])
        debate = Debate.__pydantic_validator__.validate_python({**data, "id": id})
        silences = tuple(
            Silence(
                codes=tuple(codes),
                reason=reason,
                span=Span(file=file, line=line, column=start, end_line=line, end_column=stop),
            )
            for codes, reason, line, start, stop in found
        )
    except (ValidationError, ValueError, TypeError) as error:
        raise NotPackedError from error
    return DebateFile(
        debate=debate, file=file, folder=folder, silences=silences, root=_Folded(data, places, 0)
    )


def _fold(node: Node, places: array[int]) -> Any:  # noqa: ANN401 - plain data
    """The data of a node; its places, and those of all below, are put behind the others."""
    first = len(places)
    places.extend((node.line, node.column, node.end_line, node.end_column, 0))
    value: Any = node.value
    if isinstance(value, dict):
        folded = {}
        for key, (name, item) in value.items():
            _fold(name, places)
            folded[key] = _fold(item, places)
        value = folded
    elif isinstance(value, list):
        value = [_fold(item, places) for item in value]
    places[first + _EACH - 1] = (len(places) - first) // _EACH
    return value


class _Folded(Node):
    """A node whose value is made of plain data when it is first asked for: most parts of a file never are.

    Args:
        data: the plain data.
        places: the places of the whole file.
        number: which of them is this node's.
    """

    __slots__ = ("_data", "_number", "_places")

    def __init__(self, data: Any, places: array[int], number: int) -> None:  # noqa: ANN401 - plain data
        start = number * _EACH
        self.line, self.column, self.end_line, self.end_column, _ = places[start : start + _EACH]
        self._data, self._places, self._number = data, places, number

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - called for a slot that is not filled yet: the value
        if name != "value":
            raise AttributeError(name)
        self.value = self._unfolded()
        return self.value

    def _unfolded(self) -> str | list[Node] | dict[str, tuple[Node, Node]] | None:
        data, places, number = self._data, self._places, self._number + 1
        if isinstance(data, dict):
            entries: dict[str, tuple[Node, Node]] = {}
            for key, item in data.items():
                entries[key] = _node(key, places, number), _node(item, places, number + 1)
                number += 1 + places[(number + 2) * _EACH - 1]
            return entries
        items: list[Node] = []
        for item in data:
            items.append(_node(item, places, number))
            number += places[(number + 1) * _EACH - 1]
        return items


def _node(data: Any, places: array[int], number: int) -> Node:  # noqa: ANN401 - plain data
    if isinstance(data, dict | list):
        return _Folded(data, places, number)
    start = number * _EACH
    line, column, end_line, end_column, _ = places[start : start + _EACH]
    return Node(line, column, end_line, end_column, data)
