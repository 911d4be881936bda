"""What `argmap` can do: one function a command, options in and text out."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Literal

import click

from argmap.cli.options import (
    engine_option,
    format_of,
    lang_option,
    output_option,
    paper_option,
    paths_argument,
    side_option,
)
from argmap.cli.session import (
    STDOUT,
    STRUCTURE,
    USAGE,
    Session,
    colour,
    leave,
    locale_lang,
    put,
    report,
    settings,
    terminal,
    write,
)

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


@click.command()
@paths_argument
@format_of("findings")
@click.option(
    "--select", metavar="CODES", help="Only these codes, beginnings of codes or slugs, with commas."
)
@click.option("--ignore", metavar="CODES", help="Not these; errors are always reported.")
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "note"]),
    help="Exit with 1 from here on. Default: error.",
)
@side_option
@lang_option
@output_option
def check(
    paths: tuple[str, ...],
    fmt: str,
    select: str | None,
    ignore: str | None,
    fail_on: str | None,
    side: str | None,
    lang: Lang | None,
    output: str,
) -> None:
    """Say what is wrong or missing, each with file, line and column."""
    from argmap.diagnostics import Severity

    session = Session(
        paths,
        lang,
        side=side,
        select=_codes(select, "--select"),
        ignore=_codes(ignore, "--ignore"),
        fail_on=Severity(fail_on) if fail_on else None,
    )
    put(report(fmt, "findings")(session.diagnostics, session.manner()), output)
    session.leave()


@click.command()
@paths_argument
@format_of("status")
@side_option
@lang_option
@output_option
def status(paths: tuple[str, ...], fmt: str, side: str | None, lang: Lang | None, output: str) -> None:
    """Say what still stands, what fell, and what was not answered."""
    session = Session(paths, lang, side=side)
    debates = session.sound()
    put(
        report(fmt, "status")(session.corpus.analysis, debates, session.diagnostics, session.manner()), output
    )
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
    put(report(fmt, "why")(session.corpus.analysis, [_key(session, wanted)], session.manner()), output)
    session.leave()


@click.command()
@paths_argument
@format_of(None, default=None)
@click.option("--around", metavar="ID", help="Only this statement or question, and what bears on it.")
@click.option(
    "--depth", type=click.IntRange(1, 99), default=2, show_default=True, help="How far --around reaches."
)
@click.option(
    "--view",
    type=click.Choice(["whole", "standing", "questions"]),
    default="whole",
    show_default=True,
    help="What is drawn: everything, what still stands, or questions and answers.",
)
@paper_option
@engine_option
@lang_option
@click.option(
    "-o",
    "--output",
    type=click.Path(allow_dash=True),
    default=STDOUT,
    help="File, or folder for several debates.",
)
def render(
    paths: tuple[str, ...],
    fmt: str | None,
    around: str | None,
    depth: int,
    view: Literal["whole", "standing", "questions"],
    paper: Paper,
    engine: Engine,
    lang: Lang | None,
    output: str,
) -> None:
    """Draw the map of a debate."""
    from pathlib import Path

    from argmap import pipeline

    fmt = _map_format(fmt, output)
    session = Session(paths, lang, select=STRUCTURE)
    debates = session.sound()
    chosen = None
    if around is not None:
        chosen = _key(session, around)
        debates = [debate for debate in debates if debate.id == chosen.rpartition("#")[0]]
    several = around is None and (len(session.corpus.files) > 1 or _there(Path(output).is_dir))
    if several and output == STDOUT:
        leave(USAGE, "argmap: several debates: name one, or a folder with -o")
    for debate in debates:
        with session.drawing(debate):
            drawn = pipeline.draw(
                debate,
                session.corpus.analysis,
                lang=session.manner(debate).lang,
                around=chosen,
                depth=depth,
                only=None if view == "whole" else view,
                paper=paper,
                engine=engine,
            )
            made = (
                pipeline.page(session.corpus, debate, drawn, session.manner(debate))
                if fmt == "html"
                else drawn.to(fmt)
            )
            ending = pipeline.map_formats()[fmt]
            put(made, str(Path(output, debate.id + ending)) if several else output)
    session.leave()


@click.command()
@click.argument("name", default="debate")
def schema(name: str) -> None:
    """Print a JSON Schema: of the debate file, or of an output such as status."""
    from argmap import pipeline

    schemas = pipeline.schemas()
    if name not in schemas:
        raise click.BadParameter(f"{name!r} is none of {', '.join(schemas)}", param_hint="NAME")
    put(schemas[name], STDOUT)


@click.command()
@click.argument("code", required=False)
@format_of("rules")
@lang_option
@output_option
def rules(code: str | None, fmt: str, lang: Lang | None, output: str) -> None:
    """List the rules and the kinds of question, or print the manual page of one (by code or slug)."""
    from argmap.findings import all_rules
    from argmap.questions import QUESTION_KINDS
    from argmap.report import Manner

    found = [rule for rule in all_rules() if code is None or code.upper() == rule.code or code == rule.slug]
    kinds = [kind for kind in QUESTION_KINDS.values() if code is None or code == kind.slug]
    if not found and not kinds:
        raise click.BadParameter(f"there is no rule or kind of question {code!r}", param_hint="CODE")
    manner = Manner(lang=lang or settings().lang or locale_lang(), colour=colour())
    put(report(fmt, "rules")(found, manner, kinds), output)


@click.command()
@click.argument("file", type=click.Path(dir_okay=False))
@lang_option
def new(file: str, lang: Lang | None) -> None:
    """Write a small debate to start from, into a FILE that does not exist yet."""
    from pathlib import Path

    from argmap.starter import starter

    target = Path(file) if file.endswith((".yaml", ".yml")) else Path(f"{file}.yaml")
    if _there(target.exists):
        leave(USAGE, f"argmap: {target.as_posix()} exists; nothing was written")
    write(target, starter(lang or settings().lang or locale_lang()))
    click.echo(f"{target.as_posix()}\n→ argmap check {target.as_posix()}")


def _there(asked: Callable[[], bool]) -> bool:
    """What the disk says of a path; a name that no path can have is not there."""
    try:
        return asked()
    except OSError:
        return False


def _codes(text: str | None, option: str) -> tuple[str, ...]:
    """Codes, beginnings of codes and slugs, with commas; each must name a rule."""
    from argmap.config import names
    from argmap.findings import all_rules

    codes = tuple(code.strip() for code in (text or "").split(",") if code.strip())
    for code in codes:
        if not any(names(code, rule) for rule in all_rules()):
            raise click.BadParameter(f"{code!r} names no rule", param_hint=option)
    return codes


def _map_format(fmt: str | None, output: str) -> str:
    """The format that is meant: by name, by the ending of the file, or SVG; never two that differ."""
    from pathlib import Path

    from argmap import pipeline

    written = Path(output).suffix.lower()
    named = next((name for name, ending in pipeline.map_formats().items() if ending == written), None)
    if fmt and named and fmt != named:
        leave(USAGE, f"argmap: {output} is the name of a {named} file, but --format says {fmt}")
    return fmt or named or "svg"


def _key(session: Session, wanted: str) -> str:
    """The one statement or question that an id means; otherwise a message, and the end."""
    keys = session.corpus.analysis.keys(wanted)
    if len(keys) != 1:
        leave(USAGE, f"argmap: {_which(session, wanted, keys)}")
    return keys[0]


def _which(session: Session, wanted: str, keys: list[str]) -> str:
    from argmap.diagnostics import Words
    from argmap.loading import Nearest

    if keys:
        several = Words(en=f"{wanted} is in several debates", ja=f"{wanted} は複数の討論にある")
        return f"{several.say(session.lang)}: {', '.join(keys)}"
    graph = session.corpus.analysis.graph
    known = {key.rpartition("#")[2] for key in (*graph.number, *graph.answers)}
    hint = Nearest(sorted(known)).hint(wanted)
    none = Words(
        en=f"no statement or question has the id `{wanted}`", ja=f"ID が `{wanted}` の発言や質問はない"
    )
    return none.say(session.lang) + (f" ({hint.say(session.lang)})" if hint else "")


def _summary(session: Session, debate: Debate) -> str:
    """A debate and its counts, in words."""
    from argmap.report import standing

    manner = session.manner(debate)
    found = standing(session.corpus.analysis, debate, manner.side).headline()
    return "\n  ".join((debate.title, *(words.say(manner.lang) for words in found)))
