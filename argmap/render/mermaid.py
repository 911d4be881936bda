"""Mermaid: for a README, a wiki or an issue, where the page draws the diagram itself."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from html import escape

from argmap.layout import Drawing
from argmap.picture import Box, Line

SUFFIX = ".mmd"
MEDIA = "text/vnd.mermaid"

_SHAPES = {
    "claim": ("[", "]"),
    "rebuttal": ("{{", "}}"),
    "evidence": ("[/", "/]"),
    "question": ("([", "])"),
}
_LINES = {
    "rebuts": "==>",
    "undercuts": "-.-x",
    "supports": "-->",
    "backs": "--o",
    "answers": "-->",
    "about": "-.-",
}
_STYLES = (
    "classDef claim fill:#ffffff,stroke:#47637f,color:#1f2933",
    "classDef rebuttal fill:#fdf3ee,stroke:#ad3a12,color:#1f2933",
    "classDef evidence fill:#ffffff,stroke:#5c6670,color:#1f2933",
    "classDef question fill:#fffbea,stroke:#6f5b12,color:#1f2933",
    "classDef government stroke:#1d3557,stroke-width:3px",
    "classDef candidate stroke-dasharray:6 4",
)


def render(drawing: Drawing) -> str:
    """The picture as a Mermaid flowchart. Relations that have no arrow of their own are named on the line."""
    return "\n".join(_lines(drawing)) + "\n"


def _lines(drawing: Drawing) -> Iterator[str]:
    picture = drawing.picture
    yield from ("---", f"title: {_yaml(picture.title)}", "---", "flowchart RL")
    keys = [*(box.key for box in picture.boxes), *(junction.key for junction in picture.junctions)]
    names = {key: f"n{number}" for number, key in enumerate(keys, 1)}
    inside: defaultdict[str | None, list[Box]] = defaultdict(list)
    for box in picture.boxes:
        inside[box.group].append(box)
    for number, group in enumerate(picture.groups, 1):
        yield f'  subgraph g{number}["{_text(group.name)}"]'
        yield from (f"    {_node(names[box.key], box, picture.head[box.key])}" for box in inside[group.id])
        yield "  end"
    yield from (f"  {_node(names[box.key], box, picture.head[box.key])}" for box in inside[None])
    yield from (f'  {names[junction.key]}((" "))' for junction in picture.junctions)
    words = {
        entry.name: entry.word
        for section in picture.legend
        for entry in section.entries
        if entry.kind == "line"
    }
    for line in picture.lines:
        yield f"  {names[line.source]} {_arrow(line, words)} {names[line.target]}"
    if picture.note:
        yield f'  note["{_text(picture.note)}"]'
    yield from (f"  {style}" for style in _STYLES)


def _node(name: str, box: Box, head: tuple[str, ...]) -> str:
    left, right = _SHAPES[box.role]
    badge = (box.badge.text,) if box.badge else ()
    text = "<br/>".join(_text(row) for row in (" ".join((*head, *badge)), *box.lines, *box.foot))
    classes = [box.role, *(["government"] if box.side == "government" else [])]
    classes += ["candidate"] if box.candidate else []
    return f'{name}{left}"{text}"{right}:::{" ".join(classes).replace(" ", ":::")}'


def _arrow(line: Line, words: dict[str, str]) -> str:
    if not line.head:
        return "---"
    name = line.kind if line.extent == "full" else f"{line.kind} {line.extent}"
    return f'{_LINES[line.kind]}|"{_text(words[name])}"|'


def _text(text: str) -> str:
    """A text between quotation marks: HTML and Mermaid's own signs as entities, which Mermaid writes with a #."""
    entities = escape(text, quote=True).replace("#", "&num;").replace("&", "#").replace("##x27;", "#39;")
    for sign in "`\\*_":
        entities = entities.replace(sign, f"#{ord(sign)};")
    return entities.replace("#num;", "#35;").replace("#x27;", "#39;")


def _yaml(text: str) -> str:
    doubled = text.replace("'", "''").replace("\n", " ")
    return f"'{doubled}'"
