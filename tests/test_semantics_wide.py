"""What stands in a very big graph: decided on arrays exactly as it is decided statement by statement."""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.graph import ArgumentGraph
from argmap.model import Claim, Debate, Link, Rebuttal
from argmap.semantics import labelling, wide
from argmap.semantics.labelling import Label, label
from tests.debates import Plain, claim, debate, evidence, plain_debates

_CHAIN = 60_000


@contextmanager
def on_arrays(narrow: int) -> Iterator[None]:
    """Label every graph on arrays, and fronts of fewer items than `narrow` one by one."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(labelling, "WIDE", 0)
        patch.setattr(wide, "NARROW", narrow)
        yield


@settings(max_examples=400, deadline=None)
@given(plain_debates(), st.sampled_from([1, 2, 3]))
def test_arrays_decide_as_lists_do(plain: Plain, narrow: int) -> None:
    graph = ArgumentGraph.of([debate(plain)])
    expected = label(graph)
    with on_arrays(narrow):
        assert label(graph) == expected


@pytest.mark.parametrize("seed", range(20))
def test_arrays_decide_as_lists_do_where_much_bears_on_the_same(seed: int) -> None:
    rng = random.Random(seed)  # noqa: S311 - the same debates every time
    graph = ArgumentGraph.of([debate(_crowd(rng))])
    expected = label(graph)
    for narrow in (1, 30):
        with on_arrays(narrow):
            assert label(graph) == expected


def test_a_graph_without_relations_is_decided_on_arrays() -> None:
    graph = ArgumentGraph.of([debate({"claims": {"a": claim()}})])
    with on_arrays(1):
        assert [each.statements for each in label(graph)] == [[Label.IN], [Label.IN]]


def test_a_long_chain_is_followed_item_by_item() -> None:
    assert _CHAIN > labelling.WIDE
    chain = {
        f"r{n}": Rebuttal.model_construct(text="No", by="city", rebuts=(Link(to=f"r{n - 1}"),))
        for n in range(1, _CHAIN)
    }
    first = {"r0": Claim(text="It holds", by="city")}
    asserted, backed = label(ArgumentGraph.of([Debate.model_construct(claims=first, rebuttals=chain)]))
    assert asserted.statements == [Label.OUT, Label.IN] * (_CHAIN // 2)
    assert set(backed.force) == {Label.OUT}


def _crowd(rng: random.Random) -> Plain:
    """A hundred statements on few targets: linked premises, undercut steps, evidence for and against."""
    names = [f"c{n}" for n in range(50)]
    supports = {
        name: [{"to": rng.choice(names[:k]), "with": rng.sample(names, rng.choice((0, 0, 2)))}]
        if k and rng.random() < 0.7
        else []
        for k, name in enumerate(names)
    }
    starts = [name for name in names if supports[name]]
    return {
        "claims": {
            name: claim(supports=supports[name], rebuts=_some(rng, names, 0.1), **_conceded(rng))
            for name in names
        },
        "rebuttals": {
            f"r{n}": claim(
                rebuts=_some(rng, names, 0.7),
                undercuts=[{"from": start} for start in _some(rng, starts, 0.4)],
            )
            for n in range(30)
        },
        "evidence": {
            f"e{n}": evidence(
                rebuts=_some(rng, names, 0.1),
                backs=_some(rng, [f"r{k}" for k in range(30)], 0.8),
                accepted=rng.random() < 0.5,
            )
            for n in range(20)
        },
    }


def _some(rng: random.Random, names: list[str], chance: float) -> list[str]:
    return [rng.choice(names)] if rng.random() < chance else []


def _conceded(rng: random.Random) -> dict[str, Any]:
    return {"conceded": {}} if rng.random() < 0.05 else {}
