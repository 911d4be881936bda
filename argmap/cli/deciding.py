"""`argmap decide`: what a person takes, drops or puts in other words, kept in the debate file."""

from __future__ import annotations

import sys
from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING

import click

from argmap.cli.options import lang_option, paths_argument, side_option
from argmap.cli.session import STRUCTURE, USAGE, Session, colour, leave, terminal
from argmap.diagnostics import Lang, Words

if TYPE_CHECKING:
    from argmap.model import Decision
    from argmap.questions import FollowUp

_NO_SIDE = Words(
    en="nobody speaks on the side {0}: known are {1}", ja="{0} 側の発言者はいない（あるのは {1}）"
)
_UNDECIDED = Words(en="nothing was decided on {0} yet", ja="{0} については、まだ何も決めていない")
_TWICE = Words(en="{0} is decided in two ways", ja="{0} に二通りの決定がある")
_UNKNOWN = Words(en="there is no question {0}", ja="{0} という質問はない")
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
    found = pipeline.ask(session.corpus, session.sound(), asked_side(session, side))
    named = [*take, *drop, *(name for name, _ in reword), *undo]
    wanted: dict[str, Decision | None] = {name: Decision(decision="take") for name in take}
    wanted |= {name: Decision(decision="drop") for name in drop}
    wanted |= {name: Decision(text=_sentence(text)) for name, text in reword}
    wanted |= dict.fromkeys(undo)
    if wanted:
        _all_once(named, session.lang)
        all_there([name for name in wanted if name not in undo], {one.id for one in found}, session.lang)
        decided = {name for debate in session.corpus.debates for name in debate.follow_ups}
        arisen = {one.id for one in found}
        all_there(undo, decided | arisen, session.lang)
        for name in undo:
            if name not in decided:
                leave(USAGE, f"argmap: {_UNDECIDED.say(session.lang).format(name)}")
        _write(session, wanted)
        return
    waiting = [one for one in found if one.decision is None]
    if not terminal(sys.stdin) or not terminal(sys.stdout):
        leave(USAGE, f"argmap: {_NO_TERMINAL.say(session.lang).format(len(waiting))}")
    _one_by_one(session, waiting)


def asked_side(session: Session, named: str | None) -> str:
    """The side that is asked; a side that was named and on which nobody speaks ends with a message."""
    sides = {debate.side_of(party) for debate in session.corpus.debates for party in debate.parties}
    if named is not None and named not in sides:
        listed = ", ".join(sorted(side for side in sides if side))
        leave(USAGE, f"argmap: {_NO_SIDE.say(session.lang).format(named, listed)}")
    return session.config.side


def all_there(wanted: Collection[str], known: set[str], lang: Lang) -> None:
    """End with a message where an id means no question."""
    from argmap.loading import Nearest

    for name in wanted:
        if name not in known:
            about = sorted(one for one in known if f"-{name}-" in f"{one}-")
            listed = Words(en=f"about it: {', '.join(about)}", ja=f"これについての質問: {'、'.join(about)}")
            hint = listed if about else Nearest(sorted(known)).hint(name)
            message = _UNKNOWN.say(lang).format(name)
            leave(USAGE, f"argmap: {message}" + (f" ({hint.say(lang)})" if hint else ""))


def _all_once(named: Sequence[str], lang: Lang) -> None:
    for name in named:
        if named.count(name) > 1:
            leave(USAGE, f"argmap: {_TWICE.say(lang).format(name)}")


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
    from argmap.questions import bare, plain

    keys = "  ".join(f"[{key}] {words.say(lang)}" for key, words in _ASK.items())
    answer = click.prompt(keys, type=click.Choice(list(_ASK)), show_choices=False, prompt_suffix=" > ")
    if answer == "q":
        raise click.Abort
    if answer == "s":
        return None
    if answer == "r":
        said, written = one.text.say(lang), one.notice.say(lang)
        text = click.prompt(_NEW_TEXT.say(lang), default=said)
        notice = click.prompt(_NEW_NOTICE.say(lang), default=written if text == said else plain(bare(text)))
        unchanged = (text, notice) == (said, written)
        return Decision(decision="take") if unchanged else Decision(text=text, notice=notice)
    return Decision(decision="take" if answer == "t" else "drop")


def _show(one: FollowUp, left: int, lang: Lang) -> None:
    from argmap.report import labelled, notes_of, time_words
    from argmap.report.text.style import paint, printable

    head = f"{one.id}  ({time_words(one.seconds(lang)).say(lang)})  ‥{left}"
    click.echo(f"\n{paint(printable(head), 'bold', colour=colour())}")
    click.echo(f"  {printable(one.text.say(lang))}")
    for label, text in notes_of(one, lang):
        click.echo(f"  {paint(printable(labelled(label, text, lang)), 'dim', colour=colour())}")
