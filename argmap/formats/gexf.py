"""GEXF 1.2, the native format of Gephi: written only.

Statements, questions and steps are nodes, relations are edges, each with all that the debate says of it as
attributes. Of a source only the title is kept, and of the debate nothing but its statements.
"""

from __future__ import annotations

import re
from io import BytesIO

from argmap.formats import Exported, Feature
from argmap.formats._features import lost_in
from argmap.formats._network import KEEPS, network
from argmap.model import Debate

NAME = "GEXF (Gephi)"
SUFFIX = ".gexf"
WRITES = KEEPS - {Feature.HEAD}

_TODAY = re.compile(rb'(<meta) lastmodifieddate="[^"]*"')


def write(debate: Debate) -> Exported:
    """The graph of a debate; without the day, so that the same debate gives the same bytes."""
    from networkx import MultiDiGraph, write_gexf

    found = network(debate)
    graph: MultiDiGraph[str] = MultiDiGraph(name=found.about["name"])
    graph.add_nodes_from(found.nodes.items())
    graph.add_edges_from(found.edges)
    buffer = BytesIO()
    write_gexf(graph, buffer)
    return Exported(data=_TODAY.sub(rb"\1", buffer.getvalue()), lost=lost_in(debate, WRITES))
