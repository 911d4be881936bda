"""A question without a direct answer.

The best answer to a question has `extent: evasive`: it speaks of something else.

It may pass for answered in the minutes, although nobody knows more than before.

Ask again, as narrowly as can be, or add the statement that answers it.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.checks import Case
from argmap.diagnostics import Finding, Severity, Words
from argmap.semantics import QuestionStatus

SEVERITY = Severity.NOTE
NAME = Words(en="a question without a direct answer", ja="正面からの答弁がない質問")


def find(case: Case) -> Iterator[Finding]:
    """Questions to the side answered evasively."""
    for verdict in case.analysis.question_verdicts:
        asked_by = verdict.debate.side_of(verdict.question.by)
        if verdict.status is QuestionStatus.EVASIVE and asked_by != case.side:
            yield Finding(
                debate=verdict.debate.id,
                at=("questions", verdict.id),
                message=Words(
                    en=f"no direct answer to the question `{verdict.id}` was found",
                    ja=f"質問 `{verdict.id}` への正面からの答弁が見当たらない",
                ),
            )
