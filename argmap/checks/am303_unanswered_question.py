"""A question without an answer.

A question to the side that is looked at which no statement answers. A request (`kind: request`) expects none.

It is the first thing to ask again. The finding says that no answer was found in this debate, not that none was given.

Ask again (`argmap questions` drafts it), or add `answers` to the statement that did answer.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.checks import Case
from argmap.diagnostics import Finding, Severity, Words
from argmap.semantics import QuestionStatus

SEVERITY = Severity.NOTE
NAME = Words(en="a question without an answer", ja="答弁が見当たらない質問")


def find(case: Case) -> Iterator[Finding]:
    """Questions to the side without any answer."""
    for verdict in case.analysis.question_verdicts:
        asked_by = verdict.debate.side_of(verdict.question.by)
        if verdict.status is QuestionStatus.UNANSWERED and asked_by != case.side:
            yield Finding(
                debate=verdict.debate.id,
                at=("questions", verdict.id),
                message=Words(
                    en=f"no answer to the question `{verdict.id}` was found",
                    ja=f"質問 `{verdict.id}` への答弁が見当たらない",
                ),
            )
