"""How much a function does, counted instead of timed: a busy machine changes no test."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType
from typing import TypeVar

Given = TypeVar("Given")


def calls(work: Callable[[Given], object], given: Given) -> int:
    """How many functions are called, of Python and of C, while work is done on what is given."""
    count = 0

    def tell(_: FrameType, event: str, __: object) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    before = sys.getprofile()
    sys.setprofile(tell)
    try:
        work(given)
    finally:
        sys.setprofile(before)
    return count
