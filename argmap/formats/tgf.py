"""Trivial graph format (tgf): a line an argument, `#`, a line an attack (ICCMA 2015 and later; yEd).

Words behind an argument's name are its text; words behind an attack have no place in a debate and are named. Only
names are written, for that is what solvers read.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from argmap.diagnostics import Words
from argmap.formats import Arguments, Exported, Feature, Given, Imported, Note
from argmap.formats._features import lost_in
from argmap.formats._frameworks import KEEPS, NOT_THIS, framework_of, imported, unknown
from argmap.formats._text import decode
from argmap.model import Debate

NAME = "ICCMA tgf (trivial graph format)"
SUFFIX = ".tgf"
READS = KEEPS | {Feature.TEXTS}
WRITES = KEEPS

_LABEL = Words(en="words on an attack: “{0}”", ja="攻撃に付いた語「{0}」")


def recognises(given: Given) -> bool:
    """Whether a file is names, a line with `#` alone, and pairs of names."""
    if b"\n#" not in given.data or given.data[:1] in b'{[<(#"':
        return False
    text, _ = decode(given)
    if text is None:
        return False
    nodes, _, edges = re.sub(r"\n\s*(?=\n)", "", text).partition("\n#")
    first = edges.partition("\n")[2].lstrip().partition("\n")[0].split()
    names = {line.split()[0] for line in nodes.split("\n") if line.strip()}
    return edges[:1] in ("\n", "", " ", "\t") and (not first or names.issuperset(first[:2]))


def read(given: Given) -> Imported:
    """The debate of a framework."""
    return imported(arguments(given))


def arguments(given: Given) -> Arguments:
    """The framework."""
    text, notes = decode(given)
    if text is None:
        return Arguments(names=None, faults=notes)
    lines = text.split("\n")
    border = next((number for number, line in enumerate(lines) if line.split() == ["#"]), len(lines))
    texts: dict[str, str] = {}
    for line in lines[:border]:
        if words := line.split(maxsplit=1):
            texts.setdefault(words[0], words[-1].strip())
    return _attacks(lines[border + 1 :], border + 2, texts)


def _attacks(lines: Sequence[str], first: int, texts: Mapping[str, str]) -> Arguments:
    """The attacks between arguments, a line each; `first` is the number of the first line."""
    names = {name: number for number, name in enumerate(texts)}
    found, own, lost, faults = list[tuple[int, int]](), dict[int, str](), list[Note](), list[Note]()
    for number, line in enumerate(lines, first):
        ends = line.split(maxsplit=2)
        missing = next((end for end in ends[:2] if end not in names), None)
        if missing is not None and len(ends) > 1:
            faults.append(Note(message=unknown(missing), at=f"{number}:1"))
        elif len(ends) == 1:
            faults.append(Note(message=NOT_THIS, at=f"{number}:1"))
        elif ends:
            one, other = names[ends[0]], names[ends[1]]
            found.append((one, other))
            if one == other:
                own.setdefault(one, f"{number}:1")
            if len(ends) > 2:  # noqa: PLR2004 - words behind the two ends
                label = ends[2].strip()
                message = _LABEL.filled(label)
                lost.append(Note(message=message, at=f"{number}:1"))
    return Arguments(
        names=list(texts), attacks=found, texts=texts, own=own, lost=tuple(lost), faults=tuple(faults)
    )


def write(debate: Debate) -> Exported:
    """The framework of a debate."""
    found = framework_of(debate)
    lines = [*found.arguments, "#", *(f"{one} {other}" for one, other in found.attacks)]
    return Exported(data="".join(f"{line}\n" for line in lines).encode(), lost=lost_in(debate, WRITES))
