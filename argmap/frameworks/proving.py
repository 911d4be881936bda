"""An answer that was proved: nothing else leaves this room for people."""

from __future__ import annotations

from argmap.frameworks.answer import Answer, Question
from argmap.frameworks.checking import Proof, check
from argmap.frameworks.deciding import decide
from argmap.frameworks.framework import Framework


class UnprovedError(Exception):
    """An answer that its check does not bear out: a bug, and no answer."""


def prove(framework: Framework, question: Question, seconds: float | None = None) -> tuple[Answer, Proof]:
    """Answer a question about a framework, and prove the answer.

    Args:
        framework: the framework.
        question: what is asked of it.
        seconds: how long to search, and then how long to prove; None for as long as it takes.

    Raises:
        OutOfTimeError: the time was not enough.
        UnprovedError: the answer is wrong.
    """
    answer = decide(framework, question, seconds)
    proof = check(framework, answer, seconds)
    if not proof.holds:
        raise UnprovedError(proof.faults[0])
    return answer, proof
