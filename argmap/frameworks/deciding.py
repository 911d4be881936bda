"""From a framework and a question to an answer: what is grounded, then the rest, part by part."""

from __future__ import annotations

from collections.abc import Sequence

from argmap.frameworks.answer import Answer, Question
from argmap.frameworks.components import Part, Rest, rest_of
from argmap.frameworks.framework import Framework, Semantics, Task
from argmap.frameworks.grounded import grounded
from argmap.frameworks.ranges import RangeSearch
from argmap.frameworks.search import Found, Search
from argmap.frameworks.solver import Clock, PartSolver


def decide(framework: Framework, question: Question, seconds: float | None = None) -> Answer:
    """Answer a question about a framework.

    Args:
        framework: the framework.
        question: what is asked of it.
        seconds: how long to search; None for as long as it takes.

    Raises:
        OutOfTimeError: the time was not enough.
    """
    labels, order = grounded(framework)
    rest, found = Rest(frozen=(), parts=()), list[Found]()
    if question.semantics is not Semantics.GROUNDED:
        rest = rest_of(framework, labels)
        found = _explored(rest, question, Clock(seconds))
    return Answer(question=question, grounded=bytes(labels), order=order, rest=rest, found=found)


def _explored(rest: Rest, question: Question, clock: Clock) -> list[Found]:
    """What is found of every part; parts of one shape are searched once."""
    if question.semantics is Semantics.STABLE and rest.frozen:
        return [Found() for _ in rest.parts]
    asked = None if question.arguments is None else set(question.arguments)
    known: dict[object, Found] = {}
    found = []
    for part in rest.parts:
        wanted = [p for p, number in enumerate(part.members) if asked is None or number in asked]
        shape = (part.attackers, part.barred, tuple(wanted))
        if shape not in known:
            known[shape] = _explore(part, question, wanted, clock)
        found.append(known[shape])
    return found


def _explore(part: Part, question: Question, wanted: Sequence[int], clock: Clock) -> Found:
    found, semantics, task = Found(), question.semantics, question.task
    with PartSolver(part, clock) as solver:
        search = _search(solver, semantics)
        if semantics is Semantics.IDEAL:
            search.ideal(found)
        elif task in (Task.EVERY, Task.COUNT):
            most = question.most if task is Task.EVERY else None
            found.extensions += search.every(
                None if most is None else most + 1
            )  # one more shows that it is cut
            found.whole = most is None or len(found.extensions) <= most
        elif search.some(found):
            if task in (Task.CREDULOUS, None):
                search.credulous(wanted, found)
            if task in (Task.SKEPTICAL, None):
                search.skeptical(wanted, found)
    return found


def _search(solver: PartSolver, semantics: Semantics) -> Search:
    if semantics is Semantics.SEMI_STABLE:
        if solver.find([solver.all_decided]) is None:
            return RangeSearch(solver)
        return Search(solver, Semantics.STABLE)  # nothing leaves less open
    return Search(solver, Semantics.PREFERRED if semantics is Semantics.IDEAL else semantics)
