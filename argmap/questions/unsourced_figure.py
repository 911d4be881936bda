"""A figure without a source.

A claim of the side that is asked which holds a figure - a number with a unit - while neither a statistic nor a document
with a source backs it or what it rests on, and it was not taken from a document with figures.

A figure sounds like a fact. Who counted, when and how decides what it is worth.

The draft names the figure and asks where it comes from: by what it is (money, a share, a change, a count), or how it was
estimated. Dates, ordinals and articles of a law are no figures here; what is planned or promised is not counted yet,
and is passed over. So is what has fallen. Add the statistic, with its source, when there is one.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.diagnostics import Words
from argmap.model import Claim
from argmap.questions import Case, Draft, figure_of, fill, form, gap_of, joined, reported, template

NAME = Words(en="a figure without a source", ja="出どころのわからない数字")

_FORM = form(
    "{claim}とのことですが、{figure}という数字の出どころが示されていません。{asks}",
    "You say: {claim} No source is given for the figure: {figure}. {asks}",
    written="Claim: {claim} No source is given for the figure: {figure}. {asks}",
)


def ask(case: Case) -> Iterator[Draft]:
    """One draft for every claim with a figure that nothing shows."""
    for verdict in case.said():
        figure, claim = figure_of(case, verdict), verdict.statement
        if figure is None or gap_of(case, verdict) != "unsourced-figure" or not isinstance(claim, Claim):
            continue
        section = "estimate" if claim.kind == "prediction" else figure.what
        ways = case.choose(template("grounds")[f"figure-{section}"], unlike=verdict.number)
        filled = fill(
            _FORM,
            claim=reported(claim.text),
            figure=figure.words,
            asks=joined([way.form for way in ways]),
        )
        yield Draft(
            about=verdict.id,
            text=filled.said,
            notice=filled.written,
            why=Words(
                en=f"Neither a statistic nor a document was found for the figure {figure.words}.",
                ja=f"{figure.words}という数字を示す統計も資料も見当たらない。",
            ),
            then=ways[0].replies,
        )
