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
from argmap.questions import Case, Draft, ask_again, fitting, sentence, short, template
from argmap.semantics import QuestionStatus

NAME = Words(en="a question that was answered without going into the point", ja="正面から答えていない質問")


def ask(case: Case) -> Iterator[Draft]:
    """One draft for every question that was answered evasively."""
    graph = case.analysis.graph
    for verdict in case.points(QuestionStatus.EVASIVE):
        given = verdict.given[0].statement
        point, answer = short(verdict.question.text), short(graph.said[given].text)
        name = graph.name(given, case.debate.id)
        points = template("points")
        by_answer = fitting((*points["open"], *points["answer"]), answer)
        answers = (one.statement for one in verdict.given)
        ways = case.press(answers, (*by_answer, *ask_again(verdict.question.text)), 2)
        asked = Words(en=" ".join(way.en for way in ways), ja="また、".join(way.ja for way in ways))
        yield Draft(
            about=verdict.id,
            text=Words(
                en=f"The question was: {sentence(point)} The answer was: {sentence(answer)} "
                f"What was asked could not be learnt from it. {asked.en}",
                ja=f"{point}との質問に、{answer}との答弁がありましたが、"
                f"お尋ねした点への答えは読み取れませんでした。{asked.ja}",
            ),
            why=Words(
                en=f"The answer {name} speaks of the subject without answering the question.",
                ja=f"{name} は質問に触れているが、正面から答えていない。",
            ),
        )
