"""The physical reference: one linear pass over the relations of a debate, in numpy: `python bench/linear.py FOLDER TIMES`.

For every relation the label of its source is looked up, and the targets of those that are in are counted: the least that
any labelling must do once. Runs in an environment with numpy, over the arrays that bench/arrays.py wrote; prints JSON,
seconds a run.
"""

import json
import sys
from importlib import import_module
from pathlib import Path
from time import perf_counter

numpy = import_module("numpy")  # not in argmap's own environment


def main(folder: Path, times: int) -> None:
    """Go over the relations, `times` times."""
    sources, targets = (numpy.fromfile(folder / name, dtype="<i4") for name in ("sources", "targets"))
    roles = numpy.fromfile(folder / "roles", dtype="u1")
    inside = roles > 0  # any truth a statement, as a labelling has it half-way
    seconds = []
    for _ in range(times):
        start = perf_counter()
        numpy.bincount(targets[inside[sources]], minlength=len(roles))
        seconds.append(perf_counter() - start)
    print(json.dumps({"pass": seconds}))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
