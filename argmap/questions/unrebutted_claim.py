"""A claim that nobody has rebutted.

A claim of the side that is asked which stands because no rebuttal of it, or of anything that it rests on, was found.

Whatever nobody questions is taken as settled in the next session. It may well be true; then its grounds can be
shown.

The draft repeats the claim in reported speech and asks for its grounds: by the evidence that is given for it, by
what it speaks of, by its kind (fact, prediction, policy, commitment with or without a date, value). Within a debate
a sentence is used again only when no other fits. Where the claim is also an answer that is pressed in another draft,
this one asks for something else.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.diagnostics import Words
from argmap.model import Claim, Evidence, date_words, earliest, latest
from argmap.questions import GOVERNMENT, Case, Draft, Way, english_date, fitting, sentence, short, template
from argmap.semantics import Label, Status, Verdict

NAME = Words(en="a claim that nobody has rebutted", ja="反論のない主張")

_REPORTED = {
    "prediction": "との見通しですが、",
    "policy": "との方針ですが、",
    "value": "とのお考えですが、",
}
_SHOWN = {
    "statistic": "という数字",
    "incident": "という事例",
    "law": "という定め",
    "document": "という資料",
    "testimony": "という証言",
    "expert": "という専門家の見解",
    None: "という根拠",
}


def ask(case: Case) -> Iterator[Draft]:
    """One draft for every unrebutted claim."""
    for verdict in case.claims():
        if verdict.status is Status.UNREBUTTED and isinstance(verdict.statement, Claim):
            yield _draft(case, verdict, verdict.statement)


def _draft(case: Case, verdict: Verdict, claim: Claim) -> Draft:
    graph, labels = case.analysis.graph, case.analysis.backed
    shown = [number for number in graph.backing[verdict.number] if labels.force[number] is Label.IN]
    names = [graph.name(number, case.debate.id) for number in shown]
    opening, ways = _with_evidence(case, verdict, claim, shown) if shown else _without(case, verdict, claim)
    due = _due(claim.due) if claim.due else Words(en="", ja="")
    return Draft(
        about=verdict.id,
        text=Words(
            en=" ".join((opening.en, *(way.en.replace("{due}", due.en) for way in ways))),
            ja=opening.ja + "また、".join(way.ja.replace("{due}", due.ja) for way in ways),
        ),
        why=_why(names) if claim.due is None or _kept(case, verdict) else _why_due(due, names),
    )


def _with_evidence(case: Case, verdict: Verdict, claim: Claim, shown: list[int]) -> tuple[Words, list[Words]]:
    """Repeat the claim and its first evidence; ask on from the evidence, then by subject."""
    first = case.analysis.graph.said[shown[0]]
    kind = first.type if isinstance(first, Evidence) else None
    text, evidence = short(claim.text), short(first.text)
    opening = Words(
        en=f"You say: {sentence(text)} As evidence you give: {sentence(evidence)}",
        ja=f"{text}とのことで、{evidence}{_SHOWN[kind]}が示されています。",
    )
    return opening, [
        *case.pick(_ways(f"evidence-{kind or 'other'}", evidence), unlike=verdict.number),
        *case.pick(_subjects(case, claim), unlike=verdict.number),
    ]


def _without(case: Case, verdict: Verdict, claim: Claim) -> tuple[Words, list[Words]]:
    """Repeat the claim; ask by subject, and by kind unless it is a fact and two subjects fit."""
    text = short(claim.text)
    reported = _REPORTED.get(claim.kind or "", "とのことですが、")
    opening = Words(en=f"You say: {sentence(text)}", ja=f"{text}{reported}")
    subjects, kinds = _subjects(case, claim), _ways("due" if claim.due else claim.kind or "fact", text)
    if claim.kind in (None, "fact"):
        count = min(case.unused(subjects), 2) or 1
        return opening, case.pick((*subjects, *kinds), count, unlike=verdict.number)
    return opening, [
        *case.pick(kinds, unlike=verdict.number),
        *case.pick(subjects, unlike=verdict.number),
    ]


def _subjects(case: Case, claim: Claim) -> tuple[Way, ...]:
    """Sentences by subject; they ask an administration for what it does, and fit nobody else."""
    return _ways("subject", short(claim.text)) if case.side == GOVERNMENT else ()


def _ways(section: str, text: str) -> tuple[Way, ...]:
    return tuple(fitting(template("grounds")[section], text))


def _due(date: str) -> Words:
    return Words(en=english_date(date), ja=date_words(date).ja)


def _kept(case: Case, verdict: Verdict) -> bool:
    """Whether evidence that is not older than the debate backs the commitment."""
    graph, held = case.analysis.graph, case.debate.debate.held
    backing = (graph.said[number] for number in graph.backing[verdict.number])
    dates = [item.date for item in backing if isinstance(item, Evidence) and item.date is not None]
    return any(held is None or latest(date) >= earliest(held) for date in dates)


def _why_due(due: Words, names: list[str]) -> Words:
    """Right before the date and after it: argmap does not know on which day the question is asked."""
    if names:
        return Words(
            en=f"It is due by {due.en}; nothing in the evidence given for it ({', '.join(names)}) "
            "is dated so as to show that it was kept.",
            ja=f"期限は{due.ja}とされている。果たされたと示す日付は、示された証拠（{'、'.join(names)}）に見当たらない。",
        )
    return Words(
        en=f"It is due by {due.en}; no evidence that it was kept was found.",
        ja=f"期限は{due.ja}とされている。果たされたという証拠は、まだ見当たらない。",
    )


def _why(names: list[str]) -> Words:
    if names:
        listed = Words(en=", ".join(names), ja="、".join(names))
        return Words(
            en=f"No rebuttal of this claim was found; the evidence given for it is {listed.en}.",
            ja=f"この主張への反論が見当たらない（示された証拠は {listed.ja}）。",
        )
    return Words(
        en="Neither a rebuttal of this claim nor evidence for it was found.",
        ja="この主張には反論が見当たらず、裏づける証拠も見当たらない。",
    )
