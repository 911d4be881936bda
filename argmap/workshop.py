"""Many debates built over the cores: each from those that it is connected with, its files made aside.

A debate's files depend on the debates that refer to it and to which it refers, in however many steps: verdicts travel along
references. So a process is given these and no others, and what was made is right as long as these stay as they are.
"""

from __future__ import annotations

import os
import pickle
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from argmap import pipeline
from argmap.diagnostics import Diagnostic, Words
from argmap.loading import DebateFile
from argmap.model import Claim, Debate, Evidence
from argmap.parallel import spread

if TYPE_CHECKING:
    from argmap.layout import Engine, Paper
    from argmap.report import Manner

MANY = 3
"""Debates to build, from which on the start of more processes is paid back."""

ROOM = 1_500_000_000
"""Bytes of memory for each process: drawing a map of 100 statements as PNG of 40 million pixels takes 1 GB."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A debate to be built, by its id, with what it is built from, and how.

    Attributes:
        debate: its id.
        connected: the ids of the debates that it is connected with, and its own, as `connected` gives them.
        diagnostics: the findings on its file.
        manner: how to write.
        paper: the sheet of a PDF.
        engine: the layout engine.
    """

    debate: str
    connected: tuple[str, ...]
    diagnostics: tuple[Diagnostic, ...]
    manner: Manner
    paper: Paper
    engine: Engine


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """A job: the debate's id, the files that hold what is wanted and the debates that count, the folder for what is made."""

    debate: str
    wanted: Path
    connected: Path
    folder: Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of a job.

    Attributes:
        debate: the debate's id.
        folder: where its files were made.
        names: the files.
        failed: what gave up: the layout, a form of the settings, the disk, or argmap itself.
        words: why.
        form: the form that could not be filled in.
    """

    debate: str
    folder: Path
    names: tuple[str, ...] = ()
    failed: Literal["layout", "form", "disk", "bug"] | None = None
    words: Words = field(default_factory=lambda: Words(en="", ja=""))
    form: str = ""


def build_all(
    corpus: pipeline.Corpus, wanted: Sequence[Wanted], folder: Path, workers: int | None = None
) -> Iterator[Outcome]:
    """Build debates, in whatever order they are done.

    Args:
        corpus: the debates that were read together.
        wanted: those to be built.
        folder: where their files are made, each debate's in a folder of its own; the caller moves them from there.
        workers: how many processes; as many as there are cores and room for when not given; with 1 or few debates everything is done here.
    """
    workers = workers or _workers()
    orders = tuple(_orders(corpus, wanted, folder))
    if len(orders) < MANY or workers == 1:
        yield from map(carry_out, orders)
    else:
        yield from spread(carry_out, orders, _failed, workers)


def _workers() -> int:
    """How many processes this machine has cores and memory for."""
    cores = os.cpu_count() or 1
    try:
        memory = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    except (AttributeError, OSError, ValueError):  # a system that does not say
        return cores
    return max(1, min(cores, memory // ROOM))


def _orders(corpus: pipeline.Corpus, wanted: Sequence[Wanted], folder: Path) -> Iterator[Order]:
    homes: dict[tuple[str, ...], Path] = {}
    for number, one in enumerate(wanted):
        if one.connected not in homes:
            homes[one.connected] = folder / f"{len(homes)}.connected"
            files = [_bare(corpus.by_id[name]) for name in one.connected]
            homes[one.connected].write_bytes(pickle.dumps(files))
        order = Order(
            debate=one.debate,
            wanted=folder / f"{number}.wanted",
            connected=homes[one.connected],
            folder=folder / f"{number}.made",
        )
        order.wanted.write_bytes(pickle.dumps(one))
        yield order


def _bare(file: DebateFile) -> DebateFile:
    """A debate file without what only the checks need."""
    return replace(file, diagnostics=(), silences=(), root=None)


def carry_out(order: Order) -> Outcome:
    """Build a debate into the folder of its order."""
    from argmap.layout import LayoutError
    from argmap.report import TemplateError

    one: Wanted = pickle.loads(order.wanted.read_bytes())  # noqa: S301 - from this run's own folder, open to nobody else
    corpus = _corpus(order.connected)
    debate = corpus.by_id[one.debate].debate
    try:
        made = pipeline.build(corpus, debate, one.diagnostics, one.manner, paper=one.paper, engine=one.engine)
        order.folder.mkdir()
        for name, data in made.items():
            content = data.encode("utf-8") if isinstance(data, str) else data
            (order.folder / name).write_bytes(content)
    except LayoutError as error:
        return Outcome(debate=order.debate, folder=order.folder, failed="layout", words=error.words)
    except TemplateError as error:
        return Outcome(
            debate=order.debate, folder=order.folder, failed="form", words=error.words, form=error.name
        )
    except OSError as error:
        return Outcome(debate=order.debate, folder=order.folder, failed="disk", words=_spoken(error))
    return Outcome(debate=order.debate, folder=order.folder, names=tuple(made))


@lru_cache(2)
def _corpus(path: Path) -> pipeline.Corpus:
    files: list[DebateFile] = pickle.loads(path.read_bytes())  # noqa: S301 - as above
    return pipeline.corpus_of(files)


def _failed(order: Order, words: Words) -> Outcome:
    return Outcome(debate=order.debate, folder=order.folder, failed="bug", words=words)


def _spoken(error: OSError) -> Words:
    said = error.strerror or str(error)
    return Words(en=said, ja=said)


def connected(debates: Iterable[Debate]) -> list[tuple[str, ...]]:
    """The ids of debates that are connected by references, in however many steps; in order, each id once."""
    given = {debate.id: debate for debate in debates}
    group: dict[str, list[str]] = {name: [name] for name in given}
    for name, debate in given.items():
        for other in abroad(debate):
            if other in group and group[other] is not group[name]:
                joined = group[name] + group[other]
                group |= dict.fromkeys(joined, joined)
    places = {name: place for place, name in enumerate(given)}
    groups = {id(members): sorted(members, key=places.__getitem__) for members in group.values()}
    return [tuple(members) for members in groups.values()]


def abroad(debate: Debate) -> list[str]:
    """The ids of other debates to whose statements and questions a debate refers, each once."""
    found: list[str] = []
    for _, said in debate.statements():
        found += (link.to for link in said.rebuts)
        for undercut in said.undercuts:
            found += (undercut.from_, undercut.to or "")
        if isinstance(said, Evidence):
            found += (link.to for link in said.backs)
        if isinstance(said, Claim):
            for support in said.supports:
                found += (support.to, *support.with_)
            found += (answer.question for answer in said.answers)
    for question in debate.questions.values():
        found += question.about
    return list(dict.fromkeys(one.rpartition("#")[0] for one in found if "#" in one))
