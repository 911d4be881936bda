"""Which column each thing belongs to: targets to the left of what bears on them."""

from __future__ import annotations

from collections.abc import Sequence

Edge = tuple[int, int, int]
"""Source, target, and how many columns lie between them at least."""


def ranks(nodes: int, edges: Sequence[Edge]) -> list[int]:
    """The column of every node, 0 at the left: as far left as its targets allow, but near to its sources.

    Longest-path layering after breaking circles by a depth-first search; then nodes with more sources than targets
    move right to their sources (Sugiyama, Tagawa & Toda 1981; Healy & Nikolov 2013, "Hierarchical Drawing Algorithms").
    """
    forward = _acyclic(nodes, edges)
    targets: list[list[tuple[int, int]]] = [[] for _ in range(nodes)]
    sources: list[list[tuple[int, int]]] = [[] for _ in range(nodes)]
    for source, target, span in forward:
        targets[source].append((target, span))
        sources[target].append((source, span))
    rank = [0] * nodes
    waits = [len(each) for each in targets]
    order = [node for node in range(nodes) if not waits[node]]
    for node in order:
        for source, span in sources[node]:
            rank[source] = max(rank[source], rank[node] + span)
            waits[source] -= 1
            if not waits[source]:
                order.append(source)
    for node in reversed(order):
        if len(sources[node]) > len(targets[node]):
            rank[node] = min(rank[source] - span for source, span in sources[node])
    return rank


def _acyclic(nodes: int, edges: Sequence[Edge]) -> list[Edge]:
    """The edges, those that close a circle turned round."""
    leaving: list[list[int]] = [[] for _ in range(nodes)]
    for position, (source, _, _) in enumerate(edges):
        leaving[source].append(position)
    state = bytearray(nodes)  # 0 not seen, 1 on the path, 2 done
    turned: set[int] = set()
    for start in range(nodes):
        path = [(start, iter(leaving[start]))] if not state[start] else []
        state[start] = state[start] or 1
        while path:
            node, rest = path[-1]
            for position in rest:
                target = edges[position][1]
                if state[target] == 1:
                    turned.add(position)
                elif not state[target]:
                    state[target] = 1
                    path.append((target, iter(leaving[target])))
                    break
            else:
                state[node] = 2
                path.pop()
    return [
        (target, source, span) if position in turned else (source, target, span)
        for position, (source, target, span) in enumerate(edges)
    ]
