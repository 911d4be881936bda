"""Follow-up questions: what is asked, of whom, in which order, and in which words."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from argmap.model import Debate
from argmap.questions import (
    QUESTION_KINDS,
    FollowUp,
    Way,
    english_date,
    follow_ups,
    sentence,
    short,
    template,
)
from tests.report_debates import analysed, asked, debate, hostile, midori, shipped


def ask(given: Debate, side: str = "government") -> tuple[FollowUp, ...]:
    return follow_ups(analysed(given), given, side)


def of(kind: str, given: Debate) -> dict[str, FollowUp]:
    return {one.about: one for one in ask(given) if one.kind == kind}


def ways(name: str) -> list[Way]:
    return [way for section in template(name).values() for way in section]


def claim(text: str, **more: object) -> Debate:
    return debate(claims={"x": {"text": text, "by": "town", **more}})


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
    assert {one.key for one in found} == gaps
    assert len(found) == len(gaps) == 30


def test_no_two_questions_of_the_shipped_debates_ask_alike() -> None:
    analysis, debates = shipped()
    for each in debates:
        said = {**each.claims, **each.questions}
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
        assert "{" not in one.text.ja + one.text.en


def test_nothing_stands_between_quotation_marks() -> None:
    analysis, debates = shipped()
    assert not any(sign in one.text.ja + one.why.ja for one in asked(analysis, debates) for sign in "「」“”")


def test_an_unanswered_question_says_when_it_was_asked() -> None:
    given = debate(
        debate={"held": "2025-06"}, questions={"q": {"text": "橋はいつ直るのか？", "by": "member"}}
    )
    (one,) = ask(given)
    assert one.text.ja == (
        "2025年6月の質問のうち、橋はいつ直るのかという点には、答弁が見当たりませんでした。"
        "改めて、いつまでに終えるのか、残っている作業とあわせてお示しください。"
    )
    assert one.why.ja == "この質問への答弁が見当たらない。"
    assert (one.to.ja, one.group, one.group_title, one.passage) == ("町長", None, "", None)


@pytest.mark.parametrize(
    ("held", "when"),
    [("2025-09-12", "on 12 September 2025"), ("2025-09", "in September 2025"), ("2025", "in 2025")],
)
def test_a_date_is_written_as_english_does(held: str, when: str) -> None:
    (one,) = ask(debate(debate={"held": held}, questions={"q": {"text": "Why?", "by": "member"}}))
    assert one.text.en.startswith(f"On this point, raised {when}, no answer was found: Why? ")
    assert when.endswith(english_date(held))


def test_without_a_date_the_question_is_the_earlier_one() -> None:
    (one,) = ask(debate(questions={"q": {"text": "Is the bridge safe?", "by": "member"}}))
    assert one.text.ja.startswith("先の質問のうち、")
    assert one.text.en.startswith(
        "On this point, raised in the last session, no answer was found: Is the bridge safe? "
    )


def test_a_partial_answer_is_repeated_with_the_question() -> None:
    one = of("partial-answer", midori())["q-menu"]
    assert one.text.ja.startswith(
        "献立を選べるかとの質問に、他町の動向を注視し、検討するとの答弁がありました。"
    )
    assert one.why.ja == "study は質問の一部にしか答えていない。"
    assert one.group_title == "給食の質"


def answered(question: str, answer: str, extent: str, **more: object) -> Debate:
    return debate(
        claims={
            "x": {"text": answer, "by": "town", "answers": [{"question": "q", "extent": extent}], **more}
        },
        questions={"q": {"text": question, "by": "member"}},
    )


def test_a_partial_answer_is_held_to_the_decision_that_it_leaves_open() -> None:
    one = of("partial-answer", answered("どこで行うのか", "委託することを検討している", "partial"))["q"]
    assert one.text.ja.endswith("残る点について、いつまでに、誰が結論を出すのか伺います。")


@pytest.mark.parametrize(
    "text", ["委託を検討した結果、見送った", "研究者に委託した", "It costs considerably less"]
)
def test_what_was_considered_is_not_left_open(text: str) -> None:
    one = of("partial-answer", answered("どこで行うのか", text, "partial"))["q"]
    assert one.text.ja.endswith("残る点について、場所はどこか、いつ決まるのか伺います。")


@pytest.mark.parametrize(
    ("question", "place"),
    [
        ("避難所をどこに設けるのか", True),
        ("Where will the shelter be?", True),
        ("どこに原因があるのか", False),
        ("どこまで進んだのか", False),
        ("どこで開いたのか", False),
        ("Where did it happen?", False),
    ],
)
def test_where_is_asked_for_what_is_still_to_come(question: str, place: bool) -> None:  # noqa: FBT001 - a row
    (one,) = ask(debate(questions={"q": {"text": question, "by": "member"}}))
    assert ("場所はどこか、いつ決まるのか伺います。" in one.text.ja) == place


@pytest.mark.parametrize(
    ("answer", "ja", "en"),
    [
        (
            "適切に行っている",
            "どのような点をもって適切と言うのか、何をしたのか、どの基準によるのか伺います。",
            "What exactly was done, and by what standard is it called appropriate?",
        ),
        (
            "適切に対応していく",
            "具体的に誰が何を行うのか伺います。",
            "What exactly will be done, and by whom?",
        ),
    ],
)
def test_appropriate_is_asked_about_in_the_tense_of_the_answer(answer: str, ja: str, en: str) -> None:
    one = of("evasive-answer", answered("点検はどうか", answer, "evasive"))["q"]
    assert f"読み取れませんでした。{ja}" in one.text.ja
    assert en in one.text.en
    assert len(re.findall(r"伺います。|お示しください。", one.text.ja)) == 2
    assert ("具体的に誰が" in one.text.ja) == ("具体的に誰が" in ja)


@pytest.mark.parametrize("extent", ["evasive", "partial"])
@pytest.mark.parametrize("kind", ["fact", "value", "policy", "prediction", "commitment"])
@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("不具合にどう対処するか", "国が対処している"),
        ("費用は足りているか", "費用は十分である"),
        ("点検はどうか", "適切に行っている"),
        ("点検はどうか", "委託を検討している"),
    ],
)
def test_an_answer_that_nobody_rebutted_is_not_asked_twice_for_the_same(
    question: str, answer: str, kind: str, extent: str
) -> None:
    given = answered(question, answer, extent, kind=kind)
    by_sentence = {way.words.ja: way.asks for name in ("points", "grounds") for way in ways(name)}
    drafts = [
        {asks for words, asks in by_sentence.items() if words in one.text.ja}
        for one in (of(f"{extent}-answer", given)["q"], of("unrebutted-claim", given)["x"])
    ]
    assert all(drafts)
    assert not drafts[0] & drafts[1]


def test_the_shipped_evasive_answer_is_asked_once_for_what_is_done_here() -> None:
    texts = {one.about: one.text for one in asked(*shipped())}
    pair = [texts["q-system-failures"], texts["state-countermeasures"]]
    assert ["国や県の取り組みとは別に" in text.ja for text in pair] == [True, False]
    assert ["Apart from what others do" in text.en for text in pair] == [True, False]


def test_a_claim_by_kind_always_has_something_left_to_ask() -> None:
    pressed = {way.asks for way in ways("points")}
    for section, members in template("grounds").items():
        always = {way.asks for way in members if way.cue is None}
        assert section == "subject" or always - pressed


def test_a_question_for_reasons_is_asked_again_for_reasons() -> None:
    (one,) = ask(debate(questions={"q": {"text": "なぜ閉じるのか", "by": "member"}}))
    assert one.text.ja.endswith("改めて、その理由と、判断のもとにした資料をお示しください。")


def test_an_evasive_answer_is_pressed_by_its_own_words() -> None:
    one = of("evasive-answer", midori())["q-kitchen"]
    assert "お尋ねした点への答えは読み取れませんでした" in one.text.ja
    assert "いつまでに、誰が結論を出すのか伺います。" in one.text.ja
    assert "判断の目安を伺います。" in one.text.ja


def test_requests_answers_and_the_sides_own_questions_are_passed_over() -> None:
    given = debate(
        claims={"x": {"text": "直した", "by": "town", "answers": ["q"], "conceded": {}}},
        questions={
            "q": {"text": "橋は直ったか", "by": "member"},
            "wish": {"text": "橋を直してほしい", "by": "member", "kind": "request"},
            "own": {"text": "議員はどう考えるか", "by": "town"},
        },
    )
    assert ask(given) == ()


def test_only_unrebutted_claims_of_the_side_are_asked_about() -> None:
    assert set(of("unrebutted-claim", midori())) == {"local", "good", "free", "due", "study"}
    assert {one.about for one in ask(midori(), "councilor")} == {"q-back"}


@pytest.mark.parametrize(
    ("kind", "says"),
    [
        ("fact", "橋は新しいとのことですが、そのことを、いつの、どの資料で確かめたのかをお示しください。"),
        ("prediction", "橋は新しいとの見通しですが、そう見込む前提と試算をお示しください。"),
        ("policy", "橋は新しいとの方針ですが、いつまでに、どの部署が、どれだけの予算で進めるのか伺います。"),
        ("value", "橋は新しいとのお考えですが、どのような基準に照らしてそう判断したのか伺います。"),
        ("commitment", "橋は新しいとのことですが、何ができれば果たしたと言えるのか、目標をお示しください。"),
    ],
)
def test_the_words_fit_the_kind_of_claim(kind: str, says: str) -> None:
    (one,) = ask(claim("橋は新しい。", kind=kind))
    assert one.text.ja == says


def test_a_commitment_with_a_date_is_held_to_it() -> None:
    (one,) = ask(claim("橋を直す", kind="commitment", due="2026-03-31"))
    assert "期限は2026年3月31日ですので" in one.text.ja
    assert "It is due by 31 March 2026:" in one.text.en
    assert one.why.ja == "期限は2026年3月31日とされている。果たされたという証拠は、まだ見当たらない。"
    assert one.why.en == "It is due by 31 March 2026; no evidence that it was kept was found."


@pytest.mark.parametrize(
    ("held", "dated", "why"),
    [
        ("2025-06", {"date": "2025-09"}, "この主張への反論が見当たらない（示された証拠は e）。"),
        (None, {"date": "2025-01"}, "この主張への反論が見当たらない（示された証拠は e）。"),
        (
            "2025-06",
            {"date": "2025-01"},
            "期限は2026年6月とされている。果たされたと示す日付は、示された証拠（e）に見当たらない。",
        ),
        (
            "2025-06",
            {},
            "期限は2026年6月とされている。果たされたと示す日付は、示された証拠（e）に見当たらない。",
        ),
    ],
)
def test_evidence_since_the_debate_keeps_a_commitment(
    held: str | None, dated: dict[str, str], why: str
) -> None:
    given = debate(
        debate={"held": held} if held else {},
        claims={"x": {"text": "橋を直す", "by": "town", "kind": "commitment", "due": "2026-06"}},
        evidence={"e": {"text": "工事の記録", "backs": ["x"], "accepted": True, **dated}},
    )
    (one,) = ask(given)
    assert one.why.ja == why
    assert ("June 2026" in one.why.en) == ("2026年6月" in why)


def test_an_event_is_asked_about_in_words_that_hold_before_it_and_after() -> None:
    (one,) = ask(claim("2026年3月8日、講座を開く", kind="commitment", due="2026-03-08"))
    assert one.text.ja == (
        "2026年3月8日、講座を開くとのことですが、準備はどこまで進んでいるのか、すでに開いたのであれば、"
        "その結果をお示しください。また、参加者の見込みまたは実績と、効果を確かめる方法をお示しください。"
    )


@pytest.mark.parametrize(
    ("text", "asked_for"),
    [
        ("柵を設けて事故を防いでいる", True),
        ("It protects the pupils", True),
        ("事故を防ぐために閉じるべきだ", False),
        ("安全のために閉じる", False),
        ("It is closed to prevent accidents", False),
    ],
)
def test_an_aim_is_not_asked_for_its_failures(text: str, asked_for: bool) -> None:  # noqa: FBT001 - a row of a table
    (one,) = ask(claim(text, kind="fact"))
    assert ("防げなかった例" in one.text.ja) == asked_for
    assert ("in which it failed" in one.text.en) == asked_for


def test_a_text_that_looks_like_a_placeholder_is_left_alone() -> None:
    (one,) = ask(claim("{due} と {x}", kind="commitment", due="2026"))
    assert one.text.ja.startswith("{due} と {x}とのことですが、期限は2026年")


@pytest.mark.parametrize(
    ("kind", "says"),
    [
        ("statistic", "年に三度という数字が示されています。この数は"),
        ("incident", "年に三度という事例が示されています。"),
        ("law", "年に三度という定めが示されています。どの条文が"),
        ("document", "年に三度という資料が示されています。"),
        ("testimony", "年に三度という証言が示されています。"),
        ("expert", "年に三度という専門家の見解が示されています。"),
        (None, "年に三度という根拠が示されています。その出どころをお示しください。"),
    ],
)
def test_evidence_that_is_given_is_asked_on_from(kind: str | None, says: str) -> None:
    evidence = {"text": "年に三度", "backs": ["x"], "accepted": True, **({"type": kind} if kind else {})}
    given = debate(claims={"x": {"text": "橋は新しい", "by": "town"}}, evidence={"e": evidence})
    (one,) = ask(given)
    assert says in one.text.ja
    assert one.why.ja == "この主張への反論が見当たらない（示された証拠は e）。"


def test_evidence_without_a_source_does_not_count_as_shown() -> None:
    given = debate(
        claims={"x": {"text": "橋は新しい", "by": "town"}}, evidence={"e": {"text": "記録", "backs": ["x"]}}
    )
    (one,) = ask(given)
    assert "記録" not in one.text.ja
    assert one.why.ja == "この主張には反論が見当たらず、裏づける証拠も見当たらない。"


def test_a_claim_about_what_the_state_does_is_asked_for_what_is_done_here() -> None:
    (one,) = ask(claim("国が対策を示している", kind="fact"))
    assert "自治体として独自に決めたこと" in one.text.ja


def test_subjects_are_for_administrations_only() -> None:
    given = debate(claims={"x": {"text": "国が対策を示している", "by": "member", "kind": "fact"}})
    (one,) = ask(given, "councilor")
    assert "自治体として" not in one.text.ja


def test_a_sentence_comes_again_only_when_no_other_fits() -> None:
    given = debate(
        claims={f"c{n}": {"text": f"橋{n}は新しい", "by": "town", "kind": "fact"} for n in range(6)}
    )
    asked_for = [one.text.ja.partition("とのことですが、")[2] for one in ask(given)]
    assert len(set(asked_for[:5])) == 5
    assert asked_for[5] == asked_for[0]


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
    assert [one.about for one in ask(given)] == [
        "premise",
        "conclusion",
        "early",
        "q",
        "late",
        "other",
        "loose",
    ]


def test_the_passage_is_where_it_was_said() -> None:
    one = of("unrebutted-claim", midori())["local"]
    assert one.passage is not None
    assert (one.passage.quote, one.passage.source, one.passage.at, one.passage.date) == (
        "地元の野菜を３割",
        "みどり町議会会議録",
        "12頁",
        "2025-06-10",
    )


def test_a_source_without_a_title_is_called_by_its_id() -> None:
    given = debate(sources={"s": {}}, claims={"x": {"text": "一", "by": "town", "source": "s"}})
    (one,) = ask(given)
    assert one.passage is not None
    assert (one.passage.source, one.passage.date) == ("s", None)


def test_a_source_that_is_not_listed_is_called_by_its_id() -> None:
    (one,) = ask(claim("一", source="gone"))
    assert one.passage is not None
    assert one.passage.source == "gone"


def test_a_question_to_a_side_without_parties_goes_to_the_side() -> None:
    given = debate(parties={"b": {}}, questions={"q": {"text": "なぜか", "by": "b"}})
    assert [one.to.ja for one in ask(given)] == ["government"]


def test_a_group_without_a_title_is_called_by_its_id() -> None:
    assert [one.group_title for one in ask(claim("一", group="g"))] == ["g"]


def test_the_same_debate_gives_the_same_questions() -> None:
    assert ask(midori()) == ask(midori())


def test_every_kind_explains_itself() -> None:
    assert set(QUESTION_KINDS) == {
        "evasive-answer",
        "partial-answer",
        "unanswered-question",
        "unrebutted-claim",
    }
    for kind in QUESTION_KINDS.values():
        assert kind.name.en
        assert kind.name.ja
        assert len(kind.manual.split("\n\n")) >= 3


@pytest.mark.parametrize("name", ["points", "grounds"])
def test_every_sentence_of_a_template_is_a_question_in_both_languages(name: str) -> None:
    sentences = [way.words for way in ways(name)]
    assert len(sentences) > 20
    for words in sentences:
        assert not words.ja.startswith("この点")
        assert "裏付け" not in words.ja
        assert re.search(r"(伺います|お示しください)。$", words.ja), words.ja
        assert words.en.endswith(("?", ".")), words.en
    assert max(Counter(sentences).values()) == 1


def test_hostile_texts_stay_texts() -> None:
    assert {one.about for one in ask(hostile())} == {"x", "q"}


@pytest.mark.parametrize(
    ("text", "most", "cut"),
    [("一\n 二。", 9, "一 二"), ("一二三四五", 4, "一二三…"), ("なぜか？", 9, "なぜか"), ("Why?", 9, "Why?")],
)
def test_a_text_becomes_part_of_a_sentence(text: str, most: int, cut: str) -> None:
    assert short(text, most) == cut


@pytest.mark.parametrize(("text", "says"), [("A b", "A b."), ("A b?", "A b?"), ("一…", "一…")])
def test_a_text_becomes_a_sentence(text: str, says: str) -> None:
    assert sentence(text) == says
