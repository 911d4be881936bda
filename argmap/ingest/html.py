"""Web pages: their main text, without scripts, menus, and what stands around it on every page of a site.

Where the page says which part is its main one (`<main>`, or else `<article>`), that is taken; else all but navigation,
heads and feet. The encoding is the page's own word if the bytes agree, else it is found out.
"""

from __future__ import annotations

import re
from hashlib import sha256

from argmap.diagnostics import Words
from argmap.ingest import Document
from argmap.ingest._page import LEFT_OUT, Page, page_text, read_page

SUFFIXES = (".html", ".htm", ".xhtml")

_START = re.compile(
    rb"(?is)(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,2000}?-->\s*)*"
    rb"<(?:!doctype\s+html|html|head|body|title|meta)[\s>]"
)
_TAG = re.compile(rb"(?i)</?(?:p|div|br|table|span|a|font|pre|h[1-6]|ul|li)[\s/>]")
_NAVIGATION = frozenset(("navigation", "search", "menu", "menubar"))
_AROUND = frozenset(("aside", "footer", "header"))
_AROUND_ROLES = frozenset(("banner", "complementary", "contentinfo"))


def fits(data: bytes, name: str) -> bool:
    """Whether the bytes begin as a page, or are called one and have tags."""
    start = data[:8192].replace(b"\0", b"")
    return bool(_START.match(start)) or (name.lower().endswith(SUFFIXES) and bool(_TAG.search(start)))


def read(data: bytes, name: str, encoding: str | None) -> Document:
    """The page's main text."""
    source, found, note = page_text(data, encoding)
    page = read_page(source, _label)
    text = _main(page)
    around = len(page.text) - len(text)
    left = Words(
        en=f"{around:,} characters around the main text left out",
        ja=f"本文の外の {around:,} 文字は除いた",
    )
    return Document(
        name=name,
        format="html",
        text=text,
        sha256=sha256(data).hexdigest(),
        encoding=found,
        title=page.title,
        notes=(note, left) if around else (note,),
    )


def _label(tag: str, attributes: dict[str, str]) -> str | None:
    role = attributes.get("role", "")
    if tag == "nav" or role in _NAVIGATION:
        return LEFT_OUT
    if tag in ("main", "article") or role in ("main", "article"):
        return "main" if "main" in (tag, role) else "article"
    return "around" if tag in _AROUND or role in _AROUND_ROLES else None


def _main(page: Page) -> str:
    """The main part; where none is marked and has words, all but what stands around it."""
    for wanted in ("main", "article"):
        parts: list[str] = []
        end = 0
        for region in page.regions:
            if region.label == wanted and region.start >= end and page.words(region):
                parts.append(page.words(region))
                end = region.end
        if parts:
            return "\n\n".join(parts)
    kept, end = [], 0
    for region in page.regions:
        if region.start >= end:
            kept.append(page.text[end : region.start])
            end = region.end
    inner = "".join((*kept, page.text[end:])).strip("\n")
    return inner or page.text
