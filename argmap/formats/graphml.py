"""GraphML (Brandes et al. 2002), for Gephi, yEd, Cytoscape and networkx: written only.

Statements, questions and steps are nodes, relations are edges, each with all that the debate says of it as
attributes. Of a source only the title is kept.
"""

from __future__ import annotations

from io import BytesIO

from argmap.formats import Exported
from argmap.formats._features import lost_in
from argmap.formats._network import KEEPS, network
from argmap.model import Debate

NAME = "GraphML"
SUFFIX = ".graphml"
WRITES = KEEPS


def write(debate: Debate) -> Exported:
    """The graph of a debate."""
    from networkx import MultiDiGraph, write_graphml_xml

    found = network(debate)
    graph: MultiDiGraph[str] = MultiDiGraph(**found.about)
    graph.add_nodes_from(found.nodes.items())
    graph.add_edges_from(found.edges)
    buffer = BytesIO()
    write_graphml_xml(graph, buffer)
    return Exported(data=buffer.getvalue(), lost=lost_in(debate, WRITES))
