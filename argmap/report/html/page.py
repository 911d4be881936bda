"""`map.html`: one debate around its map. It needs no network and no script, and prints on A4."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from html import unescape
from itertools import groupby

from argmap.diagnostics import Lang, Words
from argmap.model import Debate, Question, Source, Statement, date_words
from argmap.questions import FollowUp, passage_of
from argmap.report import (
    DRAFT,
    HEADS,
    NEXT,
    NO_GROUP,
    NOTHING_TO_ASK,
    SOURCE,
    TITLES,
    TO,
    WHY,
    Manner,
    heading,
    labelled,
    passage_words,
    standing,
    targets_of,
)
from argmap.report.html.elements import Markup, document, element, joined, link
from argmap.report.html.parts import badge, date_of, row_id, said, tally
from argmap.semantics import Analysis, QuestionVerdict, Verdict

_MAP = Words(en="Map", ja="図")
_FIT = Words(en="Fit to width", ja="幅に合わせる")
_FULL = Words(en="Full size", ja="原寸")
_CONTENTS = Words(en="Contents", ja="目次")
_SOURCES = Words(en="Sources", ja="出典")
_DECIDING = Words(en="Decided by", ja="決め手")
_NO_EVIDENCE = Words(en="no evidence", ja="根拠なし")
_NOTE = Words(
    en="Unrebutted means that no rebuttal was found in this debate. It does not mean that the claim is true.",
    ja="反論なしとは、この討論の中に反論が見当たらないことをいう。主張が正しいという意味ではない。",
)
_NODES = re.compile(r"<g\b[^>]*>")
_NAMED = re.compile(r'\s(id|data-key)="([^"]*)"')


def page(analysis: Analysis, debate: Debate, svg: str, follow_ups: Sequence[FollowUp], manner: Manner) -> str:
    """A debate as a page: its map, what stands, what fell, what was not answered, what to ask next, the sources.

    Args:
        analysis: the debates with their verdicts.
        debate: the debate.
        svg: its map; an element with `data-key="debate#id"` and an `id` can be linked to.
        follow_ups: the questions to ask next; those of other debates are passed over.
        manner: language and side.
    """
    return _Page(analysis, debate, svg, manner).write([one for one in follow_ups if one.debate == debate.id])


class _Page:
    def __init__(self, analysis: Analysis, debate: Debate, svg: str, manner: Manner) -> None:
        self.analysis, self.debate, self.manner = analysis, debate, manner
        self.lang: Lang = manner.lang
        self.svg = Markup(svg[svg.find("<svg") :])
        self.nodes = dict(_nodes(svg))

    def write(self, follow_ups: Sequence[FollowUp]) -> str:
        found = standing(self.analysis, self.debate, self.manner.side)
        claim_heads = tuple(HEADS[name] for name in ("status", "claim", "rebutted", "evidence"))
        sections = {
            "map": self.map(),
            "stands": self.table("stands", claim_heads, map(self.claim, found.stands)),
            "undecided": self.table("undecided", claim_heads, map(self.claim, found.undecided)),
            "fell": self.table("fell", claim_heads, map(self.claim, found.fell)),
            "unbacked": self.table(
                "unbacked", (HEADS["status"], HEADS["rebuttal"]), map(self.rebuttal, found.unbacked)
            ),
            "open": self.table("open", (HEADS["status"], HEADS["question"]), map(self.question, found.open)),
            "next": self.next(follow_ups),
            "sources": self.sources(),
        }
        titles = {"map": _MAP, **TITLES, "next": NEXT, "sources": _SOURCES}
        shown = {name: section for name, section in sections.items() if section is not None}
        contents = (
            element("li", element("a", titles[name].say(self.lang), href=f"#{name}")) for name in shown
        )
        return document(
            heading(self.debate, self.lang),
            self.lang,
            element(
                "header",
                element("p", date_of(self.debate, self.lang), class_="date"),
                element("h1", said(self.debate, self.debate.title, self.lang)),
                tally(found, self.lang),
                element("nav", element("ul", *contents), aria_label=_CONTENTS.say(self.lang)),
            ),
            element(
                "main", *(self.section(name, titles[name], body) for name, body in shown.items()), id="main"
            ),
            element("footer", element("p", _NOTE.say(self.lang))),
        )

    def section(self, name: str, title: Words, body: Markup) -> Markup:
        heading_id = f"h-{name}"
        return element(
            "section",
            element("h2", title.say(self.lang), id=heading_id),
            body,
            id=name,
            aria_labelledby=heading_id,
        )

    def map(self) -> Markup:
        choices = (("fit", _FIT), ("full", _FULL))
        zoom = (
            element(
                "label",
                element("input", type="radio", name="zoom", value=value, checked=value == "fit"),
                element("span", words.say(self.lang)),
            )
            for value, words in choices
        )
        label = f"{_MAP.say(self.lang)}: {self.debate.title}"
        sheet = element("div", self.svg, class_="sheet", tabindex=0, role="region", aria_label=label)
        return joined(element("div", *zoom, class_="zoom"), sheet)

    def table(self, name: str, heads: Sequence[Words], rows: Iterable[Markup]) -> Markup | None:
        listed = list(rows)
        if not listed:
            return None
        columns = (element("th", head.say(self.lang), scope="col") for head in heads)
        return element(
            "table",
            element("caption", f"{TITLES[name].say(self.lang)}: {len(listed)}", class_="unseen"),
            element("thead", element("tr", *columns)),
            element("tbody", *listed),
        )

    def claim(self, one: Verdict) -> Markup:
        graph = self.analysis.graph
        counts = (len(graph.attackers_of(one.number)), len(graph.backing[one.number]))
        cells = (element("td", str(count), class_="number") for count in counts)
        return self.row(one, badge(one.status, self.lang), self.why(one), *cells)

    def rebuttal(self, one: Verdict) -> Markup:
        """A rebuttal without evidence: what it was said against, and where."""
        status = element("span", _NO_EVIDENCE.say(self.lang), class_="badge challenged")
        targets = element("p", "→ ", self.references(targets_of(one.statement)))
        return self.row(one, status, self.more(one, SOURCE, joined(targets, self.source_of(one))))

    def question(self, one: QuestionVerdict) -> Markup:
        return self.row(one, badge(one.status, self.lang), self.why(one))

    def row(self, one: Verdict | QuestionVerdict, status: Markup, more: Markup, *cells: Markup) -> Markup:
        words = said(self.debate, _said(one).text, self.lang)
        where = element("th", element("p", self.to_map(one.key, words), class_="said"), more, scope="row")
        return element("tr", element("td", status), where, *cells, id=row_id(one.id))

    def why(self, one: Verdict | QuestionVerdict) -> Markup:
        explanation = self.analysis.why(one.key)
        reasons = [element("li", reason.say(self.lang)) for reason in explanation.reasons]
        deciding = None
        if explanation.deciding:
            names = self.references(explanation.deciding)
            deciding = element("p", labelled(_DECIDING, "", self.lang), names)
        listed = element("ul", *reasons) if reasons else None
        return self.more(one, WHY if reasons else SOURCE, joined(listed, deciding, self.source_of(one)))

    def more(self, one: Verdict | QuestionVerdict, label: Words, content: Markup) -> Markup:
        """The id, with what opens on a click."""
        name = element("code", one.id)
        if not content:
            return element("p", name)
        summary = element("summary", element("span", label.say(self.lang)), " ", name)
        return element("details", summary, content)

    def source_of(self, one: Verdict | QuestionVerdict) -> Markup | None:
        passage = passage_of(self.debate, _said(one))
        if passage is None:
            return None
        return element("p", labelled(SOURCE, passage_words(passage).say(self.lang), self.lang))

    def references(self, names: Sequence[str]) -> Markup:
        """Ids, each a link into the map where it is drawn there."""
        listed: list[Markup | str] = []
        for name in names:
            key = name if "#" in name else f"{self.debate.id}#{name}"
            listed += [", " if listed else "", self.to_map(key, element("code", name))]
        return joined(*listed)

    def to_map(self, key: str, text: Markup) -> Markup:
        return element("a", text, href=f"#{self.nodes[key]}") if key in self.nodes else text

    def next(self, follow_ups: Sequence[FollowUp]) -> Markup:
        if not follow_ups:
            return element("p", NOTHING_TO_ASK.say(self.lang))
        parts = [element("p", DRAFT.say(self.lang), class_="draft")]
        for title, members in groupby(follow_ups, key=lambda one: one.group_title):
            name = said(self.debate, title, self.lang) if title else NO_GROUP.say(self.lang)
            parts += [element("h3", name), element("ol", *map(self.ask, members))]
        return joined(*parts)

    def ask(self, one: FollowUp) -> Markup:
        notes = [
            joined(labelled(WHY, one.why.say(self.lang), self.lang), " ", self.to_row(one)),
            joined(labelled(TO, one.to, self.lang)),
        ]
        if one.passage is not None:
            notes.append(joined(labelled(SOURCE, passage_words(one.passage).say(self.lang), self.lang)))
        return element(
            "li",
            element("p", one.text.say(self.lang), class_="ask"),
            element("ul", *(element("li", note) for note in notes), class_="notes"),
        )

    def to_row(self, one: FollowUp) -> Markup:
        return element("a", element("code", one.about), href=f"#{row_id(one.about)}")

    def sources(self) -> Markup | None:
        items = [element("li", self.source(local, one)) for local, one in self.debate.sources.items()]
        return element("ul", *items, class_="sources") if items else None

    def source(self, local: str, one: Source) -> Markup:
        title = said(self.debate, one.title or local, self.lang)
        date = (
            joined(" ", element("time", date_words(one.date).say(self.lang), datetime=one.date))
            if one.date
            else None
        )
        url = joined(" ", link(one.url, one.url)) if one.url else None
        return joined(title, date, url)


def _said(one: Verdict | QuestionVerdict) -> Statement | Question:
    return one.question if isinstance(one, QuestionVerdict) else one.statement


def _nodes(svg: str) -> Iterable[tuple[str, str]]:
    """`debate#id` and element id of everything that is drawn."""
    for tag in _NODES.findall(svg):
        names: Mapping[str, str] = dict(_NAMED.findall(tag))
        if len(names) == 2:  # noqa: PLR2004 - both attributes
            yield unescape(names["data-key"]), unescape(names["id"])
