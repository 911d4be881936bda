"""What comes first among the follow-up questions of a debate."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from argmap.model import Question, Statement
from argmap.questions._case import Case
from argmap.questions._values import FollowUp

_Weight = tuple[int, int, int, float, int]


def places(case: Case) -> Callable[[FollowUp], tuple[object, ...]]:
    """Where a follow-up question comes; the rule stands in words at `follow_ups`."""
    debate = case.debate
    groups = {group: place for place, group in enumerate(debate.groups)}
    weights = _weights(case)

    def place(one: FollowUp) -> tuple[object, ...]:
        group = groups.get(one.group or "", len(groups))
        return (group, one.look is not None, weights[one.about], one.scheme is not None)

    return place


def _weights(case: Case) -> Mapping[str, _Weight]:
    """By id, what matters first: the smaller, the earlier."""
    debate, graph = case.debate, case.analysis.graph
    said: list[tuple[str, Statement | Question]] = [*debate.questions.items(), *debate.statements()]
    found = {}
    for order, (local, one) in enumerate(said):
        number = graph.number.get(f"{debate.id}#{local}")
        attacked = [] if number is None else case.targets(case.analysis.verdicts[number])
        about = [*attacked, *([] if number is None else [number])]
        carries, rests = min((_rank(case, other) for other in about), default=(0, 0))
        turn = float("inf") if one.turn is None else one.turn
        found[local] = (carries, rests, int(bool(attacked)), turn, order)
    return found


def _rank(case: Case, number: int) -> tuple[int, int]:
    """How much rests on a statement, and on how much it rests, both below zero: what has more comes first."""
    graph = case.analysis.graph
    carries = {graph.steps[step].conclusion for step in graph.steps_from[number]}
    return -len(carries), -len(graph.steps_to[number])
