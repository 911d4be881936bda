"""SVG: well-formed, accessible, every box and line with its id, everything escaped, the same bytes each time."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

import pytest

from argmap.layout import Drawing, place
from argmap.layout.svg import write
from argmap.picture import Picture
from argmap.render import RENDERERS
from tests.pictures import SHIPPED, claims, debate, drawn, shipped

SVG = "{http://www.w3.org/2000/svg}"
HOSTILE = "<b>太字</b> </script> ]]> \"引用\" 'a' & a:b \\n #{x} $y `z` 100%"


def svg(picture: Picture) -> str:
    text = RENDERERS["svg"].render(Drawing(picture=picture))
    assert isinstance(text, str)
    return text


def words(root: ET.Element) -> str:
    return "".join(text.text or "" for text in root.iter(f"{SVG}text"))


def classed(root: ET.Element, name: str) -> list[ET.Element]:
    return [each for each in root.iter(f"{SVG}g") if name in each.get("class", "").split()]


@pytest.mark.parametrize("name", SHIPPED)
def test_every_box_and_line_is_there_with_its_id(name: str) -> None:
    picture = shipped(name)
    root = ET.fromstring(svg(picture))  # noqa: S314 - our own text
    nodes, edges = classed(root, "node"), classed(root, "edge")
    assert {node.get("data-key") for node in nodes} == set(picture.box)
    drawn_lines = [(edge.get("data-from"), edge.get("data-to")) for edge in edges if edge.get("id")]
    assert sorted(drawn_lines, key=str) == sorted(
        ((line.source, line.target) for line in picture.lines), key=str
    )
    ids = [each.get("id") for each in root.iter() if each.get("id")]
    assert len(ids) == len(set(ids))


def test_ids_come_from_the_debates_own() -> None:
    text = svg(shipped("mynumber-insurance-card"))
    assert 'id="n_mynumber-insurance-card_encryption" data-id="encryption"' in text
    assert (
        'id="e_mynumber-insurance-card_connected-data_rebuts_mynumber-insurance-card_distributed-management"'
        in text
    )
    assert 'id="g_mynumber-insurance-card_privacy"' in text


def test_classes_say_role_side_status_and_relation() -> None:
    text = svg(shipped("mynumber-insurance-card"))
    assert '<g class="node claim side-government challenged"' in text
    assert '<g class="node question side-councilor unanswered"' in text
    assert '<g class="edge answers partial"' in text
    assert '<g class="edge undercuts"' in text
    assert '<g class="edge backs trunk"' in text
    assert text.count('<g class="edge backs hidden"') == 8
    assert '<g class="node claim side-government unrebutted candidate"' in svg(
        drawn(debate(claims=claims(1, review="candidate")))
    )


def test_all_words_are_text() -> None:
    picture = shipped("mynumber-insurance-card")
    found = words(ET.fromstring(svg(picture)))  # noqa: S314 - our own text
    for box in picture.boxes:
        for line in (*box.lines, *box.foot):
            assert line in found
    for line in (picture.title, *picture.subtitle, *picture.sources):
        assert line in found
    for section in picture.legend:
        for entry in section.entries:
            assert entry.word in found


def test_it_is_accessible() -> None:
    picture = shipped("partnership-system")
    root = ET.fromstring(svg(picture))  # noqa: S314 - our own text
    assert root.get("role") == "graphics-document"
    assert root.get("lang") == "ja"
    labelled = (root.get("aria-labelledby") or "").split()
    named = [each for each in root if each.get("id") in labelled]
    assert [each.text for each in named] == [picture.title, picture.description]
    titles = {title.text for title in root.iter(f"{SVG}title")}
    assert {box.description for box in picture.boxes} <= titles
    assert {line.description for line in picture.lines} <= titles


def test_hostile_texts_are_shown_as_they_are() -> None:
    given = debate(
        debate={"title": HOSTILE},
        parties={"city": {"name": HOSTILE, "side": HOSTILE}},
        groups={"g": HOSTILE},
        sources={"s": {"title": HOSTILE}},
        claims={"a": {"text": HOSTILE, "by": "city", "group": "g"}},
    )
    text = svg(drawn(given))
    root = ET.fromstring(text)  # noqa: S314 - our own text
    assert root.find(f"{SVG}title").text == HOSTILE  # type: ignore[union-attr] # every picture has one
    shown = words(root).replace(" ", "")
    assert shown.count(HOSTILE.replace(" ", "")) >= 3
    assert "<b>" not in text
    assert "</script" not in text


@pytest.mark.parametrize("char", ["\x00", "\x1b", "\ufffe", "\ud800"])
def test_what_xml_cannot_hold_is_replaced(char: str) -> None:
    picture = drawn(
        debate(debate={"title": f"a{char}b"}, parties={"city": {"name": f"c{char}d"}}, claims=claims(1))
    )
    assert words(ET.fromstring(svg(picture))).count("\ufffd") == 4  # noqa: S314 - our own text


def test_other_fonts_characters_stay_in_the_svg_and_are_geta_where_there_is_only_our_font() -> None:
    placed = place(drawn(debate(claims={"a": {"text": "絵文字😀、髙𠮷、右\u200fから", "by": "city"}})))
    assert "絵文字😀、髙𠮷、右\u200fから" in write(placed)
    only = write(placed, font_only=True)
    assert "絵文字〓、髙𠮷、右から" in only
    assert "〓 はこの図の書体にない文字：U+1F600" in only
    assert "〓 はこの図の書体にない文字" not in write(placed)


def test_a_number_is_as_short_as_it_gets() -> None:
    assert not re.search(
        r'"-0"|\.0[" LCMA]|\d\.\d\d', re.sub(r"<style>.*?</style>", "", svg(shipped("partnership-system")))
    )


def test_the_same_picture_is_the_same_bytes() -> None:
    assert svg(shipped("partnership-system")) == svg(shipped("partnership-system"))


def test_an_empty_picture_has_words_and_no_boxes() -> None:
    root = ET.fromstring(svg(drawn(debate())))  # noqa: S314 - our own text
    assert "この議論には、まだ発言がありません。" in words(root)
    assert classed(root, "node") == []


def test_ids_that_differ_in_a_sign_are_not_the_same() -> None:
    said = {name: {"text": "あ", "by": "city"} for name in ("कि", "की", "กี่", "กิ", "a-b", "反論1-い")}
    root = ET.fromstring(svg(drawn(debate(claims=said))))  # noqa: S314 - our own text
    found = [each.get("id") or "" for each in classed(root, "node")]
    assert len(set(found)) == len(said)
    assert {"n_d_反論1-い", "n_d_a-b", "n_d_क.93f."} <= set(found)


@pytest.mark.parametrize("side", ["rebuttal", "candidate", "reference"])
def test_a_side_draws_nothing_as_something_else(side: str) -> None:
    given = debate(parties={"x": {"name": "人", "side": side}}, claims={"a": {"text": "あ", "by": "x"}})
    text = svg(drawn(given))
    assert f'<g class="node claim side-{side} unrebutted"' in text
    assert f'<g class="claim side-{side}">' in text
