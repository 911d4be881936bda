"""Follow-up questions: the whole set, its order, and its words."""

from __future__ import annotations

import re
from collections import Counter
from math import ceil
from typing import Any

import pytest

from argmap.questions import (
    QUESTION_KINDS,
    bare,
    fill,
    follow_ups,
    form,
    plain,
    replies,
    sentence,
    short,
)
from tests.questions_asked import ask, claim, of, the, ways
from tests.report_debates import asked, debate, hostile, midori, shipped


def test_every_gap_of_the_shipped_debates_leads_to_a_question() -> None:
    analysis, debates = shipped()
    found = asked(analysis, debates)
    gaps = {
        one.key for one in analysis.question_verdicts if one.status in ("partial", "evasive", "unanswered")
    }
    gaps |= {
        one.key
        for one in analysis.verdicts
        if one.side == "government" and one.statement.role == "claim" and one.status == "unrebutted"
    }
    rebuttals = {
        one.key
        for one in analysis.verdicts
        if one.side == "councilor" and one.statement.role == "rebuttal" and one.backed == "in"
    }
    assert len(gaps) == 30
    assert len(rebuttals) == 9
    by_gaps = {one.key for one in found if one.kind != "critical-question"}
    assert by_gaps == gaps | rebuttals | {"mynumber-insurance-card#access-prevented"}
    assert len({(one.debate, one.id) for one in found}) == len(found)


def test_no_claim_of_the_shipped_debates_is_asked_about_too_often() -> None:
    analysis, debates = shipped()
    assert max(Counter(one.key for one in asked(analysis, debates)).values()) <= 2


def test_no_two_questions_of_the_shipped_debates_ask_alike() -> None:
    analysis, debates = shipped()
    for each in debates:
        said = {**each.claims, **each.rebuttals, **each.questions}
        for lang in ("ja", "en"):
            without_text = [
                one.text.say(lang).replace(short(said[one.about].text), "")
                for one in follow_ups(analysis, each, "government")
            ]
            assert max(Counter(without_text).values()) == 1


def test_questions_are_spoken_and_end_as_questions_do() -> None:
    analysis, debates = shipped()
    for one in [*asked(analysis, debates), *ask(midori())]:
        assert re.search(r"(伺います|お示しください)。$", one.text.ja), one.text.ja
        assert one.text.en.endswith(("?", "."))
        assert not re.search(r"(です|ます|ません|ました|ください|伺い)", one.notice.ja), one.notice.ja
        assert re.search(r"(か|は|問う|たい)。$", one.notice.ja), one.notice.ja
        assert not re.search(r"You say|Please|please", one.notice.en), one.notice.en
        assert not set("{}") & set(one.text.ja + one.text.en + one.notice.ja + one.notice.en)
        assert "。。" not in one.text.ja + one.notice.ja


def test_nothing_stands_between_quotation_marks_but_what_the_source_says() -> None:
    analysis, debates = shipped()
    for one in asked(analysis, debates):
        quotes = {ground.passage.quote for ground in one.rests_on if ground.passage}
        for words in (one.text, one.notice, one.why, one.look or one.why):
            assert set(re.findall(r"「(.*?)」", words.ja)) <= quotes
            assert set(re.findall(r"“(.*?)”", words.en)) <= quotes
            assert not set('『』"') & set(words.ja)


def test_every_question_says_what_to_follow_with() -> None:
    analysis, debates = shipped()
    for each in debates:
        found = follow_ups(analysis, each, "government")
        assert all(one.then for one in found)
        assert len({one.then for one in found}) > len(found) / 2
    for one in found:
        assert one.then is not None
        for words in (one.then.yes, one.then.no, one.then.later):
            assert re.search(r"(伺います|お示しください)。$", words.ja), words.ja


def test_how_long_a_question_takes_to_read() -> None:
    one = of("unanswered-question", midori())["q-staff"]
    assert one.seconds("ja") == ceil(len(one.text.ja) / 5)
    assert one.seconds("en") == ceil(len(one.text.en.split()) * 60 / 150)


def test_what_others_rest_on_comes_first_then_what_was_said_first() -> None:
    given = debate(
        groups={"b": "後の件", "a": "先の件"},
        claims={
            "late": {"text": "三", "by": "town", "group": "b", "turn": 3},
            "early": {"text": "一", "by": "town", "group": "b", "turn": 1},
            "premise": {"text": "二", "by": "town", "group": "b", "turn": 9, "supports": ["conclusion"]},
            "conclusion": {"text": "四", "by": "town", "group": "b", "turn": 9},
            "other": {"text": "五", "by": "town", "group": "a"},
            "loose": {"text": "六", "by": "town"},
        },
        questions={"q": {"text": "七か", "by": "member", "group": "b", "turn": 2}},
    )
    assert [one.about for one in ask(given) if one.kind != "critical-question"] == [
        "premise",
        "conclusion",
        "early",
        "q",
        "late",
        "other",
        "loose",
    ]


def test_questions_come_before_requests_and_rebuttals_where_what_they_attack_is() -> None:
    given = debate(
        groups={"g": "件"},
        claims={
            "detail": {"text": "細目である", "by": "town", "group": "g", "turn": 1},
            "premise": {"text": "前提である", "by": "town", "group": "g", "turn": 2, "supports": ["end"]},
            "end": {"text": "結論である", "by": "town", "group": "g", "turn": 2},
        },
        rebuttals={
            "proved": {
                "text": "証拠つき",
                "by": "member",
                "group": "g",
                "turn": 3,
                "rebuts": ["detail", "premise"],
            },
            "bare": {"text": "証拠なし", "by": "member", "group": "g", "turn": 0, "rebuts": ["premise"]},
        },
        evidence={"e": {"text": "記録", "backs": ["proved"], "accepted": True}},
    )
    kinds = [(one.kind, one.about) for one in ask(given)]
    assert kinds == [
        ("unmet-rebuttal", "proved"),
        ("undermined-conclusion", "end"),
        ("rebuttal-without-evidence", "bare"),
    ]


def test_the_passage_is_where_it_was_said() -> None:
    one = of("unsourced-figure", midori())["local"]
    assert one.passage is not None
    assert (one.passage.quote, one.passage.source, one.passage.at, one.passage.date) == (
        "地元の野菜を３割",
        "みどり町議会会議録",
        "12頁",
        "2025-06-10",
    )


def test_a_source_without_a_title_is_called_by_its_id() -> None:
    given = debate(sources={"s": {}}, claims={"x": {"text": "一", "by": "town", "source": "s"}})
    one = the("unrebutted-claim", given)
    assert one.passage is not None
    assert (one.passage.source, one.passage.date) == ("s", None)


def test_a_source_that_is_not_listed_is_called_by_its_id() -> None:
    one = the("unrebutted-claim", claim("一", source="gone"))
    assert one.passage is not None
    assert one.passage.source == "gone"


def test_a_group_without_a_title_is_called_by_its_id() -> None:
    assert [one.group_title for one in ask(claim("一", group="g"))] == ["g"]


def test_the_same_debate_gives_the_same_questions() -> None:
    assert ask(midori()) == ask(midori())


@pytest.mark.parametrize(
    ("decided", "decision", "text", "notice"),
    [
        ({"decision": "drop"}, "drop", "改めて", "改めて"),
        ({"decision": "take"}, "take", "改めて", "改めて"),
        ({"text": "橋はいつ直しますか。"}, "reword", "橋はいつ直しますか。", "橋はいつ直しますか。"),
        ({"notice": "橋の修理の時期は。"}, "reword", "改めて", "橋の修理の時期は。"),
    ],
)
def test_what_a_person_decided_stands(decided: dict[str, str], decision: str, text: str, notice: str) -> None:
    decisions: dict[str, Any] = {"follow-ups": {"unanswered-question-q": decided}}
    given = debate(
        questions={"q": {"text": "橋はいつ直るのか", "by": "member"}},
        **decisions,
    )
    (one,) = ask(given)
    assert one.decision == decision
    assert text in one.text.ja
    assert notice in one.notice.ja


def test_every_kind_explains_itself() -> None:
    assert set(QUESTION_KINDS) == {
        "commitment-due",
        "critical-question",
        "decisive-evidence",
        "evasive-answer",
        "partial-answer",
        "party-at-odds",
        "rebuttal-without-evidence",
        "state-does-it",
        "undermined-conclusion",
        "unanswered-question",
        "unmet-rebuttal",
        "unrebutted-claim",
        "unsourced-figure",
    }
    for kind in QUESTION_KINDS.values():
        assert kind.name.en
        assert kind.name.ja
        assert len(kind.manual.split("\n\n")) >= 3


@pytest.mark.parametrize("name", ["points", "grounds", "conflicts"])
def test_every_sentence_of_a_template_is_a_question_in_both_languages(name: str) -> None:
    sentences = [way.words for way in ways(name)]
    assert len(sentences) > 20
    for words in sentences:
        assert not words.ja.startswith("この点")
        assert "裏付け" not in words.ja
        assert re.search(r"(伺います|お示しください)。$", words.ja), words.ja
        assert words.en.endswith(("?", ".")), words.en
    assert max(Counter(sentences).values()) == 1


@pytest.mark.parametrize("name", ["points", "grounds", "conflicts"])
def test_every_sentence_of_a_template_has_a_notice_form_and_replies(name: str) -> None:
    for way in ways(name):
        written = way.form.written
        assert re.search(r"(か|問う|示されたい)。$", written.ja), written.ja
        assert not re.search(r"です|ます|ません|ください|伺い|お考え|か示され|か問う", written.ja), written.ja
        listing = any(re.search("(もの|こと|[一-鿿])と?$", part) for part in written.ja.split("、")[:-1])
        assert listing or not re.search("かを(示されたい|問う)。$", written.ja), written.ja
        assert not (listing and re.search("か。$", written.ja)), written.ja
        assert "lease" not in written.en
        assert way.replies is not None
    for replies_ in replies().values():
        for words in (replies_.yes, replies_.no, replies_.later):
            assert words.ja.endswith("伺います。")
            assert words.en.endswith(("?", "."))


def test_every_reply_is_used() -> None:
    used = {way.then for name in ("points", "grounds", "conflicts") for way in ways(name)}
    assert set(replies()) == used


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ("いつ決めるのか伺います。", "いつ決めるのか。"),
        ("いつ決めるのかを伺います。", "いつ決めるのか。"),
        ("いつ決めるのかをお示しください。", "いつ決めるのか。"),
        ("いつ決めるのかお示しください。", "いつ決めるのか。"),
        ("金額とその内訳、誰が払うのかをお示しください。", "金額とその内訳、誰が払うのかを示されたい。"),
        (
            "使った人の数と、何が変わったのかお示しください。",
            "使った人の数と、何が変わったのかを示されたい。",
        ),
        ("直した数と、残りをいつ直すのかを伺います。", "直した数と、残りをいつ直すのかを問う。"),
        ("直した数と、残りをいつ直すのか伺います。", "直した数と、残りをいつ直すのかを問う。"),
        ("何を含むもの、何を除いたのかをお示しください。", "何を含むもの、何を除いたのかを示されたい。"),
        ("差し引くと、どれだけ違うのかをお示しください。", "差し引くと、どれだけ違うのか。"),
        ("何部を作り、どこで配るのかをお示しください。", "何部を作り、どこで配るのか。"),
        ("数と内訳。また、いつ始めるのか伺います。", "数と内訳。また、いつ始めるのか。"),
        ("判断の目安を伺います。", "判断の目安を問う。"),
        ("その理由とともに伺います。", "その理由とともに問う。"),
        ("資料をお示しください。", "資料を示されたい。"),
        ("橋は新しいとのお考えですが、", "橋は新しいとの考えだが、"),
        ("答弁が見当たりませんでした。", "答弁が見当たらなかった。"),
        ("指摘があります。", "指摘がある。"),
    ],
)
def test_the_notice_says_it_plainly(said: str, written: str) -> None:
    assert plain(said) == written


def test_a_paraphrase_is_not_put_between_quotation_marks() -> None:
    (one,) = ask(claim("「橋の日」は“無事”に終わった", kind="fact"))
    assert one.text.ja.startswith("橋の日は無事に終わったとのことですが、")


def test_english_notices_ask_without_please() -> None:
    assert bare("Why? Please give the reasons. To check this, please say when.") == (
        "Why? Give the reasons. To check this, say when."
    )


def test_what_is_filled_in_is_left_as_it_is() -> None:
    filled = fill(form("{claim}とのことですが、{claim}。", "{claim}"), claim="橋は新しいです。{claim}")
    assert filled.written.ja == "橋は新しいです。{claim}とのことだが、橋は新しいです。{claim}。"


def test_long_texts_are_cut() -> None:
    given = debate(
        claims={"x": {"text": "長い主張" * 500, "by": "town"}, "y": {"text": "別の主張" * 500, "by": "town"}},
        rebuttals={"r": {"text": "長い反論" * 500, "by": "member", "rebuts": ["y"]}},
        questions={"q": {"text": "長い質問" * 500, "by": "member"}},
    )
    assert {one.about for one in ask(given)} == {"x", "r", "q"}
    assert all(len(one.text.ja) < 450 for one in ask(given))


def test_hostile_texts_stay_texts() -> None:
    assert {one.about for one in ask(hostile())} == {"x", "q", "r"}


@pytest.mark.parametrize(
    ("text", "most", "cut"),
    [
        ("一\n 二。", 9, "一 二"),
        ("一二三四五", 4, "一二三…"),
        ("なぜか？", 9, "なぜか"),
        ("なぜか?!", 9, "なぜか"),
        ("進める！", 9, "進める"),
        ("Why?", 9, "Why?"),
        ("Never!", 9, "Never!"),
        ("橋は古いが、道は新しい橋より長い", 10, "橋は古いが…"),
        ("橋は古い。道は新しい橋より長い", 9, "橋は古い…"),
        ("橋、道は新しい橋より長い", 10, "橋、道は新しい橋よ…"),
        ("The bridge is old and narrow", 20, "The bridge is old…"),
        ("A bridge unconditionally safe", 20, "A bridge unconditio…"),
    ],
)
def test_a_text_becomes_part_of_a_sentence(text: str, most: int, cut: str) -> None:
    assert short(text, most) == cut


@pytest.mark.parametrize(("text", "says"), [("A b", "A b."), ("A b?", "A b?"), ("一…", "一…")])
def test_a_text_becomes_a_sentence(text: str, says: str) -> None:
    assert sentence(text) == says
