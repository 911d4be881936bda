"""A question without an answer.

A question that another side asked, and to which no answer was found in the debate.

The answer may have been given elsewhere, or left out of the document. Where it is missing, nobody knows what the
side holds, and the point is lost unless it is asked again.

The draft says when the point was asked, in its own words where the source is quoted, and asks it again, more closely.
A request (`kind: request`) expects no answer, and is passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from unicodedata import normalize

from argmap.diagnostics import Words
from argmap.model import Question
from argmap.questions import Case, Draft, ask_again, fill, form, put, said_on, short, when
from argmap.semantics import QuestionStatus

NAME = Words(en="a question without an answer", ja="答弁が見当たらない質問")

_PLAIN = form(
    ja="{when}の、{point}との質問には、答弁が見当たりませんでした。改めて、{ask}",
    en="On this point, raised {when}, no answer was found: {point} {ask}",
)
_QUOTED = form(
    ja="{when}の、{quote}と{asked}、{point}との質問には、答弁が見当たりませんでした。改めて、{ask}",
    en="On this point, raised {when} in the words {quote}, no answer was found: {point} {ask}",
)
_LONGEST = 60


def ask(case: Case) -> Iterator[Draft]:
    """One draft for every unanswered question."""
    for verdict in case.points(QuestionStatus.UNANSWERED):
        question = verdict.question
        date, quote = said_on(case.debate, question), _quote(question)
        [way] = case.choose(ask_again(question.text))
        filled = fill(
            _QUOTED if quote else _PLAIN,
            when=when(date) if date else Words(en="in the last session", ja="前回"),
            quote=quote or "",
            asked=_asked(question),
            point=put(question.text),
            ask=way.form,
        )
        yield Draft(
            about=verdict.id,
            text=filled.said,
            notice=filled.written,
            why=Words(en="No answer to this question was found.", ja="この質問への答弁が見当たらない。"),
            then=way.replies,
        )


def _asked(question: Question) -> str:
    """How a quote goes on: what is a question itself was asked, anything else was said to ask."""
    quote = question.source.quote if question.source else None
    return "尋ねた" if quote and quote.rstrip("。").endswith(("か", "？", "?")) else "述べて尋ねた"


def _quote(question: Question) -> Words | None:
    """The quote between quotation marks: whole and verbatim, or not at all.

    It is left out where it does not fit into a sentence, and where the point says the same in the same words.
    """
    quote = question.source.quote if question.source else None
    if quote is None or len(quote) > _LONGEST or not quote.isprintable():
        return None
    if _alike(quote) in _alike(question.text):
        return None
    marks = "『』" if "「" in quote or "」" in quote else "「」"
    return Words(en=f"“{quote}”", ja=f"{marks[0]}{quote}{marks[1]}")


def _alike(text: str) -> str:
    """A text so that only its words count, neither its signs nor how they are written."""
    return re.sub(r"\W", "", normalize("NFKC", short(text, len(text))).casefold())
