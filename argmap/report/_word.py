"""What Word documents (Office Open XML, ECMA-376) share: paper, fonts, language, and the same bytes for the same input.

python-docx starts from a letter-sized page with the fonts of a theme that has no Japanese one. Here the page is A4,
every style names its East-Asian font, and the language of the proofing tools is set, so that Word and LibreOffice
show the same.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from html import escape
from io import BytesIO
from typing import TYPE_CHECKING, Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from argmap.diagnostics import Lang, Words

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import Table
    from docx.text.paragraph import Paragraph

SERIF, SANS = ("Yu Mincho", "游明朝"), ("Yu Gothic", "游ゴシック")
INK, GREY = "1F2933", "52606D"

_FORM = Words(
    en="A form for argmap. What stands in braces is filled in, or repeats the lines between; see docs/documents.md. "
    "These lines are not in the finished document.",
    ja="argmap の様式。波括弧の中は、差し込まれる項目か、間の行の繰り返しである（docs/documents.md を参照）。"
    "この行は、出来上がった文書には残らない。",
)
_LINE = "A9B4BE"
_SHORT, _LONG = 210, 297  # millimetres
_LEADING = 1.5
_THEME_FONTS = ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme")
_CONTROL = re.compile(r"[\x00-\x1f\x7f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")
_TAB, _BREAK = "<w:tab/>", "<w:br/>"
_EPOCH = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How a style of paragraphs looks.

    Attributes:
        font: the Latin font and the East-Asian one.
        size: of the type, in points.
        before: points above a paragraph.
        after: points below it.
        colour: of the type, as RRGGBB.
        leading: the height of a line, as a multiple of `size`.
    """

    font: tuple[str, str] = SERIF
    size: float
    before: float = 0
    after: float = 0
    colour: str = INK
    leading: float = _LEADING


def new(looks: Mapping[str, Look], margin: float, *, landscape: bool = False) -> Document:
    """An empty document on A4 with page numbers.

    Args:
        looks: the styles by name; a style that Word does not bring is added.
        margin: on all sides, in millimetres.
        landscape: whether the long side lies below.
    """
    import docx
    from docx.enum.section import WD_ORIENT
    from docx.oxml.ns import qn
    from docx.shared import Mm

    document = docx.Document()
    section = document.sections[0]
    width, height = (_LONG, _SHORT) if landscape else (_SHORT, _LONG)
    section.page_width, section.page_height = Mm(width), Mm(height)
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Mm(margin)
    section.header_distance = section.footer_distance = Mm(margin / 2)
    root = document.styles.element
    for fonts in root.iter(qn("w:rFonts")):
        for theme in _THEME_FONTS:
            fonts.attrib.pop(qn(f"w:{theme}"), None)
    for language in root.iter(qn("w:lang")):
        language.set(qn("w:eastAsia"), "ja-JP")
    for name, look in looks.items():
        _style(document, name, look)
    _number_pages(document)
    return document


def add(container: Any, style: str, text: str = "") -> Paragraph:  # noqa: ANN401 - a document or a cell
    """A paragraph at the end, in the style of an id; tabs and line feeds in the text become tabs and line breaks.

    Its XML is written at once: python-docx would look through all paragraphs for the place, and through all styles.
    """
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls, qn
    from docx.text.paragraph import Paragraph

    lines = (_TAB.join(map(_word, line.split("\t"))) for line in text.split("\n"))
    run = f"<w:r>{_BREAK.join(lines)}</w:r>" if text else ""
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>'
    element = parse_xml(f"<w:p {nsdecls('w')}>{properties}{run}</w:p>")
    parent = getattr(container, "_body", container)
    last = parent._element[-1]  # noqa: SLF001 - python-docx gives no other way to its elements
    if last.tag == qn("w:sectPr"):
        last.addprevious(element)
    else:
        last.addnext(element)
    return Paragraph(element, parent)


def _word(text: str) -> str:
    return f'<w:t xml:space="preserve">{escape(text)}</w:t>' if text else ""


def explain(document: Document, lang: Lang) -> None:
    """Say to whoever opens a form what it is; a comment of the form, which is gone once it is filled in."""
    document.add_paragraph(f"{{#p {_FORM.say(lang)} #}}")


def boxed(document: Document, rows: int, widths: Sequence[float], *, right: bool = False) -> Table:
    """A table with lines and columns of fixed widths, in millimetres; at the left margin, or at the right one."""
    from docx.enum.table import WD_TABLE_ALIGNMENT
    from docx.shared import Mm

    table: Table = document.add_table(rows, len(widths), "Table Grid")
    table.autofit = False
    if right:
        table.alignment = WD_TABLE_ALIGNMENT.RIGHT
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
        for cell in column.cells:
            cell.width = Mm(width)
    return table


def in_cell(cell: Any, style: str, text: str = "") -> Paragraph:  # noqa: ANN401 - python-docx has no types
    """The first paragraph of a cell, with a text in the style of an id."""
    paragraph: Paragraph = cell.paragraphs[0]
    paragraph.add_run(text)
    paragraph._p.style = style  # noqa: SLF001 - as above
    return paragraph


def border(style: Any, sides: Sequence[str]) -> None:  # noqa: ANN401 - python-docx has no type for it
    """A thin line on the sides of every paragraph of a style, in place of those that it has."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    properties = style.get_or_add_pPr()
    for old in properties.findall(qn("w:pBdr")):
        properties.remove(old)
    borders = OxmlElement("w:pBdr")
    for side in sides:
        line = OxmlElement(f"w:{side}")
        for key, value in (("val", "single"), ("sz", "4"), ("space", "4"), ("color", _LINE)):
            line.set(qn(f"w:{key}"), value)
        borders.append(line)
    properties.insert_element_before(borders, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:contextualSpacing")


def describe(document: Document, title: str, lang: Lang) -> None:
    """The document's properties. Their times are fixed: the same input gives the same bytes."""
    properties = document.core_properties
    properties.title, properties.author, properties.comments = clean(title)[:255], "argmap", ""
    properties.language = "ja-JP" if lang == "ja" else "en"
    properties.created = properties.modified = datetime(*_EPOCH, tzinfo=UTC)


def clean(text: str) -> str:
    """A text on one line, without the characters that XML does not allow."""
    return printable(" ".join(text.split()))


def printable(text: str) -> str:
    """A text with a sign in place of what XML does not allow, what means a break in Word, and what turns text round."""
    return _CONTROL.sub("\ufffd", text)


def packed(document: Document) -> bytes:
    """The document as a file, with fixed times in its directory."""
    buffer, again = BytesIO(), BytesIO()
    document.save(buffer)
    with ZipFile(buffer) as old, ZipFile(again, "w", ZIP_DEFLATED) as made:
        for name in old.namelist():
            made.writestr(ZipInfo(name, _EPOCH), old.read(name), ZIP_DEFLATED)
    return again.getvalue()


def _style(document: Document, name: str, look: Look) -> None:
    from docx.enum.style import WD_STYLE_TYPE
    from docx.enum.text import WD_LINE_SPACING
    from docx.oxml.ns import qn
    from docx.shared import Pt, RGBColor

    known = name in (style.name for style in document.styles)
    style = document.styles[name] if known else document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    latin, asian = look.font
    style.font.name, style.font.size = latin, Pt(look.size)
    style.font.color.rgb = RGBColor.from_string(look.colour)
    style.element.rPr.rFonts.set(qn("w:eastAsia"), asian)
    style.paragraph_format.space_before = Pt(look.before)
    style.paragraph_format.space_after = Pt(look.after)
    style.paragraph_format.line_spacing_rule = WD_LINE_SPACING.AT_LEAST  # with a multiple, LibreOffice
    style.paragraph_format.line_spacing = Pt(look.size * look.leading)  # would part a question from its notes


def _number_pages(document: Document) -> None:
    """The number of the page, in the middle of the footer."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    paragraph = document.sections[0].footer.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    paragraph._p.append(field)  # noqa: SLF001 - python-docx has no fields of its own
