"""What awaits review in a debate, and what a person's decision changes in its file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from argmap.diagnostics import Path
from argmap.drafting.record import Record, Refused, RefusedLink
from argmap.loading.changes import Changes
from argmap.model import LINKS, SECTIONS, Answer, Debate, Link, Question, Statement, Undercut

_ABOUT = "about"


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A statement or question that awaits review, or one link of it.

    Attributes:
        section: where it stands.
        id: of the statement or question.
        key: the key that holds the link, `rebuts` say; empty for the statement itself.
        position: of the link in its list.
        target: what the link leads to.
    """

    section: str
    id: str
    key: str = ""
    position: int = 0
    target: str = ""

    @property
    def name(self) -> tuple[str, str, str]:
        """What it is known by, wherever it stands in the file."""
        return self.id, self.key, self.target


def candidates(debate: Debate) -> Iterator[Candidate]:
    """Everything that awaits review, each statement before its links, in the order of the file."""
    for section in SECTIONS:
        items: Mapping[str, Statement | Question] = getattr(debate, section)
        for local, said in items.items():
            if said.review is not None:
                yield Candidate(section=section, id=local)
            for key in LINKS:
                for position, link in enumerate(getattr(said, key, ())):
                    if link.review is not None:
                        target = target_of(link)
                        yield Candidate(section=section, id=local, key=key, position=position, target=target)


def target_of(link: Link | Undercut | Answer) -> str:
    """What a link leads to, as its author refers to it."""
    if isinstance(link, Undercut):
        return link.from_
    return link.question if isinstance(link, Answer) else link.to


def confirmed(plain: Mapping[str, Any], one: Candidate, text: str | None = None) -> Changes:
    """The changes that confirm a candidate, with another text where one is given.

    Args:
        plain: the debate file as plain data.
        one: the candidate.
        text: the words of a statement or question as the person wants them.
    """
    if not one.key:
        changes: dict[Path, Any] = {(one.section, one.id, "review"): None}
        return changes if text is None else {**changes, (one.section, one.id, "text"): text}
    link = dict(plain[one.section][one.id][one.key][one.position])
    del link["review"]
    if link.get("extent") == "full":
        del link["extent"]
    short = link[LINKS[one.key]] if len(link) == 1 else link
    return {(one.section, one.id, one.key, one.position): short}


def refused(plain: Mapping[str, Any], record: Record, one: Candidate) -> tuple[Changes, Record]:
    """The changes that reject a candidate, and the record that keeps it from coming back.

    With a statement go the links that lead to it. A rebuttal that is left without anything to attack becomes a claim.
    """
    if one.key:
        lost = RefusedLink(from_=one.id, key=one.key, to=one.target)
        links = tuple(dict.fromkeys((*record.refused_links, lost)))
        gone = {(one.section, one.id, one.key): {one.position}}
        return _without(plain, gone, ""), record.model_copy(update={"refused_links": links})
    entry = plain[one.section][one.id]
    source = entry.get("source")
    quote = source.get("quote", "") if isinstance(source, Mapping) else ""
    refusal = Refused(id=one.id, text=entry["text"], quote=quote)
    others = tuple(other for other in record.refused if other.id != one.id)
    gone = _links_to(plain, one.id)
    changes = {**_without(plain, gone, one.id), (one.section, one.id): None}
    return changes, record.model_copy(update={"refused": (*others, refusal)})


_Gone = dict[tuple[str, str, str], set[int]]


def _links_to(plain: Mapping[str, Any], wanted: str) -> _Gone:
    """The positions of all links that lead to an id or lean on it, by section, id and key."""
    found: _Gone = {}
    for section in SECTIONS:
        for local, entry in (plain.get(section) or {}).items():
            for key in (*LINKS, _ABOUT):
                for position, link in enumerate(entry.get(key) or ()):
                    named = link if isinstance(link, Mapping) else {"to": link}
                    ends = {named.get(end) for end in ("to", "from", "question")} | set(
                        named.get("with") or ()
                    )
                    if wanted in ends:
                        found.setdefault((section, local, key), set()).add(position)
    return found


def _without(plain: Mapping[str, Any], gone: _Gone, refused_id: str) -> dict[Path, Any]:
    changes: dict[Path, Any] = {}
    for (section, local, key), positions in gone.items():
        entry = plain[section][local]
        if len(positions) == len(entry[key]):
            changes[section, local, key] = None
        else:
            changes |= {(section, local, key, position): None for position in positions}
    for local, entry in (plain.get("rebuttals") or {}).items():
        attacks = [key for key in ("rebuts", "undercuts") if entry.get(key)]
        emptied = [key for key in attacks if ("rebuttals", local, key) in changes]
        if local != refused_id and emptied and emptied == attacks:
            left = {key: value for key, value in entry.items() if ("rebuttals", local, key) not in changes}
            for (section, other, key), positions in gone.items():
                if (section, other) == ("rebuttals", local) and key in left:
                    left[key] = [link for at, link in enumerate(left[key]) if at not in positions]
            changes["rebuttals", local] = None
            changes["claims", local] = _typed(left)
    return changes


def _typed(entry: Mapping[str, Any]) -> dict[str, Any]:
    """An entry as it is written: its turn is a number."""
    turn = entry.get("turn", "")
    return {**entry, **({"turn": int(turn)} if turn.isdecimal() else {})}
