"""The notice: every field of the real form, blanks where nothing is known, and forms that somebody edited."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, replace
from datetime import date
from pathlib import Path

import pytest
from docx.oxml.ns import qn

from argmap.config import Assembly
from argmap.diagnostics import Lang
from argmap.model import Debate
from argmap.questions import FollowUp
from argmap.report import REPORTERS, Manner, TemplateError
from argmap.report.notice import questions, template
from tests.report_debates import analysed, asked, debate, hostile, midori, shipped
from tests.word_files import edited, follow_up, many, opened, part, texts, words, written

TOWN = Assembly(
    name="みどり町議会",
    session="令和7年12月定例会",
    chair="議長の名",
    member="議員　の名",
    rule="みどり町議会会議規則第61条第2項",
    mode="one-by-one",
    answerers=("町長", "教育長"),
    limit=1200,
    requestions=2,
    filed=date(2025, 11, 12),
)


def made(
    follow_ups: Sequence[FollowUp] = (),
    assembly: Assembly = TOWN,
    lang: Lang = "ja",
    form: bytes | None = None,
    given: Debate | None = None,
) -> bytes:
    templates = {} if form is None else {"notice": form}
    manner = Manner(lang=lang, assembly=assembly, templates=templates)
    return questions([given or midori()], follow_ups, manner)


def test_a_page_has_every_field_of_the_form() -> None:
    data = made([follow_up("local"), follow_up("good", notice=follow_up().notice)])
    assert texts(data, "Session") == ["令和7年12月定例会"]
    assert texts(data, "Cell Middle") == ["再質問の方式"]
    assert texts(data, "Form Title") == ["みどり町議会定例会一般質問通告書"]
    assert texts(data, "Subject") == ["質問件名\t給食の質"]
    assert texts(data, "Label") == ["質問要旨"]
    assert texts(data, "Summary") == [
        "みどり町の学校給食については、会議録（2025年6月10日）に記録がある。給食の質に関し、以下を問う。"
    ]
    assert texts(data, "Point") == ["1.\t根拠は何か。", "2.\t根拠は何か。"]
    assert texts(data, "Closing") == [
        "答弁を求める者　町長、教育長",
        "再質問の回数　2回",
        "質問時間　20分",
        "上記のとおり、みどり町議会会議規則第61条第2項により通告します。",
        "令和7年11月12日　　みどり町議会議長　議長の名　殿",
    ]
    assert texts(data, "Closing Right") == ["みどり町議会議員　氏名　議員　の名", "受付番号【　　　　】"]
    assert [len(table.rows) for table in opened(data).tables] == [3, 2]


@pytest.mark.parametrize(
    ("mode", "lines", "struck"),
    [
        ("batch", ["○ １　一括質問一括答弁方式", "２　一問一答方式"], ["２　一問一答方式"]),
        ("one-by-one", ["１　一括質問一括答弁方式", "○ ２　一問一答方式"], ["１　一括質問一括答弁方式"]),
        (None, ["１　一括質問一括答弁方式", "２　一問一答方式"], []),
    ],
)
def test_the_chosen_mode_is_marked_and_the_other_struck_out(
    mode: str | None, lines: list[str], struck: list[str]
) -> None:
    data = made([follow_up()], replace(TOWN, mode=mode))  # type: ignore[arg-type]
    assert texts(data, "Cell") == lines
    cells = [row.cells[0] for row in opened(data).tables[0].rows]
    runs = [run for cell in cells for paragraph in cell.paragraphs for run in paragraph.runs]
    assert [run.text for run in runs if run.font.strike] == struck


def test_what_is_not_known_is_a_blank_to_write_on() -> None:
    data = made([follow_up()], Assembly())
    assert texts(data, "Session") == ["令和　　年　　月定例会"]
    assert texts(data, "Form Title") == ["○○議会定例会一般質問通告書"]
    assert texts(data, "Closing") == [
        "上記のとおり、○○議会会議規則第　　条第　　項により通告します。",
        "令和　　年　　月　　日　　○○議会議長　殿",
    ]
    assert texts(data, "Closing Right")[0] == "○○議会議員　氏名　＿＿＿＿＿＿＿＿"
    assert "None" not in words(data)


def test_without_questions_the_form_is_blank() -> None:
    data = made()
    assert texts(data, "Form Title") == ["みどり町議会定例会一般質問通告書"]
    assert texts(data, "Subject") == ["質問件名\t"]
    assert texts(data, "Point") == []


@pytest.mark.parametrize(
    ("filed", "says"),
    [
        (date(2019, 5, 1), "令和元年5月1日"),
        (date(2019, 4, 30), "2019年4月30日"),
        (date(2026, 1, 9), "令和8年1月9日"),
    ],
)
def test_the_day_is_given_by_the_era(filed: date, says: str) -> None:
    assert texts(made([follow_up()], replace(TOWN, filed=filed)), "Closing")[-1].startswith(f"{says}　")


@pytest.mark.parametrize(("limit", "says"), [(1200, "20分"), (90, "1分30秒"), (45, "45秒")])
def test_the_time_allowed_is_told_in_minutes_and_seconds(limit: int, says: str) -> None:
    closing = texts(made([follow_up()], replace(TOWN, limit=limit)), "Closing")
    assert closing[2] == f"質問時間　{says}"


def test_in_english_the_structure_is_the_same() -> None:
    assembly = Assembly(
        name="Midori Town Council",
        session="Winter session",
        chair="the chair's name",
        member="the member's name",
        rule="standing order 57",
        mode="batch",
        answerers=("the mayor", "the clerk"),
        limit=90,
        requestions=0,
        filed=date(2025, 11, 12),
    )
    data = made([follow_up()], assembly, "en")
    assert texts(data, "Form Title") == ["Midori Town Council: notice of questions"]
    assert texts(data, "Summary") == [
        "The debate on みどり町の学校給食 is recorded in 会議録 (10 June 2025). I ask the following."
    ]
    assert texts(data, "Closing") == [
        "To be answered by: the mayor, the clerk",
        "Re-questions: 0",
        "Time allowed: 1 minute 30 s",
        "I give notice of the above under standing order 57.",
        "12 November 2025        To the Chair of Midori Town Council, the chair's name",
    ]
    blank = made([follow_up()], Assembly(), "en")
    assert texts(blank, "Closing") == [
        "I give notice of the above under rule ______ of ____________.",
        "____________        To the Chair of ____________",
    ]


def test_every_subject_of_every_debate_begins_a_page() -> None:
    analysis, debates = shipped()
    found = asked(analysis, debates)
    data = questions(debates, found, Manner(lang="ja"))
    subjects = list(dict.fromkeys(one.group_title for one in found))
    assert texts(data, "Subject") == [f"質問件名\t{title}" for title in subjects]
    assert opened(data).styles["Session"].paragraph_format.page_break_before
    assert len(texts(data, "Session")) == len(subjects)
    assert sorted(text.partition("\t")[2] for text in texts(data, "Point")) == sorted(
        one.notice.ja for one in found
    )


def test_a_subject_stands_once_however_its_questions_are_ordered() -> None:
    other = follow_up(group="cost", group_title="費用")
    data = made([follow_up("a"), other, follow_up("b")])
    assert texts(data, "Subject") == ["質問件名\t給食の質", "質問件名\t費用"]
    assert len(texts(data, "Point")) == 3


@pytest.mark.parametrize(
    ("held", "sources", "group", "ja", "en"),
    [
        (
            "2025-06",
            ["会議録"],
            "",
            "町の話については、2025年6月に議論があり、会議録に記録がある。以下を問う。",
            "The debate of June 2025 on 町の話 is recorded in 会議録. I ask the following.",
        ),
        (
            "2025-06",
            [],
            "費用",
            "町の話については、2025年6月に議論があった。費用に関し、以下を問う。",
            "In June 2025, there was a debate on 町の話. I ask the following.",
        ),
        (
            "2025-06-12",
            [],
            "費用について",
            "町の話については、2025年6月12日に議論があった。費用に関し、以下を問う。",
            "On 12 June 2025, there was a debate on 町の話. I ask the following.",
        ),
        (
            "2025",
            [],
            "",
            "町の話については、2025年に議論があった。以下を問う。",
            "In 2025, there was a debate on 町の話. I ask the following.",
        ),
        (None, [], "", "以下を問う。", "I ask the following."),
        (
            None,
            ["一", "二", "三", "四"],
            "",
            "町の話については、一、二、三などに記録がある。以下を問う。",
            "The debate on 町の話 is recorded in 一; 二; 三 and others. I ask the following.",
        ),
        (
            "2025",
            ["一", "二", "三"],
            "",
            "町の話については、2025年に議論があり、一、二及び三に記録がある。以下を問う。",
            "The debate of 2025 on 町の話 is recorded in 一; 二; 三. I ask the following.",
        ),
        (
            None,
            ["一", "二"],
            "",
            "町の話については、一及び二に記録がある。以下を問う。",
            "The debate on 町の話 is recorded in 一; 二. I ask the following.",
        ),
    ],
)
def test_the_background_says_what_the_debate_file_says(
    held: str | None, sources: list[str], group: str, ja: str, en: str
) -> None:
    given = debate(debate={"title": "町の話", **({"held": held} if held else {})})
    passage = follow_up().passage
    assert passage is not None
    found = [
        follow_up(group_title=group, passage=replace(passage, source=source, date=None)) for source in sources
    ] or [follow_up(group_title=group, passage=None)]
    assert texts(made(found, given=given), "Summary") == [ja]
    assert texts(made(found, lang="en", given=given), "Summary") == [en]


@pytest.mark.parametrize(
    ("title", "date", "ja", "en"),
    [
        ("会議録", "2025-06-12", "会議録（2025年6月12日）", "会議録 (12 June 2025)"),
        ("会議録", "2025-06", "会議録（2025年6月）", "会議録 (June 2025)"),
        ("会議録", "2025", "会議録（2025年）", "会議録 (2025)"),
        (
            "会議録（令和7年6月定例会）",
            "2025-06-12",
            "2025年6月12日の会議録（令和7年6月定例会）",
            "会議録（令和7年6月定例会） of 12 June 2025",
        ),
        ("Minutes (June)", "2025-06", "2025年6月のMinutes (June)", "Minutes (June) of June 2025"),
        ("2025年6月12日の会議録", "2025-06-12", "2025年6月12日の会議録", "2025年6月12日の会議録"),
        ("Minutes of 12 June 2025", "2025-06-12", "Minutes of 12 June 2025", "Minutes of 12 June 2025"),
        (
            "Paper of 11 June 2025",
            "2025-06-01",
            "Paper of 11 June 2025（2025年6月1日）",
            "Paper of 11 June 2025 (1 June 2025)",
        ),
    ],
)
def test_a_source_has_its_date_once_and_no_bracket_behind_a_bracket(
    title: str, date: str, ja: str, en: str
) -> None:
    given = debate(debate={"title": "町の話"})
    passage = follow_up().passage
    assert passage is not None
    found = [follow_up(group_title="", passage=replace(passage, source=title, date=date))]
    assert texts(made(found, given=given), "Summary") == [f"町の話については、{ja}に記録がある。以下を問う。"]
    assert texts(made(found, lang="en", given=given), "Summary") == [
        f"The debate on 町の話 is recorded in {en}. I ask the following."
    ]


@pytest.mark.parametrize(
    ("title", "ja"),
    [
        ("学校給食について", "学校給食については、2025年6月1日に議論があった。以下を問う。"),
        ("学校給食に関して", "学校給食については、2025年6月1日に議論があった。以下を問う。"),
        ("2025年6月1日の学校給食", "以下を問う。"),
    ],
)
def test_the_background_repeats_nothing_of_the_title(title: str, ja: str) -> None:
    given = debate(debate={"title": title, "held": "2025-06-01"})
    assert texts(made([follow_up(group_title="", passage=None)], given=given), "Summary") == [ja]


def test_the_closing_lines_and_the_boxes_for_stamps_stay_on_one_page() -> None:
    document = opened(made([follow_up(), follow_up(group="cost", group_title="費用")]))
    for name in ("Closing", "Closing Right"):
        style = document.styles[name].paragraph_format
        assert (style.keep_with_next, style.keep_together) == (True, True)
    tables = document.tables[1::2]
    assert len(tables) == 2
    for table in tables:
        assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in table.rows)  # noqa: SLF001
        kept = [
            {paragraph.paragraph_format.keep_with_next for cell in row.cells for paragraph in cell.paragraphs}
            for row in table.rows
        ]
        assert kept == [{True}, {False}]


def test_a_form_may_say_how_far_the_questions_go_beyond_the_time_allowed() -> None:
    ours, two = written("{{ time }}／{{ over }}"), [follow_up("a"), follow_up("b")]
    assert words(made(two, replace(TOWN, limit=3), form=ours)) == "約4秒／質問時間を約1秒超える"
    assert words(made(two, replace(TOWN, limit=4), form=ours)) == "約4秒／"
    assert words(made(two, replace(TOWN, limit=None), form=ours)) == "約4秒／"
    assert (
        words(made(two, replace(TOWN, limit=3), "en", ours)) == "about 4 s／about 1 s over the time allowed"
    )


def test_questions_without_a_group_come_under_the_debate() -> None:
    data = made([follow_up(group=None, group_title="")])
    assert texts(data, "Subject") == ["質問件名\tみどり町の学校給食"]


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "+1",
        "-1",
        "@x",
        "𠮷野家の髙さん😀",
        "<w:p>&amp;</w:t>",
        "{{ assembly.name }}{% for x in items %}",
        "{_{ 7 }_} {_% if %_} {#_",
        "あ" * 2000,
    ],
)
def test_a_text_stays_as_it_is(text: str) -> None:
    notice = replace(follow_up().notice, ja=text)
    data = made([follow_up(notice=notice, group_title=text)], replace(TOWN, member=text))
    assert texts(data, "Point") == [f"1.\t{text}"]
    assert texts(data, "Subject") == [f"質問件名\t{text}"]
    assert texts(data, "Closing Right")[0].endswith(text)


def test_what_xml_refuses_and_what_turns_text_round_is_replaced() -> None:
    given = hostile()
    data = questions([given], asked(analysed(given), [given]), Manner(lang="ja"))
    assert "\u202e" not in words(data)
    assert "</script></style>]]>\ufffd\ufffd😀 # 1. - {due}" in words(data)


def test_fonts_are_named_and_no_theme_wins_over_them() -> None:
    data = made([follow_up()])
    document = opened(data)
    for name in ("Normal", "Form Title", "Point", "Closing"):
        assert document.styles[name].element.rPr.rFonts.get(qn("w:eastAsia")) == "游明朝"
    styles = part(data, "word/styles.xml")
    assert "Theme=" not in styles.replace("themeTheme=", "")
    assert 'w:eastAsia="ja-JP"' in styles
    section = document.sections[0]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)


def test_the_same_questions_give_the_same_bytes() -> None:
    data = made([follow_up()])
    assert data == made([follow_up()])
    assert opened(data).core_properties.title == "一般質問通告書: みどり町の学校給食"


def test_five_hundred_questions_are_written() -> None:
    given, found = many(500)
    data = made(found, given=given)
    assert len(texts(data, "Point")) == 500


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_the_built_in_form_can_be_edited_and_named(lang: Lang) -> None:
    form = REPORTERS["notice"].template
    assert form is not None
    assert form(lang) == template(lang)
    ours = edited(template(lang), lambda document: document.add_paragraph("{{ assembly.member }}／様式第3号"))
    assert words(made([follow_up()], lang=lang, form=ours)).endswith("議員　の名／様式第3号")
    assert words(made([follow_up()], lang=lang, form=template(lang))) == words(made([follow_up()], lang=lang))


def test_a_form_of_the_assembly_takes_the_place_of_ours() -> None:
    ours = written(
        "{%p for item in items %}", "{{ item.subject }}：{{ item.points|length }}点", "{%p endfor %}"
    )
    assert words(made([follow_up()], form=ours)) == "給食の質：1点"


def test_a_placeholder_that_word_cut_into_runs_is_filled_in() -> None:
    def cut(document: object) -> None:
        paragraph = document.add_paragraph("{{ assem")  # type: ignore[attr-defined]
        paragraph.add_run("bly.na").bold = True
        paragraph.add_run("me }}")

    assert words(made([follow_up()], form=edited(written(), cut))) == "みどり町議会"


def test_a_cell_whose_loop_is_empty_stays_a_cell() -> None:
    def table(document: object) -> None:
        cell = document.add_table(1, 1).cell(0, 0)  # type: ignore[attr-defined]
        cell.paragraphs[0].add_run("{%p for item in items if false %}")
        cell.add_paragraph("x")
        cell.add_paragraph("{%p endfor %}")

    (made_table,) = opened(made([follow_up()], form=edited(written(), table))).tables
    assert made_table.cell(0, 0).text == ""


@pytest.mark.parametrize(
    ("form", "en", "ja"),
    [
        (b"", "not a Word file", "Word のファイル（.docx）ではない"),
        (b"PK\x03\x04 but no more", "not a Word file", "Word のファイル（.docx）ではない"),
        (written("{{ assemby.name }}"), "no placeholder `assemby`", "`assemby` という差し込み項目はない"),
        (written("{{ assembly.nmae }}"), "no placeholder `nmae`", "`nmae` という差し込み項目はない"),
        (written("{% if assembly.nmae %}x{% endif %}"), "no placeholder `nmae`", "`nmae` という"),
        (
            written("{%p for sheet in sheets %}", "{%p endfor %}"),
            "no placeholder `sheets`; it belongs to a form of the sheet for the floor (`floor`)",
            "`sheets` という差し込み項目はない。これは再質問シート（`floor`）の様式の項目である",
        ),
        (written("{{ assembly.name "), "cannot be filled in: ", "差し込み項目を埋められない："),
        (written("{%p for item in items %}"), "cannot be filled in: ", "差し込み項目を埋められない："),
        (written("{{ 1 / 0 }}"), "cannot be filled in: division by zero", "差し込み項目を埋められない："),
        (
            written("{{ assembly.__class__.__mro__ }}"),
            "cannot be filled in: ",
            "差し込み項目を埋められない：",
        ),
        (written("{{ items.append(1) }}"), "cannot be filled in: ", "差し込み項目を埋められない："),
        (
            written("a{% for item in items %}b", "c", "{%p endfor %}"),
            "a loop or a condition begins in one place",
            "始めと終わりが対応していない",
        ),
    ],
)
def test_a_broken_form_is_named(form: bytes, en: str, ja: str) -> None:
    two_subjects = [follow_up(), follow_up(group="cost")]
    with pytest.raises(TemplateError) as caught:
        made(two_subjects, form=form)
    assert caught.value.name == "notice"
    assert en in caught.value.words.en
    assert en in str(caught.value)
    assert ja in caught.value.words.ja


@pytest.mark.parametrize("text", ["{{ assemby }}", "{{ point.text }}", "{{ assembly.sheets }}"])
def test_a_wrong_placeholder_of_no_other_form_has_no_hint(text: str) -> None:
    with pytest.raises(TemplateError) as caught:
        made([follow_up()], form=written(text))
    assert "belongs to" not in caught.value.words.en
    assert "様式の項目" not in caught.value.words.ja


def test_the_manual_names_every_placeholder() -> None:
    from argmap.report._assembly import AssemblyWords
    from argmap.report.floor import Row, Sheet
    from argmap.report.notice import Item, Point

    manual = (Path(__file__).parent.parent / "docs" / "documents.md").read_text(encoding="utf-8")
    values = (("assembly", AssemblyWords), ("item", Item), ("point", Point), ("sheet", Sheet), ("row", Row))
    for name, kind in values:
        for one in fields(kind):
            assert f"`{name}.{one.name}`" in manual
