"""The relations of both sides, each once, by the keys of the union."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from argmap.comparison.values import Tie
from argmap.semantics import Analysis

_Same = tuple[object, ...]
"""What makes a relation the same one on both sides."""
_BEST_LAST = ("evasive", "partial", "full")


def ties(old: Analysis, new: Analysis, before: Mapping[str, str], now: Mapping[str, str]) -> tuple[Tie, ...]:
    """Every relation of either side: those of today, then those that are gone.

    Args:
        old: the debates before.
        new: the debates now.
        before: by `debate#id` before, the key in the union.
        now: by `debate#id` now, the key in the union.
    """
    was = {_same(tie): tie for tie in _ties(old, before)}
    found = {}
    for tie in _ties(new, now):
        earlier = was.get(_same(tie))
        found[_same(tie)] = tie if earlier is None else replace(tie, old=earlier.new)
    gone = (replace(tie, old=tie.new, new=None) for same, tie in was.items() if same not in found)
    return (*found.values(), *gone)


def _same(tie: Tie) -> _Same:
    first = None if tie.kind == "supports" else tie.source
    return tie.kind, first, tie.premises, tie.target


def _ties(analysis: Analysis, names: Mapping[str, str]) -> Iterator[Tie]:
    """The relations of one side, as if they were new."""
    graph = analysis.graph
    keys = [names[key] for key in graph.keys]
    for target, attackers in enumerate(graph.rebutters):
        for one in attackers:
            unseen = ("rebuts", one, target) in graph.candidates
            yield Tie(
                kind="rebuts", source=keys[one], target=keys[target], old=None, new="full", candidate=unseen
            )
    for position, step in enumerate(graph.steps):
        end, premises = keys[step.conclusion], tuple(sorted(keys[one] for one in step.premises))
        yield Tie(
            kind="supports",
            source=keys[step.premises[0]],
            target=end,
            premises=premises,
            old=None,
            new="full",
            candidate=step.candidate,
        )
        for one in step.undercutters:
            unseen = ("undercuts", one, position) in graph.candidates
            yield Tie(
                kind="undercuts",
                source=keys[one],
                target=end,
                premises=premises,
                old=None,
                new="full",
                candidate=unseen,
            )
    for target, items in enumerate(graph.backing):
        for one in items:
            unseen = ("backs", one, target) in graph.candidates
            yield Tie(
                kind="backs", source=keys[one], target=keys[target], old=None, new="full", candidate=unseen
            )
    yield from _asked(analysis, names)


def _asked(analysis: Analysis, names: Mapping[str, str]) -> Iterator[Tie]:
    """Answers, and what questions are about; of two answers of one statement the better one."""
    graph = analysis.graph
    for verdict in analysis.question_verdicts:
        asked = names[verdict.key]
        for given in sorted(verdict.given, key=lambda one: _BEST_LAST.index(one.extent)):
            yield Tie(
                kind="answers",
                source=names[graph.keys[given.statement]],
                target=asked,
                old=None,
                new=given.extent,
                candidate=given.candidate,
            )
        for reference in dict.fromkeys(verdict.question.about):
            key = reference if "#" in reference else f"{verdict.debate.id}#{reference}"
            if key in graph.number:
                yield Tie(kind="about", source=names[key], target=asked, old=None, new="full")
