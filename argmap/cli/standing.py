"""What stands: `argmap status` and `argmap why`."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import click

from argmap.cli.options import SEMANTICS, format_of, lang_option, output_option, paths_argument, side_option
from argmap.cli.session import STRUCTURE, Session, put, report, the_key
from argmap.cli.trial import still_said, trial_options, what_if

if TYPE_CHECKING:
    from argmap.diagnostics import Lang


@click.command()
@paths_argument
@format_of("status")
@trial_options
@side_option
@click.option(
    "--semantics",
    type=click.Choice(SEMANTICS),
    help="Say also what can be defended together; for specialists. Default: what stands, which is grounded.",
)
@lang_option
@output_option
def status(
    paths: tuple[str, ...],
    fmt: str,
    without: tuple[str, ...],
    suppose: tuple[tuple[str, str], ...],
    side: str | None,
    semantics: str | None,
    lang: Lang | None,
    output: str,
) -> None:
    """Say what still stands, what fell, and what was not answered.

    With --without or --suppose, say what would change.
    """
    if semantics and (without or suppose):
        raise click.UsageError(
            "--semantics tells what is defended now, not what would be: leave it out on trial"
        )
    session = Session(paths, lang, side=side)
    debates, manner = session.sound(), session.manner()
    if semantics:
        from argmap.frameworks import Semantics

        manner = replace(manner, semantics=Semantics(semantics))
    trial = what_if(session, without, suppose)
    told = (session.corpus.analysis, debates, session.diagnostics, manner)
    put(report(fmt, "status")(*told, *([trial] if trial else [])), output)
    session.leave()


@click.command()
@click.argument("ids", metavar="ID [PATH]...", nargs=-1, required=True, type=click.Path(allow_dash=True))
@format_of("why")
@trial_options
@lang_option
@output_option
def why(
    ids: tuple[str, ...],
    fmt: str,
    without: tuple[str, ...],
    suppose: tuple[tuple[str, str], ...],
    lang: Lang | None,
    output: str,
) -> None:
    """Say in sentences why a statement or question has its status."""
    wanted, *paths = ids
    session = Session(tuple(paths), lang, select=STRUCTURE)
    session.sound()
    key, trial = the_key(session, wanted), what_if(session, without, suppose)
    still_said(session, key, trial)
    told = (session.corpus.analysis, [key], session.manner())
    put(report(fmt, "why")(*told, *([trial] if trial else [])), output)
    session.leave()
