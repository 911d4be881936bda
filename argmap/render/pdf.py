"""PDF: to be printed and handed out, on A4 or A3; fonts embedded, text can be selected.

No text is smaller than 7 points: a picture that would need it is split over pages, an overview first.
"""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from argmap.layout import Drawing
from argmap.layout.svg import write

SUFFIX = ".pdf"
MEDIA = "application/pdf"


def render(drawing: Drawing) -> bytes:
    """The picture as PDF."""
    from pylopdf_fonts_jp import sans_path
    from typst import compile as typeset

    picture = drawing.picture
    source = [
        f"#set document(title: {_string(picture.title)}, date: none)",
        f'#set text(lang: "{picture.lang}", font: "Noto Sans JP")',
    ]
    with TemporaryDirectory() as folder:
        for number, page in enumerate(drawing.pages):
            Path(folder, f"{number}.svg").write_text(write(page.placed, font_only=True), encoding="utf-8")
            size = f"width: {page.width:.2f}pt, height: {page.height:.2f}pt"
            alt = _string(page.placed.picture.description)
            source.append(f'#page({size}, margin: 0pt, image("{number}.svg", width: 100%, alt: {alt}))')
        main = Path(folder, "main.typ")
        main.write_text("\n".join(source), encoding="utf-8")
        return bytes(
            typeset(str(main), root=folder, font_paths=[str(sans_path().parent)], ignore_system_fonts=True)
        )


def _string(text: str) -> str:
    """A text as a string of Typst."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
