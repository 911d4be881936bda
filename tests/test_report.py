"""What all reports share: the formats there are, and what stands, fell and is open."""

from __future__ import annotations

import pytest

from argmap.model import Claim, Rebuttal
from argmap.questions import Passage
from argmap.report import REPORTERS, heading, passage_words, standing, targets_of
from argmap.semantics import QuestionStatus, Status
from tests.report_debates import analysed, debate, midori, shipped


@pytest.mark.parametrize(
    ("report", "formats"),
    [
        ("findings", {"text", "json", "md", "github", "sarif"}),
        ("status", {"text", "json", "md"}),
        ("questions", {"text", "json", "md", "docx", "notice", "floor", "xlsx"}),
        ("why", {"text", "json", "md"}),
        ("rules", {"text", "json", "md"}),
    ],
)
def test_a_format_offers_what_it_has(report: str, formats: set[str]) -> None:
    assert {name for name, one in REPORTERS.items() if getattr(one, report) is not None} == formats


def test_the_verdicts_of_the_newsletter() -> None:
    analysis, (first, second) = shipped()
    found = standing(analysis, first, "government")
    assert found.counts == {Status.UNREBUTTED: 5, Status.CHALLENGED: 3, Status.REBUTTED: 2}
    assert [one.id for one in found.stands if one.status is Status.CHALLENGED] == [
        "encryption",
        "distributed-management",
        "multi-factor-authentication",
    ]
    assert [one.id for one in found.fell] == ["access-prevented", "safe-use"]
    assert found.question_counts[QuestionStatus.UNANSWERED] == 5
    assert len(found.unbacked) == 8
    assert standing(analysis, second, "government").counts == {Status.UNREBUTTED: 15}


def test_what_stands_comes_before_what_is_undecided_and_what_fell() -> None:
    given = midori()
    found = standing(analysed(given), given, "government")
    parts = (found.stands, found.undecided, found.fell)
    assert [len(part) for part in parts] == [7, 1, 4]
    assert [one.status for part in parts for one in part] == [
        s for s, count in found.counts.items() for _ in range(count)
    ]
    assert [one.id for one in found.unbacked] == ["frozen"]
    assert [one.id for one in found.open] == ["q-staff", "q-kitchen", "q-menu"]


def test_the_other_side_can_be_looked_at() -> None:
    given = midori()
    found = standing(analysed(given), given, "councilor")
    assert (found.who, found.claims, [one.id for one in found.questions]) == ("議員", (), ["q-back"])
    assert [words.ja for words in found.headline()] == [
        "議員の主張：なし。",
        "質問1件：答弁が見当たらない 1件。",
    ]
    assert [words.en for words in found.headline()] == [
        "Claims by 議員: none.",
        "Questions: 1 (1 no answer found).",
    ]


def test_the_heading_has_the_date() -> None:
    assert heading(midori(), "ja") == "みどり町の学校給食（2025年6月）"
    assert heading(midori(), "en") == "みどり町の学校給食 (June 2025)"
    assert heading(debate(), "en") == "midori"


def test_targets_are_named_as_the_author_names_them() -> None:
    both = Rebuttal.model_validate(
        {"text": "r", "by": "b", "rebuts": ["x", "d#y"], "undercuts": ["x", {"from": "z", "to": "x"}]}
    )
    assert targets_of(both) == ("x", "d#y", "z")
    assert targets_of(Claim(text="c", by="a")) == ()


@pytest.mark.parametrize(
    ("passage", "en", "ja"),
    [
        (
            Passage(quote="橋", source="議事録", at="3頁", date="2025-06"),
            "議事録, June 2025, 3頁: “橋”",
            "議事録、2025年6月、3頁「橋」",
        ),
        (
            Passage(quote=None, source="議事録（2025年6月）", at=None, date="2025-06"),
            "議事録（2025年6月）",
            "議事録（2025年6月）",
        ),
        (Passage(quote=None, source="s", at=None, date=None), "s", "s"),
    ],
)
def test_a_passage_in_words(passage: Passage, en: str, ja: str) -> None:
    words = passage_words(passage)
    assert (words.en, words.ja) == (en, ja)
