"""The tree of a debate file -> a debate without errors, by the rules that every debate file is held to.

What a rule finds fault with is named at its cell and taken out; what then hangs in the air is taken out too, and
named as lost.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from argmap.diagnostics import Finding, Words
from argmap.formats import Imported, Note
from argmap.formats._consistent import ROUNDS, TOO_MANY, findings, take_out, validated
from argmap.formats._names import Names
from argmap.formats._sheets import Sheet, hinted, in_order
from argmap.formats._sheets_read import Tree, tree
from argmap.loading import DebateFile
from argmap.loading.tree import Fault, Node


def imported(sheets: Sequence[Sheet], name: str, broken: Iterable[Note] = ()) -> Imported:
    """The debate that sheets hold.

    Args:
        sheets: the sheets.
        name: the debate's id where the sheets do not say it.
        broken: what was found to be broken before.
    """
    found = _imported(sheets, name, broken)
    return replace(found, lost=in_order(found.lost, sheets), faults=in_order(found.faults, sheets))


def _imported(sheets: Sequence[Sheet], name: str, broken: Iterable[Note]) -> Imported:
    made = tree(sheets)
    faults = [*broken, *made.faults]
    if not made.root:
        return Imported(debate=None, lost=tuple(made.lost), faults=tuple(faults) or (_NOTHING,))
    file, found = validated(_root(made), made.id or Names().give(name, "debate"))
    faults += [_note(made, fault) for fault in found]
    faults += [_located(made, file, finding) for _, finding in findings(file, whole=False)]
    told = {(note.at, note.message) for note in faults}
    lost = list(made.lost)
    for _ in range(ROUNDS):
        left = list(findings(file))
        notes = (_located(made, file, finding) for _, finding in left)
        lost += [note for note in notes if (note.at, note.message) not in told]
        if not left:
            return Imported(debate=file.debate, lost=tuple(lost), faults=tuple(faults))
        take_out(made.root, left)
        file, _ = validated(_root(made), file.debate.id)
    return Imported(debate=None, lost=tuple(lost), faults=(*faults, Note(message=TOO_MANY)))


_NOTHING = Note(message=Words(en="no sheet of a debate was found", ja="討論のシートが見つからない"))


def _root(made: Tree) -> Node:
    return Node(0, 0, 0, 0, made.root)


def _note(made: Tree, fault: Fault) -> Note:
    return Note(message=hinted(fault.message, fault.hint), at=made.cell(fault.at.line, fault.at.column))


def _located(made: Tree, file: DebateFile, finding: Finding) -> Note:
    span = file.locate(finding.at, key=finding.key)
    at = made.cell(span.line - 1, span.column - 1)
    return Note(message=hinted(finding.message, finding.hint), at=at)
