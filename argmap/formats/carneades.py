"""The YAML format of Carneades 4: statements, arguments, issues and assumptions (Gordon and Walton 2016).

Statements become claims, or rebuttals where they attack; an argument is a step from its premises, its undercutter an
attack on that step. The positions of an issue rebut each other. How Carneades weighs arguments - weights, proof
standards, weighing functions - has no place in a debate and is named; so is what it does not accept because nobody
assumes it or argues for it, for in a debate it stands until somebody rebuts it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import permutations
from typing import Any

from argmap.diagnostics import Words
from argmap.formats import Feature, Given, Imported, Note
from argmap.formats._aif_debate import About, debate
from argmap.formats._aif_graph import Edge, Graph, Kind, Node
from argmap.formats._aif_speech import Speech
from argmap.formats._text import decode, place
from argmap.loading.tree import UNPRINTABLE, parse

NAME = "Carneades 4 (YAML)"
SUFFIX = ".yml"
READS = frozenset(
    {
        Feature.TITLE,
        Feature.TEXTS,
        Feature.IDS,
        Feature.SCHEMES,
        Feature.SUPPORTS,
        Feature.LINKED,
        Feature.REBUTS,
        Feature.UNDERCUTS,
    }
)

_STATEMENTS = re.compile(rb"^statements[ \t]*:", re.MULTILINE)
_OTHERS = re.compile(rb"^(arguments|issues|assumptions)[ \t]*:", re.MULTILINE)
_OURS = re.compile(rb"^(claims|rebuttals)[ \t]*:", re.MULTILINE)
_MOST_POSITIONS = 30
_SECTIONS = ("statements", "arguments", "issues", "assumptions", "meta", "tests", "labels")
_EXPECTATIONS = ("tests", "labels")
_KNOWN = (
    ("text", "label", "assumed"),
    ("premises", "conclusion", "undercutter", "scheme", "weight", "parameters"),
    ("positions", "standard"),
)  # keys of a statement, an argument and an issue
_NO_MAPPING = Words(en="`{0}` must be a mapping", ja="`{0}` は「キー: 値」の並びでなければならない")
_HIDDEN = Words(
    en="control characters, which cannot be printed: U+FFFD stands for each",
    ja="印字できない制御文字（それぞれ U+FFFD に置き換えた）",
)
_NOT_OURS = Words(en="this is no argument graph: it has no `statements`", ja="`statements` がない")
_NOT_CARRIED = Words(
    en="`{0}`, with which Carneades weighs or makes arguments", ja="論証の重みづけや生成のための `{0}`"
)
_WEIGHT = Words(en="the weight {0} of the argument", ja="論証の重み {0}")
_ROLES = Words(en="the roles of the premises: {0}", ja="前提の役割: {0}")
_STANDARD = Words(
    en="the proof standard `{0}`: the positions rebut each other instead",
    ja="立証基準 `{0}`。代わりに、立場どうしが反論しあう形にした",
)
_PARAMETERS = Words(en="the parameters of the argument", ja="論証の引数")
_NOT_ASSUMED = Words(
    en="nobody assumes it or argues for it: Carneades does not accept it, a debate does until it is rebutted",
    ja="前提とも結論ともされていない。Carneades では認められないが、討論では反論されるまで成り立つ",
)
_NOT_SAID = Words(
    en="an assumption that is none of the statements", ja="`statements` にない前提（assumptions）"
)
_NO_PREMISES = Words(
    en="an argument without premises for {0}, which stands in a debate without one",
    ja="前提のない論証。討論では、結論 {0} はそれがなくても成り立つ",
)
_SCHEME = Words(en="the scheme `{0}` of an argument without premises", ja="前提のない論証のスキーム `{0}`")
_KEY = Words(en="`{0}`, which has no place in a debate", ja="討論に書く場所のない `{0}`")
_EXPECTED = Words(en="the expected label `{0}`", ja="期待されるラベル `{0}`")
_META = Words(en="`{0}` about the file", ja="ファイルについての `{0}`")
_NO_STEP = Words(
    en="an undercutter of an argument without premises: kept as a rebuttal of the conclusion",
    ja="前提のない論証への無効化。結論への反論として残した",
)
_MANY = Words(
    en="an issue with {0} positions: they do not rebut each other",
    ja="立場が {0} ある論点。互いの反論にはしない",
)


def recognises(given: Given) -> bool:
    """Whether a file has the sections of this format."""
    data = given.data
    return bool(_STATEMENTS.search(data) and _OTHERS.search(data)) and not _OURS.search(data)


def read(given: Given) -> Imported:
    """The debate of an argument graph."""
    text, notes = decode(given)
    if text is None:
        return Imported(debate=None, faults=notes)
    root, found = parse(UNPRINTABLE.sub("\ufffd", text))
    hidden = UNPRINTABLE.search(text)
    faults = [
        *notes,
        *([Note(message=_HIDDEN, at=place(text, hidden.start()))] if hidden else []),
        *(Note(message=one.message, at=f"{one.at.line + 1}:{one.at.column + 1}") for one in found),
    ]
    plain = root.plain() if root is not None else None
    if not isinstance(plain, dict) or "statements" not in plain:
        return Imported(debate=None, faults=tuple(faults) or (Note(message=_NOT_OURS),))
    return _Reader(plain, faults).imported()


class _Reader:
    def __init__(self, plain: dict[str, Any], faults: list[Note]) -> None:
        self.faults = faults
        self.notes: list[Note] = []
        self.plain = plain
        self.statements = self._mapping("statements")
        self.spelt = {_term(name): name for name in self.statements}
        self.arguments = self._mappings("arguments")
        self.issues = self._mappings("issues")

    def imported(self) -> Imported:
        nodes: list[Node] = []
        edges: list[Edge] = []
        for node, joined in (*self._said(), *self._argued(), *self._undercut(), *self._issued()):
            nodes.append(node)
            edges += joined
        graph = Graph.of(nodes, edges)
        meta = self.plain.get("meta")
        title = meta.get("title") if isinstance(meta, dict) else None
        ids = {name: name.replace("¬", "not-") for name in self.statements if "¬" in name}
        made = debate(graph, About(title=title if isinstance(title, str) else "", ids=ids), Speech())
        steps = {_step(name): name for name in self.arguments}
        closing = (replace(note, at=steps.get(note.at, note.at)) for note in graph.close())
        lost = (*self._about_file(meta), *self._about_items(), *self._unaccepted(), *self.notes, *closing)
        return Imported(debate=made, lost=lost, faults=tuple(self.faults))

    def _mapping(self, key: str) -> dict[str, Any]:
        found = self.plain.get(key)
        if isinstance(found, dict):
            return found
        if found:
            self.faults.append(Note(message=_NO_MAPPING.filled(key), at=key))
        return {}

    def _mappings(self, key: str) -> dict[str, dict[str, Any]]:
        """The items of a section; one that is no mapping itself is a fault."""
        found = self._mapping(key)
        self.faults += [
            Note(message=_NO_MAPPING.filled(name), at=name)
            for name, one in found.items()
            if not isinstance(one, dict)
        ]
        return {name: one for name, one in found.items() if isinstance(one, dict)}

    def _meant(self, value: object) -> list[str]:
        """The statements that something names, as the file spells them where it states them."""
        return [self.spelt.get(_term(name), name) for name in _names(value)]

    def _concluded(self, argument: dict[str, Any]) -> str:
        return next(iter(self._meant(argument.get("conclusion"))), "")

    def _said(self) -> Iterator[tuple[Node, Sequence[Edge]]]:
        for name, one in self.statements.items():
            text = one.get("text") if isinstance(one, dict) else one
            yield (
                Node(id=name, kind=Kind.STATEMENT, text=text if isinstance(text, str) and text else name),
                (),
            )
            if isinstance(one, dict) and one.get("label"):
                self.notes.append(Note(message=_EXPECTED.filled(one["label"]), at=name))

    def _argued(self) -> Iterator[tuple[Node, Sequence[Edge]]]:
        for name, one in self.arguments.items():
            roles = one.get("premises")
            if isinstance(roles, dict):
                self.notes.append(Note(message=_ROLES.filled(", ".join(roles)), at=name))
            if one.get("weight"):
                self.notes.append(Note(message=_WEIGHT.filled(one["weight"]), at=name))
            if one.get("parameters"):
                self.notes.append(Note(message=_PARAMETERS, at=name))
            premises = self._meant(roles)
            scheme = one.get("scheme")
            if not premises and scheme:
                self.notes.append(Note(message=_SCHEME.filled(scheme), at=name))
            if not premises and not _names(one.get("undercutter")):
                self.notes.append(Note(message=_NO_PREMISES.filled(self._concluded(one) or "?"), at=name))
            if premises:
                step = _step(name)
                edges = [Edge(id=name, start=premise, end=step) for premise in premises]
                edges.append(Edge(id=name, start=step, end=self._concluded(one)))
                yield Node(id=step, kind=Kind.SUPPORT, form=scheme if isinstance(scheme, str) else ""), edges

    def _undercut(self) -> Iterator[tuple[Node, Sequence[Edge]]]:
        for name, one in self.arguments.items():
            attackers = self._meant(one.get("undercutter"))
            target = _step(name) if _names(one.get("premises")) else self._concluded(one)
            for attacker in attackers:
                if not _names(one.get("premises")):
                    self.notes.append(Note(message=_NO_STEP, at=name))
                yield _attack(f"{attacker} → {name}", attacker, target, name)

    def _issued(self) -> Iterator[tuple[Node, Sequence[Edge]]]:
        for name, one in self.issues.items():
            positions = list(dict.fromkeys(self._meant(one.get("positions"))))
            standard = one.get("standard")
            shown = standard if isinstance(standard, str) else "PE"
            self.notes.append(Note(message=_STANDARD.filled(shown), at=name))
            if len(positions) > _MOST_POSITIONS:
                self.notes.append(Note(message=_MANY.filled(str(len(positions))), at=name))
                continue
            for position, other in permutations(positions, 2):
                yield _attack(f"{name}: {position} → {other}", position, other, name)

    def _about_file(self, meta: object) -> Iterator[Note]:
        for key in meta if isinstance(meta, dict) else ():
            if key != "title":
                yield Note(message=_META.filled(key), at="meta")
        for key in self.plain:
            if key not in _SECTIONS:
                yield Note(message=_NOT_CARRIED.filled(key), at=key)
        for key in _EXPECTATIONS:
            tests = self.plain.get(key)
            for label, names in tests.items() if isinstance(tests, dict) else ():
                for name in _names(names):
                    yield Note(message=_EXPECTED.filled(label), at=name)

    def _about_items(self) -> Iterator[Note]:
        """What an item says that no other method reads."""
        for section, known in zip((self.statements, self.arguments, self.issues), _KNOWN, strict=True):
            for name, one in section.items():
                left = [key for key in one if key not in known] if isinstance(one, dict) else []
                yield from (Note(message=_KEY.filled(key), at=name) for key in left)

    def _unaccepted(self) -> Iterator[Note]:
        assumed = set(self._meant(self.plain.get("assumptions")))
        yield from (Note(message=_NOT_SAID, at=name) for name in sorted(assumed - {*self.statements}))
        concluded = {self._concluded(one) for one in self.arguments.values()}
        for name, one in self.statements.items():
            marked = isinstance(one, dict) and one.get("assumed") == "true"
            if not marked and name not in assumed and name not in concluded:
                yield Note(message=_NOT_ASSUMED, at=name)


def _attack(name: str, attacker: str, target: str, said_in: str) -> tuple[Node, Sequence[Edge]]:
    ends = (Edge(id=said_in, start=attacker, end=name), Edge(id=said_in, start=name, end=target))
    return Node(id=name, kind=Kind.ATTACK), ends


def _step(argument: str) -> str:
    return f"argument {argument}"


def _term(name: str) -> str:
    """A term of Carneades as it compares: `at(ship, pier)` is `at(ship,pier)`."""
    return re.sub(r"\s*([(),])\s*", r"\1", name)


def _names(value: object) -> list[str]:
    """The statements that a list, a mapping of roles or a single name gives."""
    if isinstance(value, Mapping):
        value = list(value.values())
    listed = value if isinstance(value, list) else [value]
    return [name for name in listed if isinstance(name, str) and name]
