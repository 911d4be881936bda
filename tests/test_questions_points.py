"""Points that were raised: without an answer, with half of one, with one beside the point."""

from __future__ import annotations

import re

import pytest

from argmap.model import date_words
from tests.questions_asked import answered, ask, of, the, ways
from tests.report_debates import asked, debate, midori, shipped


def test_an_unanswered_question_says_when_it_was_asked() -> None:
    given = debate(
        debate={"held": "2025-06"}, questions={"q": {"text": "橋はいつ直るのか？", "by": "member"}}
    )
    one = the("unanswered-question", given)
    assert one.text.ja == (
        "2025年6月の、橋はいつ直るのかとの質問には、答弁が見当たりませんでした。"
        "改めて、いつまでに終えるのか、残っている作業とあわせてお示しください。"
    )
    assert one.why.ja == "この質問への答弁が見当たらない。"
    assert (one.to.ja, one.group, one.group_title, one.passage) == ("町長", None, "", None)


@pytest.mark.parametrize(
    ("held", "when"),
    [("2025-09-12", "on 12 September 2025"), ("2025-09", "in September 2025"), ("2025", "in 2025")],
)
def test_a_date_is_written_as_english_does(held: str, when: str) -> None:
    one = the(
        "unanswered-question",
        debate(debate={"held": held}, questions={"q": {"text": "Why?", "by": "member"}}),
    )
    assert one.text.en.startswith(f"On this point, raised {when}, no answer was found: Why? ")
    assert when.endswith(date_words(held).en)


def test_without_a_date_the_question_is_the_earlier_one() -> None:
    one = the("unanswered-question", debate(questions={"q": {"text": "Is the bridge safe?", "by": "member"}}))
    assert one.text.ja.startswith("前回の、Is the bridge safe?との質問には、")
    assert one.text.en.startswith(
        "On this point, raised in the last session, no answer was found: Is the bridge safe? "
    )


def test_an_unanswered_question_is_quoted_where_the_source_is() -> None:
    given = debate(
        debate={"held": "2025-06"},
        sources={"s": {"title": "会議録", "date": "2025-06-10"}},
        questions={
            "q": {
                "text": "橋はいつ直るのか",
                "by": "member",
                "source": {"in": "s", "quote": "橋の穴が放置され"},
            }
        },
    )
    one = the("unanswered-question", given)
    assert one.text.ja == (
        "2025年6月10日の、「橋の穴が放置され」と述べて尋ねた、橋はいつ直るのかとの質問には、"
        "答弁が見当たりませんでした。改めて、いつまでに終えるのか、残っている作業とあわせてお示しください。"
    )
    assert one.notice.ja == (
        "2025年6月10日の、「橋の穴が放置され」と述べて尋ねた、橋はいつ直るのかとの質問には、"
        "答弁が見当たらなかった。改めて、いつまでに終えるのか、残っている作業とあわせて示されたい。"
    )
    assert one.text.en.startswith(
        "On this point, raised on 10 June 2025 in the words “橋の穴が放置され”, no answer was found: "
    )
    assert one.then is not None
    assert one.then.later.ja == "いつまでに日程を示すのか伺います。"


@pytest.mark.parametrize(
    ("quote", "said"),
    [
        ("橋はいつ直るか", "「橋はいつ直るか」と尋ねた、"),
        ("「橋の日」に", "『「橋の日」に』と述べて尋ねた、"),
        ("橋" * 61, None),
        ("橋は\nいつ", None),
        (None, None),
    ],
)
def test_a_quote_is_whole_and_verbatim_or_left_out(quote: str | None, said: str | None) -> None:
    source = {"in": "s", **({"quote": quote} if quote else {})}
    one = the(
        "unanswered-question", debate(questions={"q": {"text": "なぜか", "by": "member", "source": source}})
    )
    assert one.text.ja.startswith(f"前回の、{said or ''}なぜかとの質問には、")
    assert ("「" in one.text.ja) == (said is not None)


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("橋はいつ直るのか", "橋はいつ直るのか。"),
        ("橋が古いが、いつ直りますか？", "いつ、直りますか"),
        ("第２橋はいつ直るのか", "第2橋は"),
        ("When will it be mended?", "when will it be"),
    ],
)
def test_a_quote_that_the_point_holds_is_left_out(text: str, quote: str) -> None:
    source = {"in": "s", "quote": quote}
    one = the(
        "unanswered-question", debate(questions={"q": {"text": text, "by": "member", "source": source}})
    )
    assert "尋ねた" not in one.text.ja
    assert "in the words" not in one.text.en
    assert one.passage is not None
    assert one.passage.quote == quote


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("When was the roof last inspected?", "When was the roof last inspected?"),
        ("When was the roof last inspected", "When was the roof last inspected?"),
        ("When was the roof last inspected？", "When was the roof last inspected?"),
        ("The state of the roof", "The state of the roof."),
        ("Whatever is wrong with the roof", "Whatever is wrong with the roof."),
    ],
)
def test_an_english_question_keeps_its_question_mark(text: str, says: str) -> None:
    one = the("unanswered-question", debate(questions={"q": {"text": text, "by": "member"}}))
    assert f"no answer was found: {says} " in one.text.en
    for extent in ("partial", "evasive"):
        one = of(f"{extent}-answer", answered(text, "It is being looked into", extent))["q"]
        assert one.text.en.startswith(f"The question was: {says} The answer was: It is being looked into. ")


@pytest.mark.parametrize("extent", ["partial", "evasive"])
def test_whoever_answered_is_asked_again(extent: str) -> None:
    given = debate(
        parties={
            "town": {"name": "町長", "side": "government"},
            "board": {"name": "教育長", "side": "government"},
            "member": {"name": "議員", "side": "councilor"},
        },
        claims={
            "x": {"text": "点検した", "by": "board", "answers": [{"question": "q", "extent": extent}]},
            "y": {"text": "足りている", "by": "member", "answers": [{"question": "q", "extent": extent}]},
            "z": {"text": "国が行う", "by": "member", "answers": [{"question": "open", "extent": extent}]},
        },
        questions={
            "q": {"text": "屋根はどうか", "by": "member"},
            "open": {"text": "壁はどうか", "by": "member"},
            "none": {"text": "窓はどうか", "by": "member"},
        },
    )
    found = of(f"{extent}-answer", given)
    assert {about: one.to.ja for about, one in found.items()} == {"q": "教育長", "open": "町長、教育長"}
    assert found["open"].to.en == "町長, 教育長"
    assert the("unanswered-question", given).to.ja == "町長、教育長"


def test_a_partial_answer_is_repeated_with_the_question() -> None:
    one = of("partial-answer", midori())["q-menu"]
    assert one.text.ja.startswith(
        "献立を選べるかとの質問に、他町の動向を注視し、検討するとの答弁がありました。"
    )
    assert (
        one.why.ja == "答弁は質問の一部にしか答えておらず、いつから検討し、何が残っているのかを述べていない。"
    )
    assert one.group_title == "給食の質"


def test_a_partial_answer_is_held_to_the_decision_that_it_leaves_open() -> None:
    one = of("partial-answer", answered("どこで行うのか", "委託することを検討している", "partial"))["q"]
    assert one.text.ja.endswith("残る点について、いつまでに、誰が結論を出すのか伺います。")
    assert one.notice.ja == (
        "どこで行うのかとの質問に、委託することを検討しているとの答弁があった。これは質問の一部への答えと受け止めている。"
        "残る点について、いつまでに、誰が結論を出すのか。"
    )
    assert one.text.en == (
        "The question was: どこで行うのか. The answer was: 委託することを検討している. That covers part of it. "
        "By when will there be a result, and who decides?"
    )
    assert one.why.ja == "答弁は質問の一部にしか答えておらず、いつまでに、誰が結論を出すのかを述べていない。"
    assert one.why.en == (
        "The answer covers part of the question; it does not say by when and by whom it will be decided."
    )
    assert [ground.id for ground in one.rests_on] == ["q", "x"]


def test_a_partial_answer_that_leaves_nothing_open_is_asked_for_the_rest() -> None:
    one = of("partial-answer", answered("なぜ閉じるのか", "古いためである", "partial"))["q"]
    assert one.text.ja.endswith("残る点について、その理由と、判断のもとにした資料をお示しください。")
    assert one.why.ja == "答弁は質問の一部にしか答えていない。"
    assert one.why.en == "The answer covers part of the question."


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
    one = the("unanswered-question", debate(questions={"q": {"text": question, "by": "member"}}))
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
    by_sentence = {
        way.words.ja.rpartition("}")[2]: way.asks for name in ("points", "grounds") for way in ways(name)
    }
    drafts = [
        {asks for words, asks in by_sentence.items() if words in one.text.ja}
        for one in ask(given)
        if one.kind != "critical-question"
    ]
    assert all(drafts)
    assert not drafts[0] & drafts[1]


def test_the_shipped_evasive_answer_is_asked_once_for_what_is_done_here() -> None:
    texts = {one.about: one.text for one in asked(*shipped()) if one.kind != "critical-question"}
    pair = [texts["q-system-failures"], texts["state-countermeasures"]]
    assert ["自治体として" in text.ja for text in pair] == [False, True]
    assert ["can be done here" in text.en for text in pair] == [False, True]


def test_a_question_for_reasons_is_asked_again_for_reasons() -> None:
    one = the("unanswered-question", debate(questions={"q": {"text": "なぜ閉じるのか", "by": "member"}}))
    assert one.text.ja.endswith("改めて、その理由と、判断のもとにした資料をお示しください。")


def test_an_evasive_answer_is_pressed_by_its_own_words() -> None:
    one = of("evasive-answer", midori())["q-kitchen"]
    assert "お尋ねした点への答えは読み取れませんでした" in one.text.ja
    assert "いつまでに、誰が結論を出すのか伺います。" in one.text.ja
    assert "判断の目安を伺います。" in one.text.ja
    assert one.notice.ja == (
        "調理場をどう建て替えるのかとの質問に、他町の動向を注視し、検討するとの答弁があったが、"
        "尋ねた点への答えは読み取れなかった。いつまでに、誰が結論を出すのか。"
        "また、何がどうなれば動くのか、判断の目安を問う。"
    )
    assert one.why.ja == (
        "答弁は質問に触れているが、正面から答えておらず、いつまでに、誰が結論を出すのかを述べていない。"
    )
    assert one.then is not None
    assert one.then.no.ja == "時期を決められない理由と、いま何が済んでいるのかを伺います。"


def test_an_evasive_answer_that_says_nothing_to_hold_on_to_is_asked_again() -> None:
    one = of("evasive-answer", answered("橋の件", "ご意見として承る", "evasive"))["q"]
    assert one.text.ja.endswith("読み取れませんでした。どう考えるのか伺います。")
    assert one.text.en.endswith("What was asked could not be learnt from it. What is your answer?")
    assert one.why.en == "The answer speaks of the subject without answering the question."


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


def test_a_question_to_a_side_without_parties_goes_to_the_side() -> None:
    given = debate(parties={"b": {}}, questions={"q": {"text": "なぜか", "by": "b"}})
    assert [one.to.ja for one in ask(given)] == ["government"]
