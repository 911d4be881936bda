"""Characters that look wrong: each with a suggestion and its reason. Nothing is changed.

A rule says what correct Japanese never writes; a rule that also fires on correct text does not belong here.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from argmap.diagnostics import Words
from argmap.drafting.paragraphs import Block
from argmap.drafting.sentences import pieces_of
from argmap.drafting.values import Span, Suspect
from argmap.drafting.wording import ENDS

_SMALL = Words(
    en="a small っ or ょ was set as a large one", ja="小書きの「っ」「ょ」が大きく組まれているようです"
)
_EFFORT = Words(en="a character of 努める was read as another", ja="「努める」の字が化けているようです")
_CHANGE = Words(en="this word becomes a verb with 化 only", ja="この語は「化」がないと動詞になりません")
_PARTNER = Words(
    en="this character stands before one partner only", ja="この字はふつう決まった字とだけ熟語になります"
)
_PAPER = Words(en="this paper has another official name", ja="正式な書類の名称と異なるようです")
_ALIKE = Words(
    en="a word that sounds or looks alike was taken", ja="読みや形の似た別の語になっているようです"
)
_PARTICLE = Words(en="the particle does not fit", ja="助詞が合いません")
_SHAPE = Words(en="a character of the same shape was taken", ja="形の似た別の字になっているようです")
_DOUBLED = Words(en="a sign stands twice", ja="同じ字が重なっています")
_UNOPENED = Words(en="a bracket closes that was not opened", ja="開きかっこが見当たりません")
_UNCLOSED = Words(en="a bracket opens that is not closed", ja="閉じかっこが見当たりません")

_PARTNERS = {
    "蹂": "躙", "躊": "躇", "齟": "齬", "拮": "抗", "忖": "度", "邁": "進", "乖": "離", "斡": "旋", "憔": "悴", "咀": "嚼",
    "瑕": "疵", "僥": "倖", "痙": "攣", "誹": "謗", "跋": "扈", "揶": "揄", "邂": "逅", "懺": "悔", "輻": "輳", "恫": "喝",
    "顰": "蹙", "辟": "易", "醍": "醐", "憮": "然",
}  # fmt: skip
_ALSO = {"蹂": "躙躪", "輻": "輳射", "辟": "易邪雍", "邁": "進往", "憔": "悴", "拮": "抗据"}
_NOUN = r"(?:促進|推進|確保|向上|充実|周知|啓発|解消|改善|強化|維持|把握|実現|防止|整備|普及|拡充|育成|理解|醸成|軽減|徹底|抑制|発信)"
_BODY = r"(?:自治体|市町村|都市|大学|企業|団体|部署|地域|機関|事業者|学校|省庁|市区町村|施設|部局|国)"


@dataclass(frozen=True, slots=True)
class _Rule:
    pattern: re.Pattern[str]
    suggestion: str
    words: Words


def _rule(pattern: str, suggestion: str, words: Words) -> _Rule:
    return _Rule(re.compile(pattern), suggestion, words)


_RULES = (
    _rule(r"(?P<a>[持立待勝打保放断])つ(?P<b>て)", r"\g<a>っ\g<b>", _SMALL),
    _rule(r"(?P<a>[行言思取使入切知作買失送座残帰至伴従沿扱限渡困図払追習願伺])つ(?P<b>て|た(?=[。、がのらりことけ]))", r"\g<a>っ\g<b>", _SMALL),
    _rule(r"(?P<a>あ|だ|しま|によ|にと)つ(?P<b>て|た(?=[。、がのらりことけ]))", r"\g<a>っ\g<b>", _SMALL),
    _rule(r"(?P<a>[るたいの])でしよう", r"\g<a>でしょう", _SMALL),
    _rule(r"(?P<a>[きしりいえけちみべめれせ])ましよう", r"\g<a>ましょう", _SMALL),
    _rule(rf"(?P<a>{_NOUN}に)と?(?:停|留|止|務|勉|勗)め", r"\g<a>努め", _EFFORT),
    _rule(r"(?P<a>[にへ])と停め", r"\g<a>努め", _EFFORT),
    _rule(r"(?P<a>複雑|効率|高齢|多様|活性|深刻|具体|長期|老朽|無償|義務|民営|有料|最適|標準|空洞|形骸|陳腐|少子|過疎)し(?=[、たて一-龥ァ-ヴ])", r"\g<a>化し", _CHANGE),
    _rule(r"(?P<a>(?:資格確認|罹災証明|り災証明|課税証明|非課税証明|納税証明|印鑑登録証明|所得証明|接種証明))証(?!明)", r"\g<a>書", _PAPER),
    _rule(r"(?P<a>(?:被保険者|運転免許))書(?!類|式|換|き)", r"\g<a>証", _PAPER),
    _rule(rf"(?P<a>{_BODY}間)を(?P<b>つくる|作る|構成する|組織する)(?=[「『一-龥ァ-ヴ])", r"\g<a>で\g<b>", _PARTICLE),
    _rule(r"(?<=[、。はも])徹底し(?P<b>始め|つつあ)", r"撤退し\g<b>", _ALIKE),
    _rule(r"(?P<a>[0-9０-９](?:年度?|月|日|時))意向", r"\g<a>以降", _ALIKE),
    _rule(r"健康保健証|健康保険書", "健康保険証", _ALIKE),
    _rule(r"最新の注意を", "細心の注意を", _ALIKE),
    _rule(r"責任を追求", "責任を追及", _ALIKE),
    _rule(r"前後策を", "善後策を", _ALIKE),
    _rule(r"完壁", "完璧", _SHAPE),
    _rule(r"危倶", "危惧", _SHAPE),
    _rule(r"隠弊", "隠蔽", _SHAPE),
    _rule(r"専問", "専門", _SHAPE),
    _rule(r"講議", "講義", _SHAPE),
    _rule(r"成積", "成績", _SHAPE),
    _rule(r"(?<![月年期週度始巻結文粗端終幕本])末(?P<b>満の|曾有|就学|解決|然に|整備の|納の|収金)", r"未\g<b>", _SHAPE),
    _rule(r"口(?P<b>ー[ァ-ヴ])", r"ロ\g<b>", _SHAPE),
    _rule(r"(?P<a>[ァ-ヴ])二(?P<b>[ャュョ])", r"\g<a>ニ\g<b>", _SHAPE),
    _rule(r"力(?P<b>ー[ァ-ヴ])", r"カ\g<b>", _SHAPE),
    _rule(r"を{2}", "を", _DOUBLED),
    _rule(r"(?<!。)。。(?!。)", "。", _DOUBLED),
    _rule(r"(?<!、)、、(?!、)", "、", _DOUBLED),
)  # fmt: skip
_RARE = re.compile(rf"[{''.join(_PARTNERS)}](?P<next>[一-龥])")
_BRACKETS = re.compile("[「」『』]")
_PAIRS = {"「": "」", "『": "』"}
_CUT = re.compile(r"(?:[てはがをにで、。「」』（(]|から|より)(?=[一-龥ァ-ヴーA-Za-zＡ-Ｚ0-9０-９])")
_NAMED = re.compile(r"(?=について|に基づ|に関する|という|と題|をテーマ|と称|に掲げ|を開催|に参加)")
_REACH = 500
_NEAR = 60
_MANY = 3


def suspects_of(text: str, blocks: Sequence[Block]) -> tuple[Suspect, ...]:
    """What looks wrong in the lines that hold words, in order."""
    spoken = [(block.start, block.end) for block in blocks if block.kind not in {"rule", "note"}]
    starts = [start for start, _ in spoken]
    found = [*_by_rule(text), *_by_partner(text)]
    found = [suspect for suspect in found if _within(suspect.span, starts, spoken)]
    found += _by_bracket(text, spoken)
    return tuple(sorted(found, key=lambda suspect: suspect.span))


def _within(span: Span, starts: Sequence[int], spoken: Sequence[Span]) -> bool:
    """Whether a place lies in one of the lines."""
    line = bisect_right(starts, span[0]) - 1
    return line >= 0 and span[1] <= spoken[line][1]


def _by_rule(text: str) -> Iterator[Suspect]:
    taken = -1
    matches = [(match.span(), rule, match) for rule in _RULES for match in rule.pattern.finditer(text)]
    for (start, end), rule, match in sorted(matches, key=lambda found: found[0]):
        if start >= taken:
            taken = end
            yield Suspect(
                span=(start, end), text=match[0], suggestion=match.expand(rule.suggestion), words=rule.words
            )


def _by_partner(text: str) -> Iterator[Suspect]:
    for match in _RARE.finditer(text):
        first = match[0][0]
        if match["next"] not in _ALSO.get(first, _PARTNERS[first]):
            yield Suspect(
                span=match.span(), text=match[0], suggestion=first + _PARTNERS[first], words=_PARTNER
            )


def _by_bracket(text: str, spans: Sequence[Span]) -> Iterator[Suspect]:
    """Brackets without a partner: the one that is missing is set where a name seems to begin or end.

    A line with many of them uses brackets for something else.
    """
    of_line: Counter[Span] = Counter()
    alone = []
    for at, span in _alone(text, spans):
        of_line[span] += 1
        if of_line[span] <= _MANY:
            alone.append((at, span))
    for at, span in alone:
        if of_line[span] <= _MANY:
            yield _unclosed(text, at, span) if text[at] in _PAIRS else _unopened(text, at, span)


def _alone(text: str, spans: Sequence[Span]) -> Iterator[tuple[int, Span]]:
    """The brackets that have no partner within reach, each with its line."""
    opened: deque[tuple[int, Span]] = deque()
    for span in spans:
        places = (
            match.start() for piece in pieces_of(text, span) for match in _BRACKETS.finditer(text, *piece)
        )
        for at in places:
            while opened and at - opened[0][0] > _REACH:
                yield opened.popleft()
            if text[at] in _PAIRS:
                opened.append((at, span))
                continue
            while opened and _PAIRS[text[opened[-1][0]]] != text[at]:
                yield opened.pop()
            if opened:
                opened.pop()
            else:
                yield at, span
    yield from opened


def _unopened(text: str, at: int, span: Span) -> Suspect:
    floor = max(span[0], at - _NEAR)
    starts = [match.end() for match in _CUT.finditer(text, floor, at)]
    start = starts[-1] if starts else floor
    opener = "「" if text[at] == "」" else "『"
    words = text[start : at + 1]
    return Suspect(span=(start, at + 1), text=words, suggestion=opener + words, words=_UNOPENED)


def _unclosed(text: str, at: int, span: Span) -> Suspect:
    stop = min(span[1], at + 2 * _NEAR)
    ended = min((place for sign in ENDS if (place := text.find(sign, at, stop)) >= 0), default=stop)
    named = _NAMED.search(text, at + 2, ended)
    end = named.start() if named else min(at + 1 + _NEAR // 5, ended)
    words = text[at:end]
    return Suspect(span=(at, end), text=words, suggestion=words + _PAIRS[text[at]], words=_UNCLOSED)
