"""What the words of a line show: where a sentence ends, what goes on, what is only layout."""

from __future__ import annotations

import re

_LOOK = 200
ENDS = "。！？!?｡"
"""What ends a sentence."""
CLOSERS = "」』）)】〕］]》〉＞\"'”’"
"""What may stand behind the end."""
CIRCLES = "○〇◯"
"""One circle, three characters."""
SIGNS = "○〇◯◎△□◇◆●■▽▼▲"
_SPACED = re.compile(r"(?:[^\W\dA-Za-z][ 　\t]+){2,}[^\W\dA-Za-z]|[^\W\dA-Za-z][ 　\t]{1,6}[^\W\dA-Za-z]")
_HAPPENED = r"登壇|降壇|拍手|者あり|者多し|笑声|起立(?:多数|全員|少数|なし)?|挙手(?:多数|全員|なし)?"
NOTE = re.compile(rf"〔[^〔〕\r\n]{{1,80}}〕|[（(][^（()）\r\n]{{0,60}}(?:{_HAPPENED})[）)]")
"""A note in a speech of what happened: 〔市長登壇〕, （拍手）."""
_GOES_ON = re.compile(
    r".*(?:[、，,・「『（(は]|[がをにへとやでも]|から|より|ので|して|[一-龥]の|という|による|における|また|次に)$",
    re.DOTALL,
)
_HANGS = re.compile(r".*(?:[、，・「『（(]|[一-龥]の|という|による|における|また|次に)$", re.DOTALL)
_BEGINS_WITHIN = re.compile(
    r"を|に(?:も|は|つい|おい|おけ|より|よる|よっ|[一-龥、])|が[一-龥ァ-ヴ、]|へ(?:の|と|[一-龥、])|で(?:あ[るりっろ]|はな|[一-龥ァ-ヴ、])"
    r"|と(?:し[てた]|い[うっ]|な[るっり]|の|[一-龥、])|は[一-龥ァ-ヴ、]|も[一-龥、]|の(?:件|とおり)|など|[、。」』）)ー々ゃゅょっャュョッ]"
)
_CLAUSE = re.compile(r"[りしてがばずきれえはとにでも]、|(?:ので|ため|から)、")


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """A stretch of the text without white space at its ends."""
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end


def ends(words: str) -> bool:
    """Whether words end a sentence."""
    tail = words[-8:].rstrip().rstrip(CLOSERS)
    return (bool(tail) and tail[-1] in ENDS) or words.endswith("……")


def goes_on(words: str) -> bool:
    """Whether words end so that a sentence must go on behind them."""
    return bool(_GOES_ON.match(words[-20:])) or words.count("「", -_LOOK) > words.count("」", -_LOOK)


def hangs(words: str) -> bool:
    """Whether words end as not even a headline does, though headlines like to end in a particle (図書館に席を)."""
    return bool(_HANGS.match(words[-20:])) or words.count("「") > words.count("」")


def has_clause(words: str) -> bool:
    """Whether words hold a clause and what follows on it, as prose does more often than a title."""
    return bool(_CLAUSE.search(words))


def begins_within(words: str) -> bool:
    """Whether words begin as only the middle of a sentence does."""
    return bool(_BEGINS_WITHIN.match(words))


def title_words(words: str) -> str:
    """The words of a heading: without signs before it, and closed up when it is letter-spaced."""
    bare = words.strip().lstrip(f"#{SIGNS} 　\t").strip("*_ 　\t")
    if bare[:1] in "【《［" and bare[-1:] in "】》］":
        bare = bare[1:-1]
    return "".join(bare.split()) if is_spaced(bare) else " ".join(bare.split())


def is_spaced(words: str) -> bool:
    """Whether a heading is letter-spaced, as in 一　般　質　問."""
    return len(words) <= _LOOK and bool(_SPACED.fullmatch(words.strip(f"{SIGNS} 　\t")))
