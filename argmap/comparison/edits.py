"""What of a statement, a question or a debate is written otherwise, key by key of the format.

Layout is no edit: width of characters, white space and line ends do not count. A party, group or source that got another
id, or is called otherwise, is the same one; that it is called otherwise is an edit of the debate, not of what refers to it.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping

from argmap.comparison.values import Edit, Found
from argmap.model import Claim, Debate, Evidence, Question, SourceRef, Statement
from argmap.semantics import QuestionVerdict

Said = Statement | Question
_Spelled = Mapping[str, str | None]
_Names = Mapping[str, str]
"""By the ids of a section, what people call the entries."""


def edits_of(old: Found, new: Found) -> tuple[Edit, ...]:
    """What of a statement or question is written otherwise; its relations are not looked at."""
    was, is_ = said_of(old), said_of(new)
    before, after = _spelled(old), _spelled(new)
    same = {
        "by": _is_same(was.by, is_.by, _parties(old.debate), _parties(new.debate)),
        "group": _is_same(was.group, is_.group, old.debate.groups, new.debate.groups),
        "source": _is_same_passage(old.debate, was.source, new.debate, is_.source),
    }
    return tuple(edit for edit in _edits(before, after) if not same.get(edit.field))


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


def _is_same(old: str | None, new: str | None, before: _Names, now: _Names) -> bool:
    """Whether two ids mean the same entry: it is called the same, or the id is and nothing else took over either name."""
    if old is None or new is None:
        return old is new
    was, is_ = before.get(old, old), now.get(new, new)
    return was == is_ or (old == new and was not in now.values() and is_ not in before.values())


def _is_same_passage(before: Debate, old: SourceRef | None, now: Debate, new: SourceRef | None) -> bool:
    if old is None or new is None:
        return old is new
    same = _is_same(old.in_, new.in_, _sources(before), _sources(now))
    return same and (_plain(old.quote), _plain(old.at)) == (_plain(new.quote), _plain(new.at))


def _parties(debate: Debate) -> _Names:
    return {name: party.name or name for name, party in debate.parties.items()}


def _sources(debate: Debate) -> _Names:
    return {name: source.title or name for name, source in debate.sources.items()}


def _spelled(found: Found) -> _Spelled:
    """What is written of a statement or question, by key of the format."""
    said, debate = said_of(found), found.debate
    ref = said.source
    passage = None if ref is None else [_sources(debate).get(ref.in_, ref.in_), ref.at, ref.quote]
    spelled: dict[str, str | None] = {
        "id": found.id,
        "text": said.text,
        "role": said.role if isinstance(said, Statement) else None,
        "by": debate.party_name(said.by) or None,
        "group": None if said.group is None else debate.groups.get(said.group, said.group),
        "source": None if passage is None else " · ".join(filter(None, passage)),
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


def _head(debate: Debate) -> _Spelled:
    """What is written in the head of a debate; parties, groups and sources each by what they are called."""
    spelled: dict[str, str | None] = {"title": debate.debate.title, "held": debate.debate.held}
    for name, party in debate.parties.items():
        spelled[f"parties {party.name or name}"] = party.side or "-"
    for title in debate.groups.values():
        spelled[f"groups {title}"] = title
    for name, source in debate.sources.items():
        parts = " · ".join(filter(None, (source.date, source.file, source.url)))
        spelled[f"sources {source.title or name}"] = parts or "-"
    return spelled
