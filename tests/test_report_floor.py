"""The re-question sheet: what was answered word for word, what is left, what to ask, and how far the time goes."""

from __future__ import annotations

from dataclasses import replace

import pytest
from docx.oxml.ns import qn

from argmap.config import Assembly
from argmap.diagnostics import Lang
from argmap.report import THEN, Manner, TemplateError, notice
from argmap.report.floor import questions, template
from tests.report_debates import analysed, asked, hostile, midori, shipped
from tests.word_files import edited, follow_up, many, opened, texts, words, written

JA = Manner(lang="ja")


def cells(data: bytes, table: int = 0, row: int = 1) -> list[str]:
    return [cell.text for cell in opened(data).tables[table].rows[row].cells]


def test_a_row_has_the_answer_what_is_left_and_what_to_ask() -> None:
    data = questions([midori()], [follow_up("local")], JA)
    assert cells(data, row=0) == [
        "質問項目",
        "答弁（引用・発言者）",
        "残った点",
        "再質問案",
        "根拠（出典）",
        "メモ",
    ]
    assert cells(data) == [
        "1\n主張：地元の野菜を3割使っている。",
        "町長「地元の野菜を３割」\n（要旨：地元の野菜を3割使っている。）",
        "反論が見当たらない。",
        "\n".join(
            (
                "根拠を伺います。",
                f"{THEN['yes'].ja}：いつからか伺います。",
                f"{THEN['no'].ja}：理由を伺います。",
                f"{THEN['later'].ja}：期限を伺います。",
                "約2秒（ここまで 約2秒）",
            )
        ),
        "会議録、2025年6月10日、12頁「地元の野菜を３割」",
        "",
    ]


def test_a_question_without_an_answer_says_so_and_needs_no_replies() -> None:
    data = questions([midori()], [follow_up("q-staff", then=None, passage=None, rests_on=())], JA)
    item, answer, _, ask, grounds, _ = cells(data)
    assert item == "1\n質問：調理員は足りているか"
    assert answer == "答弁が見当たらない。"
    assert ask == "根拠を伺います。\n約2秒（ここまで 約2秒）"
    assert grounds == "（この発言の）出典の記載なし"


def test_every_subject_begins_a_page_and_the_total_runs_on() -> None:
    long = replace(follow_up().text, ja="あ" * 300)
    found = [follow_up("local", text=long), follow_up("good"), follow_up("free", group_title="費用")]
    data = questions([midori()], found, JA)
    assert texts(data, "Sheet Title") == ["給食の質", "費用"]
    assert opened(data).styles["Sheet Title"].paragraph_format.page_break_before
    assert texts(data, "Sheet Times") == [
        "みどり町の学校給食（2025年6月）　　読み上げ 約1分2秒、全体 約1分4秒",
        "みどり町の学校給食（2025年6月）　　読み上げ 約2秒、全体 約1分4秒",
    ]
    assert texts(data, "Time") == [
        "約1分（ここまで 約1分）",
        "約2秒（ここまで 約1分2秒）",
        "約2秒（ここまで 約1分4秒）",
    ]
    assert texts(data, "Number") == ["1", "2", "3"]


def test_the_time_allowed_stands_beside_the_total() -> None:
    data = questions([midori()], [follow_up("local")], replace(JA, assembly=Assembly(limit=1200)))
    assert texts(data, "Sheet Times")[0].endswith("全体 約2秒（質問時間 20分）")


@pytest.mark.parametrize(
    ("lang", "total", "over"),
    [
        ("ja", "全体 約4秒（質問時間 3秒）", "　　質問時間を約1秒超える"),
        ("en", "all about 4 s of 3 s allowed", "    about 1 s over the time allowed"),
    ],
)
def test_a_total_above_the_time_allowed_is_said(lang: Lang, total: str, over: str) -> None:
    two = [follow_up("local"), follow_up("good", group_title="費用")]
    data = questions([midori()], two, Manner(lang=lang, assembly=Assembly(limit=3)))
    assert [text.endswith(total + over) for text in texts(data, "Sheet Times")] == [True, True]
    within = questions([midori()], two, Manner(lang=lang, assembly=Assembly(limit=4)))
    assert over not in words(within)


def test_only_what_another_side_said_against_the_asked_one_is_a_criticism() -> None:
    data = questions([midori()], [follow_up("signed"), follow_up("dear")], JA)
    assert texts(data, "Item")[:1] == ["発言：契約は済んでいる"]
    assert "指摘：物価が上がり足りない" in texts(data, "Item")
    theirs = questions([midori()], [follow_up("signed"), follow_up("dear")], replace(JA, side="councilor"))
    assert texts(theirs, "Item")[:1] == ["指摘：契約は済んでいる"]
    assert "発言：物価が上がり足りない" in texts(theirs, "Item")
    english = questions([midori()], [follow_up("signed"), follow_up("dear")], Manner())
    assert "Statement: 契約は済んでいる" in texts(english, "Item")
    assert "Criticism: 物価が上がり足りない" in texts(english, "Item")


def test_a_source_that_is_missing_says_of_what() -> None:
    other = replace(follow_up().rests_on[0], id="survey", text="8割が満足", passage=None)
    own = replace(follow_up().rests_on[0], id="good", passage=None)
    given = follow_up("good", rests_on=(own, other))
    assert texts(questions([midori()], [given], JA), "Source") == [
        "（この発言の）出典の記載なし",
        "8割が満足（出典の記載なし）",
    ]
    assert (
        texts(questions([midori()], [given], Manner()), "Source")[0] == "no source named for this statement"
    )


def test_the_head_is_repeated_and_rows_stay_whole_on_a_wide_page() -> None:
    data = questions([midori()], [follow_up("local"), follow_up("good")], JA)
    document = opened(data)
    head, *rows = document.tables[0].rows
    assert head._tr.trPr.find(qn("w:tblHeader")) is not None  # noqa: SLF001
    assert len(rows) == 2
    assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in rows)  # noqa: SLF001
    section = document.sections[0]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (297, 210)
    assert section.orientation == 1
    assert document.styles["Ask"].element.rPr.rFonts.get(qn("w:eastAsia")) == "游ゴシック"


def test_every_question_of_every_debate_has_a_row() -> None:
    analysis, debates = shipped()
    found = asked(analysis, debates)
    data = questions(debates, found, JA)
    assert sorted(texts(data, "Ask")) == sorted(one.text.ja for one in found)


def test_in_english_the_labels_are_english() -> None:
    data = questions([midori()], [follow_up("local")], Manner(assembly=Assembly(limit=60)))
    assert cells(data, row=0)[:2] == ["Item", "Answer (quote, speaker)"]
    assert texts(data, "Sheet Times") == [
        "みどり町の学校給食 (June 2025)    about 2 s to read aloud, all about 2 s of 1 minute allowed"
    ]
    assert cells(data)[3].startswith(f"On what is it based?\n{THEN['yes'].en}: Since when?\n")


def test_without_questions_the_sheet_says_so() -> None:
    data = questions([midori()], [], JA)
    assert words(data).split("\n") == ["再質問シート", "聞くべき点は見当たらない。"]
    assert opened(data).core_properties.title == "再質問シート: みどり町の学校給食"


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@x", "𠮷野家の髙さん😀", "{{ time }}{% x %}", "あ" * 2000]
)
def test_a_text_stays_as_it_is(text: str) -> None:
    data = questions([midori()], [follow_up("local", text=replace(follow_up().text, ja=text))], JA)
    assert texts(data, "Ask") == [text]


def test_a_line_that_would_fill_the_page_is_cut() -> None:
    given, found = many(10)
    claim = given.claims["c0"].model_copy(update={"text": "あ" * 2000})
    given = given.model_copy(update={"claims": {"c0": claim}})
    answer = cells(questions([given], found[:1], JA))[1]
    assert len(answer) == 240
    assert answer.endswith("あ…")


def test_of_many_grounds_the_first_are_listed() -> None:
    given = follow_up("local")
    grounds = tuple(replace(given.rests_on[0], id=f"x{number}") for number in range(6))
    data = questions([midori()], [replace(given, rests_on=grounds)], JA)
    *listed, more = texts(data, "Source")
    assert more == f"ほか{6 - len(listed)}件"


def test_what_xml_refuses_is_replaced() -> None:
    given = hostile()
    data = questions([given], asked(analysed(given), [given]), JA)
    assert "</script></style>]]>\ufffd\ufffd😀" in words(data)


def test_the_same_questions_give_the_same_bytes() -> None:
    assert questions([midori()], [follow_up("local")], JA) == questions([midori()], [follow_up("local")], JA)


def test_five_hundred_questions_are_written() -> None:
    given, found = many(500)
    data = questions([given], found, JA)
    assert len(texts(data, "Ask")) == 500


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_the_built_in_form_can_be_edited_and_named(lang: Lang) -> None:
    form = edited(template(lang), lambda document: document.add_paragraph("{{ assembly.name }}"))
    manner = Manner(lang=lang, assembly=Assembly(name="みどり町議会"), templates={"floor": form})
    data = questions([midori()], [follow_up("local")], manner)
    assert words(data).endswith("\nみどり町議会")
    assert len(texts(data, "Ask")) == 1


def test_a_broken_form_is_named() -> None:
    manner = Manner(templates={"floor": written("{{ sheet.subject }}")})
    with pytest.raises(TemplateError, match=r"no placeholder `sheet`$") as caught:
        questions([midori()], [], manner)
    assert caught.value.name == "floor"


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_the_form_of_the_notice_in_its_place_is_told_apart(lang: Lang) -> None:
    manner = Manner(lang=lang, templates={"floor": notice.template(lang)})
    with pytest.raises(TemplateError) as caught:
        questions([midori()], [follow_up("local")], manner)
    assert caught.value.words.en == (
        "there is no placeholder `items`; it belongs to a form of the notice (`notice`)"
    )
    assert caught.value.words.ja == (
        "`items` という差し込み項目はない。これは一般質問通告書（`notice`）の様式の項目である"
    )
    back = Manner(lang=lang, templates={"notice": template(lang)})
    with pytest.raises(TemplateError, match="`sheets`; it belongs to a form of the sheet for the floor"):
        notice.questions([midori()], [follow_up("local")], back)
