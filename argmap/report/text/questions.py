"""Follow-up questions as plain text, by debate and group."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from argmap.model import Debate
from argmap.questions import FollowUp
from argmap.report import (
    NO_GROUP,
    NOTHING_TO_ASK,
    Manner,
    heading,
    labelled,
    notes_of,
    time_words,
    total_words,
)
from argmap.report.text.columns import wrap
from argmap.report.text.style import paint, printable


def questions(debates: Sequence[Debate], follow_ups: Sequence[FollowUp], manner: Manner) -> str:
    """Every question with its reason, whom it goes to, and the passage that gives rise to it."""
    if not follow_ups:
        return NOTHING_TO_ASK.say(manner.lang) + "\n"
    return "\n".join(
        "".join(f"{line}\n" for line in _debate(debate, mine, manner))
        for debate in debates
        if (mine := [one for one in follow_ups if one.debate == debate.id])
    )


def _debate(debate: Debate, follow_ups: Sequence[FollowUp], manner: Manner) -> Iterator[str]:
    for line in wrap(printable(heading(debate, manner.lang)), manner.width):
        yield paint(line, "bold", colour=manner.colour)
    yield total_words(follow_ups, manner.lang).say(manner.lang)
    number = 0
    for title, members in groupby(follow_ups, key=lambda one: one.group_title):
        yield ""
        yield paint(printable(title or NO_GROUP.say(manner.lang)), "bold", colour=manner.colour)
        for one in members:
            number += 1
            yield ""
            yield from _question(number, one, manner)


def _question(number: int, one: FollowUp, manner: Manner) -> Iterator[str]:
    mark, lang = f"{number}. ", manner.lang
    room = manner.width - len(mark)
    asked = f"{one.text.say(lang)} ({time_words(one.seconds(lang)).say(lang)})"
    for position, line in enumerate(wrap(printable(asked), room)):
        yield (" " * len(mark) if position else mark) + line
    notes = [labelled(label, text, lang) for label, text in notes_of(one, lang)]
    for note in (*notes, one.id):
        for line in wrap(printable(note), room):
            yield " " * len(mark) + paint(line, "dim", colour=manner.colour)
