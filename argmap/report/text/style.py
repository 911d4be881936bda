"""What a terminal shows besides words: bold, dim and colour by meaning, only where it was asked for."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping

from argmap.diagnostics import Severity
from argmap.semantics import QuestionStatus, Status

_CODES: Mapping[str, str] = {
    "bold": "1",
    "dim": "2",
    "red": "31",
    "green": "32",
    "yellow": "33",
    "blue": "34",
}
_HARMLESS = "\u00ad\u200b\u200c\u200d\u200e\u200f"  # hyphen, joiners, and marks without an end
_COLOURS: Mapping[Severity | Status | QuestionStatus, str] = {
    Severity.ERROR: "red",
    Severity.WARNING: "yellow",
    Severity.NOTE: "blue",
    Status.CONCEDED: "red",
    Status.REBUTTED: "red",
    Status.UNDERMINED: "red",
    Status.UNDERCUT: "red",
    Status.CONTESTED: "yellow",
    Status.CHALLENGED: "yellow",
    Status.UNREBUTTED: "green",
    Status.DEFENDED: "green",
    QuestionStatus.ANSWERED: "green",
    QuestionStatus.PARTIAL: "yellow",
    QuestionStatus.EVASIVE: "yellow",
    QuestionStatus.UNANSWERED: "red",
    QuestionStatus.REQUEST: "blue",
}


def paint(text: str, *styles: str, colour: bool) -> str:
    """A text with styles (`bold`, `dim`, a colour), or as it is where colour was not asked for."""
    if not colour:
        return text
    return f"\x1b[{';'.join(_CODES[style] for style in styles)}m{text}\x1b[0m"


def colour_of(meaning: Severity | Status | QuestionStatus) -> str:
    """The colour that repeats what a severity or a status says in words."""
    return _COLOURS[meaning]


def printable(text: str) -> str:
    """A text without what a terminal would obey: control characters and marks that turn its direction around."""
    return "".join(" " if char.isspace() else _shown(char) for char in text)


def _shown(char: str) -> str:
    kind = unicodedata.category(char)
    return "\ufffd" if kind in ("Cc", "Cs") or (kind == "Cf" and char not in _HARMLESS) else char
