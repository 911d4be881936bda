"""Enumerations inside a sentence: 「A、B、C等々」 and 「AやBやCにより…」, as stretches of its words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from argmap.drafting.pieces import depths, fold

Stretch = tuple[int, int]

_ET_CETERA = re.compile(
    r"(?:など|等)(?:の|といった|という)(?:声|批判|意見|指摘|苦情|懸念|不安|疑問|問題|課題|不満|要望)[がもは][^、。]{0,24}[。．]?\s*$"
    r"|(?:等々|などなど|など|等)(?:だった|であった|である|でした|です|だ|がある|があった|があります|があげられる|が挙げられる|が挙げられます|が懸念される|が心配される)?[。．]?\s*$"
)
_TOPIC = re.compile(r"^[^、。]{1,40}?(?:としては|については|について|には|は|では)、")
_NOUN_END = re.compile(
    r"[一-鿿々ァ-ヺーA-Za-z0-9%)」』]$|(?:おそれ|恐れ|こと|もの|出し|漏れ|遅れ|取り|守り|[一-鿿][さげみき]|考え|備え|支え|衰え|違い|扱い|争い|払い|ずれ|ばらつき|わたし|滞り|誤り|違い|つながり)$"
)
_CLAUSE_END = re.compile(r"(?:し|て|れ|ず|り|が|ば|く|ため|ので|ほか|とともに)$(?<!手続き)(?<![一-鿿]取り)")
_MEANS = re.compile(r"(?:等|など)?(?:により|によって)、?")
_JOINT = re.compile(
    r"(?<=[一-鿿々ァ-ヺーA-Za-z0-9りみきしちえけげれび)」』])や(?=[一-鿿ァ-ヺA-Za-z0-9(「『ごおひ])|(?<=[一-鿿ァ-ヺーA-Za-z0-9り)」』])と(?=[一-鿿ァ-ヺA-Za-z0-9(「『])|、|及び|および|並びに|ならびに|又は|または"
)
_BETWEEN = re.compile(
    r"(?:協働|連携|協力|関係|比較|協議|調整|違い|差|対立|合意|契約|協定|交流|間)$"
)  # of two, together
_REST_OF_LAST = re.compile(
    r"(?:といった|などの)[^はがを]{1,12}$|の[0-9二三四五六七八九]つ(?:の[一-鿿]{1,6})?$"
)
_NOT_A_MEMBER = re.compile(r"[はがを]|も(?=[^の])|(?:一方|今後|以降|年度|同時|結果|場合|一部)$")
_SUMMED_UP = re.compile(r"(?:など|等|といった)$")
_LONGEST_MEMBER = 30
_LONGEST = 2000  # no sentence is longer; what is has lost its full stops
_LEAST_CONCLUSION = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Means:
    """An enumeration of means and what they bring about."""

    members: tuple[Stretch, ...]
    conclusion: Stretch


def listed(text: str) -> tuple[Stretch, ...]:
    """The members of 「A、B、C等々」; one alone where there is nothing to part, none where the sentence ends otherwise.

    Nouns are parted at every comma, clauses where one clause ends.
    """
    plain = fold(text)
    if len(plain) > _LONGEST:
        return ()
    tail = _ET_CETERA.search(plain)
    if tail is None:
        return ()
    topic = _TOPIC.match(plain)
    start = topic.end() if topic is not None and topic.end() < tail.start() else 0
    nouns = bool(_NOUN_END.search(plain[start : tail.start()]))
    commas = [cut for cut in _at_top(plain, "、") if start < cut < tail.start()]
    if not nouns:
        start = 0
    ends = _NOUN_END if nouns else _CLAUSE_END
    cuts = [cut for cut in commas if ends.search(plain[start:cut])]
    return tuple(_trimmed(plain, _between(start, cuts, tail.start())))


def means(text: str) -> Means | None:
    """The members and the conclusion of 「AやBやCにより…」: the last such place with at least two members."""
    plain = fold(text)
    if len(plain) > _LONGEST:
        return None
    levels = depths(plain)
    for found in reversed(list(_MEANS.finditer(plain))):
        if levels[found.start()] or len(plain) - found.end() < _LEAST_CONCLUSION:
            continue
        members = _members(plain[: found.start()], levels)
        if len(members) > 1:
            return Means(members=members, conclusion=(found.end(), len(plain)))
    return None


def _members(left: str, levels: list[int]) -> tuple[Stretch, ...]:
    """The last stretches before the means that are nouns, beginning behind the topic."""
    joints = [joint for joint in _JOINT.finditer(left) if not levels[joint.start()]]
    edges = [(0, 0), *(joint.span() for joint in joints), (len(left), len(left))]
    members: list[Stretch] = []
    for start, end in reversed([(before[1], after[0]) for before, after in pairwise(edges)]):
        topic = max(left.rfind(sign, start, end) for sign in "はが")
        words = left[topic + 1 if topic >= 0 else start : end]
        if not members:
            if _BETWEEN.search(words):
                break
            words = _REST_OF_LAST.sub("", words)
        if summed := _SUMMED_UP.search(words):
            members.clear()  # what follows 「A、Bなど、」 only sums them up
            words = words[: summed.start()]
        if not _is_member(words):
            break
        first = topic + 1 if topic >= 0 else start
        members.append((first, first + len(words)))
        if topic >= 0:
            break
    return tuple(reversed(members))


def _is_member(words: str) -> bool:
    return (
        1 < len(words) <= _LONGEST_MEMBER
        and bool(_NOUN_END.search(words))
        and not _NOT_A_MEMBER.search(words)
        and not re.search("など(?!の)", words)
    )


def _at_top(text: str, sign: str) -> Iterator[int]:
    """Where a sign stands outside brackets."""
    return (
        at
        for at, (char, depth) in enumerate(zip(text, depths(text), strict=True))
        if char == sign and not depth
    )


def _between(start: int, cuts: Iterable[int], end: int) -> Iterator[Stretch]:
    edges = [start - 1, *cuts, end]
    return ((before + 1, after) for before, after in pairwise(edges))


def _trimmed(text: str, stretches: Iterable[Stretch]) -> Iterator[Stretch]:
    for start, end in stretches:
        words = text[start:end]
        if words.strip(" 、"):
            yield start + len(words) - len(words.lstrip()), end - (len(words) - len(words.rstrip()))
