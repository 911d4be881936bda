"""DOT: for Graphviz and the programs that read its language; ids are n1, n2 …, every label is escaped."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import TYPE_CHECKING

from argmap.layout import Drawing
from argmap.picture import Box, Line, Picture

if TYPE_CHECKING:
    from graphviz import Digraph

SUFFIX = ".dot"
MEDIA = "text/vnd.graphviz"

_INCH = 72.0
_FONT = "Noto Sans JP,Noto Sans CJK JP,Hiragino Sans,Yu Gothic,Meiryo,sans-serif"
_SHAPES = {
    "claim": {"shape": "box"},
    "rebuttal": {"shape": "octagon"},
    "evidence": {"shape": "note"},
    "question": {"shape": "box", "style": "rounded,filled"},
}
_FILLS = {"claim": "#ffffff", "rebuttal": "#fdf3ee", "evidence": "#ffffff", "question": "#fffbea"}
_STROKES = {"claim": "#47637f", "rebuttal": "#ad3a12", "evidence": "#5c6670", "question": "#6f5b12"}
_LINES = {
    "rebuts": {"arrowhead": "normal", "color": "#ad3a12"},
    "undercuts": {"arrowhead": "tee", "color": "#ad3a12", "style": "dashed"},
    "supports": {"arrowhead": "empty", "color": "#1b629e"},
    "backs": {"arrowhead": "dot", "color": "#5c6670"},
    "answers": {"arrowhead": "vee", "color": "#1f2933"},
    "about": {"arrowhead": "none", "color": "#8d97a1", "style": "dotted"},
}
_EXTENTS = {"full": {}, "partial": {"style": "dashed"}, "evasive": {"style": "dotted"}}


def render(drawing: Drawing) -> str:
    """The picture in the DOT language, without positions: any Graphviz lays it out."""
    from graphviz import Digraph, escape

    picture = drawing.picture
    names = _names(picture)
    dot = Digraph(
        comment=picture.id.replace("\n", " "),
        graph_attr={
            "rankdir": "RL",
            "fontname": _FONT,
            "fontsize": "20",
            "label": escape(
                "\n".join((picture.title, *picture.subtitle, *picture.sources, picture.note)).strip()
            ),
            "labelloc": "t",
            "nodesep": "0.25",
            "ranksep": "0.7",
            "charset": "UTF-8",
        },
        node_attr={"fontname": _FONT, "fontsize": "13", "style": "filled", "penwidth": "1.2"},
        edge_attr={"fontname": _FONT, "penwidth": "1.5", "arrowsize": "0.9"},
    )
    inside: defaultdict[str | None, list[Box]] = defaultdict(list)
    for box in picture.boxes:
        inside[box.group].append(box)
    for number, group in enumerate(picture.groups):
        label = escape(f"{group.name}  {group.counts}")
        attributes = {"label": label, "labeljust": "l", "style": "filled,rounded", "color": "#d3d9e0"}
        with dot.subgraph(
            name=f"cluster_{number}", graph_attr={**attributes, "fillcolor": "#f4f6f8"}
        ) as part:
            for box in inside[group.id]:
                _node(part, names[box.key], box, picture.head[box.key])
    for box in inside[None]:
        _node(dot, names[box.key], box, picture.head[box.key])
    for junction in picture.junctions:
        dot.node(
            names[junction.key], label="", shape="circle", width="0.12", tooltip=escape(junction.description)
        )
    for line in picture.lines:
        _edge(dot, names, line)
    return str(dot.source)


def _names(picture: Picture) -> Mapping[str, str]:
    keys = (*(box.key for box in picture.boxes), *(junction.key for junction in picture.junctions))
    return {key: f"n{number}" for number, key in enumerate(keys, 1)}


def _node(dot: Digraph, name: str, box: Box, head: tuple[str, ...]) -> None:
    from graphviz import escape

    badge = (box.badge.text,) if box.badge else ()
    words = (*head, *badge, "", *box.lines, *box.foot)
    style = _SHAPES[box.role].get("style", "filled") + (",dashed" if box.candidate else "")
    dot.node(
        name,
        label="\\l".join(str(escape(row)) for row in words) + "\\l",
        shape=_SHAPES[box.role]["shape"],
        style=style,
        fillcolor=_FILLS[box.role],
        color="#1d3557" if box.side == "government" else _STROKES[box.role],
        penwidth="2.4" if box.side == "government" else "1.2",
        width=f"{box.width / _INCH:.2f}",
        height=f"{box.height / _INCH:.2f}",
        tooltip=escape(box.description),
        id=box.id,
    )


def _edge(dot: Digraph, names: Mapping[str, str], line: Line) -> None:
    from graphviz import escape

    attributes = {**_LINES[line.kind], **_EXTENTS[line.extent]}
    if not line.head:
        attributes["arrowhead"] = "none"
    dot.edge(names[line.source], names[line.target], tooltip=escape(line.description), **attributes)
