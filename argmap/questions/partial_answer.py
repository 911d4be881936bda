"""A question that was answered in part.

A question that another side asked, where the best answer that was found covers part of it.

Half an answer closes the subject in the minutes; what was left open is easily forgotten.

The draft repeats the point and the answer, and asks for the part that is missing: for the decision - by when, and by
whom - where the answer leaves it open. Say in the debate file that the answer is `full` when it is.
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
    put,
    reported,
    short,
    template,
    unreserved,
)
from argmap.semantics import QuestionStatus

NAME = Words(en="a question that was answered in part", ja="一部だけ答弁された質問")

_FORM = form(
    ja="{point}との質問に、{answer}との答弁がありました。これは質問の一部への答えと受け止めています。残る点について、{ask}",
    en="The question was: {point} The answer was: {answer} That covers part of it. {ask}",
)


def ask(case: Case) -> Iterator[Draft]:
    """One draft for every question that was answered in part."""
    graph = case.analysis.graph
    for verdict in case.points(QuestionStatus.PARTIAL):
        answers = [one.statement for one in verdict.given]
        best = next(given.statement for given in verdict.given if given.extent == "partial")
        answer = graph.said[best].text
        ways = (*fitting(template("points")["open"], short(answer)), *ask_again(verdict.question.text))
        [way] = case.press(answers, unreserved(case, answers, ways))
        filled = fill(_FORM, point=put(verdict.question.text), answer=reported(answer), ask=way.form)
        yield Draft(
            about=verdict.id,
            text=filled.said,
            notice=filled.written,
            why=_why(way),
            rests_on=case.names(answers),
            then=way.replies,
            to=case.speakers(answers),
        )


def _why(way: Way) -> Words:
    lacks = way.more.get("lacks")
    if lacks is None:
        return Words(
            en="The answer covers part of the question.",
            ja="答弁は質問の一部にしか答えていない。",
        )
    return Words(
        en=f"The answer covers part of the question; it does not say {lacks.en}.",
        ja=f"答弁は質問の一部にしか答えておらず、{lacks.ja}を述べていない。",
    )
