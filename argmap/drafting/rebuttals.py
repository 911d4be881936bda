"""Criticism: which of its sentences rebut, what they rebut, and the reasons and evidence that are given for them.

The target is found by the term in 「」 first, also where it is quoted with a slip; then by likeness; a criticism that
has taken up the means of an argument goes on, where it names nothing, against what they were to bring about.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Literal

from argmap.diagnostics import Words
from argmap.drafting.align import Among, Vector
from argmap.drafting.claims import Claim
from argmap.drafting.dates import dates, figures
from argmap.drafting.enumerations import listed
from argmap.drafting.pieces import fold, plain_end, prose
from argmap.drafting.points import is_formula
from argmap.drafting.quoted import quotes_in
from argmap.drafting.values import Sentence, Turn
from argmap.quotes import SourceText, same_words

_OBJECTS = re.compile(
    r"(?:ない|ません|ず|ぬ|ざるを得)(?:と|の|もの|こと|わけ|だろう|でしょう|です|で|か|。|、|$)"
    r"|問題|困難|難し|弱点|弱さ|脆弱|欠陥|欠点|欠け|危険|危う|リスク|恐れ|おそれ|懸念|不安|不十分|不足|不可能|不備|不適切|不当|不透明|不公平|無理|無責任|疑問|疑わし|矛盾"
    r"|誤[りっ]|間違|過ぎ|すぎ|限界|失敗|撤退|中止|破綻|逆[にで効]|後退|遅れ|軽視|無視|形骸|名ばかり|にもかかわらず|にも関わらず|反する|違反|侵害|乏しい|べき|残念|遺憾|納得|到底|むしろ|かえって|^(?:しかし|だが|ところが)"
)
_APPROVES = re.compile(r"(?:評価|感謝|歓迎|期待|賛成|敬意)(?:を?(?:し|する|いた|表)|でき)")
_REASON = re.compile(
    r"^(?:まず|第[一二三四1-4]に|一つは|1つは|[1-4]つ目|なぜなら|というのは|(?:その|この)[^、。]{1,12}(?:ゆえ|ため|せい|結果|ので|から)|理由は|理由として)"
    r"|(?:から|ため)(?:だ|です|である|であります)$"
)
_EVIDENCE = re.compile(
    r"^(?:例えば|たとえば|実際に?、|現に|過去(?:に|の))|によると|によれば|調査では|統計では|の結果では"
)
_CASES = re.compile(r"事例|事件|事故|トラブル|ケース|被害|漏洩|不祥事|例(?:は|の|と)|原因")
_TRANSITION = re.compile(
    r"(?:だけ|のみ|ばかり)(?:では|じゃ)(?:ない|ありません)$|^(?:次に|では|さて|以上|以下)[^、]{0,20}$|次の(?:よう|とおり|通り)[^、]{0,8}$"
)
_SHORT = 24
_REPORTS = re.compile(
    r"答弁|お答え|[ご御]回答|[ご御]説明|とのこと|とおっしゃ|と言われ|と述べ|と主張|という主張"
)
_LIKE, _SAME_ARGUMENT, _AT_LEAST = 0.2, 0.05, 0.05
_MOST_BY_QUOTE = 3

Role = Literal["rebuttal", "claim", "evidence"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """A sentence of a criticism that says something.

    Attributes:
        sentence: the sentence.
        role: a rebuttal has targets; a claim may be a reason for a rebuttal; evidence backs one.
        targets: the numbers of the claims that it rebuts, with the ground.
        for_: the number of the remark that it is a reason or evidence for.
    """

    sentence: Sentence
    role: Role
    targets: tuple[tuple[int, Words], ...] = ()
    for_: int | None = None


def remarks(
    turn: Turn,
    claims: Sequence[Claim],
    vector: Callable[[str], Vector],
    *,
    apart: Collection[Sentence] = (),
    only_reports: bool = False,
) -> tuple[Remark, ...]:
    """What a turn says against claims, in its order.

    Args:
        turn: a criticism, or a question that takes up an answer.
        claims: what it may be directed at.
        vector: the weighted terms of a text.
        apart: sentences that are something else, such as requests.
        only_reports: keep only sentences that take up an answer: what else a questioner says is no criticism of it.
    """
    seeker = _Seeker(claims, vector)
    found: list[Remark] = []
    for sentence in prose(turn):
        words = plain_end(fold(sentence.text))
        if (
            sentence in apart
            or is_formula(sentence.text)
            or (_TRANSITION.search(words) and len(words) <= _SHORT)
        ):
            continue
        quoted = seeker.quoted(sentence.text)
        objects = bool(_OBJECTS.search(words)) and not _APPROVES.search(words)
        if only_reports:
            if objects and (quoted or _REPORTS.search(words)):
                found += _against(sentence, quoted or seeker.likest(sentence.text, _LIKE))
            continue
        last = _last_rebuttal(found)
        if not quoted and last is not None and _is_evidence(words):
            found.append(Remark(sentence=sentence, role="evidence", for_=last))
        elif not quoted and last is not None and _REASON.search(words):
            found.append(Remark(sentence=sentence, role="claim", for_=last))
        else:
            targets = quoted or (seeker.likest(sentence.text, _LIKE, go_on=True) if objects else ())
            found.append(Remark(sentence=sentence, role="rebuttal" if targets else "claim", targets=targets))
    return tuple(found)


class _Seeker:
    """The claims that a turn may be directed at, and what it has taken up so far."""

    def __init__(self, claims: Sequence[Claim], vector: Callable[[str], Vector]) -> None:
        self._claims, self._vector = claims, vector
        self._words = [same_words(claim.piece.text) for claim in claims]
        self._source = SourceText("\n".join(claim.piece.text for claim in claims))
        self._starts = [0, *accumulate(len(claim.piece.text) + 1 for claim in claims)]
        self._among = Among([vector(claim.piece.text) for claim in claims])
        self._argument: set[int] = set()
        self._aim: set[int] = set()

    def quoted(self, text: str) -> tuple[tuple[int, Words], ...]:
        """The claims whose words a sentence has between quotation marks."""
        found: dict[int, Words] = {}
        for term in quotes_in(text):
            for number in self._holding(term):
                found.setdefault(number, Words(en=f"it quotes `{term}`", ja=f"「{term}」を引用している"))
        for number in found:
            self._take_up(number)
        return tuple(sorted(found.items(), key=lambda item: item[0]))

    def likest(self, text: str, least: float, *, go_on: bool = False) -> tuple[tuple[int, Words], ...]:
        """The claim that a sentence is most like; with `go_on`, else what the criticism was directed at before."""
        row = self._among.row(self._vector(text))
        ranked = [
            value + _SAME_ARGUMENT * (number in self._argument and value > 0)
            for number, value in enumerate(row)
        ]
        best = max(range(len(ranked)), key=lambda number: (ranked[number], -number), default=None)
        if best is not None and ranked[best] >= least:
            return ((best, Words(en="it has most words in common with it", ja="共通する語が最も多い")),)
        if not go_on:
            return ()
        if self._aim:
            because = Words(
                en="the criticism goes on against what it took up before",
                ja="それまでに取り上げた主張への批判の続き",
            )
            return tuple((number, because) for number in sorted(self._aim))
        if best is not None and (ranked[best] >= _AT_LEAST or len(ranked) == 1):
            return (
                (
                    best,
                    Words(en="it is the nearest claim of the answer before", ja="直前の答弁で最も近い主張"),
                ),
            )
        return ()

    def _holding(self, term: str) -> list[int]:
        """The claims that say a term, the means before the conclusion; those that nearly say it where none does."""
        wanted = same_words(term)
        holding = [number for number, words in enumerate(self._words) if wanted and wanted in words]
        if not holding and (match := self._source.find(term)).kind == "near":
            number = bisect_right(self._starts, match.start) - 1
            holding = [number] if match.end <= self._starts[number + 1] else []
        return sorted(holding, key=lambda number: (len(self._words[number]), number))[:_MOST_BY_QUOTE]

    def _take_up(self, number: int) -> None:
        """A claim was taken up: the argument it belongs to, and what that argument is to show."""
        goal = self._claims[number].supports
        own = [
            n
            for n, claim in enumerate(self._claims)
            if goal is not None and goal in (claim.piece, claim.supports)
        ]
        conclusion = [n for n in own if self._claims[n].piece == goal]
        self._argument.update(own or [number])
        self._aim = set(conclusion or [number])


def _against(sentence: Sentence, targets: tuple[tuple[int, Words], ...]) -> Iterator[Remark]:
    if targets:
        yield Remark(sentence=sentence, role="rebuttal", targets=targets)


def _is_evidence(words: str) -> bool:
    """Whether a sentence gives cases: 「過去の事例は、A、B等々」, an example with a date, the result of a survey."""
    if _CASES.search(words) and len(listed(words)) > 1:
        return True
    return bool(_EVIDENCE.search(words)) and bool(
        figures(words) or dates(words, "2000") or re.match("例えば|たとえば", words)
    )


def _last_rebuttal(found: Sequence[Remark]) -> int | None:
    return next((number for number in reversed(range(len(found))) if found[number].role == "rebuttal"), None)
