"""XML -> its root element: no external file, no entity but XML's own five, limits on size and depth.

Source: XML 1.0 (fifth edition); libxml2 by way of lxml.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from argmap.diagnostics import Words
from argmap.formats import Given, Note
from argmap.formats._text import MOST, too_big

DEEPEST = 200
_NOT_XML = Words(en="this is not XML", ja="XML として読めない")
_ENTITIES = Words(
    en="the file declares entities of its own, which are not read",
    ja="独自の実体宣言（ENTITY）があるため読まない",
)
_TOO_DEEP = Words(en=f"the XML is nested more than {DEEPEST} deep", ja=f"XML の入れ子が {DEEPEST} 段を超える")


def parse(given: Given) -> tuple[Any, tuple[Note, ...]]:
    """The root element of an XML file without comments and processing instructions; None and why where it is broken.

    A document type is passed over: nothing that it names is opened, and one that declares entities is refused.
    """
    return _parsed(given.data) if len(given.data) <= MOST else (None, too_big(given))


@lru_cache(maxsize=1)  # every reader of XML is asked whether a file is its own
def _parsed(data: bytes) -> tuple[Any, tuple[Note, ...]]:
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        line, column = error.position
        said = (error.msg or "").partition(", line ")[0].strip()
        words = Words(en=f"{_NOT_XML.en}: {said}", ja=f"{_NOT_XML.ja}: {said}") if said else _NOT_XML
        return None, (Note(message=words, at=f"{max(line, 1)}:{max(column, 1)}"),)
    if _declares_entities(root):
        return None, (Note(message=_ENTITIES),)
    depth = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > DEEPEST:
            return None, (Note(message=_TOO_DEEP, at=f"{element.sourceline}:1"),)
    return root, ()


def _declares_entities(root: Any) -> bool:  # noqa: ANN401 - lxml has no types
    dtd = root.getroottree().docinfo.internalDTD
    return dtd is not None and any(dtd.iterentities())
