"""One run of argmap: settings, debates, language, and the one place that prints and writes."""

from __future__ import annotations

import locale
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import cached_property
from typing import TYPE_CHECKING, NoReturn, TextIO, TypeVar

import click

if TYPE_CHECKING:
    from pathlib import Path

    from argmap.config import Config
    from argmap.diagnostics import Diagnostic, Lang, Words
    from argmap.model import Debate
    from argmap.report import Manner

Result = TypeVar("Result")

OK, FINDINGS, USAGE, NO_INPUT, CRASH = 0, 1, 2, 3, 70
CLAIMS = "claims"
STDOUT = "-"
_READ = "argmap.read"  # in click's context: the files of the debates
STRUCTURE = ("AM1", "AM2")  # the rules that decide whether a debate can be used at all


class Session:
    """The debates of one run, and how to speak of them."""

    def __init__(
        self, paths: tuple[str, ...], lang: Lang | None, *, no_cache: bool = False, **wanted: object
    ) -> None:
        from dataclasses import replace
        from pathlib import Path

        from argmap import pipeline
        from argmap.cache import Cache

        given = {key: value for key, value in wanted.items() if value}
        self.config: Config = replace(settings(), **given)  # type: ignore[arg-type]
        try:
            self.corpus = pipeline.read(
                paths or (CLAIMS,), cache=None if no_cache else Cache(), parallel=True
            )
        except OSError as error:
            leave(
                NO_INPUT, f"argmap: {error.filename or error}: {error.strerror or 'no such file or folder'}"
            )
        if not self.corpus.files:
            leave(NO_INPUT, f"argmap: no debate file (*.yaml) in {', '.join(paths or (CLAIMS,))}")
        keep(Path(file.folder, Path(file.file).name) for file in self.corpus.files)
        self.lang: Lang = lang or self.config.lang or common_lang(self.corpus.debates) or locale_lang()
        self._failed = False
        self._asked = lang or self.config.lang
        self.diagnostics: tuple[Diagnostic, ...] = pipeline.check(self.corpus, self.config)

    def lang_of(self, debate: Debate | None = None) -> Lang:
        """The language asked for, or that of the debate."""
        return self._asked or (debate.debate.lang if debate else None) or self.lang

    def manner(self, debate: Debate | None = None) -> Manner:
        """How to write: in the language asked for, or that of the debate."""
        from argmap.report import Manner

        return Manner(
            lang=self.lang_of(debate),
            side=self.config.side,
            colour=colour(),
            width=80,
            assembly=self.config.assembly,
            templates=self._templates,
        )

    @cached_property
    def _templates(self) -> dict[str, bytes]:
        """The forms that the settings name, by the name of the document."""
        try:
            return {name: path.read_bytes() for name, path in self.config.templates.items()}
        except OSError as error:
            leave(USAGE, f"argmap: {error.filename}: {error.strerror}")

    def sound(self) -> list[Debate]:
        """The debates without errors; the errors of the others go to standard error."""
        from argmap.findings import broken_files

        broken = broken_files(self.diagnostics)
        click.echo(self.errors(coloured=colour()), err=True, nl=False)
        by_id = self.corpus.by_id
        return [debate for debate in self.corpus.debates if by_id[debate.id].file not in broken]

    def errors(self, *, coloured: bool) -> str:
        """What is said of debates with errors; empty when there is none."""
        from dataclasses import replace

        errors = [one for one in self.diagnostics if one.severity == "error"]
        manner = replace(self.manner(), colour=coloured)
        return str(report("text", "findings")(errors, manner)) if errors else ""

    def give_up(self, debate: Debate, words: Words) -> None:
        """Say that one debate cannot be drawn, and go on."""
        self._failed = True
        click.echo(f"argmap: {debate.id}: {words.say(self.lang)}", err=True)

    @contextmanager
    def drawing(self, debate: Debate) -> Iterator[None]:
        """Draw a debate in here: where the layout engine gives up, say so and go on with the next."""
        from argmap.layout import LayoutError

        try:
            yield
        except LayoutError as error:
            self.give_up(debate, error.words)

    @contextmanager
    def filling(self) -> Iterator[None]:
        """Fill in forms in here: where one cannot be filled in, say so and end."""
        from argmap.report import TemplateError

        try:
            yield
        except TemplateError as error:
            self.refuse_form(error.name, error.words)

    def refuse_form(self, name: str, words: Words) -> NoReturn:
        """Say that a form of the settings cannot be filled in, and end."""
        path = self.config.templates[name]
        leave(USAGE, f"argmap: {path.as_posix()}: {words.say(self.lang)}")

    @property
    def code(self) -> int:
        """The exit code that the findings call for."""
        found = any(one.severity.at_least(self.config.fail_on) for one in self.diagnostics)
        return FINDINGS if self._failed or found else OK

    def leave(self) -> None:
        """End with the exit code that the findings call for."""
        if self.code:
            leave(self.code)


def keep(files: Iterable[Path]) -> None:
    """Remember which files were read, so that nothing is written over them."""
    click.get_current_context().meta.setdefault(_READ, set()).update(file.resolve() for file in files)


def report(fmt: str, name: str) -> Callable[..., str | bytes]:
    """A report of a format that has it: the option has made sure."""
    from argmap.report import REPORTERS

    report: Callable[..., str | bytes] = getattr(REPORTERS[fmt], name)
    return report


def leave(code: int, message: str = "") -> NoReturn:
    """End the program with a code, after a message on standard error."""
    if message:
        click.echo(message, err=True)
    sys.exit(code)


def the_key(session: Session, wanted: str) -> str:
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


def settings() -> Config:
    """The settings of the project around the working directory."""
    from pathlib import Path

    from argmap.config import ConfigError, find_config

    try:
        return find_config(Path.cwd())
    except (ConfigError, OSError) as error:
        leave(USAGE, f"argmap: {error}")


def common_lang(debates: Iterable[Debate]) -> Lang | None:
    """The language of the debates, if they agree."""
    langs = {debate.debate.lang for debate in debates}
    return langs.pop() if len(langs) == 1 else None


def locale_lang() -> Lang:
    """The language of the locale: Japanese, or else English."""
    named = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG") or ""
    return "ja" if (named or locale.getlocale()[0] or "").lower().startswith("ja") else "en"


def colour() -> bool:
    """Whether standard output may be coloured: on a terminal, unless NO_COLOR is set."""
    return terminal(sys.stdout) and not os.environ.get("NO_COLOR")


def terminal(stream: TextIO | None) -> bool:
    """Whether a stream is a terminal; None is a stream that was closed."""
    return stream is not None and stream.isatty()


def watched(done: Iterable[Result], length: int) -> Iterator[Result]:
    """Results as they come, with a progress bar on a terminal where there are several."""
    hidden = length == 1 or not terminal(sys.stderr)
    with click.progressbar(done, length=length, label="argmap", file=sys.stderr, hidden=hidden) as waiting:
        yield from waiting


def put(data: str | bytes, output: str) -> None:
    """Print, or write to the file that was named."""
    from pathlib import Path

    if output != STDOUT:
        write(Path(output), data)
    elif isinstance(data, bytes) and terminal(sys.stdout):
        leave(USAGE, "argmap: this format is not text: name a file with -o")
    else:
        click.echo(data, nl=False)


def write(path: Path, data: str | bytes) -> None:
    """Write a file; where that fails, or would write over what was read, say so and end."""
    from argmap import pipeline

    refuse_input(path)
    try:
        pipeline.write(path, data)
    except OSError as error:
        leave(USAGE, f"argmap: cannot write {path.as_posix()}: {error.strerror}")


def refuse_input(path: Path) -> None:
    """End when a file that is to be written is a debate that was read."""
    if path.resolve() in click.get_current_context().meta.get(_READ, ()):
        leave(USAGE, f"argmap: {path.as_posix()} is a debate that was read: name another file to write to")
