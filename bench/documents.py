"""The documents: many questions as Word and Excel, and the parts of the shipped debates' briefs; seconds in one process."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from time import perf_counter
from typing import Final

from measure import ROOT
from plan import Plan
from table import NOTHING, Row, seconds

from argmap import pipeline
from argmap.report import Manner, docx, floor, md, notice, xlsx

TITLE: Final = "Documents"
_MANY: Final = 500
_GOAL: Final = 2.0  # seconds for 500 questions as Word, and for a brief


def measure(plan: Plan) -> Iterator[Row]:
    """Write every report of many questions, then draft, draw and hand out every shipped debate."""
    many = plan.of(_MANY, 50)
    manner = Manner(lang="ja")
    corpus = pipeline.read([ROOT / "claims"])
    found = pipeline.to_ask(corpus, corpus.debates[0], manner.side)
    questions = tuple(replace(found[place % len(found)], part=str(place)) for place in range(many))
    for report in (md, docx, notice, floor, xlsx):
        name = report.__name__.rpartition(".")[2]
        work = partial(report.questions, corpus.debates[:1], questions, manner)
        work()  # the first time imports and reads tables
        runs = [_seconds(work) for _ in range(plan.of(3, 1))]
        yield _row(f"{many} questions, `{name}`", runs, to_reach=report in (docx, notice, floor))
    for debate in corpus.debates:
        drawn = pipeline.draw(debate, corpus.analysis)
        steps: dict[str, Callable[[], object]] = {
            "drafting": partial(pipeline.to_ask, corpus, debate, manner.side),
            "map": partial(drawn.to, "svg"),
            "sheets of the map": partial(getattr, drawn.drawing, "pages"),
            "brief, its map laid out": partial(pipeline.brief, corpus, debate, drawn, manner),
        }
        for name, step in steps.items():
            yield _row(f"{debate.id}: {name}", [_seconds(step)], to_reach=name.startswith("brief"))


def _row(work: str, runs: list[float], *, to_reach: bool) -> Row:
    return Row(
        work=work,
        goal=f"{seconds(_GOAL)} or less" if to_reach else NOTHING,
        measured=seconds(min(runs)),
        reached=min(runs) <= _GOAL if to_reach else None,
        samples={"argmap": runs},
    )


def _seconds(work: Callable[[], object]) -> float:
    begun = perf_counter()
    work()
    return perf_counter() - begun
