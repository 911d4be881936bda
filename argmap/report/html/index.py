"""`index.html`: every debate with its counts in words, what still stands in it, and the files that were made."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import PurePosixPath

from argmap.diagnostics import Lang, Words
from argmap.model import Debate
from argmap.report import TITLES, Manner, standing
from argmap.report.html.elements import Markup, document, element, joined
from argmap.report.html.parts import badge, date_of, path, row_id, said, tally
from argmap.semantics import Analysis

_TITLE = Words(en="Debates", ja="討論の一覧")
_NONE = Words(en="No debate was found.", ja="討論が見当たらない。")
_NOTHING_STANDS = Words(en="No claim still stands.", ja="まだ成り立っている主張はない。")
_FILES = Words(en="Files", ja="ファイル")
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


def index(
    analysis: Analysis, debates: Sequence[Debate], files: Mapping[str, Sequence[str]], manner: Manner
) -> str:
    """All debates as a page.

    Args:
        analysis: the debates with their verdicts.
        debates: the debates to list.
        files: what was made of each debate, by its id: paths relative to the page. The first `.html` is its page.
        manner: language and side.
    """
    lang = manner.lang
    articles = [_debate(analysis, debate, files.get(debate.id, ()), manner) for debate in debates]
    title = _TITLE.say(lang)
    return document(
        title,
        lang,
        element("header", element("h1", title)),
        element("main", *(articles or [element("p", _NONE.say(lang))]), id="main", class_="index"),
    )


def _debate(analysis: Analysis, debate: Debate, files: Sequence[str], manner: Manner) -> Markup:
    lang, found = manner.lang, standing(analysis, debate, manner.side)
    page = next((file for file in files if file.endswith(".html")), None)
    title = said(debate, debate.title, lang)
    claims = (
        element(
            "li",
            badge(one.status, lang),
            " ",
            _to(page, row_id(one.id), said(debate, one.statement.text, lang)),
        )
        for one in found.stands
    )
    listed = (
        element("ul", *claims, class_="standing") if found.stands else element("p", _NOTHING_STANDS.say(lang))
    )
    return element(
        "article",
        element("p", date_of(debate, lang), class_="date"),
        element("h2", element("a", title, href=path(page)) if page else title),
        tally(found, lang),
        element("h3", TITLES["stands"].say(lang)),
        listed,
        _made(files, lang),
    )


def _to(page: str | None, fragment: str, text: Markup) -> Markup:
    return element("a", text, href=f"{path(page)}#{fragment}") if page else text


def _made(files: Sequence[str], lang: Lang) -> Markup | None:
    if not files:
        return None
    links = (element("li", element("a", _called(file, lang), href=path(file))) for file in files)
    return joined(element("h3", _FILES.say(lang)), element("ul", *links, class_="files"))


def _called(file: str, lang: Lang) -> str:
    name = PurePosixPath(file).name
    return _NAMES[name].say(lang) if name in _NAMES else name
