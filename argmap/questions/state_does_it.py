"""An answer that the state does it.

A claim of the administration that is asked which says that the state or the prefecture does it, and nothing of what the
administration does itself. It is asked for whether it stands or not, unless it was conceded.

Who is elected here can be asked here. What the state does may be enough; then it is known how that was checked.

The draft asks what the administration does itself, and how it knows that the rest works. A claim that names the city
as well, or in which the state only set the rule that the city follows, is passed over. Where the claim was rebutted,
it is named as what it is: something that was said.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.diagnostics import Words
from argmap.questions import Case, Draft, fill, fitting, form, gap_of, joined, reported, template, who_does_it

NAME = Words(en="an answer that the state does it", ja="国や県が行うとの答弁")

_FORM = form("{claim}とのことですが、{asks}", "You say: {claim} {asks}", written="Claim: {claim} {asks}")


def ask(case: Case) -> Iterator[Draft]:
    """One draft for every claim that leaves it to the state or the prefecture."""
    for verdict in case.said():
        who = who_does_it(case, verdict)
        if who is None or gap_of(case, verdict) != "state-does-it":
            continue
        text, ways = verdict.statement.text, template("grounds")
        chosen = [
            *case.choose(fitting(ways["state"], text)),
            *case.choose(fitting(ways["state-check"], text), unlike=verdict.number),
        ]
        asks = fill(joined([way.form for way in chosen]), who=who)
        filled = fill(_FORM, claim=reported(text), asks=asks)
        yield Draft(
            about=verdict.id,
            text=filled.said,
            notice=filled.written,
            why=Words(
                en=f"It says what {who.en} does; what is done here was not found in it.",
                ja=f"{who.ja}が行うことは述べているが、自治体として何をするのかが見当たらない。",
            ),
            then=chosen[0].replies,
        )
