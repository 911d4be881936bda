"""The sheets of a file -> the tree of a debate file, every value at its cell, and what is wrong with the cells."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from argmap.diagnostics import Words
from argmap.formats import Note
from argmap.formats._names import UNNAMED, Names
from argmap.formats._sheets import Sheet, Table, cell
from argmap.formats._sheets_cells import value as read_cell
from argmap.formats._sheets_lists import UnreadableCellError
from argmap.formats._sheets_match import columns, sections
from argmap.formats._sheets_tables import TABLES
from argmap.loading.tree import UNPRINTABLE, Node, unprintable
from argmap.loading.write import Data
from argmap.model import is_id

Keys = dict[str, tuple[Node, Node]]
_SPAN = 1 << 20  # columns of a sheet: a node's column is the number of its sheet times this, and the column
_ID = ("id",)
_BY = ("by",)
_SPEAKING = ("claims", "rebuttals")
_IMPLIED = ("parties", "groups", "sources")


@dataclass(slots=True, kw_only=True)
class Tree:
    """What was read: the tree, the debate's id (empty where none is given), and what was found on the way.

    `parties` says whether there is a sheet of them; `named` are the parties, groups and sources that statements and
    questions name, by the section of the debate file.
    """

    names: tuple[str, ...]
    parties: bool
    root: Keys = field(default_factory=dict)
    id: str = ""
    lost: list[Note] = field(default_factory=list)
    faults: list[Note] = field(default_factory=list)
    named: dict[str, Keys] = field(default_factory=lambda: {name: {} for name in _IMPLIED})

    def cell(self, line: int, column: int) -> str:
        """How the cell at a node's place is called."""
        sheet, within = divmod(column, _SPAN)
        return cell(self.names[sheet], line, within)


def tree(sheets: Sequence[Sheet]) -> Tree:
    """The tree of the debate file that sheets make together.

    Where there is no sheet of parties, groups or sources, those are taken from the statements that name them; with
    neither parties nor a column for them, one unnamed party says everything.
    """
    found, lost = sections(sheets)
    made = Tree(names=tuple(sheet.name for sheet in sheets), parties="parties" in found, lost=lost)
    readers = [_Reader(made, number, sheets[number], TABLES[section]) for section, number in found.items()]
    names = Names()
    for key in dict.fromkeys(key for reader in readers for key in reader.given()):
        names.give(key, key)
    for reader in readers:
        reader.read(names)
    for section, items in made.named.items():
        if items and section not in found:
            first = next(iter(items.values()))[0]
            made.root[section] = first, Node(first.line, first.column, first.line, first.column, items)
    return made


class _Reader:
    """Reads one sheet as a table."""

    def __init__(self, made: Tree, number: int, sheet: Sheet, table: Table) -> None:
        self._made = made
        self._number = number
        self._table = table
        self._columns, self._rows, lost, faults = columns(sheet, table)
        self._where = {one.path: column for column, one in self._columns.items()}
        made.lost += lost
        made.faults += faults

    def given(self) -> Iterable[str]:
        """Every id that is written."""
        column = self._where.get(_ID, -1)
        return (_id(cells[column]) for _, cells in self._rows if column in cells)

    def read(self, names: Names) -> None:
        """Put the section into the tree."""
        section = self._table.section
        if section == "debate":
            self._read_head()
        else:
            self._made.root[section] = self._node(0, 0, section), self._node(0, 0, self._items(names))

    def _read_head(self) -> None:
        """Read the table of the debate itself, which has one row."""
        where = self._where.get(_ID, -1)
        for position, (line, cells) in enumerate(self._rows):
            if position:
                self._fault(_SECOND, line, min(cells))
                continue
            known, key = self._split(cells)
            self._made.id = key if is_id(key) else ""
            if key and not is_id(key):
                self._fault(_not_an_id(key), line, where)
            name = self._node(line, min(cells), "debate")
            self._made.root["debate"] = name, self._item(line, min(cells), known)

    def _split(self, cells: Mapping[int, str]) -> tuple[dict[int, str], str]:
        """The cells of a row that have a column, but its id, and the id."""
        known = {column: cells[column] for column in self._columns if column in cells}
        return known, _id(known.pop(self._where.get(_ID, -1), ""))

    def _items(self, names: Names) -> Keys:
        items: Keys = {}
        for line, cells in self._rows:
            known, key = self._split(cells)
            if not known and not key:
                continue
            key = key or self._new(names, known, line)
            where = self._where.get(_ID, min(cells))
            if not key:
                self._fault(_NO_ID, line, where)
            elif key in items:
                self._fault(_twice(key, items[key][0].line + 1), line, where)
            else:
                items[key] = self._node(line, where, key), self._item(line, where, known)
        return items

    def _new(self, names: Names, cells: Mapping[int, str], line: int) -> str:
        """An id for a row without one."""
        if not self._table.named:
            return ""
        text = cells.get(self._where.get((self._table.named,), -1), "")
        return names.give(text, f"{self._table.section}-{line + 1}")

    def _item(self, line: int, where: int, cells: Mapping[int, str]) -> Node:
        keys: Keys = {}
        for column in sorted(cells, key=lambda column: len(self._columns[column].path)):
            self._put(keys, line, column, cells[column])
        if self._table.section in _SPEAKING and _BY not in self._where and not self._made.parties:
            self._made.named["parties"].setdefault(UNNAMED, self._pair(line, where, UNNAMED, {}))
            keys["by"] = self._pair(line, where, "by", UNNAMED)
        if self._table.section == "groups":
            return keys["name"][1] if "name" in keys else self._node(line, where, "")
        return self._node(line, where, keys)

    def _put(self, keys: Keys, line: int, column: int, text: str) -> None:
        """Put what a cell says where it belongs in an item."""
        one = self._columns[column]
        value = self._value(column, text, line)
        if value is None:
            return
        *above, last = one.path
        for key in above:
            pair = keys.setdefault(key, self._pair(line, column, key, {}))
            keys = pair[1].value  # type: ignore[assignment]  # a mapping: the column of `key` itself comes first
        keys[last] = self._pair(line, column, last, value)
        if one.among and isinstance(value, str) and is_id(value):
            said: Data = value if one.among == "groups" else {}
            self._made.named[one.among].setdefault(value, self._pair(line, column, value, said))

    def _value(self, column: int, text: str, line: int) -> Data | None:
        """What a cell says; None where it says nothing that can be read."""
        kept = unicodedata.normalize("NFC", text)
        for char in dict.fromkeys(UNPRINTABLE.findall(kept)):
            self._fault(unprintable(char, self._node(line, column, None)).message, line, column)
        try:
            return read_cell(self._columns[column], UNPRINTABLE.sub("\ufffd", kept))
        except UnreadableCellError as error:
            self._fault(error.words, line, column)
            return None

    def _pair(self, line: int, column: int, key: str, value: Data) -> tuple[Node, Node]:
        """A key and its value, both in one cell."""
        return self._node(line, column, key), self._tree(line, column, value)

    def _tree(self, line: int, column: int, value: Data) -> Node:
        if isinstance(value, Mapping):
            pairs = {key: self._pair(line, column, key, one) for key, one in value.items()}
            return self._node(line, column, pairs)
        if isinstance(value, Sequence) and not isinstance(value, str):
            return self._node(line, column, [self._tree(line, column, one) for one in value])
        return self._node(line, column, str(value))

    def _node(self, line: int, column: int, value: str | list[Node] | Keys | None) -> Node:
        at = self._number * _SPAN + column
        return Node(line, at, line, at, value)

    def _fault(self, message: Words, line: int, column: int) -> None:
        at = cell(self._made.names[self._number], line, column)
        self._made.faults.append(Note(message=message, at=at))


def _id(text: str) -> str:
    return unicodedata.normalize("NFC", text.strip())


_NO_ID = Words(en="the row has no id", ja="ID のない行")
_SECOND = Words(en="a second debate: a file holds one", ja="二つ目の討論。一つのファイルに討論は一つ")


def _twice(key: str, row: int) -> Words:
    return Words(en=f"the id `{key}` stands already in row {row}", ja=f"ID `{key}` は {row} 行目にもある")


def _not_an_id(text: str) -> Words:
    return Words(
        en=f"`{text}` cannot be an id: letters, digits and `-` only",
        ja=f"`{text}` は ID にできない（文字・数字・`-` だけ）",
    )
