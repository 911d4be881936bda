"""From two states of debates to what changed between them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from argmap.comparison.causes import Causes
from argmap.comparison.edits import edits_of, edits_of_debate, said_of
from argmap.comparison.matching import match, match_debates
from argmap.comparison.ties import ties
from argmap.comparison.values import DebatePair, Difference, Found, Item
from argmap.model import Debate
from argmap.model.ids import unused
from argmap.semantics import Analysis


def compare(old: Analysis, new: Analysis) -> Difference:
    """What changed from one state of debates to another.

    Statements go with statements and questions with questions, within debates that go together: by id, and where ids
    changed by their words. Decisions on follow-up questions are no part of a debate and are not compared.

    Args:
        old: the debates before, with their verdicts.
        new: the debates now.
    """
    pairs = match_debates(old.graph.debates, new.graph.debates)
    before, now = _by_debate(old), _by_debate(new)
    items: list[Item] = []
    for was, is_ in pairs:
        items += _items(was, is_, before.get(was.id, {}) if was else {}, now.get(is_.id, {}) if is_ else {})
    found = Difference(
        old=old,
        new=new,
        debates=tuple(
            DebatePair(old=was, new=is_, edits=edits_of_debate(was, is_) if was and is_ else ())
            for was, is_ in pairs
        ),
        items=tuple(items),
        ties=ties(
            old,
            new,
            {item.old.key: item.key for item in items if item.old},
            {item.new.key: item.key for item in items if item.new},
        ),
    )
    causes = Causes(found)
    return replace(found, items=tuple(causes.told(item) if item.turned else item for item in items))


def _by_debate(analysis: Analysis) -> dict[str, dict[str, Found]]:
    """The verdicts of every debate, by id, statements first."""
    found: dict[str, dict[str, Found]] = {debate.id: {} for debate in analysis.graph.debates}
    for verdict in analysis.verdicts:
        found[verdict.debate.id][verdict.id] = verdict
    for asked in analysis.question_verdicts:
        found[asked.debate.id][asked.id] = asked
    return found


def _items(
    was: Debate | None, is_: Debate | None, before: Mapping[str, Found], now: Mapping[str, Found]
) -> Iterable[Item]:
    """The statements and questions of a pair of debates, each once: those of today, then those that are gone."""
    name = (is_ or was or Debate()).id
    partner: dict[str, str] = {}
    for asked in (False, True):
        partner |= match(_texts(before, asked=asked), _texts(now, asked=asked))
    earlier = {new: old for old, new in partner.items()}
    taken = set(now)
    for local, new in now.items():
        old = before[earlier[local]] if local in earlier else None
        yield Item(key=new.key, old=old, new=new, edits=edits_of(old, new) if old else ())
    for local, old in before.items():
        if local not in partner:
            kept = unused(local, taken)
            taken.add(kept)
            yield Item(key=f"{name}#{kept}", old=old, new=None)


def _texts(found: Mapping[str, Found], *, asked: bool) -> dict[str, str]:
    """The texts of the questions, or of the statements, by id."""
    return {
        local: said_of(verdict).text
        for local, verdict in found.items()
        if (local in verdict.debate.questions) is asked
    }
