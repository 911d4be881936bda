"""Word documents (Office Open XML, ECMA-376): the follow-up questions, to edit, print and write on.

python-docx starts from a letter-sized page with the fonts of a theme that has no Japanese one. Here the page is A4,
every style names its East-Asian font, and the language of the proofing tools is set, so that Word and LibreOffice
show the same.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, datetime
from io import BytesIO
from itertools import groupby
from typing import TYPE_CHECKING, Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from argmap.diagnostics import Lang, Words
from argmap.model import Debate
from argmap.questions import FollowUp
from argmap.report import (
    DRAFT,
    NEXT,
    NO_GROUP,
    NOTHING_TO_ASK,
    SOURCE,
    TO,
    WHY,
    Manner,
    heading,
    passage_words,
)

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

_NOTES = Words(en="Notes", ja="メモ")
_SERIF, _SANS = ("Yu Mincho", "游明朝"), ("Yu Gothic", "游ゴシック")
_STYLES = {  # name: fonts, size, points before, points after
    "Normal": (_SERIF, 10.5, 0, 6),
    "Title": (_SANS, 18, 0, 4),
    "Subtitle": (_SANS, 12, 0, 10),
    "Heading 1": (_SANS, 13, 20, 6),
    "Heading 2": (_SERIF, 11.5, 12, 4),
    "Notes": (_SERIF, 9.5, 0, 2),
    "Box": (_SERIF, 9.5, 4, 6),
}
_INK, _GREY, _LINE = "1F2933", "52606D", "A9B4BE"
_WIDTH, _HEIGHT, _MARGIN, _LABEL, _INSET = 210, 297, 22, 14, 1.5  # millimetres
_ROOM = 2  # empty lines to write on
_LEADING = 1.5
_THEME_FONTS = ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_EPOCH = (1980, 1, 1, 0, 0, 0)


def questions(debates: Sequence[Debate], follow_ups: Sequence[FollowUp], manner: Manner) -> bytes:
    """Follow-up questions by debate and group, each group on a sheet of its own; with reason, passage, room for notes."""
    import docx

    document, lang = docx.Document(), manner.lang
    _set_up(document)
    _describe(document, f"{NEXT.say(lang)}: {', '.join(debate.title for debate in debates)}", lang)
    for place, debate in enumerate(debates):
        mine = [one for one in follow_ups if one.debate == debate.id]
        _add(document, "Title", NEXT.say(lang)).paragraph_format.page_break_before = place > 0
        _add(document, "Subtitle", _clean(heading(debate, lang)))
        document.add_paragraph((DRAFT if mine else NOTHING_TO_ASK).say(lang))
        number = 0
        for title, members in groupby(mine, key=lambda one: one.group_title):
            group = _add(document, "Heading1", _clean(title) or NO_GROUP.say(lang))
            group.paragraph_format.page_break_before = number > 0
            for one in members:
                number += 1
                _question(document, number, one, lang)
    buffer = BytesIO()
    document.save(buffer)
    return _same_bytes(buffer)


def _question(document: Document, number: int, one: FollowUp, lang: Lang) -> None:
    notes = [(WHY, f"{one.why.say(lang)} ({one.about})"), (TO, one.to.say(lang))]
    if one.passage is not None:
        notes.append((SOURCE, passage_words(one.passage).say(lang)))
    _add(document, "Heading2", f"{number}. {_clean(one.text.say(lang))}")
    for label, text in notes:
        _add(document, "Notes", f"{label.say(lang)}\t{_clean(text)}")
    _add(document, "Box", _NOTES.say(lang) + "\n" * _ROOM)


def _add(document: Document, style: str, text: str) -> Paragraph:
    """A paragraph in the style of an id. python-docx would look through all styles for each."""
    paragraph = document.add_paragraph(text)
    paragraph._p.style = style  # noqa: SLF001 - see above
    return paragraph


def _set_up(document: Document) -> None:
    """Page, fonts, language, and two styles of our own: notes with a label, and a box to write in."""
    from docx.enum.style import WD_STYLE_TYPE
    from docx.enum.text import WD_LINE_SPACING
    from docx.oxml.ns import qn
    from docx.shared import Mm, Pt, RGBColor

    section = document.sections[0]
    section.page_width, section.page_height = Mm(_WIDTH), Mm(_HEIGHT)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Mm(_MARGIN)
    root = document.styles.element
    for fonts in root.iter(qn("w:rFonts")):
        for theme in _THEME_FONTS:
            fonts.attrib.pop(qn(f"w:{theme}"), None)
    for language in root.iter(qn("w:lang")):
        language.set(qn("w:eastAsia"), "ja-JP")
    for name in ("Notes", "Box"):
        document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    for name, ((latin, asian), size, before, after) in _STYLES.items():
        style = document.styles[name]
        style.font.name, style.font.size = latin, Pt(size)
        style.font.color.rgb = RGBColor.from_string(_GREY if name in ("Notes", "Box") else _INK)
        style.element.rPr.rFonts.set(qn("w:eastAsia"), asian)
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)
        style.paragraph_format.line_spacing_rule = WD_LINE_SPACING.AT_LEAST  # with a multiple, LibreOffice
        style.paragraph_format.line_spacing = Pt(size * _LEADING)  # would part a question from its notes
    notes = document.styles["Notes"].paragraph_format
    notes.left_indent, notes.first_line_indent, notes.keep_with_next = Mm(_LABEL), -Mm(_LABEL), True
    notes.tab_stops.add_tab_stop(Mm(_LABEL))
    box = document.styles["Box"].paragraph_format
    box.left_indent, box.right_indent, box.keep_together = Mm(_INSET), Mm(_INSET), True
    document.styles["Subtitle"].font.italic = False
    _border(document.styles["Title"].element, ("bottom",))
    _border(document.styles["Box"].element, ("top", "left", "bottom", "right"))
    _number_pages(document)


def _border(style: Any, sides: Sequence[str]) -> None:  # noqa: ANN401 - python-docx has no type for it
    """A thin line on the sides of every paragraph of a style, in place of those that it has."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    properties = style.get_or_add_pPr()
    for old in properties.findall(qn("w:pBdr")):
        properties.remove(old)
    borders = OxmlElement("w:pBdr")
    for side in sides:
        border = OxmlElement(f"w:{side}")
        for key, value in (("val", "single"), ("sz", "4"), ("space", "4"), ("color", _LINE)):
            border.set(qn(f"w:{key}"), value)
        borders.append(border)
    properties.insert_element_before(borders, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:contextualSpacing")


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


def _describe(document: Document, title: str, lang: Lang) -> None:
    """The document's properties. Their times are fixed: the same input gives the same bytes."""
    properties = document.core_properties
    properties.title, properties.author, properties.comments = _clean(title)[:255], "argmap", ""
    properties.language = "ja-JP" if lang == "ja" else "en"
    properties.created = properties.modified = datetime(*_EPOCH, tzinfo=UTC)


def _clean(text: str) -> str:
    """A text on one line, without the characters that XML does not allow."""
    return _CONTROL.sub("\ufffd", " ".join(text.split()))


def _same_bytes(buffer: BytesIO) -> bytes:
    """The package with fixed times in its directory."""
    packed = BytesIO()
    with ZipFile(buffer) as old, ZipFile(packed, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(ZipInfo(name, _EPOCH), old.read(name), ZIP_DEFLATED)
    return packed.getvalue()
