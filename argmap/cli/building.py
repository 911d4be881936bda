"""`argmap build`: everything for every debate."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from argmap.cli.options import engine_option, lang_option, paper_option, paths_argument, side_option
from argmap.cli.session import Session, terminal, write

if TYPE_CHECKING:
    from argmap.diagnostics import Lang
    from argmap.layout import Engine, Paper
    from argmap.model import Debate


@click.command()
@paths_argument
@click.option(
    "-o", "--output", default="output", show_default=True, type=click.Path(), help="Folder to write to."
)
@paper_option
@engine_option
@side_option
@lang_option
def build(
    paths: tuple[str, ...], output: str, paper: Paper, engine: Engine, side: str | None, lang: Lang | None
) -> None:
    """Do everything for every debate: maps, verdicts, questions, and a page over all."""
    from pathlib import Path

    from argmap import pipeline

    session = Session(paths, lang, side=side)
    debates, folder = session.sound(), Path(output)
    built: dict[str, list[str]] = {}
    with click.progressbar(
        debates, label="argmap", file=sys.stderr, hidden=not terminal(sys.stderr)
    ) as waiting:
        for debate in waiting:
            with session.drawing(debate), session.filling():
                manner = session.manner(debate)
                made = pipeline.build(
                    session.corpus, debate, session.diagnostics, manner, paper=paper, engine=engine
                )
                for name, data in made.items():
                    write(folder / debate.id / name, data)
                built[debate.id] = [f"{debate.id}/{name}" for name in made]
    if built:
        index = pipeline.index(session.corpus, built, session.manner())
        write(folder / "index.html", index)
        for debate in (debate for debate in debates if debate.id in built):
            click.echo(_summary(session, debate))
        click.echo(f"→ {(folder / 'index.html').as_posix()}")
    session.leave()


def _summary(session: Session, debate: Debate) -> str:
    """A debate and its counts, in words."""
    from argmap.report import standing

    manner = session.manner(debate)
    found = standing(session.corpus.analysis, debate, manner.side).headline()
    return "\n  ".join((debate.title, *(words.say(manner.lang) for words in found)))
