"""How alike texts are, and which goes with which.

Texts are compared by the cosine of their tf-idf vectors (Salton & Buckley 1988): logarithmic counts, and weights that
fall with the number of texts a term stands in. One-to-one assignment takes the pairs whose similarities sum to most,
by shortest augmenting paths (Jonker & Volgenant 1987); a block too large for that is paired greedily, best pair first.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from heapq import nlargest
from math import inf, log, sqrt

Vector = Mapping[str, float]
"""A text as weights by term, of length 1 (or 0, for a text without terms)."""

_MOST_STEPS = 20_000_000
_TRIED = 20  # columns for each row of a large block


class Weights:
    """How telling each term is, from the texts of a document."""

    def __init__(self, texts: Iterable[Iterable[str]]) -> None:
        self._found: Counter[str] = Counter()
        self._texts = 1
        for terms in texts:
            self._texts += 1
            self._found.update(set(terms))

    def vector(self, *weighted: tuple[Iterable[str], float]) -> Vector:
        """The vector of a text, or of several as one, each with its share."""
        sums: defaultdict[str, float] = defaultdict(float)
        for terms, share in weighted:
            for term, count in Counter(terms).items():
                sums[term] += share * (1 + log(count)) * self._telling(term)
        length = sqrt(sum(value * value for value in sums.values())) or 1.0
        return {term: value / length for term, value in sums.items()}

    def _telling(self, term: str) -> float:
        return log(self._texts / (1 + self._found[term])) + 1


class Among:
    """Texts among which the likeness of another is measured."""

    def __init__(self, vectors: Sequence[Vector]) -> None:
        self._count = len(vectors)
        self._where: dict[str, list[tuple[int, float]]] = {}
        for number, vector in enumerate(vectors):
            for term, value in vector.items():
                self._where.setdefault(term, []).append((number, value))

    def row(self, vector: Vector) -> list[float]:
        """The cosine of a text with each of these."""
        sums = [0.0] * self._count
        for term, value in vector.items():
            for number, other in self._where.get(term, ()):
                sums[number] += value * other
        return sums


def assign(table: Sequence[Sequence[float]]) -> list[int | None]:
    """For each row the column it goes with, so that the similarities sum to most; no column is taken twice.

    Rows that share nothing with any column that is left go with none.
    """
    if not table or not table[0]:
        return [None] * len(table)
    rows, columns = len(table), len(table[0])
    if min(rows, columns) * rows * columns > _MOST_STEPS:
        found = _greedy(table)
    elif rows <= columns:
        found = dict(_shortest_paths(table))
    else:
        turned = [list(column) for column in zip(*table, strict=True)]
        found = {row: column for column, row in _shortest_paths(turned)}
    return [
        column if column is not None and table[row][column] > 0 else None
        for row, column in _each(rows, found)
    ]


def _each(rows: int, found: Mapping[int, int]) -> list[tuple[int, int | None]]:
    return [(row, found.get(row)) for row in range(rows)]


def _greedy(table: Sequence[Sequence[float]]) -> dict[int, int]:
    best = ((row, nlargest(_TRIED, range(len(line)), key=line.__getitem__)) for row, line in enumerate(table))
    ranked = sorted((-table[row][column], row, column) for row, columns in best for column in columns)
    found: dict[int, int] = {}
    taken = set()
    for _, row, column in ranked:
        if row not in found and column not in taken:
            found[row] = column
            taken.add(column)
    return found


def _shortest_paths(table: Sequence[Sequence[float]]) -> list[tuple[int, int]]:
    """Assign every row, where there are at least as many columns; column 0 of the work is a place to start from."""
    columns = len(table[0]) + 1
    of_row = [0.0] * (len(table) + 1)
    of_column = [0.0] * columns
    row_at = [0] * columns
    for row in range(1, len(table) + 1):
        row_at[0], column = row, 0
        slack, came_from, done = [inf] * columns, [0] * columns, [False] * columns
        while row_at[column]:
            done[column] = True
            here, step, after = row_at[column], inf, 0
            line, price = table[here - 1], of_row[here]
            for other in range(1, columns):
                if done[other]:
                    continue
                cost = -line[other - 1] - price - of_column[other]
                if cost < slack[other]:
                    slack[other], came_from[other] = cost, column
                if slack[other] < step:
                    step, after = slack[other], other
            for other in range(columns):
                if done[other]:
                    of_row[row_at[other]] += step
                    of_column[other] -= step
                else:
                    slack[other] -= step
            column = after
        while column:
            row_at[column] = row_at[came_from[column]]
            column = came_from[column]
    return [(row_at[column] - 1, column - 1) for column in range(1, columns) if row_at[column]]
