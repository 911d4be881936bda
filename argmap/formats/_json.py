"""JSON text -> its value; size and depth have limits, and every fault has its line and column (RFC 8259)."""

from __future__ import annotations

import json
import re
from collections import Counter
from functools import lru_cache
from typing import Any

from argmap.diagnostics import Words
from argmap.formats import Given, Note
from argmap.formats._text import MOST, place, text_of, too_big

DEEPEST = 200
_MOST_VALUES = 8_000_000  # each takes up to about 200 bytes
_STRING = re.compile(r'"(?:[^"\\]|\\.)*+"')
_NO_BRACKET = re.compile(r"[^\[\]{}]+")


def parse(given: Given) -> tuple[object, tuple[Note, ...]]:
    """The value of a JSON file, and what is wrong with it; None where it cannot be read at all."""
    return _parsed(given.data) if len(given.data) <= MOST else (None, too_big(given))


@lru_cache(maxsize=1)  # every reader of JSON is asked whether a file is its own
def _parsed(data: bytes) -> tuple[object, tuple[Note, ...]]:
    text, notes = text_of(data)
    if text is None:
        return None, notes
    brackets = text.count("[") + text.count("{")
    if brackets + text.count(",") > _MOST_VALUES:
        return None, (Note(message=_TOO_MANY),)
    if brackets > DEEPEST and _depth(text) > DEEPEST:
        return None, (Note(message=_TOO_DEEP),)
    return _value(text)


def _value(text: str) -> tuple[object, tuple[Note, ...]]:
    twice: dict[str, None] = {}

    def pairs(found: list[tuple[str, Any]]) -> dict[str, Any]:
        made = dict(found)
        if len(made) < len(found):
            often = Counter(key for key, _ in found)
            twice.update((key, None) for key in often if often[key] > 1)
        return made

    try:
        value = json.loads(text, object_pairs_hook=pairs, parse_constant=_no_constant, parse_int=_number)
    except json.JSONDecodeError as error:
        words = Words(en=f"this is not JSON: {error.msg}", ja=f"JSON として読めない: {error.msg}")
        return None, (Note(message=words, at=place(text, error.pos)),)
    except _ConstantError as error:
        name = str(error)
        words = Words(en=f"this is not JSON: {name}", ja=f"JSON として読めない: {name}")
        bare = _STRING.sub(lambda string: " " * len(string[0]), text)
        return None, (Note(message=words, at=place(text, bare.index(name))),)
    return value, tuple(Note(message=_twice(key)) for key in twice)


class _ConstantError(ValueError):
    """A number that JSON does not have, such as NaN."""


def _no_constant(name: str) -> None:
    raise _ConstantError(name)


def _number(digits: str) -> int | float:
    """A whole number; one of more digits than Python reads (4,300) is infinite, as it is for other programs."""
    return int(digits) if len(digits) < 4000 else float(digits)  # noqa: PLR2004 - said above


def _depth(text: str) -> int:
    deepest = depth = 0
    for bracket in _NO_BRACKET.sub("", _STRING.sub("", text)):
        depth += 1 if bracket in "[{" else -1
        deepest = max(deepest, depth)
    return deepest


_TOO_MANY = Words(
    en=f"the JSON has more than {_MOST_VALUES:,} values: split it",
    ja=f"JSON の値が {_MOST_VALUES:,} 個を超える。分けて読む",
)
_TOO_DEEP = Words(
    en=f"the JSON is nested more than {DEEPEST} deep", ja=f"JSON の入れ子が {DEEPEST} 段を超える"
)


def _twice(key: str) -> Words:
    shown = key[:60]
    return Words(
        en=f"the key `{shown}` stands twice in one object: the last one counts",
        ja=f"一つのオブジェクトにキー `{shown}` が二度ある。後のものを使う",
    )
