"""The argument graph: references resolved once, relations both ways, circles, neighbourhoods and components."""

from __future__ import annotations

from typing import Any

import pytest

from argmap.graph import ArgumentGraph, Dangling, Given, Step
from tests.debates import Plain, claim, debate, evidence

_PLAIN: Plain = {
    "claims": {
        "a": claim(
            supports=[{"to": "c", "with": ["b", "b", "a"]}, "d"],
            answers=[{"question": "q", "extent": "partial"}],
        ),
        "b": claim(),
        "c": claim(supports=["d"]),
        "d": claim(),
        "alone": claim(),
    },
    "rebuttals": {
        "r": claim(rebuts=["d", "d"], undercuts=["a", {"from": "c", "to": "d"}, {"from": "a", "to": "d"}]),
        "s": claim(rebuts=["r"]),
    },
    "evidence": {"e": evidence(backs=["r", "r"])},
    "questions": {"q": {"text": "Why?", "about": ["d"]}},
}


@pytest.fixture
def graph() -> ArgumentGraph:
    return ArgumentGraph.of([debate(_PLAIN)])


def names(graph: ArgumentGraph, numbers: Any) -> list[str]:  # noqa: ANN401 - any iterable of numbers
    return [graph.name(number) for number in numbers]


def number(graph: ArgumentGraph, name: str) -> int:
    return graph.number[f"debate#{name}"]


def test_relations_are_kept_in_both_directions_each_once(graph: ArgumentGraph) -> None:
    d, r, e = (number(graph, name) for name in "dre")
    assert names(graph, graph.rebutters[d]) == ["r"]
    assert names(graph, graph.rebuts[r]) == ["d"]
    assert names(graph, graph.backing[r]) == ["e"]
    assert names(graph, graph.backs[e]) == ["r"]
    assert graph.dangling == []
    assert len(graph) == 8


def test_steps_are_linked_and_undercut_one_by_one(graph: ArgumentGraph) -> None:
    a, b, c, d, r = (number(graph, name) for name in "abcdr")
    assert graph.steps == [Step((a, b), c, (r,)), Step((a,), d, (r,)), Step((c,), d, (r,))]
    assert graph.steps_from[a] == [0, 1]
    assert graph.steps_to[d] == [1, 2]


def test_attackers_are_rebutters_and_undercutters_of_the_steps_from_it(graph: ArgumentGraph) -> None:
    assert names(graph, graph.attackers_of(number(graph, "a"))) == ["r"]
    assert names(graph, graph.attackers_of(number(graph, "d"))) == ["r"]
    assert graph.attackers_of(number(graph, "alone")) == ()


def test_a_statement_rests_on_premises_and_theirs(graph: ArgumentGraph) -> None:
    assert sorted(names(graph, graph.rests_on(number(graph, "d")))) == ["a", "b", "c"]
    assert graph.rests_on(number(graph, "a")) == frozenset()


def test_answers_are_kept_by_question(graph: ArgumentGraph) -> None:
    assert graph.answers == {"debate#q": [Given(number(graph, "a"), "partial")]}


def test_statements_of_a_debate_are_numbered_in_the_order_of_its_file() -> None:
    here, there = (
        debate({"claims": {"a": claim()}}, "here"),
        debate({"claims": {"b": claim(), "a": claim()}}, "there"),
    )
    graph = ArgumentGraph.of([here, there])
    assert list(graph.numbers_in("there")) == [1, 2]
    assert graph.debate_of(2) is there
    assert [graph.name(2, "here"), graph.name(2, "there"), graph.name(2)] == ["there#a", "a", "there#a"]


def test_a_reference_reaches_into_another_debate() -> None:
    here = debate({"claims": {"a": claim(answers=["there#q"])}}, "here")
    there = debate(
        {"rebuttals": {"b": claim(rebuts=["here#a"])}, "questions": {"q": {"text": "Why?"}}}, "there"
    )
    graph = ArgumentGraph.of([here, there])
    assert graph.rebutters == [[1], []]
    assert graph.answers == {"there#q": [Given(0, "full")]}


@pytest.mark.parametrize(
    ("plain", "at", "reference", "wanted"),
    [
        ({"claims": {"a": claim(rebuts=["x"])}}, ("claims", "a", "rebuts", 0, "to"), "x", "statement"),
        ({"evidence": {"a": evidence(backs=["x"])}}, ("evidence", "a", "backs", 0, "to"), "x", "statement"),
        ({"claims": {"a": claim(supports=["x"])}}, ("claims", "a", "supports", 0, "to"), "x", "statement"),
        (
            {"claims": {"a": claim(supports=[{"to": "b", "with": ["b", "x"]}]), "b": claim()}},
            ("claims", "a", "supports", 0, "with", 1),
            "x",
            "statement",
        ),
        ({"claims": {"a": claim(answers=["x"])}}, ("claims", "a", "answers", 0, "question"), "x", "question"),
        (
            {"questions": {"q": {"text": "Why?", "about": ["x"]}}},
            ("questions", "q", "about", 0),
            "x",
            "statement",
        ),
        (
            {"claims": {"a": claim(undercuts=["x"])}},
            ("claims", "a", "undercuts", 0, "from"),
            "x",
            "statement",
        ),
        (
            {"claims": {"a": claim(undercuts=[{"from": "a", "to": "x"}])}},
            ("claims", "a", "undercuts", 0, "to"),
            "x",
            "statement",
        ),
        ({"claims": {"a": claim(undercuts=["a"])}}, ("claims", "a", "undercuts", 0), "a → ?", "step"),
        (
            {"claims": {"a": claim(undercuts=[{"from": "a", "to": "b"}]), "b": claim()}},
            ("claims", "a", "undercuts", 0),
            "a → b",
            "step",
        ),
        (
            {"claims": {"a": claim(rebuts=["other#a"])}},
            ("claims", "a", "rebuts", 0, "to"),
            "other#a",
            "statement",
        ),
    ],
)
def test_a_reference_to_nothing_is_kept_with_its_place(
    plain: Plain,
    at: tuple[str | int, ...],
    reference: str,
    wanted: Any,  # noqa: ANN401 - one of three words
) -> None:
    graph = ArgumentGraph.of([debate(plain)])
    assert graph.dangling == [Dangling(debate="debate", at=at, reference=reference, wanted=wanted)]
    assert graph.steps == []
    assert not any(graph.rebutters)


def test_support_circles_are_found_each_once() -> None:
    plain: Plain = {
        "claims": {
            "a": claim(supports=["b"]),
            "b": claim(supports=["a", "end"]),
            "self": claim(supports=["self"]),
            "start": claim(supports=["a"]),
            "end": claim(),
        }
    }
    graph = ArgumentGraph.of([debate(plain)])
    assert [names(graph, circle) for circle in graph.support_circles()] == [["a", "b"], ["self"]]


def test_support_without_circles_has_none(graph: ArgumentGraph) -> None:
    assert graph.support_circles() == []


def test_around_a_statement_lies_what_bears_on_it_and_what_it_bears_on(graph: ArgumentGraph) -> None:
    near = graph.around("debate#d", 1)
    assert near == {f"debate#{name}" for name in "dacr"}
    assert graph.around("debate#r", 2) == {f"debate#{name}" for name in ("r", "e", "s", "a", "b", "c", "d")}
    assert graph.around("debate#q", 1) == {"debate#q", "debate#a"}


def test_components_hang_together_largest_first(graph: ArgumentGraph) -> None:
    keys = [*graph.keys, "debate#q"]
    assert graph.components(keys) == [[f"debate#{name}" for name in "abcdeqrs"], ["debate#alone"]]
    assert graph.components(["debate#b", "debate#d"]) == [["debate#b"], ["debate#d"]]


def test_what_bears_on_a_statement_comes_after_it_and_so_on(graph: ArgumentGraph) -> None:
    def bearing(*wanted: str) -> list[str]:
        return names(graph, graph.bearing_on(number(graph, name) for name in wanted))

    assert bearing("alone") == ["alone"]
    assert bearing("s", "alone", "s") == ["s", "alone"]
    assert bearing("r") == ["r", "s", "e"]
    assert bearing("a") == ["a", "r", "s", "e"], "what attacks a step from it bears on it"
    assert bearing("c") == ["c", "r", "a", "b", "s", "e"]
    assert bearing("e") == ["e"], "what it backs does not bear on it"
    assert set(bearing("d")) == {*"dacbrse"}


def test_what_bears_on_each_other_is_found_once() -> None:
    plain: Plain = {
        "claims": {"a": claim(rebuts=["b"], supports=["a"]), "b": claim(rebuts=["a"], supports=["c"])},
        "rebuttals": {"c": claim(undercuts=[{"from": "b", "to": "c"}])},
    }
    graph = ArgumentGraph.of([debate(plain)])
    assert names(graph, graph.bearing_on([0])) == ["a", "b", "c"]
    assert graph.bearing_on([]) == ()
