"""Who attacks whom in an invented debate of any size, as an abstract framework, and as a file of the apx format."""

import random
from pathlib import Path
from typing import Final

_FEWEST, _MOST = 20, 40  # arguments in a group that is spoken of together
_BACK: Final = 0.08  # share of the further attacks that answer a later argument, and so may close a circle
_ACROSS: Final = 0.1  # share of the further attacks that may leave their group


def invent(arguments: int, attacks: int, seed: int = 1) -> list[tuple[int, int]]:
    """Invent so many attacks among so many arguments, in the order of speech; the same arguments give the same.

    Every argument but the first of its group attacks an earlier one of the group. Of the further attacks most run from
    later to earlier too; some run back, and close circles of two and more.
    """
    rng = random.Random(seed)
    starts: list[int] = []
    while len(starts) < arguments:
        starts += [len(starts)] * rng.randint(_FEWEST, _MOST)
    found = {(n, rng.randrange(starts[n], n)) for n in range(arguments) if n > starts[n]}
    while len(found) < attacks:
        one = rng.randrange(arguments)
        near = range(starts[one], min(starts[one] + _MOST, arguments))
        other = rng.randrange(arguments) if rng.random() < _ACROSS else rng.choice(near)
        if one != other:
            back = rng.random() < _BACK
            found.add((min(one, other), max(one, other)) if back else (max(one, other), min(one, other)))
    return sorted(found)


def write(path: Path, arguments: int, attacks: list[tuple[int, int]]) -> None:
    """Write a framework as apx."""
    lines = [f"arg(a{number})." for number in range(arguments)]
    lines += [f"att(a{one},a{other})." for one, other in attacks]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
