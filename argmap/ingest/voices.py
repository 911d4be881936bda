"""VOICES (gijiroku.com): the page of a sitting in CP932, each part behind an anchor whose name begins with HUID.

What stands before the first anchor, and a part without a mark (the list of names) or with △ (an item), is no speech.
"""

from __future__ import annotations

import re
from hashlib import sha256
from itertools import pairwise

from argmap.ingest import Document
from argmap.ingest._page import page_text, read_page
from argmap.ingest._speeches import Speeches, first_date, heading, named

SUFFIXES = (".html", ".htm")

_ANCHOR = re.compile(rb"""(?i)<a\s[^<>]{0,200}?\b(?:name|id)\s*=\s*["']?HUID""")


def fits(data: bytes, name: str) -> bool:  # noqa: ARG001 what every reader takes
    """Whether the page has an anchor of VOICES."""
    return bool(_ANCHOR.search(data))


def read(data: bytes, name: str, encoding: str | None) -> Document:
    """Every part in order; a part is a speech by whom its heading names."""
    source, found, note = page_text(data, encoding)
    page = read_page(source, _label)
    starts = [region.start for region in page.regions]
    speeches = Speeches()
    speeches.skip(page.text[: starts[0]].strip("\n") if starts else page.text)
    item = ""
    for start, end in pairwise((*starts, len(page.text))):
        words = page.text[start:end].strip("\n")
        title = heading(words)
        if words.lstrip().startswith("△"):
            item = words.splitlines()[0].lstrip("△ \u3000")
            speeches.add(words, role="other", meeting=item)
        elif title:
            speeches.add(words, speaker=named(title), meeting=item)
        else:
            speeches.add(words, role="other", meeting=item)
    return Document(
        name=name,
        format="voices",
        text=speeches.text,
        sha256=sha256(data).hexdigest(),
        encoding=found,
        title=page.title,
        date=first_date(speeches.text),
        speeches=tuple(speeches.speeches),
        notes=(note,),
    )


def _label(tag: str, attributes: dict[str, str]) -> str | None:
    name = attributes.get("name") or attributes.get("id") or ""
    return "part" if tag == "a" and name.upper().startswith("HUID") else None
