"""The Word document: the right paper, Japanese fonts, every question, and nothing that Word refuses."""

from __future__ import annotations

import pytest
from docx.oxml.ns import qn

from argmap.config import Assembly
from argmap.report import THEN, Manner, time_words
from argmap.report.docx import questions
from tests.report_debates import analysed, asked, debate, hostile, midori, shipped
from tests.word_files import follow_up, many, opened, part, texts

JA = Manner(lang="ja")


def made(manner: Manner = JA) -> bytes:
    analysis, debates = shipped()
    return questions(debates, asked(analysis, debates), manner)


def test_every_question_stands_under_its_group() -> None:
    analysis, debates = shipped()
    found = asked(analysis, debates)
    data = made()
    assert [text.partition(". ")[2] for text in texts(data, "Heading 2")] == [one.text.ja for one in found]
    assert texts(data, "Heading 1") == list(dict.fromkeys(one.group_title for one in found))
    assert texts(data, "Subtitle")[0] == "健康保険証の廃止とマイナ保険証（2024年12月）"
    assert "出典\t議員のニュースレター（2024年12月）、質問（法曹界）「高額のポイント付与」" in texts(
        data, "Notes"
    )
    assert texts(data, "Box") == ["メモ"] * len(found)
    assert [text.partition("\t") for text in texts(data, "Notes") if text.startswith("約")] == [
        (time_words(one.seconds("ja")).ja, "\t", one.id) for one in found
    ]


def test_every_group_and_debate_begins_a_sheet() -> None:
    analysis, debates = shipped()
    starts = [
        (one.style.name, bool(one.paragraph_format.page_break_before))
        for one in opened(made()).paragraphs
        if one.style.name in ("Title", "Heading 1")
    ]
    expected = []
    for place, each in enumerate(debates):
        groups = dict.fromkeys(one.group_title for one in asked(analysis, [each]))
        expected += [("Title", place > 0), *(("Heading 1", number > 0) for number in range(len(groups)))]
    assert starts == expected


def test_a_question_says_what_to_follow_with_and_how_it_is_written() -> None:
    notes = texts(questions([midori()], [follow_up("local")], JA), "Notes")
    assert f"{THEN['later'].ja}\t期限を伺います。" in notes
    assert any(note.endswith("\t根拠は何か。") for note in notes)


def test_a_question_without_more_to_say_is_short() -> None:
    one = follow_up("local", then=None, passage=None, rests_on=())
    assert len(texts(questions([midori()], [one], JA), "Notes")) == 4


def test_a_total_above_the_time_allowed_is_said() -> None:
    two, other = [follow_up("local"), follow_up("good")], debate("other")
    data = questions([midori(), other], two, Manner(lang="ja", assembly=Assembly(limit=3)))
    assert texts(data, "Normal")[1:2] == ["質問時間を約1秒超える。"]
    assert len(texts(data, "Normal")) == 3
    english = questions([midori()], two, Manner(assembly=Assembly(limit=3)))
    assert texts(english, "Normal")[1:] == ["About 1 s over the time allowed."]
    within = questions([midori()], two, Manner(lang="ja", assembly=Assembly(limit=4)))
    assert len(texts(within, "Normal")) == 1


def test_five_hundred_questions_are_written() -> None:
    given, found = many(500)
    data = questions([given], found, JA)
    assert len(texts(data, "Heading 2")) == 500


def test_the_paper_is_a4() -> None:
    section = opened(made()).sections[0]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)


def test_fonts_are_named_and_no_theme_wins_over_them() -> None:
    document = opened(made())
    for name, font in (
        ("Normal", "游明朝"),
        ("Title", "游ゴシック"),
        ("Heading 1", "游ゴシック"),
        ("Heading 2", "游明朝"),
    ):
        assert document.styles[name].element.rPr.rFonts.get(qn("w:eastAsia")) == font
    styles = part(made(), "word/styles.xml")
    assert "Theme=" not in styles.replace("themeTheme=", "")
    assert 'w:eastAsia="ja-JP"' in styles


def test_the_page_has_a_number() -> None:
    footer = opened(made()).sections[0].footer
    assert footer.paragraphs[0]._p.find(qn("w:fldSimple")).get(qn("w:instr")) == "PAGE"  # noqa: SLF001


def test_the_same_questions_give_the_same_bytes() -> None:
    assert made() == made()


def test_in_english_the_labels_are_english() -> None:
    data = made(Manner())
    assert texts(data, "Title")[0] == "What to ask next"
    assert any(text.startswith("Why\t") for text in texts(data, "Notes"))
    assert opened(data).core_properties.language == "en"


def test_texts_that_xml_refuses_are_replaced() -> None:
    given = hostile()
    data = questions([given], asked(analysed(given), [given]), JA)
    (first, *_) = texts(data, "Heading 2")
    assert "\ufffd" in first
    assert "</script>" in first
    assert "😀" in first


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x", "𠮷野家の髙さん", "a\ud800b"])
def test_a_text_stays_as_it_is(text: str) -> None:
    given = debate(claims={"x": {"text": text, "by": "town"}})
    data = questions([given], asked(analysed(given), [given]), JA)
    assert texts(data, "Heading 2")[0].startswith(
        f"1. {text.replace(chr(0xD800), chr(0xFFFD))}とのことですが、"
    )
    assert texts(data, "Heading 1") == ["その他"]


def test_a_debate_without_gaps_says_so() -> None:
    data = questions([debate(id="silent"), midori()], asked(analysed(midori()), [midori()]), JA)
    assert texts(data, "Subtitle") == ["silent", "みどり町の学校給食（2025年6月）"]
    assert texts(data, "Normal")[0] == "聞くべき点は見当たらない。"
