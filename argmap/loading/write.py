"""Debate -> data -> YAML text in the style of the files in `claims/`: short things in one line, one key a line for the rest.

A text is written plain where every reader of YAML takes it for that text, and between quotation marks where one might
read a number, a date, a truth value, a comment or a sign of YAML's own (YAML 1.1 and 1.2.2, the resolution of tags).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from json import dumps
from typing import TypeAlias

from pydantic import BaseModel

from argmap.model import LINKS, SECTIONS, Debate

Data: TypeAlias = "str | int | bool | Sequence[Data] | Mapping[str, Data]"
"""Plain data: texts, whole numbers, truth values, lists, and mappings from text."""

WIDEST = 140
"""Characters that a key and its value may take to stand in one line."""
INLINE = ("parties", "groups", "sources", "follow-ups")
"""The sections with a line an item."""
_STEP = "  "
_ORDER = (
    *(
        "text",
        "by",
        "type",
        "kind",
        "due",
        "scheme",
        *LINKS,
        "about",
        "date",
        "place",
        "accepted",
        "conceded",
    ),
    *("source", "group", "turn", "review"),
)
"""The keys of a statement or question in the order of the file."""
_LONE = frozenset((*LINKS.values(), "in"))  # a mapping with one of these keys only is written as its value

_PLAIN = re.compile(r"(?:[^\W_]|[^\x00-\x7f]|\.\.?/)[\w ().%+=!/'&;~\x80-\U0010ffff-]*")
_MISREAD = re.compile(
    r"""(?xi) y|n|yes|no|on|off|true|false|null
    | [0-9][-+.:_0-9]* (?:e[-+]?[0-9]*)?                    # numbers, 12:30, dates
    | 0x[0-9a-f_]* | 0o[0-7_]*
    | [0-9]{4}-[0-9][0-9]?-[0-9][0-9]?(?:t|[ ]).*           # points in time
    """
)
_DATED = ("held", "date", "due", "on")
_DATE = re.compile("[0-9]{4}(?:-[0-9]{2}){0,2}")
_MONTH = re.compile("[0-9]{4}-[0-9]{2}")  # text to every reader
_ESCAPED = re.compile("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]")


def scalar(value: str | bool | int) -> str:  # noqa: FBT001 - a value to be written
    """A text, number or truth value as YAML writes it, in a block as well as between brackets."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if is_plain(value):
        return value
    if "'" not in value and ('"' in value or "\\" in value) and not _ESCAPED.search(value):
        return f"'{value}'"
    quoted = dumps(value, ensure_ascii=False)
    return _ESCAPED.sub(lambda found: f"\\u{ord(found[0]):04x}", quoted)


def is_plain(text: str) -> bool:
    """Whether a text can stand without quotation marks, wherever it stands."""
    if _MISREAD.fullmatch(text) and not _MONTH.fullmatch(text):
        return False
    return bool(_PLAIN.fullmatch(text)) and text == text.strip() and all(map(_shows, text))


def _shows(char: str) -> bool:
    return char in " \u3000" or unicodedata.category(char)[0] in "LMNPS"


def keyed(key: str, value: Data) -> str:
    """The value of a key in one line: dates are plain where the format has dates."""
    dated = key in _DATED and isinstance(value, str) and _DATE.fullmatch(value)
    return str(value) if dated else flow(value)


def flow(value: Data) -> str:
    """Plain data in one line."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{scalar(key)}: {keyed(key, item)}" for key, item in value.items()) + "}"
    if isinstance(value, Sequence) and not isinstance(value, str):
        return "[" + ", ".join(map(flow, value)) + "]"
    return scalar(value)


def entry(key: str, value: Data, indent: str, *, spread: bool) -> list[str]:
    """A key and its value, as the lines of a block.

    Args:
        key: the key.
        value: its value.
        indent: what stands before the key.
        spread: whether a mapping takes a line a key, however short it is.
    """
    name = f"{indent}{scalar(key)}:"
    inline = f"{name} {keyed(key, value)}"
    if isinstance(value, str | int) or not value:
        return [inline]
    if isinstance(value, Mapping):
        if not spread and len(inline) <= WIDEST:
            return [inline]
        inner = indent + _STEP
        return [name, *(line for k, v in value.items() for line in entry(k, v, inner, spread=False))]
    if len(inline) <= WIDEST:
        return [inline]
    return [name, *(f"{indent}{_STEP}- {flow(item)}" for item in value)]


def section(name: str, value: Data) -> list[str]:
    """A section of a debate file, as lines."""
    if not isinstance(value, Mapping) or not value or name == "debate":
        return entry(name, value, "", spread=False)
    inline = name in INLINE
    lines = (entry(key, item, _STEP, spread=not inline) for key, item in value.items())
    return [f"{scalar(name)}:", *(line for each in lines for line in each)]


def to_yaml(data: Mapping[str, Data]) -> str:
    """A debate file's text: its sections in the order of the data, a blank line between them."""
    return "\n".join("\n".join(section(name, value)) + "\n" for name, value in data.items())


def plain(debate: Debate) -> dict[str, Data]:
    """A debate as the data of its file, in the short forms of the format: reading `to_yaml` of it gives the debate."""
    data: dict[str, Data] = {"debate": _entry(debate.debate)}
    for name, field in Debate.model_fields.items():
        items = getattr(debate, name)
        if isinstance(items, Mapping):
            order = _ORDER if name in SECTIONS else ()
            data[field.alias or name] = {key: _in_order(item, order) for key, item in items.items()}
    return {name: section for name, section in data.items() if section} or {"claims": {}}


def _in_order(item: BaseModel | str, order: Sequence[str]) -> Data:
    if isinstance(item, str):
        return item
    entry = _entry(item)
    return {key: entry[key] for key in (*order, *entry) if key in entry}


def _entry(item: BaseModel) -> dict[str, Data]:
    """The keys of a value that are not what they are when nothing is written."""
    fields = type(item).model_fields.items()
    said = ((field.alias or name, field, getattr(item, name)) for name, field in fields)
    entry = {key: _short(value) for key, field, value in said if value != field.default}
    review = {key: entry.pop(key) for key in ("review",) if key in entry}
    return entry | review


def _short(value: object) -> Data:
    if isinstance(value, BaseModel):
        entry = _entry(value)
        return (next(iter(entry.values())) if entry.keys() <= _LONE and len(entry) == 1 else entry) or True
    return [_short(one) for one in value] if isinstance(value, tuple) else value  # type: ignore[return-value]
