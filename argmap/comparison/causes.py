"""Why a status is another one: the changes that decide, found by walking back from it.

What a statement is labelled follows from its relations and the labels of what they come from. So from a status that is
another one the walk goes to whatever changed its own labels, and stops at relations and entries that were added,
removed or rewritten: the labels are a least fixpoint, and with nothing rewritten on the way they would be as they were.
Of several changes those count that involve a statement which decides, as `argmap why` names them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cached_property
from operator import itemgetter

from argmap.comparison.edits import said_of
from argmap.comparison.values import Cause, Difference, Found, Item, Tie
from argmap.model import Evidence, Statement
from argmap.semantics import Analysis, Label, QuestionVerdict, Verdict

_BEARING = frozenset(("conceded", "source", "accepted", "role", "kind"))
"""The keys of the format whose value may decide a status."""


class Causes:
    """Finds the causes of what turned."""

    def __init__(self, difference: Difference) -> None:
        self.difference = difference
        self.item = difference.item
        self.at: defaultdict[str, list[Tie]] = defaultdict(list)
        for tie in difference.ties:
            if tie.kind != "about":
                self.at[tie.target].append(tie)
                for premise in tie.premises:  # a step that is attacked, or new, counts for where it starts
                    self.at[premise].append(tie)
        self.before = {item.old.key: item.key for item in difference.items if item.old}
        self.now = {item.new.key: item.key for item in difference.items if item.new}

    def told(self, item: Item) -> Item:
        """An item that turned, with the causes and since when."""
        causes = tuple(dict.fromkeys(self._found.get(item.key) or self._anywhere(item.key)))
        dates = (self._date(cause) for cause in causes)
        return replace(item, causes=causes, since=next(filter(None, dates), None))

    @cached_property
    def _found(self) -> dict[str, list[Cause]]:
        """By key of what turned, the changes at the nearest places that decide, the nearest first.

        Every place is looked at once; then each place with changes hands them on to all that led there.
        """
        led: defaultdict[str, list[str]] = defaultdict(list)
        changes: dict[str, list[Cause]] = {}
        turned = {item.key for item in self.difference.turned}
        walk = _Walk(sorted(turned))
        for here in walk:
            changed, behind = self._step(here)
            if changed:
                changes[here] = changed
            for other in behind:
                led[other].append(here)
            walk.on(behind)
        found: defaultdict[str, list[tuple[int, list[Cause]]]] = defaultdict(list)
        for place, changed in changes.items():
            back = _Walk([place])
            for here in back:
                if here in turned:
                    found[here].append((back.steps[here], changed))
                back.on(led[here], here)
        return {
            key: [cause for _, changed in sorted(each, key=itemgetter(0)) for cause in changed]
            for key, each in found.items()
        }

    def _step(self, here: str) -> tuple[list[Cause], list[str]]:
        """The changes at a place, and the places behind it whose labels are others now; of both those that decide."""
        deciding = self._deciding(here)
        changed = list(self._changed(here))
        behind = (other for tie in self.at[here] if tie.change is None for other in _sources(tie, here))
        moved = [other for other in dict.fromkeys(behind) if _moved(self.item[other])]
        decisive = [
            one
            for one in changed
            if one.tie is None
            or (deciding.intersection(_sources(one.tie, here)) and self._weighs(one.tie, here))
        ]
        further = [other for other in moved if other in deciding]
        return (decisive, further) if decisive or further else (changed, moved)

    def _anywhere(self, key: str) -> list[Cause]:
        """The nearest changes in anything that it depends on, whatever the labels."""
        walk = _Walk([key])
        found: list[Cause] = []
        for here in walk:
            found += self._changed(here)
            walk.on(other for tie in self.at[here] if not found for other in _sources(tie, here))
        return found

    def _weighs(self, tie: Tie, here: str) -> bool:
        """Whether an attack does more than being made, where something does not stand: there only force decides."""
        if tie.kind not in ("rebuts", "undercuts"):
            return True
        attacked, attacker = self.item[here], self.item[tie.source]
        fallen, by = (attacked.new, attacker.new) if tie.new else (attacked.old, attacker.old)
        if not isinstance(fallen, Verdict) or not isinstance(by, Verdict) or fallen.status.stands:
            return True
        return by.force is not Label.OUT

    def _changed(self, key: str) -> Iterator[Cause]:
        """What was added, removed or rewritten at a place and bears on how it stands."""
        item = self.item[key]
        for edit in item.edits:
            if edit.field in _BEARING and _bears(edit.field, item):
                yield Cause(at=key, edit=edit)
        for tie in self.at[key]:
            if tie.change:
                yield Cause(at=key, tie=tie)

    def _deciding(self, key: str) -> frozenset[str]:
        """The keys of what decides how something stands, or stood."""
        item, difference = self.item[key], self.difference
        found = set(_named(difference.old, item.old, self.before)) if item.old else set()
        return frozenset(found.union(_named(difference.new, item.new, self.now) if item.new else ()))

    def _date(self, cause: Cause) -> str | None:
        """When a change was made, as the debate says it."""
        if cause.edit is not None:
            said = said_of(self.item[cause.at].shown)
            if cause.edit.field == "conceded" and isinstance(said, Statement) and said.conceded:
                return said.conceded.on
            return None
        source = self.item[cause.tie.source].new if cause.tie and cause.tie.new else None
        if source is None:
            return None
        ref = said_of(source).source
        named = source.debate.sources.get(ref.in_) if ref else None
        return named.date if named else None


class _Walk:
    """What is still to be looked at, each once, in the order in which it was met; and how many steps away that was."""

    def __init__(self, start: Iterable[str]) -> None:
        self._waiting = list(start)
        self.steps = dict.fromkeys(self._waiting, 0)

    def __iter__(self) -> Iterator[str]:
        yield from self._waiting  # grows meanwhile

    def on(self, others: Iterable[str], here: str | None = None) -> None:
        """Look at these too, a step from here."""
        for other in others:
            if other not in self.steps:
                self.steps[other] = self.steps[here] + 1 if here is not None else 0
                self._waiting.append(other)


def _sources(tie: Tie, here: str) -> tuple[str, ...]:
    """On whose labels it depends what a relation does to one of its ends."""
    if tie.kind == "undercuts":
        return (tie.source,)
    if tie.target != here:
        return ()
    return tie.premises or (tie.source,)


def _bears(field: str, item: Item) -> bool:
    """Whether a key that was rewritten may decide how something stands."""
    if field == "conceded":
        return True
    if field == "kind":
        return isinstance(item.shown, QuestionVerdict)
    evidence = [isinstance(said_of(found), Evidence) for found in (item.old, item.new) if found]
    return _moved(item) and (all(evidence) if field != "role" else any(evidence))


def _moved(item: Item) -> bool:
    """Whether something on both sides has other labels."""
    return item.old is not None and item.new is not None and _state(item.old) != _state(item.new)


def _state(found: Found) -> object:
    """All that others see of how something stands."""
    if isinstance(found, QuestionVerdict):
        return found.status
    return found.status, found.asserted, found.backed, found.force


def _named(analysis: Analysis, found: Found, keys: Mapping[str, str]) -> Iterator[str]:
    for name in analysis.why(found.key).deciding:
        yield keys[name if "#" in name else f"{found.debate.id}#{name}"]
