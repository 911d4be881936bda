"""`argmap questions`, `brief` and `template`: what to ask next, and the documents."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from argmap.cli.deciding import all_there, asked_side
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
    STRUCTURE,
    USAGE,
    Session,
    leave,
    locale_lang,
    put,
    report,
    settings,
)
from argmap.diagnostics import Lang, Words

if TYPE_CHECKING:
    from argmap.agenda import Agenda
    from argmap.layout import Engine, Paper
    from argmap.model import Debate

_DROPPED = Words(en="{0} dropped by decision", ja="見送りと決めたもの {0} 件")
_TOO_LONG = Words(en="{0} left out, for the time is full", ja="時間に収まらず外したもの {0} 件")
_TAKEN = Words(en="among them, though taken: {0}", ja="そのうち、採ると決めていたもの: {0}")
_NONE_FITS = Words(
    en="no question fits what was wished for ({0} in all)", ja="条件に合う質問はない（全 {0} 問）"
)
_NO_PARTY = Words(en="there is no party {0}: known are {1}", ja="{0} という発言者はいない（いるのは {1}）")
_STALE = Words(en="no such question arises any more: {0}", ja="もう生じない質問への決定: {0}")


class Duration(click.ParamType[int]):
    """A stretch of time, in seconds: `20m`, `90s`, `1h30m`; a plain number means minutes."""

    name = "time"

    def convert(self, value: str | int, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """The seconds."""
        from argmap.config import seconds_in

        if isinstance(value, int):
            return value
        seconds = seconds_in(value.strip())
        if seconds is None:
            self.fail(f"{value!r} is no time such as 20m, 90s or 1h30m", param, ctx)
        return seconds


@click.command()
@paths_argument
@format_of("questions", default="md")
@click.option("--only", metavar="KINDS", help="Only these kinds of question, with commas.")
@click.option("--pick", metavar="IDS", help="Only these questions, with commas.")
@click.option("--party", metavar="PARTY", help="Only what is put to this party (its id or name).")
@click.option("--limit", type=Duration(), help="As many as can be read aloud in this time, such as 20m.")
@side_option
@lang_option
@output_option
def questions(
    paths: tuple[str, ...],
    fmt: str,
    only: str | None,
    pick: str | None,
    party: str | None,
    limit: int | None,
    side: str | None,
    lang: Lang | None,
    output: str,
) -> None:
    """Prepare what to ask next, with the passage that gives rise to it."""
    from argmap import pipeline
    from argmap.agenda import Wish, agenda

    session = Session(paths, lang, side=side, select=STRUCTURE)
    debates = pipeline.verbatim_of(session.corpus, session.sound())
    if not debates:
        session.leave()
    found = pipeline.ask(session.corpus, debates, asked_side(session, side))
    wish = Wish(
        kinds=_kinds(only), ids=_listed(pick), party=_party(party, debates, session.lang), seconds=limit
    )
    all_there(wish.ids, {one.id for one in found}, session.lang)
    chosen = agenda(found, debates, session.config.side, wish, session.lang)
    with session.filling():
        put(report(fmt, "questions")(debates, chosen.asked, session.manner()), output)
    if found and not chosen.asked:
        click.echo(f"argmap: {_NONE_FITS.say(session.lang).format(len(found))}", err=True)
    for line in _left_out(chosen, session.lang):
        click.echo(f"argmap: {line}", err=True)
    session.leave()


@click.command()
@paths_argument
@paper_option
@engine_option
@side_option
@lang_option
@click.option(
    "-o", "--output", required=True, type=click.Path(), help="PDF to write; with several debates a folder."
)
def brief(
    paths: tuple[str, ...], paper: Paper, engine: Engine, side: str | None, lang: Lang | None, output: str
) -> None:
    """Typeset the hand-out on a debate: map, what stands, evidence, questions, quotes, as PDF."""
    from pathlib import Path

    from argmap import pipeline

    session = Session(paths, lang, side=side, select=STRUCTURE)
    debates = session.sound()
    several = len(session.corpus.files) > 1
    if several and Path(output).is_file():
        leave(USAGE, "argmap: several debates: name a folder with -o")
    for debate in debates:
        with session.drawing(debate), session.filling():
            manner = session.manner(debate)
            drawn = pipeline.draw(
                debate, session.corpus.analysis, lang=manner.lang, paper=paper, engine=engine
            )
            made = pipeline.brief(session.corpus, debate, drawn, manner)
            put(made, str(Path(output, f"{debate.id}.pdf")) if several else output)
    session.leave()


@click.command()
@click.argument("name", metavar="brief|floor|notice")
@click.option("-o", "--output", required=True, type=click.Path(dir_okay=False), help="File to write.")
@lang_option
def template(name: str, output: str, lang: Lang | None) -> None:
    """Write the form of a document into a file that does not exist yet, to edit it and name it in argmap.toml."""
    from pathlib import Path

    from argmap.config import TEMPLATES

    if name not in TEMPLATES:
        raise click.BadParameter(f"{name!r} is none of {', '.join(TEMPLATES)}", param_hint="NAME")
    if Path(output).exists():
        leave(USAGE, f"argmap: {output} exists; nothing was written")
    put(report(name, "template")(lang or settings().lang or locale_lang()), output)


def _kinds(text: str | None) -> tuple[str, ...]:
    from argmap.questions import QUESTION_KINDS

    kinds = _listed(text)
    for kind in kinds:
        if kind not in QUESTION_KINDS:
            raise click.BadParameter(f"{kind!r} is none of {', '.join(QUESTION_KINDS)}", param_hint="--only")
    return kinds


def _party(wanted: str | None, debates: Sequence[Debate], lang: Lang) -> str | None:
    """The party that is meant: by its id, its name, or the beginning of one name."""
    names = {party: debate.party_name(party) for debate in debates for party in debate.parties}
    if wanted is None or wanted in names or wanted in names.values():
        return wanted
    begun = {name for name in names.values() if name.startswith(wanted)} if wanted else set()
    if len(begun) != 1:
        leave(
            USAGE, f"argmap: {_NO_PARTY.say(lang).format(wanted, ', '.join(dict.fromkeys(names.values())))}"
        )
    return begun.pop()


def _listed(text: str | None) -> tuple[str, ...]:
    return tuple(filter(None, (part.strip() for part in (text or "").split(","))))


def _left_out(chosen: Agenda, lang: Lang) -> list[str]:
    counts = ((_DROPPED, len(chosen.dropped)), (_TOO_LONG, len(chosen.too_long)))
    lines = [words.say(lang).format(count) for words, count in counts if count]
    taken = [one.id for one in chosen.too_long if one.decision is not None]
    lines += [_TAKEN.say(lang).format(", ".join(taken))] if taken else []
    return [*lines, *([_STALE.say(lang).format(", ".join(chosen.stale))] if chosen.stale else [])]
