"""`map.html`: one debate around its map, to be explored, presented and printed. It needs no network.

What stands, what fell and what was not answered is there from the start, and can be read without the script; the script
adds search, filters, table, matrix, what-if and the walk.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterable, Sequence
from html import unescape

from argmap.diagnostics import Lang, Words
from argmap.layout.style import DARK, recoloured
from argmap.model import Debate, Source, date_words
from argmap.report import TITLES, Manner, heading, standing
from argmap.report.html.assets import script, style
from argmap.report.html.data import PageData, PageMap
from argmap.report.html.elements import Markup, document, element, joined, link
from argmap.report.html.font import subset
from argmap.report.html.parts import badge, date_of, path, row_id, said, tally
from argmap.report.html.shell import after, tools, views
from argmap.report.html.words import SHELL
from argmap.semantics import Analysis, QuestionVerdict, Verdict

_TAGS = re.compile(r"<style.*?</style>|<[^>]*>", re.DOTALL)
_SOURCES = Words(en="Sources", ja="出典")
_NO_EVIDENCE = Words(en="no evidence", ja="証拠なし")


def page(
    analysis: Analysis,
    debate: Debate,
    data: PageData,
    maps: Sequence[PageMap],
    manner: Manner,
    home: str | None = None,
) -> str:
    """A debate as a page.

    Args:
        analysis: the debates with their verdicts.
        debate: the debate.
        data: what the page knows, see `collect`.
        maps: the one map, or the maps of its parts when it is shown folded.
        manner: language and side.
        home: the address of the page over all debates, if there is one.
    """
    body = joined(*_Page(analysis, debate, data, manner).body(maps, home))
    text = data.model_dump_json(exclude_defaults=True)
    drawn = unescape(_TAGS.sub("", "".join(one.svg for one in maps)))
    tried = "".join(one.sign + one.word for one in data.statuses.values())  # what-if writes them on boxes
    font = b64encode(subset("".join({*drawn, *tried}))).decode()
    return document(
        heading(debate, manner.lang),
        manner.lang,
        body,
        styles=(
            f'@font-face{{font-family:"Noto Sans JP";src:url(data:font/woff2;base64,{font})}}',
            style("base"),
            style("style"),
            _colours(),
        ),
        script=script("page"),
        data=text,
    )


def _colours() -> str:
    """The colours of the map on a dark screen."""
    dark = recoloured(DARK, "#sheet .argmap")
    return f"@media screen and (prefers-color-scheme:dark) and (forced-colors:none){{{dark}}}"


class _Page:
    def __init__(self, analysis: Analysis, debate: Debate, data: PageData, manner: Manner) -> None:
        self.analysis, self.debate, self.data, self.manner = analysis, debate, data, manner
        self.lang: Lang = manner.lang

    def body(self, maps: Sequence[PageMap], home: str | None) -> Iterable[Markup]:
        found = standing(self.analysis, self.debate, self.manner.side)
        up = (
            element("p", element("a", SHELL["home"].say(self.lang), href=home), class_="home")
            if home
            else None
        )
        yield element(
            "header",
            element(
                "div",
                element("h1", said(self.debate, self.debate.title, self.lang)),
                element("p", date_of(self.debate, self.lang), class_="date"),
                class_="headline",
            ),
            tools(self.lang),
            class_="bar",
        )
        yield element(
            "main",
            views(maps, self.lang),
            element(
                "aside",
                element("div", id="detail", hidden=True),
                element("div", tally(found, self.lang), *self.sections(), up, id="overview"),
                class_="panel",
                aria_label=SHELL["panel"].say(self.lang),
            ),
            id="main",
        )
        yield after(self.data, self.lang)

    def sections(self) -> Iterable[Markup]:
        """What stands, what fell, what was not answered, and the sources."""
        found = standing(self.analysis, self.debate, self.manner.side)
        yield from self.section("stands", map(self.statement, found.stands))
        yield from self.section("undecided", map(self.statement, found.undecided))
        yield from self.section("fell", map(self.statement, found.fell))
        yield from self.section("unbacked", map(self.rebuttal, found.unbacked))
        yield from self.section("open", map(self.question, found.open))
        sources = [element("li", self.source(local, one)) for local, one in self.debate.sources.items()]
        if sources:
            yield element(
                "section",
                element("h2", _SOURCES.say(self.lang)),
                element("ul", *sources, class_="sources"),
                id="sources",
            )
        yield element("p", SHELL["caveat"].say(self.lang), class_="note")

    def section(self, name: str, rows: Iterable[Markup]) -> Iterable[Markup]:
        listed = list(rows)
        if listed:
            title = element("h2", TITLES[name].say(self.lang), " ", element("small", str(len(listed))))
            yield element("section", title, element("ul", *listed, class_="rows"), id=name)

    def statement(self, one: Verdict) -> Markup:
        return self.row(one.id, one.statement.text, badge(one.status, self.lang))

    def rebuttal(self, one: Verdict) -> Markup:
        """A rebuttal without evidence."""
        status = element("span", "△ ", _NO_EVIDENCE.say(self.lang), class_="badge challenged")
        return self.row(one.id, one.statement.text, status)

    def question(self, one: QuestionVerdict) -> Markup:
        return self.row(one.id, one.question.text, badge(one.status, self.lang))

    def row(self, local: str, text: str, status: Markup) -> Markup:
        words = element("a", said(self.debate, text, self.lang), href=f"#select={path(local)}")
        return element("li", status, words, id=row_id(local), data_id=local)

    def source(self, local: str, one: Source) -> Markup:
        title = said(self.debate, one.title or local, self.lang)
        date = (
            joined(" ", element("time", date_words(one.date).say(self.lang), datetime=one.date))
            if one.date
            else None
        )
        url = joined(" ", link(one.url, one.url)) if one.url else None
        return joined(title, date, url)
