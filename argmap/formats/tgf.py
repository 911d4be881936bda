"""Trivial graph format (tgf): a line an argument, `#`, a line an attack (ICCMA 2015 and later; yEd).

Words behind an argument's name are its text; words behind an attack have no place in a debate and are named. Only
names are written, for that is what solvers read.
"""

from __future__ import annotations

import re

from argmap.diagnostics import Words
from argmap.formats import Exported, Feature, Given, Imported, Note
from argmap.formats._features import lost_in
from argmap.formats._frameworks import KEEPS, NOT_THIS, UNKNOWN, Framework, framework_of, imported
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
    text, notes = decode(given)
    if text is None:
        return Imported(debate=None, faults=notes)
    faults, lost = [*notes], []
    arguments: dict[str, str] = {}
    attacks: dict[tuple[str, str], str] = {}
    in_edges = False
    for number, line in enumerate(text.split("\n"), 1):
        first, *rest = line.split(maxsplit=2 if in_edges else 1) or [""]
        at = f"{number}:1"
        if not first:
            continue
        if not in_edges:
            in_edges = first == "#" and not rest
            if not in_edges:
                arguments.setdefault(first, rest[0].strip() if rest else first)
            continue
        missing = [end for end in (first, *rest[:1]) if end not in arguments]
        if not rest:
            faults.append(Note(message=NOT_THIS, at=at))
        elif missing:
            message = Words(en=UNKNOWN.en.format(missing[0]), ja=UNKNOWN.ja.format(missing[0]))
            faults.append(Note(message=message, at=at))
        else:
            attacks.setdefault((first, rest[0]), at)
            if len(rest) > 1:
                label = rest[1].strip()
                message = Words(en=_LABEL.en.format(label), ja=_LABEL.ja.format(label))
                lost.append(Note(message=message, at=at))
    made = imported(Framework(arguments=arguments, attacks=tuple(attacks)), faults, attacks)
    return Imported(debate=made.debate, lost=(*lost, *made.lost), faults=made.faults)


def write(debate: Debate) -> Exported:
    """The framework of a debate."""
    found = framework_of(debate)
    lines = [*found.arguments, "#", *(f"{one} {other}" for one, other in found.attacks)]
    return Exported(data="".join(f"{line}\n" for line in lines).encode(), lost=lost_in(debate, WRITES))
