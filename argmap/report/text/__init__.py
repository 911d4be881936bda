"""Plain text for a terminal: lines that fit its width, full-width characters aligned."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.report.text.findings import findings, rules
from argmap.report.text.questions import questions
from argmap.report.text.status import status, why
from argmap.report.text.trial import flip

if TYPE_CHECKING:
    from argmap.comparison import Difference
    from argmap.report import Manner

__all__ = ["diff", "findings", "flip", "questions", "rules", "status", "why"]


def diff(difference: Difference, manner: Manner) -> str:
    """What changed between two states; imported here, for most reports need nothing of it."""
    from argmap.report.text.changes import told

    return told(difference, manner)
