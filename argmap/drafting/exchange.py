"""How a meeting asks: point by point (一問一答), or everything first and then every answer (一括質問一括答弁)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from argmap.drafting.positions import plain
from argmap.drafting.values import Turn

Mode = Literal["one-by-one", "all-at-once", "unknown"]

_ASKS = re.compile(
    r"(?:か|は|問う|尋ねる|聞く|質す|ください|下さい|たい|(?:伺|うかが|尋ね|聞き|求め|お願い)[^。]{0,8})[。？?」]*$"
)
_FEW = 2.5
_MANY = 4


def mode_of(turns: Sequence[Turn]) -> Mode:
    """The mode that the turns say in so many words, or show.

    It shows in how many points are asked before somebody answers: up to two and a half on average, or four and more.
    """
    said = _said(turns)
    if said != "unknown":
        return said
    asked = []
    points = 0
    for turn in turns:
        if turn.role == "question":
            points += sum(bool(_ASKS.search(sentence.text)) for sentence in turn.sentences)
        elif turn.role == "answer" and points:
            asked.append(points)
            points = 0
    if not asked:
        return "unknown"
    average = sum(asked) / len(asked)
    if average >= _MANY:
        return "all-at-once"
    return "one-by-one" if average <= _FEW and len(asked) > 1 else "unknown"


def _said(turns: Sequence[Turn]) -> Mode:
    one = whole = False
    for turn in turns:
        if turn.role in {"chair", "question"}:
            for sentence in turn.sentences:
                words = plain(sentence.text)
                one = one or "一問一答" in words
                whole = whole or "一括質問" in words or "一括答弁" in words
    if one == whole:
        return "unknown"
    return "one-by-one" if one else "all-at-once"
