from __future__ import annotations

import json
import random
import sys
from itertools import permutations
from pathlib import Path

import pytest

from argmap.drafting import tokens
from argmap.drafting.align import Among, Weights, assign
from argmap.drafting.answers import Reply, is_open, replies
from argmap.drafting.claims import claims
from argmap.drafting.points import points
from argmap.drafting.tokens import Splitter, pairs, splitter, telling_words
from tests.drafting import turn

PAIRS = Path(__file__).parents[2] / "shared" / "samples" / "kodaira" / "pairs-dev.json"


@pytest.fixture(params=["sudachi", "bigrams"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Splitter:
    if request.param == "bigrams":
        monkeypatch.setattr(tokens, "_sudachi", lambda: None)
    found = splitter()
    if found.name != request.param:
        pytest.skip("SudachiPy is not installed (argmap[ja])")
    return found


def test_without_sudachi_pairs_are_taken_and_the_note_says_how_to_get_words(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "sudachipy", None)
    tokens._sudachi.cache_clear()  # noqa: SLF001 it remembers what is installed
    try:
        found = splitter()
    finally:
        tokens._sudachi.cache_clear()  # noqa: SLF001 the next test may have it again
    assert found.name == "bigrams"
    assert "argmap[ja]" in found.note.en
    assert "argmap[ja]" in found.note.ja


def test_with_sudachi_spellings_of_a_word_are_one_term() -> None:
    pytest.importorskip("sudachipy")
    found = splitter()
    assert found.name == "sudachi"
    assert "SudachiPy" in found.note.ja
    assert set(found.terms("サーバーの取り替えを行なう")) & set(found.terms("サーバの取替えを行う")) >= {
        "サーバー",
        "行う",
    }


def test_a_text_longer_than_sudachi_takes_is_taken_apart_too(way: Splitter) -> None:
    assert len(way.terms("防災訓練を行う。" * 9000)) >= 9000


def test_full_width_and_half_width_are_the_same_terms(way: Splitter) -> None:
    assert way.terms("ＡＥＤを２台") == way.terms("AEDを2台")


def test_pairs_stay_inside_runs_of_kanji_or_katakana() -> None:
    assert pairs("図書館のバス停で AED 1,200台、川") == (
        "図書",
        "書館",
        "バス",
        "停",
        "aed",
        "1,200",
        "台",
        "川",
    )


def test_telling_words_are_what_a_reader_would_look_for() -> None:
    assert telling_words("除雪車の出動基準と、出動基準の１５センチ") == ("除雪車", "出動基準", "15センチ")


def test_a_text_is_most_like_the_one_that_shares_its_rare_words(way: Splitter) -> None:
    texts = ["町道の除雪を早める。", "町道の舗装を早める。", "町道の街灯を早める。"]
    weights = Weights(map(way.terms, texts))
    row = Among([weights.vector((way.terms(text), 1.0)) for text in texts]).row(
        weights.vector((way.terms("舗装は町道"), 1.0))
    )
    assert max(range(3), key=row.__getitem__) == 1
    assert row[0] > 0
    assert Among([weights.vector(((), 1.0))]).row(weights.vector((way.terms("舗装"), 1.0))) == [0.0]


@pytest.mark.parametrize(("rows", "columns"), [(1, 1), (3, 3), (2, 5), (5, 2), (4, 4)])
def test_assignment_has_the_greatest_sum_of_all(rows: int, columns: int) -> None:
    chance = random.Random(rows * 10 + columns)  # noqa: S311 no secret
    for _ in range(20):
        table = [[chance.randint(1, 9) / 10 for _ in range(columns)] for _ in range(rows)]
        found = assign(table)
        taken = [column for column in found if column is not None]
        assert len(taken) == len(set(taken)) == min(rows, columns)
        got = sum(table[row][column] for row, column in enumerate(found) if column is not None)
        assert got == pytest.approx(_greatest(table))


def _greatest(table: list[list[float]]) -> float:
    rows, columns = range(len(table)), range(len(table[0]))
    if len(rows) <= len(columns):
        return max(
            sum(table[r][c] for r, c in zip(rows, way, strict=True))
            for way in permutations(columns, len(rows))
        )
    return max(
        sum(table[r][c] for r, c in zip(way, columns, strict=True))
        for way in permutations(rows, len(columns))
    )


def test_what_shares_nothing_is_assigned_to_nothing() -> None:
    assert assign([[0.5, 0.0], [0.4, 0.0]]) == [0, None]
    assert assign([]) == []
    assert assign([[], []]) == [None, None]


def test_a_block_too_large_is_paired_best_first() -> None:
    size = 300
    table = [[1.0 if row == column else 0.1 for column in range(size)] for row in range(size)]
    assert assign(table) == list(range(size))


@pytest.mark.parametrize(
    "text",
    [
        "今後検討してまいります。",
        "他町の動向を注視していく。",
        "国が対策を示している。",
        "適切に対応してまいります。",
        "研究を進める。",
    ],
)
def test_what_leaves_open_what_is_done_is_seen(text: str) -> None:
    assert is_open(text)


@pytest.mark.parametrize(
    "text", ["検討した結果、来月から始める。", "増設は考えていない。", "検討は行いません。", "橋を直した。"]
)
def test_a_plain_answer_is_not_open_and_neither_is_a_no(text: str) -> None:
    assert not is_open(text)


QUESTIONS = """\
除雪車の出動基準はどうなっているか。図書館の開館時間を延ばしてはどうか。空き家の解体補助は何件か。"""
ANSWERS = """\
初めに、空き家の解体補助についてですが、昨年度は12件でした。次に、除雪車の出動基準についてですが、積雪15センチです。\
最後に、図書館の開館時間については、延ばすことを検討してまいります。"""


def answered(way: Splitter, asked: str, answer: str) -> tuple[Reply, ...]:
    question, reply = turn("question", asked), turn("answer", answer, 1000, number=2)
    weights = Weights(way.terms(s.text) for s in (*question.sentences, *reply.sentences))
    found = points(question, asked)
    return replies(found, claims(reply, " " * 1000 + answer), way.terms, weights, way.enough)


def test_points_find_their_part_of_the_answer_one_to_one(way: Splitter) -> None:
    found = answered(way, QUESTIONS, ANSWERS)
    assert [[number for number, _, _ in reply.answers] for reply in found] == [[1], [2], [0]]
    assert [reply.status for reply in found] == ["answered", "evasive", "answered"]
    assert "除雪車" in found[0].answers[0][2].ja
    assert "除雪車" in found[0].answers[0][2].en


def test_a_point_that_nothing_speaks_of_has_no_answer_and_says_what_is_missing(way: Splitter) -> None:
    found = answered(way, QUESTIONS + "町営プールの水質検査は。", ANSWERS)[-1]
    assert found.status == "none-found"
    assert not found.answers
    assert {"町営プール", "水質検査"} <= set(found.missing)


def test_without_any_answer_every_point_lacks_all_its_words(way: Splitter) -> None:
    found = answered(way, "除雪車の出動基準を伺う。", "")
    assert found == (Reply(status="none-found", missing=("除雪車", "出動基準")),)


def test_a_single_question_is_answered_by_what_follows(way: Splitter) -> None:
    found = answered(
        way,
        "町はどう対処するか。歩道の段差も直すよう要望する。",
        "苦情の窓口を設けた。歩道の段差は来月直す。",
    )
    assert [number for number, _, _ in found[0].answers] == [0, 1]
    assert "直後" in found[0].answers[0][2].ja
    assert [number for number, _, _ in found[1].answers] == [1]


def test_a_question_that_goes_on_shares_the_answer_of_the_one_before(way: Splitter) -> None:
    found = answered(way, "除雪車の出動基準はどうなっているか。その根拠は。図書館の開館時間は。", ANSWERS)
    numbers = [[number for number, _, _ in reply.answers] for reply in found]
    assert numbers[0] == numbers[1] == [1]


def test_an_answer_that_lacks_most_of_a_point_is_partial(way: Splitter) -> None:
    asked = "郵便の遅配、除雪車の出動と燃料と賃金などの声がある。町の考えは。"
    late, snow = answered(way, asked, "除雪車は三台ある。水道は値上げしない。公園は芝生にした。")
    assert (late.status, late.answers) == ("none-found", ())
    assert (snow.status, [extent for _, extent, _ in snow.answers]) == ("partial", ["partial"])
    assert "燃料" in snow.missing
    assert "除雪車" not in snow.missing


@pytest.mark.parametrize(
    ("name", "first", "assigned"), [("sudachi", 0.715, 0.885), ("bigrams", 0.715, 0.855)]
)
def test_questions_find_their_answers_as_well_as_was_measured(
    name: str, first: float, assigned: float, way: Splitter
) -> None:
    if way.name != name:
        pytest.skip("the other way")
    if not PAIRS.is_file():
        pytest.skip(f"not here: {PAIRS}")
    nearest = one_to_one = count = 0
    for document in json.loads(PAIRS.read_text(encoding="utf-8")):
        asked = [way.terms(pair["q"]) for pair in document["pairs"]]
        given = [way.terms(pair["a"]) for pair in document["pairs"]]
        weights = Weights(asked + given)
        among = Among([weights.vector((terms, 1.0)) for terms in given])
        table = [among.row(weights.vector((terms, 1.0))) for terms in asked]
        count += len(table)
        nearest += sum(
            max(range(len(row)), key=row.__getitem__) == number for number, row in enumerate(table)
        )
        one_to_one += sum(column == number for number, column in enumerate(assign(table)))
    assert nearest / count >= first
    assert one_to_one / count >= assigned
