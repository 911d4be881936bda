"""Debates in Excel workbooks and CSV folders: written, edited as an office edits them, broken, hostile."""

from __future__ import annotations

import csv as csv_files
import io
import random
import re
import zipfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any, get_args

import openpyxl
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from argmap.formats import Feature, Given, Imported, csv, xlsx
from argmap.loading import load_file
from argmap.loading import read as read_debate
from argmap.model import Debate, Decision, Question
from argmap.model.debate import EvidenceType, Extent, Kind
from tests.format_debates import FUZZ, debates, everything

CLAIMS = sorted((Path(__file__).parent.parent / "claims").glob("*.yaml"))
Rows = Sequence[Sequence[object]]


def file(data: bytes, name: str = "office/ferry.xlsx", beside: Mapping[str, bytes] | None = None) -> Given:
    return Given(name=name, data=data, beside=(beside or {}).get)


def folder(files: Mapping[str, bytes], name: str = "office/ferry") -> Given:
    return Given(name=name, data=b"", beside=files.get)


def workbook(**sheets: Rows) -> bytes:
    """A workbook as somebody makes it by hand."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        page = book.create_sheet(name.replace("_", "-"))
        for row in rows:
            page.append(list(row))
    return saved(book)


def saved(book: openpyxl.Workbook) -> bytes:
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


def opened(data: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(data))


def notes(found: Imported, lang: str = "en") -> list[str]:
    """What is broken, with its place."""
    return [f"{note.at}: {getattr(note.message, lang)}" for note in found.faults]


def lost(found: Imported) -> list[str]:
    return [f"{note.at}: {note.message.en}" for note in found.lost]


def written(debate: Debate) -> bytes:
    data = xlsx.write(debate).data
    assert isinstance(data, bytes)
    return data


def files(debate: Debate) -> dict[str, bytes]:
    data = csv.write(debate).data
    assert isinstance(data, Mapping)
    return dict(data)


def debate_of(found: Imported) -> Debate:
    assert found.debate is not None
    return found.debate


def sound(found: Imported) -> bool:
    """Whether what was read can be written and read again without a word."""
    again = xlsx.read(file(written(debate_of(found))))
    return again == Imported(debate=found.debate)


# --- what is written is read back as it was


@pytest.mark.parametrize("path", CLAIMS, ids=lambda path: path.stem)
def test_the_shipped_debates_come_back_as_they_were(path: Path) -> None:
    debate = load_file(path).debate
    assert xlsx.read(file(written(debate))) == Imported(debate=debate)
    assert csv.read(folder(files(debate))) == Imported(debate=debate)


@pytest.mark.parametrize("lang", [None, "ja", "en"])
def test_a_debate_with_everything_comes_back(lang: str | None) -> None:
    whole = everything()
    debate = whole.model_copy(update={"debate": whole.debate.model_copy(update={"lang": lang})})
    assert xlsx.read(file(written(debate))).debate == debate
    assert csv.read(folder(files(debate))).debate == debate
    assert xlsx.write(debate).lost == csv.write(debate).lost == ()


@settings(max_examples=max(25, FUZZ), deadline=None)
@given(debates())
def test_any_debate_comes_back(debate: Debate) -> None:
    assert xlsx.read(file(written(debate))) == Imported(debate=debate)
    assert csv.read(folder(files(debate))) == Imported(debate=debate)


@settings(max_examples=max(25, FUZZ), deadline=None)
@given(st.text(st.sampled_from("ab;,、() （）\"'->→ \n#＃with"), min_size=1))
@example("with")
@example('a"b; c (candidate)')
@example("- ->")
def test_a_reference_into_any_other_debate_comes_back(name: str) -> None:
    links: dict[str, object] = {
        "supports": [{"to": f"{name}#x", "with": [f"{name}#y"], "review": "candidate"}]
    }
    links |= {"undercuts": [{"from": f"{name}#z", "to": "-"}], "rebuts": [f"{name}#-"]}
    plain = {"claims": {"a": {"text": "A", "by": "p", **links}}, "parties": {"p": {}}}
    debate = Debate.model_validate(plain)
    for found in (xlsx.read(file(written(debate))), csv.read(folder(files(debate)))):
        claim = debate_of(found).claims["a"]
        assert claim.supports == debate.claims["a"].supports
        assert claim.rebuts == debate.claims["a"].rebuts


HOSTILE = (
    "=1+1",
    "+1",
    "-5",
    "@x",
    "'=1",
    "''@",
    "'x",
    "\t=1",
    "＝1",
    " =1",
    "_x0041_",
    "_x000D_",
    "a\n\nb",
    "  b ",
    "007",
)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_texts_come_back_and_are_never_formulas(text: str) -> None:
    plain = {"claims": {"a": {"text": text, "by": "p"}}, "parties": {"p": {"name": text}}}
    debate = Debate.model_validate({"id": "ferry", **plain})
    assert xlsx.read(file(written(debate))).debate == debate
    assert csv.read(folder(files(debate))).debate == debate
    with zipfile.ZipFile(io.BytesIO(written(debate))) as package:
        assert not any(b"<f>" in package.read(name) for name in package.namelist())
    cells = [
        cell for line in csv_files.reader(files(debate)["claims.csv"].decode().splitlines()) for cell in line
    ]
    assert not any(cell.startswith(tuple("=+-@\t\r＝＋－＠")) for cell in cells)


def test_a_carriage_return_survives_in_a_workbook_and_is_named_in_csv() -> None:
    plain = {"claims": {"a": {"text": "one\r\ntwo", "by": "p"}}, "parties": {"p": {}}}
    debate = Debate.model_validate({"id": "ferry", **plain})
    assert xlsx.read(file(written(debate))).debate == debate
    assert [note.at for note in csv.write(debate).lost] == ["claims!B2"]
    assert debate_of(csv.read(folder(files(debate)))).claims["a"].text == "one\ntwo"


def test_what_is_longer_than_a_cell_is_cut_and_named() -> None:
    many = {f"s{n:039}": {"text": "S", "by": "p"} for n in range(900)}
    plain: dict[str, Any] = {"parties": {"p": {}}, "claims": many}
    plain["claims"]["a"] = {"text": "字" * 40_000, "by": "p", "supports": list(many)}
    exported = xlsx.write(Debate.model_validate({"id": "ferry", **plain}))
    assert [note.at for note in exported.lost] == ["claims!B902", "claims!F902"]
    assert isinstance(exported.data, bytes)
    claim = debate_of(xlsx.read(file(exported.data))).claims["a"]
    assert claim.text == "字" * 32_767
    assert 700 < len(claim.supports) < 800
    assert [note.at for note in csv.write(Debate.model_validate({"id": "x", **plain})).lost] == []


def test_the_same_debate_gives_the_same_bytes() -> None:
    assert written(everything()) == written(everything())
    assert files(everything()) == files(everything())


def test_every_word_to_choose_stands_for_a_value_of_the_model() -> None:
    wanted = {
        ("claims", "kind"): get_args(Kind),
        ("evidence", "type"): get_args(EvidenceType),
        ("questions", "kind"): get_args(Question.model_fields["kind"].annotation),
        ("follow-ups", "decision"): get_args(Decision.model_fields["decision"].annotation),
    }
    book = opened(written(everything()))
    for (sheet, head), values in wanted.items():
        page = book[sheet]
        column = next(cell for cell in page[1] if cell.value == head)
        lists = [
            one for one in page.data_validations.dataValidation if f"{column.column_letter}2" in one.cells
        ]
        assert [one.formula1 for one in lists] == [f'"{",".join(values)}"']
    answers = ["q-cost (evasive)" if extent == "evasive" else "q-cost" for extent in get_args(Extent)]
    assert len(answers) == 3


# --- what an office sees


def test_a_workbook_speaks_the_language_of_its_debate() -> None:
    book = opened(written(load_file(CLAIMS[0]).debate))
    names = ["討論", "発言者", "件名", "出典", "主張", "反論", "証拠", "質問", "再質問", "書き方"]
    assert book.sheetnames == names
    page = book["主張"]
    assert [cell.value for cell in page[1]][:5] == ["ID", "本文", "発言者", "種類", "期限"]
    assert page.freeze_panes == "B2"
    assert page["B2"].alignment.wrap_text
    parties = [one for one in page.data_validations.dataValidation if "C2" in one.cells]
    assert parties[0].formula1 == "'発言者'!$A$2:$A$1000"
    assert book.active.title == "主張"


def test_the_help_sheet_explains_every_column() -> None:
    book = opened(written(everything()))
    explained = {(row[0].value, row[1].value) for row in book["help"].iter_rows(min_row=2)}
    columns = {(page.title, cell.value) for page in book if page.title != "help" for cell in page[1]}
    assert explained == columns
    text = files(everything())["help.csv"].decode("utf-8-sig")
    assert text.splitlines()[0] == "sheet,column,what to write"


def test_csv_is_written_as_excel_opens_it() -> None:
    data = files(everything())["claims.csv"]
    assert data.startswith(b"\xef\xbb\xbfid,text,by,")
    assert data.count(b"\r\n") == data.count(b"\n") == 6


def test_long_cells_make_their_row_higher() -> None:
    debate = Debate.model_validate(
        {"parties": {"p": {}}, "claims": {"a": {"text": "長い文" * 40, "by": "p"}}}
    )
    page = opened(written(debate))["claims"]
    assert page.row_dimensions[2].height > 50


# --- what an office edits


def test_columns_and_rows_may_be_moved_and_left_out() -> None:
    data = workbook(
        claims=[
            [],
            ["List of the ferry debate"],
            [None, "By", "TEXT", " Id "],
            [None, "city", "It pays", "pays"],
            [],
            [None, "council", "It is safe", "safe"],
        ]
    )
    found = xlsx.read(file(data))
    assert found == Imported(
        debate=Debate.model_validate(
            {
                "id": "ferry",
                "parties": {"city": {}, "council": {}},
                "claims": {
                    "pays": {"text": "It pays", "by": "city"},
                    "safe": {"text": "It is safe", "by": "council"},
                },
            }
        )
    )


def test_headings_words_and_signs_of_both_languages_are_read() -> None:
    found = xlsx.read(
        file(
            workbook(
                主張=[
                    [
                        "ＩＤ",
                        "本文",
                        "発言者",
                        "種類",
                        "支える先",
                        "答える質問",
                        "撤回・容認",
                        "撤回の出典",
                        "確認",
                        "順番",
                    ],
                    [
                        "a",
                        "甲",
                        "市",
                        "事実",
                        "b with c、d（候補）；c",
                        "q1 (一部, 候補)\nq2（正面から答えない）",
                        "はい",
                        "s",
                        "候補",
                        "３",
                    ],
                    ["b", "乙", "市", "Commitment", None, "q1、q2", "2025年3月", None, None, None],
                    ["c", "丙", "市", "policy", None, None, "いいえ", None, None, None],
                    ["d", "丁", "市", None, None, None, None, None, None, None],
                ],
                questions=[["id", "text", "種類"], ["q1", "何か", "要望"], ["q2", "なぜか", "question"]],
                証拠=[
                    ["ID", "本文", "裏づける先", "争いなし", "証拠の種類"],
                    ["e", "例", "a", "○", "統計"],
                    ["f", "例二", "a", "no", None],
                ],
                再質問=[["ID", "判断"], ["x", "採らない"]],
                討論=[["言語", "題名"], ["日本語", "渡し船"]],
            )
        )
    )
    assert notes(found) == []
    debate = debate_of(found)
    a, b = debate.claims["a"], debate.claims["b"]
    assert (a.kind, b.kind, a.turn, a.review) == ("fact", "commitment", 3, "candidate")
    assert [(link.to, link.with_, link.review) for link in a.supports] == [
        ("b", ("c", "d"), "candidate"),
        ("c", (), None),
    ]
    answers = [(one.question, one.extent, one.review) for one in a.answers]
    assert answers == [("q1", "partial", "candidate"), ("q2", "evasive", None)]
    assert [one.question for one in b.answers] == ["q1", "q2"]
    assert a.conceded is not None
    assert a.conceded.source is not None
    assert b.conceded is not None
    assert b.conceded.on == "2025-03"
    assert debate.claims["c"].conceded is None
    assert debate.questions["q1"].kind == "request"
    assert debate.evidence["e"].accepted
    assert not debate.evidence["f"].accepted
    assert debate.follow_ups["x"].decision == "drop"
    assert (debate.debate.lang, debate.title, list(debate.sources)) == ("ja", "渡し船", ["s"])


@pytest.mark.parametrize(
    ("value", "form", "read"),
    [
        (date(2024, 12, 1), "yyyy-mm-dd", "2024-12-01"),
        (date(2024, 12, 1), "mmm-yy", "2024-12"),
        (date(2024, 12, 1), 'yyyy"年"m"月"', "2024-12"),
        (date(2024, 12, 1), "yyyy", "2024"),
        (date(2024, 12, 5), '[$-411]ggge"年"m"月"d"日"', "2024-12-05"),
        (datetime(2024, 12, 5, 13, 0), "m/d/yy h:mm", "2024-12-05"),  # noqa: DTZ001 - as a cell holds it
        (date(1900, 1, 31), "yyyy-mm-dd", "1900-01-31"),
        (2024, "General", "2024"),
        (2024.0, "0.00", "2024"),
        (2024, '0"年"', "2024"),
        ("2024/3/8", "@", "2024-03-08"),
        ("2024年3月8日", "@", "2024-03-08"),
        ("2024年12月", "@", "2024-12"),
        ("2024年", "@", "2024"),
        ("Dec-24", "@", "2024-12"),
        ("Dec-98", "@", "1998-12"),
        ("２０２４－０３", "@", "2024-03"),
        ("2024-03-08 00:00:00", "@", "2024-03-08"),
    ],
)
def test_dates_that_excel_made_are_read_as_they_were_typed(value: object, form: str, read: str) -> None:
    book = opened(workbook(claims=[["id", "text", "by", "due"], ["a", "A", "p", value]]))
    book["claims"]["D2"].number_format = form
    found = xlsx.read(file(saved(book)))
    assert notes(found) == []
    assert debate_of(found).claims["a"].due == read


def test_dates_of_old_macintosh_workbooks_are_read() -> None:
    book = opened(workbook(claims=[["id", "text", "by", "due"], ["a", "A", "p", date(2024, 12, 5)]]))
    book.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
    assert debate_of(xlsx.read(file(saved(book)))).claims["a"].due == "2024-12-05"


def test_numbers_and_truth_values_are_read_as_text_where_text_is_wanted() -> None:
    rows: Rows = [
        ["id", "text", "by", "place", "turn", "accepted", "backs"],
        [1, 12.5, True, 1e20, 3.0, True, "b"],
    ]
    data = workbook(evidence=rows, claims=[["id", "text", "by"], ["b", False, "p"]])
    debate = debate_of(xlsx.read(file(data)))
    item = debate.evidence["1"]
    assert (item.text, item.by, item.turn, item.accepted, item.place) == ("12.5", "true", 3, True, "1e+20")
    assert debate.claims["b"].text == "false"


def test_rows_without_an_id_get_one() -> None:
    rows: Rows = [["本文"], ["渡し船は黒字になる"], ["渡し船は黒字になる"], ["？"], ["It pays"]]
    found = xlsx.read(file(workbook(主張=rows)))
    assert notes(found) == []
    debate = debate_of(found)
    assert list(debate.claims) == ["渡し船は黒字になる", "渡し船は黒字になる-2", "claims-4", "It-pays"]
    assert list(debate.parties) == ["author"]
    assert {claim.by for claim in debate.claims.values()} == {"author"}


def test_a_list_of_ones_own_is_read_as_claims() -> None:
    found = xlsx.read(file(workbook(Sheet1=[["本文", "発言者", "メモ"], ["黒字になる", "市", "未確認"]])))
    assert [claim.by for claim in debate_of(found).claims.values()] == ["市"]
    assert lost(found) == ["Sheet1!C1: the column `メモ` is not carried over"]
    asked = csv.read(file(b"text;about;by\nWhy?;;p\n", "office/list.csv"))
    assert [one.text for one in debate_of(asked).questions.values()] == ["Why?"]


def test_what_is_no_part_of_a_debate_is_named() -> None:
    found = xlsx.read(
        file(
            workbook(
                claims=[
                    ["id", "text", "by", "Note", "text", None],
                    ["a", "A", "p", "n", "B", "x"],
                    [None, None, None, "alone"],
                ],
                clams=[["id"], ["x"]],
                empty=[],
                help=[["sheet"], ["claims"]],
            )
        )
    )
    assert lost(found) == [
        "clams: the sheet `clams` is no part of a debate (did you mean `claims`?)",
        "claims!D1: the column `Note` is not carried over",
        "claims!E1: the column `text` is not carried over (another column has the same heading)",
        "claims!F1: column F has no heading and is not carried over",
    ]
    assert notes(found) == []


def test_readings_beside_japanese_words_are_left_out() -> None:
    plain = {"claims": {"a": {"text": "渡船", "by": "p"}}, "parties": {"p": {}}}
    data = written(Debate.model_validate(plain))
    reading = "<si><t>渡船</t><rPh sb='0' eb='2'><t>トセン</t></rPh></si>"
    changed = replaced(
        data, "xl/sharedStrings.xml", lambda text: text.replace("<si><t>渡船</t></si>", reading)
    )
    assert debate_of(xlsx.read(file(changed))).claims["a"].text == "渡船"


# --- what is broken


BROKEN: list[tuple[dict[str, Rows], list[str]]] = [
    (
        {"claims": [["id", "text", "by", "kind"], ["a", "A", "p", "fct"]]},
        ["claims!D2: `fct` is none of fact, value, policy, prediction, commitment (did you mean `fact`?)"],
    ),
    (
        {"claims": [["id", "text", "by", "supports"], ["a", "A", "p", "bb"], ["bbb", "B", "p", None]]},
        ["claims!D2: no statement has the id `bb` (did you mean `bbb`?)"],
    ),
    (
        {"claims": [["id", "text", "by"], ["a", None, "p"], ["b b", "B", "p"], ["c", "C", None]]},
        [
            "claims!A2: `a` has no `text`: the key is missing",
            "claims!A3: `b b` cannot be an id: letters, digits and `-` only",
            "claims!A4: `c` has no `by`: the key is missing",
        ],
    ),
    (
        {"claims": [["id", "text", "by", "due", "turn"], ["a", "A", "p", "soon", "first"]]},
        [
            "claims!D2: `soon` is not a date (write 2025, 2025-03 or 2025-03-08)",
            "claims!E2: this must be a whole number from 0",
        ],
    ),
    (
        {"claims": [["id", "text", "by"], ["a", "A", "citty"]], "parties": [["id"], ["city"]]},
        ["claims!C2: no party has the id `citty` (did you mean `city`?)"],
    ),
    (
        {"claims": [["id", "text", "by"], ["a", "A", "p"], ["a", "B", "p"]]},
        ["claims!A3: the id `a` stands already in row 2"],
    ),
    (
        {"claims": [["id", "text", "by"], ["a", "A", "p"]], "questions": [["id", "text"], ["a", "Why?"]]},
        ["questions!A2: the id `a` stands already under `claims` in line 2"],
    ),
    (
        {"rebuttals": [["id", "text", "by"], ["a", "A", "p"]]},
        [
            "rebuttals!A2: the rebuttal `a` attacks nothing (add `rebuts` or `undercuts`, or move it to `claims`)"
        ],
    ),
    (
        {"claims": [["id", "text", "by", "rebuts"], ["a", "A", "p", "a"]]},
        ["claims!D2: `a` attacks itself, or a step that starts at it"],
    ),
    (
        {"claims": [["id", "text", "by", "supports"], ["a", "A", "p", "b"], ["b", "B", "p", "a"]]},
        ["claims!D2: support runs in a circle: `a` → `b` → `a`"],
    ),
    (
        {
            "claims": [
                ["id", "text", "by", "quote", "source"],
                ["a", "A", "p", "words", None],
                ["b", "B", "p", None, "s s"],
            ]
        },
        [
            "claims!D2: `source` has no `in`: the key is missing",
            "claims!E3: `s s` cannot be an id: letters, digits and `-` only",
        ],
    ),
    (
        {
            "claims": [["id", "text", "by", "source"], ["a", "A", "p", "minute"]],
            "sources": [["id"], ["minutes"]],
        },
        ["claims!D2: no source has the id `minute` (did you mean `minutes`?)"],
    ),
    (
        {"evidence": [["id", "text", "accepted"], ["e", "E", "perhaps"]]},
        ["evidence!C2: this must be `true` or `false`"],
    ),
    (
        {"claims": [["id", "text"], ["a", "A"]], "parties": [["id"], ["city"]]},
        ["claims!A2: `a` has no `by`: the key is missing"],
    ),
    ({"groups": [["id", "name"], ["g", None]]}, ["groups!A2: the text is empty"]),
    ({"follow-ups": [["id", "decision"], [None, "take"]]}, ["follow-ups!A2: the row has no id"]),
    (
        {"debate": [["id", "title"], ["a b", "T"], ["c", "U"]]},
        [
            "debate!A2: `a b` cannot be an id: letters, digits and `-` only",
            "debate!A3: a second debate: a file holds one",
        ],
    ),
    (
        {"claims": [["what"], ["x"]]},
        ["claims: no row of headings was found: write `id`, `text` and so on above the columns"],
    ),
    (
        {"claims": [["id", "text", "by"], ["a", "A\x7f", "p"]]},
        ["claims!B2: the control character U+007F cannot be printed"],
    ),
]


@pytest.mark.parametrize(("sheets", "expected"), BROKEN, ids=lambda value: str(value)[:60])
def test_a_broken_cell_is_named_by_sheet_and_cell(sheets: dict[str, Rows], expected: list[str]) -> None:
    found = xlsx.read(file(workbook(**sheets)))
    assert notes(found) == expected
    assert sound(found)


@pytest.mark.parametrize(
    ("links", "said"),
    [
        ("b c", "`c` is not expected here (items are parted by `;`, ids have no spaces)"),
        ("b with", "the last item is not complete"),
        ("b (candidate", "the last item is not complete"),
        ('b; "c', "a quotation mark is not closed"),
        ("b (partly)", "`partly` in brackets is none of candidate, 候補"),
        ("b (candidat)", "`candidat` in brackets is none of candidate, 候補 (did you mean `candidate`?)"),
        ("b -> c", "`->` is not expected here (items are parted by `;`, ids have no spaces)"),
        (";; b; (x)", "`(` is not expected here (items are parted by `;`, ids have no spaces)"),
    ],
)
def test_a_broken_list_of_links_is_named(links: str, said: str) -> None:
    rows: Rows = [
        ["id", "text", "by", "supports"],
        ["a", "A", "p", links],
        ["b", "B", "p", None],
        ["c", "C", "p", None],
    ]
    found = xlsx.read(file(workbook(claims=rows)))
    assert notes(found) == [f"claims!D2: {said}"]
    assert debate_of(found).claims["a"].supports == ()


@pytest.mark.parametrize("links", ["b;;c", "b, c", "b、c,", " b \n c ", "b；c；"])
def test_lists_are_read_however_they_are_parted(links: str) -> None:
    rows: Rows = [
        ["id", "text", "by", "supports"],
        ["a", "A", "p", links],
        ["b", "B", "p", None],
        ["c", "C", "p", None],
    ]
    found = xlsx.read(file(workbook(claims=rows)))
    assert notes(found) == []
    assert [link.to for link in debate_of(found).claims["a"].supports] == ["b", "c"]


def test_what_hangs_in_the_air_without_a_broken_row_is_lost_with_it() -> None:
    claims: Rows = [
        ["id", "text", "by", "supports", "answers"],
        ["a", "A", None, None, None],
        ["b", "B", "p", "c with a; c; a", "q"],
        ["c", "C", "p", None, None],
    ]
    rebuttals: Rows = [
        ["id", "text", "by", "rebuts", "undercuts"],
        ["r", "R", "p", "a", None],
        ["s", "S", "p", None, "a"],
    ]
    questions: Rows = [["id", "text", "about"], ["q", None, None], ["q2", "Why?", "a; c"]]
    found = xlsx.read(file(workbook(claims=claims, rebuttals=rebuttals, questions=questions)))
    assert notes(found) == [
        "claims!A2: `a` has no `by`: the key is missing",
        "questions!A2: `q` has no `text`: the key is missing",
    ]
    assert {text.partition(":")[0] for text in lost(found)} >= {
        "claims!D3",
        "claims!E3",
        "rebuttals!D2",
        "questions!C3",
    }
    debate = debate_of(found)
    assert list(debate.claims) == ["b", "c", "r", "s"]
    assert [(link.to, link.with_) for link in debate.claims["b"].supports] == [("c", ())]
    assert debate.questions["q2"].about == ("c",)
    assert sound(found)


def test_relations_that_contradict_each_other_everywhere_are_given_up() -> None:
    names = [f"n{number}" for number in range(16)]
    rows: Rows = [[name, name, "p", "; ".join(other for other in names if other != name)] for name in names]
    found = xlsx.read(file(workbook(claims=(("id", "text", "by", "supports"), *rows))))
    assert found.debate is None
    assert notes(found)[0].startswith(": the relations contradict each other")


def test_an_error_and_a_formula_without_a_value_are_named() -> None:
    rows: Rows = [["id", "text", "by"], ["a", "=A2&B9", "p"], ["b", "#N/A", "p"], ["c", "C", "p"]]
    data = workbook(claims=rows)
    found = xlsx.read(file(data))
    assert [text for text in notes(found) if "claims!B" in text] == [
        "claims!B2: a formula without a saved value: open and save the workbook, or write the value",
        "claims!B3: the cell holds the error #N/A",
    ]
    assert any("数式" in text for text in notes(found, "ja"))
    kept = sheet_changed(
        data,
        lambda text: text.replace("<f>A2&amp;B9</f><v/>", "<f>A2</f><v>7</v>").replace("<v></v>", "<v>7</v>"),
    )
    assert debate_of(xlsx.read(file(kept))).claims["a"].text == "7"


# --- the package itself


def replaced(data: bytes, path: str, change: Callable[[str], str]) -> bytes:
    """A workbook with one part changed."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            text = old.read(name)
            new.writestr(name, change(text.decode()).encode() if name == path else text)
    return made.getvalue()


def sheet_changed(data: bytes, change: Callable[[str], str]) -> bytes:
    return replaced(data, "xl/worksheets/sheet1.xml", change)


RELATED = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
SMALL = workbook(claims=[["id", "text", "by"], ["a", "A", "p"]])


def test_cells_are_read_in_all_their_forms() -> None:
    rows = """<sheetData><row><c t="inlineStr"><is><t>id</t></is></c><c t="inlineStr"><is><r><t>te</t></r><r><t>xt</t></r></is></c>
        <c t="str"><v>by</v></c><c t="str"><v>due</v></c><c t="str"><v>place</v></c></row>
        <row><c t="str"><v>a</v></c><c t="str"><v>_x0041__xD83D_</v></c><c t="str"><f>1</f><v></v></c>
        <c t="d"><v>2024-12-05</v></c></row>
        <row r="9"><c r="C9" t="str"><v>p</v></c><c r="A9" t="n"><v>1e999</v></c><c r="B9" s="77"><v>3</v></c>
        <c r="E9" t="s"><v>99</v></c><c r="??"><v>x</v></c></row></sheetData>"""
    data = sheet_changed(SMALL, lambda text: re.sub("<sheetData>.*</sheetData>", rows, text))
    found = xlsx.read(file(data))
    assert notes(found) == [
        "claims!A2: `a` has no `by`: the key is missing",
        "claims!E9: the workbook is damaged: save it anew",
    ]
    assert debate_of(found).claims["1e999"].text == "3"
    chart = f'<sheet {RELATED} name="Chart" sheetId="9" r:id="rId99"/></sheets>'
    assert (
        xlsx.read(file(replaced(data, "xl/workbook.xml", lambda text: text.replace("</sheets>", chart))))
        == found
    )
    alone = sheet_changed(SMALL, lambda text: re.sub("<sheetData>.*</sheetData>", "<sheetData/>", text))
    assert debate_of(xlsx.read(file(alone))) == Debate(id="ferry")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "damaged"),
        (b"PK\x03\x04 and no more", "damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512), "password"),
        (b"x" * 128_000_001, "128 MB"),
        (replaced(SMALL, "_rels/.rels", lambda _: "<a/>"), "no Excel workbook"),
        (
            replaced(SMALL, "_rels/.rels", lambda text: text.replace("xl/workbook", "xl/none")),
            "no Excel workbook",
        ),
        (replaced(SMALL, "xl/workbook.xml", lambda _: "<a"), "not XML"),
        (
            replaced(SMALL, "xl/workbook.xml", lambda _: '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'),
            "entities",
        ),
    ],
)
def test_a_file_that_is_no_workbook_is_refused_with_a_word(data: bytes, said: str) -> None:
    found = xlsx.read(file(data))
    assert found.debate is None
    assert len(found.faults) == 1
    assert said in found.faults[0].message.en


def test_workbooks_that_unpack_to_too_much_are_refused() -> None:
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as package:
        for number in range(5):
            package.writestr(f"xl/{number}.xml", bytes(50_000_000))
    assert "200 MB" in notes(xlsx.read(file(bomb.getvalue())))[0]
    one = replaced(written(everything()), "xl/sharedStrings.xml", lambda text: " " * 130_000_000 + text)
    assert notes(xlsx.read(file(one)))[0].startswith("xl/sharedStrings.xml: the file has more than 128 MB")
    again = f'<sheet {RELATED} name="{{}}" sheetId="1" r:id="rId1"/>'
    often = "".join(again.format(number) for number in range(9))
    five = replaced(SMALL, "xl/workbook.xml", lambda text: re.sub("<sheet [^>]*>", often, text))
    full = replaced(five, "xl/worksheets/sheet1.xml", lambda text: text + f"<!--{'x' * 1_000_000}-->" * 60)
    assert "200 MB" in notes(xlsx.read(file(full)))[0]
    lying = bytearray(one)
    for at in (found.start() for found in re.finditer(b"xl/sharedStrings.xml", one)):
        if one[at - 46 : at - 42] == b"PK\x01\x02":
            lying[at - 22 : at - 18] = (1000).to_bytes(4, "little")
    assert bytes(lying) != one
    assert xlsx.read(file(bytes(lying))).debate is None


def test_a_cell_at_the_far_end_of_a_sheet_costs_nothing() -> None:
    book = opened(SMALL)
    book["claims"]["XFD1048576"] = "far"
    found = xlsx.read(file(saved(book)))
    assert list(debate_of(found).claims) == ["a"]
    assert lost(found) == ["claims!XFD1: column XFD has no heading and is not carried over"]


def test_workbooks_are_recognised_by_what_is_in_them() -> None:
    assert xlsx.recognises(file(SMALL))
    assert xlsx.recognises(file(written(everything())))
    other = io.BytesIO()
    with zipfile.ZipFile(other, "w") as package:
        package.writestr("word/document.xml", "<a/>")
    assert not xlsx.recognises(file(other.getvalue()))
    assert not xlsx.recognises(file(b"id,text"))


# --- CSV


def test_csv_is_read_in_every_encoding_and_with_every_delimiter() -> None:
    text = '本文,発言者\r\n"黒字に,なる",市\r\n'
    for data in (text.encode(), text.encode("utf-8-sig"), text.encode("cp932"), text.encode("utf-16")):
        found = csv.read(file(data, "office/claims.csv"))
        assert [(one.text, one.by) for one in debate_of(found).claims.values()] == [("黒字に,なる", "市")]
        assert debate_of(found).id == "office"
    for delimiter in ";\t":
        data = f"id{delimiter}text{delimiter}by\na{delimiter}A, B{delimiter}p\n".encode()
        assert debate_of(csv.read(file(data, "list.csv"))).claims["a"].text == "A, B"


def test_a_section_is_read_with_the_others_beside_it() -> None:
    whole = files(everything())
    found = csv.read(file(whole["rebuttals.csv"], "ferry/rebuttals.csv", whole))
    assert found.debate == everything()
    renamed = {
        "発言者.csv": "ID,名前\np,市\n".encode(),
        "claims.csv": b"id,text,by\na,A,p\n",
        "主張.csv": b"id,text,by\nb,B,p\n",
    }
    named = debate_of(csv.read(folder(renamed)))
    assert (named.parties["p"].name, list(named.claims), named.id) == ("市", ["a"], "ferry")


def test_broken_csv_is_named_with_its_place() -> None:
    assert notes(csv.read(file(b'id,text,by\na,A,p\nb,"B,p\n', "x/claims.csv"))) == [
        "claims!A3: from here on the file cannot be read: unexpected end of data"
    ]
    assert (
        notes(csv.read(file(b"id,text\na,\xff\xfe\n", "x/claims.csv")))
        == [
            "claims.csv:2:3: the byte 0xFF is not UTF-8: save the file as UTF-8",
            ": no sheet of a debate was found",
        ][:1]
    )
    assert notes(csv.read(file(b"id,te\0xt\n", "x/claims.csv"))) == [
        "claims.csv:1:6: this is no text: it has a null character"
    ]
    assert notes(csv.read(folder({}))) == [": no sheet of a debate was found"]
    assert notes(csv.read(file(b"x,y\n1,2\n", "x/any.csv"))) == [": no sheet of a debate was found"]
    assert notes(csv.read(file(b"\xff", "x/any.csv")))[0].startswith("x/any.csv:1:1: ")
    long = b"id,text,by\na," + b"x" * 2_000_001 + b",p\n"
    assert "field larger" in notes(csv.read(file(long, "x/claims.csv")))[0]
    assert csv_files.field_size_limit() == 131_072


def test_long_cells_of_csv_are_read() -> None:
    data = b"id,text,by\na," + b"x" * 200_000 + b",p\n"
    assert len(debate_of(csv.read(file(data, "x/claims.csv"))).claims["a"].text) == 200_000


@pytest.mark.parametrize(
    ("data", "name", "known"),
    [
        (b"id,text,by\n", "a/list.csv", True),
        ("ID;本文\n".encode("cp932"), "a/list.txt", True),
        (b"id,name\np,City\n", "a/parties.csv", True),
        (b"id,name\np,City\n", "a/people.csv", False),
        (b"text\nfew\n", "a/list.csv", False),
        (b"id,text\n" + b"a,A\n" * 9000, "a/list.csv", True),
        (b"[]", "a/x.json", False),
        (b"", "a/empty", False),
        (b"\xff\xfe\x00", "a/b", False),
    ],
)
def test_csv_is_recognised_by_its_headings(data: bytes, name: str, known: bool) -> None:  # noqa: FBT001 - a table
    assert csv.recognises(file(data, name)) is known


def test_a_csv_folder_is_recognised_by_its_files() -> None:
    assert csv.recognises(folder(files(everything())))
    assert not csv.recognises(folder({"x.csv": b"id,text"}))


# --- hostile, and quick


@settings(max_examples=max(40, FUZZ), deadline=None)
@given(st.binary(max_size=300), st.sampled_from(("claims.csv", "x.csv", "x.xlsx")))
def test_any_bytes_are_read_without_an_exception(data: bytes, name: str) -> None:
    for module in (csv, xlsx):
        module.recognises(file(data, name))
        assert isinstance(module.read(file(data, name)), Imported)


@settings(max_examples=max(40, FUZZ), deadline=None)
@given(st.integers(0, 2**32))
def test_a_damaged_workbook_is_read_without_an_exception(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - a test
    data = bytearray(written(everything()))
    for _ in range(chance.randint(1, 20)):
        data[chance.randrange(len(data))] = chance.randrange(256)
    assert isinstance(xlsx.read(file(bytes(data))), Imported)


CELLS = st.lists(
    st.text(st.sampled_from('abq;,()- >"with2025\n本文はい=#'), max_size=12), min_size=3, max_size=12
)


@settings(max_examples=max(40, FUZZ), deadline=None)
@given(st.lists(CELLS, max_size=6), st.lists(CELLS, max_size=6), st.booleans())
def test_any_cells_give_a_debate_without_errors(claims: Rows, rebuttals: Rows, parties: bool) -> None:  # noqa: FBT001 - drawn
    heads = [
        "id",
        "text",
        "by",
        "supports",
        "rebuts",
        "undercuts",
        "answers",
        "due",
        "conceded",
        "source",
        "quote",
        "turn",
    ]
    made: dict[str, Iterable[Sequence[object]]] = {
        "claims": [heads, *claims],
        "rebuttals": [heads, *rebuttals],
    }
    made |= {"parties": [["id"], ["a"], ["b"]]} if parties else {}
    data = {}
    for name, rows in made.items():
        text = io.StringIO()
        csv_files.writer(text).writerows(rows)
        data[f"{name}.csv"] = text.getvalue().encode()
    found = csv.read(folder(data))
    assert found.debate is None or sound(found)


def test_a_thousand_statements_come_back() -> None:
    claims = {
        f"claim-{n}": {
            "text": f"発言その{n}、それなりの長さの文",
            "by": "p",
            "supports": [f"claim-{n // 2}"] if n else [],
        }
        for n in range(1000)
    }
    debate = Debate.model_validate({"id": "ferry", "parties": {"p": {}}, "claims": claims})
    assert xlsx.read(file(written(debate))).debate == debate
    assert csv.read(folder(files(debate))).debate == debate


def test_everything_is_kept_both_ways() -> None:
    for module in (csv, xlsx):
        assert module.READS == module.WRITES == frozenset(Feature)


def test_the_example_of_the_manual_is_true() -> None:
    page = (Path(__file__).parent.parent / "docs" / "from-excel.md").read_text(encoding="utf-8")
    first, second = (
        [[cell.strip() or None for cell in line.split("|")[1:-1]] for line in table.splitlines()]
        for table in re.findall(r"(?:^\|.*\n)+", page, re.MULTILINE)[:2]
    )
    listed = xlsx.read(file(workbook(Sheet1=[first[0], *first[2:]])))
    assert (len(debate_of(listed).claims), list(debate_of(listed).parties)) == (3, ["市", "議員"])
    assert lost(listed) == ["Sheet1!C1: the column `メモ` is not carried over"]
    rows = {
        name: [second[0][1:], *(line[1:] for line in second[2:] if line[0] == name)]
        for name in ("主張", "反論")
    }
    wanted = re.findall("```yaml\n(.*?)```", page, re.DOTALL)[0]
    assert xlsx.read(file(workbook(**rows))) == Imported(
        debate=read_debate(wanted.encode(), id="ferry", file="x", folder=".").debate
    )


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (
            ["a", "A", "p", "事実だ"],
            "claims!D2: `事実だ` は事実、価値、政策、予測、約束のどれでもない（`事実` のことか）",
        ),
        (["a", "A", "p", "x y"], "claims!D2: `x y` は事実、価値、政策、予測、約束のどれでもない"),
    ],
)
def test_faults_are_said_in_japanese_too(row: list[str], said: str) -> None:
    assert notes(xlsx.read(file(workbook(claims=[["id", "text", "by", "kind"], row]))), "ja") == [said]
