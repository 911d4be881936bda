"""A critical question of an argumentation scheme.

A claim of the side that is asked which still stands, and whose scheme is known: `scheme:` in the debate file names it,
or the wording suggests it. Of the critical questions of that scheme, one is asked that the debate does not take up yet.

Most arguments follow a few patterns, and each pattern fails in a few known places. Whoever knows the places need not
wait for somebody to think of them.

The draft repeats the claim and asks the most important question that is open (the manual page on schemes has them
all), says how many the debate takes up and by what, and marks a scheme that is only suggested. Within a debate no
question is asked twice. It asks for no grounds where nobody has rebutted the claim, since that is asked for in any
case; and a scheme is not suggested where a date, a figure or what the state does is asked about already.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.diagnostics import Words
from argmap.model import Claim
from argmap.questions import (
    Case,
    Covered,
    Draft,
    Form,
    Replies,
    SchemeUse,
    Way,
    asked_of,
    gap_of,
)
from argmap.questions._coverage import coverage
from argmap.schemes import CriticalQuestion, Scheme, scheme_of
from argmap.semantics import Verdict

NAME = Words(en="a critical question of an argumentation scheme", ja="論証の型からの問い")


def ask(case: Case) -> Iterator[Draft]:
    """One draft for every claim that stands and leaves a critical question of its scheme open."""
    for verdict in case.said():
        if verdict.status.stands and isinstance(verdict.statement, Claim):
            yield from _asked(case, verdict, verdict.statement)


def _asked(case: Case, verdict: Verdict, claim: Claim) -> Iterator[Draft]:
    found, gap = scheme_of(claim), gap_of(case, verdict)
    if found is None or (found[1] is not None and gap not in (None, "unrebutted-claim")):
        return
    scheme, cue = found
    questions = coverage(case, verdict, scheme)
    use = SchemeUse(slug=scheme.slug, name=scheme.name, cue=cue, questions=questions)
    question = _open(case, scheme, use, grounds=gap != "unrebutted-claim")
    if question is not None:
        yield _draft(verdict, claim, question, use)


def _open(case: Case, scheme: Scheme, use: SchemeUse, *, grounds: bool) -> CriticalQuestion | None:
    """The first question that is open and was not asked for in this debate yet."""
    pairs = zip(scheme.questions, use.questions, strict=True)
    left = [one for one, said in pairs if not said.by and (grounds or one.taken_up_by != "evidence")]
    ways = [Way(cue=None, asks=one.asks, words=one.floor, then=None, more={}) for one in left]
    if not case.unused(ways):
        return None
    [chosen] = case.choose(ways)
    return next(one for one in left if one.asks == chosen.asks)


def _draft(verdict: Verdict, claim: Claim, question: CriticalQuestion, use: SchemeUse) -> Draft:
    filled = asked_of(claim, Form(question.floor, question.notice))
    return Draft(
        about=verdict.id,
        part=question.slug,
        text=filled.said,
        notice=filled.written,
        why=_why(question, use),
        rests_on=_ids(use.questions),
        then=Replies(yes=question.yes, no=question.no, later=question.later),
        scheme=use,
    )


def _ids(questions: tuple[Covered, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one for question in questions for one in question.by))


def _why(question: CriticalQuestion, use: SchemeUse) -> Words:
    taken = sum(bool(one.by) for one in use.questions)
    guess = Words(
        en="" if use.cue is None else f" (suggested by its words: {use.cue})",
        ja="" if use.cue is None else f"（{use.cue}という言い方からの推定）",
    )
    name, all_ = use.name, len(use.questions)
    if not taken:
        return Words(
            en=f"The claim argues from {name.en}{guess.en}; the debate takes up none of its {all_} critical questions. "
            f"Open: {question.name.en}.",
            ja=f"{name.ja}に基づく主張{guess.ja}だが、確かめるべき{all_}点はどれも議論に出ていない。"
            f"ここで問うのは、{question.name.ja}である。",
        )
    return Words(
        en=f"The claim argues from {name.en}{guess.en}; the debate takes up {taken} of its {all_} critical questions. "
        f"Open: {question.name.en}.",
        ja=f"{name.ja}に基づく主張{guess.ja}で、確かめるべき{all_}点のうち{taken}点は議論に出ている。"
        f"まだ問われていないのは、{question.name.ja}である。",
    )
