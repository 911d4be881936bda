"""Question points: what was asked, a sentence or each member of an enumeration, and requests, which expect no answer."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Literal

from argmap.drafting.enumerations import listed
from argmap.drafting.pieces import all_sentences, fold, part, plain_end, prose, shorten
from argmap.drafting.tokens import telling_words
from argmap.drafting.values import Sentence, Turn

_ASKED_FOR = r"(?:見解|答弁|所見|お?考え|説明|認識|回答|意見|理由|根拠|状況|内容)"
_SHOW = (
    r"(?:お?聞かせ|お?示し|お答え|ご?答弁|御答弁|[ご御]説明|説明し|お?教え|お?知らせ|示し|答え|明らかにし)"
)
_PLEASE = r"(?:を?して|て|を)?(?:ください|下さい|いただ[^、]*|頂[^、]*|願い[^、]*|願う|お願い[^、]*|ほしい[^、]*|欲しい[^、]*|もらいたい[^、]*)"
_ASKING = (
    r"(?:問う|問い(?:ます|たい[^、]*)|[お御]?伺(?:う|い(?:を?(?:し|いた|致))?[^、]*)|うかが(?:う|い[^、]*)"
    r"|お?尋ねる|[お御]?尋ね(?:を?(?:し|いた|致))[^、]*|お聞き[^、]*|聞く|聞きたい[^、]*|質す|ただす|質問を?(?:する|(?:し|いた|致)[^、]*))"
)
_PAST = re.compile(
    r"(?:まし|てい|し|っ)た$|なかった(?:の)?(?:でしょう|だろう)か$|て(?:いる|います|おります|きました)$|ところ(?:です|であります)$"
)
_QUESTION = re.compile(
    r"(?<!明ら)(?<!確)(?<!わず)(?<!豊)(?<!静)(?<!しっ)(?<!なん)か$|[?？]$|(?:い?かが|どう|何|いつ|どこ|なぜ|いくつ|いくら)(?:でしょう|です|だろう)?$"
    rf"|{_ASKING}$|{_SHOW}{_PLEASE}$|(?:{_ASKED_FOR}|[ご御]?答弁)を[^、]{{0,6}}(?:求め(?:る|ます|たい[^、]*)|{_ASKING}|お願い[^、]*|願い[^、]*)$"
    r"|どう(?:考え|捉え|とらえ|対応|対処|受け止め|認識)[^、]{0,8}$|(?<!こんにち)(?<!こんばん)(?<=[^、\s])は$"
)
_REQUEST = re.compile(
    r"要望(?:する|し(?:ます|たい[^、]*|て[^、]*)|いたし[^、]*|致し[^、]*|です|とする|と(?:いた)?します)?$"
    r"|(?:お願い|願い|求め|望み)(?:する|し(?:ます|たい[^、]*)|いた[^、]*|致し[^、]*|申し上げ[^、]*|る|ます|たい[^、]*)?$|求めておき[^、]*$"
    r"|(?:いただきたい|頂きたい|ほしい|欲しい|もらいたい|願いたい)(?:です|と思[^、]*|と考え[^、]*|ところ[^、]*|もの[^、]*)?$"
)
_FORMULA = re.compile(
    rf"^(?:そこで|それでは|では|再度|改めて|重ねて)?、?{_ASKING}$|、質問を?(?:いた|し)[^、]*$|"
    r"^以上[、で]|^これ(?:で|をもって|をもちまして)、?(?:私の)?(?:質問|発言)|^よろしくお願い|^どうぞよろしく"
    r"|^(?:明快な|前向きな|誠意ある|簡潔な|それぞれ|なお)?、?[御ご]?答弁[をのに]?(?:よろしく|お願い)"
    r"|^(?:一般|代表)?質問を(?:いたし|し|させて|始め|行い)|質問を?(?:終わ|終え)|ご?(?:清聴|静聴)|登壇|着席|通告(?:に従|に基づ|順)|ありがとうございま"
)
_BARE_ASKING = re.compile(
    rf"(?:について|に関して|に関し|につき)、?(?:[0-9二三四五六七八九十]+点|幾つか|いくつか|順次|順に|以下|区に|市に|町に|村に|県に)?{_ASKING}$"
    rf"|(?:次の|以下|下記)[^、]{{0,12}}{_ASKING}$|[0-9二三四五六七八九十]+点、?{_ASKING}$"
    r"|(?:質問|お尋ね|伺)[^、]{0,4}(?:に移り|に入り)"
)
_TAIL = re.compile(
    rf"(?:、?(?:[一-鿿]{{1,3}}(?:の|として(?:の|は)?))?(?:についての?|に対する|に関する)?)?(?:[ごお御]?(?:見解|所見|考え|認識|答弁|説明|決意|意見))?[をにも、]?(?:併せて|あわせて|改めて|具体的に)?(?:{_ASKING}|{_SHOW}{_PLEASE}|求め(?:る|ます|たい[^、]*)|お願い[^、]*|いかがで[^、]*)$"
)
_ELLIPTIC = re.compile(
    r"^\s*(?:また、|あわせて|併せて|さらに、|そして、|もし)?(?:その|それ|これ|この|そうした|こうした|そう|同じ|同様)|^\s*もし"
)
_ADDS = re.compile(r"^\s*(?:また|そこで|あわせて|併せて|さらに|加えて)")
_OPENS = re.compile(
    r"^\s*(?:それでは、?)?(?:次に|初めに|はじめに|まず|最初に|最後に|続いて|続きまして|次は|[0-9一二三四五六七八九十]+(?:点|つ|項|番)目)"
)
_ANY_QUESTION_WORD = re.compile(
    r"か[、をと]|どう|どの|何|いつ|どこ|なぜ|いかが|いくら|いかに|誰|見解を|所見を|考えを"
)
_BELOW = re.compile(
    r"(?:次|以下|下記|左記)(?:の(?:よう|とおり|通り|点|問題|声|批判|意見|疑問|課題|事項|[0-9一二三四五六七八九十]+点)|に、|を[問伺]|は、|について)"
    r"|[0-9二三四五六七八九十]+点(?:について)?[^、]{0,4}(?:伺|問|質問|尋)"
)
_LABEL = re.compile(r"(?:からの|の)(?:批判|声|意見|指摘|懸念|疑問|要望|不安|課題|問題|問題点)$")
_LONGEST_LABEL = 25
_TROUBLE = re.compile(
    r"不足|足り|問題|課題|懸念|不安|困|(?:てい|でき|され|は|が|も)ない$|ません$|ず$|増加|負担|遅れ|危険|恐れ|おそれ|べき|必要|批判|不満|低下|減少|悪化|混乱|不便|廃止|削減|事故|不具合|声が|疑問|反対"
)
_TELLING = re.compile(r"[一-鿿ァ-ヺA-Za-z0-9]")
_RHETORICAL = re.compile(r"(?:ない|ません|だろう|でしょう|あろう)(?:だろう|でしょう|の|ん)?か$")
_ASKS_WHAT = re.compile("どう|どこ|どの|何|いつ|なぜ|誰|いくら|いかに")
_ASKS_FOR = re.compile("要望|提案|提言|お願い|求める|質問")
_ASKS_ONLY = re.compile("[ごお御]?(?:見解|所見|認識|考|対応|対策|対処|答弁|市当局|当局|行政)")
_LONGEST_BARE = 20
_CONTEXT = 3
_LAST_WORDS = 120  # a sentence says at its end what it is; a longer one is a fault of the layout

_Kind = Literal["question", "request", "asking", "formula", "statement"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """A point that was put.

    Attributes:
        piece: its words and their place.
        kind: a request (要望) expects no answer.
        context: what was said just before it, and what the section of the speech is about; for comparison only.
        stated: whether it is a criticism that was put without a question.
        follows: whether it goes on from the point before: 「その理由は」.
    """

    piece: Sentence
    kind: Literal["question", "request"]
    context: tuple[str, ...] = field(default=())
    stated: bool = False
    follows: bool = False


def points(turn: Turn, raw: str) -> tuple[Point, ...]:
    """What a turn asks and requests, in its order; of 「A、B、Cなどの声がある。見解は。」 each member."""
    sentences = all_sentences(turn)
    kinds = [_kind(sentence.text) for sentence in sentences]
    return tuple(_explicit(sentences, kinds, _asked(sentences, kinds), raw))


def stated(turn: Turn, raw: str) -> tuple[Point, ...]:
    """The criticisms that a turn without any question puts to who answers it.

    Those behind 「次のような…」, else what names a trouble, else the last sentence; of 「A、B、C等々」 each member.
    """
    sentences = all_sentences(turn)
    return tuple(_stated(sentences, [_kind(sentence.text) for sentence in sentences], raw))


def asks(turn: Turn) -> tuple[Point, ...]:
    """What a turn asks or requests beside what else it does, such as a criticism that ends in a request."""
    found = []
    for sentence in prose(turn):
        kind = _kind(sentence.text)
        if kind == "request":
            found.append(Point(piece=sentence, kind="request"))
        elif kind in ("question", "asking") and not is_rhetorical(sentence.text):
            found.append(Point(piece=sentence, kind="question"))
    for caption, items in turn.lists:
        if caption is not None and asks_for(caption.text):
            found += [Point(piece=item, kind="request") for item in items]
    return tuple(found)


def asks_for(caption: str) -> bool:
    """Whether the caption of a list says that something is asked for."""
    return bool(_ASKS_FOR.search(caption))


def matter(text: str) -> str:
    """What a question is about: its words without those that only ask."""
    words = plain_end(shorten(text))
    tail = _TAIL.search(fold(words)[-_LAST_WORDS:])
    return words[: len(words) - len(tail.group())] or words if tail else words


def is_rhetorical(text: str) -> bool:
    """Whether a question says something itself: 「…ではないか」."""
    words = plain_end(fold(text))[-_LAST_WORDS:]
    return bool(_RHETORICAL.search(words)) and not _ASKS_WHAT.search(words)


def is_formula(text: str) -> bool:
    """Whether a sentence only opens or closes a speech."""
    return bool(_FORMULA.search(plain_end(shorten(text))))


def _kind(text: str) -> _Kind:
    words = plain_end(fold(shorten(text))).rstrip(")」』")[-_LAST_WORDS:]
    if not _TELLING.search(words) or _FORMULA.search(words):
        return "formula"
    if _PAST.search(words):
        return "statement"
    if _BARE_ASKING.search(words) and not _ANY_QUESTION_WORD.search(words):
        return "question" if _ADDS.match(text) else "asking"
    if _REQUEST.search(words) and not _QUESTION.search(words):
        return "request"
    return "question" if _QUESTION.search(words) else "statement"


def _asked(sentences: Sequence[Sentence], kinds: Sequence[_Kind]) -> list[int]:
    """The sentences that ask. 「…について伺います」 asks itself only where nothing is asked on the matter after it."""
    edges = [position for position, kind in enumerate(kinds) if kind == "asking"]
    announcing = {
        start
        for start, end in pairwise([*edges, len(kinds)])
        if "question" in kinds[start:end] or (end == start + 1 and _opens_only(sentences, kinds, start))
    }
    return [
        position
        for position, kind in enumerate(kinds)
        if kind in ("question", "asking", "request") and position not in announcing
    ]


def _opens_only(sentences: Sequence[Sentence], kinds: Sequence[_Kind], position: int) -> bool:
    """Whether 「次に、…について」 is followed at once by the first of its parts."""
    after = position + 1
    return (
        after < len(kinds)
        and kinds[after] == "asking"
        and bool(_OPENS.match(sentences[position].text))
        and not _OPENS.match(sentences[after].text)
    )


def _explicit(
    sentences: Sequence[Sentence], kinds: Sequence[_Kind], asked: Sequence[int], raw: str
) -> Iterator[Point]:
    heading: tuple[str, ...] = ()
    wanted = set(asked)
    last = ""
    for position, sentence in enumerate(sentences):
        if kinds[position] == "asking":
            heading = (sentence.text,)
        if position not in wanted:
            continue
        before = tuple(_before(sentences, kinds, position))
        kind: Literal["question", "request"] = "request" if kinds[position] == "request" else "question"
        above = heading if heading != (sentence.text,) else ()
        members = listed(sentences[position - 1].text) if before and _is_bare(sentence.text) else ()
        if len(members) > 1:
            yield from _members(sentences[position - 1], members, (*above, sentence.text), raw)
            continue
        elliptic = bool(_ELLIPTIC.match(sentence.text))
        if last and (elliptic or not before):
            above = (*above, last)
        yield Point(piece=sentence, kind=kind, context=(*above, *before), follows=bool(last) and elliptic)
        last = sentence.text


def _before(sentences: Sequence[Sentence], kinds: Sequence[_Kind], position: int) -> Iterable[str]:
    """The statements just before a question."""
    start = position
    while start and position - start < _CONTEXT and kinds[start - 1] == "statement":
        start -= 1
    return (sentence.text for sentence in sentences[start:position])


def _stated(sentences: Sequence[Sentence], kinds: Sequence[_Kind], raw: str) -> Iterator[Point]:
    said = [s for s, kind in zip(sentences, kinds, strict=True) if kind == "statement"]
    frames = [
        position
        for position, sentence in enumerate(said)
        if _BELOW.search(fold(sentence.text)[-_LAST_WORDS:])
    ]
    if frames:
        said = said[frames[0] + 1 :]
    else:
        said = [
            sentence
            for sentence in said
            if listed(sentence.text) or _TROUBLE.search(plain_end(sentence.text))
        ] or said[-1:]
    label = ""
    for sentence in said:
        words = plain_end(fold(sentence.text))
        if len(words) <= _LONGEST_LABEL and _LABEL.search(words):
            label = sentence.text
            continue
        stretches = listed(sentence.text) or ((0, len(sentence.text)),)
        yield from _members(sentence, stretches, (label,) if label else (), raw)


def _members(
    sentence: Sentence, stretches: Iterable[tuple[int, int]], context: tuple[str, ...], raw: str
) -> Iterator[Point]:
    for start, end in stretches:
        piece = part(sentence, raw, start, end)
        yield Point(piece=piece, kind="question", context=context, stated=True)


def _is_bare(text: str) -> bool:
    """Whether a question only asks what is thought of what was said before it, such as 町の考えは."""
    words = shorten(text)
    return len(words) <= _LONGEST_BARE and all(_ASKS_ONLY.fullmatch(word) for word in telling_words(words))
