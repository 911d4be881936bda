"""A claim that nobody has rebutted.

A claim of the side that is asked which stands because no rebuttal of it, or of anything that it rests on, was found.

Whatever nobody questions is taken as settled in the next session. It may well be true; then its grounds can be
shown.

The draft repeats the claim in reported speech and asks for its grounds: by the evidence that is given for it, by
what it speaks of, by its kind (fact, prediction, policy, commitment, value). What is not to be done is asked for the
reasons, and nothing of it as if it were to be carried out. Within a debate a sentence is used again
only when no other fits. Where the claim is also an answer that is pressed in another draft, this one asks for
something else. A commitment with a date, a figure without a source and what the state is said to do are asked about
by kinds of their own, and passed over here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from argmap.diagnostics import Words
from argmap.model import Claim, Evidence
from argmap.questions import (
    GOVERNMENT,
    Case,
    Draft,
    Form,
    Way,
    asked_of,
    fill,
    fitting,
    form,
    gap_of,
    joined,
    reported,
    short,
    shown,
    template,
)
from argmap.semantics import Verdict

NAME = Words(en="a claim that nobody has rebutted", ja="反論のない主張")

_BACKED = form(
    "{claim}とのことで、{shown}が示されています。{asks}",
    "You say: {claim} As evidence you give: {shown} {asks}",
    written="Claim: {claim} Evidence given: {shown} {asks}",
)

_PLAN = r"(考え|予定|計画|つもり|方針|意向)(は|が|も)"
_GIVEN_UP = r"見送(る|ります|った|りました|りたい|っている)|取りやめ(る|ます|た)|見合わせ(る|ます|た)"
_SO = r"(方針|考え|こと)?(です|だ|である|とする|とします|としている|としております)?$"
_AIM_OR_STATE = (
    r"((なら|いけ|得|かもしれ|違い|しか|ほか|言え|答えられ|限ら|わから|分から|構わ|欠かせ|(?<!考え)て(は|も)?い|く"
    r"|で(は|も)?|(問題|支障|変わり|影響|間違い)(は|が|も)?|取り残さ|起こさ|繰り返さ|許さ|絶やさ|途切れさせ|落とさ|漏らさ"
    r"|見逃さ|見過ごさ|惜しま|諦め|あきらめ|妥協し|放置し|先送り(に)?し|差別し|隠さ|遅らせ|残さ|犠牲にし"
    r"|怠ら|損なわ|(者|被害|不利益|人)を出さ|置き去りに(は)?し|(?<!実施)(?<!導入)させ)(ない|ません))"
)
"""Other endings in ない: a duty, a doubt, a state of things, or an aim that is put as what must not happen."""
_PLANNED_NOT = re.compile(
    rf"^(?!.*{_AIM_OR_STATE}{_SO}).*(ない|ません|控え(る|ます|たい)|{_GIVEN_UP}){_SO}"
    r"|(検討|予定|計画|想定)(は|も)?して(は|も)?い(ない|ません)$"
    r"|^(?!.*\bwill (?!not\b))(?!.*\bnot (only|to mention)\b)"
    r".*(\b(will not|won't|shall not|no (plans?|intention) (to|of))\b|(?<!as )(?<!order )(?<!careful )\bnot to\b)",
    re.IGNORECASE,
)
_SAID_NOT = re.compile(
    rf"({_PLAN}(ない|ありません|ございません)|{_GIVEN_UP}"
    rf"|[はをも](し|いたし|行[わい]|実施し|設け|延ばさ|導入し|認め|変え|引き上げ|引き下げ)(ない|ません)){_SO}"
    r"|\bno (plans?|intention) (to|of)\b|\bdecided (not to|against)\b"
    r"|\b(we|the (town|city|village|council|board|mayor|administration)) (will not|won't)\b",
    re.IGNORECASE,
)
_PENDING = re.compile(
    r"(検討|研究|調査)(中|して(い|お|まい))|検討(する|します|したい)|\b(under|being) consider|\b(is|are) considering\b",
    re.IGNORECASE,
)


def ask(case: Case) -> Iterator[Draft]:
    """One draft for every unrebutted claim that no other kind asks about."""
    for verdict in case.claims():
        if gap_of(case, verdict) == "unrebutted-claim" and isinstance(verdict.statement, Claim):
            yield _draft(case, verdict, verdict.statement)


def _draft(case: Case, verdict: Verdict, claim: Claim) -> Draft:
    evidence = case.backing(verdict.number)
    names = case.names(evidence)
    ways = _after(case, verdict, claim, evidence[0]) if evidence else _without(case, verdict, claim)
    filled = _said(case, claim, evidence, joined([way.form for way in ways]))
    return Draft(
        about=verdict.id,
        text=filled.said,
        notice=filled.written,
        why=_why(shown=bool(names)),
        rests_on=names,
        then=ways[0].replies,
    )


def _said(case: Case, claim: Claim, evidence: list[int], asks: Form) -> Form:
    """The claim in reported speech, with the first evidence for it, and what is asked."""
    if not evidence:
        return asked_of(claim, asks)
    return fill(_BACKED, claim=reported(claim.text), shown=shown(case, evidence[:1]), asks=asks)


def _after(case: Case, verdict: Verdict, claim: Claim, evidence: int) -> list[Way]:
    """Ask on from the evidence, then by subject."""
    first = case.analysis.graph.said[evidence]
    kind = first.type if isinstance(first, Evidence) else None
    return [
        *case.choose(_ways(f"evidence-{kind or 'other'}", first.text), unlike=verdict.number),
        *case.choose(_subjects(case, claim), unlike=verdict.number),
    ]


def _without(case: Case, verdict: Verdict, claim: Claim) -> list[Way]:
    """Ask by subject, and by kind unless it is a fact and two subjects fit."""
    subjects, kinds = _subjects(case, claim), _kinds(claim)
    if claim.kind in (None, "fact"):
        count = min(case.unused(subjects), 2) or 1
        return case.choose((*subjects, *kinds), count, unlike=verdict.number)
    first = case.choose(kinds, unlike=verdict.number)
    asked = {way.asks for way in first}
    return [*first, *case.choose((way for way in subjects if way.asks not in asked), unlike=verdict.number)]


def _kinds(claim: Claim) -> tuple[Way, ...]:
    """Sentences by kind; what is not to be done, or only to be considered, has its own, whatever the debate file says."""
    if _declined(claim):
        return _ways("policy-not", claim.text)
    left_open = tuple(fitting(template("points")["open"], short(claim.text)))
    pending = claim.kind in ("policy", "commitment") and _PENDING.search(short(claim.text))
    if left_open and (claim.kind is None or pending):
        return (*left_open, *_ways("commitment", claim.text))
    return _ways(claim.kind or "fact", claim.text)


def _subjects(case: Case, claim: Claim) -> tuple[Way, ...]:
    """Sentences by subject; they ask an administration for what it does, and fit nobody else."""
    if case.side != GOVERNMENT or _declined(claim):
        return ()
    counted = claim.kind not in ("policy", "commitment")  # what is planned was not counted yet
    return tuple(way for way in _ways("subject", claim.text) if counted or way.asks != "count")


def _declined(claim: Claim) -> bool:
    """Whether it says what is not to be done; a fact only where its words leave no doubt of that."""
    cue = {"policy": _PLANNED_NOT, "commitment": _PLANNED_NOT, "fact": _SAID_NOT, None: _SAID_NOT}.get(
        claim.kind
    )
    return cue is not None and cue.search(short(claim.text)) is not None


def _ways(section: str, text: str) -> tuple[Way, ...]:
    return tuple(fitting(template("grounds")[section], short(text)))


def _why(*, shown: bool) -> Words:
    if shown:
        return Words(
            en="No rebuttal of this claim was found; evidence is given for it.",
            ja="この主張への反論が見当たらない（証拠は示されている）。",
        )
    return Words(
        en="Neither a rebuttal of this claim nor evidence for it was found.",
        ja="この主張には反論が見当たらず、裏づける証拠も見当たらない。",
    )
