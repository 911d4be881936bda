"""Whether several arguments are in one extension, by a framework in which one more argument says so."""

from __future__ import annotations

from collections.abc import Sequence

from argmap.frameworks.answer import Question
from argmap.frameworks.framework import Framework, Semantics, Task
from argmap.frameworks.proving import prove


def together(
    framework: Framework, semantics: Semantics, arguments: Sequence[int], seconds: float | None = None
) -> bool | None:
    """Whether one extension holds all of some arguments.

    Each of them attacks a new argument of its own, and all the new ones attack a last one: that is in exactly when all
    of them are. Nothing of this bears on the others, so the extensions stay what they were; only under the semi-stable
    semantics, which counts what is left open, they may not: there it is asked of the complete extensions, of which the
    semi-stable ones are some, and where one holds all of them nothing is known: None.

    Raises:
        OutOfTimeError: the time was not enough.
    """
    asked = Semantics.COMPLETE if semantics is Semantics.SEMI_STABLE else semantics
    size = len(framework)
    attacks = [(one, other) for one, targets in enumerate(framework.targets) for other in targets]
    last = size + len(arguments)
    for new, argument in enumerate(arguments, size):
        attacks += [(argument, new), (new, last)]
    larger = Framework.of(last + 1, attacks)
    question = Question(semantics=asked, task=Task.CREDULOUS, arguments=(last,))
    answer, _ = prove(larger, question, seconds)
    found = answer.witness(last, has=True) is not None
    return None if found and asked is not semantics else found
