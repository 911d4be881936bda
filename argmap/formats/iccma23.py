"""The numbered format of ICCMA 2023 (`p af 3`, then `1 2`): arguments 1 to n, a line an attack, `#` for comments.

Arguments have numbers only. What each number means is written into comments, which no program reads back.
"""

from __future__ import annotations

import re

from argmap.diagnostics import Words
from argmap.formats import Arguments, Exported, Feature, Given, Imported, Note
from argmap.formats._features import lost_in
from argmap.formats._frameworks import KEEPS, NOT_THIS, framework_of, imported
from argmap.formats._text import decode
from argmap.model import Debate

NAME = "ICCMA 2023 (p af)"
SUFFIX = ".af"
READS = KEEPS - {Feature.IDS}
WRITES = READS

_HEAD = re.compile(r"p[ \t]+af[ \t]+([0-9]{1,9})[ \t]*")
_ATTACK = re.compile(r"([0-9]{1,9})[ \t]+([0-9]{1,9})")
_OURS = re.compile(rb"(?:\xef\xbb\xbf)?(?:#[^\r\n]*[\r\n]+|\s+)*p[ \t]+af[ \t]+[0-9]")
_MOST = 5_000_000
_PLAIN = re.compile(r"p af ([0-9]{1,9})\n((?:[0-9]{1,9} [0-9]{1,9}\n)*)")
_NO_HEAD = Words(en="there is no line `p af N`", ja="`p af N` の行がない")
_OUTSIDE = Words(en="there is no argument {0}: `p af` names {1}", ja="論証 {0} はない（`p af` は {1} まで）")
_TOO_MANY = Words(en=f"more than {_MOST:,} arguments", ja=f"論証が {_MOST:,} 個を超える")


def recognises(given: Given) -> bool:
    """Whether a file begins with `p af`, after comments."""
    return bool(_OURS.match(given.data[:65536]))


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
    """A framework without comments or faults, as programs write it; None where it is anything else."""
    written = _PLAIN.fullmatch(text)
    if not written or int(written[1]) > _MOST:
        return None
    count, ends = int(written[1]), list(map(int, written[2].split()))
    if ends and not 1 <= min(ends) <= max(ends) <= count:
        return None
    attacks = [(one - 1, other - 1) for one, other in zip(ends[::2], ends[1::2], strict=True)]
    own: dict[int, str] = {}
    for line, (one, other) in enumerate(attacks, 2):
        if one == other:
            own.setdefault(one, f"{line}:1")
    return Arguments(names=_names(count), attacks=attacks, own=own)


def _any(text: str) -> Arguments:
    """A framework with comments and faults."""
    faults, count = list[Note](), None
    attacks, own = list[tuple[int, int]](), dict[int, str]()
    for number, line in enumerate(text.split("\n"), 1):
        at, said = f"{number}:1", line.strip()
        if not said or said.startswith("#"):
            continue
        head, attack = _HEAD.fullmatch(said), _ATTACK.fullmatch(said)
        if head and count is None:
            count = int(head[1])
            if count > _MOST:
                return Arguments(names=None, faults=(Note(message=_TOO_MANY, at=at),))
        elif attack and count is not None:
            one, other = int(attack[1]), int(attack[2])
            outside = next((end for end in (one, other) if not 1 <= end <= count), None)
            if outside is not None:
                message = _OUTSIDE.filled(outside, count)
                faults.append(Note(message=message, at=at))
                continue
            attacks.append((one - 1, other - 1))
            if one == other:
                own.setdefault(one - 1, at)
        else:
            faults.append(Note(message=NOT_THIS, at=at))
    if count is None:
        return Arguments(names=None, faults=(Note(message=_NO_HEAD),))
    return Arguments(names=_names(count), attacks=attacks, own=own, faults=tuple(faults))


def _names(count: int) -> list[str]:
    return list(map(str, range(1, count + 1)))


def write(debate: Debate) -> Exported:
    """The framework of a debate."""
    found = framework_of(debate)
    numbers = {name: number for number, name in enumerate(found.arguments, 1)}
    lines = [f"p af {len(numbers)}", *(f"# {number} {name}" for name, number in numbers.items())]
    lines += [f"{numbers[one]} {numbers[other]}" for one, other in found.attacks]
    return Exported(data="".join(f"{line}\n" for line in lines).encode(), lost=lost_in(debate, WRITES))
