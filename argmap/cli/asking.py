"""`argmap questions`, `decide`, `brief`, `template`: what to ask next, what a person decides on it, and the documents."""

from __future__ import annotations

import sys
from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING

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
)
from argmap.config import TEMPLATES, seconds_in
from argmap.diagnostics import Lang, Words

if TYPE_CHECKING:
    from argmap.agenda import Agenda
    from argmap.layout import Engine, Paper
    from argmap.model import Decision
    from argmap.questions import FollowUp

_DROPPED = Words(en="{0} dropped by decision", ja="見送りと決めたもの {0} 件")
_TOO_LONG = Words(en="{0} left out, for the time is full", ja="時間に収まらず外したもの {0} 件")
_UNKNOWN = Words(en="there is no question {0}", ja="{0} という質問はない")
_STALE = Words(en="no such question arises any more: {0}", ja="もう生じない質問への決定: {0}")
_ASK = {
    "t": Words(en="take", ja="採る"),
    "r": Words(en="reword", ja="言い直す"),
    "d": Words(en="drop", ja="見送る"),
    "s": Words(en="skip", ja="後で"),
    "q": Words(en="quit", ja="終了"),
}
_NEW_TEXT = Words(en="on the floor", ja="議場で")
_NEW_NOTICE = Words(en="in the notice", ja="通告書に")
_LEFT = Words(
    en="{0} decided, {1} still undecided; every decision is in the file",
    ja="{0} 件を決めた。残り {1} 件。決めたことはファイルに書いてある",
)
_NO_TERMINAL = Words(
    en="name what to decide (--take, --drop, --reword), or run it in a terminal ({0} undecided)",
    ja="--take・--drop・--reword で指定するか、端末で実行する（未決定 {0} 件）",
)


class Duration(click.ParamType[int]):
    """A stretch of time, in seconds: `20m`, `90s`, `1h30m`; a plain number means minutes."""

    name = "time"

    def convert(self, value: str | int, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """The seconds."""
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
    debates, asked = session.sound(), session.config.side
    found = pipeline.ask(session.corpus, debates, asked)
    wish = Wish(kinds=_kinds(only), ids=_listed(pick), party=party, seconds=limit)
    _all_there(wish.ids, {one.id for one in found}, session.lang)
    chosen = agenda(found, debates, asked, wish, session.lang)
    with session.filling():
        put(report(fmt, "questions")(debates, chosen.asked, session.manner()), output)
    for line in _left_out(chosen, session.lang):
        click.echo(f"argmap: {line}", err=True)


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
@click.argument("name", type=click.Choice(TEMPLATES))
@click.option("-o", "--output", required=True, type=click.Path(dir_okay=False), help="File to write.")
@lang_option
def template(name: str, output: str, lang: Lang | None) -> None:
    """Write the form of a document, to edit it and name it in argmap.toml."""
    put(report(name, "template")(lang or settings().lang or locale_lang()), output)


@click.command()
@paths_argument
@click.option("--take", metavar="ID", multiple=True, help="Take this question; may be given again.")
@click.option("--drop", metavar="ID", multiple=True, help="Drop this question; may be given again.")
@click.option(
    "--reword", metavar="ID TEXT", nargs=2, multiple=True, help="Take this question in other words."
)
@click.option("--undo", metavar="ID", multiple=True, help="Forget what was decided on this question.")
@side_option
@lang_option
def decide(
    paths: tuple[str, ...],
    take: tuple[str, ...],
    drop: tuple[str, ...],
    reword: tuple[tuple[str, str], ...],
    undo: tuple[str, ...],
    side: str | None,
    lang: Lang | None,
) -> None:
    """Decide which questions to take, to drop, or to put in other words.

    Decisions are kept in the debate file and stay when argmap runs again. With no option, in a terminal, the
    undecided questions come one by one.
    """
    from argmap import pipeline
    from argmap.model import Decision

    session = Session(paths, lang, side=side, select=STRUCTURE)
    found = pipeline.ask(session.corpus, session.sound(), session.config.side)
    wanted: dict[str, Decision | None] = {name: Decision(decision="take") for name in take}
    wanted |= {name: Decision(decision="drop") for name in drop}
    wanted |= {name: Decision(text=_sentence(text)) for name, text in reword}
    wanted |= dict.fromkeys(undo)
    if wanted:
        decided = {name for debate in session.corpus.debates for name in debate.follow_ups}
        _all_there([name for name in wanted if name not in undo], {one.id for one in found}, session.lang)
        _all_there(undo, decided, session.lang)
        _write(session, wanted)
        return
    waiting = [one for one in found if one.decision is None]
    if not terminal(sys.stdin) or not terminal(sys.stdout):
        leave(USAGE, f"argmap: {_NO_TERMINAL.say(session.lang).format(len(waiting))}")
    _one_by_one(session, waiting)


def _kinds(text: str | None) -> tuple[str, ...]:
    from argmap.questions import QUESTION_KINDS

    kinds = _listed(text)
    for kind in kinds:
        if kind not in QUESTION_KINDS:
            raise click.BadParameter(f"{kind!r} is none of {', '.join(QUESTION_KINDS)}", param_hint="--only")
    return kinds


def _listed(text: str | None) -> tuple[str, ...]:
    return tuple(filter(None, (part.strip() for part in (text or "").split(","))))


def _all_there(wanted: Collection[str], known: set[str], lang: Lang) -> None:
    """End with a message where an id means no question."""
    from argmap.loading import Nearest

    for name in wanted:
        if name not in known:
            hint = Nearest(sorted(known)).hint(name)
            message = _UNKNOWN.say(lang).format(name)
            leave(USAGE, f"argmap: {message}" + (f" ({hint.say(lang)})" if hint else ""))


def _left_out(chosen: Agenda, lang: Lang) -> list[str]:
    counts = ((_DROPPED, len(chosen.dropped)), (_TOO_LONG, len(chosen.too_long)))
    lines = [words.say(lang).format(count) for words, count in counts if count]
    return [*lines, *([_STALE.say(lang).format(", ".join(chosen.stale))] if chosen.stale else [])]


def _sentence(text: str) -> str:
    if not text.strip():
        raise click.BadParameter("the text is empty", param_hint="--reword")
    return text.strip()


def _write(session: Session, wanted: Mapping[str, Decision | None]) -> None:
    """Write decisions into the files in which their questions arise, or stand already."""
    from pathlib import Path

    from argmap import drafts, pipeline
    from argmap.loading.edit import UneditableError

    found = pipeline.ask(session.corpus, session.corpus.debates, session.config.side)
    for file in session.corpus.files:
        here = {one.id for one in found if one.debate == file.debate.id} | set(file.debate.follow_ups)
        mine = {name: decision for name, decision in wanted.items() if name in here}
        path = Path(file.folder, Path(file.file).name)
        try:
            if mine:
                drafts.decide_questions(path, mine)
        except (UneditableError, OSError) as error:
            leave(USAGE, f"argmap: {path.as_posix()}: {error}")


def _one_by_one(session: Session, waiting: Sequence[FollowUp]) -> None:
    decided = 0
    try:
        for left, one in zip(range(len(waiting), 0, -1), waiting, strict=True):
            _show(one, left, session.lang)
            decision = _asked(one, session.lang)
            if decision is not None:
                _write(session, {one.id: decision})
                decided += 1
    except (click.Abort, EOFError, KeyboardInterrupt):
        click.echo()
    click.echo(_LEFT.say(session.lang).format(decided, len(waiting) - decided))


def _asked(one: FollowUp, lang: Lang) -> Decision | None:
    """What the person decides; None for later.

    Raises:
        Abort: the person wants to stop.
    """
    from argmap.model import Decision

    keys = "  ".join(f"[{key}] {words.say(lang)}" for key, words in _ASK.items())
    answer = click.prompt(keys, type=click.Choice(list(_ASK)), show_choices=False, prompt_suffix=" > ")
    if answer == "q":
        raise click.Abort
    if answer == "s":
        return None
    if answer == "r":
        text = click.prompt(_NEW_TEXT.say(lang), default=one.text.say(lang))
        notice = click.prompt(_NEW_NOTICE.say(lang), default=one.notice.say(lang))
        return Decision(text=text, notice=notice)
    return Decision(decision="take" if answer == "t" else "drop")


def _show(one: FollowUp, left: int, lang: Lang) -> None:
    from argmap.report import labelled, notes_of, time_words
    from argmap.report.text.style import paint, printable

    head = f"{one.id}  ({time_words(one.seconds(lang)).say(lang)})  ‥{left}"
    click.echo(f"\n{paint(printable(head), 'bold', colour=colour())}")
    click.echo(f"  {printable(one.text.say(lang))}")
    for label, text in notes_of(one, lang):
        click.echo(f"  {paint(printable(labelled(label, text, lang)), 'dim', colour=colour())}")
