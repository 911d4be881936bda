"""Who said what against whom in an invented debate of any size: numbers only, no words."""

import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final, Literal, NamedTuple

Role = Literal["claim", "rebuttal", "evidence"]
Verb = Literal["supports", "rebuts", "backs"]

_ROLES: Final[tuple[Role, ...]] = ("claim", "rebuttal", "evidence")
_SHARES: Final = (45, 40, 15)  # percent of the statements, in the order of _ROLES
_FEWEST, _MOST = 20, 40  # statements in a group (件名); the last may hold up to their sum
_ON_CLAIM: Final = 0.7  # share of the rebuttals that meet a claim; the others meet any statement
_ACROSS: Final = 0.1  # share of the further relations that may leave their group


class Relation(NamedTuple):
    """One statement's relation to another, both by number."""

    source: int
    verb: Verb
    target: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Debate:
    """The shape of a debate: statement i, in the order of speech, has roles[i], parties[i] and groups[i]."""

    roles: tuple[Role, ...]
    parties: tuple[str, ...]  # "city" or "councilor"; "" for evidence
    groups: tuple[int, ...]
    relations: Iterable[Relation]


def invent(statements: int, relations: int, seed: int = 1) -> Debate:
    """Invent a debate with exactly so many statements and relations; the same arguments give the same debate.

    Every statement but the first of its group bears on an earlier one of the group, so nothing stands alone.
    The further relations join any two statements: support runs from later to earlier, so never in a circle;
    rebuttals may. Nobody rebuts their own party; no two relations have the same source and target.

    Raises:
        ValueError: there are fewer relations than it takes to leave no statement alone.
    """
    rng = random.Random(seed)
    roles: list[Role] = []
    parties: list[str] = []
    groups: list[int] = []
    found: dict[tuple[int, int], Verb] = {}
    bounds = _bounds(rng, statements)
    for group, (first, end) in enumerate(pairwise(bounds)):
        for number in range(first, end):
            role = rng.choices(_ROLES, _SHARES)[0] if number > first else "claim"
            target = _earlier(rng, role, roles, range(first, number))
            party = (
                {"claim": "city", "evidence": ""}.get(role) if role != "rebuttal" else _other(parties[target])
            )
            roles.append(role)
            parties.append(party or "")
            groups.append(group)
            if number > first and (verb := _verb(number, target, roles, parties)):
                found[number, target] = verb
    if relations < len(found):
        msg = f"{statements} statements take at least {len(found)} relations"
        raise ValueError(msg)
    while len(found) < relations:
        source = rng.randrange(statements)
        anywhere = rng.random() < _ACROSS
        near = (0, statements) if anywhere else (bounds[groups[source]], bounds[groups[source] + 1])
        target = rng.randrange(*near)
        if verb := _verb(source, target, roles, parties):
            found.setdefault((source, target), verb)
    return Debate(
        roles=tuple(roles),
        parties=tuple(parties),
        groups=tuple(groups),
        relations=_sorted(found),
    )


def tangle(debate: Debate, seed: int = 1) -> Debate:
    """Dissolve the groups and let every relation meet any statement that it may: the hard case for a layout.

    Statements, and how many relations of each kind each has, stay as they are; a few are met by nothing.
    """
    rng = random.Random(seed)
    found: dict[tuple[int, int], Verb] = {}
    for source, verb, _ in debate.relations:
        target = rng.randrange(len(debate.roles))
        while (source, target) in found or _verb(source, target, debate.roles, debate.parties) != verb:
            target = rng.randrange(len(debate.roles))
        found[source, target] = verb
    return replace(debate, groups=(0,) * len(debate.groups), relations=_sorted(found))


def _bounds(rng: random.Random, statements: int) -> list[int]:
    """Cut the statements into groups: where each begins, and last where they end."""
    bounds = [0]
    while statements - bounds[-1] >= _FEWEST + _MOST:
        bounds.append(bounds[-1] + rng.randint(_FEWEST, _MOST))
    return [*bounds, statements]


def _earlier(rng: random.Random, role: Role, roles: list[Role], group: range) -> int:
    """Choose the statement of the group so far that a new one bears on; the first has only itself."""
    on_claim = role == "claim" or (role == "rebuttal" and rng.random() < _ON_CLAIM)
    fitting = [
        number
        for number in group
        if roles[number] == "claim" or not (on_claim or roles[number] == "evidence")
    ]
    return rng.choice(fitting or [group.start])


def _verb(source: int, target: int, roles: Sequence[Role], parties: Sequence[str]) -> Verb | None:
    """Say how the source may bear on the target, if it may."""
    if source == target or roles[target] == "evidence":
        return None
    if roles[source] == "evidence":
        return "backs"
    if parties[source] != parties[target]:
        return "rebuts" if roles[source] == "rebuttal" else None
    return "supports" if target < source else None


def _sorted(found: dict[tuple[int, int], Verb]) -> tuple[Relation, ...]:
    return tuple(Relation(source, verb, target) for (source, target), verb in sorted(found.items()))


def _other(party: str) -> str:
    return "city" if party == "councilor" else "councilor"
