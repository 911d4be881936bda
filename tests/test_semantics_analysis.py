"""The analysis: verdicts by id, questions, and what a wrong id gives."""

from __future__ import annotations

import pytest

from argmap.loading import load_files
from argmap.semantics import Analysis, Label, QuestionStatus, Status, analyse
from tests.debates import Plain, claim, debate

_HERE: Plain = {
    "parties": {"city": {"side": "government"}},
    "claims": {"a": claim(answers=["q"]), "b": claim(by="nobody")},
    "questions": {"q": {"text": "Why?"}, "r": {"text": "When?"}},
}
_THERE: Plain = {"claims": {"a": claim()}, "questions": {"q": {"text": "Who?"}}}


@pytest.fixture
def analysis() -> Analysis:
    return analyse([debate(_HERE, "here"), debate(_THERE, "there")])


def test_a_verdict_is_found_by_its_id_or_its_key(analysis: Analysis) -> None:
    verdict = analysis["b"]
    assert (verdict.key, verdict.side, verdict.status) == ("here#b", "nobody", Status.UNREBUTTED)
    assert (verdict.asserted, verdict.backed, verdict.force) == (Label.IN, Label.IN, Label.OUT)
    assert analysis["there#a"].debate.id == "there"
    assert analysis["here#a"].side == "government"


@pytest.mark.parametrize("wanted", ["a", "x", "here#x", "q", "r"])
def test_an_id_of_no_statement_or_of_several_is_refused(analysis: Analysis, wanted: str) -> None:
    with pytest.raises(KeyError, match=wanted):
        analysis[wanted]


def test_a_question_is_found_by_its_id_or_its_key(analysis: Analysis) -> None:
    assert analysis.question("r").key == "here#r"
    assert analysis.question("here#q").status is QuestionStatus.ANSWERED
    with pytest.raises(KeyError):
        analysis.question("q")


def test_what_is_decided_is_listed_by_debate(analysis: Analysis) -> None:
    here, there = analysis.graph.debates
    assert [verdict.id for verdict in analysis.of(here)] == ["a", "b"]
    assert [verdict.key for verdict in analysis.questions_of(there)] == ["there#q"]
    assert analysis.keys("q") == ["here#q", "there#q"]


@pytest.mark.parametrize("wanted", ["a", "x"])
def test_nothing_is_explained_that_is_not_clear(analysis: Analysis, wanted: str) -> None:
    with pytest.raises(KeyError, match=wanted):
        analysis.why(wanted)


def test_every_status_has_words_and_a_sign_of_its_own() -> None:
    both: list[Status | QuestionStatus] = [*Status, *QuestionStatus]
    assert len({status.sign for status in both}) == len({status.words.ja for status in both}) == len(both)
    assert len({status.words.en for status in both}) == len(both)
    assert [status for status in Status if status.stands] == [
        Status.UNREBUTTED,
        Status.CHALLENGED,
        Status.DEFENDED,
    ]


def test_the_best_answer_counts() -> None:
    plain: Plain = {
        "claims": {
            "a": claim(answers=[{"question": "q", "extent": "evasive"}]),
            "b": claim(answers=[{"question": "q", "extent": "partial"}]),
        },
        "questions": {"q": {"text": "Why?"}},
    }
    assert analyse([debate(plain)]).question("q").status is QuestionStatus.PARTIAL


def test_the_shipped_debates_stand_as_the_newsletter_says() -> None:
    analysis = analyse(file.debate for file in load_files(["claims"]))
    by_status = {
        status: {v.id for v in analysis.verdicts if v.status is status and v.side == "government"}
        for status in Status
    }
    assert by_status[Status.CHALLENGED] == {
        "encryption",
        "distributed-management",
        "multi-factor-authentication",
    }
    assert by_status[Status.REBUTTED] == {"access-prevented", "safe-use"}
    mine = {v.id for v in analysis.verdicts if v.status is Status.UNREBUTTED and v.side == "government"}
    assert mine >= {
        "state-countermeasures",
        "transition-certificate",
        "less-paperwork",
        "cost-necessary",
        "better-care",
    }
    missing = [q for q in analysis.question_verdicts if q.status is QuestionStatus.UNANSWERED]
    assert len([q for q in missing if q.debate.id == "mynumber-insurance-card"]) == 5
