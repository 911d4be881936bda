"""Claims of the side that is asked: unrebutted, with a date, with a figure, with somebody else who does it."""

from __future__ import annotations

import pytest

from argmap.questions import template
from tests.questions_asked import ask, claim, of, the, ways
from tests.report_debates import debate, midori


def test_only_unrebutted_claims_of_the_side_are_asked_about() -> None:
    assert set(of("unrebutted-claim", midori())) == {"good", "free", "study"}
    assert {one.about for one in ask(midori(), "councilor")} == {"q-back", "signed"}


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
    one = the("unrebutted-claim", claim("橋は新しい。", kind=kind))
    assert one.text.ja == says


def test_an_unrebutted_claim_in_both_forms_and_languages() -> None:
    one = the("unrebutted-claim", claim("The bridge is new.", kind="value"))
    assert one.text.en == "You say: The bridge is new. By what standard was that judged?"
    assert one.notice.en == "Claim: The bridge is new. By what standard was that judged?"
    one = the("unrebutted-claim", claim("橋は新しい。", kind="value"))
    assert one.notice.ja == "橋は新しいとの考えだが、どのような基準に照らしてそう判断したのか。"
    assert one.then is not None
    assert one.then.yes.ja == "その基準に照らして、足りない点はなかったのか伺います。"
    assert one.to.ja == "町長"


def test_what_is_only_to_be_considered_is_asked_for_its_state() -> None:
    one = the("unrebutted-claim", claim("夜間の便を研究している"))
    assert one.text.ja.startswith(
        "夜間の便を研究しているとのことですが、いつまでに、誰が結論を出すのか伺います。"
    )


def test_a_claim_by_kind_always_has_something_left_to_ask() -> None:
    pressed = {way.asks for way in ways("points")}
    for section, members in template("grounds").items():
        always = {way.asks for way in members if way.cue is None}
        assert section in {"subject", "due", "due-more"} or always - pressed


def test_a_commitment_with_a_date_is_held_to_it() -> None:
    one = the("commitment-due", claim("橋を直す", kind="commitment", due="2026-03-31"))
    assert "期限は2026年3月31日ですので" in one.text.ja
    assert "It is due by 31 March 2026:" in one.text.en
    assert one.why.ja == "期限は2026年3月31日とされている。果たされたという証拠は、まだ見当たらない。"
    assert one.why.en == "It is due by 31 March 2026; no evidence that it was kept was found."
    assert one.notice.ja == (
        "橋を直すとのことだが、期限は2026年3月31日であるので、どこまで進んだのか、終えていなければいつ終えるのか。"
    )
    assert one.then is not None
    assert one.then.no.ja == "遅れた理由と、新しい期限を伺います。"
    assert of("unrebutted-claim", claim("橋を直す", kind="commitment", due="2026-03-31")) == {}


@pytest.mark.parametrize(
    "more",
    [
        {"kind": "commitment"},
        {"kind": "policy", "due": "2026-03-31"},
        {"kind": "commitment", "due": "2026-03-31", "conceded": {}},
    ],
)
def test_what_names_no_date_or_was_withdrawn_is_not_due(more: dict[str, object]) -> None:
    assert of("commitment-due", claim("橋を直す", **more)) == {}


@pytest.mark.parametrize(
    ("held", "dated", "why"),
    [
        ("2025-06", {"date": "2025-09"}, "この主張への反論が見当たらない（証拠は示されている）。"),
        (None, {"date": "2025-01"}, "この主張への反論が見当たらない（証拠は示されている）。"),
        (
            "2025-06",
            {"date": "2025-01"},
            "期限は2026年6月とされている。果たされたと示す日付は、示された証拠に見当たらない。",
        ),
        (
            "2025-06",
            {},
            "期限は2026年6月とされている。果たされたと示す日付は、示された証拠に見当たらない。",
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
    (one,) = [one for one in ask(given) if one.kind != "critical-question"]
    assert one.kind == ("commitment-due" if "期限" in why else "unrebutted-claim")
    assert one.why.ja == why
    assert ("June 2026" in one.why.en) == ("2026年6月" in why)


def test_an_event_is_asked_about_in_words_that_hold_before_it_and_after() -> None:
    one = the("commitment-due", claim("2026年3月8日、講座を開く", kind="commitment", due="2026-03-08"))
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
    one = the("unrebutted-claim", claim(text, kind="fact"))
    assert ("防げなかった例" in one.text.ja) == asked_for
    assert ("in which it failed" in one.text.en) == asked_for


def test_a_text_that_looks_like_a_placeholder_is_left_alone() -> None:
    one = the("commitment-due", claim("{due} と {x}", kind="commitment", due="2026"))
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
    one = the("unrebutted-claim", given)
    assert says in one.text.ja
    assert one.why.ja == "この主張への反論が見当たらない（証拠は示されている）。"


def test_evidence_without_a_source_does_not_count_as_shown() -> None:
    given = debate(
        claims={"x": {"text": "橋は新しい", "by": "town"}}, evidence={"e": {"text": "記録", "backs": ["x"]}}
    )
    one = the("unrebutted-claim", given)
    assert "記録" not in one.text.ja
    assert one.why.ja == "この主張には反論が見当たらず、裏づける証拠も見当たらない。"


def test_a_claim_about_what_the_state_does_is_asked_for_what_is_done_here() -> None:
    one = the("state-does-it", claim("国が対策を示している", kind="fact"))
    assert "自治体として独自に決めたこと" in one.text.ja
    assert one.text.ja == (
        "国が対策を示しているとのことですが、国の取り組みとは別に、自治体として独自に決めたこと、行ったことをお示しください。"
        "また、国の取り組みが地域で実際に働いているかを、何によって確かめ、どのような結果だったのかをお示しください。"
    )
    assert one.notice.ja == (
        "国が対策を示しているとのことだが、国の取り組みとは別に、自治体として独自に決めたこと、行ったことを示されたい。"
        "また、国の取り組みが地域で実際に働いているかを、何によって確かめ、どのような結果だったのか。"
    )
    assert one.why.ja == "国が行うことは述べているが、自治体として何をするのかが見当たらない。"


def test_the_state_in_english() -> None:
    one = the("state-does-it", claim("The national government is preparing subsidies"))
    assert one.text.en == (
        "You say: The national government is preparing subsidies. "
        "Apart from what the state does, what has been decided and done here? "
        "How is it checked whether what the state does works here, and what was found?"
    )


def test_the_prefecture_is_called_so() -> None:
    assert "県の取り組みとは別に" in the("state-does-it", claim("県が橋を調べている")).text.ja


@pytest.mark.parametrize(
    "text",
    [
        "国の基準に沿って点検している",
        "国が示した手引きに基づき、窓口を設けた",
        "国が対策を示し、市も相談の窓口を設けた",
        "国の対策によらず、町が独自に補助している",
        "全国が注目している",
        "この国は高齢化が進んでいる",
        "道が狭い",
        "中国が輸出を止めた",
        "国民が望んでいる",
        "国が導入を求めている",
        "The state of the bridge is good",
        "We and the national government share the cost",
        "Following the national government, we inspect it",
    ],
)
def test_what_is_done_here_too_is_no_state_does_it(text: str) -> None:
    assert of("state-does-it", claim(text)) == {}


@pytest.mark.parametrize(
    ("party", "text", "asked_for"),
    [
        ("みどり県知事", "県が調べている", False),
        ("みどり県知事", "国が調べている", True),
        ("国土交通大臣", "国が調べている", False),
        ("国土交通大臣", "県が調べている", False),
        ("町長", "県が調べている", True),
    ],
)
def test_nobody_is_asked_what_is_done_besides_themselves(party: str, text: str, asked_for: bool) -> None:  # noqa: FBT001 - a row
    given = debate(
        parties={"town": {"name": party, "side": "government"}}, claims={"x": {"text": text, "by": "town"}}
    )
    assert bool(of("state-does-it", given)) == asked_for


def test_what_was_rebutted_is_still_asked_for_what_is_done_here() -> None:
    given = debate(
        claims={
            "x": {"text": "国が対策を示している", "by": "town"},
            "y": {"text": "国が直した", "by": "town", "conceded": {}},
        },
        rebuttals={"r": {"text": "対策は無い", "by": "member", "rebuts": ["x"]}},
        evidence={"e": {"text": "記録", "backs": ["r"], "accepted": True}},
    )
    assert set(of("state-does-it", given)) == {"x"}


def test_a_figure_without_a_source_is_asked_for_it() -> None:
    one = the("unsourced-figure", claim("講座には120人が参加した", kind="fact"))
    assert one.text.ja == (
        "講座には120人が参加したとのことですが、120人という数字の出どころが示されていません。"
        "いつ、誰が、どのように数えたものかをお示しください。"
    )
    assert one.notice.ja == (
        "講座には120人が参加したとのことだが、120人という数字の出どころが示されていない。"
        "いつ、誰が、どのように数えたものか。"
    )
    assert one.why.ja == "120人という数字を示す統計も資料も見当たらない。"
    one = the("unsourced-figure", claim("The line costs 2,000 yen a day", kind="fact"))
    assert one.text.en == (
        "You say: The line costs 2,000 yen a day. No source is given for the figure: 2,000 yen. "
        "As of when is it, and by whom and from which material was it worked out?"
    )


@pytest.mark.parametrize(
    ("text", "kind", "figure", "asks"),
    [
        ("費用は5億8000万円である", "fact", "5億8000万円", "いつの時点の金額で"),
        ("市民の８割が賛成している", "fact", "８割", "何を分母とし"),
        ("三割が反対した", "fact", "三割", "何を分母とし"),
        ("利用は12.5％減った", "fact", "12.5％", "いつといつを比べた"),
        ("利用が2倍になった", "fact", "2倍", "いつといつを比べた"),
        ("利用は年1万件になる", "prediction", "1万件", "どのような前提で見積もった"),
        ("169自治体が加わった", None, "169自治体", "どのように数えた"),
        ("約120人が集まった", "value", "約120人", "どのように数えた"),
    ],
)
def test_a_figure_is_asked_about_as_what_it_is(text: str, kind: str | None, figure: str, asks: str) -> None:
    one = the("unsourced-figure", claim(text, kind=kind))
    assert f"{figure}という数字の出どころ" in one.text.ja
    assert asks in one.text.ja


@pytest.mark.parametrize(
    "text",
    [
        "2025年7月末まで続けた",
        "第3回の会議で決めた",
        "3回目の会議で決めた",
        "条例第12条2項による",
        "一人ひとりに説明した",
        "十分に説明した",
        "35人学級を続けている",
        "300人以上の事業所を調べた",
        "1人1台の端末を配った",
        "It was settled in 2024",
        "Article 12 says so",
    ],
)
def test_dates_ordinals_and_articles_are_no_figures(text: str) -> None:
    assert of("unsourced-figure", claim(text)) == {}


@pytest.mark.parametrize("kind", ["policy", "commitment"])
def test_what_is_planned_was_not_counted(kind: str) -> None:
    assert of("unsourced-figure", claim("10校を建て替える", kind=kind)) == {}


@pytest.mark.parametrize(
    ("backing", "asked_for"),
    [
        ({"type": "statistic", "accepted": True}, False),
        ({"type": "document", "source": "s"}, False),
        ({"type": "statistic"}, True),
        ({"type": "testimony", "accepted": True}, True),
    ],
)
def test_a_statistic_or_document_shows_a_figure(backing: dict[str, object], asked_for: bool) -> None:  # noqa: FBT001 - a row
    claims = {
        "x": {"text": "120人が来た", "by": "town", "supports": ["y"]},
        "y": {"text": "1割が来た", "by": "town"},
    }
    given = debate(claims=claims, evidence={"e": {"text": "名簿", "backs": ["x"], **backing}})
    assert bool(of("unsourced-figure", given)) == asked_for


@pytest.mark.parametrize(
    ("title", "asked_for"), [("みどり町統計書", False), ("みどり町議会会議録", True), (None, True)]
)
def test_a_figure_from_a_document_has_its_source(title: str | None, asked_for: bool) -> None:  # noqa: FBT001 - a row
    given = debate(
        sources={"s": {"title": title} if title else {}},
        claims={"x": {"text": "120人が来た", "by": "town", "source": "s"}},
    )
    assert bool(of("unsourced-figure", given)) == asked_for


def test_a_figure_that_fell_is_not_asked_for_its_source() -> None:
    given = debate(claims={"x": {"text": "120人が来た", "by": "town", "conceded": {}}})
    assert ask(given) == ()


def test_subjects_are_for_administrations_only() -> None:
    given = debate(claims={"x": {"text": "国が対策を示している", "by": "member", "kind": "fact"}})
    one = the("unrebutted-claim", given, "councilor")
    assert "自治体として" not in one.text.ja


def test_a_sentence_comes_again_only_when_no_other_fits() -> None:
    given = debate(
        claims={f"c{n}": {"text": f"橋{n}は新しい", "by": "town", "kind": "fact"} for n in range(6)}
    )
    asked_for = [one.text.ja.partition("とのことですが、")[2] for one in ask(given)]
    assert len(set(asked_for[:5])) == 5
    assert asked_for[5] == asked_for[0]
