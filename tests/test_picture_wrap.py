"""Lines break by phrase, never inside a number or a word, and by the rules of print."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from argmap.picture.measure import clean, width
from argmap.picture.wrap import wrap

ROOM, SIZE = 208.0, 13.0
CUT = (
    "2,025人",
    "8879億円",
    "5億8000万円",
    "2025年",
    "１２３，４５６円",
    "COVID19",
    "100kg/m2",
    "US$8億円",
    "約300件",
)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("短い", ("短い",)),
        (
            "2025年7月末まで経過措置があり、持たない人には資格確認書を出す",
            ("2025年7月末まで経過措置があり、", "持たない人には資格確認書を出す"),
        ),
        (
            "国が10年間で8879億円を費やしたことをどう考えるか",
            ("国が10年間で8879億円を", "費やしたことをどう考えるか"),
        ),
        (
            "The bridge is closed to lorries until the end of March.",
            ("The bridge is closed to lorries", "until the end of March."),
        ),
        ("一行目\n二行目", ("一行目", "二行目")),
        ("一行目\n\n三行目", ("一行目", "", "三行目")),
    ],
)
def test_lines_break_where_a_reader_would(text: str, lines: tuple[str, ...]) -> None:
    assert wrap(text, ROOM, SIZE) == lines


@pytest.mark.parametrize("number", CUT)
@pytest.mark.parametrize("before", range(18))
def test_numbers_and_words_stay_whole(number: str, before: int) -> None:
    lines = wrap("あ" * before + number + "という話をしている人たちがいる", ROOM, SIZE)
    assert any(number in line for line in lines)


def test_a_word_wider_than_a_line_is_broken_between_its_letters() -> None:
    word = "Pneumonoultramicroscopicsilicovolcanoconiosis" * 2
    lines = wrap(word, ROOM, SIZE)
    assert "".join(lines) == word
    assert [len(line) for line in lines] == [30, 29, 31]


def test_a_long_phrase_starts_on_its_own_line_and_breaks_anywhere() -> None:
    lines = wrap("「" + "あ" * 40 + "」", ROOM, SIZE)
    assert [len(line) for line in lines] == [16, 16, 10]


def test_a_long_text_loses_nothing() -> None:
    text = "これは二千字の主張であり、途中で2,025年や8879億円を含む。" * 60
    assert "".join(wrap(text, ROOM, SIZE)) == text


@given(st.text(alphabet="あ漢ー、。「」（）々…aZ9,.- \u0301\u200f😀"))
@example("「" * 20)
@example("。" * 30)
def test_nothing_is_lost_and_nothing_is_too_wide(raw: str) -> None:
    text = clean(raw)
    lines = wrap(text, ROOM, SIZE)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(width(line, SIZE) <= ROOM for line in lines)


@given(st.text(alphabet="あ漢字ーっ、。「（）」9", max_size=60))
def test_no_line_starts_or_ends_with_a_sign_that_may_not(text: str) -> None:
    lines = wrap(text, ROOM, SIZE)
    runs = max(
        (len(run) for run in text.replace("あ", " ").replace("漢", " ").replace("字", " ").split()), default=0
    )
    if runs < 8:  # a longer run of signs fits no line
        assert all(line[0] not in "ーっ、。）」" for line in lines[1:] if line)
        assert all(line[-1] not in "「（" for line in lines[:-1] if line)
