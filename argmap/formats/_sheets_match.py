"""Which sheet is which section of a debate, and which column is which, by names and headings in both languages."""

from __future__ import annotations

from collections.abc import Sequence

from argmap.diagnostics import Words
from argmap.formats import Note
from argmap.formats._sheets import Column, Row, Sheet, Table, cell, hinted, letters, plain
from argmap.formats._sheets_tables import HELP, TABLES
from argmap.loading import Nearest

_FAR = 20  # rows among which the headings are looked for
_GUESSED = ("claims", "rebuttals", "evidence", "questions")
_TEXT = ("text", "本文")


def sections(sheets: Sequence[Sheet]) -> tuple[dict[str, int], list[Note]]:
    """The number of the sheet that holds each section, in the order of the debate file; what no sheet of a debate is.

    A file without any sheet of a known name may still have one with known headings.
    """
    by_name = {plain(name): one.section for one in TABLES.values() for name in (one.section, one.name.ja)}
    found: dict[str, int] = {}
    others: list[int] = []
    for number, one in enumerate(sheets):
        section = by_name.get(plain(one.name))
        if section is not None and section not in found:
            found[section] = number
        elif one.rows and plain(one.name) not in (HELP.en, HELP.ja):
            others.append(number)
    if not found:
        guesses = ((guess(sheets[number]), number) for number in others)
        found = next(({section: number} for section, number in guesses if section), {})
    known = Nearest([name for one in TABLES.values() for name in (one.name.en, one.name.ja)])
    lost = [_no_part(sheets[number].name, known) for number in others if number not in found.values()]
    return {section: found[section] for section in TABLES if section in found}, lost


def _no_part(name: str, known: Nearest) -> Note:
    message = Words(
        en=f"the sheet `{name}` is no part of a debate", ja=f"シート `{name}` は討論の一部ではない"
    )
    return Note(message=hinted(message, known.hint(name)), at=name)


def guess(sheet: Sheet, least: int = 1) -> str:
    """The section that a sheet is by its headings; empty where no column is headed for words that somebody said.

    Args:
        sheet: the sheet.
        least: how many headings must be known.
    """
    best = max(_GUESSED, key=lambda section: _headings(sheet.rows, TABLES[section])[1])
    position, most = _headings(sheet.rows, TABLES[best])
    heads = sheet.rows[position][1].values() if most >= least else ()
    return best if any(plain(text) in _TEXT for text in heads) else ""


def headed(sheet: Sheet, least: int) -> bool:
    """Whether a sheet has that many headings of some section."""
    return any(_headings(sheet.rows, table)[1] >= least for table in TABLES.values())


def _headings(rows: Sequence[Row], table: Table) -> tuple[int, int]:
    """Which of the first rows has the most headings of a table, and how many; -1 when none has one."""
    known = table.heads()
    counts = [sum(plain(text) in known for text in cells.values()) for _, cells in rows[:_FAR]]
    most = max(counts, default=0)
    return (counts.index(most), most) if most else (-1, 0)


def columns(sheet: Sheet, table: Table) -> tuple[dict[int, Column], tuple[Row, ...], list[Note], list[Note]]:
    """The columns of a sheet by their number, the rows below the headings, what is lost, what is broken."""
    position, _ = _headings(sheet.rows, table)
    if position < 0:
        broken = [Note(message=_NO_HEADS, at=sheet.name)] if sheet.rows else []
        return {}, (), [], broken
    line, heads = sheet.rows[position]
    rows = sheet.rows[position + 1 :]
    known = table.heads()
    nearest = Nearest([name for one in table.columns for name in (one.head.en, one.head.ja)])
    found: dict[int, Column] = {}
    lost: list[Note] = []
    filled = {column for _, cells in rows for column in cells}
    for number in sorted(filled | heads.keys()):
        name = heads.get(number, "").strip()
        column = known.get(plain(name))
        if column is not None and column not in found.values():
            found[number] = column
        elif number in filled:
            message = _unheaded(letters(number)) if not name else _unknown(name)
            hint = _TWICE if column is not None else nearest.hint(name)
            lost.append(Note(message=hinted(message, hint), at=cell(sheet.name, line, number)))
    return found, rows, lost, []


_NO_HEADS = Words(
    en="no row of headings was found: write `id`, `text` and so on above the columns",
    ja="見出しの行が見つからない。列の上に「ID」「本文」などを書く",
)
_TWICE = Words(en="another column has the same heading", ja="同じ見出しの列がほかにある")


def _unknown(name: str) -> Words:
    return Words(en=f"the column `{name}` is not carried over", ja=f"列 `{name}` は取り込まれない")


def _unheaded(name: str) -> Words:
    return Words(
        en=f"column {name} has no heading and is not carried over",
        ja=f"{name} 列は見出しがなく、取り込まれない",
    )
