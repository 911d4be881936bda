"""Reading and writing other programs' formats: seconds of CPU in one process, peak memory in a process a format."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from resource import RUSAGE_SELF, getrusage
from time import process_time
from typing import Any, Final

from measure import apart
from plan import Plan
from table import Row, megabytes, seconds

from argmap.formats import FORMATS, Given
from argmap.model import Debate

TITLE: Final = "Other programs' formats"
_GOAL: Final = 1.0  # seconds for 1,000 statements, each way


def measure(plan: Plan) -> Iterator[Row]:
    """Write and read every format, 1,000 statements and 10,000."""
    for size in plan.sizes(1_000, 10_000, fewer=1):
        for slug, one in FORMATS.items():
            if one.write is not None:
                yield apart(_row, slug, size)


def debate_of(count: int) -> Debate:
    """A debate of that many statements; every one bears on an earlier one."""
    claims: dict[str, Any] = {"c0": {"text": "Statement 0", "by": "city"}}
    for n in range(1, count):
        link = {"supports" if n % 2 else "rebuts": [f"c{n // 3}"]}
        claims[f"c{n}"] = {"text": f"Statement {n}: 市の歳入は {n} 円である", "by": "city", **link}
    return Debate.model_validate({"id": "many", "parties": {"city": {"name": "City"}}, "claims": claims})


def _row(slug: str, size: int) -> Row:
    one, debate = FORMATS[slug], debate_of(size)
    begun = process_time()
    data = one.write(debate).data if one.write else b""
    wrote = process_time() - begun
    took, words = {"write": wrote}, f"written {seconds(wrote)}"
    if one.read is not None:
        files = data if isinstance(data, dict) else {}
        whole = data if isinstance(data, bytes) else b""
        begun = process_time()
        one.read(Given(name=str(Path("x").with_suffix(one.suffix)), data=whole, beside=files.get))
        took["read"] = process_time() - begun
        words += f", read {seconds(took['read'])}"
    peak = getrusage(RUSAGE_SELF).ru_maxrss * 1024 / 1e6
    return Row(
        work=f"{slug}, {size:,} statements",
        goal=f"{seconds(_GOAL)} or less each way for 1,000",
        measured=f"{words}, {megabytes(peak)}",
        reached=max(took.values()) <= _GOAL if size == 1_000 else None,  # noqa: PLR2004 - as the goal says
        samples={"argmap": took},
    )
