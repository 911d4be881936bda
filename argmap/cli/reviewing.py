"""`argmap review`: candidates one by one, each decision written at once."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from argmap.cli.options import lang_option, paths_argument
from argmap.cli.session import STRUCTURE, USAGE, Session, colour, leave, terminal
from argmap.diagnostics import Lang, Words

if TYPE_CHECKING:
    from argmap.drafting.review import Candidate
    from argmap.loading import DebateFile
    from argmap.model import Question, Statement

_ASK = {
    "c": Words(en="confirm", ja="確認"),
    "e": Words(en="edit the text", ja="文を直す"),
    "r": Words(en="reject", ja="却下"),
    "s": Words(en="skip", ja="後で"),
    "q": Words(en="quit", ja="終了"),
}
_LINKS = {
    "supports": Words(en="supports", ja="支える"),
    "rebuts": Words(en="rebuts", ja="反論する"),
    "undercuts": Words(en="undercuts a step from", ja="論拠に反論する"),
    "backs": Words(en="backs", ja="裏づける"),
    "answers": Words(en="answers", ja="答える"),
}
_NEW_TEXT = Words(en="text", ja="文")
_NO_PASSAGE = Words(en="the passage was not found in the source", ja="出典にこの箇所が見当たらない")
_NOTHING = Words(en="nothing awaits review", ja="未確認の候補はない")
_LEFT = Words(
    en="{0} decided, {1} still to be reviewed; every decision is in the file",
    ja="{0} 件を決めた。残り {1} 件。決めたことはファイルに書いてある",
)
_NO_TERMINAL = Words(
    en="review asks questions: run it in a terminal ({0} candidates await review)",
    ja="review は対話式なので、端末で実行する（未確認の候補 {0} 件）",
)


@click.command()
@paths_argument
@lang_option
def review(paths: tuple[str, ...], lang: Lang | None) -> None:
    """Go through candidates one by one: confirm, edit, reject.

    Every decision is written to the file at once; quit whenever you like and go on another day.
    """
    session = Session(paths, lang, select=STRUCTURE)
    session.sound()
    waiting = sum(_count(file) for file in session.corpus.files)
    if not waiting:
        click.echo(_NOTHING.say(session.lang))
        return
    if not terminal(sys.stdin) or not terminal(sys.stdout):
        leave(USAGE, f"argmap: {_NO_TERMINAL.say(session.lang).format(waiting)}")
    review = _Review(session.lang)
    try:
        for file in session.corpus.files:
            review.file(Path(file.folder, Path(file.file).name))
    except (click.Abort, EOFError, KeyboardInterrupt):
        click.echo()
    except _QuitError:
        pass
    click.echo(_LEFT.say(session.lang).format(review.decided, waiting - review.decided))


class _QuitError(Exception):
    """The person wants to stop."""


def _count(file: DebateFile) -> int:
    from argmap.drafting.review import candidates

    return sum(1 for _ in candidates(file.debate))


class _Review:
    """One sitting."""

    def __init__(self, lang: Lang) -> None:
        self.lang = lang
        self.decided = 0

    def file(self, path: Path) -> None:
        """All candidates of a file. It is read anew for each, so it may be edited meanwhile."""
        from argmap.drafting.review import candidates
        from argmap.loading import load_file

        seen: set[tuple[str, str, str]] = set()
        while True:
            file = load_file(path)
            waiting = [one for one in candidates(file.debate) if one.name not in seen]
            if not waiting:
                return
            one = waiting[0]
            seen.add(one.name)
            self._show(file, one, len(waiting))
            self._decide(path, file, one)

    def _decide(self, path: Path, file: DebateFile, one: Candidate) -> None:
        from argmap import drafts
        from argmap.loading.edit import UneditableError

        keys = [key for key in _ASK if key != "e" or not one.key]
        asked = "  ".join(f"[{key}] {_ASK[key].say(self.lang)}" for key in keys)
        answer = click.prompt(asked, type=click.Choice(keys), show_choices=False, prompt_suffix=" > ")
        if answer == "q":
            raise _QuitError
        if answer == "s":
            return
        text = None
        if answer == "e":
            said = getattr(file.debate, one.section)[one.id].text
            text = click.prompt(_NEW_TEXT.say(self.lang), default=said)
        try:
            drafts.decide(path, one, confirm=answer != "r", text=text)
        except (UneditableError, OSError) as error:
            leave(USAGE, f"argmap: {path.as_posix()}: {error}")
        self.decided += 1

    def _show(self, file: DebateFile, one: Candidate, waiting: int) -> None:
        from argmap.model import ROLE_WORDS
        from argmap.report.text.style import paint, printable

        said = getattr(file.debate, one.section)[one.id]
        where = file.locate((one.section, one.id), key=True)
        head = (
            f"{ROLE_WORDS[getattr(said, 'role', 'question')].say(self.lang)}  {one.id}  ({where})  ‥{waiting}"
        )
        click.echo(f"\n{paint(head, 'bold', colour=colour())}")
        who = file.debate.party_name(getattr(said, "by", None))
        click.echo(f"  {printable(f'{who}: ' if who else '')}{printable(said.text)}")
        if one.key:
            other = self._text_of(file, one.target)
            click.echo(f"  {_LINKS[one.key].say(self.lang)} → {one.target}: {printable(other)}")
        else:
            for line in self._links(file, said):
                click.echo(f"  {printable(line)}")
        click.echo(f"  {self._passage(file, said)}")

    def _text_of(self, file: DebateFile, wanted: str) -> str:
        section = file.debate.section_of(wanted)
        return getattr(file.debate, section)[wanted].text if section else ""

    def _links(self, file: DebateFile, said: Statement | Question) -> list[str]:
        from argmap.drafting.review import target_of
        from argmap.model import LINKS

        return [
            f"  {_LINKS[key].say(self.lang)} → {target_of(link)}: {self._text_of(file, target_of(link))}"
            for key in LINKS
            for link in getattr(said, key, ())
        ]

    def _passage(self, file: DebateFile, said: Statement | Question) -> str:
        from argmap import drafts
        from argmap.report.text.style import paint, printable

        found = drafts.passage(file, said)
        if found is None:
            return paint(_NO_PASSAGE.say(self.lang), "dim", colour=colour())
        quote = paint(f"【{printable(found.found)}】", "bold", colour=colour())
        return f"{printable(found.before)}{quote}{printable(found.after)}"
