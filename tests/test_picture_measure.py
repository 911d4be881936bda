"""Widths without the font, and what is done about characters that it lacks."""

from __future__ import annotations

import pytest

from argmap.picture.measure import clean, in_font, lacking, width
from argmap.semantics import QuestionStatus, Status
from tests import make_widths
from tests.pictures import debate, drawn


def test_the_table_is_the_fonts() -> None:
    assert make_widths.MODULE.read_text(encoding="utf-8") == make_widths.module()


def test_every_character_is_as_wide_as_in_the_font() -> None:
    assert {chr(code): width(chr(code), 1000) for code in (65, 0x3042, 0x9AD9, 0x20BB7)} == {
        chr(code): make_widths.advances()[code] for code in (65, 0x3042, 0x9AD9, 0x20BB7)
    }
    assert width("暗号化", 13) == 39


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("髙𠮷﨑", "髙𠮷﨑"),
        ("絵文字😀です", "絵文字〓です"),
        ("č", "〓"),
        ("右\u200fから", "右から"),
        ("👨\u200d👩", "〓〓"),
    ],
)
def test_a_character_that_the_font_lacks_is_a_geta(text: str, shown: str) -> None:
    assert in_font(text) == shown
    assert lacking(in_font(text)) == ""
    assert width(text, 10) >= width(shown, 10)


def test_lacking_characters_are_named_once_each() -> None:
    assert lacking("b😀a😀\n\u200fč") == "č😀"


def test_room_is_kept_for_an_emoji_of_the_readers_font_and_none_for_marks() -> None:
    assert width("😀", 10) == 13
    assert width("č", 10) == 10
    assert width("e\u0301\u200f", 10) == width("e", 10)


@pytest.mark.parametrize(
    ("text", "drawn_as"),
    [
        ("か\u3099", "が"),
        ("a\x00b\x1f", "a\ufffdb\ufffd"),
        ("  a \t b  ", "a b"),
        ("a\r\n b\rc", "a\nb\nc"),
        ("a\ufffe", "a\ufffd"),
    ],
)
def test_texts_are_cleaned(text: str, drawn_as: str) -> None:
    assert clean(text) == drawn_as


def test_the_font_has_every_sign_that_a_picture_uses() -> None:
    sections = {
        "claims": {
            "a": {"text": "あ", "by": "city", "conceded": "true"},
            "b": {"text": "い", "by": "member"},
        },
        "rebuttals": {"r": {"text": "う", "by": "member", "rebuts": ["b"]}},
    }
    assert drawn(debate(**sections)).missing == ""
    signs = {status.sign for status in (*Status, *QuestionStatus)} - {Status.CONCEDED.sign}
    assert lacking("".join(signs)) == ""
