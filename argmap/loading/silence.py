"""Comments that silence a finding on their line: `# argmap: ignore[AM301] reason`."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass

from argmap.diagnostics import Span
from argmap.loading.tree import Node

_COMMENT = re.compile(r"(?<!\S)#\s*argmap:\s*ignore\[([^\]]*)\]\s*(.*?)\s*$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Silence:
    """One such comment: the codes or slugs it names, the reason given, and where it stands."""

    codes: tuple[str, ...]
    reason: str
    span: Span


def find(text: str, file: str, root: Node | None) -> tuple[Silence, ...]:
    """The silences of a file; what looks like one inside a quoted or block text is text."""
    if "argmap:" not in text:
        return ()
    silences = []
    taken = _by_line(root)
    for number, line in enumerate(re.split(r"\r\n|\r|\n", text)):
        match = _COMMENT.search(line)
        if match is None or any(_covers(node, number, match.start()) for node in taken[number]):
            continue
        codes = tuple(code.strip() for code in match.group(1).split(",") if code.strip())
        span = Span(
            file=file,
            line=number + 1,
            column=match.start() + 1,
            end_line=number + 1,
            end_column=match.end() + 1,
        )
        silences.append(Silence(codes=codes, reason=match.group(2), span=span))
    return tuple(silences)


def _by_line(root: Node | None) -> dict[int, list[Node]]:
    """The texts of a tree by the lines that they stand on."""
    found: dict[int, list[Node]] = defaultdict(list)
    for node in root.scalars() if root else ():
        for line in range(node.line, node.end_line + 1) if node.value is not None else ():
            found[line].append(node)
    return found


def _covers(node: Node, line: int, column: int) -> bool:
    return (node.line, node.column) <= (line, column) < (node.end_line, node.end_column)
