"""The extensions of a small framework, the slow way: every set of arguments is held against the definitions.

Sets are bit masks. Knows nothing of argmap.
"""

from __future__ import annotations

from functools import reduce
from operator import and_, or_


class Brute:
    """All extensions of a framework under all semantics, as sorted bit masks (Dung 1995; Caminada 2006; Dung, Mancarella and Toni 2007)."""

    def __init__(self, size: int, attacks: set[tuple[int, int]]) -> None:
        hits = [sum(1 << b for a, b in attacks if a == n) for n in range(size)]
        struck = [sum(1 << a for a, b in attacks if b == n) for n in range(size)]
        self.size, self.everything = size, (1 << size) - 1
        self.attacked = [0] * (1 << size)
        for mask in range(1, 1 << size):
            low = (mask & -mask).bit_length() - 1
            self.attacked[mask] = self.attacked[mask & (mask - 1)] | hits[low]
        free = [mask for mask in range(1 << size) if not self.attacked[mask] & mask]

        def defended(mask: int) -> int:
            return sum(1 << n for n in range(size) if not struck[n] & ~self.attacked[mask])

        defends = {mask: defended(mask) for mask in free}
        admissible = [mask for mask in free if not mask & ~defends[mask]]
        complete = [mask for mask in admissible if mask == defends[mask]]
        preferred = [a for a in admissible if not any(a != b and a & b == a for b in admissible)]
        reach = {mask: mask | self.attacked[mask] for mask in complete}
        semi = [
            a
            for a in complete
            if not any(reach[a] != reach[b] and reach[a] & reach[b] == reach[a] for b in complete)
        ]
        common = reduce(and_, preferred)
        ideal = reduce(or_, (a for a in admissible if not a & ~common))
        self.extensions = {
            "grounded": [reduce(and_, complete)],
            "complete": sorted(complete),
            "preferred": sorted(preferred),
            "stable": sorted(mask for mask in complete if reach[mask] == self.everything),
            "semi-stable": sorted(semi),
            "ideal": [ideal],
        }

    def credulous(self, semantics: str) -> int:
        """What is in some extension."""
        return reduce(or_, self.extensions[semantics], 0)

    def skeptical(self, semantics: str) -> int:
        """What is in every extension; everything where there is none."""
        return reduce(and_, self.extensions[semantics], self.everything)
