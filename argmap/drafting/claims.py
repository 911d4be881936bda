"""Claims: what an answer puts forward, each sentence of it; means and the end they serve are claims of their own.

A kind is given only where the wording says so: する／予定／検討 make a commitment (with its date), 見込み a prediction,
べき a policy, 重要 or 適切 a value, and a figure or a date with what was or is done a fact.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from argmap.drafting.dates import dates, due, figures
from argmap.drafting.enumerations import means
from argmap.drafting.pieces import all_sentences, fold, part, plain_end, shorten
from argmap.drafting.points import is_formula
from argmap.drafting.values import Sentence, Turn

Kind = Literal["fact", "value", "policy", "prediction", "commitment"]

_TELLING = re.compile(r"[一-鿿ァ-ヺA-Za-z0-9]")
_ANNOUNCES = re.compile(
    r"(?:について|につきまして|に関して|に関しまして|に関する|に対する|へ)の?(?:[ご御]?質問|[お御]尋ね|[ご御]指摘)?[をにへ]?(?:順次|順に|一括して)?(?:[お御]?答え(?:を?(?:し|いた|致|申)[^、]*)?|[ご御]?答弁(?:し|いた|申)[^、]*)$"
    r"|(?:質問|お尋ね)に(?:順次|順に)?お答え[^、]*$|^[^、]{1,40}(?:について|につきまして)(?:です|でございます|であります)$"
)
_NAMES = re.compile(r"^[^、をが]{1,30}(?:です|でございます|であります)$")
_PASSAGE = re.compile(
    r"^\s*(?:次に|初めに|はじめに|まず|最初に|最後に|続いて|続きまして|次は|[0-9一二三四五六七八九十]+(?:点|つ|項|番)目|[(][0-9一二三四五六七八九十]+[)]|[①-⑳])"
    r"|^[^、。]{2,40}(?:について|につきまして|に関して)の(?:[ご御]?質問|[お御]尋ね)"
)
_COMMITMENT = re.compile(
    r"予定(?:です|だ|である|であります|でございます|し(?:ている|ています|ております)[^、]*|して?おり[^、]*)?$"
    r"|[てで](?:いく|いきます|いきたい[^、]*|行く|行きます|まいる|まいります|まいりたい[^、]*|参る|参ります|参りたい[^、]*)(?:考え[^、]*|予定[^、]*|所存[^、]*|方針[^、]*)?$"
    r"|(?:[るうくすむ]|たい)(?:考え|方針|所存|つもり)(?:です|だ|である|であります|でございます)?$"
    r"|(?:させて)?いただ(?:く|きます|きたい[^、]*)$|(?:することと|することに)(?:した|する|しました|して(?:い|おり)[^、]*)$"
    r"|(?:実施|検討|研究|推進|整備|設置|開催|対応|継続|拡充|拡大|強化|改善|周知|調査|配布|導入|創設|支援|公表|説明|要請|要望|注視|提供|確保|配置|計上|新設|策定|検証|協議|調整|啓発|運用|把握)を?(?:する|します|いたします|致します)$"
    r"|(?:行|図|進め|努め|取り組|取組|目指|めざ|講じ|設け|始め|見直|働きかけ|続け)(?:う|る|む|す|い?ます|ります|みます|します)$"
)
_NEGATED = re.compile(r"ない|ません")
_PREDICTION = re.compile(
    r"見込(?:み|まれ|んで|む)|見通し|予測さ|予想さ|想定さ|はず(?:だ|です|である)|(?:でしょう|だろう)$|と思われ"
)
_POLICY = re.compile(r"べき(?:だ|で|と|もの)|(?:なければ|なくては)なら|必要が(?:ある|あり)|求められ")
_VALUE = re.compile(
    r"重要|大切|望まし|肝要|有意義|有用|妥当|好まし|適[切正](?:だ|である|であり|です|と考え|なもの)|有効(?:だ|である|であり|です|と考え)|必要(?:だ|である|です|と考え|な(?:もの|費用|こと))|メリット|意義(?:がある|があり)|遺憾|不十分|残念|評価(?:する|します|し[^、]{0,6}$)"
)
_DONE = re.compile(
    r"(?:た|ている|ています|ております|となっている|である|であります|です|でございます|でした)$"
)
_LAST_WORDS = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A claim as it was found.

    Attributes:
        turn: id of its turn.
        piece: its words in the document and their place.
        text: what it says; a member of an enumeration with what it brings about.
        sentence: the whole sentence.
        supports: the piece of the conclusion that it serves as a means, if it does.
        passage: number of the part of the answer that it stands in; a part begins with 次に or names its question.
        heading: what the answer says that this part is about.
    """

    turn: str
    piece: Sentence
    text: str
    sentence: str
    passage: int
    heading: str = ""
    supports: Sentence | None = None
    kind: Kind | None = None
    due: str | None = None
    figures: tuple[str, ...] = ()


def claims(turn: Turn, raw: str, said: str | None = None) -> tuple[Claim, ...]:
    """The claims of a turn, in its order.

    Args:
        turn: an answer.
        raw: the document's text.
        said: when it was said, ISO 8601, if that is known.
    """
    found: list[Claim] = []
    passage, heading = 0, ""
    for sentence in all_sentences(turn):
        words = fold(shorten(sentence.text))[-_LAST_WORDS:]
        begins = bool(_PASSAGE.match(fold(sentence.text)))
        announces = bool(_ANNOUNCES.search(words)) or (begins and bool(_NAMES.search(words)))
        if announces or begins:
            passage, heading = passage + 1, sentence.text
        if announces or not _TELLING.search(words) or is_formula(sentence.text):
            continue
        found += _of_sentence(
            sentence,
            raw,
            said,
            Claim(
                turn=turn.id,
                piece=sentence,
                text=shorten(sentence.text),
                sentence=sentence.text,
                passage=passage,
                heading=heading,
            ),
        )
    return tuple(found)


def kind_of(text: str) -> Kind | None:
    """What a sentence claims to be by its wording, if it says so."""
    words = plain_end(fold(text))[-_LAST_WORDS:]
    if _COMMITMENT.search(words) and not _NEGATED.search(words[-8:]):
        return "commitment"
    for kind, cue in _CUES:
        if cue.search(words):
            return kind
    return "fact" if _DONE.search(words) and (figures(words) or dates(words, "2000")) else None


_CUES: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    ("prediction", _PREDICTION),
    ("policy", _POLICY),
    ("value", _VALUE),
)


def _of_sentence(sentence: Sentence, raw: str, said: str | None, whole: Claim) -> Iterator[Claim]:
    """One claim; or the conclusion and the means to it, the conclusion last, as it stands in the sentence."""
    kind = kind_of(sentence.text)
    whole = replace(
        whole,
        kind=kind,
        due=due(sentence.text, said) if kind == "commitment" else None,
        figures=figures(sentence.text),
    )
    found = means(sentence.text)
    if found is None:
        yield whole
        return
    conclusion = part(sentence, raw, *found.conclusion)
    end = plain_end(conclusion.text)
    for start, stop in found.members:
        member = part(sentence, raw, start, stop)
        yield replace(
            whole, piece=member, text=f"{member.text}により{end}", supports=conclusion, due=None, figures=()
        )
    subject = sentence.text[: found.members[0][0]]
    yield replace(whole, piece=conclusion, text=shorten(f"{subject}{end}"))
