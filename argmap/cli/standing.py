"""What stands: `argmap status` and `argmap why`."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import click

from argmap.cli.options import SEMANTICS, format_of, lang_option, output_option, paths_argument, side_option
from argmap.cli.session import STRUCTURE, Session, put, report, the_key

if TYPE_CHECKING:
    from argmap.diagnostics import Lang


@click.command()
@paths_argument
@format_of("status")
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
    side: str | None,
    semantics: str | None,
    lang: Lang | None,
    output: str,
) -> None:
    """Say what still stands, what fell, and what was not answered."""
    session = Session(paths, lang, side=side)
    debates, manner = session.sound(), session.manner()
    if semantics:
        from argmap.frameworks import Semantics

        manner = replace(manner, semantics=Semantics(semantics))
    put(report(fmt, "status")(session.corpus.analysis, debates, session.diagnostics, manner), output)
    session.leave()


@click.command()
@click.argument("ids", metavar="ID [PATH]...", nargs=-1, required=True, type=click.Path(allow_dash=True))
@format_of("why")
@lang_option
@output_option
def why(ids: tuple[str, ...], fmt: str, lang: Lang | None, output: str) -> None:
    """Say in sentences why a statement or question has its status."""
    wanted, *paths = ids
    session = Session(tuple(paths), lang, select=STRUCTURE)
    session.sound()
    put(report(fmt, "why")(session.corpus.analysis, [the_key(session, wanted)], session.manner()), output)
    session.leave()
