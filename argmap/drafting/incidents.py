"""Lists of short lines below a caption such as 主なトラブル: incidents, each of them evidence."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from argmap.drafting.align import Among, Vector
from argmap.drafting.dates import dates
from argmap.drafting.pieces import fold
from argmap.drafting.points import asks_for
from argmap.drafting.values import Sentence, Turn

_PLACE = re.compile(
    r"(?<![一-鿿])(?!都道府県|市区町村|市町村|同[市区町村県]|[本当各両他全][市区町村県])([一-鿿ヶヵケ]{2,4}?(?:[都府県](?![心内営民立議庁政])|[市区町村](?![民役長議場立内外街営政税庁])|道(?=[のでにはが、]|$)))"
)


def incidents(turn: Turn) -> Iterator[tuple[Sentence | None, tuple[Sentence, ...]]]:
    """The lists of a criticism that tell what happened, with their captions: all but those that ask for something."""
    return (
        (caption, items) for caption, items in turn.lists if caption is None or not asks_for(caption.text)
    )


def place(text: str) -> str | None:
    """The first prefecture, city, ward, town or village that a line names."""
    found = _PLACE.search(fold(text))
    return found[1] if found else None


def when(text: str, said: str | None) -> str | None:
    """The first date that a line names."""
    return next(iter(dates(text, said)), None)


def backed(
    caption: Sentence | None,
    items: Sequence[Sentence],
    rebuttals: Sequence[str],
    vector: Callable[[str], Vector],
) -> int | None:
    """The number of the rebuttal that a list speaks for: the most alike, else the last before it."""
    if not rebuttals:
        return None
    whole = " ".join(sentence.text for sentence in (*([caption] if caption else []), *items))
    row = Among([vector(text) for text in rebuttals]).row(vector(whole))
    return max(range(len(row)), key=lambda number: (row[number], number))
