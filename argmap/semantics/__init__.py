"""What stands: labelling, status and explanation, pure functions over the argument graph."""

from argmap.semantics.analysis import Analysis, QuestionVerdict, Verdict, analyse
from argmap.semantics.explanation import Explanation
from argmap.semantics.flips import Flip, FlipKind, Turn, Way, flip
from argmap.semantics.labelling import Label, Labelling
from argmap.semantics.network import has_source
from argmap.semantics.status import QuestionStatus, Status
from argmap.semantics.supposed import Affected, Change, WhatIf, suppose

__all__ = [
    "Affected",
    "Analysis",
    "Change",
    "Explanation",
    "Flip",
    "FlipKind",
    "Label",
    "Labelling",
    "QuestionStatus",
    "QuestionVerdict",
    "Status",
    "Turn",
    "Verdict",
    "Way",
    "WhatIf",
    "analyse",
    "flip",
    "has_source",
    "suppose",
]
