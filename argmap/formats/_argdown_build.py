"""The paragraphs of an Argdown text -> the document that they make."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

from argmap.diagnostics import Words
from argmap.formats._argdown_document import (
    Argument,
    Document,
    End,
    Kind,
    Line,
    Node,
    Relation,
    Section,
    settle,
)
from argmap.formats._argdown_syntax import (
    Data,
    Element,
    Front,
    Heading,
    Member,
    Related,
    Structure,
    Tree,
    parse,
)
from argmap.loading.tree import Node as YamlNode
from argmap.loading.tree import parse as parse_yaml

_KINDS: Mapping[str, Kind] = {"+": "support", "-": "attack", "_": "undercut"}
_N = TypeVar("_N", bound=Node)


def read(text: str) -> Document:
    """The document that a text is; what is wrong with the text stands in its faults."""
    builder = _Builder()
    paragraphs, faults = parse(text)
    builder.document.faults.extend(faults)
    for paragraph in paragraphs:
        if isinstance(paragraph, Front):
            builder.document.front = builder.yaml(paragraph.data)
        elif isinstance(paragraph, Heading):
            builder.heading(paragraph)
        elif isinstance(paragraph, Structure):
            builder.structure(paragraph)
        else:
            builder.trees(paragraph)
    settle(builder.document, builder.relations)
    builder.document.faults.sort(key=lambda fault: fault[0])
    return builder.document


class _Builder:
    """Takes paragraph by paragraph."""

    def __init__(self) -> None:
        self.document = Document()
        self.relations: list[Relation] = []
        self._untitled = 0
        self._before: Argument | None = (
            None  # the argument to which a structure in the next paragraph belongs
        )
        self._headings: list[int] = []

    def heading(self, heading: Heading) -> None:
        """A section, inside the nearest one of a higher level."""
        sections = self.document.sections
        while self._headings and sections[self._headings[-1]].level >= heading.level:
            self._headings.pop()
        parent = self._headings[-1] if self._headings else None
        self._headings.append(len(sections))
        sections.append(Section(heading.said, heading.level, parent, self.yaml(heading.data), heading.at))
        self._before = None

    def trees(self, trees: tuple[Tree, ...]) -> None:
        """An element with its relations, or the elements of a list."""
        for tree in trees:
            end = self._element(tree.element)
            self._relate(end, end, tree.relations)
        alone = len(trees) == 1 and trees[0].element.argument and not trees[0].listed
        self._before = self.document.arguments[end.title] if alone else None

    def structure(self, structure: Structure) -> None:
        """A premise-conclusion structure: of the argument before it, else of one without a title."""
        argument, self._before = self._before, None
        if argument and argument.lines:
            self._fault(
                structure.at,
                f"<{argument.title}> has a premise-conclusion structure already: read as another argument",
                f"<{argument.title}> には前提と結論がすでにある。別の論証として読んだ",
            )
            argument = None
        if argument is None:
            argument = self._met(self.document.arguments, Argument, None, structure.at)
        for member in structure.members:
            self._member(argument, member)

    def yaml(self, data: Data | None) -> dict[str, Any]:
        """The mapping that data is; empty where it is none."""
        if data is None:
            return {}
        text, begin = data.yaml, data.at
        if text.startswith("{") and text[1:].lstrip(" \t").startswith("\n"):
            text, begin = text[1:-1], begin + 1
        root, faults = parse_yaml(text)
        self.document.faults.extend((begin + _offset(text, fault.at), fault.message) for fault in faults)
        if root is None or root.value is None:
            return {}
        if not isinstance(root.value, dict):
            self._fault(
                begin + _offset(text, root),
                "data must be `key: value`",
                "データは「キー: 値」でなければならない",
            )
            return {}
        return {key: node.plain() for key, (_, node) in root.value.items()}

    def _member(self, argument: Argument, member: Member) -> None:
        """A line of a structure; the relations under an inference are met before its conclusion."""
        number = len(argument.lines)
        inference = member.inference
        if inference:
            undercut = End("inference", argument.title, number)
            self._relate(undercut, undercut, inference.relations)
        end = self._element(member.element)
        line = Line(member.number, end.title, member.element.at)
        if inference:
            line.rules, line.data = inference.rules, self.yaml(inference.data)
        argument.lines.append(line)
        last = max((place for place, one in enumerate(argument.lines) if one.concludes), default=-1)
        self._relate(end, end if last < 0 else End("inference", argument.title, last), member.relations)

    def _relate(self, end: End, undercut: End, relations: Iterable[Related]) -> None:
        """The relations below an end, and all below them; `undercut` is what an undercut of the end is meant for."""
        waiting = [(end, undercut, related) for related in relations][::-1]
        while waiting:
            parent, undercut, related = waiting.pop()
            child = self._element(related.element)
            sign = related.sign.strip("<>") if related.sign != "><" else ""
            if parent.type == "inference" and related.sign not in ("_", "<_"):
                self._fault(
                    related.at,
                    "an inference can only be undercut: write `<_`",
                    "推論に書けるのは `<_`（推論への攻撃）だけ",
                )
            elif related.element.argument and not sign:
                self._fault(
                    related.at,
                    "only a statement can stand behind `><`",
                    "`><` の後ろに書けるのは文だけ（論証は書けない）",
                )
            elif not sign:
                self.relations.append(Relation("contradictory", parent, child, related.at))
            elif related.sign.endswith(">"):
                self.relations.append(Relation(_KINDS[sign], parent, child, related.at))
            else:
                target = undercut if sign == "_" else parent
                self.relations.append(Relation(_KINDS[sign], child, target, related.at))
            waiting.extend([(child, child, below) for below in related.relations][::-1])

    def _element(self, element: Element) -> End:
        """A statement or argument that is met."""
        document = self.document
        node: Node
        if element.argument:
            node = self._met(document.arguments, Argument, element.title, element.at)
        else:
            node = self._met(document.statements, Node, element.title, element.at)
        said = element.said
        if said:
            node.tags.update(dict.fromkeys(said.tags))
            if element.reference and not said.only_tags:
                self._fault(
                    element.at,
                    "behind a reference there are only tags and data: a text follows `:`",
                    "参照の後ろに書けるのはタグとデータだけ。文は `:` の後に書く",
                )
            elif not element.reference:
                if not node.texts:
                    node.at = element.at
                    node.section = self._headings[-1] if self._headings else None
                node.texts.append(said)
        for key, value in self.yaml(element.data).items():
            node.data[key] = value
            node.keys[key] = element.at
        return End("argument" if element.argument else "statement", node.title)

    def _met(self, known: dict[str, _N], make: type[_N], title: str | None, at: int) -> _N:
        """What has a title, or has none; made when it is met for the first time."""
        name = title
        if name is None:
            self._untitled += 1
            name = f"Untitled {self._untitled}"
        if name not in known:
            section = self._headings[-1] if self._headings else None
            known[name] = make(name, title is not None, at, section)
        return known[name]

    def _fault(self, at: int, en: str, ja: str) -> None:
        self.document.faults.append((at, Words(en=en, ja=ja)))


def _offset(text: str, node: YamlNode) -> int:
    return sum(len(line) + 1 for line in text.split("\n")[: node.line]) + node.column
