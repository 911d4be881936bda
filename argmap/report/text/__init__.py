"""Plain text for a terminal: lines that fit its width, full-width characters aligned."""

from argmap.report.text.diff import diff
from argmap.report.text.findings import findings, rules
from argmap.report.text.questions import questions
from argmap.report.text.status import status, why
from argmap.report.text.trial import flip

__all__ = ["diff", "findings", "flip", "questions", "rules", "status", "why"]
