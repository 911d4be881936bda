"""A sentence in its two forms: as it is read aloud on the floor, and as it is written in the notice (通告書)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from argmap.diagnostics import Words

_CLAUSES = (
    ("かを伺います。", "か。"),
    ("か伺います。", "か。"),
    ("かをお示しください。", "か。"),
    ("かお示しください。", "か。"),
)
"""How a question ends that is a sentence of its own in the notice."""
_LISTING = re.compile(r"([一-鿿々]|もの|こと)と?、[^。]*か(?=を?(伺います|お示しください)。)")
"""A noun and a question, asked for together (金額と、誰が払うのか): without a verb behind it, the noun would dangle."""
_ENDINGS = (
    ("か伺います。", "かを問う。"),
    ("伺います。", "問う。"),
    ("かお示しください。", "かを示されたい。"),
    ("お示しください。", "示されたい。"),
    ("見当たりませんでした", "見当たらなかった"),
    ("見当たりません", "見当たらない"),
    ("読み取れませんでした", "読み取れなかった"),
    ("ていません", "ていない"),
    ("ありました", "あった"),
    ("あります", "ある"),
    ("います", "いる"),
    ("ですので、", "であるので、"),
    ("ですが、", "だが、"),
    ("ものです。", "ものである。"),
    ("お考え", "考え"),
    ("お尋ねした", "尋ねた"),
)
"""What the floor form ends in, and what stands for it in the notice; each works on what those before it left."""


@dataclass(frozen=True, slots=True)
class Form:
    """A sentence as it is read aloud (`said`) and as it is written in the notice (`written`).

    Places to fill in are marked `{name}`; whatever is filled in is never looked at again.
    """

    said: Words
    written: Words


def form(ja: str, en: str, *, written: str | None = None) -> Form:
    """A sentence from its floor form; the notice form follows from it.

    Args:
        ja: Japanese, ending politely.
        en: English.
        written: the English of the notice, where it differs by more than a missing `please`.
    """
    return Form(Words(en=en, ja=ja), Words(en=bare(written or en), ja=plain(ja)))


def plain(text: str) -> str:
    """Japanese without です and ます: the questions end in か or 問う, the requests in 示されたい."""
    return "".join(map(_plain, re.split("(?<=。)", text)))


def _plain(sentence: str) -> str:
    endings = _ENDINGS if _LISTING.search(sentence) else (*_CLAUSES, *_ENDINGS)
    for polite, ending in endings:
        sentence = sentence.replace(polite, ending)
    return sentence


def bare(text: str) -> str:
    """English without `please`."""
    text = re.sub(r"\bPlease ([a-z])", lambda found: found[1].upper(), text)
    return text.replace(" please ", " ")


def fill(sentence: Form, **parts: Form | Words | str) -> Form:
    """The sentence with every place filled in: a form by its forms, words by language, a text as it is."""
    said = {name: part.said if isinstance(part, Form) else part for name, part in parts.items()}
    written = {name: part.written if isinstance(part, Form) else part for name, part in parts.items()}
    return Form(sentence.said.filled(**said), sentence.written.filled(**written))


def joined(forms: list[Form]) -> Form:
    """Several questions, one after the other."""
    return Form(_joined([one.said for one in forms]), _joined([one.written for one in forms]))


def _joined(words: list[Words]) -> Words:
    return Words(en=" ".join(one.en for one in words), ja="また、".join(one.ja for one in words))
