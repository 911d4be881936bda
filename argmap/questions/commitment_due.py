"""A commitment with a date.

A commitment of the side that is asked that names a date (`due`), whether the date is still to come or has passed, while
no evidence since the debate backs it.

A date that was named can be asked about: it is the easiest question of a session. The words hold before the date and
after it, since nobody knows on which day the question will be put.

The draft repeats the commitment and asks how far it is, or what came of it. If it was kept, add the evidence that shows
it, with a date not before the debate, and name the commitment in `backs`; if it was withdrawn, mark it as `conceded`.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.diagnostics import Words
from argmap.model import date_words
from argmap.questions import (
    GOVERNMENT,
    Case,
    Draft,
    due_of,
    fill,
    fitting,
    form,
    joined,
    reported,
    short,
    template,
)

NAME = Words(en="a commitment with a date", ja="期限のある約束")

_FORM = form("{claim}とのことですが、{asks}", "You say: {claim} {asks}", written="Claim: {claim} {asks}")


def ask(case: Case) -> Iterator[Draft]:
    """One draft for every commitment with a date that is not known to be kept."""
    for verdict in case.said():
        date = due_of(case, verdict)
        if date is None:
            continue
        due = date_words(date)
        text, ways = short(verdict.statement.text), template("grounds")
        more = [*ways["due-more"], *(ways["subject"] if case.side == GOVERNMENT else ())]
        chosen = [
            *case.choose(fitting(ways["due"], text), unlike=verdict.number),
            *case.choose(fitting(more, text), unlike=verdict.number),
        ]
        asks = joined([fill(way.form, due=due) for way in chosen])
        filled = fill(_FORM, claim=reported(text), asks=asks)
        names = case.names(case.backing(verdict.number))
        yield Draft(
            about=verdict.id,
            text=filled.said,
            notice=filled.written,
            why=_why(due, shown=bool(names)),
            rests_on=names,
            then=chosen[0].replies,
        )


def _why(due: Words, *, shown: bool) -> Words:
    if shown:
        return Words(
            en=f"It is due by {due.en}; no evidence given for it is dated so as to show that it was kept.",
            ja=f"期限は{due.ja}とされている。果たされたと示す日付は、示された証拠に見当たらない。",
        )
    return Words(
        en=f"It is due by {due.en}; no evidence that it was kept was found.",
        ja=f"期限は{due.ja}とされている。果たされたという証拠は、まだ見当たらない。",
    )
