"""A question that was answered without going into the point.

A question that another side asked, where every answer that was found speaks of the subject without answering.

Such an answer stands in the minutes as an answer. Asking for what it leaves open - until when, by whom, by what
means - turns it into one.

The draft repeats the point and the answer, and asks for what the wording of the answer leaves open. It says nothing
about why the answer was given in this way.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.diagnostics import Words
from argmap.questions import (
    Case,
    Draft,
    Way,
    ask_again,
    fill,
    fitting,
    form,
    joined,
    put,
    reported,
    short,
    template,
    unreserved,
)
from argmap.semantics import QuestionStatus

NAME = Words(en="a question that was answered without going into the point", ja="正面から答えていない質問")

_FORM = form(
    ja="{point}との質問に、{answer}との答弁がありましたが、お尋ねした点への答えは読み取れませんでした。{asks}",
    en="The question was: {point} The answer was: {answer} What was asked could not be learnt from it. {asks}",
)


def ask(case: Case) -> Iterator[Draft]:
    """One draft for every question that was answered evasively."""
    graph = case.analysis.graph
    for verdict in case.points(QuestionStatus.EVASIVE):
        answers = [one.statement for one in verdict.given]
        answer = graph.said[answers[0]].text
        points = template("points")
        by_answer = fitting((*points["open"], *points["answer"]), short(answer))
        ways = (*by_answer, *ask_again(verdict.question.text))
        left = tuple(unreserved(case, answers, ways))
        particular = [way for way in left if way.cue is not None]
        chosen = case.press(answers, particular, 2) or case.press(answers, left)
        filled = fill(
            _FORM,
            point=put(verdict.question.text),
            answer=reported(answer),
            asks=joined([way.form for way in chosen]),
        )
        yield Draft(
            about=verdict.id,
            text=filled.said,
            notice=filled.written,
            why=_why(chosen),
            rests_on=case.names(answers),
            then=chosen[0].replies,
            to=case.speakers(answers),
        )


def _why(chosen: list[Way]) -> Words:
    lacks = next((way.more["lacks"] for way in chosen if "lacks" in way.more), None)
    if lacks is None:
        return Words(
            en="The answer speaks of the subject without answering the question.",
            ja="答弁は質問に触れているが、正面から答えていない。",
        )
    return Words(
        en=f"The answer speaks of the subject, but does not say {lacks.en}.",
        ja=f"答弁は質問に触れているが、正面から答えておらず、{lacks.ja}を述べていない。",
    )
