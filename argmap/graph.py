"""The argument graph: what attacks, supports, backs and answers what, as verbs of debate.

Statements and steps are numbered; relations are lists of numbers, so that labelling walks them in linear time.
networkx does what needs a graph library (cycles, components, neighbourhoods) and is imported only for that.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from argmap.model import Claim, Debate, Evidence, Extent, Link, Question, Statement, Undercut

if TYPE_CHECKING:
    from networkx import DiGraph, Graph

    from argmap.diagnostics import Path

Wanted = Literal["statement", "question", "step"]
Attacks = Literal["rebuts", "backs", "undercuts"]


@dataclass(frozen=True, slots=True)
class Step:
    """An inference: all premises together support the conclusion; undercutters attack exactly this.

    Nobody has confirmed a candidate yet.
    """

    premises: tuple[int, ...]
    conclusion: int
    undercutters: tuple[int, ...] = ()
    candidate: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Dangling:
    """A reference that leads to nothing: where it stands, what it says, and what should have been there."""

    debate: str
    at: Path
    reference: str
    wanted: Wanted


@dataclass(frozen=True, slots=True)
class Given:
    """An answer that was given: by which statement, how far it answers, and whether nobody has confirmed it."""

    statement: int
    extent: Extent
    candidate: bool = False


@dataclass(frozen=True, kw_only=True)
class ArgumentGraph:
    """Statements 0..n-1 and their relations. Build one with `ArgumentGraph.of`.

    Attributes:
        keys: `debate#id` of every statement, by number.
        said: the statement itself, by number.
        debates: the debates in order.
        rebutters: by number of the attacked statement, the numbers of its rebutters.
        rebuts: by number of a rebutter, the numbers of the statements that it attacks.
        steps: every step.
        steps_to: by number of the conclusion, positions in `steps`.
        steps_from: by number of a premise, positions in `steps`.
        backing: by number of the backed statement, the numbers of the evidence.
        backs: by number of a piece of evidence, the numbers of the statements that it backs.
        answers: by `debate#id` of a question, the answers given, in the order of the files.
        dangling: references that lead to nothing.
        candidates: attacks and backing that nobody has confirmed: the verb, the number of the statement, and the number
            of the statement that it attacks or backs, or the position of the step that it undercuts.
    """

    keys: Sequence[str]
    said: Sequence[Statement]
    debates: Sequence[Debate] = ()
    rebutters: Sequence[Sequence[int]]
    rebuts: Sequence[Sequence[int]]
    steps: Sequence[Step]
    steps_to: Sequence[Sequence[int]]
    steps_from: Sequence[Sequence[int]]
    backing: Sequence[Sequence[int]]
    backs: Sequence[Sequence[int]]
    answers: dict[str, list[Given]] = field(default_factory=dict)
    dangling: Sequence[Dangling] = ()
    candidates: frozenset[tuple[Attacks, int, int]] = frozenset()

    @classmethod
    def of(cls, debates: Iterable[Debate]) -> ArgumentGraph:
        """The graph of all debates together; a reference `other#id` joins them."""
        return _Weaver(tuple(debates)).graph()

    def __len__(self) -> int:
        """The number of statements."""
        return len(self.keys)

    @cached_property
    def number(self) -> dict[str, int]:
        """The number of a statement, by its `debate#id`."""
        return {key: number for number, key in enumerate(self.keys)}

    @cached_property
    def _debate_by_id(self) -> dict[str, Debate]:
        return {debate.id: debate for debate in self.debates}

    def debate_of(self, number: int) -> Debate:
        """The debate in which a statement stands."""
        return self._debate_by_id[self.keys[number].rpartition("#")[0]]

    def name(self, number: int, seen_from: str | None = None) -> str:
        """A statement's id as somebody in debate `seen_from` writes it: `id`, or `other-debate#id`."""
        debate, _, local = self.keys[number].rpartition("#")
        return local if debate == seen_from or len(self.debates) == 1 else self.keys[number]

    def numbers_in(self, debate: str) -> Iterator[int]:
        """The statements of one debate, in the order of its file."""
        found = self._debate_by_id[debate]
        return (self.number[f"{debate}#{local}"] for local, _ in found.statements())

    def attackers_of(self, number: int) -> tuple[int, ...]:
        """Rebutters of a statement and undercutters of the steps that start at it, each once, in order."""
        undercutters = (u for position in self.steps_from[number] for u in self.steps[position].undercutters)
        return tuple(dict.fromkeys((*self.rebutters[number], *undercutters)))

    def rests_on(self, number: int) -> frozenset[int]:
        """Every statement that a statement rests on: premises of the steps to it, theirs, and so on."""
        found: set[int] = set()
        waiting = [number]
        while waiting:
            for position in self.steps_to[waiting.pop()]:
                fresh = set(self.steps[position].premises) - found
                found |= fresh
                waiting.extend(fresh)
        return frozenset(found - {number})

    def bearing_on(self, numbers: Iterable[int]) -> tuple[int, ...]:
        """Statements, each once, then all others on which their labels depend: attackers, premises, evidence, and theirs."""
        found = dict.fromkeys(numbers)
        waiting = list(found)
        for number in waiting:  # grows meanwhile
            steps = [self.steps[position] for position in self.steps_to[number]]
            below = (other for step in steps for other in (*step.premises, *step.undercutters))
            for other in (*self.attackers_of(number), *self.backing[number], *below):
                if other not in found:
                    found[other] = None
                    waiting.append(other)
        return tuple(found)

    def support_circles(self) -> list[list[int]]:
        """Statements that support each other in a circle, one sorted list a circle."""
        waits = [len({p for k in ks for p in self.steps[k].premises}) for ks in self.steps_to]
        ready = [number for number, count in enumerate(waits) if not count]
        done = 0
        while ready:
            number = ready.pop()
            done += 1
            for follower in {self.steps[k].conclusion for k in self.steps_from[number]}:
                waits[follower] -= 1
                if not waits[follower]:
                    ready.append(follower)
        if done == len(self):
            return []
        return self._support_components()

    def _support_components(self) -> list[list[int]]:
        from networkx import DiGraph, strongly_connected_components

        graph: DiGraph[int] = DiGraph((p, step.conclusion) for step in self.steps for p in step.premises)
        circles = (sorted(part) for part in strongly_connected_components(graph))
        return sorted(part for part in circles if len(part) > 1 or graph.has_edge(part[0], part[0]))

    @cached_property
    def _bearing(self) -> DiGraph[str]:
        """An edge from what bears on something to what it bears on; steps and questions are passed through."""
        from networkx import DiGraph

        graph: DiGraph[str] = DiGraph()
        graph.add_nodes_from(self.keys)
        keys = self.keys
        for number, key in enumerate(keys):
            graph.add_edges_from((keys[other], key) for other in self.rebutters[number])
            graph.add_edges_from((keys[other], key) for other in self.backing[number])
        for step in self.steps:
            for other in (*step.premises, *step.undercutters):
                graph.add_edge(keys[other], keys[step.conclusion])
            for undercutter in step.undercutters:
                graph.add_edges_from((keys[undercutter], keys[premise]) for premise in step.premises)
        for question, given in self.answers.items():
            graph.add_node(question)
            graph.add_edges_from((keys[answer.statement], question) for answer in given)
        return graph

    def around(self, key: str, depth: int) -> frozenset[str]:
        """Whatever bears on a statement or question within `depth` steps, and what it bears on at once.

        Args:
            key: `debate#id`.
            depth: how many relations to follow back; 1 means direct attackers, premises, evidence and answers.
        """
        from networkx import ego_graph

        graph = self._bearing
        behind = ego_graph(graph.reverse(copy=False), key, radius=depth).nodes
        return frozenset(behind) | frozenset(graph.successors(key))

    def components(self, keys: Iterable[str]) -> list[list[str]]:
        """The parts of a selection that hang together, each sorted, the largest first."""
        from networkx import connected_components

        undirected: Graph[str] = self._bearing.subgraph(keys).to_undirected(as_view=True)
        return sorted((sorted(part) for part in connected_components(undirected)), key=lambda p: (-len(p), p))


_NONE: list[int] = []
"""What stands for every empty row; most rows are, and of a million statements they would take a third of a gigabyte."""


def _add(rows: list[list[int]], at: int, number: int) -> None:
    if rows[at]:
        rows[at].append(number)
    else:
        rows[at] = [number]


class _Weaver:
    """Resolves every reference once and fills the lists."""

    def __init__(self, debates: tuple[Debate, ...]) -> None:
        self.debates = debates
        self.keys: list[str] = []
        self.said: list[Statement] = []
        for debate in debates:
            for local, statement in debate.statements():
                self.keys.append(f"{debate.id}#{local}")
                self.said.append(statement)
        self.number = {key: number for number, key in enumerate(self.keys)}
        self.questions = {f"{debate.id}#{local}" for debate in debates for local in debate.questions}
        self.dangling: list[Dangling] = []
        self.rebutters = [_NONE] * len(self.keys)
        self.rebuts = [_NONE] * len(self.keys)
        self.backing = [_NONE] * len(self.keys)
        self.backs = [_NONE] * len(self.keys)
        self.steps_to = [_NONE] * len(self.keys)
        self.steps_from = [_NONE] * len(self.keys)
        self.steps: list[tuple[tuple[int, ...], int, bool]] = []
        self.candidates: set[tuple[Attacks, int, int]] = set()
        self.undercutters: dict[int, list[int]] = defaultdict(list)
        self.answers: dict[str, list[Given]] = {question: [] for question in sorted(self.questions)}

    def graph(self) -> ArgumentGraph:
        for debate in self.debates:
            for section in ("claims", "rebuttals", "evidence"):
                for local, statement in getattr(debate, section).items():
                    self._statement(debate.id, (section, local), statement)
            for local, question in debate.questions.items():
                self._question(debate.id, local, question)
        for debate in self.debates:
            for section in ("claims", "rebuttals", "evidence"):
                for local, statement in getattr(debate, section).items():
                    self._undercuts(debate.id, (section, local), statement)
        return ArgumentGraph(
            keys=self.keys,
            said=self.said,
            debates=self.debates,
            rebutters=self.rebutters,
            rebuts=self.rebuts,
            steps=[
                Step(p, c, tuple(self.undercutters.get(k, ())), unseen)
                for k, (p, c, unseen) in enumerate(self.steps)
            ],
            steps_to=self.steps_to,
            steps_from=self.steps_from,
            backing=self.backing,
            backs=self.backs,
            answers=self.answers,
            dangling=self.dangling,
            candidates=frozenset(self.candidates),
        )

    def _statement(self, debate: str, at: tuple[str, str], statement: Statement) -> None:
        me = self.number[f"{debate}#{at[1]}"]
        self.rebuts[me] = self._targets(debate, at, "rebuts", me, statement.rebuts)
        for target in self.rebuts[me]:
            _add(self.rebutters, target, me)
        if isinstance(statement, Evidence):
            self.backs[me] = self._targets(debate, at, "backs", me, statement.backs)
            for target in self.backs[me]:
                _add(self.backing, target, me)
        if isinstance(statement, Claim):
            self._supports(debate, at, me, statement)
            self._answers(debate, at, me, statement)

    def _targets(
        self, debate: str, at: Path, verb: Literal["rebuts", "backs"], me: int, links: Sequence[Link]
    ) -> list[int]:
        """What links lead to, each once; a link that stands twice is a candidate only when both are."""
        found: dict[int, None] = {}
        for position, link in enumerate(links):
            target = self._find(debate, (*at, verb, position, "to"), link.to)
            if target is not None:
                self._note((verb, me, target), link, again=target in found)
                found[target] = None
        return list(found) or _NONE

    def _note(self, link: tuple[Attacks, int, int], said: Link | Undercut, *, again: bool) -> None:
        if said.review is None:
            self.candidates.discard(link)
        elif not again:
            self.candidates.add(link)

    def _supports(self, debate: str, at: tuple[str, str], me: int, claim: Claim) -> None:
        for position, support in enumerate(claim.supports):
            here = (*at, "supports", position)
            conclusion = self._find(debate, (*here, "to"), support.to)
            linked = [self._find(debate, (*here, "with", k), other) for k, other in enumerate(support.with_)]
            premises = tuple(dict.fromkeys((me, *(number for number in linked if number is not None))))
            if conclusion is None or None in linked:
                continue
            for premise in premises:
                _add(self.steps_from, premise, len(self.steps))
            _add(self.steps_to, conclusion, len(self.steps))
            self.steps.append((premises, conclusion, support.review is not None))

    def _answers(self, debate: str, at: tuple[str, str], me: int, claim: Claim) -> None:
        for position, answer in enumerate(claim.answers):
            key = answer.question if "#" in answer.question else f"{debate}#{answer.question}"
            if key in self.questions:
                self.answers[key].append(Given(me, answer.extent, answer.review is not None))
            else:
                path = (*at, "answers", position, "question")
                self._miss(debate, path, answer.question, "question")

    def _question(self, debate: str, local: str, question: Question) -> None:
        for position, reference in enumerate(question.about):
            self._find(debate, ("questions", local, "about", position), reference)

    def _undercuts(self, debate: str, at: tuple[str, str], statement: Statement) -> None:
        me = self.number[f"{debate}#{at[1]}"]
        found: dict[int, None] = {}
        for position, undercut in enumerate(statement.undercuts):
            here = (*at, "undercuts", position)
            start = self._find(debate, (*here, "from"), undercut.from_)
            end = None if undercut.to is None else self._find(debate, (*here, "to"), undercut.to)
            if start is None or (end is None and undercut.to is not None):
                continue
            steps = [k for k in self.steps_from[start] if end is None or self.steps[k][1] == end]
            if not steps:
                self._miss(debate, here, f"{undercut.from_} → {undercut.to or '?'}", "step")
            for step in steps:
                self._note(("undercuts", me, step), undercut, again=step in found)
                found[step] = None
        for step in found:
            self.undercutters[step].append(me)

    def _find(self, debate: str, at: Path, reference: str) -> int | None:
        number = self.number.get(reference if "#" in reference else f"{debate}#{reference}")
        if number is None:
            self._miss(debate, at, reference, "statement")
        return number

    def _miss(self, debate: str, at: Path, reference: str, wanted: Wanted) -> None:
        self.dangling.append(Dangling(debate=debate, at=at, reference=reference, wanted=wanted))
