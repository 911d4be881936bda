"""Abstract argumentation frameworks (Dung 1995): which arguments can be held together, and a proof of every answer.

The grounded labelling decides what it can; what it leaves open is cut into parts, and only those are searched.
"""

from argmap.frameworks.answer import Answer, Question
from argmap.frameworks.checking import Proof, check
from argmap.frameworks.deciding import decide
from argmap.frameworks.framework import IN, OUT, UNDECIDED, Framework, Semantics, Task
from argmap.frameworks.proving import UnprovedError, prove
from argmap.frameworks.solver import OutOfTimeError

__all__ = [
    "IN",
    "OUT",
    "UNDECIDED",
    "Answer",
    "Framework",
    "OutOfTimeError",
    "Proof",
    "Question",
    "Semantics",
    "Task",
    "UnprovedError",
    "check",
    "decide",
    "prove",
]
