"""Follow-up questions of small debates: what is asked, by kind."""

from __future__ import annotations

from argmap.model import Debate
from argmap.questions import FollowUp, Way, follow_ups, template
from tests.report_debates import analysed, debate


def ask(given: Debate, side: str = "government") -> tuple[FollowUp, ...]:
    return follow_ups(analysed(given), given, side)


def of(kind: str, given: Debate, side: str = "government") -> dict[str, FollowUp]:
    """What a kind asks, by what it is about."""
    return {one.about: one for one in ask(given, side) if one.kind == kind}


def the(kind: str, given: Debate, side: str = "government") -> FollowUp:
    """The one question of a kind."""
    (one,) = [one for one in ask(given, side) if one.kind == kind]
    return one


def ways(name: str) -> list[Way]:
    return [way for section in template(name).values() for way in section]


def claim(text: str, **more: object) -> Debate:
    return debate(claims={"x": {"text": text, "by": "town", **more}})


def answered(question: str, answer: str, extent: str, **more: object) -> Debate:
    return debate(
        claims={
            "x": {"text": answer, "by": "town", "answers": [{"question": "q", "extent": extent}], **more}
        },
        questions={"q": {"text": question, "by": "member"}},
    )
