"""`argmap build`: everything for every debate; what is there already and would be the same is left as it is."""

from __future__ import annotations

import os
import sys
from datetime import date
from typing import TYPE_CHECKING

import click

from argmap.cli.options import engine_option, lang_option, paper_option, paths_argument, side_option
from argmap.cli.session import CLAIMS, Session, colour, locale_lang, settings

if TYPE_CHECKING:
    from pathlib import Path

    from argmap.built import Built, Run
    from argmap.diagnostics import Lang
    from argmap.layout import Engine, Paper


@click.command()
@paths_argument
@click.option(
    "-o", "--output", default="output", show_default=True, type=click.Path(), help="Folder to write to."
)
@paper_option
@engine_option
@side_option
@lang_option
@click.option("--no-cache", is_flag=True, help="Make everything anew, and keep nothing for the next build.")
def build(
    *,
    paths: tuple[str, ...],
    output: str,
    paper: Paper,
    engine: Engine,
    side: str | None,
    lang: Lang | None,
    no_cache: bool,
) -> None:
    """Do everything for every debate: maps, verdicts, questions, and a page over all.

    What an earlier build made, and what would be the same again, is left as it is.
    """
    from pathlib import Path

    from argmap.built import Built, survey
    from argmap.cache import Cache
    from argmap.staging import clear

    cache, folder, today = None if no_cache else Cache(), Path(output), date.today()  # noqa: DTZ011 - the user's own calendar day
    program = _program(engine)
    asked = _asked(paths, paper, program, side, lang)
    digests, built = survey(paths or (CLAIMS,)), Built.of(cache, folder)
    run, anew = built.current(asked, digests, folder, today), 0
    if run is not None:
        clear(folder)
        click.echo(run.shown if colour() else run.heard, err=True, nl=False)
    else:
        from argmap.cli.making import Making

        session = Session(paths, lang, no_cache=no_cache, side=side)
        making = Making(session, built, cache, folder, digests or {})
        making.all(paper, engine, program)
        run, anew = making.run(asked, today), making.anew
        built.run = None if making.failed or asked is None or digests is None else run
        built.keep(cache, folder)
    _tell(run, anew, folder)
    _tell_left(run, built, folder)
    sys.exit(run.code)


def _program(engine: Engine) -> str:
    """What stands for a layout engine; of one that is no library, its place, size and time."""
    from shutil import which

    program = which("dot") if engine == "dot" else None
    if program is None:
        return engine
    status = os.stat(program)  # noqa: PTH116 - a path as text
    return f"{program} {status.st_size} {status.st_mtime_ns}"


def _asked(
    paths: tuple[str, ...], paper: Paper, program: str, side: str | None, lang: Lang | None
) -> str | None:
    """What stands for the options and settings of a build; None when a form of the settings cannot be read."""
    from pathlib import Path

    from argmap.cache import digest

    config = settings()
    try:
        forms = [digest(form.read_bytes()) for form in config.templates.values()]
    except OSError:
        return None
    return digest(repr((paths, Path.cwd(), paper, program, side, lang, locale_lang(), config, forms))).hex()


def _tell(run: Run, anew: int, folder: Path) -> None:
    """What there is now of each debate, and how many were drawn anew when others were not."""
    from argmap.diagnostics import Words

    for summary in run.summaries:
        click.echo(summary)
    every = len(run.drawn)
    if anew < every:
        none = Words(
            en=f"None of {every:,} debates had to be drawn anew.",
            ja=f"{every:,}件の討論は前のままで、描き直したものはない。",
        )
        some = Words(
            en=f"{anew:,} of {every:,} debates drawn anew; the others are as they were.",
            ja=f"{every:,}件の討論のうち{anew:,}件を描き直した。ほかは前のまま。",
        )
        click.echo((some if anew else none).say(run.lang))
    if run.index:
        click.echo(f"→ {(folder / 'index.html').as_posix()}")


def _tell_left(run: Run, built: Built, folder: Path) -> None:
    """Name what was made of debates that are gone: nobody but a person deletes it."""
    from argmap.diagnostics import Words

    for name in built.left(run.drawn, folder):
        here, file = (folder / name).as_posix(), built.made[name].file
        words = Words(
            en=f"{here} was made from {file}, which is gone: delete the folder when nobody needs it",
            ja=f"{here} の元の {file} はもうない。不要ならフォルダごと消す",
        )
        click.echo(f"argmap: {words.say(run.lang)}", err=True)
