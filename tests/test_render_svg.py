"""SVG: well-formed, accessible, every box and line with its id, everything escaped, the same bytes each time."""

from __future__ import annotations

import re
from dataclasses import asdict
from xml.etree import ElementTree as ET

import pytest

from argmap.layout import Drawing, place
from argmap.layout.style import DARK, LIGHT, css, recoloured
from argmap.layout.svg import write
from argmap.picture import Picture
from argmap.render import RENDERERS
from tests.pages import contrast
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
    assert 'id="n_mynumber-insurance-card_encryption" role="graphics-object" data-id="encryption"' in text
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


def test_for_a_page_what_its_script_names_is_left_out_and_the_rest_is_the_same() -> None:
    placed = place(shipped("mynumber-insurance-card"))
    whole, bare = write(placed), write(placed, bare=True)
    root = ET.fromstring(bare)  # noqa: S314 - our own text
    groups = [each for each in root.iter(f"{SVG}g") if each.get("class")]
    assert not [each for each in groups if each.get("id") or each.get("role")]
    assert {each.get("data-key") for each in classed(root, "node")} == set(placed.picture.box)
    assert [each.find(f"{SVG}title") for each in (*classed(root, "node"), *classed(root, "edge"))] == [
        None
    ] * len((*classed(root, "node"), *classed(root, "edge")))
    titles = [each.findtext(f"{SVG}title") for each in classed(root, "group")]
    assert titles == [each.name for each in placed.picture.groups]
    assert root.get("role") == "graphics-document"
    assert root.findtext(f"{SVG}title") == placed.picture.title
    assert words(root) == words(ET.fromstring(whole))  # noqa: S314 - our own text
    assert "\n\n" not in bare
    assert len(bare) < 0.9 * len(whole)


@pytest.mark.parametrize("bare", [False, True])
def test_lines_that_meet_at_a_junction_can_be_followed(bare: bool) -> None:  # noqa: FBT001 - parametrised
    premises = {"a": {"text": "前提", "by": "city", "supports": [{"to": "b", "with": ["c"]}]}}
    given = debate(claims={**claims(0), **premises, **{n: {"text": n, "by": "city"} for n in "bc"}})
    root = ET.fromstring(write(place(drawn(given)), bare=bare))  # noqa: S314 - our own text
    (junction,) = classed(root, "junction")
    key = junction.get("data-key")
    edges = {(each.get("data-from"), each.get("data-to")) for each in classed(root, "edge")}
    assert edges >= {("d#a", key), ("d#c", key), (key, "d#b")}
    assert bool(junction.get("id")) is not bare


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


PALETTES = {"light": LIGHT, "dark": DARK}


@pytest.mark.parametrize("name", PALETTES)
def test_small_text_has_enough_contrast(name: str) -> None:
    p = PALETTES[name]
    grounds = {
        p.paper: (p.ink, p.muted, p.blue, p.red, p.ochre, p.purple),
        p.frame: (p.ink, p.muted),
        p.stack: (p.ink,),
        p.head: (p.head_words,),
        p.claim_head: (p.ink, p.muted),
        p.rebuttal_head: (p.ink, p.muted),
        p.question: (p.ink, p.muted),
        p.red: (p.paper,),
        p.ink: (p.paper,),
    }
    for ground, inks in grounds.items():
        for ink in inks:
            assert contrast(ink[1:], ground[1:]) >= 4.5, (ink, ground)
    for line in (p.red, p.blue, p.grey, p.ink, p.claim_edge, p.question_edge, p.head):
        assert contrast(line[1:], p.paper[1:]) >= 3, line


def test_another_palette_gives_the_same_rules_other_colours() -> None:
    def rules(text: str) -> dict[str, set[str]]:
        found: dict[str, set[str]] = {}
        for selectors, body in re.findall(r"([^{}]+)\{([^}]*)\}", text):
            for selector in selectors.split(","):
                found.setdefault(selector, set()).update(part.split(":")[0] for part in body.split(";"))
        return found

    dark = recoloured(DARK, "#sheet .argmap")
    assert set(re.findall(r"#[0-9a-f]{6}", dark)) <= set(asdict(DARK).values())
    assert all(selector.startswith("#sheet .argmap") for selector in rules(dark))
    whole = rules(css())
    for selector, properties in rules(dark).items():
        assert properties <= {"fill", "stroke"}
        assert properties <= whole[selector.removeprefix("#sheet ")]
    colours = set(re.findall(r"#[0-9a-f]{6}", css()))
    assert colours <= set(asdict(LIGHT).values())
    assert len(re.findall(r"#[0-9a-f]{6}", css())) == len(re.findall(r"#[0-9a-f]{6}", dark)), (
        "none is left over"
    )


@pytest.mark.parametrize("side", ["rebuttal", "candidate", "reference"])
def test_a_side_draws_nothing_as_something_else(side: str) -> None:
    given = debate(parties={"x": {"name": "人", "side": side}}, claims={"a": {"text": "あ", "by": "x"}})
    text = svg(drawn(given))
    assert f'<g class="node claim side-{side} unrebutted"' in text
    assert f'<g class="claim side-{side}">' in text
