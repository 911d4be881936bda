"""One piece of argmap's work in this process: `python bench/timed.py WORK FILE`. Prints JSON, seconds by step.

argmap imports what it needs when it needs it; so the work is done once before on something tiny, which is not counted.
The peers (bench/contestants.py) have imported everything before their time begins.
"""

import json
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from time import perf_counter
from typing import Final

from measure import ROOT

from argmap import pipeline
from argmap.formats import FORMATS, Given, Imported
from argmap.model import Debate


def load(file: Path) -> Mapping[str, float]:
    """A debate file from bytes to debate."""
    start = perf_counter()
    pipeline.read([file])
    return {"read": perf_counter() - start}


def draw(file: Path) -> Mapping[str, float]:
    """A debate that was read and analysed, to SVG."""
    corpus = pipeline.read([file])
    analysis = corpus.analysis
    _ = analysis.verdicts
    start = perf_counter()
    pipeline.draw(corpus.debates[0], analysis).to("svg")
    return {"draw": perf_counter() - start}


def apx(file: Path) -> Mapping[str, float]:
    """A framework read as a debate, and written."""
    start = perf_counter()
    debate = _debate("apx", file)
    between = perf_counter()
    write = FORMATS["apx"].write
    if write:
        write(debate)
    return {"read": between - start, "write": perf_counter() - between}


def aif(file: Path) -> Mapping[str, float]:
    """An AIF graph read as a debate."""
    start = perf_counter()
    _debate("aif", file)
    return {"read": perf_counter() - start}


def grounded(file: Path) -> Mapping[str, float]:
    """A framework read and labelled; `in` says how many arguments are in."""
    from argmap.frameworks import IN, Framework
    from argmap.frameworks.grounded import grounded as labelled
    from argmap.transfer import framework_file, given

    start = perf_counter()
    _, found = framework_file(given(file))
    framework = Framework.of(len(found.names or ()), found.attacks)
    between = perf_counter()
    labels, _ = labelled(framework)
    end = perf_counter()
    return {"read": between - start, "solve": end - between, "in": labels.count(IN)}


def draft(file: Path) -> Mapping[str, float]:
    """A document from bytes to draft."""
    from ingest import drafted

    start = perf_counter()
    found = drafted(file)
    return {"draft": perf_counter() - start, "statements": len(found.statements)}


def _debate(slug: str, file: Path) -> Debate:
    """The debate of a file in another program's format.

    Raises:
        ValueError: the file cannot be read as such.
    """
    read = FORMATS[slug].read
    found: Imported | None = read and read(
        Given(name=file.name, data=file.read_bytes(), beside=lambda _: None)
    )
    if found is None or found.debate is None:
        raise ValueError(f"{file.name} is no {slug}")
    return found.debate


def _tiny(work: str) -> Path:
    """Something tiny of the kind that a work is done on."""
    file = Path(f"tiny.{work}")
    if work in {"load", "draw"}:
        return min((ROOT / "claims").glob("*.yaml"))
    file.write_text("arg(a).\narg(b).\natt(a,b).\n", encoding="utf-8")
    if work == "aif" and (write := FORMATS["aif"].write):
        data = write(_debate("apx", file)).data
        file.write_bytes(data if isinstance(data, bytes) else b"")
    return file


WORKS: Final[dict[str, Callable[[Path], Mapping[str, float]]]] = {
    work.__name__: work for work in (load, draw, apx, aif, grounded, draft)
}

if __name__ == "__main__":
    name = sys.argv[1]
    if name != "draft":
        WORKS[name](_tiny(name))
    print(json.dumps(WORKS[name](Path(sys.argv[2]))))
