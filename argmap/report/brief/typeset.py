"""From what a brief says to a PDF, by Typst."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final

from argmap.diagnostics import Lang, Words
from argmap.layout.pages import Page
from argmap.loading.sources import Quoted
from argmap.model import Debate
from argmap.questions import FollowUp
from argmap.report import Manner, TemplateError
from argmap.report.brief.data import collect
from argmap.semantics import Analysis

if TYPE_CHECKING:
    from typst import TypstError

_ACCESSIBLE: Final = "ua-1"  # PDF/UA-1, ISO 14289-1: tagged, with language, title and words for every picture
_FAULT = Words(en="Typst cannot typeset it: {}", ja="Typst で組めない：{}")
_FOLDER = re.compile(r"\S*/brief\.typ")
_NO_TEXT = Words(en="it is no text in UTF-8", ja="UTF-8 のテキストではない")


def brief(
    analysis: Analysis,
    debate: Debate,
    follow_ups: Iterable[FollowUp],
    quotes: Iterable[Quoted],
    pages: Sequence[Page],
    manner: Manner,
    template: bytes | None = None,
) -> bytes:
    """The hand-out on a debate, as PDF. The same input gives the same bytes.

    Args:
        analysis: the debates with their verdicts.
        debate: the debate.
        follow_ups: the questions to ask next; those of other debates are passed over.
        quotes: the quotes that were looked up in their sources; those of other debates are passed over, too.
        pages: the map as it is printed (`Drawing.pages`).
        manner: language and side.
        template: a template of Typst in place of the built-in one.

    Raises:
        TemplateError: Typst refuses the template; it carries what Typst says, and where.
    """
    data = collect(analysis, debate, follow_ups, quotes, pages, manner)
    return _typeset(template, json.dumps(asdict(data), ensure_ascii=False))


def template(_lang: Lang = "en") -> bytes:
    """The built-in template, to be edited; it is the same in every language."""
    return files("argmap.report.brief").joinpath("brief.typ").read_bytes()


def _typeset(given: bytes | None, data: str) -> bytes:
    from pylopdf_fonts_jp import sans_path
    from typst import TypstError
    from typst import compile as typeset

    source = template() if given is None else given
    try:
        source.decode()
    except UnicodeDecodeError as error:
        raise TemplateError("brief", _NO_TEXT) from error
    with TemporaryDirectory() as folder:  # a template reads no files but itself
        main = Path(folder, "brief.typ")
        main.write_bytes(source)
        try:
            return bytes(
                typeset(
                    str(main),
                    root=folder,
                    font_paths=[str(sans_path().parent)],
                    ignore_system_fonts=True,
                    sys_inputs={"data": data},
                    pdf_standards=[_ACCESSIBLE] if given is None else [],
                )
            )
        except TypstError as error:
            if given is None:
                raise
            raise TemplateError("brief", _fault(error)) from error


def _fault(error: TypstError) -> Words:
    """What is wrong with a template, in Typst's words, with line and column."""
    said = _FOLDER.sub("brief.typ", error.diagnostic or error.message).strip()
    return _FAULT.filled(said)
