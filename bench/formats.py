"""How long reading and writing other formats takes: `python bench/formats.py [N…]` prints a table.

In seconds of CPU, in one process, for a debate of N statements in which every one bears on an earlier one.
"""

from __future__ import annotations

import sys
from pathlib import Path
from resource import RUSAGE_SELF, getrusage
from time import process_time
from typing import Any

from argmap.formats import FORMATS, Given
from argmap.model import Debate


def debate_of(count: int) -> Debate:
    """A debate of that many statements; every one bears on an earlier one."""
    claims: dict[str, Any] = {"c0": {"text": "Statement 0", "by": "city"}}
    for n in range(1, count):
        link = {"supports" if n % 2 else "rebuts": [f"c{n // 3}"]}
        claims[f"c{n}"] = {"text": f"Statement {n}: 市の歳入は {n} 円である", "by": "city", **link}
    return Debate.model_validate({"id": "many", "parties": {"city": {"name": "City"}}, "claims": claims})


def main() -> None:
    """Print the table."""
    sizes = [int(word) for word in sys.argv[1:]] or [1000]
    print("| format | statements | write | read | peak memory so far |\n|---|---|---|---|---|")
    for size in sizes:
        debate = debate_of(size)
        for slug, one in FORMATS.items():
            if one.write is None:
                continue
            begun = process_time()
            data = one.write(debate).data
            written = process_time()
            reading = "–"
            if one.read is not None:
                files = data if isinstance(data, dict) else {}
                whole = data if isinstance(data, bytes) else b""
                one.read(Given(name=str(Path("x").with_suffix(one.suffix)), data=whole, beside=files.get))
                reading = f"{process_time() - written:.2f} s"
            peak = getrusage(RUSAGE_SELF).ru_maxrss // 1024
            print(f"| {slug} | {size:,} | {written - begun:.2f} s | {reading} | {peak} MB |", flush=True)


if __name__ == "__main__":
    main()
