"""The built-in form of the notice (一般質問通告書), with its placeholders: what `argmap template notice` gives.

It follows the forms of Japanese city assemblies: the manner of re-questions in a box, the subject, the summary with
its points, the rule under which notice is given, the day, the chair, the member, and room for the office.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from argmap.diagnostics import Lang, Words
from argmap.report._word import Look, add, border, boxed, describe, explain, in_cell, new, packed

if TYPE_CHECKING:
    from docx.document import Document

NAME = Words(en="Notice of questions", ja="一般質問通告書")
"""What the document is called."""

_TITLE = Words(en="{{ assembly.name }}: notice of questions", ja="{{ assembly.name }}定例会一般質問通告書")
_MANNER = Words(en="Manner of re-questions", ja="再質問の方式")
_MODES = {
    "batch": Words(en="1  all questions, then answers", ja="１　一括質問一括答弁方式"),
    "one-by-one": Words(en="2  one question, one answer", ja="２　一問一答方式"),
}
_SUBJECT, _SUMMARY = Words(en="Subject", ja="質問件名"), Words(en="Summary", ja="質問要旨")
_ANSWERERS = Words(
    en="To be answered by: {{ assembly.answerers }}", ja="答弁を求める者　{{ assembly.answerers }}"
)
_REQUESTIONS = Words(
    en="Re-questions: {{ assembly.requestions }}", ja="再質問の回数　{{ assembly.requestions }}"
)
_LIMIT = Words(en="Time allowed: {{ assembly.limit }}", ja="質問時間　{{ assembly.limit }}")
_UNDER = Words(
    en="I give notice of the above under {{ assembly.rule }}.",
    ja="上記のとおり、{{ assembly.rule }}により通告します。",
)
_CHAIR = Words(
    en="{{ assembly.filed }}        To the Chair of {{ assembly.name }}{% if assembly.chair %}, "
    "{{ assembly.chair }}{% endif %}",
    ja="{{ assembly.filed }}　　{{ assembly.name }}議長　{% if assembly.chair %}{{ assembly.chair }}　{% endif %}殿",
)
_MEMBER = Words(en="Member of {{ assembly.name }}: ", ja="{{ assembly.name }}議員　氏名　")
_RECEIVED = Words(en="Received: No. [          ]", ja="受付番号【　　　　】")
_LOOKS = {
    "Normal": Look(size=10.5),
    "Session": Look(size=9.5),
    "Cell": Look(size=9, leading=1.3),
    "Cell Middle": Look(size=9, leading=1.3),
    "Form Title": Look(size=18, before=8, after=12),
    "Subject": Look(size=9.5, after=10),
    "Label": Look(size=9.5, after=4),
    "Summary": Look(size=11, after=6, leading=1.8),
    "Point": Look(size=11, after=4, leading=1.8),
    "Closing": Look(size=10, after=2),
    "Closing Right": Look(size=10, after=4),
    "Small": Look(size=5, leading=1),
}
_LARGE = 14  # points, of what is written in larger type
_SPACE = 12  # points between the points and what follows
_MARGIN, _LABEL, _NUMBER, _BOX, _STAMP = 22, 20, 9, 66, 18  # millimetres
_STAMPS = (6, 13)  # heights of the rows for stamps, in millimetres


@cache
def form(lang: Lang) -> bytes:
    """The form as a Word file: a page for each of `items`, in a loop."""
    from docx.shared import Pt

    document = new(_LOOKS, _MARGIN)
    describe(document, NAME.say(lang), lang)
    _set_up(document)
    explain(document, lang)
    document.add_paragraph("{%p for item in items %}")
    add(document, "Session", "{{ assembly.session }}")
    _modes(document, lang)
    add(document, "FormTitle").add_run(_TITLE.say(lang)).underline = True
    add(document, "Subject", f"{_SUBJECT.say(lang)}\t").add_run("{{ item.subject }}").font.size = Pt(_LARGE)
    add(document, "Label", _SUMMARY.say(lang))
    _when(document, "item.background", "Summary", "{{ item.background }}")
    document.add_paragraph("{%p for point in item.points %}")
    add(document, "Point", "{{ point.number }}.\t{{ point.text }}")
    document.add_paragraph("{%p endfor %}")
    add(document, "Small")
    for name, words in (("answerers", _ANSWERERS), ("requestions", _REQUESTIONS), ("limit", _LIMIT)):
        _when(document, f"assembly.{name}", "Closing", words.say(lang))
    add(document, "Closing", _UNDER.say(lang)).paragraph_format.space_before = Pt(_SPACE)
    add(document, "Closing", _CHAIR.say(lang))
    member = add(document, "ClosingRight", _MEMBER.say(lang)).add_run("{{ assembly.member }}")
    member.underline, member.font.size = True, Pt(_LARGE)
    add(document, "ClosingRight", _RECEIVED.say(lang))
    _stamps(document)
    document.add_paragraph("{%p endfor %}")
    return packed(document)


def _set_up(document: Document) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Mm

    styles = document.styles
    styles["Session"].paragraph_format.page_break_before = True
    styles["Form Title"].paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    styles["Cell Middle"].paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    styles["Closing Right"].paragraph_format.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    for name, indent in (("Subject", _LABEL), ("Point", _NUMBER)):
        hanging = styles[name].paragraph_format
        hanging.left_indent, hanging.first_line_indent = Mm(indent), -Mm(indent)
        hanging.tab_stops.add_tab_stop(Mm(indent))
    styles["Summary"].paragraph_format.first_line_indent = Mm(4)
    for name in ("Subject", "Label", "Closing", "Closing Right"):
        styles[name].paragraph_format.keep_with_next = True
        styles[name].paragraph_format.keep_together = True
    border(styles["Subject"].element, ("bottom",))


def _modes(document: Document, lang: Lang) -> None:
    """The box at the upper right: the mode that is chosen is marked, the other struck out."""
    table = boxed(document, 1 + len(_MODES), (_BOX,), right=True)
    in_cell(table.cell(0, 0), "CellMiddle", _MANNER.say(lang))
    for row, (mode, words) in enumerate(_MODES.items(), 1):
        paragraph = in_cell(table.cell(row, 0), "Cell")
        paragraph.add_run(f'{{%r if assembly.mode == "{mode}" %}}')
        paragraph.add_run(f"○ {words.say(lang)}").bold = True
        paragraph.add_run("{%r elif assembly.mode %}")
        paragraph.add_run(words.say(lang)).font.strike = True
        paragraph.add_run("{%r else %}")
        paragraph.add_run(words.say(lang))
        paragraph.add_run("{%r endif %}")


def _stamps(document: Document) -> None:
    """Room for the stamps of the office: boxes that stay on one page, together with the lines above them."""
    from docx.enum.table import WD_ROW_HEIGHT_RULE
    from docx.oxml import OxmlElement
    from docx.shared import Mm

    table = boxed(document, len(_STAMPS), (_STAMP,) * 4, right=True)
    for left, row, height in zip(reversed(range(len(_STAMPS))), table.rows, _STAMPS, strict=True):
        row.height, row.height_rule = Mm(height), WD_ROW_HEIGHT_RULE.EXACTLY
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))  # noqa: SLF001 - python-docx has no verb for it
        for cell in row.cells:
            in_cell(cell, "Small").paragraph_format.keep_with_next = left > 0


def _when(document: Document, placeholder: str, style: str, text: str) -> None:
    """A paragraph that stands only where a placeholder is not empty."""
    document.add_paragraph(f"{{%p if {placeholder} %}}")
    add(document, style, text)
    document.add_paragraph("{%p endif %}")
