"""The debate with only what a format keeps: what `lost_in` names is not in it.

A format that lacks a feature keeps the nearest that it has: evidence becomes a claim, and what it backs it supports;
linked premises each support by themselves; a rebuttal that attacks nothing any more is a claim.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

from argmap.formats import Feature
from argmap.formats._names import UNNAMED
from argmap.model import (
    Answer,
    Claim,
    Debate,
    Evidence,
    Info,
    Link,
    Party,
    Question,
    Rebuttal,
    Source,
    Statement,
    Support,
    Undercut,
)

_F = Feature
_REQUIRED: Mapping[Feature, Feature] = {
    _F.SIDES: _F.PARTIES,
    _F.LINKED: _F.SUPPORTS,
    _F.UNDERCUTS: _F.SUPPORTS,
    _F.EVIDENCE: _F.ROLES,
    _F.ANSWERS: _F.QUESTIONS,
    _F.FOLLOW_UPS: _F.IDS,
}
"""What a feature stands on."""
_OF_EVIDENCE = frozenset(("type", "backs", "date", "place", "accepted"))

Steps = Mapping[str, set[str]]
"""By premise the conclusions of its steps."""
_Link = TypeVar("_Link", Link, Support, Undercut, Answer)
_Item = TypeVar("_Item")


def sound(kept: frozenset[Feature]) -> frozenset[Feature]:
    """The features without those that lack what they stand on."""
    if not kept & {_F.ROLES, _F.SUPPORTS}:
        kept -= {_F.BACKS}  # as a claim, evidence could only support
    return frozenset(one for one in kept if _REQUIRED.get(one, one) in kept)


def elsewhere(*references: str | None) -> bool:
    """Whether one of these leads to another debate."""
    return any(one is not None and "#" in one for one in references)


def ends(link: Link | Undercut | Answer) -> tuple[str | None, ...]:
    """Whatever a link refers to."""
    if isinstance(link, Undercut):
        return link.from_, link.to
    if isinstance(link, Answer):
        return (link.question,)
    return (link.to, *link.with_) if isinstance(link, Support) else (link.to,)


def steps_of(statements: Iterable[tuple[str, Statement]]) -> Steps:
    """The steps that statements write down."""
    steps: defaultdict[str, set[str]] = defaultdict(set)
    for local, statement in statements:
        for support in statement.supports if isinstance(statement, Claim) else ():
            for premise in (local, *support.with_):
                steps[premise].add(support.to)
    return steps


def stepless(undercut: Undercut, before: Steps, after: Steps) -> bool:
    """Whether the step that is undercut was there before, and is no more."""
    had, has = before.get(undercut.from_, set()), after.get(undercut.from_, set())
    return bool(had) and not has if undercut.to is None else undercut.to in had - has


def reduced(debate: Debate, kept: frozenset[Feature]) -> Debate:
    """The debate with only what a format keeps; it is as valid as it was."""
    kept = sound(kept)
    told = _Reducer(debate, kept).statements()
    speaking = [one for one in told.values() if one.by == UNNAMED]
    parties = _parties(debate, kept)
    nameless = {UNNAMED: Party()} if speaking and UNNAMED not in parties else {}
    return debate.model_copy(
        update={
            "debate": _info(debate.debate, kept),
            "parties": {**parties, **nameless},
            "groups": _if(_F.GROUPS in kept, debate.groups),
            "sources": _sources(debate, kept),
            "claims": {local: one for local, one in told.items() if type(one) is Claim},
            "rebuttals": {local: one for local, one in told.items() if type(one) is Rebuttal},
            "evidence": {local: one for local, one in told.items() if isinstance(one, Evidence)},
            "questions": {
                local: one.model_copy(update=_question(local, one, kept))
                for local, one in _if(_F.QUESTIONS in kept, debate.questions).items()
            },
            "follow_ups": _if(_F.FOLLOW_UPS in kept, debate.follow_ups),
        }
    )


def _if(kept: bool, section: Mapping[str, _Item]) -> dict[str, _Item]:  # noqa: FBT001 - reads as a sentence
    return dict(section) if kept else {}


def _info(info: Info, kept: frozenset[Feature]) -> Info:
    title = {} if _F.TITLE in kept else {"title": None}
    head = {} if _F.HEAD in kept else {"lang": None, "held": None}
    return info.model_copy(update={**title, **head})


def _parties(debate: Debate, kept: frozenset[Feature]) -> dict[str, Party]:
    if _F.PARTIES not in kept:
        return {}
    if _F.SIDES in kept:
        return dict(debate.parties)
    return {party: one.model_copy(update={"side": None}) for party, one in debate.parties.items()}


def _sources(debate: Debate, kept: frozenset[Feature]) -> dict[str, Source]:
    """The sources; where a format has no room for them but for quotes, those that are quoted, bare."""
    if _F.SOURCES in kept:
        return dict(debate.sources)
    if _F.QUOTES not in kept:
        return {}
    said = [*(one for _, one in debate.statements()), *_if(_F.QUESTIONS in kept, debate.questions).values()]
    quoted = {one.source.in_ for one in said if one.source}
    if _F.CONCEDED in kept:
        conceded = (one.conceded for _, one in debate.statements())
        quoted |= {one.source.in_ for one in conceded if one and one.source}
    return {source: Source() for source in debate.sources if source in quoted}


def _question(local: str, question: Question, kept: frozenset[Feature]) -> dict[str, Any]:
    about = question.about
    if _F.ELSEWHERE not in kept:
        about = tuple(one for one in about if not elsewhere(one))
    return {**_said(local, question, kept), "about": about}


def _said(local: str, one: Statement | Question, kept: frozenset[Feature]) -> dict[str, Any]:
    """What changes of that which statements and questions have in common."""
    optional = {"source": _F.QUOTES, "group": _F.GROUPS, "turn": _F.TURNS, "review": _F.REVIEW}
    changed: dict[str, Any] = {key: None for key, feature in optional.items() if feature not in kept}
    if _F.PARTIES not in kept:
        changed["by"] = UNNAMED if isinstance(one, Claim) else None
    if _F.TEXTS not in kept:
        changed["text"] = local
    return changed


class _Reducer:
    """Reduces the statements, which hang together."""

    def __init__(self, debate: Debate, kept: frozenset[Feature]) -> None:
        self.debate = debate
        self.kept = kept
        self.parted = self._parted()

    def statements(self) -> dict[str, Statement]:
        """The statements with what is kept of them, in the role that is left to them."""
        told = {local: self._statement(local, one) for local, one in self.debate.statements()}
        if any(one.undercuts for one in told.values()):
            before, after = steps_of(self.debate.statements()), steps_of(told.items())
            for local, one in told.items():
                left = tuple(each for each in one.undercuts if not stepless(each, before, after))
                told[local] = one.model_copy(update={"undercuts": left})
        return {local: self._in_its_role(one) for local, one in told.items()}

    def _parted(self) -> dict[str, list[Support]]:
        """By premise the supports that are written down at another one, where a format does not link premises."""
        parted: defaultdict[str, list[Support]] = defaultdict(list)
        if _F.LINKED not in self.kept:
            for _, claim in self.debate.statements():
                for support in claim.supports if isinstance(claim, Claim) else ():
                    for premise in support.with_:
                        parted[premise].append(support.model_copy(update={"with_": ()}))
        return parted

    def _statement(self, local: str, one: Statement) -> Statement:
        changed: dict[str, Any] = {
            **_said(local, one, self.kept),
            "rebuts": self._links(_F.REBUTS, one.rebuts),
            "undercuts": self._links(_F.UNDERCUTS, one.undercuts),
            "conceded": self._concession(one),
        }
        if isinstance(one, Claim):
            optional = {"kind": _F.KINDS, "due": _F.KINDS, "scheme": _F.SCHEMES}
            changed |= {key: None for key, feature in optional.items() if feature not in self.kept}
            changed |= {
                "supports": self._supports(local, one),
                "answers": self._links(_F.ANSWERS, one.answers),
            }
        if isinstance(one, Evidence):
            return self._evidence(local, one.model_copy(update=changed))
        return one.model_copy(update=changed)

    def _evidence(self, local: str, one: Evidence) -> Statement:
        parted = [Link(to=support.to, review=support.review) for support in self.parted.get(local, ())]
        backs = self._links(_F.BACKS, _once((*one.backs, *parted)))
        if _F.ROLES not in self.kept:
            return _claim_of(one, backs)
        bare = {"type": None, "date": None, "place": None, "accepted": False}
        left = {} if _F.EVIDENCE in self.kept else bare
        return one.model_copy(update={**left, "backs": backs})

    def _supports(self, local: str, claim: Claim) -> tuple[Support, ...]:
        if _F.SUPPORTS not in self.kept:
            return ()
        said = claim.supports
        if _F.LINKED not in self.kept:
            alone = [support.model_copy(update={"with_": ()}) for support in said]
            said = _once((*alone, *self.parted.get(local, ())))
        return self._links(_F.SUPPORTS, said)

    def _links(self, feature: Feature, links: tuple[_Link, ...]) -> tuple[_Link, ...]:
        if feature not in self.kept:
            return ()
        if _F.ELSEWHERE not in self.kept:
            links = tuple(one for one in links if not elsewhere(*ends(one)))
        if _F.REVIEW not in self.kept:
            links = tuple(one.model_copy(update={"review": None}) for one in links)
        return links

    def _concession(self, one: Statement) -> object:
        if one.conceded is None or _F.CONCEDED not in self.kept:
            return None
        return one.conceded if _F.QUOTES in self.kept else one.conceded.model_copy(update={"source": None})

    def _in_its_role(self, one: Statement) -> Statement:
        if isinstance(one, Evidence):
            return one
        attacks = bool(one.rebuts or one.undercuts)
        role: type[Claim] = Rebuttal if attacks else Claim
        if type(one) is role or (attacks and _F.ROLES in self.kept):
            return one
        return role.model_construct(**{name: getattr(one, name) for name in type(one).model_fields})


def _claim_of(one: Evidence, backs: tuple[Link, ...]) -> Claim:
    """Evidence as a claim, for a format without roles."""
    supports = tuple(Support(to=link.to, review=link.review) for link in backs)
    common = {name: getattr(one, name) for name in type(one).model_fields if name not in _OF_EVIDENCE}
    return Claim.model_construct(**{**common, "by": one.by or UNNAMED, "supports": supports})


def _once(links: Iterable[_Link]) -> tuple[_Link, ...]:
    """Links, one for each end."""
    found: dict[tuple[str | None, ...], _Link] = {}
    for link in links:
        found.setdefault(ends(link), link)
    return tuple(found.values())
