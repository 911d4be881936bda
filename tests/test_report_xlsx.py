"""The re-question sheet: every question with its answer, gap and grounds, in a file that Excel opens as it is."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import openpyxl
import pytest

from argmap.diagnostics import Words
from argmap.model import Debate
from argmap.questions import FollowUp, Ground, Passage, Replies
from argmap.report import Manner
from argmap.report.xlsx import questions
from tests.report_debates import NASTY, debate, hostile, midori

JA, EN = Manner(lang="ja"), Manner()
HEADS = ["番号", "質問項目", "答弁（引用・発言者）", "残った点", "再質問案", "時間", "根拠（出典）", "メモ"]


def words(text: str) -> Words:
    return Words(en=text, ja=text)


def ask(about: str, text: str = "伺います。", of: str = "midori", **more: Any) -> FollowUp:  # noqa: ANN401
    """A question about a statement of a debate."""
    values = {
        "kind": "unrebutted-claim",
        "debate": of,
        "about": about,
        "group": None,
        "group_title": "",
        "to": words("町長"),
        "text": words(text),
        "notice": words(text),
        "why": words("裏づけが見当たらない。"),
        "passage": None,
        **more,
    }
    return FollowUp(**values)


def opened(data: bytes) -> Any:  # noqa: ANN401 - openpyxl has no types
    return openpyxl.load_workbook(BytesIO(data))


def cells(
    follow_ups: Sequence[FollowUp], given: Debate | None = None, manner: Manner = JA
) -> list[list[Any]]:
    """The rows of the sheet, from the head on."""
    (sheet,) = opened(questions([given or midori()], follow_ups, manner)).worksheets
    return [[cell.value for cell in row] for row in sheet.iter_rows(min_row=3)]


def test_a_row_says_what_was_asked_answered_and_left() -> None:
    source = Passage(quote="地元の野菜を３割", source="みどり町議会会議録", at="12頁", date="2025-06-10")
    rests_on = (
        Ground(id="local", text="", passage=source),
        Ground(id="survey", text="8割が満足", passage=None),
    )
    head, group, row = cells([ask("local", group_title="給食の質", rests_on=rests_on)])
    assert head == HEADS
    assert group[0] == "給食の質"
    assert row == [
        1,
        "主張：地元の野菜を3割使っている。",
        "町長「地元の野菜を３割」\n（要旨：地元の野菜を3割使っている。）",
        "裏づけが見当たらない。",
        "伺います。",
        1,
        "みどり町議会会議録、2025年6月10日、12頁「地元の野菜を３割」\n8割が満足（出典の記載なし）",
        None,
    ]


@pytest.mark.parametrize(
    ("about", "item", "answer"),
    [
        ("q-kitchen", "質問：調理場をどう建て替えるのか？", "町長（要旨：他町の動向を注視し、検討する）"),
        ("q-staff", "質問：調理員は足りているか", "答弁が見当たらない。"),
        (
            "study",
            "質問：調理場をどう建て替えるのか？\n質問：献立を選べるか",
            "町長（要旨：他町の動向を注視し、検討する）",
        ),
        ("dear", "指摘：物価が上がり足りない", "町長（要旨：契約は済んでいる）"),
        ("frozen", "指摘：冷凍の品が多い", "答弁が見当たらない。"),
        ("report", "証拠：保健所の記録", "答弁が見当たらない。"),
        ("elsewhere#x", "", "答弁が見当たらない。"),
    ],
)
def test_what_it_goes_back_to_and_what_was_answered(about: str, item: str, answer: str) -> None:
    row = cells([ask(about)])[-1]
    assert ((row[1] or ""), row[2]) == (item, answer)


def test_what_the_asked_side_said_of_what_it_rests_on_is_quoted_too() -> None:
    rests_on = (Ground(id="frozen", text="冷凍", passage=None), Ground(id="fresh", text="毎日", passage=None))
    assert cells([ask("frozen", rests_on=rests_on)])[-1][2] == "町長（要旨：毎日その日に作る）"


def test_without_grounds_the_passage_is_the_source() -> None:
    source = Passage(quote=None, source="会議録", at=None, date=None)
    assert cells([ask("local", passage=source)])[-1][6] == "会議録"
    assert cells([ask("local")])[-1][6] == "（この発言の）出典の記載なし"


def test_of_many_grounds_the_first_are_shown_and_the_others_counted() -> None:
    rests_on = tuple(Ground(id=f"g{number}", text=f"第{number}", passage=None) for number in range(9))
    given = ask("local", rests_on=rests_on)
    assert cells([given])[-1][6].split("\n")[3:] == ["第3（出典の記載なし）", "ほか5件"]
    assert cells([given], manner=EN)[-1][6].endswith("\nand 5 more")
    assert "ほか" not in cells([ask("local", rests_on=rests_on[:4])])[-1][6]


def test_what_to_follow_with_stands_below_the_question() -> None:
    then = Replies(yes=words("人数は。"), no=words("理由は。"), later=words("いつまでに。"))
    asked = cells([ask("local", then=then)])[-1][4].split("\n")
    assert asked[0] == "伺います。"
    assert [line.partition("：")[2] for line in asked[1:]] == ["人数は。", "理由は。", "いつまでに。"]


def test_every_heading_begins_a_page_and_the_head_comes_again() -> None:
    given = [ask("local", group_title="甲"), ask("good", group_title="甲"), ask("free", group_title="乙")]
    (sheet,) = opened(questions([midori()], [*given, ask("safe")], JA)).worksheets
    firsts = {row: sheet.cell(row, 1).value for row in range(4, sheet.max_row + 1)}
    assert list(firsts.values()) == ["甲", 1, 2, "乙", 3, "その他", 4]
    assert [firsts[one.id + 1] for one in sheet.row_breaks.brk] == ["乙", "その他"]
    assert sheet.print_title_rows == "$3:$3"
    assert sheet.freeze_panes == "A4"


def test_it_is_printed_on_a4_across_the_whole_width() -> None:
    (sheet,) = opened(questions([midori()], [ask("local")], JA)).worksheets
    assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (9, "landscape")
    assert (sheet.page_setup.fitToWidth or 1, int(sheet.page_setup.fitToHeight)) == (1, 0)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert all(cell.alignment.wrap_text for cell in sheet[5])
    assert sheet.row_dimensions[5].height >= 60  # room for notes


def test_a_long_question_has_a_higher_row_and_none_is_higher_than_excel_takes() -> None:
    (sheet,) = opened(
        questions([midori()], [ask("local"), ask("good", "長い。" * 60), ask("safe", "長い。" * 9000)], JA)
    )
    short, longer, longest = (sheet.row_dimensions[row].height for row in (5, 6, 7))
    assert short < longer < longest <= 409


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@x", "=HYPERLINK(1)", "https://example.org", "{=1}", "1"]
)
def test_whatever_it_begins_with_a_text_stays_text(text: str) -> None:
    given = debate(claims={"x": {"text": text, "by": "town"}}, debate={"title": text})
    then = Replies(yes=words(text), no=words(text), later=words(text))
    asked = [ask("x", text, group_title=text), ask("x", text, then=then, group_title=text)]
    (sheet,) = opened(questions([given], asked, JA)).worksheets
    assert {cell.data_type for row in sheet.iter_rows() for cell in row} <= {"s", "n"}
    assert sheet.cell(5, 5).value == text
    assert sheet.cell(4, 1).value == text
    with ZipFile(BytesIO(questions([given], asked, JA))) as package:
        assert b"<f>" not in package.read("xl/worksheets/sheet1.xml")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("𠮷野家の髙さん😀", "𠮷野家の髙さん😀"),
        ("a\x00b\ud800c\u202ed", "a\ufffdb\ufffdc\ufffdd"),
        ("二\n行\tと  空白", "二 行 と 空白"),
        ("_x000D_", "_x000D_"),
    ],
)
def test_characters(text: str, shown: str) -> None:
    assert cells([ask("local", text)])[-1][4] == shown


@pytest.mark.parametrize("with_replies", [False, True])
def test_a_text_that_is_too_long_for_a_cell_is_cut(*, with_replies: bool) -> None:
    then = Replies(yes=words("😀" * 9000), no=words("い"), later=words("う"))
    asked = ask("local", "😀" * 9000 + "あ" * 20_000, then=then if with_replies else None)
    text = cells([asked])[-1][4]
    assert text.endswith("…")
    assert len(text.encode("utf-16-le")) // 2 == 32_767


def test_every_debate_has_a_sheet_with_a_name_that_excel_takes() -> None:
    titles = [
        "a/b:c*d?[e]\\f",
        "A B C D E F",
        "長" * 40,
        "長" * 41,
        "history",
        "'q'",
        "😀" * 20,
        "//",
        "same",
        "SAME",
    ]
    debates = [debate(id=f"d{place}", debate={"title": title}) for place, title in enumerate(titles)]
    names = opened(questions(debates, [], JA)).sheetnames
    assert names[:2] == ["a b c d e f", "A B C D E F (2)"]
    assert names[4:6] == ["history (2)", "q"]
    assert names[6:] == ["d6", "d7", "same", "SAME (2)"]
    assert len({name.lower() for name in names}) == len(titles)
    assert all(len(name.encode("utf-16-le")) <= 62 and not re.search(r"[\[\]:*?/\\]", name) for name in names)


@pytest.mark.parametrize(
    ("title", "name", "quoted"),
    [
        ("学校給食", "学校給食", "学校給食"),
        ("𠮷野家の髙さん", "𠮷野家の髙さん", "𠮷野家の髙さん"),
        ("給食😀", "給食", "給食"),
        ("今日の☺給食", "今日の給食", "今日の給食"),
        ("晴れ☀️の日", "晴れの日", "晴れの日"),
        ("家👨‍👩‍👧族👍🏽", "家族", "家族"),
        ("○○町・給食（案） C++", "○○町・給食（案） C++", "'○○町・給食（案） C++'"),
        ("a.b_c", "a.b_c", "a.b_c"),
        ("😀", "midori", "midori"),
    ],
)
def test_the_name_of_a_sheet_has_no_emoji_so_that_the_head_is_repeated(
    title: str, name: str, quoted: str
) -> None:
    data = questions([debate(debate={"title": title})], [ask("x")], JA)
    (sheet,) = opened(data).worksheets
    assert sheet.title == name
    assert sheet.cell(1, 1).value == f"再質問表：{title}"
    with ZipFile(BytesIO(data)) as package:
        book = package.read("xl/workbook.xml").decode()
    assert f">{quoted}!$3:$3<".replace("'", "&apos;") in book.replace("'", "&apos;")


def test_a_debate_without_questions_says_so() -> None:
    (sheet,) = opened(questions([midori()], [ask("x", of="other")], JA)).worksheets
    assert [row[0].value for row in sheet.iter_rows()] == [
        "再質問表：みどり町の学校給食（2025年6月）",
        "聞くべき点は見当たらない。",
    ]


def test_in_english() -> None:
    source = Passage(quote="３割", source="Minutes", at=None, date="2025-06-10")
    grounds = (Ground(id="local", text="", passage=source), Ground(id="x", text="More", passage=source))
    head, group, row = cells([ask("local", "How many?", rests_on=grounds)], manner=EN)
    assert head == [
        "No.",
        "Item",
        "Answer (quote, speaker)",
        "What is left",
        "Re-question",
        "Time",
        "Grounds (source)",
        "Notes",
    ]
    assert group[0] == "Other"
    assert row[1] == "Claim: 地元の野菜を3割使っている。"
    assert row[2] == "町長: “地元の野菜を３割”\n(in short: 地元の野菜を3割使っている。)"
    assert row[6] == "Minutes, 10 June 2025: “３割”\nMore (Minutes, 10 June 2025: “３割”)"
    assert cells([ask("good")], manner=EN)[-1][2] == "町長 (in short: 給食の質は高い)"


def test_texts_that_try_to_break_out_stay_in_their_cells() -> None:
    asked = [
        ask(
            "x",
            NASTY,
            of="hostile",
            group_title=NASTY,
            why=words(NASTY),
            passage=Passage(quote=NASTY, source=NASTY, at=NASTY, date=None),
        )
    ]
    data = questions([hostile()], asked, JA)
    (sheet,) = opened(data).worksheets
    assert sheet.max_row == 5
    assert "</script>" in sheet.cell(5, 5).value
    with ZipFile(BytesIO(data)) as package:
        footer = re.findall("<oddFooter>(.*)</oddFooter>", package.read("xl/worksheets/sheet1.xml").decode())
    assert "&lt;b&gt;&amp;&amp;" in footer[0]  # one & would be read as a command


def test_the_same_questions_give_the_same_bytes() -> None:
    asked = [ask("local"), ask("good")]
    assert questions([midori()], asked, JA) == questions([midori()], asked, JA)
    with ZipFile(BytesIO(questions([midori()], asked, JA))) as package:
        assert {one.date_time[0] for one in package.infolist()} == {1980}
        assert b"1980-01-01T00:00:00Z" in package.read("docProps/core.xml")


def test_more_headings_than_excel_takes_page_breaks() -> None:
    asked = [replace(ask("local"), group_title=f"第{number}") for number in range(1030)]
    (sheet,) = opened(questions([midori()], asked, JA)).worksheets
    assert len(sheet.row_breaks.brk) == 1023
    assert sheet.max_row == 3 + 2 * 1030


def test_the_first_sheet_of_a_process_is_like_every_later_one() -> None:
    code = (
        "from argmap.report import Manner; from argmap.report.xlsx import questions\n"
        "from tests.report_debates import midori\n"
        "print(*(hash(questions([midori()], [], Manner())) for _ in range(2)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    first, second = done.stdout.split()
    assert first == second
