"""What would have to change: every answer is right, none can do with less, and none is missing."""

from __future__ import annotations

import os
import random
from collections.abc import Iterator, Mapping
from copy import deepcopy
from itertools import combinations

from argmap.semantics import Analysis, Status, analyse
from argmap.semantics.flips import Flip, Kind, flip
from tests.debates import Plain, debate, evidence
from tests.oracle import decide
from tests.test_page_labelling import random_debate

CASES = int(os.environ.get("ARGMAP_FLIP_CASES", "40"))
Change = tuple[str, str]
"""What becomes of a statement, and its id."""
STANDS = {status.value for status in Status if status.stands}


def changes_of(plain: Plain) -> list[Change]:
    """Every change that somebody could bring about in a debate."""
    said = [(section, name, one) for section, items in plain.items() for name, one in items.items()]
    falls = [("falls", name) for _, name, one in said if "conceded" not in one]
    shown = [
        ("source" if section == "evidence" else "evidence", name)
        for section, name, one in said
        if section != "evidence" or not ({"source", "accepted"} & set(one))
    ]
    return [*falls, *shown]


def changed(plain: Plain, made: frozenset[Change]) -> Plain:
    """A debate in which changes came about."""
    new = deepcopy(plain)
    for what, name in made:
        if what == "falls":
            next(items for items in new.values() if name in items)[name]["conceded"] = {}
        elif what == "source":
            new["evidence"][name]["source"] = {"in": "minutes"}
        else:
            new["evidence"][f"proof-{name}"] = evidence(rebuts=[], backs=[name], source={"in": "minutes"})
    return new


def by_search(plain: Plain) -> Mapping[str, set[frozenset[Change]]]:
    """By statement, every minimal set of changes, found by trying out all."""
    all_ = changes_of(plain)
    sets = [frozenset(made) for size in range(len(all_) + 1) for made in combinations(all_, size)]
    stands = {
        made: {x for x, d in decide(changed(plain, made)).items() if d.status in STANDS} for made in sets
    }
    names = [name for items in plain.values() for name in items]
    found: dict[str, set[frozenset[Change]]] = {name: set() for name in names}
    for made in sets:  # by size
        for name in names:
            turned = (name in stands[made]) != (name in stands[frozenset()])
            if turned and ("falls", name) not in made and not any(less < made for less in found[name]):
                found[name].add(made)
    return found


def sets_of(found: Flip, analysis: Analysis) -> list[frozenset[Change]]:
    return [
        frozenset((turn.what, analysis.graph.name(turn.number)) for turn in way.turns)
        for way in found.ways
        if way.kind is not Kind.REBUTTAL
    ]


def small_debates(seed: int, count: int, most: int) -> Iterator[Plain]:
    rng = random.Random(seed)  # noqa: S311 - not for secrets
    return (random_debate(rng, rng.randint(1, most)) for _ in range(count))


def test_the_minimal_sets_of_small_debates_are_found_all_and_only_they() -> None:
    seen = set[Kind]()
    for plain in small_debates(7, CASES, 4):
        analysis = analyse([debate(plain)])
        for name, sets in by_search(plain).items():
            found = flip(analysis, f"debate#{name}")
            assert found.bounds == ()
            listed = sets_of(found, analysis)
            assert len(listed) == len(set(listed))
            assert set(listed) == sets, (plain, name)
            seen.update(way.kind for way in found.ways)
    assert {Kind.EVIDENCE, Kind.FALL, Kind.REBUTTAL} <= seen
