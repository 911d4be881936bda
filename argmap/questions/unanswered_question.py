"""A question without an answer.

A question that another side asked, and to which no answer was found in the debate.

The answer may have been given elsewhere, or left out of the document. Where it is missing, nobody knows what the
side holds, and the point is lost unless it is asked again.

The draft says when the point was asked and asks it again, more closely. A request (`kind: request`) expects no
answer, and is passed over.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.diagnostics import Words
from argmap.model import date_words
from argmap.questions import Case, Draft, ask_again, english_date, said_on, sentence, short
from argmap.semantics import QuestionStatus

NAME = Words(en="a question without an answer", ja="答弁が見当たらない質問")


def ask(case: Case) -> Iterator[Draft]:
    """One draft for every unanswered question."""
    for verdict in case.points(QuestionStatus.UNANSWERED):
        point, date = short(verdict.question.text), said_on(case.debate, verdict.question)
        when = _when(date) if date else Words(en="in the last session", ja="先")
        [way] = case.pick(ask_again(verdict.question.text))
        yield Draft(
            about=verdict.id,
            text=Words(
                en=f"On this point, raised {when.en}, no answer was found: {sentence(point)} {way.en}",
                ja=f"{when.ja}の質問のうち、{point}という点には、答弁が見当たりませんでした。改めて、{way.ja}",
            ),
            why=Words(en="No answer to this question was found.", ja="この質問への答弁が見当たらない。"),
        )


def _when(date: str) -> Words:
    """`on` a day, `in` a month or a year."""
    a_day = date.count("-") > 1
    return Words(en=f"{'on' if a_day else 'in'} {english_date(date)}", ja=date_words(date).ja)
