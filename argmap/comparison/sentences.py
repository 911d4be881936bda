"""What rose or fell and why, in sentences; what turned alike for the same causes shares one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from argmap.comparison.edits import said_of
from argmap.comparison.values import Cause, Difference, Found, Item, Tie
from argmap.comparison.words import BEHIND_IS, EDITS, EXTENTS, OTHER_EXTENT, OTHER_ROLE, TIES
from argmap.diagnostics import Words
from argmap.model import ROLE_WORDS, Statement, date_words, latest
from argmap.semantics import Label, QuestionStatus, Status, Verdict
from argmap.semantics.case import in_full
from argmap.semantics.reasons import capital

_NAMED = 3  # causes, pieces of evidence and statements that are named; of the rest the number


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """Statements or questions that turned from the same status to the same, for the same causes; and the sentence."""

    items: tuple[Item, ...]
    words: Words


def turns(difference: Difference) -> tuple[Turn, ...]:
    """Everything that turned, what fell first."""
    alike: dict[object, list[Item]] = {}
    for item in difference.turned:
        assert item.old is not None  # noqa: S101 - what turned is on both sides
        causes = tuple(_beyond(cause, item) for cause in item.causes)
        alike.setdefault((item.old.status, item.shown.status, causes, item.since), []).append(item)
    return tuple(
        Turn(items=tuple(items), words=_Teller(difference, items).sentence()) for items in alike.values()
    )


def _beyond(cause: Cause, item: Item) -> object:
    """What two statements have in common when one cause turned both."""
    if cause.tie is None or cause.at != item.key:
        return cause
    return cause.tie.kind, cause.tie.source, cause.tie.change


class _Teller:
    """Tells of statements that turned alike; the first of them is `it`."""

    def __init__(self, difference: Difference, items: Sequence[Item]) -> None:
        self.difference = difference
        self.items = items
        self.first = items[0]

    def sentence(self) -> Words:
        """From which status to which, when, and why."""
        old, new = self.first.old, self.first.shown
        assert old is not None  # noqa: S101 - what turned is on both sides
        before, after = _said(old.status), _said(new.status)
        was, since = self._dates(old)
        several = len(self.items) > 1
        who, why = self._who(), self._why()
        en = (
            f"{capital(who.en)} {'were' if several else 'was'} {before.en}{was.en}; "
            f"{'they are' if several else 'it is'} {after.en}{since.en}"
        )
        ja = f"{who.ja}は、{before.ja}{was.ja} → {after.ja}{since.ja}に変わった"
        return Words(
            en=f"{en}: {why.en}." if why.en else f"{en}.", ja=f"{ja}：{why.ja}。" if why.ja else f"{ja}。"
        )

    def _dates(self, old: Found) -> tuple[Words, Words]:
        """When it had its status before, and since when the present one; both empty where they are the same."""
        was, now, since = old.debate.debate.held, self.first.shown.debate.debate.held, self.first.since
        if since is None or (was is not None and latest(since) <= latest(was)):
            since = now  # said long ago, but not here
        if was == since:
            was = since = None
        said = [_NOTHING if date is None else date_words(date) for date in (was, since)]
        return (
            Words(en=f" in {said[0].en}" if was else "", ja=f"（{said[0].ja}）" if was else ""),
            Words(en=f" since {said[1].en}" if since else "", ja=f"（{said[1].ja}から）" if since else ""),
        )

    def _who(self) -> Words:
        first = self.named(self.first.key)
        rest = [item.shown.id for item in self.items[1:_NAMED]]
        more = len(self.items) - 1 - len(rest)
        return Words(
            en=", ".join((first.en, *rest)) + (f" and {more} more" if more else ""),
            ja="、".join((first.ja, *rest)) + (f" ほか{more}件" if more else ""),
        )

    def _why(self) -> Words:
        alike: dict[object, list[Cause]] = {}
        for cause in self.first.causes:
            alike.setdefault(_deed(cause), []).append(cause)
        said = [self._causes(causes) for causes in list(alike.values())[:_NAMED]]
        more = len(alike) - len(said)
        return Words(
            en="; ".join(words.en for words in said) + (f"; and {more} more" if more else ""),
            ja="。".join(words.ja for words in said) + (f"。ほか{more}件" if more else ""),
        )

    def named(self, key: str) -> Words:
        """A statement or question in full, under the id by which the first of those that are told of knows it."""
        found = self.difference.item[key].shown
        debates = (
            self.difference.new if self.difference.item[key].new else self.difference.old
        ).graph.debates
        local = found.debate.id == self.first.shown.debate.id or len(debates) == 1
        return in_full(said_of(found), found.id if local else found.key, found.debate)

    def _target(self, key: str, *, subject: bool = True) -> Words:
        if key != self.first.key:
            return self.named(key)
        return _IT if len(self.items) == 1 else _THEY if subject else _THEM

    def _causes(self, causes: Sequence[Cause]) -> Words:
        """What changed; relations that do the same to the same are told together."""
        cause = causes[0]
        target = self._target(cause.at)
        if cause.tie is not None:
            return self._ties([one.tie for one in causes if one.tie], target)
        edit = cause.edit
        assert edit is not None  # noqa: S101 - a cause is a relation or an edit
        if edit.field in EDITS:
            return EDITS[edit.field][edit.new is None].filled(t=target)
        said = said_of(self.difference.item[cause.at].shown)
        names = [
            ROLE_WORDS[said.role if isinstance(said, Statement) else said.kind],
            ROLE_WORDS[edit.old or "claim"],
        ]
        return OTHER_ROLE.filled(t=target, x=names[0], p=names[1])

    def _ties(self, ties: Sequence[Tie], target: Words) -> Words:
        tie, steps = ties[0], self._of(ties[0].premises)
        keys = tie.premises if tie.kind == "supports" else tuple(one.source for one in ties)
        source = self._listed(keys)
        if tie.change == "changed":
            return OTHER_EXTENT.filled(t=target, x=source, p=EXTENTS[tie.new or "full"])
        removed = tie.change == "removed"
        if tie.kind == "undercuts":  # whatever turned, it is the conclusion that is meant
            target = self._target(tie.target, subject=False)
        be = _ARE if target is _THEY else _IS
        told = TIES[tie.kind][removed].filled(t=target, x=source, p=steps, be=be)
        attacks = tie.kind in ("rebuts", "undercuts")
        proof = self._evidence(tie) if attacks and not removed and len(ties) == 1 else _NOTHING
        return Words(en=told.en + proof.en, ja=told.ja + proof.ja)

    def _listed(self, keys: Sequence[str]) -> Words:
        """Statements in full, the first three of them."""
        shown = [self.named(key) for key in keys[:_NAMED]]
        more = len(keys) - len(shown)
        return Words(
            en=" and ".join(one.en for one in shown) + (f" and {more} more" if more else ""),
            ja="と".join(one.ja for one in shown) + (f"ほか{more}件" if more else ""),
        )

    def _of(self, keys: Sequence[str]) -> Words:
        """The premises of a step that somebody attacks."""
        names = [self._target(key, subject=False) for key in keys]
        return Words(en=" and ".join(name.en for name in names), ja="と".join(name.ja for name in names))

    def _evidence(self, tie: Tie) -> Words:
        """What backs an attacker that is new, where that counts."""
        verdict, graph = self.difference.item[tie.source].new, self.difference.new.graph
        backing = graph.backing[verdict.number] if isinstance(verdict, Verdict) else ()
        force = self.difference.new.backed.force
        names = [graph.name(one, self.first.shown.debate.id) for one in backing if force[one] is Label.IN]
        if not names:
            return _NOTHING
        more = len(names) - _NAMED
        shown = names[:_NAMED]
        return Words(
            en=f" (evidence: {', '.join(shown)}{f' and {more} more' if more > 0 else ''})",
            ja=f"（証拠：{'、'.join(shown)}{f' ほか{more}件' if more > 0 else ''}）",
        )


def _deed(cause: Cause) -> object:
    """What makes causes alike enough to be told together: they do the same to the same."""
    if cause.tie is None or cause.tie.kind == "supports" or cause.tie.change == "changed":
        return cause
    return cause.at, cause.tie.kind, cause.tie.change, cause.tie.target, cause.tie.premises


def _said(status: Status | QuestionStatus) -> Words:
    """A status as it stands behind `is`."""
    return BEHIND_IS.get(status, status.words)


_NOTHING = Words(en="", ja="")
_IT, _THEY, _THEM = Words(en="it", ja="これ"), Words(en="they", ja="これら"), Words(en="them", ja="これら")
_IS, _ARE = Words(en="is", ja=""), Words(en="are", ja="")
