"""What changed: `argmap diff`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from argmap.cli.options import Formats, engine_option, format_of, lang_option, paper_option
from argmap.cli.session import (
    CLAIMS,
    FINDINGS,
    NO_INPUT,
    STDOUT,
    STRUCTURE,
    USAGE,
    colour,
    common_lang,
    keep,
    leave,
    locale_lang,
    put,
    report,
    settings,
)
from argmap.diagnostics import Words

if TYPE_CHECKING:
    from argmap.comparison import Difference
    from argmap.diagnostics import Lang
    from argmap.layout import Engine, Options, Paper
    from argmap.pipeline import Corpus
    from argmap.versions import Side

_PICTURES = ("svg", "png", "pdf")
_ENDINGS = {".txt": "text", ".json": "json", ".md": "md", **{f".{name}": name for name in _PICTURES}}
_ERRORS = Words(en="errors in {}:", ja="{} のエラー:")
_LEFT_OUT = Words(
    en="left out of the comparison on both sides: {}", ja="エラーのため、新旧どちらからも除いて比べた: {}"
)
_NOTHING = Words(en="there is nothing to compare", ja="比べられる討論がない")
_SEVERAL = Words(
    en="several debates changed: name one, or a folder with -o",
    ja="複数の討論が変わった。一つを指定するか、-o でフォルダを指定する",
)


class _Formats(Formats):
    """The formats of reports of a difference, and of its picture."""

    def names(self) -> list[str]:
        """Every format that has the report, and those of pictures."""
        return [*super().names(), *_PICTURES]

    def has(self, value: str) -> bool:
        """Whether there is a format."""
        return value in _PICTURES or super().has(value)


@click.command()
@click.argument(
    "named", metavar="OLD [NEW] [PATH]...", nargs=-1, required=True, type=click.Path(allow_dash=True)
)
@format_of("diff", default=None, kind=_Formats)
@paper_option
@engine_option
@lang_option
@click.option(
    "-o",
    "--output",
    type=click.Path(allow_dash=True),
    default=STDOUT,
    help="File, or folder for the pictures of several debates.",
)
def diff(
    named: tuple[str, ...], fmt: str | None, paper: Paper, engine: Engine, lang: Lang | None, output: str
) -> None:
    """Say what changed: what was added, removed or reworded, and what rose or fell and why.

    OLD and NEW are files or folders. Or they are git revisions, with PATHs behind them (default: the folder
    claims); a single revision is compared with the files as they are now. What exists as a file or folder is
    never taken for a revision. The exit code is 1 when a verdict changed.
    """
    from argmap.comparison import compare
    from argmap.layout import Options
    from argmap.report import Manner

    fmt, asked = _format(fmt, output), lang or settings().lang
    sides = _sides(named, asked or locale_lang())
    debates = [file.debate for side in sides for file in side.files if file.debate.debate.lang]
    told = asked or common_lang(debates) or locale_lang()
    corpora, broken = _sound(sides, told)
    if not any(corpus.debates for corpus in corpora):
        leave(NO_INPUT, f"argmap: {_NOTHING.say(told)}")
    old, new = corpora
    difference = compare(old.analysis, new.analysis)
    failed = False
    if fmt in _PICTURES:
        failed = _draw(difference, told, fmt, Options(paper=paper, engine=engine), output)
    else:
        put(report(fmt, "diff")(difference, Manner(lang=told, colour=colour())), output)
    if difference.turned or broken or failed:
        leave(FINDINGS)


def _sides(named: Sequence[str], lang: Lang) -> tuple[Side, Side]:
    """Both sides as they were named; what cannot be meant or is not there ends with a message."""
    from argmap.revisions import RevisionError
    from argmap.versions import ArgumentsError, sides

    try:
        return sides(named, CLAIMS)
    except ArgumentsError as error:
        leave(USAGE, f"argmap: {error.words.say(lang)}")
    except RevisionError as error:
        leave(NO_INPUT, f"argmap: {error.words.say(lang)}")
    except OSError as error:
        leave(NO_INPUT, f"argmap: {error.filename or error}: {error.strerror or 'no such file or folder'}")


def _sound(sides: Iterable[Side], lang: Lang) -> tuple[list[Corpus], frozenset[str]]:
    """Both sides without the debates that have errors on either; the errors go to standard error, side by side.

    Returns:
        The sides, and the ids of the debates that were left out.
    """
    from dataclasses import replace

    from argmap import pipeline
    from argmap.findings import broken_files
    from argmap.report import Manner

    config = replace(settings(), select=STRUCTURE)
    corpora = []
    broken: set[str] = set()
    for side in sides:
        keep(Path(file.folder, Path(file.file).name) for file in side.files)
        corpus = pipeline.corpus_of(side.files)
        found = [one for one in pipeline.check(corpus, config) if one.severity == "error"]
        faulty = broken_files(found)
        broken |= {file.debate.id for file in corpus.files if file.file in faulty}
        for note in side.notes:
            click.echo(f"argmap: {note.say(lang)}", err=True)
        if found:
            click.echo(f"argmap: {_ERRORS.say(lang).format(side.label.say(lang))}", err=True)
            click.echo(report("text", "findings")(found, Manner(lang=lang)), err=True, nl=False)
        corpora.append(corpus)
    if broken:
        click.echo(f"argmap: {_LEFT_OUT.say(lang).format(', '.join(sorted(broken)))}", err=True)
    kept = [
        pipeline.corpus_of(file for file in corpus.files if file.debate.id not in broken)
        for corpus in corpora
    ]
    return kept, frozenset(broken)


def _draw(difference: Difference, lang: Lang, fmt: str, options: Options, output: str) -> bool:
    """Draw what changed, a picture a debate; whether the layout engine gave up on one."""
    from argmap import pipeline
    from argmap.layout import Drawing, LayoutError
    from argmap.picture import union_picture

    changed = [pair for pair in difference.debates if difference.touches(pair)]
    pairs = changed or list(difference.debates[:1])
    folder = Path(output).is_dir()
    if len(pairs) > 1 and not folder and (output == STDOUT or Path(output).suffix):
        leave(USAGE, f"argmap: {_SEVERAL.say(lang)}")
    failed = False
    for pair in pairs:
        drawing = Drawing(picture=union_picture(difference, pair, lang), options=options)
        try:
            made = pipeline.Map(drawing).to(fmt)
        except LayoutError as error:
            click.echo(f"argmap: {pair.shown.id}: {error.words.say(lang)}", err=True)
            failed = True
            continue
        ending = pipeline.map_formats()[fmt]
        put(made, str(Path(output, pair.shown.id + ending)) if folder or len(pairs) > 1 else output)
    return failed


def _format(fmt: str | None, output: str) -> str:
    """The format that is meant: by name, by the ending of the file, or text; never two that differ."""
    from argmap import pipeline

    ending = Path(output).suffix.lower()
    named = _ENDINGS.get(ending)
    if named is None and ending in pipeline.map_formats().values():
        leave(USAGE, f"argmap: {output}: what changed can be written as {', '.join(_ENDINGS)}")
    if fmt and named and fmt != named:
        leave(USAGE, f"argmap: {output} is the name of a {named} file, but --format says {fmt}")
    return fmt or named or "text"
