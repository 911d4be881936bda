"""Inferences and conflicts between statements -> supports, rebuttals and undercuts that a debate can hold."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from argmap.diagnostics import Words
from argmap.formats._aif_graph import Graph, Kind, Node, slug, undercut_of

_MOST_PAIRS = 10_000
_MOST_ALIKE = 100  # steps from one premise to one conclusion


@dataclass(slots=True)
class Step:
    """One step: the node of the inference, its premises (the first one holds it), its conclusion."""

    node: str
    premises: tuple[str, ...]
    conclusion: str


@dataclass(slots=True)
class Relations:
    """What bears on what, by the ids of the file.

    Attributes:
        steps: in the order of the file.
        rebuts: by attacker, what it rebuts.
        undercuts: by attacker, a premise of every step that it undercuts, and the conclusion; without one it undercuts
            every step that starts at the premise.
        schemes: by the first premise of a step, the step's argumentation scheme.
    """

    steps: list[Step] = field(default_factory=list)
    rebuts: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    undercuts: dict[str, list[tuple[str, str | None]]] = field(default_factory=lambda: defaultdict(list))
    schemes: dict[str, str] = field(default_factory=dict)


def relations(graph: Graph, statements: Collection[str]) -> Relations:
    """The relations between some statements of a graph; whatever a debate cannot hold is named in the graph."""
    reader = _Reader(graph, statements)
    reader.inferences()
    reader.conflicts()
    return reader.found


class _Reader:
    def __init__(self, graph: Graph, statements: Collection[str]) -> None:
        self.graph = graph
        self.statements = statements
        self.found = Relations()
        self.supported: dict[str, set[str]] = defaultdict(set)  # conclusions by premise
        self.by_ends: dict[tuple[str, str], list[Step]] = defaultdict(list)  # steps by premise and conclusion
        self.steps_from: dict[str, list[Step]] = defaultdict(list)
        self.by_node: dict[str, list[Step]] = defaultdict(list)

    def inferences(self) -> None:
        steps = [step for node in self._narrow(Kind.SUPPORT) for step in self._steps(node)]
        circular = _circular(steps)
        for step in steps:
            if id(step) in circular:
                self.graph.lose(step.node, _CIRCLE)
                continue
            self.graph.carry(step.node, *step.premises, step.conclusion)
            self.found.steps.append(step)
            self.by_node[step.node].append(step)
            for premise in step.premises:
                self.supported[premise].add(step.conclusion)
                self.steps_from[premise].append(step)
                self.by_ends[premise, step.conclusion].append(step)
            self._scheme(self.graph.nodes[step.node], step.premises[0])

    def _narrow(self, kind: Kind) -> Iterator[Node]:
        """The relations of a kind, without those that join so many that all pairs would be too many."""
        for node in self.graph.of_kind(kind):
            if len(self.graph.into[node.id]) * len(self.graph.out_of[node.id]) > _MOST_PAIRS:
                self.graph.lose(node.id, _TOO_WIDE)
            else:
                yield node

    def _steps(self, node: Node) -> list[Step]:
        premises = tuple(p for p in self.graph.before(node.id, Kind.STATEMENT) if p in self.statements)
        ends = [c for c in self.graph.after(node.id, Kind.STATEMENT) if c in self.statements]
        conclusions = [end for end in ends if end not in premises]
        if not premises or not ends:
            self.graph.lose(node.id, _incomplete(self.graph, node.id))
        elif len(conclusions) < len(ends):
            self.graph.lose(node.id, _ITSELF)
        if conclusions and premises and len(conclusions) > 1:
            self.graph.lose(node.id, _MANY_CONCLUSIONS)
        return [Step(node.id, premises, end) for end in conclusions] if premises else []

    def _scheme(self, node: Node, owner: str) -> None:
        name = slug(node.form)
        if node.form and self.found.schemes.setdefault(owner, name) != name:
            self.graph.lose(node.id, _second_scheme(node.form))

    def conflicts(self) -> None:
        for node in self._narrow(Kind.ATTACK):
            attackers = [a for a in self.graph.before(node.id, Kind.STATEMENT) if a in self.statements]
            rebutted = [t for t in self.graph.after(node.id, Kind.STATEMENT) if t in self.statements]
            undercut = self.graph.after(node.id, Kind.SUPPORT)
            countered = self._countered(node.id) if attackers else []
            if not attackers or not (rebutted or undercut or countered):
                self.graph.lose(node.id, _incomplete(self.graph, node.id))
                continue
            if node.form and not undercut_of(node.form):
                self.graph.lose(node.id, _conflict_scheme(node.form))
            if len(attackers) > 1:
                self.graph.lose(node.id, _MANY_ATTACKERS)
            for attacker in attackers:
                for target in rebutted:
                    self._rebut(node.id, attacker, target)
                if undercut:
                    self._undercut(node.id, attacker, undercut)
                for conflict, target in countered:
                    self._rebut(node.id, attacker, target, conflict)

    def _countered(self, node: str) -> list[tuple[str, str]]:
        """The conflicts that a conflict attacks, each with a statement that makes it."""
        found = [
            (conflict, attacker)
            for conflict in self.graph.after(node, Kind.ATTACK)
            for attacker in self.graph.before(conflict, Kind.STATEMENT)
            if attacker in self.statements
        ]
        if len(self.graph.before(node, Kind.STATEMENT)) * len(found) > _MOST_PAIRS:
            return []
        if found:
            self.graph.lose(node, _COUNTERED)
        return found

    def _rebut(self, node: str, attacker: str, target: str, through: str = "") -> None:
        if attacker == target:
            self.graph.lose(node, _SELF_ATTACK)
        elif target in self.supported[attacker]:
            self.graph.lose(node, _both(attacker, target))
        else:
            if not through or target not in self.found.rebuts[attacker]:
                self.found.rebuts[attacker].append(target)
            self.graph.carry(node, attacker, through or target)

    def _undercut(self, node: str, attacker: str, inferences: list[str]) -> None:
        for inference in inferences:
            if inference not in self.by_node:
                self.graph.lose(node, _no_step(inference))
        steps = [step for inference in inferences for step in self.by_node.get(inference, ())]
        meant = {id(step) for step in steps}
        named = self._named(node, attacker, meant)
        if named is not None:
            self.found.undercuts[attacker].append(named)
            self.graph.carry(node, attacker, *inferences)
            return
        found: dict[tuple[str, str], None] = {}
        for step in steps:
            hit = {p: self.by_ends[p, step.conclusion] for p in step.premises}
            sound = [
                p
                for p, others in hit.items()
                if len(others) <= _MOST_ALIKE and not any(attacker in other.premises for other in others)
            ]
            if not sound:
                self.graph.lose(node, _SELF_ATTACK)
                continue
            spilt = {p: sum(id(other) not in meant for other in hit[p]) for p in sound}
            start = min(sound, key=lambda premise: spilt[premise])
            if spilt[start]:
                self.graph.lose(node, _more_steps(start, step.conclusion))
            found[start, step.conclusion] = None
            self.graph.carry(node, attacker, step.node)
        self.found.undercuts[attacker].extend(found)

    def _named(self, node: str, attacker: str, meant: set[int]) -> tuple[str, str | None] | None:
        """The premise and conclusion by which a conflict names its steps, where they mean these and no others."""
        named = undercut_of(self.graph.nodes[node].form)
        if named is None:
            return None
        start, end = named
        hit = self.steps_from.get(start, []) if end is None else self.by_ends.get((start, end), [])
        fits = len(hit) == len(meant) > 0 and all(id(step) in meant for step in hit)
        return named if fits and not any(attacker in step.premises for step in hit) else None


def _circular(steps: list[Step]) -> set[int]:
    """The steps that lead back to where a walk along the steps has come from; without them there is no circle.

    A depth-first walk finds every circle by an edge back to a statement on its way (Tarjan 1972).
    """
    out_of: dict[str, list[Step]] = defaultdict(list)
    for step in steps:
        for premise in step.premises:
            out_of[premise].append(step)
    back: set[int] = set()
    state: dict[str, bool] = {}  # True while it is on the way, then False
    for first in list(out_of):
        if first in state:
            continue
        state[first] = True
        way = [(first, iter(out_of[first]))]
        while way:
            here, left = way[-1]
            following = next(left, None)
            if following is None:
                state[here] = False
                way.pop()
            elif state.get(following.conclusion):
                back.add(id(following))
            elif following.conclusion not in state and id(following) not in back:
                state[following.conclusion] = True
                way.append((following.conclusion, iter(out_of.get(following.conclusion, ()))))
    return back


_CIRCLE = Words(en="a support that closes a circle", ja="循環する支持")
_ITSELF = Words(en="a statement that supports itself", ja="自分自身への支持")
_SELF_ATTACK = Words(
    en="a statement that attacks itself, or its own step", ja="自分自身、または自分の論拠への反論"
)
_COUNTERED = Words(
    en="an attack on an attack: kept as a rebuttal of the attacker",
    ja="攻撃への攻撃。攻撃した側への反論として残した",
)
_TOO_WIDE = Words(en="a relation that joins too many statements", ja="つなぐ発言が多すぎる関係")
_MANY_CONCLUSIONS = Words(
    en="an inference with several conclusions: one step is read for each",
    ja="結論が複数ある推論。結論ごとに論拠一つとして読む",
)
_MANY_ATTACKERS = Words(
    en="a conflict of several statements together: each is read as an attack of its own",
    ja="複数の発言による対立。発言ごとに一つの反論として読む",
)


def _incomplete(graph: Graph, node: str) -> Words:
    """What a relation lacks, or to what else it leads."""
    other = [kind for kind in Kind if kind != Kind.STATEMENT and graph.before(node, kind)]
    beyond = [kind for kind in Kind if kind != Kind.STATEMENT and graph.after(node, kind)]
    if beyond:
        return Words(
            en=f"a relation that bears on another relation ({beyond[0] or '?'})",
            ja=f"ほかの関係（{beyond[0] or '?'}）に向かう関係",
        )
    kinds = ", ".join(kind or "?" for kind in other if kind != Kind.ILLOCUTION)
    if kinds:
        return Words(
            en=f"a relation that does not start at a statement ({kinds})",
            ja=f"発言から出ていない関係（{kinds}）",
        )
    return Words(en="a relation without a start or an end", ja="始まりか終わりのない関係")


def _conflict_scheme(name: str) -> Words:
    return Words(en=f"the scheme of a conflict: {name[:60]}", ja=f"対立のスキーム: {name[:60]}")


def _second_scheme(name: str) -> Words:
    return Words(
        en=f"a second scheme of the same statement: {name[:60]}",
        ja=f"同じ発言の二つ目の論証スキーム: {name[:60]}",
    )


def _both(attacker: str, target: str) -> Words:
    return Words(
        en=f"a conflict of {attacker} with {target}, which it supports too",
        ja=f"{attacker} は {target} を支えてもいるため、その対立は読まない",
    )


def _no_step(inference: str) -> Words:
    return Words(
        en=f"a conflict with the inference {inference}, which is not in the debate",
        ja=f"討論にない推論 {inference} との対立",
    )


def _more_steps(start: str, end: str) -> Words:
    return Words(
        en=f"a conflict with one of several steps from {start} to {end}: it is read as one with all of them",
        ja=f"{start} から {end} への複数の論拠の一つとの対立。すべてとの対立として読む",
    )
