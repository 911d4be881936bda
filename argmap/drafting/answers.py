"""Which claims answer which point, and how far they seem to.

A single point is answered by what follows it: adjacency decides. Several points go with the parts of the answer one to
one, by tf-idf; a point that is left goes with the part that is nearest. A part counts as an answer when it holds
enough of the point's words, weighed by how few of the answer's sentences hold them; otherwise no answer was found.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from heapq import nlargest
from itertools import groupby
from math import log
from typing import Literal

from argmap.diagnostics import Words
from argmap.drafting.align import Among, Vector, Weights, assign
from argmap.drafting.claims import Claim
from argmap.drafting.pieces import fold, plain_end
from argmap.drafting.points import Point, matter
from argmap.drafting.tokens import telling_words

Extent = Literal["full", "partial", "evasive"]
Status = Literal["answered", "partial", "evasive", "none-found"]
Terms = Callable[[str], tuple[str, ...]]

_OPEN = re.compile(
    r"(?:検討|研究)(?:中|課題|の余地|を?(?:する|し(?!た(?!い))|進め(?!た(?!い))|行(?![いっ](?:まし)?た)|重ね|続け|深め|加え|いたし(?!まし)|致し(?!まし)|さ))|注視|見守|(?:動向|推移|状況)を(?:踏まえ|見極め|見な|見つつ|注|勘案)"
    r"|国(?:や[都道府県]+)?(?:が|において|では?|の責任で)[^、]{0,14}(?:対策|対応|検討|措置|議論)[^、]{0,8}(?:示|講|行|進め|取|と)|適切に(?:対応|対処|判断)|今後の課題|課題と(?:捉え|認識|考え)"
    r"|慎重に|総合的に(?:勘案|判断)|参考にさせ|必要に応じて(?:検討|対応)"
)
_NO = re.compile(
    r"(?:考え|予定|つもり)(?:は|も)?(?:ており|てい|おりま|ありま|な)(?:ません|せん|ない|い)|行わない|行いません|できない|できません|困難|難しい"
)
_CONTEXT_SHARE = 0.3
_FEW = 3
_AS_GOOD = 0.75
_MOST_ANSWERS = 6
_SHOWN = 4
_PARTS_TO_MISS, _MISSED = 4, 0.75
_LAST_WORDS = 40
_TRIED = 10
_LARGEST_BLOCK = 1_000_000  # points times parts of the answer

_FOLLOWS = Words(en="it is what follows the question", ja="質問の直後の答弁")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """What was found for a point: its status, the numbers of the claims that answer, how far each, and on what ground."""

    status: Status
    answers: tuple[tuple[int, Extent, Words], ...] = ()
    missing: tuple[str, ...] = ()
    nearest: str = ""


def is_open(text: str) -> bool:
    """Whether a sentence leaves open what will be done: 検討する, 注視する … A plain no is an answer."""
    words = plain_end(fold(text))[-_LAST_WORDS:]
    return bool(_OPEN.search(words)) and not _NO.search(words)


def replies(
    points: Sequence[Point], claims: Sequence[Claim], terms: Terms, weights: Weights, enough: float
) -> tuple[Reply, ...]:
    """For each point of an exchange, what answers it.

    Args:
        points: the points, in order.
        claims: the claims of the answers to them, in order.
        terms: takes a text apart.
        weights: of the terms in the document.
        enough: the share of a point's words that an answer must hold.
    """
    if not claims:
        return tuple(
            Reply(status="none-found", missing=telling_words(matter(point.piece.text))) for point in points
        )
    questions = [number for number, point in enumerate(points) if point.kind == "question"]
    if len(questions) == 1:
        first = [
            n for n, claim in enumerate(claims) if claim.turn == claims[0].turn and claim.supports is None
        ]
        alone = _reply_of([(number, _FOLLOWS) for number in first], claims)
        rest = _Block(points, claims, terms, weights, enough)
        return tuple(
            alone if number in questions else rest.reply(number, None) for number in range(len(points))
        )
    block = _Block(points, claims, terms, weights, enough)
    found: list[Reply] = []
    for number, part in enumerate(block.parts_of(questions)):
        reply = block.reply(number, part)
        goes_on = points[number].follows and reply.status == "none-found" and number > 0
        found.append(found[-1] if goes_on else reply)
    return tuple(found)


class _Block:
    """The points and claims of one exchange, ready to be compared."""

    def __init__(
        self, points: Sequence[Point], claims: Sequence[Claim], terms: Terms, weights: Weights, enough: float
    ) -> None:
        self._points, self._claims, self._terms, self._enough = points, claims, terms, enough
        self._weights = weights
        self._parts = [
            list(numbers)
            for _, numbers in groupby(range(len(claims)), key=lambda n: (claims[n].turn, claims[n].passage))
        ]
        self._matters = [matter(point.piece.text) for point in points]
        self._words = [self._words_of(point, what) for point, what in zip(points, self._matters, strict=True)]
        self._asked = [
            weights.vector((terms(what), 1.0), *((terms(text), _CONTEXT_SHARE) for text in point.context))
            for point, what in zip(points, self._matters, strict=True)
        ]
        self._held = [
            Counter(term for text in self._texts(part) for term in set(terms(text))) for part in self._parts
        ]
        self._parts_among = Among([weights.vector((held, 1.0)) for held in self._held])
        self._claims_among = Among([weights.vector((terms(claim.sentence), 1.0)) for claim in claims])
        self._sentences = len({claim.piece.spans for claim in claims})
        self._found = Counter(term for held in self._held for term in held.elements())

    def parts_of(self, questions: Sequence[int]) -> list[int | None]:
        """The part of the answer that each question goes with, one to one; requests and what is left over with none."""
        found: list[int | None] = [None] * len(self._points)
        if 1 < len(self._parts) <= _LARGEST_BLOCK // max(1, len(questions)):
            table = [self._parts_among.row(self._asked[number]) for number in questions]
            for number, part in zip(questions, assign(table), strict=True):
                found[number] = part
        return found

    def reply(self, number: int, own: int | None) -> Reply:
        """What answers a point, from its own part if it holds enough, else from the nearest that does."""
        alike = self._parts_among.row(self._asked[number])
        near = nlargest(_TRIED, range(len(alike)), key=alike.__getitem__)
        sure = [
            part for part in (own, *near) if part is not None and self._coverage(number, part) >= self._enough
        ]
        if not sure:
            return self._none(number)
        point, part = self._matters[number], sure[0]
        answers = [claim for claim in self._parts[part] if self._claims[claim].supports is None]
        if part != own:
            row = self._claims_among.row(self._alone(number))
            best = max(row[claim] for claim in answers)
            answers = [claim for claim in answers if row[claim] >= _AS_GOOD * best]
        answers = answers[:_MOST_ANSWERS]
        reply = _reply_of(
            [(claim, self._because(point, self._claims[claim].sentence)) for claim in answers], self._claims
        )
        if reply.status == "evasive":
            return replace(reply, missing=self._missing(point, answers))
        missing, words = self._missing(point, answers), telling_words(point)
        if len(words) < _PARTS_TO_MISS or len(missing) < _MISSED * len(words):
            return reply
        links = tuple(
            (claim, "partial" if extent == "full" else extent, why) for claim, extent, why in reply.answers
        )
        return Reply(status="partial", answers=links, missing=missing)

    def _alone(self, number: int) -> Vector:
        """A point without what was said before it, unless it says little by itself."""
        terms = self._terms(self._matters[number])
        return self._asked[number] if len(set(terms)) < _FEW else self._weights.vector((terms, 1.0))

    def _none(self, number: int) -> Reply:
        row = self._claims_among.row(self._asked[number])
        best = max(range(len(row)), key=lambda claim: (row[claim], -claim))
        nearest = [best] if row[best] > 0 else []
        return Reply(
            status="none-found",
            missing=self._missing(self._matters[number], nearest),
            nearest="".join(self._claims[claim].sentence for claim in nearest),
        )

    def _coverage(self, number: int, part: int) -> float:
        """The share of a point's words that a part holds; a word that every sentence holds says little."""
        words = self._words[number]
        total = sum(map(self._telling, words))
        return (
            sum(self._telling(word) for word in words if word in self._held[part]) / total if total else 0.0
        )

    def _words_of(self, point: Point, what: str) -> set[str]:
        """The terms that an answer should hold; a question of few words is asked about what was said before it."""
        words = set(self._terms(what))
        return words if len(words) >= _FEW or point.stated else words.union(*map(self._terms, point.context))

    def _telling(self, term: str) -> float:
        return max(0.0, log((self._sentences + 1) / (self._found[term] + 0.5)))

    def _texts(self, part: Sequence[int]) -> list[str]:
        """The sentences of a part, each once, with the heading that the answer gives it."""
        return list(dict.fromkeys((*(self._claims[n].sentence for n in part), self._claims[part[0]].heading)))

    def _missing(self, point: str, answers: Sequence[int]) -> tuple[str, ...]:
        """The telling words of a point of which less than half stands in an answer."""
        held = {term for claim in answers for term in self._terms(self._claims[claim].sentence)}
        return tuple(word for word in telling_words(point) if not self._holds(held, word))

    def _holds(self, held: set[str], word: str) -> bool:
        parts = self._terms(word)
        return bool(parts) and sum(part in held for part in parts) * 2 >= len(parts)

    def _because(self, point: str, sentence: str) -> Words:
        shared = [word for word in telling_words(point) if self._holds(set(self._terms(sentence)), word)][
            :_SHOWN
        ]
        if not shared:
            return Words(
                en="it stands in the part of the answer that is most alike", ja="最もよく似た答弁の部分にある"
            )
        return Words(
            en=f"it has words of the question: {', '.join(shared)}",
            ja=f"質問と共通する語がある：{'、'.join(shared)}",
        )


def _reply_of(answers: Sequence[tuple[int, Words]], claims: Sequence[Claim]) -> Reply:
    """What answers a point; evasive where all of it leaves open what will be done."""
    opens = [is_open(claims[number].sentence) for number, _ in answers]
    extents: list[Extent] = ["evasive" if left_open else "full" for left_open in opens]
    status: Status = "evasive" if all(opens) else "answered"
    return Reply(
        status=status,
        answers=tuple((number, extent, why) for (number, why), extent in zip(answers, extents, strict=True)),
    )
