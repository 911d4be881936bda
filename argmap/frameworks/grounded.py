"""The grounded labelling: what is decided before anybody has to choose, in time linear in the attacks."""

from __future__ import annotations

from argmap.frameworks.framework import IN, OUT, UNDECIDED, Framework


def grounded(framework: Framework) -> tuple[bytearray, list[int]]:
    """Label in what only the defeated attack, and out what something that is in attacks (Caminada 2006).

    Every argument counts down its attackers that are not yet out, so each attack is looked at once.

    Returns:
        The labels by number, and the decided arguments in an order in which each follows from those before it.
    """
    labels = bytearray(len(framework))
    waits = list(map(len, framework.attackers))
    order = [number for number, attackers in enumerate(waits) if not attackers]
    for number in order:
        labels[number] = IN
    targets = framework.targets
    for number in order:  # grows meanwhile
        if labels[number] == IN:
            for target in targets[number]:
                if labels[target] == UNDECIDED:
                    labels[target] = OUT
                    order.append(target)
        else:
            for target in targets[number]:
                waits[target] -= 1
                if not waits[target] and labels[target] == UNDECIDED:
                    labels[target] = IN
                    order.append(target)
    return labels, order
