"""Aspartix (apx): `arg(a).` and `att(a,b).`, a framework as facts of a logic program (Egly, Gaggl, Woltran 2010).

Every statement is an argument and every rebuttal an attack; what supports, backs, undercuts or answers is named and
left out. An id that is no plain name of a logic program is written as a string: `arg("q-cost").`
"""

from __future__ import annotations

import re
from bisect import bisect_left

from argmap.formats import Arguments, Exported, Given, Imported, Note
from argmap.formats._features import lost_in
from argmap.formats._frameworks import KEEPS, NOT_THIS, framework_of, imported, numbered, unknown
from argmap.formats._text import decode, place
from argmap.model import Debate

NAME = "ICCMA apx (ASPARTIX)"
SUFFIX = ".apx"
READS = WRITES = KEEPS

_TERM = r'"(?:[^"\\\n]|\\.)*"|[^\s"(),.%]+'
_FACT = re.compile(rf"(arg)\s*\(\s*({_TERM})\s*\)\s*\.|(att)\s*\(\s*({_TERM})\s*,\s*({_TERM})\s*\)\s*\.")
_NAME = r'[^\s"(),.%]+'
_PLAIN_ARG = re.compile(rf"^arg\(({_NAME})\)\.\n", re.MULTILINE)
_PLAIN_ATT = re.compile(rf"^att\(({_NAME}),({_NAME})\)\.\n", re.MULTILINE)
_PLAIN_OWN = re.compile(rf"^att\(({_NAME}),\1\)\.$", re.MULTILINE)
_SPACE = re.compile(r"(?:\s+|%[^\n]*)+")
_PLAIN = re.compile(r"[a-z][a-zA-Z0-9_]*|0|[1-9][0-9]*")
_OURS = re.compile(rb"^\s*(?:arg|att)\s*\([^()\n]*\)\s*\.", re.MULTILINE)


def recognises(given: Given) -> bool:
    """Whether a file has a fact of this format, and is not the text of something else."""
    head = given.data[:4096].lstrip()
    return bool(_OURS.search(head)) and head[:1] in (b"a", b"%", b"\xef")


def read(given: Given) -> Imported:
    """The debate of a framework."""
    return imported(arguments(given))


def arguments(given: Given) -> Arguments:
    """The framework."""
    text, notes = decode(given)
    if text is None:
        return Arguments(names=None, faults=notes)
    return _plain(text) or _any(text)


def _plain(text: str) -> Arguments | None:
    """A framework that is written a fact a line, as programs write it; None where anything else stands there."""
    names, attacks = _PLAIN_ARG.findall(text), _PLAIN_ATT.findall(text)
    length = sum(map(len, names)) + len("arg().\n") * len(names) + len("att(,).\n") * len(attacks)
    length += sum(len(one) + len(other) for one, other in attacks)
    names = list(dict.fromkeys(names))
    found = numbered(names, attacks) if length == len(text) else None
    if found is None:
        return None
    own: dict[int, str] = {}
    if any(one == other for one, other in found):
        place = {name: number for number, name in enumerate(names)}
        lines = _line_ends(text)
        for match in _PLAIN_OWN.finditer(text):
            own.setdefault(place[match[1]], _place(lines, match.start()))
    return Arguments(names=names, attacks=found, own=own)


def _any(text: str) -> Arguments:
    """A framework that is written in any way that the format allows, with its faults."""
    faults, names, attacks, at = list[Note](), dict[str, int](), list[tuple[str, str, int]](), 0
    while at < len(text):
        space = _SPACE.match(text, at)
        fact = _FACT.match(text, space.end() if space else at)
        if fact:
            at = fact.end()
            if fact[1]:
                names.setdefault(_bare(fact[2]), len(names))
            else:
                attacks.append((_bare(fact[4]), _bare(fact[5]), fact.start()))
        elif space:
            at = space.end()
        else:
            faults.append(Note(message=NOT_THIS, at=place(text, at)))
            at = (text.find("\n", at) + 1) or len(text)
    found, own, lines = list[tuple[int, int]](), dict[int, str](), _line_ends(text)
    for one, other, start in attacks:
        missing = next((end for end in (one, other) if end not in names), None)
        if missing is not None:
            faults.append(Note(message=unknown(missing), at=_place(lines, start)))
            continue
        found.append((names[one], names[other]))
        if one == other:
            own.setdefault(names[one], _place(lines, start))
    return Arguments(names=list(names), attacks=found, own=own, faults=tuple(faults))


def write(debate: Debate) -> Exported:
    """The framework of a debate."""
    found = framework_of(debate)
    lines = [f"arg({_term(name)})." for name in found.arguments]
    lines += [f"att({_term(one)},{_term(other)})." for one, other in found.attacks]
    return Exported(data="".join(f"{line}\n" for line in lines).encode(), lost=lost_in(debate, WRITES))


def _line_ends(text: str) -> list[int]:
    """Where the lines of a text end, the one before the first too."""
    return [-1, *(match.start() for match in re.finditer("\n", text))]


def _place(lines: list[int], at: int) -> str:
    """Line and column, by where the lines of a text end: a file may have very many attacks."""
    line = bisect_left(lines, at)
    return f"{line}:{at - lines[line - 1]}"


def _bare(term: str) -> str:
    return re.sub(r"\\(.)", r"\1", term[1:-1]) if term.startswith('"') else term


def _term(name: str) -> str:
    return name if _PLAIN.fullmatch(name) else f'"{name}"'
