"""The sheet that every plot is drawn on: light or dark as the reader's system is, title and description for readers aloud."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from typing import Final

WIDTH: Final = 800
_LIGHT: Final = ("#0b62a4", "#b34700", "#007a5a", "#8a3f8f", "#6b5b00", "#444444", "#b3224f", "#00707f")
_DARK: Final = ("#6cb6ff", "#ff9d5c", "#4fd1a5", "#dd9be0", "#d6c25a", "#c8c8c8", "#ff8aa6", "#55cbd8")
SHAPES: Final = len(_LIGHT)


def sheet(title: str, said: str, height: float, parts: Iterable[str]) -> str:
    """Put parts on a sheet.

    Args:
        title: what the plot shows; stands on it.
        said: the same in words and figures, for those who do not see it.
        height: in pixels.
        parts: SVG elements.
    """
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height:.0f}" width="{WIDTH}" height="{height:.0f}"'
        ' role="img" aria-labelledby="title said">'
    )
    lines = (
        head,
        f'<title id="title">{escape(title)}</title>',
        f'<desc id="said">{escape(said)}</desc>',
        f"<style>{_style()}</style>",
        f'<rect class="paper" width="{WIDTH}" height="{height:.0f}"/>',
        text(20, 30, title, kind="head"),
        *parts,
        "</svg>",
    )
    return "\n".join(lines) + "\n"


def text(x: float, y: float, words: str, *, kind: str = "", anchor: str = "start", power: str = "") -> str:
    """Write words; a power follows them, raised."""
    raised = f'<tspan dy="-5" font-size="11">{escape(power)}</tspan>' if power else ""
    style = f' class="{kind}"' if kind else ""
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}"{style}>{escape(words)}{raised}</text>'


def line(points: Iterable[tuple[float, float]], kind: str) -> str:
    """Draw a line through points."""
    return (
        f'<polyline class="{kind}" fill="none" points="{" ".join(f"{x:.1f},{y:.1f}" for x, y in points)}"/>'
    )


def marker(x: float, y: float, number: int) -> str:
    """Draw the mark of a series, which has a shape as well as a colour."""
    r = 4.5
    forms: dict[int, list[tuple[float, float]]] = {
        1: [(-r, -r), (r, -r), (r, r), (-r, r)],
        2: [(0, -r - 1), (r + 1, r), (-r - 1, r)],
        3: [(0, -r - 1.5), (r + 1.5, 0), (0, r + 1.5), (-r - 1.5, 0)],
        4: [(0, r + 1), (r + 1, -r), (-r - 1, -r)],
        5: [(-r - 1, -2), (r + 1, -2), (r + 1, 2), (-r - 1, 2)],
        6: [(-2, -r - 1), (2, -r - 1), (2, r + 1), (-2, r + 1)],
        7: [(-r, -r), (r, -r), (-r, r), (r, r)],
    }
    corners = forms.get(number % SHAPES)
    if corners is None:
        return f'<circle class="m{number % SHAPES}" cx="{x:.1f}" cy="{y:.1f}" r="{r}"/>'
    points = " ".join(f"{x + dx:.1f},{y + dy:.1f}" for dx, dy in corners)
    return f'<polygon class="m{number % SHAPES}" points="{points}"/>'


def _style() -> str:
    light = _colours("#ffffff", "#1d1d1f", "#55585c", "#dcdfe3", _LIGHT)
    dark = _colours("#15181c", "#ececf0", "#b4b8bd", "#353a40", _DARK)
    return (
        "text{font:13px system-ui,'Noto Sans',sans-serif}.head{font-size:17px;font-weight:600}.end{font-weight:600}"
        ".grid{stroke-width:1}.data{stroke-width:2}.fit{stroke-width:1.2;stroke-dasharray:2 4}.lead{stroke-width:1}"
        f"{light}@media(prefers-color-scheme:dark){{{dark}}}"
    )


def _colours(paper: str, ink: str, pale: str, grid: str, series: tuple[str, ...]) -> str:
    own = "".join(
        f".l{number}{{stroke:{colour}}}.m{number}{{fill:{colour}}}" for number, colour in enumerate(series)
    )
    return f".paper{{fill:{paper}}}text{{fill:{ink}}}.over{{paint-order:stroke;stroke:{paper};stroke-width:4px}}.pale{{fill:{pale}}}.grid,.lead{{stroke:{grid}}}.lead{{stroke:{pale}}}{own}"
