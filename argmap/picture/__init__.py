"""What is drawn: boxes, lines, groups, words and their sizes. Values, never syntax."""

from argmap.picture.build import build_picture
from argmap.picture.union import union_picture
from argmap.picture.values import (
    Badge,
    Box,
    Group,
    Junction,
    LegendEntry,
    LegendSection,
    Line,
    Mark,
    Picture,
    Stack,
)
from argmap.picture.view import View

__all__ = [
    "Badge",
    "Box",
    "Group",
    "Junction",
    "LegendEntry",
    "LegendSection",
    "Line",
    "Mark",
    "Picture",
    "Stack",
    "View",
    "build_picture",
    "union_picture",
]
