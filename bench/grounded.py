"""The grounded labelling of a framework, beside every Python peer that has it."""

from collections.abc import Iterator
from typing import Final

from fit import Curve
from framework import invent, write
from measure import apart
from plan import Plan
from race import OURS, Race, peers, timed
from table import Row

TITLE: Final = "The grounded labelling, beside other Python programs"
ATTACKS: Final = 1.4  # for each argument
_PEERS: Final = ("formal-argumentation", "python-argumentation", "pygarg")


def measure(plan: Plan) -> Iterator[Row | Curve]:
    """Race over frameworks of 100 to 100,000 arguments; what is compared is the labelling, once the file is read."""
    files = {}
    for size in plan.sizes(100, 1_000, 10_000, 100_000, fewer=2):
        files[size] = plan.folder / f"framework-{size}.apx"
        apart(_write, plan, size)
    commands, absent = peers(_PEERS, {})
    race = Race(
        work="grounded labelling of {size:,} arguments, once read",
        over="arguments",
        plot="grounded",
        step="solve",
        commands={OURS: timed("grounded"), **commands},
        absent=absent,
        goal=10,
        limit=plan.of(60, 20),
    )
    yield from race.run(files, times=plan.of(5, 1))


def _write(plan: Plan, size: int) -> None:
    write(plan.folder / f"framework-{size}.apx", size, invent(size, round(size * ATTACKS)))
