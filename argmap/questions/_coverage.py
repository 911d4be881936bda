"""Which critical questions of a scheme a debate takes up already, and by what.

A critical question is covered only where something in the debate is about it; in doubt it stays open:

- by an attack on the step: the one question of a scheme that asks about the inference, by whoever undercuts the step to
  the claim (or the steps from it, where none leads to it);
- by evidence: the one that asks for the record, by the evidence for the claim that counts;
- by its words (the cue of the question): by a rebuttal or an undercut, by evidence that counts, by a reason for the
  claim that has such evidence itself, and by a question about the claim that was answered in full, with its answers.

What was conceded, and what nobody has confirmed yet, covers nothing. An attack that was defeated does: the question
was put, and met.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from argmap.graph import Step
from argmap.questions._case import Case
from argmap.questions._values import Covered
from argmap.schemes import CriticalQuestion, Scheme
from argmap.semantics import QuestionStatus, Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class _Said:
    """What the debate says about a claim: attacks on the step, evidence, and all of it with its words."""

    undercuts: tuple[str, ...]
    evidence: tuple[str, ...]
    words: tuple[tuple[tuple[str, ...], str], ...]


def coverage(case: Case, verdict: Verdict, scheme: Scheme) -> tuple[Covered, ...]:
    """Every critical question of the scheme of a claim, and the ids that take it up; none when it is open."""
    said = _said(case, verdict)
    return tuple(Covered(slug=one.slug, text=one.name, by=_by(one, said)) for one in scheme.questions)


def _by(question: CriticalQuestion, said: _Said) -> tuple[str, ...]:
    ids = {"undercut": said.undercuts, "evidence": said.evidence}.get(question.taken_up_by or "", ())
    cue = question.cue
    found = (one for names, text in said.words if cue is not None and cue.search(text) for one in names)
    return tuple(dict.fromkeys((*ids, *found)))


def _said(case: Case, verdict: Verdict) -> _Said:
    graph, number = case.analysis.graph, verdict.number
    undercuts = _seen(case, _undercutters(case, number))
    rebuts = _seen(case, (one for one in graph.rebutters[number] if _sure(case, "rebuts", one, number)))
    evidence = _evidence(case, number)
    texts = [
        ((case.names([one])[0]), graph.said[one].text)
        for one in dict.fromkeys((*rebuts, *undercuts, *evidence, *_reasons(case, number)))
    ]
    return _Said(
        undercuts=case.names(undercuts),
        evidence=case.names(evidence),
        words=(*(((name,), " ".join(text.split())) for name, text in texts), *_answered(case, verdict)),
    )


def _undercutters(case: Case, number: int) -> Iterator[int]:
    """Who attacks the inference that the claim makes."""
    graph = case.analysis.graph
    for position in graph.steps_to[number] or graph.steps_from[number]:
        for one in graph.steps[position].undercutters:
            if _sure(case, "undercuts", one, position):
                yield one


def _reasons(case: Case, number: int) -> Iterator[int]:
    """What supports the claim and has evidence of its own."""
    graph = case.analysis.graph
    steps: Iterable[Step] = (graph.steps[position] for position in graph.steps_to[number])
    premises = (one for step in steps if not step.candidate for one in step.premises)
    return (one for one in _seen(case, premises) if _evidence(case, one))


def _evidence(case: Case, number: int) -> tuple[int, ...]:
    return _seen(case, (one for one in case.backing(number) if _sure(case, "backs", one, number)))


def _answered(case: Case, verdict: Verdict) -> Iterator[tuple[tuple[str, ...], str]]:
    """Questions about the claim that were answered in full: their ids with their answers', and their words."""
    for one in case.analysis.questions_of(case.debate):
        asked = one.question
        about = {each.rpartition("#")[2] for each in asked.about if each in (verdict.id, verdict.key)}
        if about and one.status is QuestionStatus.ANSWERED and asked.review is None:
            full = [each.statement for each in one.given if each.extent == "full" and not each.candidate]
            if full:
                yield (one.id, *case.names(full)), " ".join(asked.text.split())


def _seen(case: Case, numbers: Iterable[int]) -> tuple[int, ...]:
    """Statements that were not conceded and that somebody has confirmed, each once."""
    said = case.analysis.graph.said
    return tuple(
        one for one in dict.fromkeys(numbers) if said[one].conceded is None and said[one].review is None
    )


def _sure(case: Case, verb: str, one: int, other: int) -> bool:
    """Whether somebody has confirmed a link."""
    return (verb, one, other) not in case.analysis.graph.candidates
