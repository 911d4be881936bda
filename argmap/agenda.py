"""Which of the drafted questions are taken to the session: what was dropped, what is wanted, what the time allows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from argmap.diagnostics import Lang
from argmap.model import Debate
from argmap.questions import FollowUp


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What is wanted of the drafts; whatever is empty or None wants all.

    Attributes:
        kinds: these kinds only.
        ids: these questions only (see `FollowUp.id`).
        party: only what is put to this party, by its id or its name.
        seconds: as many as fit into this time.
    """

    kinds: Collection[str] = ()
    ids: Collection[str] = ()
    party: str | None = None
    seconds: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Agenda:
    """The questions to be asked, in the order of the drafts, and what became of the others.

    Attributes:
        asked: what is taken to the session.
        dropped: what a person dropped.
        too_long: what the time does not allow.
        stale: decisions of the debate files, as `debate#id`, on questions that do not arise any more.
    """

    asked: tuple[FollowUp, ...]
    dropped: tuple[FollowUp, ...] = ()
    too_long: tuple[FollowUp, ...] = ()
    stale: tuple[str, ...] = ()


def agenda(found: Sequence[FollowUp], debates: Iterable[Debate], side: str, wish: Wish, lang: Lang) -> Agenda:
    """Choose among the drafts.

    A question that is named in `wish.ids` is asked even where it was dropped. Where the time is short, what a person
    has taken comes first; then the first question of every group, then the second of every group, and so on, as long
    as each fits.

    Args:
        found: the drafts, what matters first within each group.
        debates: the debates that they come from.
        side: the side that is asked.
        wish: what is wanted.
        lang: the language in which they are read aloud.
    """
    by_id = {debate.id: debate for debate in debates}
    wanted = [one for one in found if _wanted(one, by_id[one.debate], side, wish)]
    dropped = tuple(one for one in wanted if _is_dropped(one, wish))
    asked = [one for one in wanted if not _is_dropped(one, wish)]
    chosen = range(len(asked)) if wish.seconds is None else _fitting(asked, wish.seconds, lang)
    arisen = {(one.debate, one.id) for one in found}
    return Agenda(
        asked=tuple(one for place, one in enumerate(asked) if place in chosen),
        dropped=dropped,
        too_long=tuple(one for place, one in enumerate(asked) if place not in chosen),
        stale=tuple(
            f"{debate.id}#{name}"
            for debate in by_id.values()
            for name in debate.follow_ups
            if (debate.id, name) not in arisen
        ),
    )


def _is_dropped(one: FollowUp, wish: Wish) -> bool:
    return one.decision == "drop" and one.id not in wish.ids


def _wanted(one: FollowUp, debate: Debate, side: str, wish: Wish) -> bool:
    return (
        (not wish.kinds or one.kind in wish.kinds)
        and (not wish.ids or one.id in wish.ids)
        and (wish.party is None or wish.party in _asked_of(one, debate, side))
    )


def _asked_of(one: FollowUp, debate: Debate, side: str) -> set[str]:
    """The ids and names of the parties that a question is put to: who said it, or everybody on the side."""
    section = debate.section_of(one.about)
    said_by = getattr(debate, section)[one.about].by if section else None
    on_side = debate.side_of(said_by) == side
    parties = [said_by] if on_side else [p for p in debate.parties if debate.side_of(p) == side]
    return {name for party in parties if party for name in (party, debate.party_name(party))}


def _fitting(asked: Sequence[FollowUp], seconds: int, lang: Lang) -> set[int]:
    """The places of the questions that fit."""
    members: Counter[tuple[str, str | None]] = Counter()
    ranked = []
    for place, one in enumerate(asked):
        group = (one.debate, one.group)
        ranked.append((one.decision is None, members[group], place))
        members[group] += 1
    chosen = set()
    for *_, place in sorted(ranked):
        needed = asked[place].seconds(lang)
        if needed <= seconds:
            seconds -= needed
            chosen.add(place)
    return chosen
