"""Two statements of the same party that do not fit together.

Two statements of one party on the side that is asked: one attacks the other, and neither was conceded; or one was
conceded while another that was said to rest on it is still put forward.

A party may change its mind, and may hold two things that only seem to clash. Either way it should be said which holds.

The draft sets the two side by side, each in reported speech, and asks how they fit together; with their dates, where
these differ. If only the wrong party stands in the debate file, mend that (AM215 names such places).
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.diagnostics import Words
from argmap.model import earliest
from argmap.questions import Case, Draft, fill, form, reported, said_on, template, when
from argmap.semantics import Status, Verdict

NAME = Words(en="two statements of one party that do not fit together", ja="同じ発言者の食い違う発言")

_BOTH = form(
    "一方では{first}とし、他方では{second}としています。{ask}",
    "On the one hand you say: {first} On the other hand: {second} {ask}",
    written="On the one hand: {first} On the other hand: {second} {ask}",
)
_DATED = form(
    "{once}には{first}とし、{then}には{second}としています。{ask}",
    "You said {once}: {first} You said {then}: {second} {ask}",
    written="Said {once}: {first} Said {then}: {second} {ask}",
)
_LEFT = form(
    "{ground}という点は、述べた側もすでに維持していないものですが、これを根拠とした{claim}との主張は残っています。{ask}",
    "This has been withdrawn or admitted: {ground} What was said to rest on it has not: {claim} {ask}",
)


def ask(case: Case) -> Iterator[Draft]:
    """One draft for every pair of statements of one party that clash."""
    yield from _against_itself(case)
    yield from _left_over(case)


def _against_itself(case: Case) -> Iterator[Draft]:
    seen: set[frozenset[int]] = set()
    for verdict in case.verdicts():
        for target in case.targets(verdict):
            pair = frozenset((verdict.number, target))
            if _own(case, verdict) and _clash(verdict, case.analysis.verdicts[target]) and pair not in seen:
                seen.add(pair)
                yield _clashing(case, verdict, case.analysis.verdicts[target])


def _own(case: Case, verdict: Verdict) -> bool:
    return verdict.side == case.side and verdict.statement.conceded is None


def _clash(one: Verdict, other: Verdict) -> bool:
    """Whether one party of one debate says both, and still holds the other."""
    by, said = one.statement.by, other.statement
    same = by is not None and by == said.by and one.debate is other.debate and one is not other
    return same and said.conceded is None


def _clashing(case: Case, verdict: Verdict, target: Verdict) -> Draft:
    """Two statements, the one that was attacked first; by their dates where these differ."""
    ways, pair = template("conflicts"), (target, verdict)
    dates = {date: one for one in pair if (date := said_on(case.debate, one.statement))}
    if len(dates) == len(pair):
        once, then = sorted(dates, key=earliest)
        [way] = case.choose((*ways["changed"], *ways["odds"]))
        parts = {
            "first": reported(dates[once].statement.text),
            "second": reported(dates[then].statement.text),
        }
        filled = fill(_DATED, **parts, once=when(once), then=when(then), ask=way.form)
    else:
        [way] = case.choose(ways["odds"])
        filled = fill(
            _BOTH,
            first=reported(target.statement.text),
            second=reported(verdict.statement.text),
            ask=way.form,
        )
    return Draft(
        about=verdict.id,
        part=target.id,
        text=filled.said,
        notice=filled.written,
        why=Words(
            en="One speaks against the other, and both are by the same party.",
            ja="一方が他方を否定しているが、どちらも同じ発言者による。",
        ),
        rests_on=(target.id,),
        then=way.replies,
    )


def _left_over(case: Case) -> Iterator[Draft]:
    graph, verdicts = case.analysis.graph, case.analysis.verdicts
    for verdict in case.said():
        steps = (graph.steps[position] for position in graph.steps_to[verdict.number])
        premises = dict.fromkeys(premise for step in steps for premise in step.premises)
        for ground in (verdicts[premise] for premise in premises):
            same = ground.statement.by == verdict.statement.by and ground.debate is verdict.debate
            if same and ground.status is Status.CONCEDED and verdict.status.stands:
                yield _left(case, verdict, ground)


def _left(case: Case, verdict: Verdict, ground: Verdict) -> Draft:
    [way] = case.choose(template("conflicts")["left"])
    filled = fill(
        _LEFT, ground=reported(ground.statement.text), claim=reported(verdict.statement.text), ask=way.form
    )
    return Draft(
        about=verdict.id,
        part=ground.id,
        text=filled.said,
        notice=filled.written,
        why=Words(
            en="A ground was withdrawn or admitted; what was said to rest on it was not.",
            ja="根拠の一つは撤回・容認されたが、それに基づく主張はそのままである。",
        ),
        rests_on=(ground.id,),
        then=way.replies,
    )
