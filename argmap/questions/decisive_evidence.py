"""One piece of evidence that would decide.

A statement that has no evidence, where one piece of it, alone, would decide whether claims of the side that is asked stand.
It is a reply of that side to a rebuttal: with evidence for the reply, the rebuttal falls, and the claim stands again. Or
it is a fact that another side brings forward against a claim, and that names no source: with a source, the claim falls.

Much is said in a debate, and little of it decides. Where everything hangs on one paper, that paper is what to ask for.

The draft says what hangs on the evidence, and asks for exactly that piece. A rebuttal of another side that has no
evidence, a figure from nowhere and a claim that nobody has rebutted are asked about by kinds of their own, and passed
over here. `argmap flip` shows every other way in which a claim would fall or stand again. Where tens of thousands of
statements hang together, only the first such pieces are looked for.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from argmap.diagnostics import Words
from argmap.questions import Attack, Case, Draft, attacked, fill, form, gap_of, reported, template
from argmap.semantics import Label, Verdict
from argmap.semantics.decisive import turned_by_evidence

NAME = Words(en="one piece of evidence that would decide", ja="成否を決める一つの証拠")

_REPLY = form(
    "{claim}とのことですが、{rebuttal}との指摘があり、これに対して{reply}との答えがありました。"
    "この答えに裏づけがあれば先の説明は成り立つところですが、その裏づけが見当たりません。{ask}",
    "You say: {claim} Against this it was said: {rebuttal} The reply was: {reply} With evidence for that reply, what you "
    "say would stand; none was found. {ask}",
    written="Claim: {claim} Against this it was said: {rebuttal} The reply was: {reply} With evidence for that reply, the "
    "claim would stand; none was found. {ask}",
)
_FACT = form(
    "{attacked}{fact}ということが挙げられています。事実であれば先の説明は成り立たないはずですが、その出どころが見当たりません。{ask}",
    "{attacked} Against this it was brought forward: {fact} If it is so, what you say does not stand; its source was not "
    "found. {ask}",
    written="{attacked} Against this it was brought forward: {fact} If it is so, the claim does not stand; its source was "
    "not found. {ask}",
)
_ASKED_ALREADY = ("unrebutted-claim", "unsourced-figure")


def ask(case: Case) -> Iterator[Draft]:
    """One draft for every statement without evidence on which alone it hangs whether claims of the side stand."""
    verdicts = case.analysis.verdicts
    facts = {
        attack.verdict.number: attack
        for attack in case.attacks()
        if attack.verdict.statement.role == "evidence" and attack.verdict.force is Label.OUT
    }
    replies = [verdict.number for verdict in case.said() if _unproved_reply(case, verdict)]
    own = {verdict.number for verdict in case.said()}
    for number, turned in turned_by_evidence(case.analysis, [*replies, *facts]):
        claims = [one for one in turned if one in own]
        if number in facts:
            fallen = tuple(one for one in facts[number].targets if one in claims)
            if fallen:
                yield _fact(case, Attack(verdict=verdicts[number], targets=fallen))
        elif restored := [one for one in claims if not verdicts[one].status.stands]:
            yield _reply(case, verdicts[number], restored)


def _unproved_reply(case: Case, verdict: Verdict) -> bool:
    """Whether the side says it against something that counts, nothing shows it, and no other kind asks for that."""
    bare = verdict.backed is Label.IN and verdict.force is Label.OUT
    return bare and bool(_countered(case, verdict)) and gap_of(case, verdict) not in _ASKED_ALREADY


def _countered(case: Case, verdict: Verdict) -> list[int]:
    """What a statement attacks of what others say, and counts."""
    found = (case.analysis.verdicts[number] for number in case.targets(verdict))
    return [one.number for one in found if one.side != case.side and one.force is Label.IN]


def _reply(case: Case, reply: Verdict, restored: Sequence[int]) -> Draft:
    said, countered = case.analysis.graph.said, _countered(case, reply)
    [way] = case.choose(template("conflicts")["decisive-reply"], unlike=reply.number)
    filled = fill(
        _REPLY,
        claim=reported(said[restored[0]].text),
        rebuttal=reported(said[countered[0]].text),
        reply=reported(reply.statement.text),
        ask=way.form,
    )
    return Draft(
        about=reply.id,
        text=filled.said,
        notice=filled.written,
        why=Words(
            en="Evidence for this reply alone would decide that what it defends stands; none was found.",
            ja="この答えに証拠が一つ付けば、それが守る主張は成り立つ。その証拠が見当たらない。",
        ),
        rests_on=case.names([*restored, *countered]),
        then=way.replies,
    )


def _fact(case: Case, attack: Attack) -> Draft:
    [way] = case.choose(template("conflicts")["decisive-fact"])
    filled = fill(
        _FACT,
        attacked=attacked(case, attack),
        fact=reported(attack.verdict.statement.text),
        ask=way.form,
    )
    return Draft(
        about=attack.verdict.id,
        text=filled.said,
        notice=filled.written,
        why=Words(
            en="A source for this fact alone would decide that what it speaks against falls; none was found.",
            ja="この事実に出典が一つ付けば、もとの主張は崩れる。その出典が見当たらない。",
        ),
        rests_on=case.names(attack.targets),
        then=way.replies,
        to=case.speakers(attack.targets),
    )
