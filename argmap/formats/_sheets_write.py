"""Debate -> the rows of its sheets, headings and explanations in the debate's language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from argmap.diagnostics import Lang, Words
from argmap.formats._sheets import YES, Column, Table
from argmap.formats._sheets_lists import written
from argmap.formats._sheets_tables import TABLES
from argmap.model import Debate

_ATTRIBUTES = {"in": "in_", "follow-ups": "follow_ups"}
_HELP_HEAD = (
    Words(en="sheet", ja="シート"),
    Words(en="column", ja="列"),
    Words(en="what to write", ja="書くこと"),
)


def rows(debate: Debate, table: Table, lang: Lang) -> Iterator[list[str]]:
    """The rows of a table without its headings; an empty text is an empty cell.

    Args:
        debate: what is written.
        table: the section that is wanted.
        lang: the language of the words to choose.
    """
    for key, item in _items(debate, table.section):
        yield [_cell(item, column, lang) if column.path != ("id",) else key for column in table.columns]


def help_rows(lang: Lang) -> Iterator[list[str]]:
    """The rows of the help sheet with its headings."""
    yield [head.say(lang) for head in _HELP_HEAD]
    for table in TABLES.values():
        for column in table.columns:
            yield [table.name.say(lang), column.head.say(lang), explained(column, lang)]


def explained(column: Column, lang: Lang) -> str:
    """What is written in a column."""
    if not column.choices:
        return column.help.say(lang)
    listed = " / ".join(both.say(lang) for both in column.choices.values())
    return Words(en=f"{column.help.en}: {listed}", ja=f"{column.help.ja}：{listed}").say(lang)


def language(debate: Debate) -> Lang:
    """The language of a debate's sheets."""
    return debate.debate.lang or "en"


def _items(debate: Debate, section: str) -> Iterator[tuple[str, object]]:
    if section == "debate":
        yield debate.id, debate.debate
        return
    items: Mapping[str, object] = getattr(debate, _ATTRIBUTES.get(section, section))
    for key, item in items.items():
        yield key, {"name": item} if section == "groups" else item


def _cell(item: object, column: Column, lang: Lang) -> str:
    value = _value(item, column.path)
    if value is None or value is False:
        return ""
    if column.shape == "conceded":
        return value.on or YES.say(lang)
    if column.shape == "flag":
        return YES.say(lang)
    if column.choices:
        return column.choices[value].say(lang)
    return written(value, lang) if column.shape == "list" else str(value)


def _value(item: Any, path: tuple[str, ...]) -> Any:  # noqa: ANN401 - whatever stands there
    for key in path:
        item = item.get(key) if isinstance(item, dict) else getattr(item, _ATTRIBUTES.get(key, key), None)
    return item
