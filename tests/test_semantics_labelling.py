"""What stands: the labels and statuses against a slow oracle, and the laws that they keep."""

from __future__ import annotations

import random
import sys

from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.graph import ArgumentGraph
from argmap.model import Claim, Debate, Evidence, Link, Rebuttal, SourceRef
from argmap.semantics import Analysis, Status, analyse
from argmap.semantics.labelling import Label, label
from argmap.semantics.status import statuses
from tests.debates import Plain, claim, debate, evidence, plain_debates
from tests.oracle import Decided, decide

_MANY = 100_000


def decided(analysis: Analysis, name: str = "debate") -> dict[str, Decided]:
    return {
        v.id: Decided(v.asserted.value, v.backed.value, v.force.value, v.status.value)
        for v in analysis.verdicts
        if v.debate.id == name
    }


@settings(max_examples=400, deadline=None)
@given(plain_debates())
def test_every_statement_is_decided_as_the_oracle_decides(plain: Plain) -> None:
    assert decided(analyse([debate(plain)])) == decide(plain)


@settings(max_examples=100, deadline=None)
@given(plain_debates(), st.randoms(use_true_random=False))
def test_the_order_of_the_file_does_not_matter(plain: Plain, rng: random.Random) -> None:
    shuffled: Plain = {}
    for section, items in plain.items():
        names = list(items)
        rng.shuffle(names)
        shuffled[section] = {name: items[name] for name in names}
    assert decided(analyse([debate(shuffled)])) == decided(analyse([debate(plain)]))


@settings(max_examples=100, deadline=None)
@given(plain_debates(), plain_debates(), st.booleans())
def test_an_unrelated_debate_changes_nothing(plain: Plain, other: Plain, first: bool) -> None:  # noqa: FBT001 - drawn
    both = [debate(plain), debate(other, "other")]
    assert decided(analyse(both if first else both[::-1])) == decided(analyse([debate(plain)]))


@settings(max_examples=100, deadline=None)
@given(plain_debates(), st.randoms(use_true_random=False))
def test_an_unattacked_rebuttal_with_sourced_evidence_puts_its_target_out(
    plain: Plain, rng: random.Random
) -> None:
    target = rng.choice([name for section in plain.values() for name in section])
    plain["rebuttals"]["new"] = claim(by="councilor", rebuts=[target])
    plain["evidence"]["proof"] = evidence(rebuts=[], backs=["new"], source="minutes")
    found = analyse([debate(plain)])[target]
    assert (found.backed.value, found.asserted.value) == ("out", "out")
    assert found.status in (Status.REBUTTED, Status.CONCEDED)


@settings(max_examples=100, deadline=None)
@given(plain_debates())
def test_what_stands_is_in_and_what_has_fallen_is_out(plain: Plain) -> None:
    for verdict in analyse([debate(plain)]).verdicts:
        label_of = {"contested": "undecided", "conceded": "out", "rebutted": "out", "undermined": "out"}
        assert verdict.backed.value == label_of.get(verdict.status.value, "in")
        assert not verdict.status.stands or verdict.backed.value == "in"


def _chain(rebuttals: dict[str, Rebuttal], proofs: dict[str, Evidence]) -> Debate:
    first = {"r0": Claim(text="It holds", by="city")}
    return Debate.model_construct(claims=first, rebuttals=rebuttals, evidence=proofs)


def test_a_chain_of_a_hundred_thousand_rebuttals_is_decided_without_recursion() -> None:
    assert sys.getrecursionlimit() < _MANY
    chain = {
        f"r{n}": Rebuttal.model_construct(text="No", by="city", rebuts=(Link(to=f"r{n - 1}"),))
        for n in range(1, _MANY)
    }
    graph = ArgumentGraph.of([_chain(chain, {})])
    asserted, backed = label(graph)
    assert asserted.statements == [Label.OUT, Label.IN] * (_MANY // 2)
    assert statuses(graph, asserted, backed) == [
        *[Status.CHALLENGED, Status.DEFENDED] * (_MANY // 2 - 1),
        Status.CHALLENGED,
        Status.UNREBUTTED,
    ]


def test_a_chain_of_backed_rebuttals_alternates() -> None:
    count, source = 1000, SourceRef.model_validate({"in": "minutes"})
    chain = {
        f"r{n}": Rebuttal.model_construct(text="No", by="city", rebuts=(Link(to=f"r{n - 1}"),))
        for n in range(1, count)
    }
    proofs = {
        f"e{n}": Evidence.model_construct(text="Seen", backs=(Link(to=f"r{n}"),), source=source)
        for n in range(1, count)
    }
    found = analyse([_chain(chain, proofs)])
    assert [v.backed.value for v in found.verdicts][:count] == ["out", "in"] * (count // 2)


def test_a_challenge_is_seen_and_explained_from_two_thousand_steps_away() -> None:
    count = 2000
    supports = {f"c{n}": claim(supports=[f"c{n + 1}"]) for n in range(count)}
    plain: Plain = {"claims": {**supports, f"c{count}": claim()}, "rebuttals": {"no": claim(rebuts=["c0"])}}
    found = analyse([debate(plain)])
    assert found[f"c{count}"].status is Status.CHALLENGED
    assert found.why(f"c{count}").deciding == ("no",)


def test_twice_the_debate_takes_twice_the_work() -> None:
    assert _lines_run(400) < 2.2 * _lines_run(200)


def _lines_run(rungs: int) -> int:
    graph = ArgumentGraph.of([debate(_ladder(rungs))])
    count, before = 0, sys.gettrace()

    def trace(*_: object) -> object:
        nonlocal count
        count += 1
        return trace

    sys.settrace(trace)  # type: ignore[arg-type]
    try:
        asserted, backed = label(graph)
        statuses(graph, asserted, backed)
    finally:
        sys.settrace(before)
    return count


def _ladder(rungs: int) -> Plain:
    """Claims that support the next one, each rebutted, every other rebuttal with evidence."""
    names = range(rungs)
    return {
        "claims": {f"c{n}": claim(supports=[f"c{n + 1}"] if n + 1 < rungs else []) for n in names},
        "rebuttals": {f"r{n}": claim(rebuts=[f"c{n}"]) for n in names},
        "evidence": {f"e{n}": evidence(backs=[f"r{n}"], source="s") for n in names if n % 2},
    }
