"""All credulous and all skeptical answers under preferred semantics, beside clingo with published encodings."""

import json
import random
import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Final

from fit import Curve
from framework import invent, write
from grounded import ATTACKS
from measure import ENVIRONMENT, apart
from plan import Plan
from race import OURS, Command, Race, peers
from table import Row

TITLE: Final = "All preferred answers, beside a solver"
_GOAL: Final = 2.0  # seconds for 100,000 arguments, whole process
_ANSWERED: Final = 0.2  # of a contested framework: attacks that are answered in kind, for each argument
_TASKS: Final = ("credulous", "skeptical")


def measure(plan: Plan) -> Iterator[Row | Curve]:
    """Race over frameworks of 100 to 100,000 arguments, whole processes."""
    sizes = plan.sizes(100, 1_000, 10_000, 100_000, fewer=2)
    for kind in ("debate-like", "contested"):
        files = {size: plan.folder / f"{kind}-{size}.apx" for size in sizes}
        for size, file in files.items():
            apart(_write, file, size, contested=kind == "contested")
        for task in _TASKS:
            commands, absent = peers(("clingo",), {"clingo": f"clingo {task}"})
            race = Race(
                work=f"all {task} preferred answers of {{size:,}} arguments ({kind})",
                over="arguments",
                plot=f"{task}-{kind}",
                step="wall",
                commands={OURS: _accept(task), **commands},
                absent=absent,
                within=(100_000, _GOAL),
                count=partial(_count, task),
                limit=plan.of(60, 10),
            )
            yield from race.run(files, times=plan.of(3, 1))


def _accept(task: str, *options: str) -> Command:
    words = (sys.executable, "-m", "argmap", "accept", "--semantics", "preferred", "--task", task)
    return lambda file: (*words, *options, str(file))


def _count(task: str, file: Path) -> int | None:
    """How many arguments argmap accepts; None where it does not say."""
    command = _accept(task, "--format", "json")(file)
    done = subprocess.run(command, capture_output=True, env=ENVIRONMENT, check=False)
    if done.returncode:
        return None
    found = json.loads(done.stdout)[{"credulous": "in_some", "skeptical": "in_every"}[task]]
    return len(found)


def _write(file: Path, size: int, *, contested: bool) -> None:
    """Write a framework; in a contested one, fewer attacks are new and some are answered by one straight back."""
    attacks = invent(size, round(size * (ATTACKS - _ANSWERED * contested)))
    if contested:
        known, rng = set(attacks), random.Random(size)
        back = ((other, one) for one, other in rng.sample(attacks, len(attacks)))
        fresh = [attack for attack in back if attack not in known]
        attacks = sorted(known.union(fresh[: round(size * ATTACKS) - len(attacks)]))
    write(file, size, attacks)
