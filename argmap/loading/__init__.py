"""Text -> Debate with positions; faults are returned, never raised."""

from argmap.loading.debate import DebateFile, Validator, read
from argmap.loading.files import ENDINGS, STDIN, find_files, load_file
from argmap.loading.many import load_files
from argmap.loading.near import Nearest
from argmap.loading.rules import NO_EFFECT, NO_REASON, RULES, SAME_NAME
from argmap.loading.silence import Silence

__all__ = [
    "ENDINGS",
    "NO_EFFECT",
    "NO_REASON",
    "RULES",
    "SAME_NAME",
    "STDIN",
    "DebateFile",
    "Nearest",
    "Silence",
    "Validator",
    "find_files",
    "load_file",
    "load_files",
    "read",
]
