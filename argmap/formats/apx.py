"""Aspartix (apx): `arg(a).` and `att(a,b).`, a framework as facts of a logic program (Egly, Gaggl, Woltran 2010).

Every statement is an argument and every rebuttal an attack; what supports, backs, undercuts or answers is named and
left out. An id that is no plain name of a logic program is written as a string: `arg("q-cost").`
"""

from __future__ import annotations

import re
from bisect import bisect_left

from argmap.diagnostics import Words
from argmap.formats import Exported, Given, Imported, Note
from argmap.formats._features import lost_in
from argmap.formats._frameworks import KEEPS, NOT_THIS, UNKNOWN, Framework, framework_of, imported
from argmap.formats._text import decode, place
from argmap.model import Debate

NAME = "ICCMA apx (ASPARTIX)"
SUFFIX = ".apx"
READS = WRITES = KEEPS

_TERM = r'"(?:[^"\\\n]|\\.)*"|[^\s"(),.%]+'
_FACT = re.compile(rf"(arg)\s*\(\s*({_TERM})\s*\)\s*\.|(att)\s*\(\s*({_TERM})\s*,\s*({_TERM})\s*\)\s*\.")
_SPACE = re.compile(r"(?:\s+|%[^\n]*)+")
_PLAIN = re.compile(r"[a-z][a-zA-Z0-9_]*|0|[1-9][0-9]*")
_OURS = re.compile(rb"^\s*(?:arg|att)\s*\([^()\n]*\)\s*\.", re.MULTILINE)


def recognises(given: Given) -> bool:
    """Whether a file has a fact of this format, and is not the text of something else."""
    head = given.data[:4096].lstrip()
    return bool(_OURS.search(head)) and head[:1] in (b"a", b"%", b"\xef")


def read(given: Given) -> Imported:
    """The debate of a framework."""
    text, notes = decode(given)
    if text is None:
        return Imported(debate=None, faults=notes)
    faults, arguments, attacks, at = [*notes], {}, [], 0
    while at < len(text):
        space = _SPACE.match(text, at)
        fact = _FACT.match(text, space.end() if space else at)
        if fact:
            at = fact.end()
            if fact[1]:
                name = _bare(fact[2])
                arguments[name] = name
            else:
                attacks.append((_bare(fact[4]), _bare(fact[5]), fact.start()))
        elif space:
            at = space.end()
        else:
            faults.append(Note(message=NOT_THIS, at=place(text, at)))
            at = (text.find("\n", at) + 1) or len(text)
    known: dict[tuple[str, str], int] = {}
    lines = [-1, *(match.start() for match in re.finditer("\n", text))]
    for one, other, start in attacks:
        missing = [end for end in (one, other) if end not in arguments]
        if missing:
            message = Words(en=UNKNOWN.en.format(missing[0]), ja=UNKNOWN.ja.format(missing[0]))
            faults.append(Note(message=message, at=_place(lines, start)))
        else:
            known.setdefault((one, other), start)
    places = {attack: _place(lines, start) for attack, start in known.items() if attack[0] == attack[1]}
    return imported(Framework(arguments=arguments, attacks=tuple(known)), faults, places)


def write(debate: Debate) -> Exported:
    """The framework of a debate."""
    found = framework_of(debate)
    lines = [f"arg({_term(name)})." for name in found.arguments]
    lines += [f"att({_term(one)},{_term(other)})." for one, other in found.attacks]
    return Exported(data="".join(f"{line}\n" for line in lines).encode(), lost=lost_in(debate, WRITES))


def _place(lines: list[int], at: int) -> str:
    """Line and column, by where the lines of a text end: a file may have very many attacks."""
    line = bisect_left(lines, at)
    return f"{line}:{at - lines[line - 1]}"


def _bare(term: str) -> str:
    return re.sub(r"\\(.)", r"\1", term[1:-1]) if term.startswith('"') else term


def _term(name: str) -> str:
    return name if _PLAIN.fullmatch(name) else f'"{name}"'
