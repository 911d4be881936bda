"""The numbered format of ICCMA 2023 (`p af 3`, then `1 2`): arguments 1 to n, a line an attack, `#` for comments.

Arguments have numbers only. What each number means is written into comments, which no program reads back.
"""

from __future__ import annotations

import re

from argmap.diagnostics import Words
from argmap.formats import Exported, Feature, Given, Imported, Note
from argmap.formats._features import lost_in
from argmap.formats._frameworks import KEEPS, NOT_THIS, Framework, framework_of, imported
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
_NO_HEAD = Words(en="there is no line `p af N`", ja="`p af N` の行がない")
_OUTSIDE = Words(en="there is no argument {0}: `p af` names {1}", ja="引数 {0} はない（`p af` は {1} まで）")
_TOO_MANY = Words(en=f"more than {_MOST:,} arguments", ja=f"引数が {_MOST:,} 個を超える")


def recognises(given: Given) -> bool:
    """Whether a file begins with `p af`, after comments."""
    return bool(_OURS.match(given.data[:65536]))


def read(given: Given) -> Imported:
    """The debate of a framework."""
    text, notes = decode(given)
    if text is None:
        return Imported(debate=None, faults=notes)
    faults, count = [*notes], None
    attacks: dict[tuple[str, str], str] = {}
    for number, line in enumerate(text.split("\n"), 1):
        at, said = f"{number}:1", line.strip()
        if not said or said.startswith("#"):
            continue
        head, attack = _HEAD.fullmatch(said), _ATTACK.fullmatch(said)
        if head and count is None:
            count = int(head[1])
            if count > _MOST:
                return Imported(debate=None, faults=(Note(message=_TOO_MANY, at=at),))
        elif attack and count is not None:
            ends = (int(attack[1]), int(attack[2]))
            outside = [end for end in ends if not 1 <= end <= count]
            if outside:
                message = Words(
                    en=_OUTSIDE.en.format(outside[0], count), ja=_OUTSIDE.ja.format(outside[0], count)
                )
                faults.append(Note(message=message, at=at))
            else:
                attacks.setdefault((str(ends[0]), str(ends[1])), at)
        else:
            faults.append(Note(message=NOT_THIS, at=at))
    if count is None:
        return Imported(debate=None, faults=(Note(message=_NO_HEAD),))
    names = map(str, range(1, count + 1))
    found = Framework(arguments={name: name for name in names}, attacks=tuple(attacks))
    return imported(found, faults, attacks)


def write(debate: Debate) -> Exported:
    """The framework of a debate."""
    found = framework_of(debate)
    numbers = {name: number for number, name in enumerate(found.arguments, 1)}
    lines = [f"p af {len(numbers)}", *(f"# {number} {name}" for name, number in numbers.items())]
    lines += [f"{numbers[one]} {numbers[other]}" for one, other in found.attacks]
    return Exported(data="".join(f"{line}\n" for line in lines).encode(), lost=lost_in(debate, WRITES))
