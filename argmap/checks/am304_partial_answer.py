"""A question answered only in part.

The best answer to a question has `extent: partial`.

The rest of the question is still open, and easily forgotten once something has been said.

Ask for the missing part, or add the statement that answers it.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.checks import Case
from argmap.diagnostics import Finding, Severity, Words
from argmap.semantics import QuestionStatus

SEVERITY = Severity.NOTE
NAME = Words(en="a question answered only in part", ja="一部だけの答弁")


def find(case: Case) -> Iterator[Finding]:
    """Questions to the side answered in part."""
    for verdict in case.analysis.question_verdicts:
        asked_by = verdict.debate.side_of(verdict.question.by)
        if verdict.status is QuestionStatus.PARTIAL and asked_by != case.side:
            yield Finding(
                debate=verdict.debate.id,
                at=("questions", verdict.id),
                message=Words(
                    en=f"only part of an answer to the question `{verdict.id}` was found",
                    ja=f"質問 `{verdict.id}` への答弁は一部だけ",
                ),
            )
