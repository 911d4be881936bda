"""Node-link JSON, as networkx and d3 read it: `nodes` and `edges` with their attributes. Written only.

Statements, questions and steps are nodes, relations are edges, each with all that the debate says of it as
attributes. Of a source only the title is kept. `networkx.node_link_graph(data, edges="edges")` reads it.
"""

from __future__ import annotations

import json

from argmap.formats import Exported
from argmap.formats._features import lost_in
from argmap.formats._network import KEEPS, network
from argmap.model import Debate

NAME = "JSON (node-link)"
SUFFIX = ".json"
WRITES = KEEPS


def write(debate: Debate) -> Exported:
    """The graph of a debate."""
    from networkx import MultiDiGraph, node_link_data

    found = network(debate)
    graph: MultiDiGraph[str] = MultiDiGraph(**found.about)
    graph.add_nodes_from(found.nodes.items())
    graph.add_edges_from(found.edges)
    text = json.dumps(node_link_data(graph, edges="edges"), ensure_ascii=False, indent=1)
    return Exported(data=f"{text}\n".encode(), lost=lost_in(debate, WRITES))
