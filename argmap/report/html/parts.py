"""What the pages have in common: badges, counts in words, references from one place to another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from urllib.parse import quote

from argmap.diagnostics import Lang, Words
from argmap.model import Debate, date_words
from argmap.report import Standing
from argmap.report.html.elements import Markup, element, joined
from argmap.semantics import QuestionStatus, Status

_QUESTIONS = Words(en="Questions", ja="質問")
_CLAIMS = Words(en="Claims by {who}", ja="{who}の主張")


def badge(status: Status | QuestionStatus, lang: Lang) -> Markup:
    """A status as a sign and a word; the class only adds its colour."""
    sign = element("span", status.sign, aria_hidden="true")
    return element("span", sign, " ", status.words.say(lang), class_=f"badge {status.value}")


def tally(found: Standing, lang: Lang) -> Markup:
    """How many claims and questions have each status."""
    return element(
        "dl",
        _counts(_CLAIMS.say(lang).format(who=found.who), found.counts, lang),
        _counts(_QUESTIONS.say(lang), found.question_counts, lang),
        class_="tally",
    )


def date_of(debate: Debate, lang: Lang) -> Markup | None:
    """When the debate was held."""
    held = debate.debate.held
    return element("time", date_words(held).say(lang), datetime=held) if held else None


def said(debate: Debate, text: str, lang: Lang) -> Markup:
    """An author's words, marked with their language where it is not that of the page."""
    spoken = debate.debate.lang
    return element("span", text, lang=spoken) if spoken not in (None, lang) else joined(text)


def row_id(local: str) -> str:
    """The id of the row that speaks of a statement or question."""
    return f"s-{local}"


def page_of(files: Sequence[str]) -> str | None:
    """The page of a debate among the files that were made of it: the first `.html`."""
    return next((file for file in files if file.endswith(".html")), None)


def path(relative: str) -> str:
    """A relative path as a link says it."""
    return quote(relative, safe="/.-_~")


def _counts(label: str, counts: Mapping[Status, int] | Mapping[QuestionStatus, int], lang: Lang) -> Markup:
    def items() -> Iterator[Markup]:
        for status, count in counts.items():
            yield element("li", badge(status, lang), " ", element("strong", str(count)))

    listed = element("ul", *items()) if counts else joined("–")
    return element("div", element("dt", label), element("dd", listed))
