"""Which kind of question asks for what a claim lacks, so that no two ask for the same."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from argmap.diagnostics import Words
from argmap.model import Claim, Evidence, earliest, latest
from argmap.questions._case import GOVERNMENT, Case
from argmap.questions._ways import Way
from argmap.semantics import Status, Verdict

_FALLEN = (Status.CONCEDED, Status.REBUTTED, Status.UNDERMINED)
_RESERVED = {"commitment-due": "deadline", "state-does-it": "own measures"}
"""What a kind asks for in any case, so that no other need ask the same of the same answer."""


def gap_of(case: Case, verdict: Verdict) -> str | None:
    """The one kind of question that asks what a claim of the side leaves open, or None when there is no such gap.

    The first that fits: a date that was promised, somebody else who does it, a figure from nowhere, no rebuttal.
    """
    if due_of(case, verdict):
        return "commitment-due"
    if who_does_it(case, verdict):
        return "state-does-it"
    if figure_of(case, verdict):
        return "unsourced-figure"
    plain_claim = verdict.statement.role == "claim" and verdict.status is Status.UNREBUTTED
    return "unrebutted-claim" if plain_claim else None


def unreserved(case: Case, answers: Iterable[int], ways: Iterable[Way]) -> Iterator[Way]:
    """The ways that ask for something else than what another kind asks about one of these answers."""
    gaps = {gap_of(case, case.analysis.verdicts[number]) for number in answers}
    reserved = {asks for gap, asks in _RESERVED.items() if gap in gaps}
    return (way for way in ways if way.asks not in reserved)


def due_of(case: Case, verdict: Verdict) -> str | None:
    """The date of a commitment, unless it was withdrawn or evidence since the debate shows that it was kept."""
    claim = verdict.statement
    if not isinstance(claim, Claim) or claim.kind != "commitment" or claim.conceded is not None:
        return None
    return None if _kept(case, verdict) else claim.due


def _kept(case: Case, verdict: Verdict) -> bool:
    """Whether evidence that is not older than the debate backs the commitment."""
    graph, held = case.analysis.graph, case.debate.debate.held
    backing = (graph.said[number] for number in graph.backing[verdict.number])
    dates = [item.date for item in backing if isinstance(item, Evidence) and item.date is not None]
    return any(held is None or latest(date) >= earliest(held) for date in dates)


_NATION = re.compile(
    r"(?<![一-鿿])(?<!この)(?<!その)(?<!わが)国(が|は|において|の(対策|施策|事業|責任|役割|所管|仕事|措置)"
    r"(で|に(?=よっ|より|委ね|任せ)|として|だ|が|は))"
    r"|\b(the state|(the )?(national|central) government)(?!'s)\b(?! of\b)",
    re.IGNORECASE,
)
_PREFECTURE = re.compile(
    r"(?<![一-鿿])(?<!この)(?<!その)(県|都|府)(が|は)|\bthe prefecture\b(?! of\b)", re.IGNORECASE
)
_COUNTY = re.compile(
    r"\bthe county( council)? (will|has|is|does|pays?|funds?|should|must|can|covers?)\b", re.IGNORECASE
)
_ITSELF = re.compile(
    r"(?<![都一地農漁山])[本当]?[市町村区](が|は|も|で|として|の(職員|予算|費用|負担|窓口))|独自|自治体(が|は|も|として)"
    r"|\b(we|our|ours|ourselves|the (city|town|village|municipality))\b",
    re.IGNORECASE,
)
_MERELY = re.compile(
    r"に沿っ|に基づ|に従|に則|に準じ|を踏まえ|を参考|を活用|を受けて|を使|求め|命じ|義務づけ|義務付け"
    r"|\b(according to|under the|following|in line with|based on|requires?|required|demands?)\b",
    re.IGNORECASE,
)
"""The state is named, but it is not said to do it: it set a rule that is followed, or asked for it."""
_ABOVE = re.compile("国|政府|大臣|内閣|state|national|ministry|minister", re.IGNORECASE)
_MIDDLE = re.compile("県|都|府|道庁|prefect|county", re.IGNORECASE)


def who_does_it(case: Case, verdict: Verdict) -> Words | None:
    """Who does it, where an administration says that somebody above it does, and nothing of itself."""
    text = verdict.statement.text
    if (
        case.side != GOVERNMENT
        or verdict.status is Status.CONCEDED
        or _ITSELF.search(text)
        or _MERELY.search(text)
    ):
        return None
    party = case.debate.party_name(verdict.statement.by)
    if _NATION.search(text) and not _ABOVE.search(party):
        return Words(en="the state", ja="国")
    if _PREFECTURE.search(text) and not (_ABOVE.search(party) or _MIDDLE.search(party)):
        return Words(en="the prefecture", ja="県")
    if _COUNTY.search(text) and not (_ABOVE.search(party) or _MIDDLE.search(party)):
        return Words(en="the county", ja="県")
    return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A figure in a claim: its words, and what it is: money, a change, a share, or a count."""

    words: str
    what: str


_NUMBER = (
    r"(?<![第人0-9０-９.．,，])(?:(?:約|およそ)?[0-9０-９][0-9０-９,，.．]*(?:[千百万億兆][0-9０-９,，.．]*)*"
    r"|(?<![一二三四五六七八九十百千万億])(?:[一二三四五六七八九十百千万億]+(?=割|円)"
    r"|[一二三四五六七八九十百千万億]{2,}(?=人|件|世帯)))"
)
_AFTER = "(?!目|学級|乗り|化|部屋|分の|以上の|以下の|以内|未満|ずつ|1台|１台|一台)"
_MORE = r"(?=.*(減|増|上が|下が|伸び|落ち))"
_FIGURES = {
    "money": re.compile(
        rf"{_NUMBER}円{_AFTER}|[¥$€£] ?[0-9][0-9,.]*( (million|billion|thousand))?"
        r"|\b[0-9][0-9,.]*( (million|billion))? (yen|euros?|dollars?|pounds?)\b",
        re.IGNORECASE,
    ),
    "change": re.compile(
        rf"{_NUMBER}(倍(?!率)|(割|%|％|パーセント|ポイント){_MORE}){_AFTER}"
        r"|(?<=by )[0-9][0-9,.]* ?(%|percent\b|per cent\b)",
        re.IGNORECASE,
    ),
    "share": re.compile(
        rf"{_NUMBER}(割(?!引)|%|％|パーセント|ポイント){_AFTER}|\b[0-9][0-9,.]* ?(%|percent\b|per cent\b)",
        re.IGNORECASE,
    ),
    "count": re.compile(
        rf"{_NUMBER}(人|名|件|世帯|戸|棟|台|校|園|か所|カ所|ヶ所|箇所|自治体|市町村?|府県|団体|社|店|本|枚|冊|回|トン|"
        rf"食|床|便|頭|キロ|メートル|ヘクタール){_AFTER}"
        r"|\b[0-9][0-9,.]*( (million|billion|thousand))? (people|persons|residents|pupils|children|cases|households|"
        r"schools|cities|towns|municipalities|companies|staff|meals|tons|times|kilomet\w+)\b",
        re.IGNORECASE,
    ),
}
_DOCUMENT = re.compile(
    "統計|白書|年報|報告書|決算|予算書|調査結果|資料|答申|計画書|statistic|yearbook|report|audit|budget|survey",
    re.IGNORECASE,
)
"""The title of a source that is a document with figures, rather than the record of what was said."""


def figure_of(case: Case, verdict: Verdict) -> Figure | None:
    """The first figure of a claim that stands or is open, when nothing shows where it comes from.

    What is planned or promised is no count, and is passed over.
    """
    claim = verdict.statement
    if not isinstance(claim, Claim) or claim.kind in ("policy", "commitment") or verdict.status in _FALLEN:
        return None
    found = ((what, cue.search(claim.text)) for what, cue in _FIGURES.items())
    first = next((Figure(words=match[0], what=what) for what, match in found if match), None)
    return None if first is None or _documented(case, verdict) else first


def _documented(case: Case, verdict: Verdict) -> bool:
    """Whether a document or statistic backs the claim, or what it rests on, or it was taken from a document."""
    graph, said = case.analysis.graph, verdict.statement
    source = case.debate.sources.get(said.source.in_) if said.source else None
    if source is not None and _DOCUMENT.search(source.title or ""):
        return True
    resting = (verdict.number, *sorted(graph.rests_on(verdict.number)))
    backing = (graph.said[one] for number in resting for one in case.backing(number))
    return any(isinstance(item, Evidence) and item.type in ("statistic", "document") for item in backing)
