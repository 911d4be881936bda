"""Forms that are Word files with placeholders (docxtpl, Jinja): each assembly has its own, and fills it in with ours.

A form is a file that somebody else may have made. Its placeholders run in Jinja's sandbox and meet nothing but the
values that are given; what these values hold is text, whatever it looks like.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from io import BytesIO
from typing import Any

from argmap.diagnostics import Lang, Words
from argmap.report import Manner, TemplateError
from argmap.report._word import clean, packed, printable

_KEPT = re.compile("(?<=[{%])_|_(?=[%}])")
_NAMED = re.compile(r"'([^']*)'( is undefined)?$")
_FORMS = {
    "notice": Words(en="the notice", ja="一般質問通告書"),
    "floor": Words(en="the sheet for the floor", ja="再質問シート"),
}
_OWNERS = {
    "items": "notice",
    "item": "notice",
    "point": "notice",
    "sheets": "floor",
    "sheet": "floor",
    "row": "floor",
}
_NO_WORD_FILE = Words(en="it is not a Word file (.docx)", ja="Word のファイル（.docx）ではない")
_CROSSED = Words(
    en="a loop or a condition begins in one place and ends in another: {%tr …%} goes with {%tr end…%}, {%p …%} with {%p end…%}",
    ja="繰り返しや条件の始めと終わりが対応していない。{%tr …%} は {%tr end…%} と、{%p …%} は {%p end…%} と組にする",
)


def fill(
    name: str, built_in: Callable[[Lang], bytes], values: Mapping[str, object], title: str, manner: Manner
) -> bytes:
    """The form with the values in its placeholders.

    Args:
        name: what the form is called in the settings, such as `notice`.
        built_in: makes the form that is filled in when the settings name none.
        values: what the placeholders may name.
        title: the document's title among its properties.
        manner: the language, and the forms of the settings.

    Raises:
        TemplateError: the file is no Word file, or one of its placeholders cannot be filled in.
    """
    from docxtpl import DocxTemplate

    theirs = manner.templates.get(name)
    template = DocxTemplate(BytesIO(built_in(manner.lang) if theirs is None else theirs))
    try:
        template.init_docx()
    except Exception as error:
        raise TemplateError(name, _NO_WORD_FILE) from error
    try:
        _render(template, values)
    except Exception as error:
        raise TemplateError(name, _fault(error, name)) from error
    template.docx.core_properties.title = clean(title)[:255]
    return packed(template.docx)


def _render(template: Any, values: Mapping[str, object]) -> None:  # noqa: ANN401 - docxtpl has no types
    from docx.oxml import OxmlElement, parse_xml
    from docx.oxml.ns import qn
    from jinja2 import StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    mend = template.fix_tables

    def strict(xml: str) -> Any:  # noqa: ANN401 - an element of lxml
        parse_xml(xml)  # docxtpl would go on with what it can read, and lose text
        return mend(xml)

    template.fix_tables = strict
    template.render(
        values, ImmutableSandboxedEnvironment(autoescape=True, undefined=StrictUndefined, finalize=_plain)
    )
    for cell in template.docx.element.iter(qn("w:tc")):
        if cell[-1].tag != qn("w:p"):  # a loop without anything in it leaves a cell that Word refuses
            cell.append(OxmlElement("w:p"))


def _plain(value: object) -> object:
    """A value as text that means nothing to XML, nor to docxtpl, which reads `{_{` as `{{` when it has finished."""
    from jinja2 import Undefined
    from markupsafe import Markup, escape

    if isinstance(value, Undefined):
        return value
    return Markup(_KEPT.sub("&#95;", escape(printable(str(value)))))  # noqa: S704 - it is escaped


def _fault(error: Exception, form: str) -> Words:
    """What is wrong with a form, for the person who edited it, or named it in the place of another."""
    from jinja2 import UndefinedError

    if isinstance(error, SyntaxError):
        return _CROSSED
    named = _NAMED.search(str(error)) if isinstance(error, UndefinedError) else None
    if named is None:
        return Words(
            en=f"a placeholder cannot be filled in: {error}", ja=f"差し込み項目を埋められない：{error}"
        )
    owner = _OWNERS.get(named[1], form) if named[2] else form
    hint = Words(en="", ja="") if owner == form else _elsewhere(owner)
    return Words(
        en=f"there is no placeholder `{named[1]}`{hint.en}",
        ja=f"`{named[1]}` という差し込み項目はない{hint.ja}",
    )


def _elsewhere(owner: str) -> Words:
    form = _FORMS[owner]
    return Words(
        en=f"; it belongs to a form of {form.en} (`{owner}`)",
        ja=f"。これは{form.ja}（`{owner}`）の様式の項目である",
    )
