"""What stands: labelling, status and explanation, pure functions over the argument graph."""

from argmap.semantics.analysis import Analysis, QuestionVerdict, Verdict, analyse
from argmap.semantics.explanation import Explanation
from argmap.semantics.labelling import Label, Labelling
from argmap.semantics.network import has_source
from argmap.semantics.status import QuestionStatus, Status

__all__ = [
    "Analysis",
    "Explanation",
    "Label",
    "Labelling",
    "QuestionStatus",
    "QuestionVerdict",
    "Status",
    "Verdict",
    "analyse",
    "has_source",
]
