"""dbsearch (dbsr.jp, db-search.com): the page of a sitting, in each of the four forms that the system has had.

A speech is an element of class `voice__text`, `page-text__text` or `docpage-voice-text`; its number is left out. The speaker
is named by its own heading (`◯議長（…）　`, in committees `◯道路課長　`), or else by `data-voice-title` or `voice__title`.
Lines before the heading (the date, 開議) are nobody's.
"""

from __future__ import annotations

import re
from hashlib import sha256

from argmap.ingest import Document
from argmap.ingest._page import LEFT_OUT, classes, page_text, read_page
from argmap.ingest._speeches import Speeches, first_date, heading, iso_date, named

SUFFIXES = (".html", ".htm")

_SPEECH = frozenset(("voice__text", "page-text__text", "docpage-voice-text"))
_NUMBER = frozenset(("visible-print-block", "page-text__number", "voice__number"))
_NAME = frozenset(("voice__title",))
_TITLE = frozenset(("command__docname", "command__title", "view__title"))
_DATE = frozenset(("command__date", "view__date"))
_FORM = re.compile(rb"""class\s*=\s*["'][^"'>]*\b(?:voice__text|page-text__text|docpage-voice-text)\b""")
_MARKED = re.compile("^[○〇◯◎◆]", re.MULTILINE)


def fits(data: bytes, name: str) -> bool:  # noqa: ARG001 what every reader takes
    """Whether the page has speeches of this system."""
    return bool(_FORM.search(data))


def read(data: bytes, name: str, encoding: str | None) -> Document:
    """Every speech in order with its speaker."""
    source, found, note = page_text(data, encoding)
    page = read_page(source, _label)
    speeches = Speeches()
    title = date = speaker = ""
    for region in page.regions:
        words = page.words(region)
        if region.label == "title":
            title = title or words
        elif region.label == "date":
            date = date or words
        elif region.label == "speech":
            _add(speeches, words, speaker)
            speaker = ""
        else:
            speaker = named(words if region.label == "name" else region.label)
    return Document(
        name=name,
        format="dbsearch",
        text=speeches.text,
        sha256=sha256(data).hexdigest(),
        encoding=found,
        title=title or page.title,
        date=iso_date(date) or first_date(speeches.text),
        speeches=tuple(speeches.speeches),
        notes=(note,),
    )


def _label(tag: str, attributes: dict[str, str]) -> str | None:  # noqa: ARG001 only the classes are asked for
    of = classes(attributes)
    if of & _NUMBER or "data-voiceno" in attributes:
        return LEFT_OUT
    for label, wanted in (("speech", _SPEECH), ("name", _NAME), ("title", _TITLE), ("date", _DATE)):
        if of & wanted:
            return label
    return attributes.get("data-voice-title")


def _add(speeches: Speeches, words: str, speaker: str) -> None:
    marked = _MARKED.search(words)
    if marked is None:
        speeches.add(words, speaker=speaker)
        return
    before, said = words[: marked.start()], words[marked.start() :]
    speeches.add(before.strip("\n"), role="other")
    speeches.add(said, speaker=named(heading(said)) or speaker)
