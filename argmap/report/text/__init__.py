"""Plain text for a terminal: lines that fit its width, full-width characters aligned."""

from argmap.report.text.diff import diff
from argmap.report.text.findings import findings, rules
from argmap.report.text.questions import questions
from argmap.report.text.status import status, why

__all__ = ["diff", "findings", "questions", "rules", "status", "why"]
