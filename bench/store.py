"""What was measured, as a file: `argmap-bench/1`, JSON with one row or curve a line and every sample."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, is_dataclass
from pathlib import Path
from typing import Any, Final

from fit import Curve, Point
from measure import Sample
from table import Row

FORMAT: Final = "argmap-bench/1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What one part of the bench measured.

    Attributes:
        name: the module.
        title: its heading.
        about: the day, the commit of argmap, the load of the machine before, whether it was the quick form.
        rows: its table.
        curves: its curves.
    """

    name: str
    title: str
    about: Mapping[str, str]
    rows: tuple[Row, ...]
    curves: tuple[Curve, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """All parts, and the machine."""

    machine: Mapping[str, str]
    parts: tuple[Part, ...]

    def part(self, name: str) -> Part:
        """Give a part by its name; an empty one where it was not measured."""
        empty = Part(name=name, title=name, about={}, rows=(), curves=())
        return next((part for part in self.parts if part.name == name), empty)

    def anew(self, other: Measured, order: tuple[str, ...]) -> Measured:
        """Give the parts of both; of a part in both the other's, and the other's machine."""
        both = {part.name: part for part in (*self.parts, *other.parts)}
        return Measured(machine=other.machine, parts=tuple(both[name] for name in order if name in both))


def read(file: Path) -> Measured:
    """Read a file that `dumped` wrote.

    Raises:
        ValueError: it is of another format.
    """
    data = json.loads(file.read_text(encoding="utf-8"))
    if data["format"] != FORMAT:
        raise ValueError(f"{file.name} is not {FORMAT}")
    return Measured(machine=data["machine"], parts=tuple(map(_part, data["parts"])))


def dumped(measured: Measured) -> str:
    """Write everything as JSON."""
    parts = ",\n".join("".join(_part_lines(part)) for part in measured.parts)
    return f'{{"format": "{FORMAT}",\n"machine": {_json(measured.machine)},\n"parts": [\n{parts}\n]}}\n'


def _part_lines(part: Part) -> Iterator[str]:
    head = _json({"name": part.name, "title": part.title, "about": part.about})
    yield f"{head[:-1]},\n"
    for key, things, end in (("rows", part.rows, ","), ("curves", part.curves, "}")):
        lines = ",\n".join(f"  {_json(asdict(one))}" for one in things)
        yield f' "{key}": [\n{lines}]{end}' + "\n" * (end == ",")


def _json(value: object) -> str:
    return json.dumps(_plain(value), ensure_ascii=False)


def _plain(value: Any) -> Any:  # noqa: ANN401 - whatever JSON holds
    """Values for JSON: figures of five digits, runs of whole processes by column and without what they printed."""
    if isinstance(value, Sample) or is_dataclass(value):
        value = asdict(value)  # type: ignore[arg-type]
    if isinstance(value, float):
        return float(f"{value:.5g}")
    if isinstance(value, Mapping):
        return {key: _plain(one) for key, one in value.items() if key != "last_line"}
    if isinstance(value, list | tuple):
        rows = [_plain(one) for one in value]
        if rows and isinstance(rows[0], dict) and "wall" in rows[0]:
            return {key: [row[key] for row in rows] for key in ("wall", "cpu", "memory")}
        return rows
    return value


def _part(data: Mapping[str, Any]) -> Part:
    return Part(
        name=data["name"],
        title=data["title"],
        about=data["about"],
        rows=tuple(Row(**row) for row in data["rows"]),
        curves=tuple(_curve(curve) for curve in data["curves"]),
    )


def _curve(data: Mapping[str, Any]) -> Curve:
    points = tuple(Point(size, value, tuple(runs)) for size, value, runs in data["points"])
    return Curve(**{**data, "points": points, "stopped": data["stopped"] and tuple(data["stopped"])})
