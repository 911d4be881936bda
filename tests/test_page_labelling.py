"""What-if in the page: its script decides as Python does, in a real browser, on thousands of random debates."""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import argmap
from argmap.graph import ArgumentGraph
from argmap.model import Evidence
from argmap.semantics import Status, analyse, has_source
from tests.debates import Plain, claim, debate, evidence
from tests.oracle import Decided

if TYPE_CHECKING:
    from playwright.sync_api import Browser

SCRIPT = Path(argmap.__file__).parent / "report" / "html" / "script" / "labelling.js"
BATCH = 1000
SMALL, LARGE = 11_000, 100
DECIDE = """
  text => JSON.stringify(JSON.parse(text).map(({data, off}) => decide(data, new Set(off)).map(
    found => found && [found.asserted, found.backed, found.force, found.status])))
"""

Case = tuple[Plain, AbstractSet[str]]
"""A debate, and the statements in it that are left out."""
Decisions = dict[str, Decided]
Decide = Callable[[Sequence[Case]], list[Decisions]]


@pytest.fixture(scope="module")
def in_page(browser: Browser) -> Iterator[Decide]:
    """What the script of the page decides of every statement that is not left out, by id; one answer a case."""
    page = browser.new_page()
    page.add_script_tag(content=SCRIPT.read_text(encoding="utf-8").replace("export ", ""))

    def decide(cases: Sequence[Case]) -> list[Decisions]:
        graphs = [ArgumentGraph.of([debate(plain)]) for plain, _ in cases]
        ids = [[graph.name(number) for number in range(len(graph))] for graph in graphs]
        asked = [
            {"data": page_data(graph), "off": [names.index(name) for name in off]}
            for graph, names, (_, off) in zip(graphs, ids, cases, strict=True)
        ]
        answers = json.loads(page.evaluate(DECIDE, json.dumps(asked)))
        return [
            {name: Decided(*found) for name, found in zip(names, answer, strict=True) if found}
            for names, answer in zip(ids, answers, strict=True)
        ]

    yield decide
    page.close()


def in_python(case: Case) -> Decisions:
    """What argmap decides of a debate in which what is left out was never said."""
    found = analyse([debate(without(*case))])
    return {
        v.id: Decided(v.asserted.value, v.backed.value, v.force.value, v.status.value) for v in found.verdicts
    }


def page_data(graph: ArgumentGraph) -> dict[str, Any]:
    """The part of the page's data that the labels depend on; what has its default is left out."""
    return {
        "statements": [
            {
                "role": said.role,
                **({"sourced": True} if isinstance(said, Evidence) and has_source(said) else {}),
                **({"conceded": True} if said.conceded is not None else {}),
            }
            for said in graph.said
        ],
        "rebuts": [(other, number) for number, others in enumerate(graph.rebutters) for other in others],
        "steps": [
            {
                "premises": step.premises,
                "conclusion": step.conclusion,
                **({"undercutters": step.undercutters} if step.undercutters else {}),
            }
            for step in graph.steps
        ],
        "backs": [(other, number) for number, others in enumerate(graph.backing) for other in others],
    }


def without(plain: Plain, off: AbstractSet[str]) -> Plain:
    """A debate as if some statements had never been said: without them, and without a word of them."""
    return {
        section: {name: _without_a_word_of(off, said) for name, said in items.items() if name not in off}
        for section, items in plain.items()
    }


def _without_a_word_of(off: AbstractSet[str], said: dict[str, Any]) -> dict[str, Any]:
    named: dict[str, Callable[[Any], Sequence[str]]] = {
        "rebuts": lambda other: [other],
        "backs": lambda other: [other],
        "supports": lambda support: [support["to"], *support["with"]],
        "undercuts": lambda undercut: list(undercut.values()),
    }
    return {
        key: [item for item in value if off.isdisjoint(named[key](item))] if key in named else value
        for key, value in said.items()
    }


def random_debate(rng: random.Random, count: int) -> Plain:
    """A debate with everything that bears on standing, circles and self-attacks included."""
    ids = [f"s{number}" for number in range(count)]
    plain: Plain = {"claims": {}, "rebuttals": {}, "evidence": {}}

    def some(weights: Sequence[int]) -> list[str]:
        return rng.sample(ids, min(count, rng.choices(range(len(weights)), weights)[0]))

    for name in ids:
        section = rng.choices(list(plain), [4, 3, 3])[0]
        said = evidence() if section == "evidence" else claim()
        said["rebuts"] = some([5, 3, 1] if section == "claims" else [3, 5, 2])
        said["undercuts"] = [{"from": other} for other in some([8, 2, 1])]
        said["undercuts"] += [{"from": a, "to": b} for a in some([8, 1]) for b in some([0, 1])]
        if rng.random() < 0.07:
            said["conceded"] = {}
        if section == "evidence":
            said["backs"] = some([1, 4, 2])
            said |= rng.choice(({}, {"source": {"in": "minutes"}}, {"accepted": True}))
        else:
            said["supports"] = [{"to": other, "with": some([5, 2, 1])} for other in some([4, 4, 1])]
        plain[section][name] = said
    return plain


def random_cases(rng: random.Random, count: int, least: int, most: int) -> Iterator[Case]:
    """Debates; in every other one, somebody's statements are left out."""
    for number in range(count):
        plain = random_debate(rng, rng.randint(least, most))
        ids = [name for items in plain.values() for name in items]
        yield plain, set(rng.sample(ids, rng.randint(1, (len(ids) + 2) // 3)) if number % 2 else [])


@pytest.mark.parametrize(
    ("count", "least", "most"), [(SMALL, 1, 12), (LARGE, 50, 200)], ids=["small", "large"]
)
def test_random_debates_are_decided_as_in_python(in_page: Decide, count: int, least: int, most: int) -> None:
    cases = list(random_cases(random.Random(count), count, least, most))  # noqa: S311 - not for secrets
    seen = set[str]()
    for start in range(0, count, BATCH):
        batch = cases[start : start + BATCH]
        for case, found in zip(batch, in_page(batch), strict=True):
            assert found == in_python(case), case
            seen.update(decided.status for decided in found.values())
    assert seen == set(Status)


def test_a_chain_of_two_thousand_is_decided_as_in_python(in_page: Decide) -> None:
    """Every link rebuts the one before and supports a claim of a second chain."""
    count = 1000
    plain: Plain = {
        "claims": {f"c{n}": claim(supports=[to(f"c{n - 1}")] if n else []) for n in range(count)},
        "rebuttals": {
            f"r{n}": claim(rebuts=[f"r{n - 1}"] if n else [], supports=[to(f"c{n}")]) for n in range(count)
        },
        "evidence": {"e": evidence(backs=[f"r{count - 1}"], source="minutes")},
    }
    cases: list[Case] = [(plain, set()), (plain, {f"r{count - 1}"}), (plain, {"e"}), (plain, {"c5", "r7"})]
    assert in_page(cases) == [in_python(case) for case in cases]


def to(conclusion: str) -> dict[str, Any]:
    """A step by which a statement alone supports another."""
    return {"to": conclusion, "with": []}


DISPUTE: Plain = {
    "claims": {
        "encrypted": claim("The data are encrypted", supports=[to("safe")]),
        "safe": claim("Nobody gets at the data", supports=[to("go")]),
        "go": claim("The service can start"),
    },
    "rebuttals": {
        "stolen": claim("Keys get stolen", by="councilor", rebuts=["safe"]),
        "beside": claim("Safe is not ready", by="councilor", undercuts=[{"from": "safe", "to": "go"}]),
    },
    "evidence": {
        "theft": evidence("Keys were stolen in March", backs=["stolen"], source="minutes"),
        "delay": evidence("The office has no staff", backs=["beside"], source="minutes"),
    },
}


def statuses(in_page: Decide, plain: Plain, *off: str) -> dict[str, str]:
    """What the page says of a debate with some statements left out."""
    return {name: decided.status for name, decided in in_page([(plain, set(off))])[0].items()}


def test_with_nothing_left_out_the_sourced_rebuttal_fells_the_claim(in_page: Decide) -> None:
    found = statuses(in_page, DISPUTE)
    assert (found["safe"], found["go"]) == ("rebutted", "undermined")


def test_without_its_rebuttal_a_claim_rises(in_page: Decide) -> None:
    found = statuses(in_page, DISPUTE, "stolen", "beside")
    assert "stolen" not in found
    assert (found["safe"], found["go"]) == ("unrebutted", "unrebutted")


def test_without_its_evidence_a_rebuttal_only_challenges(in_page: Decide) -> None:
    found = statuses(in_page, DISPUTE, "theft", "beside")
    assert (found["stolen"], found["safe"], found["go"]) == ("unrebutted", "challenged", "challenged")


def test_an_undercut_takes_the_step_and_leaves_the_premise(in_page: Decide) -> None:
    found = statuses(in_page, DISPUTE, "stolen")
    assert (found["safe"], found["go"]) == ("undercut", "undermined")


def test_without_its_only_premise_a_claim_stands_by_itself(in_page: Decide) -> None:
    found = statuses(in_page, DISPUTE, "safe")
    assert (found["encrypted"], found["go"]) == ("unrebutted", "unrebutted")


def test_without_one_of_two_that_rebut_each_other_the_other_is_decided(in_page: Decide) -> None:
    plain: Plain = {
        "claims": {"yes": claim(rebuts=["no"])},
        "rebuttals": {"no": claim(rebuts=["yes"])},
        "evidence": {"e": evidence(backs=["yes", "no"], accepted=True)},
    }
    assert statuses(in_page, plain) == {"yes": "contested", "no": "contested", "e": "unrebutted"}
    assert statuses(in_page, plain, "no") == {"yes": "unrebutted", "e": "unrebutted"}
