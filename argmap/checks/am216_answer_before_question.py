"""An answer that is older than its question.

A statement answers a question that was asked later: its `turn` is smaller in the same debate, or its debate was held
before the question's.

What was said before a question cannot have answered it, and the question may still be open.

Mend `turn` or `held`, or take the question out of `answers`.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.checks import Case
from argmap.diagnostics import Finding, Severity, Words
from argmap.model import Claim, Debate, Question, earliest, latest

SEVERITY = Severity.WARNING
NAME = Words(en="an answer that is older than its question", ja="質問より前の答弁")


def find(case: Case) -> Iterator[Finding]:
    """Answers given before the question was asked."""
    files = case.files
    for debate in case.analysis.graph.debates:
        for section in ("claims", "rebuttals"):
            items: dict[str, Claim] = getattr(debate, section)
            for local, claim in items.items():
                for position, answer in enumerate(claim.answers):
                    other, _, wanted = answer.question.rpartition("#")
                    asked_in = files[other or debate.id].debate if (other or debate.id) in files else None
                    question = asked_in and asked_in.questions.get(wanted)
                    if asked_in and question and _before(debate, claim, asked_in, question):
                        yield Finding(
                            debate=debate.id,
                            at=(section, local, "answers", position),
                            message=Words(
                                en=f"`{local}` was said before the question `{answer.question}`",
                                ja=f"`{local}` は質問 `{answer.question}` より前の発言",
                            ),
                        )


def _before(debate: Debate, claim: Claim, asked_in: Debate, question: Question) -> bool:
    if debate is asked_in:
        return claim.turn is not None and question.turn is not None and claim.turn < question.turn
    held, asked = debate.debate.held, asked_in.debate.held
    return held is not None and asked is not None and latest(held) < earliest(asked)
