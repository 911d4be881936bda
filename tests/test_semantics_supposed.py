"""What would stand: as if something had not been said, as if its label were given."""

from __future__ import annotations

import random

import pytest

from argmap.graph import ArgumentGraph
from argmap.picture.words import READING
from argmap.semantics import Analysis, Label, Status, analyse
from argmap.semantics.derivation import Rules
from argmap.semantics.labelling import label
from argmap.semantics.supposed import FROM_HIGH, suppose
from tests.debates import Plain, claim, debate, evidence
from tests.oracle import Decided, decide
from tests.report_debates import shipped
from tests.test_page_labelling import random_cases, random_debate, without
from tests.test_semantics_labelling import decided

CARD = "mynumber-insurance-card"
CASES = 200


def rng(seed: int) -> random.Random:
    return random.Random(seed)  # noqa: S311 - not for secrets


def test_without_means_what_the_page_means_by_it() -> None:
    for plain, off in random_cases(rng(1), CASES, 1, 12):
        held = analyse([debate(plain)])
        found = suppose(held, without=[f"debate#{name}" for name in off])
        assert decided(found.now) == decided(analyse([debate(without(plain, off))])), (plain, off)


def test_what_is_left_out_is_left_out_of_other_debates_too() -> None:
    one: Plain = {"claims": {"x": claim(), "z": claim()}}
    two: Plain = {
        "claims": {"y": claim(answers=["one#q", "q"])},
        "rebuttals": {"r": claim(rebuts=["one#x"], supports=[{"to": "y", "with": ["one#x"]}])},
    }
    held = analyse([debate({**one, "questions": {"q": {"text": "Why?"}}}, "one"), debate(two, "two")])
    found = suppose(held, without=["one#x"])
    graph = found.now.graph
    assert (list(graph.keys), graph.steps) == (["one#z", "two#y", "two#r"], [])
    assert graph.rebuts[graph.number["two#r"]] == []
    gone = suppose(held, without=["two#y"])
    assert [(one.was.id, one.now.status.value, one.answers) for one in gone.affected] == [
        ("q", "unanswered", ())
    ]
    assert gone.changes == ()


def test_given_labels_are_carried_on_as_the_oracle_carries_them_on() -> None:
    chance = rng(2)
    for _ in range(CASES):
        plain = random_debate(chance, chance.randint(1, 8))
        names = [name for items in plain.values() for name in items]
        given = {
            name: chance.choice(list(Label)) for name in chance.sample(names, chance.randint(1, len(names)))
        }
        held = analyse([debate(plain)])
        found = suppose(held, supposed={f"debate#{name}": one for name, one in given.items()})
        said = {name: one.value for name, one in given.items()}
        assert decided(found.now) == decide(plain, said), (plain, given)


def test_the_rules_written_out_say_what_the_labelling_says() -> None:
    chance = rng(3)
    for _ in range(CASES):
        graph = ArgumentGraph.of([debate(random_debate(chance, chance.randint(1, 12)))])
        numbers = range(len(graph))
        found = tuple(Rules(graph, numbers, evidence_counts=counts).labelling() for counts in (False, True))
        assert found == label(graph)


def test_to_suppose_that_something_fell_is_to_withdraw_it() -> None:
    chance = rng(4)
    for _ in range(CASES):
        plain = random_debate(chance, chance.randint(1, 8))
        name = chance.choice([name for items in plain.values() for name in items])
        found = suppose(analyse([debate(plain)]), supposed={f"debate#{name}": Label.OUT})
        next(items for items in plain.values() if name in items)[name]["conceded"] = {}
        assert decided(found.now) == decided(analyse([debate(plain)]))


def test_without_its_rebuttal_a_conclusion_rises_and_what_it_answers_is_named() -> None:
    analysis, _ = shipped()
    found = suppose(analysis, without=[f"{CARD}#leaks-happen"])
    turned = [(one.was.id, one.was.status.value, one.now.status.value, one.rises) for one in found.changes]
    assert turned == [
        ("access-prevented", "rebutted", "challenged", True),
        ("safe-use", "rebutted", "challenged", True),
    ]
    assert [(one.was.id, [answer.was.id for answer in one.answers]) for one in found.affected] == [
        ("q-licence-link", ["access-prevented", "safe-use"]),
        ("q-leak-risk", ["access-prevented", "safe-use"]),
    ]
    assert [found.touches(one) for one in analysis.graph.debates] == [True, False]


def test_several_at_once_and_what_is_supposed_is_no_change() -> None:
    analysis, _ = shipped()
    found = suppose(
        analysis,
        without=[f"{CARD}#new-attacks"],
        supposed={f"{CARD}#leaks-happen": Label.OUT, f"{CARD}#intrinsic-weakness": Label.UNDECIDED},
    )
    assert found.now["leaks-happen"].status is Status.CONCEDED
    assert found.now["intrinsic-weakness"].status is Status.CONTESTED
    assert [one.was.id for one in found.changes] == ["access-prevented", "safe-use"]
    assert found.now.why("leaks-happen").verdict.ja.endswith("は、成り立たないと仮定している。")


def test_a_statement_that_is_taken_to_stand_withstands_what_speaks_against_it() -> None:
    plain: Plain = {
        "claims": {"x": claim(supports=["end"]), "end": claim()},
        "rebuttals": {"r": claim(rebuts=["x"])},
        "evidence": {"e": evidence(backs=["r"], accepted=True)},
    }
    held = analyse([debate(plain)])
    found = suppose(held, supposed={"debate#x": Label.IN})
    assert held["end"].status is Status.UNDERMINED
    assert found.now["end"].status is Status.DEFENDED
    (change,) = found.changes
    assert (change.was.id, change.rises) == ("end", True)


def test_what_nobody_said_cannot_be_supposed() -> None:
    held: Analysis = analyse([debate({"claims": {"x": claim()}})])
    with pytest.raises(KeyError, match="debate#y"):
        suppose(held, without=["debate#y"])
    with pytest.raises(KeyError, match="debate#q"):
        suppose(held, supposed={"debate#q": Label.IN})


def test_nothing_supposed_changes_nothing() -> None:
    held = analyse([debate({"claims": {"x": claim()}})])
    found = suppose(held)
    assert (found.changes, found.affected, decided(found.now)) == (
        (),
        (),
        {"x": Decided("in", "in", "out", "unrebutted")},
    )


def test_rising_and_falling_follow_the_legend_of_the_map() -> None:
    assert FROM_HIGH == READING
