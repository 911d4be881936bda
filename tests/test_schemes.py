"""Argumentation schemes: the table, the scheme of a claim, what takes critical questions up, and the question that is asked."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest

from argmap.diagnostics import Words
from argmap.model import Claim, Debate
from argmap.questions import FollowUp, follow_ups
from argmap.schemes import CriticalQuestion, Scheme, scheme_of, schemes
from tests.report_debates import analysed, asked, debate, hostile, midori, shipped
from tests.scheme_samples import NOT_SUGGESTED, SUGGESTED, TAKES_NOTHING_UP, TAKES_UP

FENCE = "柵を設け、通学路の事故を減らしている"
ACCIDENTS = {"text": "柵を設けても事故は防げない", "by": "member"}


def claim(text: str, **more: object) -> Claim:
    return Claim.model_validate({"text": text, "by": "town", **more})


def fence(
    scheme: str | None = "means-to-end", sections: dict[str, Any] | None = None, **more: object
) -> Debate:
    """A claim of the made-up town, and whatever else the debate holds."""
    said = {"text": FENCE, "by": "town", **({"scheme": scheme} if scheme else {}), **more}
    sections = sections or {}
    return debate(**{**sections, "claims": {"x": said, **sections.get("claims", {})}})


def drafts(given: Debate, side: str = "government") -> dict[str, FollowUp]:
    return {
        one.about: one for one in follow_ups(analysed(given), given, side) if one.kind == "critical-question"
    }


def covered(given: Debate) -> dict[str, tuple[str, ...]]:
    """What takes up the critical questions of the claim `x`."""
    use = drafts(given)["x"].scheme
    assert use is not None
    return {one.slug: one.by for one in use.questions if one.by}


def every_question() -> Iterator[tuple[Scheme, CriticalQuestion]]:
    return ((scheme, one) for scheme in schemes().values() for one in scheme.questions)


# The table


def test_the_table_holds_the_schemes_of_policy_debate() -> None:
    assert len(schemes()) == 20
    assert {"means-to-end", "positive-consequences", "popular-practice", "expert-opinion"} <= set(schemes())
    for slug, scheme in schemes().items():
        assert scheme.slug == slug
        assert re.fullmatch("[a-z-]+", slug)
        assert len(scheme.cues) == 2
        assert 3 <= len(scheme.questions) <= 7, slug


def test_everything_is_said_in_both_languages() -> None:
    for scheme, one in every_question():
        for words in (scheme.name, scheme.says, one.name, one.floor, one.notice, one.yes, one.no, one.later):
            assert re.search("[ぁ-ん一-鿿]", words.ja), words
            assert re.search("[a-z]", words.en), words
            assert not re.search("[ぁ-ん一-鿿]", words.en), words
        assert scheme.says.ja.endswith("。")
        assert scheme.says.en.endswith(".")


def test_questions_end_as_they_are_spoken_and_as_they_are_written() -> None:
    for _, one in every_question():
        assert re.search(r"(伺います|お示しください)。$", one.floor.ja), one.floor.ja
        assert re.search(r"(か|は)。$", one.notice.ja), one.notice.ja
        assert not re.search("です|ます|ください|お考え", one.notice.ja), one.notice.ja
        assert one.floor.en.endswith(("?", ".")), one.floor.en
        assert not one.floor.ja.startswith("この点")
        assert len(one.floor.ja) < 75, one.floor.ja
        for reply in (one.yes, one.no, one.later):
            assert re.search(r"(伺います|お示しください)。$", reply.ja), reply.ja
            assert reply.en.endswith("?"), reply.en


def test_no_two_questions_are_alike() -> None:
    for words in (
        [one.floor.ja for _, one in every_question()],
        [one.floor.en for _, one in every_question()],
        [one.notice.ja for _, one in every_question()],
        [(scheme.slug, one.slug) for scheme, one in every_question()],
        [(scheme.slug, one.asks) for scheme, one in every_question()],
        [scheme.name for scheme in schemes().values()],
    ):
        assert [one for one, count in Counter(words).items() if count > 1] == []


def test_a_scheme_has_one_question_about_the_inference_and_one_about_the_record_at_most() -> None:
    for scheme in schemes().values():
        by = Counter(one.taken_up_by for one in scheme.questions)
        assert by["undercut"] <= 1
        assert by["evidence"] <= 1
        for one in scheme.questions:
            assert one.cue is not None or one.taken_up_by is not None, (scheme.slug, one.slug)


# The scheme of a claim


@pytest.mark.parametrize("slug", schemes())
def test_every_cue_suggests_its_scheme(slug: str) -> None:
    for cue, text in zip(schemes()[slug].cues, SUGGESTED[slug], strict=True):
        found = scheme_of(claim(text))
        assert found is not None, text
        assert found[0].slug == slug, text
        assert found[1]
        assert found[1] in text
        assert cue.search(text)


@pytest.mark.parametrize("slug", schemes())
def test_like_words_in_another_sense_suggest_nothing(slug: str) -> None:
    assert [text for text in NOT_SUGGESTED[slug] if scheme_of(claim(text)) is not None] == []


def test_a_scheme_that_is_named_is_taken_whatever_the_words() -> None:
    found = scheme_of(claim(SUGGESTED["sign"][0], scheme="analogy"))
    assert found == (schemes()["analogy"], None)


def test_a_name_that_is_not_known_means_no_scheme() -> None:
    assert scheme_of(claim(SUGGESTED["sign"][0], scheme="sings")) is None


def test_a_claim_without_a_pattern_has_no_scheme() -> None:
    assert scheme_of(claim("体育館の屋根は青い")) is None


# What takes critical questions up


@pytest.mark.parametrize(
    ("slug", "question", "text"),
    [
        (slug, question, text)
        for slug, entries in TAKES_UP.items()
        for question, texts in entries.items()
        for text in texts
    ],
)
def test_the_words_of_a_rebuttal_take_up_one_question(slug: str, question: str, text: str) -> None:
    found = [one.slug for one in schemes()[slug].questions if one.cue and one.cue.search(text)]
    assert found == [question]


def test_every_question_with_a_cue_has_an_example() -> None:
    cued = {(scheme.slug, one.slug) for scheme, one in every_question() if one.cue}
    assert cued == {(slug, question) for slug, entries in TAKES_UP.items() for question in entries}


@pytest.mark.parametrize("text", TAKES_NOTHING_UP)
def test_a_remark_takes_nothing_up(text: str) -> None:
    assert [one for _, one in every_question() if one.cue and one.cue.search(text)] == []


def test_a_rebuttal_covers_what_its_words_are_about() -> None:
    given = fence(sections={"rebuttals": {"r": {**ACCIDENTS, "rebuts": ["x"]}}})
    assert covered(given) == {"effect": ("r",)}


def test_a_rebuttal_about_something_else_covers_nothing() -> None:
    given = fence(sections={"rebuttals": {"r": {"text": "柵はまだない", "by": "member", "rebuts": ["x"]}}})
    assert covered(given) == {}


@pytest.mark.parametrize("more", [{"conceded": {}}, {"review": "candidate"}])
def test_what_was_conceded_or_not_confirmed_covers_nothing(more: dict[str, Any]) -> None:
    given = fence(sections={"rebuttals": {"r": {**ACCIDENTS, "rebuts": ["x"], **more}}})
    assert covered(given) == {}


def test_a_rebuttal_that_nobody_has_linked_for_sure_covers_nothing() -> None:
    link = {"to": "x", "review": "candidate"}
    given = fence(sections={"rebuttals": {"r": {**ACCIDENTS, "rebuts": [link]}}})
    assert covered(given) == {}


def test_a_rebuttal_that_was_met_covers_still() -> None:
    rebuttals = {
        "r": {**ACCIDENTS, "rebuts": ["x"]},
        "back": {"text": "事故は減っている", "by": "town", "rebuts": ["r"]},
    }
    evidence = {"count": {"text": "記録", "backs": ["back"], "accepted": True}}
    assert covered(fence(sections={"rebuttals": rebuttals, "evidence": evidence})) == {"effect": ("r",)}


def test_an_undercut_covers_the_question_about_the_inference() -> None:
    sections = {
        "claims": {"safe": {"text": "通学路は安全だ", "by": "town"}},
        "rebuttals": {"u": {"text": "車は柵のない道を通る", "by": "member", "undercuts": [{"from": "x"}]}},
    }
    assert covered(fence(sections=sections, supports=["safe"])) == {"effect": ("u",)}
    sections["rebuttals"]["u"]["undercuts"] = [{"from": "x", "review": "candidate"}]  # type: ignore[index]
    assert covered(fence(sections=sections, supports=["safe"])) == {}


def test_where_a_step_leads_to_the_claim_that_step_is_its_inference() -> None:
    sections: dict[str, Any] = {
        "claims": {
            "safe": {"text": "通学路は安全だ", "by": "town"},
            "built": {"text": "柵を三か所に設けた", "by": "town", "supports": ["x"]},
        },
        "rebuttals": {"u": {"text": "柵の場所が悪い", "by": "member", "undercuts": [{"from": "built"}]}},
    }
    assert covered(fence(sections=sections, supports=["safe"])) == {"effect": ("u",)}
    sections["rebuttals"]["u"]["undercuts"] = [{"from": "x"}]
    assert covered(fence(sections=sections, supports=["safe"])) == {}


def test_evidence_that_counts_covers_the_question_for_the_record() -> None:
    item: dict[str, Any] = {"text": "県の調べ", "backs": ["x"], "accepted": True}
    assert covered(fence("popular-practice", {"evidence": {"e": item}})) == {"share": ("e",)}
    without_source = {**item, "accepted": False}
    assert covered(fence("popular-practice", {"evidence": {"e": without_source}})) == {}
    unsure = {**item, "backs": [{"to": "x", "review": "candidate"}]}
    assert covered(fence("popular-practice", {"evidence": {"e": unsure}})) == {}


def test_evidence_covers_what_its_words_are_about() -> None:
    item = {"text": "ほかの方法との比較表", "backs": ["x"], "accepted": True}
    assert covered(fence(sections={"evidence": {"e": item}})) == {"alternatives": ("e",)}


def test_a_reason_covers_only_with_evidence_of_its_own() -> None:
    reason = {"text": "ほかの方法より早くできる", "by": "town", "supports": ["x"]}
    assert covered(fence(sections={"claims": {"why": reason}})) == {}
    backed = {"e": {"text": "工程表", "backs": ["why"], "accepted": True}}
    assert covered(fence(sections={"claims": {"why": reason}, "evidence": backed})) == {
        "alternatives": ("why",)
    }
    unsure = {**reason, "supports": [{"to": "x", "review": "candidate"}]}
    assert covered(fence(sections={"claims": {"why": unsure}, "evidence": backed})) == {}


def about_others(**answer: object) -> Debate:
    return fence(
        sections={
            "claims": {"a": {"text": "比べた", "by": "town", "answers": [{"question": "q", **answer}]}},
            "questions": {"q": {"text": "ほかの方法はないのか", "by": "member", "about": ["x"]}},
        }
    )


def test_a_question_about_the_claim_covers_once_it_was_answered_in_full() -> None:
    assert covered(about_others(extent="full")) == {"alternatives": ("q", "a")}
    assert covered(about_others(extent="partial")) == {}
    assert covered(about_others(extent="full", review="candidate")) == {}


def test_a_question_about_another_claim_covers_nothing() -> None:
    given = about_others(extent="full")
    elsewhere = given.questions["q"].model_copy(update={"about": ("a",)})
    assert covered(given.model_copy(update={"questions": {"q": elsewhere}})) == {}


def test_the_shipped_debate_takes_up_what_a_reader_finds_in_it() -> None:
    analysis, debates = shipped()
    found = {
        one.about: {each.slug: each.by for each in one.scheme.questions if each.by}
        for one in asked(analysis, debates)
        if one.scheme is not None
    }
    assert {about: by for about, by in found.items() if by} == {
        "encryption": {"effect": ("theft-presumed", "measures-do-not-protect")},
        "distributed-management": {"effect": ("only-limits-theft", "measures-do-not-protect")},
        "multi-factor-authentication": {"effect": ("can-be-bypassed", "measures-do-not-protect")},
        "spreading-nationwide": {"share": ("network-size",)},
    }


# The question that is asked


def test_the_first_open_question_is_asked_in_both_forms() -> None:
    one = drafts(fence(sections={"rebuttals": {"r": {**ACCIDENTS, "rebuts": ["x"]}}}))["x"]
    assert one.id == "critical-question-x-alternatives"
    assert one.text == Words(
        ja="柵を設け、通学路の事故を減らしているとのことですが、同じ目的のためにほかのどの手段と比べたのか、"
        "比べた項目と、これに決めた日をお示しください。",
        en=f"You say: {FENCE}. With which other means to the same end was it compared, by which criteria, "
        "and when was it decided?",
    )
    assert one.notice.ja.endswith(
        "とのことだが、同じ目的のためにほかのどの手段と比べたか、比べた項目と、これに決めた日は。"
    )
    assert one.why.ja == (
        "目的と手段に基づく主張で、確かめるべき7点のうち1点は議論に出ている。まだ問われていないのは、ほかの手段である。"
    )
    assert "takes up 1 of its 7 critical questions. Open: other means." in one.why.en
    assert [ground.id for ground in one.rests_on] == ["x", "r"]
    assert one.then is not None
    assert one.then.yes.ja == "採らなかったものごとに、その理由をお示しください。"
    assert one.scheme is not None
    assert (one.scheme.slug, one.scheme.cue, len(one.scheme.questions)) == ("means-to-end", None, 7)


def test_a_suggested_scheme_says_from_which_words() -> None:
    one = drafts(debate(claims={"x": {"text": SUGGESTED["means-to-end"][0], "by": "town"}}))["x"]
    assert one.scheme is not None
    assert one.scheme.cue == "防ぐために"
    assert "（防ぐためにという言い方からの推定）" in one.why.ja
    assert "(suggested by its words: 防ぐために)" in one.why.en


@pytest.mark.parametrize(
    ("kind", "says"),
    [("value", "とのお考えですが、"), ("policy", "との方針ですが、"), (None, "とのことですが、")],
)
def test_the_claim_is_reported_as_what_it_is(kind: str | None, says: str) -> None:
    more: dict[str, Any] = {"kind": kind} if kind else {}
    assert f"{FENCE}{says}" in drafts(fence(**more))["x"].text.ja


def test_nothing_is_asked_twice_in_a_debate() -> None:
    said = {"text": FENCE, "by": "town", "scheme": "means-to-end"}
    given = debate(claims={f"c{n}": {**said, "text": f"柵{n}を設けた"} for n in range(9)})
    assert [one.part for one in drafts(given).values()] == [
        one.slug for one in schemes()["means-to-end"].questions
    ]


def test_grounds_are_left_to_the_question_that_asks_for_them() -> None:
    said = {"by": "town", "scheme": "analogy"}
    given = debate(claims={f"c{n}": {**said, "text": f"橋{n}と似ている"} for n in range(3)})
    assert [one.part for one in drafts(given).values()] == ["differences", "counter-case"]
    attacks = {f"r{n}": {"text": "似ていない", "by": "member", "rebuts": [f"c{n}"]} for n in range(3)}
    challenged = debate(
        claims={f"c{n}": {**said, "text": f"橋{n}と似ている"} for n in range(3)}, rebuttals=attacks
    )
    assert [one.part for one in drafts(challenged).values()] == ["differences", "counter-case", "facts"]


def test_a_rebuttal_of_the_side_is_asked_too() -> None:
    given = debate(
        claims={"m": {"text": "柵は要らない", "by": "member"}},
        rebuttals={"x": {"text": FENCE, "by": "town", "scheme": "means-to-end", "rebuts": ["m"]}},
    )
    assert drafts(given)["x"].part == "effect"


@pytest.mark.parametrize(
    "given",
    [
        fence("sings"),
        fence(None),
        fence(by="member"),
        fence(conceded={}),
        fence(
            sections={
                "rebuttals": {"r": {**ACCIDENTS, "rebuts": ["x"]}},
                "evidence": {"e": {"text": "警察の記録", "backs": ["r"], "accepted": True}},
            }
        ),
        debate(
            claims={
                "x": {
                    "text": "事故を防ぐために柵を設ける",
                    "by": "town",
                    "kind": "commitment",
                    "due": "2026-04",
                }
            }
        ),
    ],
    ids=["unknown scheme", "no scheme", "another side", "conceded", "rebutted", "a date is asked about"],
)
def test_it_stays_silent(given: Debate) -> None:
    assert drafts(given) == {}


def test_a_named_scheme_is_asked_about_beside_a_date() -> None:
    assert drafts(fence(kind="commitment", due="2026-04"))["x"].part == "effect"


def test_another_side_can_be_asked() -> None:
    assert drafts(fence(by="member"), "councilor")["x"].part == "effect"


def test_questions_of_the_shipped_debates_differ_and_quote_nothing() -> None:
    analysis, debates = shipped()
    found = [one for one in asked(analysis, debates) if one.kind == "critical-question"]
    assert len(found) == 10
    for each in debates:
        parts = [one.text.ja.rpartition("ですが、")[2] for one in found if one.debate == each.id]
        assert len(set(parts)) == len(parts)
    assert not any(sign in one.text.ja + one.why.ja for one in found for sign in "「」“”")


def test_hostile_texts_and_plain_debates_pass() -> None:
    assert drafts(hostile()) == {}
    assert drafts(midori()) == drafts(midori())
