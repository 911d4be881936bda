"""Graphviz decides which box comes above which, and how far apart: a subprocess with a time limit."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, partial
from importlib.metadata import PackageNotFoundError, distribution
from itertools import chain
from pathlib import Path
from shutil import which
from typing import Literal

from argmap.diagnostics import Words
from argmap.layout.values import LayoutError

Engine = Literal["pip", "dot"]

_INCH = 72.0
_APART = 10.0  # between neighbours of one rank
_MANY = 1500  # nodes, beyond which nobody sees the last crossing that patience would save
_SHARE = 250  # nodes that are worth a process of their own
_KEPT = 4096  # answers that are remembered: a picture is tried on many pages, half of them alike
_QUICK = {"nslimit": "0.1", "nslimit1": "1", "mclimit": "0.1", "searchsize": "10"}


_Asked = tuple[str, float, str, int]  # the program and its seconds, the graph in DOT, the number of its nodes
_ANSWERS: dict[_Asked, list[float]] = {}


@dataclass(frozen=True, slots=True, kw_only=True)
class Graph:
    """What Graphviz is asked to lay out from right to left: node n is the n-th of `heights`.

    Attributes:
        heights: how much room each node takes.
        edges: from node to node, how much it matters that the edge is straight, and how many ranks it spans.
        clusters: nodes that stay together, for each set of them; no node is in two.
        margin: what is kept free around each cluster.
    """

    heights: Sequence[float]
    edges: Sequence[tuple[int, int, int, int]]
    clusters: Sequence[Sequence[int]] = ()
    margin: float = 0.0


def middles(graphs: Sequence[Graph], engine: Engine, timeout: float) -> list[list[float]]:
    """For every node of every graph, how far down its middle is.

    Args:
        graphs: any number of graphs; they go through a process for each core, or fewer if there is little to do.
        engine: `pip` for the engine that pip installed, `dot` for the system's.
        timeout: how many seconds the engine may take; then it is asked for less, and then given up.

    Raises:
        LayoutError: there is no engine, it failed, or it took too long.
    """
    if not graphs:
        return []
    program = find(engine)
    asked = [(program, timeout, _dot(graph), len(graph.heights)) for graph in graphs]
    known = {one: _ANSWERS[one] for one in asked if one in _ANSWERS}
    new = [one for one in dict.fromkeys(asked) if one not in known]
    if new:
        known.update(zip(new, _answers(program, new, timeout), strict=True))
        if len(_ANSWERS) + len(new) > _KEPT:
            _ANSWERS.clear()
        _ANSWERS.update((one, known[one]) for one in new)
    return [known[one].copy() for one in asked]


def _answers(program: str, asked: Sequence[_Asked], timeout: float) -> list[list[float]]:
    """What the engine says, by a process for each core, or by fewer if there is little to do."""
    ask, shares = partial(_middles, program, timeout), _shares(asked)
    if len(shares) == 1:
        return ask(asked)
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(len(shares)) as pool:  # threads that wait for processes
        found = list(pool.map(ask, ([asked[number] for number in share] for share in shares)))
    by_number = dict(zip(chain.from_iterable(shares), chain.from_iterable(found), strict=True))
    return [by_number[number] for number in range(len(asked))]


def _shares(asked: Sequence[_Asked]) -> list[list[int]]:
    """The numbers of the graphs that go through one process together: about as many nodes for each core."""
    sizes = [nodes for *_, nodes in asked]
    shares: list[list[int]] = [[] for _ in range(max(1, min(os.cpu_count() or 1, sum(sizes) // _SHARE)))]
    loads = [0] * len(shares)
    for number in sorted(range(len(asked)), key=lambda number: -sizes[number]):
        least = loads.index(min(loads))
        shares[least].append(number)
        loads[least] += sizes[number]
    return [share for share in shares if share]


def _middles(program: str, timeout: float, asked: Sequence[_Asked]) -> list[list[float]]:
    source = "\n".join(dot for _, _, dot, _ in asked)
    try:
        text = _run([program, "-Tplain"], source, timeout)
    except subprocess.TimeoutExpired:
        try:
            text = _run(
                [program, "-Tplain", *(f"-G{name}={value}" for name, value in _QUICK.items())],
                source,
                timeout,
            )
        except subprocess.TimeoutExpired:
            raise LayoutError(
                Words(
                    en=f"no layout was found in {timeout:g} seconds; draw a part (--around, --view) or allow more time",
                    ja=f"{timeout:g} 秒では配置が決まらなかった。一部だけを描く（--around、--view）か、時間を延ばしてください",
                )
            ) from None
    return [_read(part, nodes) for part, (*_, nodes) in zip(text.split("\nstop"), asked, strict=False)]


def find(engine: Engine) -> str:
    """The program of an engine.

    Raises:
        LayoutError: it is not installed.
    """
    program = which("dot") if engine == "dot" else _from_pip()
    if program is None:
        raise LayoutError(
            Words(en="the program `dot` is not installed", ja="プログラム dot が入っていない")
            if engine == "dot"
            else Words(
                en="the layout engine is missing: pip install graphviz-pure",
                ja="配置のためのプログラムがない：pip install graphviz-pure",
            )
        )
    return program


@cache
def _from_pip() -> str | None:
    try:
        files = distribution("graphviz-pure").files or ()
    except PackageNotFoundError:
        return None
    return next((str(Path(file.locate()).resolve()) for file in files if file.stem == "graphviz-pure"), None)


def _run(command: Sequence[str], source: str, timeout: float) -> str:
    try:
        done = subprocess.run(  # noqa: S603 - our own program, our own source
            command, input=source, capture_output=True, timeout=timeout, check=False, encoding="utf-8"
        )
    except OSError as error:
        raise LayoutError(
            Words(en=f"the layout engine does not start: {error}", ja=f"配置のプログラムが動かない：{error}")
        ) from None
    if done.returncode:
        raise LayoutError(
            Words(
                en=f"the layout engine failed: {done.stderr.strip()}",
                ja=f"配置のプログラムが失敗した：{done.stderr.strip()}",
            )
        )
    return done.stdout


def _dot(graph: Graph) -> str:
    from graphviz import Digraph

    quick = _QUICK if len(graph.heights) > _MANY else {}
    dot = Digraph(
        graph_attr={
            "rankdir": "RL",
            "ranksep": "0.2",
            "nodesep": _inches(_APART),
            "splines": "none",
            **quick,
        },
        node_attr={"shape": "box", "fixedsize": "true", "width": "0.1", "label": ""},
        edge_attr={"dir": "none"},
    )
    if graph.clusters:
        dot.attr(newrank="true")
    # names and attributes are numbers of our own, so nothing needs the package's quoting, which takes most of the time
    dot.body += [f"\tn{number} [height={_inches(height)}]\n" for number, height in enumerate(graph.heights)]
    for position, members in enumerate(graph.clusters):
        with dot.subgraph(
            name=f"cluster_{position}", graph_attr={"margin": f"{graph.margin:.0f}"}
        ) as cluster:
            cluster.body += [f"\tn{number}\n" for number in members]
    dot.body += [
        f"\tn{tail} -> n{head} [weight={weight} minlen={span}]\n" for tail, head, weight, span in graph.edges
    ]
    return str(dot.source)


def _inches(length: float) -> str:
    return f"{length / _INCH:.4f}"


def _read(plain: str, nodes: int) -> list[float]:
    """Read Graphviz's plain output: `node name x y …`, in inches, y upwards."""
    found = {
        int(fields[1][1:]): -float(fields[3]) * _INCH
        for fields in (line.split(" ", 4) for line in plain.splitlines())
        if fields[0] == "node"
    }
    return [found[node] for node in range(nodes)]
