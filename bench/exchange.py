"""Other programs' formats: an AIF graph, beside arguebuf, which reads the same file."""

from collections.abc import Iterator
from typing import Final

from fit import Curve
from formats import debate_of
from measure import apart
from plan import Plan
from race import OURS, Race, peers, timed
from table import Row

from argmap.formats import FORMATS

TITLE: Final = "Reading AIF, beside arguebuf"


def measure(plan: Plan) -> Iterator[Row | Curve]:
    """Race over AIF graphs of 100 to 10,000 statements; what is compared is reading, once the libraries are there."""
    files = {}
    for size in plan.sizes(100, 1_000, 10_000, fewer=1):
        files[size] = plan.folder / f"graph-{size}.json"
        apart(_write, plan, size)
    commands, absent = peers(("arguebuf",), {})
    race = Race(
        work="an AIF graph of {size:,} statements, read",
        over="statements",
        plot="aif",
        step="read",
        commands={OURS: timed("aif"), **commands},
        absent=absent,
        limit=plan.of(60, 20),
    )
    yield from race.run(files, times=plan.of(5, 1))


def _write(plan: Plan, size: int) -> None:
    write = FORMATS["aif"].write
    data = write(debate_of(size)).data if write else b""
    if isinstance(data, bytes):
        (plan.folder / f"graph-{size}.json").write_bytes(data)
