"""A question that was answered in part.

A question that another side asked, where the best answer that was found covers part of it.

Half an answer closes the subject in the minutes; what was left open is easily forgotten.

The draft repeats the point and the answer, and asks for the part that is missing: for the decision, where the answer
leaves it open. Say in the debate file that the
answer is `full` when it is.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.diagnostics import Words
from argmap.questions import Case, Draft, ask_again, fitting, sentence, short, template
from argmap.semantics import QuestionStatus

NAME = Words(en="a question that was answered in part", ja="一部だけ答弁された質問")


def ask(case: Case) -> Iterator[Draft]:
    """One draft for every question that was answered in part."""
    graph = case.analysis.graph
    for verdict in case.points(QuestionStatus.PARTIAL):
        best = next(given.statement for given in verdict.given if given.extent == "partial")
        point, answer = short(verdict.question.text), short(graph.said[best].text)
        name = graph.name(best, case.debate.id)
        left_open = fitting(template("points")["open"], answer)
        answers = (one.statement for one in verdict.given)
        [way] = case.press(answers, (*left_open, *ask_again(verdict.question.text)))
        yield Draft(
            about=verdict.id,
            text=Words(
                en=f"The question was: {sentence(point)} The answer was: {sentence(answer)} That covers part of it. {way.en}",
                ja=f"{point}との質問に、{answer}との答弁がありました。これは質問の一部への答えと受け止めています。"
                f"残る点について、{way.ja}",
            ),
            why=Words(
                en=f"The answer {name} covers part of the question.",
                ja=f"{name} は質問の一部にしか答えていない。",
            ),
        )
