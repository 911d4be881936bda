"""One peer's work, in the peer's own environment: `python bench/contestants.py WHO FILE`.

Prints JSON: seconds for reading and for solving, and how many arguments are in. Nothing of argmap is imported here.
"""

import json
import sys
from collections.abc import Callable, Mapping
from importlib import import_module
from pathlib import Path
from time import perf_counter
from typing import Final

_ENCODINGS: Final = Path(__file__).resolve().parent / "encodings"


def formal_argumentation(file: Path) -> Mapping[str, float]:
    """The grounded extension by `formal-argumentation`; it reads no apx with plain names, so the lines are cut here."""
    dung = import_module("argumentation.core.dung")
    start = perf_counter()
    lines = file.read_text(encoding="utf-8").splitlines()
    arguments = frozenset(line[4:-2] for line in lines if line.startswith("arg("))
    attacks = frozenset(tuple(line[4:-2].split(",")) for line in lines if line.startswith("att("))
    framework = dung.ArgumentationFramework(arguments=arguments, defeats=attacks)
    between = perf_counter()
    found = dung.grounded_extension(framework)
    return {"read": between - start, "solve": perf_counter() - between, "in": len(found)}


def python_argumentation(file: Path) -> Mapping[str, float]:
    """The grounded extension by `python-argumentation` (PyArg)."""
    reader = import_module("py_arg.import_export.argumentation_framework_from_aspartix_format_reader")
    semantics = import_module("py_arg.algorithms.semantics.get_grounded_extension")
    start = perf_counter()
    framework = reader.ArgumentationFrameworkFromASPARTIXFormatReader.from_apx(
        file.read_text(encoding="utf-8")
    )
    between = perf_counter()
    found = semantics.get_grounded_extension(framework)
    return {"read": between - start, "solve": perf_counter() - between, "in": len(found)}


def pygarg(file: Path) -> Mapping[str, float]:
    """The grounded extension by `pygarg`."""
    parser, solver = import_module("pygarg.dung.apx_parser"), import_module("pygarg.dung.solver")
    start = perf_counter()
    arguments, attacks = parser.parse(str(file))
    between = perf_counter()
    found = solver.compute_some_extension(arguments, attacks, "GR")
    return {"read": between - start, "solve": perf_counter() - between, "in": len(found)}


def clingo_credulous(file: Path) -> Mapping[str, float]:
    """What some admissible set holds, so some preferred one: the union of all answer sets (brave reasoning)."""
    return _clingo(file, "brave", "admissible.lp", "prefer-in.lp")


def clingo_skeptical(file: Path) -> Mapping[str, float]:
    """What every preferred extension holds: what all answer sets share (cautious reasoning)."""
    return _clingo(file, "cautious", "admissible.lp", "maximal.lp")


def _clingo(file: Path, mode: str, *encodings: str) -> Mapping[str, float]:
    clingo = import_module("clingo")
    start = perf_counter()
    control = clingo.Control([f"--enum-mode={mode}", "--heuristic=Domain", "--models=0", "-Wnone"])
    for path in (file, *(_ENCODINGS / name for name in encodings)):
        control.load(str(path))
    control.ground([("base", [])])
    between = perf_counter()
    with control.solve(yield_=True) as solving:
        for _ in solving:
            pass  # each answer set narrows or widens the consequences; the last one holds them
        found = solving.last().symbols(shown=True)
    return {"read": between - start, "solve": perf_counter() - between, "in": len(found)}


def arguebuf(file: Path) -> Mapping[str, float]:
    """An AIF graph read by `arguebuf`."""
    library = import_module("arguebuf")
    start = perf_counter()
    with file.open(encoding="utf-8") as stream:
        graph = library.load.aif(json.load(stream))
    return {"read": perf_counter() - start, "in": len(graph.nodes)}


CONTESTANTS: Final[dict[str, Callable[[Path], Mapping[str, float]]]] = {
    "formal-argumentation": formal_argumentation,
    "python-argumentation": python_argumentation,
    "pygarg": pygarg,
    "clingo credulous": clingo_credulous,
    "clingo skeptical": clingo_skeptical,
    "arguebuf": arguebuf,
}

if __name__ == "__main__":
    print(json.dumps(CONTESTANTS[sys.argv[1]](Path(sys.argv[2]))))
