"""Measure how far argmap reaches, beside its peer: `python bench/run.py [--quick] [--json FILE]`.

Prints a Markdown table. A number is the best of several runs of a whole process, with the median in brackets;
ratios compare the best on the wall. Every file is invented anew (debates.py). The peer is Argdown, from npm.
"""

import argparse
import json
import tempfile
from dataclasses import asdict
from pathlib import Path

import machine
import work
from table import markdown


def main() -> None:
    """Measure everything, print the table and write the numbers where asked."""
    options = argparse.ArgumentParser(description="Measure how far argmap reaches, beside Argdown.")
    options.add_argument("--quick", action="store_true", help="one run each, no tangled debates, no million")
    options.add_argument("--json", type=Path, metavar="FILE", help="write every sample here")
    chosen = options.parse_args()
    about = machine.describe()
    with tempfile.TemporaryDirectory(prefix="argmap-bench-") as folder:
        rows = list(work.rows(Path(folder), quick=chosen.quick))
    print(markdown(rows, about))
    if chosen.json:
        found = {"format": "argmap-bench/1", "machine": about, "rows": [asdict(row) for row in rows]}
        chosen.json.write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
