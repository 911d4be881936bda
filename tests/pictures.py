"""Debates for the tests of pictures, and what those tests ask of a drawing."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from argmap.diagnostics import Lang
from argmap.layout import Drawing, Placed
from argmap.layout.values import PlacedBox, PlacedLine
from argmap.loading import load_files
from argmap.model import Debate
from argmap.picture import Picture, View, build_picture
from argmap.semantics import analyse

CLAIMS = Path(__file__).parent.parent / "claims"
SHIPPED = ("mynumber-insurance-card", "partnership-system")
PARTIES = {
    "city": {"name": "市", "side": "government"},
    "member": {"name": "議員", "side": "councilor"},
    "group": {"name": "市民の会"},
}


def debate(**sections: object) -> Debate:
    return Debate.model_validate(
        {"id": "d", "debate": {"title": "題", "lang": "ja"}, "parties": PARTIES, **sections}
    )


def drawn(given: Debate, *others: Debate, lang: Lang = "ja", view: View | None = None) -> Picture:
    return build_picture(analyse([given, *others]), given, view or View(), lang)


@cache
def shipped(name: str, lang: Lang = "ja") -> Picture:
    (file,) = load_files([CLAIMS / f"{name}.yaml"])
    assert file.debate is not None
    return drawn(file.debate, lang=lang)


@cache
def shipped_drawing(name: str) -> Drawing:
    return Drawing(picture=shipped(name))


def claims(number: int, **more: object) -> dict[str, object]:
    """So many claims of the city."""
    return {f"c{k}": {"text": f"主張その{k}", "by": "city", **more} for k in range(number)}


def overlapping(placed: Placed) -> Iterator[tuple[str, str]]:
    """Boxes that lie on one another."""
    boxes = sorted(placed.block.boxes, key=lambda spot: spot.x)
    for position, one in enumerate(boxes):
        for other in boxes[position + 1 :]:
            if other.x >= one.x + one.box.width:
                break
            if one.y < other.y + other.box.height and other.y < one.y + one.box.height:
                yield one.box.key, other.box.key


def struck(placed: Placed) -> Iterator[tuple[str, str]]:
    """Lines that run through a box, with that box."""
    for line in placed.block.lines:
        if line.hidden:
            continue
        for x, y in _points(line):
            for spot in placed.block.boxes:
                if _inside(spot, x, y):
                    yield line.line.key, spot.box.key


def _inside(spot: PlacedBox, x: float, y: float) -> bool:
    return spot.x + 1 < x < spot.x + spot.box.width - 1 and spot.y + 1 < y < spot.y + spot.box.height - 1


def _points(line: PlacedLine) -> Iterator[tuple[float, float]]:
    points = line.points
    for k in range(0, len(points) - 3, 3):
        a, b, c, d = points[k : k + 4]
        for step in range(13):
            t = step / 12
            weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
            yield (
                sum(w * p[0] for w, p in zip(weights, (a, b, c, d), strict=True)),
                sum(w * p[1] for w, p in zip(weights, (a, b, c, d), strict=True)),
            )
