"""The walk: everything that was said, once, in the order in which it was said."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from argmap.model import Debate
from argmap.report.html.order import walk
from tests.debates import Plain, claim, debate, evidence, plain_debates
from tests.report_debates import hostile, midori, shipped


def ids(plain: Plain) -> list[str]:
    return list(walk(debate(plain)))


def test_turns_come_in_their_order_and_in_a_turn_questions_claims_rebuttals_evidence() -> None:
    plain: Plain = {
        "evidence": {"e2": evidence(turn=2), "e1": evidence(turn=1)},
        "rebuttals": {"r10": claim(turn=10), "r1": claim(turn=1)},
        "claims": {"c2": claim(turn=2), "b1": claim(turn=1), "a1": claim(turn=1), "c0": claim(turn=0)},
        "questions": {"q1": {"text": "Why?", "turn": 1}},
    }
    assert ids(plain) == ["c0", "q1", "b1", "a1", "r1", "e1", "c2", "e2", "r10"]


def test_what_has_no_turn_follows_what_it_speaks_of() -> None:
    plain: Plain = {
        "questions": {"q": {"text": "Why?", "turn": 1}, "q2": {"text": "And?", "turn": 3}},
        "claims": {
            "ground": claim(supports=["answer"]),
            "answer": claim(answers=["q"]),
            "second": claim(answers=["q2"]),
        },
        "rebuttals": {"no": claim(rebuts=["answer"]), "flaw": claim(undercuts=["ground"])},
        "evidence": {
            "proof": evidence(backs=["no"]),
            "against": evidence(rebuts=["proof"]),
            "gap": evidence(undercuts=["ground"]),
        },
    }
    assert ids(plain) == [
        *("q", "answer", "ground", "flaw", "gap", "no", "proof", "against"),
        *("q2", "second"),
    ]


def test_a_turn_of_its_own_counts_more_than_what_it_speaks_of() -> None:
    plain: Plain = {
        "claims": {"a": claim(turn=2), "b": claim(rebuts=["a"], turn=1), "c": claim(rebuts=["b"])},
    }
    assert ids(plain) == ["b", "c", "a"]


def test_the_first_that_the_debate_has_is_followed() -> None:
    plain: Plain = {
        "claims": {
            "late": claim(turn=2),
            "early": claim(turn=1),
            "both": claim(rebuts=["other#x", "both", "debate#late", "early"]),
        }
    }
    assert ids(plain) == ["early", "late", "both"]


def test_without_turns_an_answer_still_follows_its_question() -> None:
    plain: Plain = {
        "questions": {"q1": {"text": "Why?"}, "q2": {"text": "When?", "about": ["free"]}},
        "claims": {"free": claim(), "then": claim(answers=["q2"]), "because": claim(answers=["q1"])},
        "evidence": {"e": evidence(backs=["elsewhere#x"]), "f": evidence(backs=["then"])},
    }
    assert ids(plain) == ["q1", "because", "q2", "then", "f", "free", "e"]


def test_circles_come_last_each_in_the_order_of_the_file() -> None:
    plain: Plain = {
        "claims": {"a": claim(rebuts=["b"]), "b": claim(rebuts=["a"]), "c": claim(rebuts=["a"])},
        "evidence": {"e": evidence(), "self": evidence(rebuts=["self"])},
    }
    assert ids(plain) == ["e", "self", "a", "b", "c"]


def test_an_empty_debate_has_nothing_to_walk_through() -> None:
    assert ids({}) == []


@pytest.mark.parametrize("one", [midori(), hostile(), *shipped()[1]], ids=lambda one: one.id)
def test_all_that_was_said_is_walked_through_once(one: Debate) -> None:
    said = [*one.questions, *(local for local, _ in one.statements())]
    assert sorted(walk(one)) == sorted(said)


@settings(max_examples=200)
@given(plain_debates())
def test_whatever_refers_to_whatever_each_comes_once(plain: Plain) -> None:
    assert sorted(ids(plain)) == sorted(name for section in plain.values() for name in section)
