"""What of a debate is drawn: all of it, what bears on one statement, what still stands, or questions and answers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

from argmap.graph import ArgumentGraph
from argmap.model import Debate, Extent
from argmap.picture.values import Kind
from argmap.semantics import Analysis, Verdict

if TYPE_CHECKING:
    from argmap.comparison import Change

_BEARING = ("rebuts", "undercuts", "backs", "supports")


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """Which part of a debate is drawn; all of it unless said.

    Attributes:
        around: the id of a statement or question: only what bears on it.
        depth: how many relations from there.
        only: `standing` for what still stands, `questions` for questions and their answers.
    """

    around: str | None = None
    depth: int = 1
    only: Literal["standing", "questions"] | None = None


class Relation(NamedTuple):
    """One relation by keys (`debate#id`).

    Attributes:
        kind: what the source does to the target.
        source: what bears on something.
        target: what it bears on.
        extent: how far an answer answers.
        step: the position of the step that it belongs to or attacks.
        candidate: nobody has confirmed it yet.
        change: what became of it, in a picture of a change.
    """

    kind: Kind
    source: str
    target: str
    extent: Extent = "full"
    step: int | None = None
    candidate: bool = False
    change: Change | None = None


def relations(analysis: Analysis) -> Iterator[Relation]:
    """Every relation of the graph. A step with several premises gives one a premise."""
    graph = analysis.graph
    yield from _bearing(graph)
    keys = graph.keys
    for asked, given in graph.answers.items():
        for answer in given:
            source = keys[answer.statement]
            yield Relation("answers", source, asked, answer.extent, candidate=answer.candidate)
    for debate in graph.debates:
        for local, question in debate.questions.items():
            for reference in dict.fromkeys(question.about):
                key = reference if "#" in reference else f"{debate.id}#{reference}"
                if key in graph.number:
                    yield Relation("about", key, f"{debate.id}#{local}")


def _bearing(graph: ArgumentGraph) -> Iterator[Relation]:
    """The relations between statements."""
    keys = graph.keys
    for target, attackers in enumerate(graph.rebutters):
        for source in attackers:
            unseen = ("rebuts", source, target) in graph.candidates
            yield Relation("rebuts", keys[source], keys[target], candidate=unseen)
    for position, step in enumerate(graph.steps):
        end = keys[step.conclusion]
        for source in step.premises:
            yield Relation("supports", keys[source], end, step=position, candidate=step.candidate)
        for source in step.undercutters:
            unseen = ("undercuts", source, position) in graph.candidates
            yield Relation("undercuts", keys[source], end, step=position, candidate=unseen)
    for target, items in enumerate(graph.backing):
        for source in items:
            unseen = ("backs", source, target) in graph.candidates
            yield Relation("backs", keys[source], keys[target], candidate=unseen)


def select(analysis: Analysis, debate: Debate, view: View) -> tuple[frozenset[str], tuple[Relation, ...]]:
    """The keys that a view shows, and the relations between them.

    Raises:
        KeyError: nothing, or more than one thing, has the id that the view asks for.
    """
    found = tuple(dict.fromkeys(relations(analysis)))
    shown = _shown(analysis, debate, view, found)
    return shown, tuple(each for each in found if each.source in shown and each.target in shown)


def _shown(analysis: Analysis, debate: Debate, view: View, found: tuple[Relation, ...]) -> frozenset[str]:
    if view.around is not None:
        return analysis.graph.around(key_of(analysis, debate, view.around), view.depth)
    own = {f"{debate.id}#{local}" for local, _ in debate.statements()}
    asked = {f"{debate.id}#{local}" for local in debate.questions}
    if view.only == "standing":
        return _standing(analysis.of(debate), found)
    if view.only == "questions":
        answers = {each.source for each in found if each.target in asked}
        return frozenset(asked | answers)
    own |= asked
    near = {end for each in found for end in (each.source, each.target) if {each.source, each.target} & own}
    return frozenset(own | near)


def _standing(verdicts: Iterable[Verdict], found: tuple[Relation, ...]) -> frozenset[str]:
    """What stands, without rebuttals and evidence that are left with nothing of what they attack or back."""
    roles = {each.key: each.statement.role for each in verdicts if each.status.stands}
    aims: defaultdict[str, set[str]] = defaultdict(set)
    for each in found:
        if each.kind in _BEARING and roles.get(each.source) in ("rebuttal", "evidence"):
            aims[each.source].add(each.target)
    shown = frozenset(roles)
    while idle := {key for key in shown if aims[key] and not aims[key] & shown}:
        shown -= idle
    return shown


def key_of(analysis: Analysis, debate: Debate, wanted: str) -> str:
    """The `debate#id` that an id means: in this debate first.

    Raises:
        KeyError: nothing, or more than one thing, has this id.
    """
    here = analysis.keys(f"{debate.id}#{wanted}")
    keys = here or analysis.keys(wanted)
    if len(keys) != 1:
        raise KeyError(wanted)
    return keys[0]
