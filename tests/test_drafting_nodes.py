from __future__ import annotations

import json
from pathlib import Path

import pytest

from argmap.drafting import tokens
from argmap.drafting.build import draft
from argmap.drafting.claims import claims, kind_of
from argmap.drafting.dates import dates, due, figures
from argmap.drafting.enumerations import listed, means
from argmap.drafting.incidents import place
from argmap.drafting.names import Names
from argmap.drafting.pieces import all_sentences, depths, excerpt, part, prose, shorten
from argmap.drafting.points import is_formula, points, stated
from argmap.drafting.quoted import check
from argmap.drafting.turns import outline as find_turns
from argmap.drafting.values import Draft, Sentence
from argmap.ingest import READERS
from argmap.model.debate import is_id
from argmap.quotes import match, same_words
from tests.drafting import outline, sentence, turn

SOURCES = Path(__file__).parents[2] / "shared" / "sources"


@pytest.fixture(params=["sudachi", "bigrams"])
def _way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param == "bigrams":
        monkeypatch.setattr(tokens, "_sudachi", lambda: None)
    else:
        pytest.importorskip("sudachipy")


either_way = pytest.mark.usefixtures("_way")


# Parts of a sentence


def test_a_sentence_is_shortened_by_what_says_nothing() -> None:
    assert shorten("（２）また、橋の補修はどうか。") == "橋の補修はどうか"
    assert shorten("また、") == "また"


def test_a_bracket_that_nobody_closes_counts_for_nothing() -> None:
    assert depths("ア「イ(ウ)」エ") == [0, 1, 1, 2, 2, 2, 1, 0]
    assert depths("」ア「イ") == [0, 0, 0, 0]


def test_a_part_of_a_broken_sentence_has_its_own_places() -> None:
    raw = "橋の\n\n補修と道の\n\n舗装。"
    whole = Sentence(spans=((0, 2), (4, 9), (11, 14)), text="橋の補修と道の舗装。")
    assert part(whole, raw, 2, 4) == Sentence(spans=((4, 6),), text="補修")
    assert part(whole, raw, 5, 9) == Sentence(spans=((7, 9), (11, 13)), text="道の舗装")
    assert part(whole, raw, 0, 10) is whole


def test_a_part_that_cannot_be_placed_has_the_place_of_the_whole() -> None:
    assert part(sentence("橋の補修"), "道の舗装", 0, 1).spans == ((0, 4),)


def test_an_excerpt_is_verbatim_and_ends_at_a_pause() -> None:
    long = "橋の補修は来年度から三年をかけて行い、費用の半分は県の補助金による計画である。"
    assert excerpt(sentence(long), long) == "橋の補修は来年度から三年をかけて行い"
    assert excerpt(sentence("橋の補修。"), "橋の補修。") == "橋の補修"
    twice = long + long
    assert excerpt(sentence(long), twice).startswith("橋の補修は来年度から三年をかけて行い、費用")


def test_an_excerpt_without_a_pause_is_cut_and_one_of_two_lines_is_one_line() -> None:
    long = "橋" * 40
    assert excerpt(sentence(long), long) == "橋" * 30
    once = "道路や橋や公園や学校や病院や駅や川や図書館や水道の防災計画の全体"
    assert excerpt(sentence(once), once) == once[:30]
    assert excerpt(sentence("橋の\n補修と道"), "橋の\n補修と道") == "補修と道"


def test_the_lines_of_a_list_are_no_prose_and_stand_once_among_all() -> None:
    one = turn("criticism", "道が暗い。", incidents="主な事故\n歩道で転倒")
    assert [s.text for s in prose(one)] == ["道が暗い。"]
    assert [s.text for s in all_sentences(one)] == ["道が暗い。", "主な事故", "歩道で転倒"]


# Enumerations


def members(text: str) -> list[str]:
    return [text[start:end] for start, end in listed(text)]


def test_nouns_of_an_enumeration_are_parted_at_every_comma() -> None:
    assert members("街灯の不足、歩道の段差、「右折、左折」の混乱等々。") == [
        "街灯の不足",
        "歩道の段差",
        "「右折、左折」の混乱",
    ]
    assert members("主な原因は、経年劣化、点検の漏れなどだった。") == ["経年劣化", "点検の漏れ"]


def test_clauses_of_an_enumeration_are_parted_where_one_ends() -> None:
    text = "橋は県と町、村の補助で直し、その費用には県や国、町の基金などが充てられている等々。"
    assert members(text) == ["橋は県と町、村の補助で直し", "その費用には県や国、町の基金などが充てられている"]


def test_what_is_no_enumeration_has_no_members() -> None:
    assert members("橋を直した。") == []
    assert members("苦情が増えている等々。") == ["苦情が増えている"]
    assert members("あ" * 3000 + "等々。") == []
    assert members("、等々。") == []


@pytest.mark.parametrize(
    ("text", "found", "end"),
    [
        (
            "町は排水路の拡幅や雨水の貯留、ポンプの増設により浸水を防いでいる。",
            ["排水路の拡幅", "雨水の貯留", "ポンプの増設"],
            "浸水を防いでいる。",
        ),
        ("見守りと声かけ隊によって事故が減った。", ["見守り", "声かけ隊"], "事故が減った。"),
        (
            "除雪の委託、融雪剤の散布など、様々な工夫により道を確保した。",
            ["除雪の委託", "融雪剤の散布"],
            "道を確保した。",
        ),
        ("柵の設置や注意喚起などにより、転落はなくなった。", ["柵の設置", "注意喚起"], "転落はなくなった。"),
        ("巡回と清掃の二つにより町を守る。", ["巡回", "清掃"], "町を守る。"),
    ],
)
def test_means_and_their_end_are_found(text: str, found: list[str], end: str) -> None:
    means_ = means(text)
    assert means_ is not None
    assert [text[start:stop] for start, stop in means_.members] == found
    assert text[slice(*means_.conclusion)] == end


@pytest.mark.parametrize(
    "text",
    [
        "地震により橋が落ちた。",
        "町と住民の協働により花壇をつくる。",
        "これまでの取組に加え、補助により整備する。",
        "「柵や網により」守る。",
        "柵や網により。",
        "河川改修を進め、今後、基金により賄う。",
        "柵や網により守る。" + "あ" * 3000,
    ],
)
def test_one_means_or_none_is_no_enumeration(text: str) -> None:
    assert means(text) is None


# Dates and figures


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("令和７年３月８日に開く", ("2025-03-08",)),
        ("2025年12月", ("2025-12",)),
        ("令和元年", ("2019",)),
        ("令和六年十一月二十日", ("2024-11-20",)),
        ("二〇二五年", ("2025",)),
        ("令和７年度末まで", ("2026-03",)),
        ("令和７年末まで", ("2025-12",)),
        ("2024年度においても、12月7日に開く", ("2024-12-07",)),
        ("2024年度2月", ("2025-02",)),
        ("令和６年度に定め、７年４月から始める", ("2025-03", "2025-04")),
        ("R7年4月", ("2025-04",)),
        ("2025年2月30日", ("2025-02",)),
        ("2025年13月、3年4月、0月", ()),
        ("令和9999年", ()),
        ("10月に開く", ()),
        ("来年度に開く", ()),
    ],
)
def test_dates_are_read_in_both_calendars(text: str, found: tuple[str, ...]) -> None:
    assert dates(text) == found


def test_dates_are_counted_from_when_it_was_said() -> None:
    assert dates("来年度、今年、来年4月", "2024-02-20") == ("2025-03", "2024", "2025-04")
    assert dates("10月に開いた", "2024-02-20") == ("2023-10",)
    assert dates("10月に開いた", "2024") == ()
    assert due("10月に開く予定である", "2024-02-20") == "2024-10"
    assert due("1月に開く予定である", "2024-02-20") == "2025-01"


def test_a_commitment_is_due_at_its_latest_date_unless_that_is_over() -> None:
    assert due("令和６年度に調べ、令和８年度に造る") == "2027-03"
    assert due("令和５年度に造る", "2024-05-01") is None
    assert due("早急に造る") is None


def test_figures_keep_their_units() -> None:
    assert figures("約１万2,000人のうち15.5％、3億5000万円、2024年、12月") == (
        "約1万2,000人",
        "15.5%",
        "3億5000万円",
    )


# Points


def asked(text: str) -> list[str]:
    return [shorten(point.piece.text) for point in points(turn("question", text), text)]


@pytest.mark.parametrize(
    "text",
    [
        "橋の補修をどう進めるか。",
        "橋の補修の予定は。",
        "町の見解を伺います。",
        "工期をお示しください。",
        "現状をどのように捉えているのでしょうか？",
        "補修の計画についてお聞かせいただきたいと思います。",
        "橋の安全について問う。",
        "橋の安全について町長の所見を求めます。",
        "補修しては。",
        "費用はいかがでしょうか。",
    ],
)
def test_questions_are_known_by_how_they_end(text: str) -> None:
    assert asked(text) == [shorten(text)]


@pytest.mark.parametrize(
    "text",
    [
        "橋の老朽化は明らか。",
        "残る橋はわずか。",
        "住民から不安の声を伺いました。",
        "対策を求めてきました。",
        "以上で質問を終わります。",
        "御答弁をよろしくお願いいたします。",
        "議長のお許しを得ましたので、質問いたします。",
        "（拍手）",
        "――。",
    ],
)
def test_what_asks_nothing_is_no_point(text: str) -> None:
    assert asked(text) == []


def test_formulas_only_open_or_close_a_speech() -> None:
    assert is_formula("以上で質問を終わります。")
    assert not is_formula("橋を直した。")


def test_a_heading_of_the_speech_asks_only_where_nothing_is_asked_on_it() -> None:
    assert asked("次に、橋について伺います。橋は古い。補修の予定はあるか。") == ["補修の予定はあるか"]
    assert asked("次に、橋について伺います。橋は古い。") == ["橋について伺います"]
    assert asked("次に、防災について伺います。避難所について伺います。備蓄について伺います。") == [
        "避難所について伺います",
        "備蓄について伺います",
    ]
    assert asked("橋について伺います。次に、道について伺います。") == [
        "橋について伺います",
        "道について伺います",
    ]
    assert asked("次に、橋について、３点伺います。工期は。費用は。また、通行止めについて伺う。") == [
        "工期は",
        "費用は",
        "通行止めについて伺う",
    ]


def test_a_point_carries_what_was_said_before_it_for_comparison() -> None:
    text = "次に、橋について伺います。橋は築五十年である。補修の予定は。その理由は。"
    first, second = points(turn("question", text), text)
    assert first.context == ("次に、橋について伺います。", "橋は築五十年である。")
    assert (first.follows, second.follows) == (False, True)
    assert "補修の予定は。" in second.context


@pytest.mark.parametrize(
    "text",
    [
        "橋の早期補修を要望する。",
        "橋を直していただきたい。",
        "早期の着工をお願いします。",
        "補修を求めておきます。",
    ],
)
def test_requests_expect_no_answer(text: str) -> None:
    assert [point.kind for point in points(turn("question", text), text)] == ["request"]


def test_a_bare_question_after_an_enumeration_asks_each_member() -> None:
    text = "バスの減便、運賃の値上げ、乗り継ぎの悪さなどの声が寄せられている。町の考えは。"
    assert asked(text) == ["バスの減便", "運賃の値上げ", "乗り継ぎの悪さ"]
    assert [point.stated for point in points(turn("question", text), text)] == [True, True, True]


def criticised(text: str) -> list[str]:
    return [shorten(point.piece.text) for point in stated(turn("question", text), text)]


def test_criticisms_without_a_question_are_points() -> None:
    text = "統合が決まった。次のような批判がある。保護者からの声。通学が遠い。跡地の不明、説明の不足等々。"
    assert criticised(text) == ["通学が遠い", "跡地の不明", "説明の不足"]
    assert [p.context for p in stated(turn("question", text), text)] == [("保護者からの声。",)] * 3


def test_without_a_frame_what_names_a_trouble_is_put_else_the_last_sentence() -> None:
    assert criticised("学校は丘にある。バスが不足している。") == ["バスが不足している"]
    assert criticised("学校は丘にある。バスは一日二本である。") == ["バスは一日二本である"]
    assert criticised("") == []


# Claims


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("来年度に実施する予定である。", "commitment"),
        ("周知に努めてまいります。", "commitment"),
        ("補助を検討する。", "commitment"),
        ("参考にさせていただきます。", "commitment"),
        ("補助は行わない。", None),
        ("利用者は増えると見込んでいる。", "prediction"),
        ("費用は利用者が負うべきである。", "policy"),
        ("地域の足として重要である。", "value"),
        ("昨年度の利用者は1,200人であった。", "fact"),
        ("2023年に開館した。", "fact"),
        ("道は町が管理している。", None),
    ],
)
def test_the_wording_says_the_kind_of_a_claim_or_nothing_does(text: str, kind: str | None) -> None:
    assert kind_of(text) == kind


def test_means_and_conclusion_are_claims_and_the_means_support_it() -> None:
    text = "町は柵の設置や巡回により転落を防いでいる。橋は安全である。"
    fence, patrol, conclusion, bridge = claims(turn("answer", text), text)
    assert fence.text == "柵の設置により転落を防いでいる"
    assert text[slice(*fence.piece.spans[0])] == "柵の設置"
    assert fence.supports == patrol.supports == conclusion.piece
    assert conclusion.text == "町は転落を防いでいる"
    assert bridge.supports is None


def test_what_only_announces_is_no_claim_but_begins_a_part() -> None:
    text = "佐原議員の御質問にお答えいたします。初めに、橋についてです。橋は直す。次に、道でございます。道は広げる予定です。以上で終わります。（拍手）"
    found = claims(turn("answer", text), text, "2024-05-01")
    assert [claim.text for claim in found[:2]] == ["橋は直す", "道は広げる予定です"]
    assert [claim.heading for claim in found[:2]] == ["初めに、橋についてです。", "次に、道でございます。"]
    assert found[0].passage != found[1].passage


def test_the_lines_of_a_list_in_an_answer_are_claims() -> None:
    one = turn("answer", "内訳は次のとおり。", incidents="内訳\n工事費5億円")
    assert "工事費5億円" in [claim.text for claim in claims(one, "")]


# Ids


def test_ids_are_the_telling_words_and_no_two_are_the_same() -> None:
    names = Names()
    assert names.name("令和６年度に除雪車の出動基準を改めた。") == "除雪車-出動基準"
    assert names.name("除雪車の出動基準を守る。", "q-") == "q-除雪車-出動基準"
    assert names.name("除雪車の出動基準と積雪量。") == "除雪車-出動基準-積雪量"
    assert [names.name("除雪車の出動基準") for _ in range(3)] == [f"除雪車-出動基準-{n}" for n in (2, 3, 4)]
    assert names.name("除雪車2の出動基準2") not in ("除雪車-出動基準", "除雪車-出動基準-2")


def test_an_id_is_never_empty_and_a_number_never_collides() -> None:
    names = Names()
    assert names.name("町の考えは。", "q-") == "q-町の考えは"
    assert names.name("！？") == "x"
    assert names.name("堤防-2") == "堤防"
    assert names.name("x-2") == "x-2"
    assert names.name("。") == "x-3"


# Places and quotes


def test_the_first_place_of_a_line_is_its_place() -> None:
    assert place("北野市の公園で転倒") == "北野市"
    assert place("市役所で停電") is None
    assert place("都道府県の調査") is None


def test_a_quote_is_exact_near_or_absent_and_a_question_answers_only_for_what_it_ascribes() -> None:
    answer = turn("answer", "町は夜間の巡回体制を強化している。", 0)
    criticism = turn(
        "criticism",
        "「夜間の巡回体制」は足りない。「夜間の巡回体勢」とは何か。「昼の灯り」もない。『夜間』だけだ。",
        100,
    )
    assert [(q.text, q.match, q.found) for q in check(criticism, [answer])] == [
        ("夜間の巡回体制", "exact", "夜間の巡回体制"),
        ("夜間の巡回体勢", "near", "夜間の巡回体制"),
        ("昼の灯り", "absent", ""),
        ("夜間", "exact", "夜間"),
    ]
    question = turn("question", "「昼の灯り」が欲しい。「朝の点検」との答弁だった。「夜間」は。", 200)
    assert [(q.text, q.match) for q in check(question, [answer])] == [
        ("朝の点検", "absent"),
        ("夜間", "exact"),
    ]
    assert list(check(criticism, [])) == []


# The whole draft

ANSWER = "町は防犯カメラの増設や夜間の巡回体制により犯罪を防いでいる。費用は年間300万円である。令和８年度に街灯を設置する予定である。"
CRITICISM = (
    "「防犯カメラの増設」は駅前だけに過ぎない。「夜間の巡回体勢」も週に一度しかない。まず、巡回する人が足りないからだ。"
    "過去の被害の例は、自転車の盗難、空き巣などだった。犯罪を根から断つには不十分だ。町の努力は評価する。"
    "それだけではない。街灯の設置を急ぐよう要望する。"
)
INCIDENTS = "主な被害\n令和６年５月 北野市の駐輪場で盗難\n公園で器物の破損\n倉庫で放火\n駅で置き引き"


def town(date: str | None = "2025-01-15") -> Draft:
    return draft(
        outline(
            ("chair", "ただいまから開会します。"),
            ("question", "犯罪への備えをどう進めるか。"),
            ("answer", ANSWER),
            ("criticism", CRITICISM, INCIDENTS),
            date=date,
        )
    )


def named(found: Draft) -> dict[str, str]:
    return {statement.id: statement.text for statement in found.statements}


def cited(found: Draft) -> list[str]:
    statements = [statement.quote for statement in found.statements]
    return statements + [question.quote for question in found.questions]


def links(found: Draft, kind: str) -> list[tuple[str, str]]:
    texts = named(found) | {question.id: question.text for question in found.questions}
    return [(texts[link.from_], texts[link.to]) for link in found.links if link.kind == kind]


@either_way
def test_rebuttals_go_to_the_claim_they_quote_also_with_a_slip_and_then_to_its_conclusion() -> None:
    found = town()
    camera, patrol = "防犯カメラの増設により犯罪を防いでいる", "夜間の巡回体制により犯罪を防いでいる"
    assert links(found, "rebuts") == [
        ("「防犯カメラの増設」は駅前だけに過ぎない", camera),
        ("「夜間の巡回体勢」も週に一度しかない", patrol),
        ("犯罪を根から断つには不十分だ", "町は犯罪を防いでいる"),
    ]
    assert [(quote.text, quote.match, quote.found) for quote in found.quotes] == [
        ("防犯カメラの増設", "exact", "防犯カメラの増設"),
        ("夜間の巡回体勢", "near", "夜間の巡回体制"),
    ]


@either_way
def test_reasons_support_and_cases_and_incidents_back_a_rebuttal() -> None:
    found = town()
    assert ("巡回する人が足りないからだ", "「夜間の巡回体勢」も週に一度しかない") in links(found, "supports")
    backs = links(found, "backs")
    assert backs[0] == (
        "過去の被害の例は、自転車の盗難、空き巣などだった",
        "「夜間の巡回体勢」も週に一度しかない",
    )
    assert len(backs) == 5
    told = {s.text: (s.date, s.place) for s in found.statements if s.role == "evidence"}
    assert told["令和６年５月 北野市の駐輪場で盗難"] == ("2024-05", "北野市")
    assert told["公園で器物の破損"] == (None, None)


@either_way
def test_what_neither_objects_nor_quotes_is_a_claim_and_a_request_is_a_question() -> None:
    found = town()
    roles = {statement.text: statement.role for statement in found.statements}
    assert roles["町の努力は評価する"] == "claim"
    assert "それだけではない" not in roles
    assert [(q.text, q.kind) for q in found.questions][1:] == [("街灯の設置を急ぐよう要望する", "request")]


@either_way
def test_the_single_question_is_answered_by_the_conclusions_of_the_answer() -> None:
    question = town().questions[0]
    assert question.status == "answered"
    assert [named(town())[one] for one in question.answered_by] == [
        "町は犯罪を防いでいる",
        "費用は年間300万円である",
        "令和８年度に街灯を設置する予定である",
    ]


def test_commitments_have_their_date_and_figures_their_units() -> None:
    found = {statement.text: statement for statement in town().statements}
    assert found["令和８年度に街灯を設置する予定である"].due == "2027-03"
    assert found["費用は年間300万円である"].figures == ("300万円",)


@either_way
def test_every_quote_is_verbatim_every_id_is_one_and_a_second_run_is_the_same() -> None:
    found = town()
    raw = found.outline.document.text
    assert all(quote and quote in raw for quote in cited(found))
    ids = [statement.id for statement in found.statements] + [question.id for question in found.questions]
    assert len(ids) == len(set(ids))
    assert all(map(is_id, ids))
    assert town() == found
    assert found.notes


def test_ids_stay_when_another_sentence_is_corrected() -> None:
    before = {statement.text: statement.id for statement in town().statements}
    fixed = outline(
        ("question", "犯罪への備えをどう進めますか。"),
        ("answer", "町の方針は明確です。" + ANSWER),
        ("criticism", CRITICISM, INCIDENTS),
    )
    after = {statement.text: statement.id for statement in draft(fixed).statements}
    assert {text: after[text] for text in before} == before


def test_a_question_that_takes_up_the_answer_before_rebuts_it() -> None:
    found = draft(
        outline(
            ("question", "図書館の開館時間を延ばしてはどうか。"),
            ("answer", "図書館の開館時間の延長は職員の確保が難しい。"),
            (
                "question",
                "図書館の職員の確保が難しいとの答弁だが、開館時間の延長には足りないはずがない。公園は狭くて問題だ。\n水は出ないとの答弁には矛盾がある。再度伺う。町の考えはどうか。",
            ),
            ("answer", "考えていない。"),
        )
    )
    rebuts = links(found, "rebuts")
    assert [target for _, target in rebuts] == ["図書館の開館時間の延長は職員の確保が難しい"]
    assert [question.status for question in found.questions] == ["answered", "answered"]


def test_a_criticism_with_nothing_to_attack_is_a_claim() -> None:
    found = draft(outline(("criticism", "道が狭くて危険だ。「段差」も多い。", INCIDENTS)))
    assert [statement.role for statement in found.statements] == ["claim", "claim", *["evidence"] * 4]
    assert not found.links


@pytest.mark.parametrize(
    ("answer", "targets"),
    [("橋を直した。", ["橋を直した"]), ("橋を直した。道を広げた。", [])],
)
def test_a_criticism_that_shares_nothing_attacks_the_only_claim_there_is(
    answer: str, targets: list[str]
) -> None:
    found = draft(outline(("question", "整備は。"), ("answer", answer), ("criticism", "説明が不十分だ。")))
    assert [target for _, target in links(found, "rebuts")] == targets


def test_lists_are_evidence_in_a_criticism_only() -> None:
    found = draft(outline(("question", "道は。", INCIDENTS), ("answer", "直す。")))
    assert not [statement for statement in found.statements if statement.role == "evidence"]


def test_a_list_below_a_caption_that_asks_is_of_requests() -> None:
    found = draft(outline(("criticism", "道が狭くて危険だ。", "町への要望\n歩道の拡幅\n街灯の増設")))
    assert [(q.text, q.kind) for q in found.questions] == [
        ("歩道の拡幅", "request"),
        ("街灯の増設", "request"),
    ]
    assert not [statement for statement in found.statements if statement.role == "evidence"]


def test_a_criticism_may_ask_but_not_by_what_it_says_itself() -> None:
    found = draft(
        outline(
            ("question", "橋は。"),
            ("answer", "橋は安全である。"),
            ("criticism", "橋は安全ではないのではないか。点検の記録はどこにあるのでしょうか。"),
        )
    )
    assert [question.text for question in found.questions][1:] == ["点検の記録はどこにあるのでしょうか"]
    assert links(found, "rebuts") == [("橋は安全ではないのではないか", "橋は安全である")]


def test_a_criticism_stated_without_a_question_is_put_only_where_an_answer_follows() -> None:
    said = "バスが不足している。"
    put = draft(outline(("question", said), ("answer", "増やす。")))
    assert [question.text for question in put.questions] == ["バスが不足している"]
    assert not draft(outline(("question", said))).questions


def test_an_answer_of_another_article_answers_nothing_here() -> None:
    found = draft(outline(("question", "橋の補修は。"), ("answer", "道を直した。"), articles=("橋", "道")))
    assert found.questions[0].status == "none-found"


def test_nothing_to_read_is_an_empty_draft() -> None:
    found = draft(outline())
    assert (found.statements, found.questions, found.links, found.quotes) == ((), (), (), ())


# The newsletter that the project began with


@either_way
def test_the_newsletter_is_found_as_its_gold_says() -> None:
    path, gold_path = SOURCES / "newsletter-2024-12.txt", SOURCES / "newsletter-2024-12.gold.json"
    if not path.is_file():
        pytest.skip(f"not here: {path}")
    gold = json.loads(gold_path.read_text(encoding="utf-8"))
    document = READERS["text"].read(path.read_bytes(), path.name, None)
    found = draft(find_turns(document))
    raw = document.text

    def words(spans: tuple[tuple[int, int], ...]) -> str:
        return same_words("".join(raw[start:end] for start, end in spans))

    def holding(quote: str, kind: str) -> list[str]:
        some = [s for s in found.statements if s.role == kind and same_words(quote) in words(s.spans)]
        return [one.id for one in sorted(some, key=lambda one: len(words(one.spans)))]

    points_ = {
        p["id"]: [q for q in found.questions if same_words(p["quote"]) in words(q.spans)]
        for p in gold["question_points"]
    }
    assert sum(map(bool, points_.values())) >= 14
    open_ones = [q for q in found.questions if q.status == "none-found" and q.kind == "question"]
    assert len(open_ones) <= 10
    assert all(any(q in open_ones for q in points_[point]) for point in gold["unanswered"])

    named_ = {claim["id"]: holding(claim["quote"], "claim") for claim in gold["claims"]}
    assert all(named_.values())
    led = {(link.from_, link.to) for link in found.links if link.kind == "supports"}
    assert {(named_[claim][0], named_["C0"][0]) for claim in ("C1", "C2", "C3")} <= led

    at = {tuple((span["start"], span["end"]) for span in s["spans"]): s["id"] for s in gold["sentences"]}
    sentence_of = {s.id: at.get(s.spans, s.id) for s in found.statements}
    rebutting = {sentence_of[s.id] for s in found.statements if s.role == "rebuttal"}
    assert {s for rebuttal in gold["rebuttals"] for s in rebuttal["sentences"]} <= rebutting
    wanted = {(link["src"], named_[link["dst"]][0]) for link in gold["links"] if link["type"] == "attack"}
    drawn = {(sentence_of[link.from_], link.to) for link in found.links if link.kind == "rebuts"}
    assert 2 * len(wanted & drawn) / (len(wanted) + len(drawn)) >= 0.75

    incidents = {e["sentence"] for e in gold["evidence"] if e["kind"] == "incident"}
    assert incidents <= {sentence_of[s.id] for s in found.statements if s.role == "evidence"}
    assert [q.match for q in found.quotes if "アクセス制限" in q.text] == ["near"]
    assert all(match(quote, raw).kind == "exact" for quote in cited(found))
