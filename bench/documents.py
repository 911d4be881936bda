"""How long the documents take: `python bench/documents.py` prints a table. In one process; of the reports the second run."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from time import perf_counter

from argmap import pipeline
from argmap.report import Manner, docx, floor, md, notice, xlsx

CLAIMS = Path(__file__).parents[1] / "claims"
MANY = 500


def seconds(work: Callable[[], object]) -> float:
    """How long the second run takes, for the first one imports and reads tables."""
    work()
    return once(work)


def once(work: Callable[[], object]) -> float:
    """How long something takes the first time."""
    begun = perf_counter()
    work()
    return perf_counter() - begun


def main() -> None:
    """Print the table."""
    manner = Manner(lang="ja")
    corpus = pipeline.read([CLAIMS])
    print(f"| what | {MANY} questions |\n|---|---|")
    found = pipeline.to_ask(corpus, corpus.debates[0], manner.side)
    many = tuple(replace(found[place % len(found)], part=str(place)) for place in range(MANY))
    for report in (md, docx, notice, floor, xlsx):
        took = seconds(partial(report.questions, corpus.debates[:1], many, manner))
        print(f"| {report.__name__.rpartition('.')[2]} | {took:.2f} s |")
    print("\n| debate | drafting | map | its sheets | brief |\n|---|---|---|---|---|")
    for debate in corpus.debates:
        drawn = pipeline.draw(debate, corpus.analysis)
        steps: tuple[Callable[[], object], ...] = (
            partial(pipeline.to_ask, corpus, debate, manner.side),
            partial(drawn.to, "svg"),
            partial(getattr, drawn.drawing, "pages"),
            partial(pipeline.brief, corpus, debate, drawn, manner),
        )
        print(f"| {debate.id} | {' | '.join(f'{once(step):.2f} s' for step in steps)} |")


if __name__ == "__main__":
    main()
