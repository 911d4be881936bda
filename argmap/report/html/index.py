"""`index.html`: every debate with its counts in words, what still stands and what was not answered over all of them.

All of it can be read without the script; the script adds the search.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import PurePosixPath

from argmap.diagnostics import Lang, Words
from argmap.model import Debate
from argmap.picture.words import SIDES
from argmap.report import TITLES, Manner, Standing, standing
from argmap.report.html.assets import script, style
from argmap.report.html.elements import Markup, document, element, joined
from argmap.report.html.index_data import index_data
from argmap.report.html.parts import badge, date_of, page_of, path, said, tally
from argmap.report.html.words import INDEX, SHELL
from argmap.semantics import Analysis, QuestionVerdict, Verdict

_NAMES: Mapping[str, Words] = {
    "map.html": Words(en="page", ja="ページ"),
    "map.svg": Words(en="map (SVG)", ja="図（SVG）"),
    "map.png": Words(en="map (PNG)", ja="図（PNG）"),
    "map.pdf": Words(en="map to print (PDF)", ja="印刷用の図（PDF）"),
    "map.dot": Words(en="map (DOT)", ja="図（DOT）"),
    "status.md": Words(en="what stands (Markdown)", ja="判定（Markdown）"),
    "status.json": Words(en="what stands (JSON)", ja="判定（JSON）"),
    "questions.md": Words(en="questions (Markdown)", ja="質問案（Markdown）"),
    "questions.docx": Words(en="questions (Word)", ja="質問案（Word）"),
}

_LISTS = {"standing": "stands", "open": "open"}
"""The lists over all debates, with the parts of a debate's `Standing` that they show. No id may be a key of the address."""

_MANY = 500
"""With more rows than these the browser draws only what is near its window."""


def index(
    analysis: Analysis, debates: Sequence[Debate], files: Mapping[str, Sequence[str]], manner: Manner
) -> str:
    """All debates as a page, those that were held last first.

    Args:
        analysis: the debates with their verdicts.
        debates: the debates to list.
        files: what was made of each debate, by its id: paths relative to the page. The first `.html` is its page.
        manner: language and side.
    """
    lang = manner.lang
    listed = sorted(debates, key=lambda debate: debate.debate.held or "", reverse=True)
    found = [standing(analysis, debate, manner.side) for debate in listed]
    rows = sum(len(one.stands) + len(one.open) for one in found)
    title = INDEX["title"].say(lang)
    return document(
        title,
        lang,
        element(
            "header", element("h1", title, class_="headline"), _search(lang, hidden=not found), class_="bar"
        ),
        element(
            "main",
            element("noscript", element("p", SHELL["no-script"].say(lang), class_="note")),
            element("section", id="hits", aria_label=INDEX["hits"].say(lang), hidden=True),
            element("div", *_Index(found, files, manner).body(), id="all"),
            id="main",
            class_="index many" if rows > _MANY else "index",
        ),
        element("p", id="say", class_="unseen", role="status"),
        styles=(style("base"), style("index")),
        script=script("index"),
        data=index_data(analysis, listed, files, lang).model_dump_json(exclude_defaults=True),
    )


def _search(lang: Lang, *, hidden: bool) -> Markup:
    find = INDEX["find"].say(lang)
    return element(
        "search",
        element("input", type="search", id="find", placeholder=find, aria_label=find, autocomplete="off"),
        element(
            "label",
            element("input", type="checkbox", id="only"),
            element("span", SHELL["stands"].say(lang)),
        ),
        hidden=hidden,
    )


class _Index:
    def __init__(self, found: Sequence[Standing], files: Mapping[str, Sequence[str]], manner: Manner) -> None:
        self.found, self.files, self.manner = found, files, manner
        self.lang: Lang = manner.lang

    def body(self) -> Iterator[Markup]:
        if not self.found:
            yield element("p", self.say("none"), class_="lead")
            return
        yield element("p", ("" if self.lang == "ja" else " ").join(self.counts()), class_="lead")
        stands = [(one, one.stands) for one in self.found]
        opened = [(one, one.open) for one in self.found]
        jumps = (element("a", TITLES[to].say(self.lang), href=f"#{name}") for name, to in _LISTS.items())
        yield element("nav", *jumps, class_="jumps")
        cards = element("div", *map(self.card, self.found), class_="cards")
        yield element("section", self.title(self.say("debates"), len(self.found)), cards)
        yield element(
            "div",
            self.section("standing", stands, "nothing-stands"),
            self.section("open", opened, "nothing-open"),
            class_="columns",
        )
        yield element("p", SHELL["caveat"].say(self.lang), class_="note")

    def counts(self) -> Iterator[str]:
        """How many debates, claims and questions there are, and what became of them."""
        yield self.say("how-many", n=len(self.found))
        side = SIDES[self.manner.side].say(self.lang) if self.manner.side in SIDES else self.manner.side
        became = {
            "standing": sum(len(one.stands) for one in self.found),
            "undecided": sum(len(one.undecided) for one in self.found),
            "fallen": sum(len(one.fell) for one in self.found),
        }
        yield self.counted(self.say("claims", side=side), became)
        asked, opened = (
            sum(map(len, each))
            for each in zip(*((one.questions, one.open) for one in self.found), strict=True)
        )
        yield self.counted(self.say("questions"), {"open": opened, "closed": asked - opened})

    def counted(self, what: str, became: Mapping[str, int]) -> str:
        """A sentence that counts something."""
        parts = [self.say(name, n=n) for name, n in became.items() if n]
        if not parts:
            return self.say("no-counts", what=what)
        together = ("、" if self.lang == "ja" else "; ").join(parts)
        return self.say("counts", what=what, n=sum(became.values()), parts=together)

    def card(self, one: Standing) -> Markup:
        debate, files = one.debate, self.files.get(one.debate.id, ())
        page, title = page_of(files), said(debate, debate.title, self.lang)
        date = date_of(debate, self.lang)
        return element(
            "article",
            element("p", date, class_="date") if date else None,
            element("h3", element("a", title, href=path(page)) if page else title),
            tally(one, self.lang),
            self.made(files),
            class_="card",
        )

    def made(self, files: Sequence[str]) -> Markup | None:
        """The files that were made of a debate, to be unfolded."""
        if not files:
            return None
        links = (element("li", element("a", self.called(file), href=path(file))) for file in files)
        return element(
            "details",
            element("summary", self.say("files"), " ", element("small", str(len(files)))),
            element("ul", *links, class_="files"),
        )

    def called(self, file: str) -> str:
        name = PurePosixPath(file).name
        return _NAMES[name].say(self.lang) if name in _NAMES else name

    def section(
        self,
        name: str,
        listed: Iterable[tuple[Standing, Sequence[Verdict] | Sequence[QuestionVerdict]]],
        nothing: str,
    ) -> Markup:
        """A list over all debates, debate by debate."""
        groups = [(one.debate, verdicts) for one, verdicts in listed if verdicts]
        shown = (
            element(
                "div",
                element("h3", said(debate, debate.title, self.lang)),
                element("ul", *(self.row(debate, verdict) for verdict in verdicts), class_="rows"),
                class_="of-one",
            )
            for debate, verdicts in groups
        )
        return element(
            "section",
            self.title(TITLES[_LISTS[name]].say(self.lang), sum(len(verdicts) for _, verdicts in groups)),
            *(shown if groups else [element("p", self.say(nothing), class_="note")]),
            id=name,
        )

    def row(self, debate: Debate, one: Verdict | QuestionVerdict) -> Markup:
        text = one.question.text if isinstance(one, QuestionVerdict) else one.statement.text
        page = page_of(self.files.get(debate.id, ()))
        href = f"{path(page)}#select={path(one.id)}" if page else None
        words = joined(badge(one.status, self.lang), " ", said(debate, text, self.lang))
        return element("li", element("a", words, href=href))

    def title(self, words: str, count: int) -> Markup:
        return element("h2", words, " ", element("small", str(count)))

    def say(self, name: str, **fills: str | int) -> str:
        return INDEX[name].say(self.lang).format(**fills)
