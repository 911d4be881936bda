"""What `argmap` can do: one function a command, options in and text out."""

from __future__ import annotations

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
    the_key,
    write,
)

if TYPE_CHECKING:
    from argmap.diagnostics import Lang
    from argmap.layout import Engine, Paper


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
        chosen = the_key(session, around)
        debates = [debate for debate in debates if debate.id == chosen.rpartition("#")[0]]
    several = around is None and (len(session.corpus.files) > 1 or _there(Path(output).is_dir))
    if several and output == STDOUT:
        leave(USAGE, "argmap: several debates: name one, or a folder with -o")
    for debate in debates:
        with session.drawing(debate):
            drawn = pipeline.draw(
                debate,
                session.corpus.analysis,
                lang=session.lang_of(debate),
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
