"""A debate whose relations may contradict each other -> the debate without what a check of the structure calls an error.

The rules are those of `argmap check` (AM2xx), so that what is imported can be drawn and asked about at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import Any, TypeAlias

from argmap.checks import CHECKS, Case, needs_verdicts
from argmap.diagnostics import Finding, Path, Severity, Words
from argmap.formats import Note
from argmap.loading import DebateFile, Validator
from argmap.loading.tree import Fault, Node, parse
from argmap.loading.write import plain, to_yaml
from argmap.model import LINKS, Debate
from argmap.semantics import analyse

Keys: TypeAlias = dict[str, tuple[Node, Node]]

ROUNDS = 50
TOO_MANY = Words(
    en="the relations contradict each other in too many places: mend what is named first",
    ja="関係の矛盾が多すぎる。挙げたものから直す",
)
_TARGETLESS = "AM207"
_LISTS = (*LINKS, "about")


def consistent(debate: Debate) -> tuple[Debate | None, tuple[Note, ...]]:
    """The debate without what contradicts something else, and what was left out, by id; None when it never ends."""
    parsed, _ = parse(to_yaml(plain(debate)))
    root = parsed or Node(0, 0, 0, 0, {})
    notes: dict[Note, None] = {}
    for _ in range(ROUNDS):
        file, _faults = validated(root, debate.id)
        found = list(findings(file))
        if not found:
            return (file.debate if notes else debate), tuple(notes)
        notes |= dict.fromkeys(Note(message=one.message, at=str(one.at[1])) for _, one in found)
        take_out(_keys(root), found)
    return None, (*notes, Note(message=TOO_MANY))


def validated(root: Node, name: str) -> tuple[DebateFile, list[Fault]]:
    """The debate file that a tree holds, and what the schema finds wrong with it."""
    validator = Validator(root)
    debate = validator.debate(name)
    file = DebateFile(
        debate=debate,
        file=name,
        folder="",
        broken=frozenset(validator.broken),
        unread=frozenset(validator.unread),
        root=root,
    )
    return file, validator.faults


def findings(file: DebateFile, *, whole: bool = True) -> Iterator[tuple[str, Finding]]:
    """What is wrong with a debate's relations, with the code of the rule.

    Args:
        file: the debate file.
        whole: whether what could not be read of the file counts as not there.
    """
    seen = replace(file, broken=frozenset(), unread=frozenset()) if whole else file
    files = {file.debate.id: seen}
    case = Case(analysis=analyse([file.debate]), files=files, side="government", today=date.max)
    for check in CHECKS.values():
        if check.rule.severity is Severity.ERROR and not needs_verdicts(check.rule):
            for finding in check.find(case):
                yield check.rule.code, finding


def take_out(root: Keys, found: Iterable[tuple[str, Finding]]) -> None:
    """Take out what findings point to; a rebuttal without a target becomes a claim."""
    found = list(found)
    paths = {_least(finding.at) for code, finding in found if code != _TARGETLESS}
    moved = [finding.at for code, finding in found if code == _TARGETLESS and finding.at not in paths]
    for path in sorted(paths, key=_from_the_end, reverse=True):
        value: Any = root
        for step in path[:-1]:
            value = (value[step][1] if isinstance(value, dict) else value[step]).value
        del value[path[-1]]
    for at in moved:
        name, section = root["rebuttals"]
        claims = root.setdefault("claims", (name, Node(name.line, name.column, name.line, name.column, {})))
        pair = _keys(section).pop(str(at[1]))
        _keys(claims[1]).setdefault(pair[0].plain(), pair)


def _keys(section: Node) -> Keys:
    """The items of a section, which is a mapping."""
    return section.value  # type: ignore[return-value]


def _least(at: Path) -> Path:
    """The least that can be taken out at a place: a link as a whole, a source as a whole."""
    if at[-1] == "in":
        return at[:-1]
    return at[:4] if len(at) > 2 and at[2] in _LISTS else at  # noqa: PLR2004 - section, id, key, position


def _from_the_end(path: Path) -> tuple[int, int]:
    return len(path), path[-1] if isinstance(path[-1], int) else -1
