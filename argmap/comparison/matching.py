"""Which statement of today is which of yesterday: by id, then by the same words, then by words that are near.

An id is taken at its word unless the texts speak against it: where two ids were swapped, or an id was given to another
statement while its own goes on under a new one. The same is found whichever side is called the old one.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from heapq import nlargest

from argmap.model import Debate
from argmap.quotes import Pairs, likeness, pairs, same_words

_SAME_ID = 0.4  # so much of the words must agree where the ids do, unless no other text is nearer
_OTHER_ID = 0.7  # and so much where they do not
_RARE = 0.47  # of a text's pairs: a text that is near enough shares one of so many of the rarest
_MOST = 300  # places that are looked up for each text before the search gives up
_TRIED = 50  # texts that are looked at for each, those that share most of the rare pairs
_HALF = 0.5  # so much of their statements must agree for two debates to be one


def match(old: Mapping[str, str], new: Mapping[str, str]) -> dict[str, str]:
    """By the id of each statement before, the id that it has now; each once.

    Args:
        old: the texts before, by id.
        new: the texts now, by id.
    """
    matcher = _Matcher(old, new)
    matcher.by_id()
    matcher.by_words()
    matcher.by_nearness()
    matcher.by_id_alone()
    return matcher.found


class _Matcher:
    def __init__(self, old: Mapping[str, str], new: Mapping[str, str]) -> None:
        self.found: dict[str, str] = {}
        self.old = {name: same_words(text) for name, text in old.items()}
        self.new = {name: same_words(text) for name, text in new.items()}

    def take(self, old: str, new: str) -> None:
        self.found[old] = new
        del self.old[old], self.new[new]

    def both(self) -> list[str]:
        """The ids that are on both sides and have not been matched."""
        return [name for name in self.old if name in self.new]

    def by_id(self) -> None:
        """The same id, unless the words speak against it."""
        for name in self.both():
            if self.old[name] == self.new[name]:
                self.take(name, name)
        words_before, words_now = set(self.old.values()), set(self.new.values())
        for name in self.both():
            old, new = self.old[name], self.new[name]
            moved = old in words_now and new in words_before
            if not moved and likeness(pairs(old), pairs(new)) >= _SAME_ID:
                self.take(name, name)

    def by_words(self) -> None:
        """The same words; where several say the same, in the order of the files."""
        waiting = defaultdict(list)
        for name, words in self.new.items():
            waiting[words].append(name)
        for name, words in list(self.old.items()):
            if waiting[words]:
                self.take(name, waiting[words].pop(0))

    def by_nearness(self) -> None:
        """Words that are near, the nearest first."""
        old, new = ({name: pairs(words) for name, words in each.items()} for each in (self.old, self.new))
        alike = {(one, other) for one, other in _near(old, new)}
        alike |= {(one, other) for other, one in _near(new, old)}
        ranked = sorted(
            (-likeness(old[one], new[other]), sorted((one, other)), one, other) for one, other in alike
        )
        for how_much, _, one, other in ranked:
            if -how_much >= _OTHER_ID and one in self.old and other in self.new:
                self.take(one, other)

    def by_id_alone(self) -> None:
        """The same id, whatever it says."""
        for name in self.both():
            self.take(name, name)


def _near(wanted: Mapping[str, Pairs], among: Mapping[str, Pairs]) -> list[tuple[str, str]]:
    """For each text those that may be near: they share some of its rarest pairs."""
    where: defaultdict[str, list[str]] = defaultdict(list)
    for name, terms in among.items():
        for term in terms:
            where[term].append(name)
    found = []
    for name, terms in wanted.items():
        rare = sorted(terms, key=lambda term: (len(where.get(term, ())), term))
        shared: Counter[str] = Counter()
        for term in rare[: int(len(rare) * _RARE) + 1]:
            shared.update(where.get(term, ()))
            if shared.total() > _MOST:
                break  # many texts are alike in these: the rarest have told them apart, or nothing will
        tried = nlargest(_TRIED, shared, key=lambda other: shared[other])
        found += [(name, other) for other in tried]
    return found


def resemblance(one: Debate, other: Debate) -> float:
    """How much of what two debates say is the same: 0 nothing, 1 all."""
    first, second = _words(one), _words(other)
    total = first.total() + second.total()
    return 2 * (first & second).total() / total if total else 0.0


def _words(debate: Debate) -> Counter[str]:
    """What a debate says, and how often."""
    texts = [said.text for _, said in debate.statements()]
    texts += [question.text for question in debate.questions.values()]
    return Counter(map(same_words, texts))


def match_debates(old: Sequence[Debate], new: Sequence[Debate]) -> list[tuple[Debate | None, Debate | None]]:
    """Which debate is which: by id; where each side has one, those; else by content, where one alone comes into question.

    Returns:
        The debates in the order of the new ones, and then what was removed.
    """
    by_id = {debate.id: debate for debate in old}
    partner = {debate.id: by_id.get(debate.id) for debate in new}
    gone = [debate for debate in old if debate.id not in partner]
    fresh = [debate for debate in new if partner[debate.id] is None]
    if len(old) == len(new) == 1:
        partner[new[0].id] = old[0]
        gone = []
    else:
        alike = [(one, other) for one in gone for other in fresh if resemblance(one, other) >= _HALF]
        before, now = Counter(one.id for one, _ in alike), Counter(other.id for _, other in alike)
        for one, other in alike:
            if before[one.id] == now[other.id] == 1:
                partner[other.id] = one
                gone.remove(one)
    return [*((partner[debate.id], debate) for debate in new), *((debate, None) for debate in gone)]
