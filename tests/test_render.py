"""The registry of formats, and DOT, Mermaid, PNG and PDF."""

from __future__ import annotations

import io
import re
import struct
import subprocess
from pathlib import Path

import pytest
from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from argmap.layout import Drawing, Options
from argmap.layout.engine import find
from argmap.layout.pages import PAPERS
from argmap.picture import Picture
from argmap.render import RENDERERS, png
from tests.pictures import SHIPPED, claims, debate, drawn, shipped, shipped_drawing

HOSTILE = "<b>x</b> </script> \"q\" 'a' & a:b \\n #{x} `y` *s* _u_ |p| [k] {w} ~ ;"
STEP = {
    "claims": {
        "a": {"text": "前提", "by": "city", "supports": ["b"], "review": "candidate"},
        "b": {"text": "結論", "by": "city", "answers": [{"question": "q", "extent": "partial"}]},
    },
    "rebuttals": {"u": {"text": "飛躍", "by": "member", "undercuts": ["a"]}},
    "questions": {"q": {"text": "問い", "about": ["a"]}},
}


def text(name: str, picture: Picture) -> str:
    found = RENDERERS[name].render(Drawing(picture=picture))
    assert isinstance(found, str)
    return found


def data(name: str, drawing: Drawing) -> bytes:
    found = RENDERERS[name].render(drawing)
    assert isinstance(found, bytes)
    return found


def test_every_format_says_what_it_is() -> None:
    assert {name: (each.suffix, each.media) for name, each in RENDERERS.items()} == {
        "dot": (".dot", "text/vnd.graphviz"),
        "mermaid": (".mmd", "text/vnd.mermaid"),
        "pdf": (".pdf", "application/pdf"),
        "png": (".png", "image/png"),
        "svg": (".svg", "image/svg+xml"),
    }
    assert all(each.about.endswith((".", "itself.")) and ":" in each.about for each in RENDERERS.values())


def laid_out(dot: str) -> list[list[str]]:
    """What a Graphviz makes of it."""
    done = subprocess.run(
        [find("pip"), "-Tplain"], input=dot, capture_output=True, check=True, encoding="utf-8"
    )
    return [line.split(" ") for line in done.stdout.splitlines()]


@pytest.mark.parametrize("name", SHIPPED)
def test_graphviz_lays_out_the_dot(name: str) -> None:
    picture = shipped(name)
    found = laid_out(text("dot", picture))
    assert sum(row[0] == "node" for row in found) == len(picture.boxes) + len(picture.junctions)
    assert sum(row[0] == "edge" for row in found) == len(picture.lines)


def test_dot_has_synthetic_names_escaped_labels_and_the_grammar_of_the_picture() -> None:
    dot = text("dot", drawn(debate(**STEP)))
    assert set(re.findall(r"^\s*(\S+) \[label", dot, re.MULTILINE)) == {"n1", "n2", "n3", "n4", "n5"}
    assert "arrowhead=tee" in dot
    assert re.search(r"arrowhead=vee .*style=dashed", dot)
    assert 'style="filled,dashed"' in dot
    assert "shape=octagon" in dot
    assert "id=a" in dot


def test_a_box_of_a_stack_has_its_head_where_there_are_no_stacks() -> None:
    picture = shipped("mynumber-insurance-card")
    assert text("dot", picture).count("証拠（事例）　議員\\l") == 9
    assert text("mermaid", picture).count("証拠（事例）　議員<br/>") == 9


def test_hostile_labels_survive_graphviz() -> None:
    given = debate(
        debate={"title": HOSTILE},
        groups={"g": HOSTILE},
        claims={"a": {"text": HOSTILE, "by": "city", "group": "g"}},
    )
    dot = text("dot", drawn(given))
    assert len([row for row in laid_out(dot) if row[0] == "node"]) == 1
    svg = subprocess.run(
        [find("pip"), "-Tsvg"], input=dot, capture_output=True, check=True, encoding="utf-8"
    ).stdout
    assert "&lt;b&gt;x&lt;/b&gt; &lt;/script&gt;" in svg
    assert "\\n" in svg


def test_an_empty_dot_says_so() -> None:
    assert "まだ発言がありません" in text("dot", drawn(debate()))


def test_mermaid_spells_shapes_arrows_and_groups() -> None:
    given = debate(groups={"g": "件名"}, **STEP, evidence={"e": {"text": "証", "backs": ["u"], "group": "g"}})
    lines = text("mermaid", drawn(given)).splitlines()
    assert lines[:4] == ["---", "title: '題'", "---", "flowchart RL"]
    assert '  subgraph g1["件名"]' in lines
    assert '    n5[/"証拠<br/>証<br/>出典なし"/]:::evidence' in lines
    assert '  n1(["質問 ◐ 一部だけ答弁<br/>問い"]):::question' in lines
    assert (
        '  n2["主張　市 ∥ 論拠不成立<br/>前提<br/>候補（未確認）"]:::claim:::government:::candidate'
        not in lines
    )
    assert any(line.startswith("  n2[") and "候補（未確認）" in line for line in lines)
    assert '  n6((" "))' in lines
    assert "  n2 --- n6" in lines
    assert '  n4 -.-x|"つながりを崩す"| n6' in lines
    assert '  n3 -->|"一部だけ答える"| n1' in lines
    assert '  n5 --o|"裏づける"| n4' in lines


def test_mermaid_escapes_what_it_would_read() -> None:
    given = debate(debate={"title": 'it\'s\n"x"'}, claims={"a": {"text": HOSTILE, "by": "city"}})
    lines = text("mermaid", drawn(given)).splitlines()
    assert lines[1] == "title: 'it''s \"x\"'"
    (node,) = [line for line in lines if line.startswith("  n1")]
    label = node.partition('"')[2].rpartition('"')[0]
    assert not set('"`<>&') & set(label.replace("<br/>", ""))
    assert "#lt;b#gt;x#lt;/b#gt;" in label
    assert "#quot;q#quot;" in label
    assert "#35;{x}" in label


def test_an_empty_mermaid_says_so() -> None:
    assert '  note["この議論には、まだ発言がありません。"]' in text("mermaid", drawn(debate())).splitlines()


def size(image: bytes) -> tuple[int, int]:
    assert image.startswith(b"\x89PNG")
    width, height = struct.unpack(">II", image[16:24])
    return width, height


def test_a_png_has_the_pixels_that_were_asked_for() -> None:
    picture = drawn(debate(claims=claims(1)))
    drawing = Drawing(picture=picture, options=Options(scale=1.5))
    placed = drawing.placed
    assert size(data("png", drawing)) == pytest.approx((placed.width * 1.5, placed.height * 1.5), abs=1)


def test_a_png_never_has_more_pixels_than_its_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    drawing = Drawing(picture=drawn(debate(claims=claims(1))))
    monkeypatch.setattr(png, "_MOST", 10_000)
    width, height = size(data("png", drawing))
    assert 9_000 < width * height < 11_000
    monkeypatch.setattr(png, "_LONGEST", 50)
    assert max(size(data("png", drawing))) == 50


def test_a_png_without_fonts_on_the_machine_has_no_missing_letters() -> None:
    with_text = data("png", Drawing(picture=drawn(debate(claims={"a": {"text": "あ", "by": "city"}}))))
    other = data("png", Drawing(picture=drawn(debate(claims={"a": {"text": "い", "by": "city"}}))))
    assert with_text != other


@pytest.mark.parametrize("paper", ["a4", "a3"])
def test_a_pdf_has_text_to_select_a_title_and_the_paper_that_was_asked_for(paper: str) -> None:
    picture = shipped("mynumber-insurance-card")
    drawing = Drawing(picture=picture, options=Options(paper=paper))  # type: ignore[arg-type] # of a parameter
    reader = PdfReader(io.BytesIO(data("pdf", drawing)))
    assert reader.metadata is not None
    assert reader.metadata.title == picture.title
    for page in reader.pages:
        assert (float(page.mediabox.width), float(page.mediabox.height)) == pytest.approx(
            PAPERS[paper], abs=0.1
        )
    found = re.sub(r"\s", "", "".join(page.extract_text() for page in reader.pages))
    for box in picture.boxes:
        assert all(re.sub(r"\s", "", line) in found for line in box.lines)


def test_a_pdf_embeds_our_font_and_no_other() -> None:
    reader = PdfReader(io.BytesIO(data("pdf", shipped_drawing("partnership-system"))))
    objects = (
        reader.get_object(number) for number in range(1, len(reader.xref_objStm) + len(reader.xref[0]) + 1)
    )
    fonts = {
        str(each["/BaseFont"])
        for each in objects
        if isinstance(each, DictionaryObject) and "/BaseFont" in each
    }
    assert fonts
    assert all("NotoSansJP" in font for font in fonts)


def test_a_hostile_title_is_only_a_title() -> None:
    given = debate(debate={"title": 'a"#b\\c\n$d$ <e>'}, claims=claims(1))
    reader = PdfReader(io.BytesIO(data("pdf", Drawing(picture=drawn(given)))))
    assert reader.metadata is not None
    assert reader.metadata.title == 'a"#b\\c $d$ <e>'


def test_the_same_pdf_is_the_same_bytes() -> None:
    drawing = Drawing(picture=drawn(debate(claims=claims(3))))
    assert data("pdf", drawing) == data("pdf", drawing)


def test_nothing_is_left_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr("tempfile.tempdir", None)
    data("pdf", Drawing(picture=drawn(debate(claims=claims(1)))))
    assert list(tmp_path.iterdir()) == []
