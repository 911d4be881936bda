"""The font of a page: the characters asked for, no others, as wide as argmap measured them, and the same bytes each time."""

from __future__ import annotations

import os
import subprocess
import sys
from io import BytesIO

import pytest
from fontTools.ttLib import TTFont
from pylopdf_fonts_jp import sans_path

from argmap.picture.measure import width
from argmap.report.html.font import subset
from tests.pictures import CLAIMS, SHIPPED

TEXT = "個人情報は、暗号化して管理する。Data is encrypted （2024年）→ ■●△○ 髙﨑𠮷"


def opened(text: str) -> TTFont:
    return TTFont(BytesIO(subset(text)))


def characters(font: TTFont) -> set[str]:
    return {chr(code) for code in font.getBestCmap()}


def test_the_characters_of_the_text_are_in_and_others_are_not() -> None:
    font = opened(TEXT)
    assert font.flavor == "woff2"
    assert characters(font) >= set(TEXT)
    assert not characters(font) & set("市民議員ABCghzがの")
    assert font["maxp"].numGlyphs < len(set(TEXT)) + 10


def test_every_character_is_drawn_and_as_wide_as_it_was_measured() -> None:
    font = opened(TEXT)
    assert font["head"].unitsPerEm == 1000
    names, outlines = font.getBestCmap(), font.getGlyphSet()
    for char in set(TEXT):
        name = names[ord(char)]
        assert font["hmtx"][name][0] == outlines[name].width == width(char, 1000)
        assert bool(font["CFF "].cff.topDictIndex[0].CharStrings[name].calcBounds(outlines)) is (char != " ")


def test_lines_are_as_high_as_in_the_whole_font() -> None:
    font = opened(TEXT)
    with TTFont(sans_path()) as whole:
        for table, fields in (
            ("hhea", ("ascent", "descent", "lineGap")),
            (
                "OS/2",
                (
                    "sTypoAscender",
                    "sTypoDescender",
                    "sTypoLineGap",
                    "usWinAscent",
                    "usWinDescent",
                    "fsSelection",
                ),
            ),
            ("head", ("created", "modified")),
        ):
            for field in fields:
                assert getattr(font[table], field) == getattr(whole[table], field)


@pytest.mark.parametrize(
    "text", ["髙𠮷", "絵文字😀です", "葛\U000e0100城", "č\x00\n\u200f\ufffe\ud800", "👨\u200d👩"]
)
def test_characters_that_the_font_lacks_are_passed_over(text: str) -> None:
    with TTFont(sans_path()) as whole:
        assert characters(opened(text)) == characters(whole) & set(f"{text} ")


def test_the_form_of_a_name_that_a_selector_asks_for_is_kept() -> None:
    (selected,) = (table for table in opened("葛\U000e0100城")["cmap"].tables if table.format == 14)
    assert {code: {base for base, _ in pairs} for code, pairs in selected.uvsDict.items()} == {
        0xE0100: set(map(ord, "葛城"))
    }


def test_an_empty_text_gives_a_small_font() -> None:
    assert len(subset("")) < 1_000
    font = opened("")
    assert characters(font) == {" "}
    assert font["maxp"].numGlyphs == 2


def test_the_same_characters_are_the_same_bytes_in_every_run() -> None:
    program = (
        "import sys; from argmap.report.html.font import subset; sys.stdout.buffer.write(subset(sys.argv[1]))"
    )
    found = {
        subprocess.run(
            [sys.executable, "-c", program, text],
            cwd=CLAIMS.parent,
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed, text in (("1", TEXT), ("2", TEXT[::-1] * 2))
    }
    assert found == {subset(TEXT)}


def test_it_names_its_copyright_and_licence() -> None:
    names = opened(TEXT)["name"]
    assert "Adobe" in str(names.getDebugName(0))
    assert str(names.getDebugName(14)).endswith("/OFL")
    assert names.getDebugName(1) is None


@pytest.mark.parametrize("name", SHIPPED)
def test_the_font_of_a_shipped_debate_is_small(name: str) -> None:
    text = (CLAIMS / f"{name}.yaml").read_text(encoding="utf-8")
    assert len(subset(text)) < 70_000
