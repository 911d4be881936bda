"""The follow-up questions as a Word document to work on: to edit, print and write on, with everything known of each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from argmap.diagnostics import Lang, Words
from argmap.model import Debate
from argmap.questions import FollowUp
from argmap.report import (
    DRAFT,
    NEXT,
    NO_GROUP,
    NOTHING_TO_ASK,
    Manner,
    heading,
    notes_of,
    time_words,
    total_words,
)
from argmap.report._assembly import over_words
from argmap.report._word import GREY, SANS, Look, add, border, clean, describe, new, packed

if TYPE_CHECKING:
    from docx.document import Document

_NOTES = Words(en="Notes", ja="メモ")
_LOOKS = {
    "Normal": Look(size=10.5, after=6),
    "Title": Look(font=SANS, size=18, after=4),
    "Subtitle": Look(font=SANS, size=12, after=10),
    "Heading 1": Look(font=SANS, size=13, before=20, after=6),
    "Heading 2": Look(size=11.5, before=12, after=4),
    "Notes": Look(size=9.5, after=2, colour=GREY),
    "Box": Look(size=9.5, before=4, after=6, colour=GREY),
}
_MARGIN, _INSET = 22, 1.5  # millimetres
_LABEL: Mapping[Lang, float] = {"ja": 30, "en": 40}  # the room of a label, in millimetres
_ROOM = 2  # empty lines to write on
_STOP = Words(en=".", ja="。")


def questions(debates: Sequence[Debate], follow_ups: Sequence[FollowUp], manner: Manner) -> bytes:
    """Follow-up questions by debate and group, each group on a sheet of its own; with notes, and room to write."""
    lang = manner.lang
    document = new(_LOOKS, _MARGIN)
    _set_up(document, lang)
    over = over_words(manner.assembly, sum(one.seconds(lang) for one in follow_ups)).say(lang)
    describe(document, f"{NEXT.say(lang)}: {', '.join(debate.title for debate in debates)}", lang)
    for place, debate in enumerate(debates):
        mine = [one for one in follow_ups if one.debate == debate.id]
        add(document, "Title", NEXT.say(lang)).paragraph_format.page_break_before = place > 0
        add(document, "Subtitle", clean(heading(debate, lang)))
        summary = (
            f"{DRAFT.say(lang)} {total_words(mine, lang).say(lang)}" if mine else NOTHING_TO_ASK.say(lang)
        )
        add(document, "Normal", summary)
        if over and mine:
            add(document, "Normal").add_run(f"{over[0].upper()}{over[1:]}{_STOP.say(lang)}").bold = True
        number = 0
        for title, members in groupby(mine, key=lambda one: one.group_title):
            group = add(document, "Heading1", clean(title) or NO_GROUP.say(lang))
            group.paragraph_format.page_break_before = number > 0
            for one in members:
                number += 1
                _question(document, number, one, lang)
    return packed(document)


def _question(document: Document, number: int, one: FollowUp, lang: Lang) -> None:
    add(document, "Heading2", f"{number}. {clean(one.text.say(lang))}")
    add(document, "Notes", f"{time_words(one.seconds(lang)).say(lang)}\t{one.id}")
    for label, text in notes_of(one, lang):
        add(document, "Notes", f"{label.say(lang)}\t{clean(text)}")
    add(document, "Box", _NOTES.say(lang) + "\n" * _ROOM)


def _set_up(document: Document, lang: Lang) -> None:
    """Notes with a label, a box to write in, and a line below the title."""
    from docx.shared import Mm

    notes = document.styles["Notes"].paragraph_format
    notes.left_indent, notes.first_line_indent, notes.keep_with_next = (
        Mm(_LABEL[lang]),
        -Mm(_LABEL[lang]),
        True,
    )
    notes.tab_stops.add_tab_stop(Mm(_LABEL[lang]))
    box = document.styles["Box"].paragraph_format
    box.left_indent, box.right_indent, box.keep_together = Mm(_INSET), Mm(_INSET), True
    document.styles["Subtitle"].font.italic = False
    border(document.styles["Title"].element, ("bottom",))
    border(document.styles["Box"].element, ("top", "left", "bottom", "right"))
