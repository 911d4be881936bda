"""A picture that is too big to be drawn open, in folds: one for each group, and several for a group of very many boxes.

Every fold is laid out as a map of its own, without title and legend. Where a relation leaves a fold, a reference names
the one in which it goes on.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from functools import partial
from math import ceil, inf
from os import cpu_count
from typing import NamedTuple

from argmap.layout.arrange import arrange
from argmap.layout.drawing import Drawing
from argmap.layout.pieces import Atom, grown, together
from argmap.layout.values import Block, Placed, flat, joined
from argmap.picture import Picture, words
from argmap.picture.boxes import counts
from argmap.picture.parts import split

FOLD = 2000
"""With more boxes than this, a page is folded."""
MOST = 500
"""Boxes in a fold, besides references."""
_MARGIN = 12.0  # around the drawing


@dataclass(frozen=True, slots=True, kw_only=True)
class Fold:
    """A part of a picture that a page unfolds.

    Attributes:
        title: of its group, with a number if there are several of the group.
        counts: how many of what it holds.
        keys: its boxes, without references.
        placed: what is drawn.
    """

    title: str
    counts: str
    keys: tuple[str, ...]
    placed: Placed


def folds(drawing: Drawing) -> tuple[Fold, ...]:
    """All of a picture in folds, in the order of its groups; what is in no group comes last.

    Raises:
        LayoutError: there is no engine, it failed, or it took too long.
    """
    picture, options = drawing.picture, drawing.options
    named = list(_named(picture))
    homes = {key: str(number) for number, each in enumerate(named) for key in each.keys}
    parts = split(picture, homes, lambda part: named[int(part)].where)
    pictures = [
        # elements are named after their picture, and all folds of a debate are on one page
        replace(parts[str(number)], id=f"{picture.id}@{number}", title=each.title, description=each.counts)
        for number, each in enumerate(named)
    ]
    with ThreadPoolExecutor(cpu_count()) as pool:  # while the engine works on one, another is drawn
        contents = list(pool.map(partial(arrange, engine=options.engine, timeout=options.timeout), pictures))
    return tuple(
        Fold(title=each.title, counts=each.counts, keys=each.keys, placed=_framed(part, content))
        for each, part, content in zip(named, pictures, contents, strict=True)
    )


class _Named(NamedTuple):
    """What is to be a fold: its title, how a reference names it, and what it holds."""

    title: str
    where: str
    counts: str
    keys: tuple[str, ...]


def _framed(picture: Picture, content: Block) -> Placed:
    size = content.width + 2 * _MARGIN, content.height + 2 * _MARGIN
    return Placed(picture=picture, block=flat(joined(*size, [(_MARGIN, _MARGIN, content)])))


def _named(picture: Picture) -> Iterator[_Named]:
    lang = picture.lang
    held: defaultdict[str | None, list[str]] = defaultdict(list)
    for box in picture.boxes:
        held[box.group].append(box.key)
    titles = {group.id: group.name for group in picture.groups}
    rest = words.NO_GROUP.say(lang) if titles else picture.title
    for group in (*titles, *([None] if held[None] else ())):
        parts = _parts(picture, held[group])
        for number, keys in enumerate(parts, 1):
            nth = words.NTH.say(lang).format(number, len(parts)) if len(parts) > 1 else ""
            title = (rest if group is None else titles[group]) + nth
            where = title if group is None else words.GROUP.say(lang).format(title)
            counted = counts((picture.box[key] for key in keys), lang)
            yield _Named(title, where, counted, tuple(keys))


def _parts(picture: Picture, keys: Sequence[str]) -> list[list[str]]:
    """The boxes of a group, not too many together; what hangs together is kept together where it can."""
    if len(keys) <= MOST:
        return [list(keys)]
    stacked = {key: stack.boxes for stack in picture.stacks for key in stack.boxes}
    part = together(picture, keys)
    hanging: defaultdict[str, list[Atom]] = defaultdict(list)
    for atom in dict.fromkeys(stacked.get(key, (key,)) for key in keys):
        hanging[part[atom[0]]].append(atom)
    found: list[list[str]] = [[]]
    for atoms in hanging.values():
        for piece in _pieces(picture, atoms):
            if len(found[-1]) + len(piece) > MOST:
                found.append([])
            found[-1] += piece
    place = {key: number for number, key in enumerate(keys)}
    return [sorted(each, key=place.__getitem__) for each in found]


def _pieces(picture: Picture, atoms: Sequence[Atom]) -> Iterator[list[str]]:
    """What hangs together in one piece, or in several of about the same size."""
    number = sum(map(len, atoms))
    most = ceil(number / ceil(number / MOST))
    waiting = [part for atom in atoms for part in ([atom] if len(atom) <= most else ((key,) for key in atom))]
    while waiting:
        piece: list[str] = []
        for atom in grown(picture, waiting, inf):
            if len(piece) + len(atom) > most:
                break
            piece += atom
        yield piece
        taken = set(piece)
        waiting = [atom for atom in waiting if atom[0] not in taken]
