"""The built-in form of the re-question sheet, with its placeholders: what `argmap template floor` gives.

Landscape, six columns, the head of the table on every page; a row stays on one page where it fits.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from argmap.diagnostics import Lang, Words
from argmap.report import NOTHING_TO_ASK
from argmap.report._floor_rows import HEADS
from argmap.report._word import GREY, SANS, Look, add, boxed, describe, explain, in_cell, new, packed

if TYPE_CHECKING:
    from docx.document import Document

NAME = Words(en="Re-questions for the floor", ja="再質問シート")
"""What the document is called."""

_TIMES = Words(
    en="{{ sheet.debate }}    {{ sheet.time }} to read aloud, all {{ time }}"
    "{% if assembly.limit %} of {{ assembly.limit }} allowed{% endif %}",
    ja="{{ sheet.debate }}　　読み上げ {{ sheet.time }}、全体 {{ time }}"
    "{% if assembly.limit %}（質問時間 {{ assembly.limit }}）{% endif %}",
)
_OVER = Words(en="{% if over %}    {{ over }}{% endif %}", ja="{% if over %}　　{{ over }}{% endif %}")
_TIME = Words(en="{{ row.time }}, so far {{ row.total }}", ja="{{ row.time }}（ここまで {{ row.total }}）")
_LOOKS = {
    "Normal": Look(font=SANS, size=10),
    "Sheet Title": Look(font=SANS, size=16, leading=1.3),
    "Sheet Times": Look(font=SANS, size=10, after=6, colour=GREY),
    "Head": Look(font=SANS, size=10, before=2, after=2, leading=1.2),
    "Number": Look(font=SANS, size=16, leading=1.2),
    "Item": Look(font=SANS, size=10, after=2, leading=1.4),
    "Answer": Look(size=10.5, after=2, leading=1.4),
    "Ask": Look(font=SANS, size=11.5, before=2, after=4, leading=1.4),
    "Then": Look(font=SANS, size=9.5, after=1, leading=1.35),
    "Source": Look(size=8.5, after=2, leading=1.3),
    "Time": Look(font=SANS, size=9, colour=GREY, leading=1.3),
}
_MARGIN = 12  # millimetres
_WIDTHS = (34, 46, 34, 88, 43, 28)  # of the columns, in millimetres
_HEAD_FILL = "E4E9ED"


@cache
def form(lang: Lang) -> bytes:
    """The form as a Word file: a page for each of `sheets`, in a loop; below each, a row for each of its `rows`."""
    document = new(_LOOKS, _MARGIN, landscape=True)
    describe(document, NAME.say(lang), lang)
    document.styles["Sheet Title"].paragraph_format.page_break_before = True
    for name in ("Sheet Title", "Sheet Times"):
        document.styles[name].paragraph_format.keep_with_next = True
    explain(document, lang)
    document.add_paragraph("{%p if not sheets %}")
    add(document, "SheetTitle", NAME.say(lang))
    document.add_paragraph(NOTHING_TO_ASK.say(lang))
    document.add_paragraph("{%p endif %}")
    document.add_paragraph("{%p for sheet in sheets %}")
    add(document, "SheetTitle").add_run("{{ sheet.subject }}").bold = True
    add(document, "SheetTimes", _TIMES.say(lang)).add_run(_OVER.say(lang)).bold = True
    _table(document, lang)
    document.add_paragraph("{%p endfor %}")
    return packed(document)


def _table(document: Document, lang: Lang) -> None:
    table = boxed(document, 4, _WIDTHS)
    for cell, words in zip(table.rows[0].cells, HEADS, strict=True):
        in_cell(cell, "Head").add_run(words.say(lang)).bold = True
        _shade(cell)
    in_cell(table.cell(1, 0), "Normal", "{%tr for row in sheet.rows %}")
    in_cell(table.cell(3, 0), "Normal", "{%tr endfor %}")
    item, answer, left, ask, grounds, _ = table.rows[2].cells
    in_cell(item, "Number").add_run("{{ row.number }}").bold = True
    _lines(item, "Item", "item")
    _lines(answer, "Answer", "answer", first=True)
    in_cell(left, "Item", "{{ row.left }}")
    in_cell(ask, "Ask").add_run("{{ row.ask }}").bold = True
    _lines(ask, "Then", "then")
    add(ask, "Time", _TIME.say(lang))
    _lines(grounds, "Source", "grounds", first=True)
    _keep(table.rows[0], "w:tblHeader")
    for row in table.rows:
        _keep(row, "w:cantSplit")


def _lines(cell: Any, style: str, field: str, *, first: bool = False) -> None:  # noqa: ANN401 - no types
    """A paragraph for each line of a field of the row."""
    begin = f"{{%p for line in row.{field} %}}"
    if first:
        in_cell(cell, style, begin)
    else:
        add(cell, style, begin)
    add(cell, style, "{{ line }}")
    add(cell, style, "{%p endfor %}")


def _keep(row: Any, name: str) -> None:  # noqa: ANN401 - python-docx has no types
    """Say of a row that it is repeated on every page, or that it stays on one."""
    from docx.oxml import OxmlElement

    row._tr.get_or_add_trPr().append(OxmlElement(name))  # noqa: SLF001 - python-docx has no verb for it


def _shade(cell: Any) -> None:  # noqa: ANN401 - python-docx has no types
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    shade = OxmlElement("w:shd")
    for key, value in (("val", "clear"), ("color", "auto"), ("fill", _HEAD_FILL)):
        shade.set(qn(f"w:{key}"), value)
    cell._tc.get_or_add_tcPr().append(shade)  # noqa: SLF001 - python-docx has no verb for it
