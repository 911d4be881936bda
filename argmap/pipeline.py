"""The straight line from files to findings, maps, verdicts and questions: the library's API.

Every arrow is a function from frozen values to frozen values; only `read`, `write` and what works on files touch the disk.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from argmap import findings
from argmap.config import Config
from argmap.diagnostics import Diagnostic, Lang, Severity, Words
from argmap.loading import SAME_NAME, DebateFile, load_file, load_files
from argmap.loading.sources import Quoted, look_up, verbatim
from argmap.model import Debate
from argmap.semantics import Analysis
from argmap.semantics import analyse as analyse_debates

if TYPE_CHECKING:
    from argmap.cache import Cache
    from argmap.layout import Drawing, Engine, Paper
    from argmap.questions import FollowUp
    from argmap.report import Manner

MAPS = ("svg", "png", "pdf", "dot")
"""The formats in which a build draws a map; the page holds one more."""


class BrokenDebateError(ValueError):
    """A debate file has errors; `diagnostics` holds them all, each with its place."""

    def __init__(self, diagnostics: Iterable[Diagnostic]) -> None:
        self.diagnostics = tuple(diagnostics)
        super().__init__("\n".join(map(str, self.diagnostics)))


@dataclass(frozen=True)
class Corpus:
    """Debate files that were read together, and what stands in them."""

    files: tuple[DebateFile, ...]

    @cached_property
    def by_id(self) -> dict[str, DebateFile]:
        """The files by the id of their debate; of two with one name the first."""
        return {file.debate.id: file for file in reversed(self.files)}

    @cached_property
    def debates(self) -> tuple[Debate, ...]:
        """The debates, each id once."""
        return tuple(file.debate for file in self.files if self.by_id[file.debate.id] is file)

    @cached_property
    def analysis(self) -> Analysis:
        """The verdicts over all debates together."""
        return analyse_debates(self.debates)

    @cached_property
    def verbatim(self) -> Analysis:
        """The same verdicts, of debates without the quotes that were looked up and are not in their source so."""
        debates = verbatim(self.debates, self.quotes)
        return self.analysis if debates == self.debates else analyse_debates(debates)

    @cached_property
    def quotes(self) -> tuple[Quoted, ...]:
        """Every quote from a source that names a file, looked up there."""
        return tuple(look_up(self.by_id.values()))


def read(paths: Iterable[str | Path], *, cache: Cache | None = None, parallel: bool = False) -> Corpus:
    """Read debate files: single files, folders with all below, `-` for standard input.

    What is wrong with a file is in its `diagnostics`, never raised.

    Args:
        paths: the files and folders.
        cache: where files that were read are kept and found again; the result is the same. Nowhere when not given.
        parallel: read over the cores of the machine where there is much to read.

    Raises:
        OSError: a path does not exist or cannot be read.
    """
    return corpus_of(load_files(paths, cache=cache, parallel=parallel))


def corpus_of(files: Iterable[DebateFile]) -> Corpus:
    """Put files together; a second file with the name of an earlier one is marked and left out."""
    seen: dict[str, DebateFile] = {}
    kept = []
    for file in files:
        first = seen.setdefault(file.debate.id, file)
        kept.append(file if first is file else _same_name(file, first))
    return Corpus(tuple(kept))


def _same_name(file: DebateFile, first: DebateFile) -> DebateFile:
    message = Words(
        en=f"{first.file} has the same name: this file is left out",
        ja=f"{first.file} と同じ名前のため、このファイルは読み飛ばす",
    )
    found = Diagnostic(rule=SAME_NAME, severity=SAME_NAME.severity, message=message, span=file.locate(()))
    return replace(file, diagnostics=(*file.diagnostics, found))


def check(
    corpus: Corpus, config: Config | None = None, *, today: date | None = None
) -> tuple[Diagnostic, ...]:
    """Everything that is worth saying about debate files, by file and place.

    Args:
        corpus: the files.
        config: what to report, and whose side's gaps.
        today: the day on which commitments are overdue; the present day when not given.
    """
    day = today or date.today()  # noqa: DTZ011 - the user's own calendar day
    return findings.find(corpus.files, corpus.by_id, corpus.analysis, config or Config(), day)


def load(path: str | Path) -> Debate:
    """One debate from its file, ready to be analysed.

    Raises:
        BrokenDebateError: the file has errors; it carries them all, with line and column.
        OSError: the file does not exist or cannot be read.
    """
    corpus = corpus_of([load_file(path)])
    errors = [one for one in check(corpus) if one.severity is Severity.ERROR]
    if errors:
        raise BrokenDebateError(errors)
    return corpus.files[0].debate


def analyse(debates: Debate | Iterable[Debate]) -> Analysis:
    """What stands in one debate, or in several that refer to each other."""
    return analyse_debates([debates] if isinstance(debates, Debate) else debates)


@dataclass(frozen=True)
class Map:
    """A map that was drawn; it shows itself in a notebook."""

    drawing: Drawing

    def to(self, name: str) -> str | bytes:
        """The map in one format: `svg`, `png`, `pdf`, `dot` or `mermaid`.

        Raises:
            KeyError: there is no such format.
            LayoutError: the layout engine is missing, failed or took too long.
        """
        from argmap.render import RENDERERS

        return RENDERERS[name].render(self.drawing)

    def _repr_svg_(self) -> str:
        return str(self.to("svg"))


def draw(
    debate: Debate,
    analysis: Analysis | None = None,
    *,
    lang: Lang | None = None,
    around: str | None = None,
    depth: int = 2,
    only: Literal["standing", "questions"] | None = None,
    paper: Paper = "a4",
    engine: Engine = "pip",
) -> Map:
    """Draw the map of a debate, or a part of it.

    Args:
        debate: the debate.
        analysis: where it was analysed together with others; by itself when not given.
        lang: the language of argmap's own words; the debate's when not given.
        around: the id of a statement or question: only what bears on it.
        depth: how many relations from there.
        only: what still stands, or questions and their answers.
        paper: the sheet of a PDF.
        engine: the layout engine that pip installed, or the system's `dot`.

    Raises:
        KeyError: nothing has the id `around`.
    """
    from argmap.layout import Drawing, Options
    from argmap.picture import View, build_picture

    view = View(around=around, depth=depth, only=only)
    picture = build_picture(analysis or analyse(debate), debate, view, lang or debate.debate.lang or "en")
    return Map(Drawing(picture=picture, options=Options(paper=paper, engine=engine)))


def map_formats() -> dict[str, str]:
    """The formats of a map, each with the ending of its files: those of `Map.to`, and `html`, the page around it."""
    from argmap.render import RENDERERS

    return {**{name: RENDERERS[name].suffix for name in RENDERERS}, "html": ".html"}


def page(corpus: Corpus, debate: Debate, drawn: Map, manner: Manner, home: str | None = None) -> str:
    """The page of a debate: its map and all that is known of it, to be explored in a browser.

    Args:
        corpus: the debates that were read together.
        debate: the debate.
        drawn: its map; one of very many boxes is shown by group.
        manner: how to write.
        home: the address of the page over all debates, if there is one.

    Raises:
        LayoutError: the layout engine is missing, failed or took too long.
    """
    from argmap.layout.folds import FOLD, folds
    from argmap.layout.svg import write as spell
    from argmap.report import html

    drawing = drawn.drawing
    if len(drawing.picture.boxes) > FOLD:
        maps = [
            html.PageMap(title=fold.title, counts=fold.counts, svg=spell(fold.placed, bare=True))
            for fold in folds(drawing)
        ]
    else:
        maps = [html.PageMap(svg=spell(drawing.placed, bare=True))]
    asked = to_ask(corpus, debate, manner.side)
    data = html.collect(corpus.analysis, debate, asked, corpus.quotes, manner)
    return html.page(corpus.analysis, debate, data, maps, manner, home)


def ask(corpus: Corpus, debates: Iterable[Debate], side: str) -> tuple[FollowUp, ...]:
    """Every follow-up question to one side, debate by debate, also those that a person dropped.

    A quote that its source does not hold word for word is passed over: it would stand between quotation marks.
    """
    from argmap.questions import follow_ups

    as_quoted = verbatim_of(corpus, debates)
    return tuple(one for debate in as_quoted for one in follow_ups(corpus.verbatim, debate, side))


def verbatim_of(corpus: Corpus, debates: Iterable[Debate]) -> tuple[Debate, ...]:
    """Debates without the quotes that were looked up and that their source does not hold word for word."""
    known = {debate.id: debate for debate in corpus.verbatim.graph.debates}
    return tuple(known[debate.id] for debate in debates)


def to_ask(corpus: Corpus, debate: Debate, side: str) -> tuple[FollowUp, ...]:
    """The follow-up questions of one debate that nobody dropped."""
    from argmap.agenda import Wish, agenda

    return agenda(ask(corpus, [debate], side), [debate], side, Wish(), "ja").asked


def brief(corpus: Corpus, debate: Debate, drawn: Map, manner: Manner) -> bytes:
    """The hand-out on a debate, as PDF: its map, what stands, the evidence, what to ask next, the quotes.

    Args:
        corpus: the debates that were read together.
        debate: the debate.
        drawn: its map.
        manner: how to write.

    Raises:
        LayoutError: the layout engine is missing, failed or took too long.
        TemplateError: the template of the settings cannot be typeset.
    """
    from argmap.report import brief

    asked = to_ask(corpus, debate, manner.side)
    sheets, template = drawn.drawing.pages, manner.templates.get("brief")
    return brief.brief(corpus.analysis, debate, asked, corpus.quotes, sheets, manner, template)


def build(
    corpus: Corpus,
    debate: Debate,
    diagnostics: Iterable[Diagnostic],
    manner: Manner,
    *,
    paper: Paper = "a4",
    engine: Engine = "pip",
) -> dict[str, str | bytes]:
    """Every file of a debate: its map in each format, its page, its verdicts and its questions, by file name.

    Raises:
        LayoutError: the layout engine is missing, failed or took too long.
        TemplateError: a form of the settings cannot be filled in.
    """
    from argmap.report import docx, floor, json, md, notice, xlsx

    drawn = draw(debate, corpus.analysis, lang=manner.lang, paper=paper, engine=engine)
    maps = {f"map.{name}": drawn.to(name) for name in MAPS}
    file = corpus.by_id[debate.id].file
    own = tuple(one for one in diagnostics if one.span.file == file)
    asked, as_quoted = to_ask(corpus, debate, manner.side), verbatim_of(corpus, [debate])
    return {
        **maps,
        "map.html": page(corpus, debate, drawn, manner, "../index.html"),
        "status.md": md.status(corpus.analysis, [debate], own, manner),
        "status.json": json.status(corpus.analysis, [debate], own, manner),
        "questions.md": md.questions(as_quoted, asked, manner),
        "questions.docx": docx.questions(as_quoted, asked, manner),
        "notice.docx": notice.questions(as_quoted, asked, manner),
        "floor.docx": floor.questions(as_quoted, asked, manner),
        "floor.xlsx": xlsx.questions(as_quoted, asked, manner),
        "brief.pdf": brief(corpus, debate, drawn, manner),
    }


def index(corpus: Corpus, built: Mapping[str, Sequence[str]], manner: Manner) -> str:
    """The page over all debates.

    Args:
        corpus: the debates.
        built: by the id of each debate that was built, the files made for it, as links from the page.
        manner: how to write.
    """
    from argmap.report import html

    debates = [debate for debate in corpus.debates if debate.id in built]
    return html.index(corpus.analysis, debates, built, manner)


def schemas() -> dict[str, str]:
    """Every JSON Schema that argmap has, as text: of the debate file, of the JSON outputs, of what the pages know."""
    from argmap.report import html, json

    return {name: kind.schema(name) for kind in (json, html) for name in kind.SCHEMAS}


def write(path: Path, data: str | bytes) -> None:
    """Write a file whole or not at all: beside its place first, then moved into it.

    A link is followed, a file keeps its mode, and what is no file (a pipe, a device) is written into.

    Raises:
        OSError: the folder cannot be made or written.
    """
    path = path.resolve()
    content = data.encode("utf-8") if isinstance(data, str) else data
    if path.exists() and not path.is_file():
        path.write_bytes(content)
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".argmap-{os.getpid()}.part")
    try:
        beside.write_bytes(content)
        if path.exists():
            shutil.copymode(path, beside)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
