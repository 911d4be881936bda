"""Label an invented debate in this process: `python bench/labelling.py FOLDER TIMES`, a folder of bench/arrays.py.

Prints JSON, seconds a run, and the peak memory once the graph was built, in MB of 10^6 bytes:
`{"labels": [...], "statuses": [...], "graph": …}`. Building the graph is not counted.
"""

import json
import sys
from pathlib import Path
from resource import RUSAGE_SELF, getrusage
from time import perf_counter

from arrays import read
from shape import Debate

from argmap.graph import ArgumentGraph, Step
from argmap.model import Claim, Evidence, Rebuttal, SourceRef, Statement
from argmap.semantics.labelling import label
from argmap.semantics.status import statuses


def main(folder: Path, times: int) -> None:
    """Measure the labels under both policies, and the statuses that follow, `times` times."""
    graph = _graph(read(folder))
    graph_memory = getrusage(RUSAGE_SELF).ru_maxrss * 1024 / 1e6
    seconds: dict[str, list[float]] = {"labels": [], "statuses": []}
    for _ in range(times):
        start = perf_counter()
        asserted, backed = label(graph)
        between = perf_counter()
        statuses(graph, asserted, backed)
        seconds["labels"].append(between - start)
        seconds["statuses"].append(perf_counter() - between)
    print(json.dumps({**seconds, "graph": graph_memory}))


def _graph(debate: Debate) -> ArgumentGraph:
    """Weave the graph straight from the numbers, as `ArgumentGraph.of` does; most evidence has a source."""
    none: list[int] = []
    rebutters, backing, rebuts, backs, steps_to, steps_from = ([none] * len(debate.roles) for _ in range(6))
    steps: list[Step] = []
    for source, verb, target in debate.relations:
        if verb == "supports":
            _add(steps_to, target, len(steps))
            _add(steps_from, source, len(steps))
            steps.append(Step((source,), target))
        else:
            _add(rebutters if verb == "rebuts" else backing, target, source)
            _add(rebuts if verb == "rebuts" else backs, source, target)
    minutes = SourceRef.model_validate({"in": "minutes"})
    return ArgumentGraph(
        keys=[f"debate#{role}-{number}" for number, role in enumerate(debate.roles)],
        said=[_statement(debate, number, minutes) for number in range(len(debate.roles))],
        rebutters=rebutters,
        rebuts=rebuts,
        steps=steps,
        steps_to=steps_to,
        steps_from=steps_from,
        backing=backing,
        backs=backs,
    )


def _add(rows: list[list[int]], at: int, number: int) -> None:
    """Put a number into a row; all empty rows are one."""
    if rows[at]:
        rows[at].append(number)
    else:
        rows[at] = [number]


def _statement(debate: Debate, number: int, minutes: SourceRef) -> Statement:
    source = minutes if number % 4 else None
    if debate.roles[number] == "evidence":
        return Evidence(text="…", source=source)
    kind = Claim if debate.roles[number] == "claim" else Rebuttal
    return kind(text="…", by=debate.parties[number], source=source)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
