"""What is asked fits what was said: each sentence where it belongs, and not where like words mean something else."""

from __future__ import annotations

import pytest

from argmap.model import Claim
from argmap.questions import fitting, template
from argmap.schemes import scheme_of
from tests.questions_asked import answered, ask, claim, of, the
from tests.report_debates import debate

REFUSED = "行わないと判断した理由と、比べた資料をお示しください。"
DONE = "何ができれば果たしたと言えるのか"


def unrebutted(text: str, kind: str | None = None) -> str:
    """What a claim of the made-up town is asked, in Japanese."""
    return the("unrebutted-claim", claim(text, **({"kind": kind} if kind else {}))).text.ja


def again(question: str) -> str:
    """With which words a question without an answer is asked again, in Japanese."""
    one = the("unanswered-question", debate(questions={"q": {"text": question, "by": "member"}}))
    return one.text.ja.partition("改めて、")[2]


def material(rebuttal: str) -> str:
    """Which material is asked for where a rebuttal has no evidence."""
    given = debate(
        claims={"x": {"text": "給食は安全だ", "by": "town"}},
        rebuttals={"r": {"text": rebuttal, "by": "member", "rebuts": ["x"]}},
    )
    return of("rebuttal-without-evidence", given)["r"].text.ja.partition("確かめるため、")[2]


# What is not to be done


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("水道料金の値上げはしない", "policy"),
        ("図書館の開館時間は延ばさない", "policy"),
        ("図書館の開館時間は延ばしません。", "policy"),
        ("無償にはできない", "policy"),
        ("橋の架け替えは見送る", "policy"),
        ("窓口の新設を控える", "policy"),
        ("委託は行わない方針である", "policy"),
        ("夜間の便は検討していない", "policy"),
        ("分校を廃止する考えはない", "commitment"),
        ("分校を廃止する考えはありません", None),
        ("橋の架け替えは見送った", "fact"),
        ("値上げはしない", None),
        ("The town will not raise the fee", "policy"),
        ("The town will not raise the fee", None),
        ("There is no plan to close the school", "fact"),
        ("Decided not to extend the hours", "commitment"),
    ],
)
def test_what_is_not_to_be_done_is_asked_for_the_reasons_and_nothing_else(
    text: str, kind: str | None
) -> None:
    assert unrebutted(text, kind).endswith(f"、{REFUSED}")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("料金を改めなければならない", "policy"),
        ("値上げするしかない", "policy"),
        ("誰一人取り残さない", "policy"),
        ("事故は二度と起こさない", "commitment"),
        ("いじめを見逃さない", "policy"),
        ("努力を惜しまない", "commitment"),
        ("待機する者を出さない", "commitment"),
        ("支障はない", "policy"),
        ("まだ決まっていない", "policy"),
        ("橋の損傷は見つかっていない", "fact"),
        ("雨の日も水があふれない", None),
        ("値上げはしない", "value"),
        ("The flood will not reach the school", "fact"),
        ("We will not only repair the bridge", "policy"),
        ("We will pay early so as not to lose the subsidy", "policy"),
        ("The town will repair the bridge and will not raise the fee", "policy"),
    ],
)
def test_a_duty_an_aim_or_a_state_of_things_is_no_refusal(text: str, kind: str | None) -> None:
    assert REFUSED not in unrebutted(text, kind)


def test_refusals_of_a_debate_are_asked_differently() -> None:
    given = debate(
        claims={f"c{n}": {"text": f"{n}号橋は直さない", "by": "town", "kind": "policy"} for n in range(3)}
    )
    assert [one.text.ja.partition("との方針ですが、")[2] for one in ask(given)] == [
        REFUSED,
        "何がどうなれば判断を改めるのか、その目安を伺います。",
        "行わない場合に見込む影響を、財政と暮らしの両面からお示しください。",
    ]


def test_a_refusal_with_evidence_is_asked_on_from_the_evidence_only() -> None:
    given = debate(
        claims={"x": {"text": "水道料金の値上げはしない", "by": "town", "kind": "policy"}},
        evidence={"e": {"text": "黒字である", "backs": ["x"], "accepted": True}},
    )
    assert the("unrebutted-claim", given).text.ja.endswith("その出どころをお示しください。")


@pytest.mark.parametrize(
    ("text", "asked_for"),
    [
        ("水道料金を値上げする", True),
        ("値上げはしないが、負担は残る", False),
        ("The fee: raise the fee", True),
    ],
)
def test_who_pays_more_is_asked_where_somebody_does(text: str, asked_for: bool) -> None:  # noqa: FBT001 - a row of a table
    assert ("負担がどれだけ増えるのか" in unrebutted(text, "policy")) == asked_for


# Claims


@pytest.mark.parametrize("kind", ["commitment", "policy"])
@pytest.mark.parametrize("text", ["導入は検討中である", "検討中としか言えない", "It is under consideration"])
def test_what_is_being_considered_is_asked_for_its_decision_once(text: str, kind: str) -> None:
    said = unrebutted(text, kind)
    assert "いつまでに、誰が結論を出すのか伺います。" in said
    assert "いつ、どの場で決めるのか" not in said
    assert DONE not in said


def test_several_things_considered_are_never_asked_whether_they_were_done() -> None:
    given = debate(
        claims={f"c{n}": {"text": f"{n}号橋は検討中", "by": "town", "kind": "commitment"} for n in range(5)}
    )
    assert not [one for one in ask(given) if DONE in one.text.ja or "最初に取りかかる" in one.text.ja]


def test_a_commitment_is_asked_what_would_fulfil_it() -> None:
    assert DONE in unrebutted("地下水の調査を行う", "commitment")


@pytest.mark.parametrize(
    ("text", "asked_for"),
    [
        ("敬老の祝い品を出す", True),
        ("対象の方に証明書を出す", True),
        ("祝い金を給付する", True),
        ("秋までに結論を出す", False),
        ("国に要望書を出す", False),
        ("報告を提出する", False),
        ("町債を発行する", False),
    ],
)
def test_an_application_is_asked_about_where_something_is_handed_out(text: str, asked_for: bool) -> None:  # noqa: FBT001 - a row
    assert ("手続きは要るのか" in unrebutted(text, "policy")) == asked_for


@pytest.mark.parametrize(
    ("text", "asked_for"),
    [
        ("見守りの事業を続ける", True),
        ("巡回を続けて行う", True),
        ("今後も巡回する", True),
        ("The patrols continue", True),
        ("町の診療所で治療を受け続けることができる", False),
        ("今後も安心して暮らし続けられる", False),
        ("Patients can continue to come", False),
    ],
)
def test_what_is_changed_is_asked_where_work_goes_on(text: str, asked_for: bool) -> None:  # noqa: FBT001 - a row
    assert ("これまでの取り組みのどこを改め" in unrebutted(text, "policy")) == asked_for


@pytest.mark.parametrize(
    ("text", "asked_for"),
    [
        ("国の補助金がある", True),
        ("県は補助を検討している", True),
        ("国の補助金を活用し、市が整備する", False),
        ("国の手引きに沿って、町が点検する", False),
        ("With help from the state, the town repairs it", False),
        ("全国の例を集めた", False),
    ],
)
def test_what_is_done_here_too_is_not_asked_for(text: str, asked_for: bool) -> None:  # noqa: FBT001 - a row of a table
    ways = [way for way in fitting(template("grounds")["subject"], text) if way.asks == "own measures"]
    assert bool(ways) == asked_for
    one = of("evasive-answer", answered("橋の件", text, "evasive", kind="value"))["q"]
    assert not ("国や県の取り組みとは別に" in one.text.ja and not asked_for)


@pytest.mark.parametrize(
    ("text", "fits"),
    [
        ("橋は新しい", True),
        ("国に強く要望している", False),
        ("専門家は問題ないとしている", False),
        ("The doctors say that it is safe", False),
    ],
)
def test_figures_and_aims_are_asked_of_facts_and_not_of_what_somebody_said(text: str, fits: bool) -> None:  # noqa: FBT001 - a row
    sentences = {way.words.ja for way in fitting(template("grounds")["fact"], text)}
    assert ("現状を示す数値を、前の年と比べてお示しください。" in sentences) == fits
    assert ("当初の目標と、これまでの達成の度合いを伺います。" in sentences) == fits


@pytest.mark.parametrize(
    ("text", "asked_for"),
    [
        ("国に強く要望している", True),
        ("We asked the state for help", True),
        ("住民に協力を求めている", False),
    ],
)
def test_a_request_is_asked_for_its_reply(text: str, asked_for: bool) -> None:  # noqa: FBT001 - a row of a table
    assert ("どのような返答を得たのか" in unrebutted(text, "fact")) == asked_for


def test_what_follows_a_reply_from_above_is_what_was_changed() -> None:
    one = the("unrebutted-claim", claim("国に強く要望している", kind="fact"))
    assert one.then is not None
    assert one.then.yes.ja == "その返答を受けて、こちらで何を改めたのか伺います。"


@pytest.mark.parametrize("text", ["費用は5億円である", "It costs 2,000 yen a day", "It costs €300"])
def test_a_sum_is_worked_out_and_not_counted(text: str) -> None:
    one = the("unsourced-figure", claim(text, kind="fact"))
    assert one.then is not None
    assert one.then.yes.ja == "その算出の方法で、見落とされているものはないのか伺います。"


def test_a_count_is_counted() -> None:
    one = the("unsourced-figure", claim("講座には120人が参加した", kind="fact"))
    assert one.then is not None
    assert one.then.yes.ja == "その数え方で、見落とされているものはないのか伺います。"


@pytest.mark.parametrize(
    ("text", "worked_out"),
    [("橋の費用は3億円", True), ("参加は40人", False), ("協議は円滑で3回で終えた", False)],
)
def test_a_statistic_of_money_is_asked_how_it_was_worked_out(text: str, worked_out: bool) -> None:  # noqa: FBT001 - a row
    given = debate(
        claims={"x": {"text": "橋は安い", "by": "town"}},
        evidence={"e": {"text": text, "type": "statistic", "backs": ["x"], "accepted": True}},
    )
    said = the("unrebutted-claim", given).text.ja
    assert ("この金額は、いつの時点のもので" in said) == worked_out
    assert ("この数は、いつ、どのように数えたものか" in said) != worked_out


@pytest.mark.parametrize(
    ("text", "asked_for"),
    [
        ("予防接種の費用を補助する", True),
        ("国の補助金を活用し、市が整備する", False),
        ("補助金を受けて直す", False),
    ],
)
def test_who_gets_a_subsidy_is_asked_where_one_is_given(text: str, asked_for: bool) -> None:  # noqa: FBT001 - a row
    assert ("対象となる方の数と、財源" in unrebutted(text, "policy")) == asked_for


# Questions


@pytest.mark.parametrize(
    ("question", "asks"),
    [
        ("保護者への説明会はいつ開きますか", "日付を、決まっていなければ"),
        ("説明会を開く日はいつか", "日付を、決まっていなければ"),
        ("いつ条例案を示すのか", "日付を、決まっていなければ"),
        ("いつから無償にするのか", "日付を、決まっていなければ"),
        ("When will the hearing be held?", "日付を、決まっていなければ"),
        ("橋の工事はいつ終わるのか", "いつまでに終えるのか"),
        ("When will the bridge be repaired?", "いつまでに終えるのか"),
        ("説明会はいつ開きましたか", "その日付を"),
        ("方針が決まったのはいつか", "その日付を"),
        ("When was the plan settled?", "その日付を"),
        ("いつも混んでいるのか", "どう考えるのか"),
        ("What was the translated plate?", "どう考えるのか"),
        ("保護者に説明したのか", "いつ、どの方法で、何人に知らせたのかをお示しください。"),
        ("利用者数と費用の推移はどうか", "年ごとの値をお示しください。"),
        ("費用はいくらか", "金額とその内訳"),
        ("安全管理の体制は十分か", "担当する部署と人数、点検の頻度をお示しください。"),
        ("人数は十分か", "必要な数と実際の数"),
    ],
)
def test_a_question_is_asked_again_for_what_it_asks(question: str, asks: str) -> None:
    assert again(question).startswith(asks)


def test_a_second_date_of_a_debate_is_not_asked_for_as_if_it_had_passed() -> None:
    asked_for = {"q1": "説明会はいつ開くのか", "q2": "住民への説明会はいつ開くのか"}
    given = debate(questions={one: {"text": text, "by": "member"} for one, text in asked_for.items()})
    assert not [one for one in ask(given) if "何人に知らせたのか" in one.text.ja]


@pytest.mark.parametrize(
    "question", ["町の見解はどうか", "仕入れをどう考えるのか", "少食の子への配慮をどう考えるか"]
)
def test_a_view_is_followed_up_by_what_becomes_of_it(question: str) -> None:
    one = the("unanswered-question", debate(questions={"q": {"text": question, "by": "member"}}))
    assert one.then is not None
    assert one.then.yes.ja == "その考えを、これからの進め方にどう生かすのか伺います。"


# Material


@pytest.mark.parametrize(
    ("rebuttal", "kitchen"),
    [
        ("給食のアレルギーの対応が足りない", True),
        ("調理場の図面では部屋が分かれていない", True),
        ("Allergies are not looked after", True),
        ("給食の献立が偏っている", False),
        ("橋の図面が見つからない", False),
    ],
)
def test_the_plan_of_the_kitchen_is_asked_for_where_it_matters(rebuttal: str, kitchen: bool) -> None:  # noqa: FBT001 - a row
    assert material(rebuttal).startswith("調理室の図面と、対応の手引き") == kitchen


def test_no_template_takes_it_for_a_city() -> None:
    looks = [way.more["look"].ja for ways in template("materials").values() for way in ways]
    assert "自治体の統計書" in "".join(looks)
    assert not [look for look in looks if look.startswith("市の")]


# Schemes


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("専門家は問題ないとしている", "expert-opinion"),
        ("有識者も妥当だとし、反対はなかった", "expert-opinion"),
        ("教授によれば、橋は安全だということだ", "expert-opinion"),
        ("教授が安全だと述べている", "expert-opinion"),
        ("医師が常駐することとしている", None),
        ("教授を講師とし、講座を開いた", None),
        ("専門家が足りないという声がある", None),
        ("近隣の町はどこも同じ料金にしている", "popular-practice"),
        ("近隣市では、いずれも窓口が一つだ", "popular-practice"),
        ("近隣の道はいずれも狭い", None),
        ("近隣の市からいずれも人が来る", None),
    ],
)
def test_words_suggest_a_scheme_and_like_words_none(text: str, slug: str | None) -> None:
    found = scheme_of(Claim(text=text, by="town"))
    assert (found[0].slug if found else None) == slug


@pytest.mark.parametrize(
    ("text", "fits"),
    [
        ("The county will pay", True),
        ("The county road is narrow", False),
        ("We and the county will pay", False),
    ],
)
def test_what_a_county_does_is_asked_as_what_somebody_above_does(text: str, fits: bool) -> None:  # noqa: FBT001
    found = {one.kind: one for one in ask(claim(text))}
    assert ("state-does-it" in found) is fits
    assert not fits or "the county" in found["state-does-it"].text.en
