"""Ids and texts made of whatever somebody wrote: what a debate file can hold of it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container
from itertools import chain, count

from argmap.model.debate import is_text

_HIDDEN = "\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff"
_UNSEEN = re.compile(f"[{_HIDDEN}]+")
_UNSEEN_IN_A_LINE = re.compile(f"[\t\n{_HIDDEN}]+")
_LINE_END = re.compile("\r\n?|[\x85\u2028\u2029]")
_LONGEST_ID = 24


def id_of(text: str, longest: int = _LONGEST_ID) -> str:
    """An id made of a text: its letters and digits, other signs as `-`, cut where it gets long."""
    kept = (
        char if unicodedata.category(char)[0] in "LMN" else "-"
        for char in unicodedata.normalize("NFKC", text)
    )
    joined = unicodedata.normalize("NFC", re.sub("-+", "-", "".join(kept)).strip("-"))
    return joined[:longest].rstrip("-")


def unused(wanted: str, taken: Container[str]) -> str:
    """An id, with a number behind it when it is taken."""
    return next(
        name for name in chain([wanted], (f"{wanted}-{number}" for number in count(2))) if name not in taken
    )


def clean_line(text: str) -> str:
    """A text as one line, without what a debate file cannot hold: control characters become spaces."""
    return unicodedata.normalize("NFC", _UNSEEN_IN_A_LINE.sub(" ", text)).strip()


def clean(text: str) -> str:
    """A text without what a debate file cannot hold, its lines kept; empty when nothing of it can be seen."""
    lines = _LINE_END.sub("\n", text) if not text.isprintable() else text
    kept = unicodedata.normalize("NFC", _UNSEEN.sub(" ", lines)).strip()
    return kept if is_text(kept) else ""
