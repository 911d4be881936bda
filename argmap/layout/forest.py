"""Which of many nodes hang together (union-find; Galler & Fischer 1964)."""

from __future__ import annotations


class Forest:
    """Nodes 0..n-1, at first each on its own."""

    def __init__(self, nodes: int) -> None:
        self._parent = list(range(nodes))

    def root(self, node: int) -> int:
        """The node that stands for all that hang together with this one."""
        parent = self._parent
        while parent[node] != node:
            parent[node] = parent[parent[node]]
            node = parent[node]
        return node

    def join(self, one: int, other: int) -> None:
        """Let two nodes, and all that hang together with them, hang together."""
        self._parent[self.root(one)] = self.root(other)
