"""What if: the options `--without` and `--suppose`, and `argmap flip`, the same question turned round."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

import click

from argmap.cli.options import format_of, lang_option, output_option
from argmap.cli.session import STRUCTURE, USAGE, Session, leave, put, report, the_key

if TYPE_CHECKING:
    from argmap.diagnostics import Lang
    from argmap.semantics import Label
    from argmap.semantics.supposed import WhatIf

_LABELS = ("in", "out", "undecided")

F = TypeVar("F", bound=Callable[..., Any])


class _Supposition(click.ParamType[tuple[str, str]]):
    """`ID=in`, `ID=out` or `ID=undecided`."""

    name = "supposition"

    def convert(
        self, value: str, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, str]:
        """The id and the label."""
        wanted, _, label = value.rpartition("=")
        if not wanted or label not in _LABELS:
            self.fail(f"{value!r} is not ID={'|'.join(_LABELS)}", param, ctx)
        return wanted, label


def trial_options(command: F) -> F:
    """The options `--without` and `--suppose`."""
    without = click.option(
        "--without", metavar="ID", multiple=True, help="As if this had not been said; may be given again."
    )
    suppose = click.option(
        "--suppose",
        metavar="ID=in|out|undecided",
        type=_Supposition(),
        multiple=True,
        help="As if this stood, did not stand, or were not settled; may be given again.",
    )
    return without(suppose(command))


def what_if(
    session: Session, without: tuple[str, ...], supposed: tuple[tuple[str, str], ...]
) -> WhatIf | None:
    """The debates as they would be; None when nothing is supposed. What cannot be supposed ends in a message."""
    if not without and not supposed:
        return None
    from argmap.semantics import Label
    from argmap.semantics.supposed import suppose

    gone = tuple(dict.fromkeys(statement_key(session, wanted) for wanted in without))
    labels: dict[str, Label] = {}
    for wanted, label in supposed:
        key = statement_key(session, wanted)
        if key in gone or labels.get(key, label) != label:
            _leave(session, f"{wanted} cannot be two things at once", f"{wanted} を二通りに仮定している")
        labels[key] = Label(label)
    return suppose(session.corpus.analysis, without=gone, supposed=labels)


def statement_key(session: Session, wanted: str) -> str:
    """The one statement that an id means; otherwise a message, and the end."""
    key = the_key(session, wanted)
    if key in session.corpus.analysis.graph.answers:
        _leave(
            session,
            f"{wanted} is a question: it was answered or not, and neither stands nor falls",
            f"{wanted} は質問である。答弁の有無はあるが、成り立つかどうかはない",
        )
    return key


def still_said(session: Session, key: str, trial: WhatIf | None) -> None:
    """Make sure that a statement was not left out on trial; otherwise a message, and the end."""
    if trial is not None and key in trial.without:
        _leave(session, f"{key} is left out", f"{key} は、なかったものと仮定している")


def _leave(session: Session, en: str, ja: str) -> None:
    from argmap.diagnostics import Words

    leave(USAGE, f"argmap: {Words(en=en, ja=ja).say(session.lang)}")


@click.command()
@click.argument("ids", metavar="ID [PATH]...", nargs=-1, required=True, type=click.Path(allow_dash=True))
@format_of("flip")
@lang_option
@output_option
def flip(ids: tuple[str, ...], fmt: str, lang: Lang | None, output: str) -> None:
    """Say what would have to change for a statement to fall, or to stand.

    The smallest sets of statements that would have to be refuted, and of evidence that would have to be shown.
    """
    from argmap.semantics import flips

    wanted, *paths = ids
    session = Session(tuple(paths), lang, select=STRUCTURE)
    session.sound()
    analysis = session.corpus.analysis
    found = flips.flip(analysis, statement_key(session, wanted))
    put(report(fmt, "flip")(analysis, [found], session.manner()), output)
    session.leave()
