"""Whether several arguments are in one extension, by a framework in which one more argument says so."""

from __future__ import annotations

from collections.abc import Sequence

from argmap.frameworks.answer import Question
from argmap.frameworks.check import check
from argmap.frameworks.decide import decide
from argmap.frameworks.framework import IN, Framework, Semantics, Task


def together(
    framework: Framework, semantics: Semantics, arguments: Sequence[int], seconds: float | None = None
) -> bool | None:
    """Whether one extension holds all of some arguments.

    Each of them attacks a new argument of its own, and all the new ones attack a last one: that is in exactly when all
    of them are. Nothing of this bears on the others, so the extensions stay what they were; only under the semi-stable
    semantics, which counts what is left open, they may not, and there the answer is None unless the extension is known.

    Raises:
        OutOfTimeError: the time was not enough.
    """
    if semantics is Semantics.SEMI_STABLE:
        return None
    size = len(framework)
    attacks = [(one, other) for one, targets in enumerate(framework.targets) for other in targets]
    last = size + len(arguments)
    for new, argument in enumerate(arguments, size):
        attacks += [(argument, new), (new, last)]
    larger = Framework.of(last + 1, attacks)
    question = Question(semantics=semantics, task=Task.CREDULOUS, arguments=(last,))
    answer = decide(larger, question, seconds)
    if not check(larger, answer, seconds).holds:
        raise ArithmeticError("a proof failed")
    witness = answer.witness(last, has=True)
    return witness is not None and witness[last] == IN
