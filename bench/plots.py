"""Draw the plots of docs/performance.md from the committed figures: `python bench/plots.py`."""

from __future__ import annotations

import store
from bars import bars
from chart import chart
from measure import ROOT
from report import COMMITTED

_CHARTS = {
    "growth": ("growth", "growth", "How time grows with the size"),
    "memory": ("growth", "memory", "How memory grows with the size (whole process)"),
    "grounded": ("grounded", "grounded", "Grounded labelling, once the file is read"),
    "credulous": ("preferred", "credulous-contested", "All credulous preferred answers (whole process)"),
    "skeptical": ("preferred", "skeptical-contested", "All skeptical preferred answers (whole process)"),
}


def plots(measured: store.Measured) -> dict[str, str]:
    """Every plot by its file name; one without figures is left out."""
    made = {}
    for name, (part, plot, title) in _CHARTS.items():
        curves = [curve for curve in measured.part(part).curves if curve.plot == plot]
        if curves:
            made[f"bench-{name}.svg"] = chart(title, curves)
    rows = [row for part in measured.parts for row in part.rows if row.times]
    if rows:
        made["bench-peers.svg"] = bars("How many times as long the peers take", rows)
    return made


def main() -> None:
    """Write them."""
    for name, text in plots(store.read(COMMITTED)).items():
        (ROOT / "docs" / "pictures" / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
