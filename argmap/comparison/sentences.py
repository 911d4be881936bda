"""What rose or fell and why, in sentences; what turned alike for the same causes shares one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from argmap.comparison.edits import said_of
from argmap.comparison.values import Cause, Difference, Found, Item, Tie
from argmap.diagnostics import Words
from argmap.model import Statement, date_words
from argmap.semantics import Label, Verdict
from argmap.semantics.case import ROLES, in_full
from argmap.semantics.reasons import capital

_NAMED = 3  # causes, pieces of evidence and statements that are named; of the rest the number
_EXTENTS: Mapping[str, Words] = {
    "full": Words(en="in full", ja="全部に答えるもの"),
    "partial": Words(en="in part only", ja="一部だけ答えるもの"),
    "evasive": Words(en="without going into the point", ja="正面から答えないもの"),
}


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
        before, after = old.status.words, new.status.words
        was, since = self._dates(old)
        several = len(self.items) > 1
        who, why = self._who(), self._why()
        en = (
            f"{capital(who.en)} {'were' if several else 'was'} {before.en}{was.en}; "
            f"{'they are' if several else 'it is'} {after.en}{since.en}"
        )
        ja = f"{who.ja}は、{before.ja}{was.ja}から{after.ja}{since.ja}に変わった"
        return Words(
            en=f"{en}: {why.en}." if why.en else f"{en}.", ja=f"{ja}：{why.ja}。" if why.ja else f"{ja}。"
        )

    def _dates(self, old: Found) -> tuple[Words, Words]:
        """When it had its status before, and since when the present one; both empty where they are the same."""
        was, since = old.debate.debate.held, self.first.since or self.first.shown.debate.debate.held
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
        said = [self._cause(cause) for cause in self.first.causes[:_NAMED]]
        more = len(self.first.causes) - len(said)
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

    def _target(self, key: str) -> Words:
        if key == self.first.key:
            return _THEM if len(self.items) > 1 else _IT
        return self.named(key)

    def _cause(self, cause: Cause) -> Words:
        target = self._target(cause.at)
        if cause.tie is not None:
            return self._tie(cause.tie, target)
        edit = cause.edit
        assert edit is not None  # noqa: S101 - a cause is a relation or an edit
        if edit.field in _EDITS:
            return _filled(_EDITS[edit.field][edit.new is None], t=target)
        said = said_of(self.difference.item[cause.at].shown)
        names = [
            ROLES[said.role if isinstance(said, Statement) else said.kind],
            ROLES[edit.old or "claim"],
        ]
        return _filled(_OTHER_ROLE, t=target, x=names[0], p=names[1])

    def _tie(self, tie: Tie, target: Words) -> Words:
        others = [self.named(one) for one in tie.premises if one != tie.source]
        source, steps = self.named(tie.source), self._of(tie.premises)
        if tie.kind == "supports" and others:
            source = Words(
                en=" together with ".join((source.en, *(one.en for one in others))),
                ja="と".join((source.ja, *(one.ja for one in others))),
            )
        if tie.change == "changed":
            return _filled(_OTHER_EXTENT, t=target, x=source, p=_EXTENTS[tie.new or "full"])
        removed = tie.change == "removed"
        if tie.kind == "undercuts":  # whatever turned, it is the conclusion that is meant
            target = self._target(tie.target)
        told = _filled(_TIES[tie.kind][removed], t=target, x=source, p=steps)
        proof = _NOTHING if removed or tie.kind not in ("rebuts", "undercuts") else self._evidence(tie)
        return Words(en=told.en + proof.en, ja=told.ja + proof.ja)

    def _of(self, keys: Sequence[str]) -> Words:
        """The premises of a step that somebody attacks."""
        names = [self._target(key) for key in keys]
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


def _filled(words: Words, **blanks: Words) -> Words:
    """Words with their blanks filled in, in either language."""
    return Words(
        en=words.en.format(**{name: blank.en for name, blank in blanks.items()}),
        ja=words.ja.format(**{name: blank.ja for name, blank in blanks.items()}),
    )


_NOTHING = Words(en="", ja="")
_IT, _THEM = Words(en="it", ja="これ"), Words(en="them", ja="これら")
_TIES: Mapping[str, tuple[Words, Words]] = {
    "rebuts": (
        Words(en="{x} now rebuts {t}", ja="{t}に対し、{x}が出された"),
        Words(en="{x} no longer rebuts {t}", ja="{t}に対する{x}がなくなった"),
    ),
    "undercuts": (
        Words(en="{x} now attacks the step from {p} to {t}", ja="{p}から{t}は導けないという{x}が出された"),
        Words(
            en="{x} no longer attacks the step from {p} to {t}",
            ja="{p}から{t}は導けないという{x}がなくなった",
        ),
    ),
    "supports": (
        Words(en="{x} now supports {t}", ja="{t}の支えに、{x}が加わった"),
        Words(en="{x} no longer supports {t}", ja="{t}の支えから、{x}が外れた"),
    ),
    "backs": (
        Words(en="{x} now backs {t}", ja="{t}に、{x}が付いた"),
        Words(en="{x} no longer backs {t}", ja="{t}から、{x}が外れた"),
    ),
    "answers": (
        Words(en="{x} now answers {t}", ja="{t}に、{x}が答えた"),
        Words(en="{x} no longer answers {t}", ja="{t}に対する{x}の答えがなくなった"),
    ),
}
"""What is told of a relation that was added, and of one that was removed."""
_EDITS: Mapping[str, tuple[Words, Words]] = {
    "conceded": (
        Words(en="its party withdrew or admitted {t}", ja="{t}が撤回または容認された"),
        Words(en="{t} counts as withdrawn or admitted no longer", ja="{t}の撤回・容認が取り消された"),
    ),
    "source": (
        Words(en="{t} now names its source", ja="{t}の出典が示された"),
        Words(en="{t} names no source any more", ja="{t}の出典がなくなった"),
    ),
    "accepted": (
        Words(en="no party disputes {t} any more", ja="{t}を、どちらも争わなくなった"),
        Words(en="{t} is disputed now", ja="{t}が争われるようになった"),
    ),
}
"""What is told of a key that has a value now, and of one that has none any more."""
_OTHER_ROLE = Words(en="{t} is a {x} now, no longer a {p}", ja="{t}の種類が{p}から{x}に変わった")
_OTHER_EXTENT = Words(en="{x} now answers {t} {p}", ja="{t}への{x}の答え方が、{p}に変わった")
