"""What `argmap build` does when there is something to do: draws what changed, and remembers from what it was made."""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import cached_property
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

import click

from argmap import pipeline
from argmap.built import Built, Files, Made, Run, inputs, last_day, stat_of
from argmap.cache import Cache, digest
from argmap.cli.session import CRASH, USAGE, Session, leave, refuse_input, terminal
from argmap.report import standing
from argmap.staging import place, staging
from argmap.workshop import Outcome, Wanted, build_all, connected

if TYPE_CHECKING:
    from argmap.diagnostics import Diagnostic
    from argmap.layout import Engine, Paper
    from argmap.model import Debate

_EVERY = 10.0  # seconds, after which what is done so far is remembered, should the build be killed


class Making:
    """One build into one folder.

    Args:
        session: the debates and the settings.
        built: what earlier builds made there; told of what this one makes.
        cache: where that is kept.
        folder: the output folder.
        digests: the debate files, as they were found before they were read.
    """

    def __init__(
        self, session: Session, built: Built, cache: Cache | None, folder: Path, digests: Mapping[str, str]
    ) -> None:
        self.session, self.built, self.cache, self.folder = session, built, cache, folder
        self.debates = session.sound()
        self.inputs = inputs(digests, session.corpus.by_id.values())
        self.failed: dict[str, Outcome] = {}
        self.files: dict[str, list[str]] = {}
        self.index: Files = {}
        self.anew = 0

    def all(self, paper: Paper, engine: Engine, program: str) -> None:
        """Make what is missing or would be another, and the page over all; end where nothing can be written.

        Args:
            paper: the sheet of a PDF.
            engine: the layout engine.
            program: what stands for the engine.
        """
        self.built.run = None  # what lies there will no longer be what the last whole build made
        keys = self._keys(f"{paper} {program}")
        stale = []
        for debate in self.debates:
            made = self.built.made.get(debate.id)
            if made and made.key == keys[debate.id] and self.built.has(debate.id, self.folder):
                self.files[debate.id] = list(made.files)
            else:
                stale.append(debate)
        if not self.debates:
            return
        try:
            with staging(self.folder) as aside:
                self._make(stale, keys, aside, paper, engine)
                self._list(aside)
        except OSError as error:
            leave(
                USAGE,
                f"argmap: cannot write {error.filename2 or error.filename or self.folder.as_posix()}: {error.strerror}",
            )
        finally:
            self.built.keep(self.cache, self.folder)

    def _keys(self, options: str) -> dict[str, str | None]:
        """What stands for all that each debate's files are made from."""
        by_id = self.session.corpus.by_id
        groups = {
            group: self.inputs.key(map(by_id.__getitem__, group)) for group in set(self._connected.values())
        }
        keys: dict[str, str | None] = {}
        for debate in self.debates:
            manner = self.session.manner(debate)
            forms = [(name, digest(form)) for name, form in manner.templates.items()]
            said = [
                (one.rule.code, one.severity, one.message, one.span, one.hint) for one in self._own(debate)
            ]
            words = (debate.id, options, replace(manner, templates={}, colour=False), forms, said)
            read = groups[self._connected[debate.id]]
            keys[debate.id] = None if read is None else digest(read, repr(words)).hex()
        return keys

    @cached_property
    def _connected(self) -> dict[str, tuple[str, ...]]:
        """By the id of each debate, those with which it is connected, and itself."""
        return {name: group for group in connected(self.session.corpus.debates) for name in group}

    @cached_property
    def _by_file(self) -> dict[str, list[Diagnostic]]:
        found: dict[str, list[Diagnostic]] = defaultdict(list)
        for one in self.session.diagnostics:
            found[one.span.file].append(one)
        return found

    def _own(self, debate: Debate) -> tuple[Diagnostic, ...]:
        """The findings on a debate's file."""
        return tuple(self._by_file.get(self.session.corpus.by_id[debate.id].file, ()))

    def _make(
        self, stale: list[Debate], keys: Mapping[str, str | None], aside: Path, paper: Paper, engine: Engine
    ) -> None:
        """Build debates, and move what was made of each into its place."""
        wanted = [
            Wanted(
                debate=debate.id,
                connected=self._connected[debate.id],
                diagnostics=self._own(debate),
                manner=self.session.manner(debate),
                paper=paper,
                engine=engine,
            )
            for debate in stale
        ]
        kept = monotonic()
        with click.progressbar(
            length=len(wanted), label="argmap", file=sys.stderr, hidden=not terminal(sys.stderr)
        ) as waiting:
            for outcome in build_all(self.session.corpus, wanted, aside):
                self._take(outcome, keys[outcome.debate])
                waiting.update(1)
                if monotonic() - kept > _EVERY:
                    self.built.keep(self.cache, self.folder)
                    kept = monotonic()
        for debate in stale:
            if debate.id in self.failed:
                self.session.give_up(debate, self.failed[debate.id].words)

    def _take(self, outcome: Outcome, key: str | None) -> None:
        """Move what was made of a debate into its place, and remember it; end where a form or the disk is at fault."""
        name = outcome.debate
        if outcome.failed == "form":
            self.session.refuse_form(outcome.form, outcome.words)
        if outcome.failed == "disk":
            words = outcome.words.say(self.session.lang)
            leave(USAGE, f"argmap: cannot write {(self.folder / name).as_posix()}: {words}")
        if outcome.failed:
            self.failed[name] = outcome
            return
        self.built.made.pop(name, None)
        files = dict(self._move(outcome.folder / file, f"{name}/{file}") for file in outcome.names)
        self.files[name] = list(files)
        self.anew += 1
        if key is not None:
            read = self.session.corpus.by_id[name]
            home = Path(read.folder, Path(read.file).name).absolute()
            self.built.made[name] = Made(key=key, file=str(home), files=files)

    def _move(self, made: Path, name: str) -> tuple[str, tuple[int, int]]:
        refuse_input(self.folder / name)
        found = stat_of(made)
        place(made, self.folder / name)
        return name, found

    def _list(self, aside: Path) -> None:
        """Make the page over all debates of which there is something."""
        if self.files:
            page = aside / "index.html"
            page.write_text(
                pipeline.index(self.session.corpus, self.files, self.session.manner()),
                encoding="utf-8",
                newline="\n",
            )
            self.index = dict([self._move(page, page.name)])

    def run(self, asked: str | None, today: date) -> Run:
        """What was asked, read and made, and what there is to say of it."""
        drawn = [debate for debate in self.debates if debate.id in self.files]
        bug = any(outcome.failed == "bug" for outcome in self.failed.values())
        return Run(
            asked=asked or "",
            debates=dict(self.inputs.debates),
            sources=[(*place, known) for place, known in self.inputs.sources.items()],
            first=today.isoformat(),
            last=last_day(self.session.corpus.debates, today).isoformat(),
            drawn=[debate.id for debate in drawn],
            index=self.index,
            lang=self.session.lang,
            summaries=[self._summary(debate) for debate in drawn],
            heard=self.session.errors(coloured=False),
            shown=self.session.errors(coloured=True),
            code=CRASH if bug else self.session.code,
        )

    def _summary(self, debate: Debate) -> str:
        """A debate and its counts, in words."""
        manner = self.session.manner(debate)
        found = standing(self.session.corpus.analysis, debate, manner.side).headline()
        return "\n  ".join((debate.title, *(words.say(manner.lang) for words in found)))
