"""Measure everything: `python bench/run.py [--quick] [--only PART] [--debates N] [--json FILE]`.

Prints one report in Markdown. A time is the best of several runs, with the median in brackets where a whole process is
measured; peers run in turn with argmap. Whatever is measured is invented anew, from seeds. Every part runs in a process
of its own; a part that fails says so and the others go on.
"""

import argparse
import sys
import tempfile
import traceback
from importlib import import_module
from pathlib import Path
from typing import Final

import machine
import report
import store
from fit import Curve
from measure import apart
from plan import Plan
from table import Row

PARTS: Final = (
    "reach",
    "folders",
    "growth",
    "grounded",
    "preferred",
    "exchange",
    "page",
    "ingest",
    "documents",
    "formats",
)
_DEBATES: Final = 20


def main() -> None:
    """Measure what is chosen, print the report and write every sample where asked."""
    options = argparse.ArgumentParser(description="Measure how far argmap reaches, beside its peers.")
    options.add_argument("--quick", action="store_true", help="one run each of smaller sizes")
    options.add_argument(
        "--only", choices=PARTS, action="append", metavar="PART", help=f"of {', '.join(PARTS)}"
    )
    options.add_argument(
        "--debates",
        type=int,
        default=_DEBATES,
        metavar="N",
        help="how many debates are built (default %(default)s)",
    )
    options.add_argument(
        "--json", type=Path, metavar="FILE", help="write every sample here; with --only, its other parts stay"
    )
    chosen = options.parse_args()
    names = [name for name in PARTS if not chosen.only or name in chosen.only]
    parts = tuple(_part(name, quick=chosen.quick, debates=chosen.debates) for name in names)
    measured = store.Measured(machine=machine.describe(), parts=parts)
    print(report.whole(measured))
    if chosen.json:
        earlier = store.read(chosen.json) if chosen.only and chosen.json.exists() else measured
        chosen.json.write_text(store.dumped(earlier.anew(measured, PARTS)), encoding="utf-8")


def _part(name: str, *, quick: bool, debates: int) -> store.Part:
    """Measure a part in a process of its own, so that this one stays small."""
    print(f"{name} …", file=sys.stderr)
    about = {**machine.now(), "form": "quick" if quick else "whole"}
    with tempfile.TemporaryDirectory(prefix="argmap-bench-") as folder:
        plan = Plan(folder=Path(folder), quick=quick, debates=debates)
        title, found = apart(_measured, name, plan)
    return store.Part(
        name=name,
        title=title,
        about=about,
        rows=tuple(one for one in found if isinstance(one, Row)),
        curves=tuple(one for one in found if isinstance(one, Curve)),
    )


def _measured(name: str, plan: Plan) -> tuple[str, list[Row | Curve]]:
    """The title of a part and what it measured; where it fails, what it had measured until then."""
    part, found = import_module(name), list[Row | Curve]()
    try:
        found.extend(part.measure(plan))
    except Exception as error:  # noqa: BLE001 - the other parts go on
        traceback.print_exc()
        found.append(Row(work=name, measured=f"failed: {type(error).__name__}: {error}"))
    return part.TITLE, found


if __name__ == "__main__":
    main()
