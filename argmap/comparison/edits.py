"""What of a statement, a question or a debate is written otherwise, key by key of the format.

Layout is no edit: width of characters, white space and line ends do not count. A party, group or source that only got
another id is the same one, as long as it is called the same.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping

from argmap.comparison.values import Edit, Found
from argmap.model import (
    Claim,
    Debate,
    Evidence,
    Question,
    Source,
    SourceRef,
    Statement,
)
from argmap.semantics import QuestionVerdict

Said = Statement | Question
_Spelled = Mapping[str, str | None]


def edits_of(old: Found, new: Found) -> tuple[Edit, ...]:
    """What of a statement or question is written otherwise; its relations are not looked at."""
    return tuple(_edits(_spelled(old), _spelled(new)))


def edits_of_debate(old: Debate, new: Debate) -> tuple[Edit, ...]:
    """What of a debate's head, parties, groups and sources is written otherwise."""
    return tuple(_edits(_head(old), _head(new)))


def said_of(found: Found) -> Said:
    """The statement or question of a verdict."""
    return found.question if isinstance(found, QuestionVerdict) else found.statement


def _edits(old: _Spelled, new: _Spelled) -> Iterator[Edit]:
    for field in dict.fromkeys((*old, *new)):
        before, after = old.get(field), new.get(field)
        if _plain(before) != _plain(after):
            yield Edit(field=field, old=before, new=after)


def _plain(text: str | None) -> str | None:
    return None if text is None else " ".join(unicodedata.normalize("NFKC", text).split())


def _spelled(found: Found) -> _Spelled:
    """What is written of a statement or question, by key of the format."""
    said, debate = said_of(found), found.debate
    spelled: dict[str, str | None] = {
        "id": found.id,
        "text": said.text,
        "role": said.role if isinstance(said, Statement) else None,
        "by": debate.party_name(said.by) or None,
        "group": None if said.group is None else debate.groups.get(said.group, said.group),
        "source": _passage(debate, said.source),
        "turn": None if said.turn is None else str(said.turn),
        "review": said.review,
    }
    if isinstance(said, Statement):
        conceded = said.conceded
        spelled["conceded"] = None if conceded is None else conceded.on or "true"
    if isinstance(said, Claim):
        spelled |= {"kind": said.kind, "due": said.due, "scheme": said.scheme}
    elif isinstance(said, Evidence):
        accepted = "true" if said.accepted else None
        spelled |= {"type": said.type, "date": said.date, "place": said.place, "accepted": accepted}
    else:
        assert isinstance(said, Question)  # noqa: S101 - there are claims, rebuttals, evidence and questions
        spelled["kind"] = said.kind
    return spelled


def _passage(debate: Debate, ref: SourceRef | None) -> str | None:
    if ref is None:
        return None
    source = debate.sources.get(ref.in_, Source())
    return " · ".join(part for part in (source.title or ref.in_, ref.at, ref.quote) if part)


def _head(debate: Debate) -> _Spelled:
    """What is written in the head of a debate; parties, groups and sources each by what they are called."""
    spelled: dict[str, str | None] = {"title": debate.debate.title, "held": debate.debate.held}
    for name, party in debate.parties.items():
        spelled[f"parties {party.name or name}"] = party.side or "-"
    for title in debate.groups.values():
        spelled[f"groups {title}"] = title
    for name, source in debate.sources.items():
        spelled[f"sources {source.title or name}"] = (
            " · ".join(part for part in (source.date, source.file, source.url) if part) or "-"
        )
    return spelled
