"""The report: what was measured, in Markdown. cog calls `goals`, `rows`, `curves` and `about` for the manual."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Final

import store
from table import NOTHING, curve_table, markdown

COMMITTED: Final = Path(__file__).resolve().parents[1] / "docs" / "performance.json"


def whole(measured: store.Measured) -> str:
    """Write everything: the machine, then every part with its tables."""
    lines = [_about(measured.machine), ""]
    for part in measured.parts:
        lines += [f"## {part.title}", "", f"{_about(part.about)}", ""]
        lines += [*markdown(part.rows), ""] if part.rows else []
        for plot in dict.fromkeys(curve.plot for curve in part.curves):
            lines += [*curve_table([curve for curve in part.curves if curve.plot == plot]), ""]
    return "\n".join(lines)


def about() -> str:
    """Name the machine on which the committed figures were measured, and when."""
    measured = store.read(COMMITTED)
    days = sorted({part.about.get("date", "") for part in measured.parts})
    loads = [float(part.about["load before"]) for part in measured.parts]
    quick = " **In the quick form: one run each of smaller sizes.**" * any(
        part.about["form"] == "quick" for part in measured.parts
    )
    when = days[0] if len(days) == 1 else f"{days[0]} to {days[-1]}"
    return f"{_about(measured.machine)}; {when}; load before the parts {min(loads):.1f} to {max(loads):.1f}.{quick}"


def goals(*names: str) -> str:
    """Every row of these parts that has a goal."""
    measured = store.read(COMMITTED)
    found = [row for name in names for row in measured.part(name).rows if row.goal != NOTHING]
    return "\n".join(markdown(found)) if found else "Not measured."


def rows(name: str, *, with_goals: bool = True) -> str:
    """The rows of a part."""
    part = store.read(COMMITTED).part(name)
    found = [row for row in part.rows if with_goals or row.goal == NOTHING]
    return "\n".join(markdown(found)) if found else "Not measured."


def curves(name: str, *plots: str) -> str:
    """The curves of a part, of these pictures; one table."""
    part = store.read(COMMITTED).part(name)
    found = [curve for curve in part.curves if curve.plot in plots]
    return "\n".join(curve_table(found)) if found else "Not measured."


def _about(said: Mapping[str, str]) -> str:
    return "; ".join(f"{name} {value}" for name, value in said.items())
