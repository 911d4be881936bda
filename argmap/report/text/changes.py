"""What changed, on a terminal: all in one line, then what turned and why, then everything that was written otherwise."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.comparison import Difference
from argmap.report import Manner
from argmap.report._changes import SIGNS, Entry, headline, parts
from argmap.report.text.columns import wrap
from argmap.report.text.style import paint, printable

_COLOURS = {SIGNS["added"]: "green", SIGNS["removed"]: "red", SIGNS["fell"]: "red", SIGNS["rose"]: "green"}
_INDENT = "    "


def told(difference: Difference, manner: Manner) -> str:
    """What changed. The first line is never broken, so that it can be taken for a message as it is."""
    first = " ".join(printable(headline(difference).say(manner.lang)).split())
    lines = [paint(first, "bold", colour=manner.colour)]
    for part in parts(difference, manner.lang):
        title = f"{part.title.say(manner.lang)} ({len(part.entries)})"
        lines += ["", paint(title, "bold", colour=manner.colour)]
        for entry in part.entries:
            lines += _entry(entry, manner)
    return "".join(f"{line}\n" for line in lines)


def _entry(entry: Entry, manner: Manner) -> Iterator[str]:
    sign = paint(entry.sign, _COLOURS.get(entry.sign, "yellow"), colour=manner.colour)
    yield f"{sign} {printable(entry.name)}"
    for text in (entry.status, entry.text, *entry.below):
        for line in wrap(printable(text), manner.width - len(_INDENT)):
            if line:
                yield f"{_INDENT}{line}"
