"""Outlines of made-up towns, built without the turn finder: turns are given, a sentence ends at 。 or at a line end."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from argmap.drafting.values import Outline, Sentence, Turn
from argmap.ingest import Document, Role

_SENTENCE = re.compile(r"[^。\n]+。?")


def sentence(text: str, start: int = 0) -> Sentence:
    return Sentence(spans=((start, start + len(text)),), text=text)


def turn(
    role: Role, text: str, start: int = 0, *, number: int = 1, incidents: str = "", article: str = ""
) -> Turn:
    """A turn; `incidents` is a caption and its lines, which stand after the text."""
    sentences = [sentence(found.group(), start + found.start()) for found in _SENTENCE.finditer(text)]
    at = start + len(text) + 1
    listed = [sentence(found.group(), at + found.start()) for found in _SENTENCE.finditer(incidents)]
    return Turn(
        id=f"t{number}",
        role=role,
        article=article,
        spans=((start, at + len(incidents)),),
        sentences=tuple(sentences + listed),
        lists=((listed[0], tuple(listed[1:])),) if listed else (),
    )


def outline(
    *parts: tuple[Role, str] | tuple[Role, str, str],
    date: str | None = None,
    mode: Literal["one-by-one", "all-at-once", "unknown"] = "unknown",
    articles: Sequence[str] = (),
) -> Outline:
    """An outline of (role, text) or (role, text, caption and lines of a list)."""
    raw, turns = "", []
    for number, (role, text, *rest) in enumerate(parts, start=1):
        incidents = rest[0] if rest else ""
        article = articles[number - 1] if articles else ""
        turns.append(turn(role, text, len(raw), number=number, incidents=incidents, article=article))
        raw += f"{text}\n{incidents}\n"
    document = Document(name="made-up.txt", format="text", text=raw, sha256="0", date=date)
    return Outline(document=document, turns=tuple(turns), mode=mode)
