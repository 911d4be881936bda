"""Reports: findings, verdicts, questions and explanations as text, for people and for programs. One format a file.

A format is a module (or a package) with any of the functions that `Reporter` lists, under those names; each takes
values and returns `str` or `bytes`, and prints nothing. What every format says alike - which claims stand, which
fell, what was not answered, the counts in words - is decided here once, as a `Standing`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from types import ModuleType
from typing import TYPE_CHECKING

from argmap.config import Assembly
from argmap.diagnostics import Diagnostic, Lang, Rule, Severity, Words
from argmap.model import Debate, Statement, date_words
from argmap.questions import FollowUp, QuestionKind
from argmap.registry import Registry
from argmap.report._asked import (
    DRAFT,
    GROUNDS,
    KIND,
    LOOK,
    NEXT,
    NO_GROUP,
    NOTHING_TO_ASK,
    NOTICE,
    SCHEME,
    SOURCE,
    THEN,
    TO,
    WHY,
    notes_of,
    passage_words,
    scheme_words,
    time_words,
    total_words,
)
from argmap.report._standing import TITLES, Standing, labelled, standing
from argmap.semantics import Analysis

if TYPE_CHECKING:
    from argmap.comparison import Difference
    from argmap.frameworks.framework import Semantics
    from argmap.semantics.flips import Flip

__all__ = [
    "DRAFT",
    "GROUNDS",
    "HEADS",
    "KIND",
    "LOOK",
    "NEXT",
    "NOTHING_TO_ASK",
    "NOTICE",
    "NO_GROUP",
    "REPORTERS",
    "SCHEME",
    "SEVERITIES",
    "SOURCE",
    "THEN",
    "TITLES",
    "TO",
    "WHY",
    "Manner",
    "Reporter",
    "Standing",
    "TemplateError",
    "heading",
    "labelled",
    "notes_of",
    "passage_words",
    "scheme_words",
    "standing",
    "targets_of",
    "time_words",
    "total_words",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Manner:
    """How a report is written.

    Attributes:
        lang: the language of everything that argmap says itself.
        side: the side whose claims and answers are looked at.
        colour: whether a terminal may be told to colour; colour only repeats what words say.
        width: columns of the terminal.
        assembly: what the forms of the assembly say.
        semantics: under which semantics a status also says what can be defended together; None for the grounded one alone.
        templates: forms that take the place of the built-in ones: Word files, and for the brief a template of Typst, by the name of the format.
    """

    lang: Lang = "en"
    side: str = "government"
    colour: bool = False
    width: int = 80
    assembly: Assembly = field(default_factory=Assembly)
    semantics: Semantics | None = None
    templates: Mapping[str, bytes] = field(default_factory=dict)


class TemplateError(ValueError):
    """A form of the settings cannot be filled in: `name` is the form's, `words` say what is wrong."""

    def __init__(self, name: str, words: Words) -> None:
        super().__init__(words.en)
        self.name = name
        self.words = words


@dataclass(frozen=True, slots=True, kw_only=True)
class Reporter:
    """One format: its name, and what it can report (None: it has no such report).

    Attributes:
        name: the format's name, such as `json`.
        findings: what `check` found.
        status: what stands, of every debate; given a `WhatIf` as well, what would change.
        questions: follow-up questions.
        why: why statements and questions have their status; `keys` are `debate#id`; given a `WhatIf` as well, why they
            would.
        flip: what would have to change for statements to fall, or to stand.
        rules: the rules and the kinds of question; of a single one its manual page.
        diff: what changed between two states.
        template: the form that is filled in with follow-up questions, to be edited and named in the settings.
    """

    name: str
    findings: Callable[[Sequence[Diagnostic], Manner], str | bytes] | None
    status: Callable[..., str | bytes] | None
    questions: Callable[[Sequence[Debate], Sequence[FollowUp], Manner], str | bytes] | None
    why: Callable[..., str | bytes] | None
    flip: Callable[[Analysis, Sequence[Flip], Manner], str | bytes] | None
    rules: Callable[[Sequence[Rule], Manner, Sequence[QuestionKind]], str | bytes] | None
    diff: Callable[[Difference, Manner], str | bytes] | None
    template: Callable[[Lang], bytes] | None


def _describe(name: str, module: ModuleType) -> Reporter:
    reports = ("findings", "status", "questions", "why", "flip", "rules", "diff", "template")
    return Reporter(name=name, **{report: getattr(module, report, None) for report in reports})


REPORTERS: Registry[Reporter] = Registry("argmap.report", str, _describe)
"""Every format by name."""


SEVERITIES: Mapping[Severity, Words] = {
    Severity.ERROR: Words(en="error", ja="エラー"),
    Severity.WARNING: Words(en="warning", ja="警告"),
    Severity.NOTE: Words(en="note", ja="注意"),
}
"""The severities as people say them."""


HEADS: Mapping[str, Words] = {
    "status": Words(en="Status", ja="状態"),
    "claim": Words(en="Claim", ja="主張"),
    "rebuttal": Words(en="Rebuttal", ja="反論"),
    "against": Words(en="Against", ja="相手の主張"),
    "question": Words(en="Question", ja="質問"),
    "rebutted": Words(en="Rebuttals", ja="反論"),
    "evidence": Words(en="Evidence", ja="証拠"),
    "answers": Words(en="Answers", ja="答弁"),
    "why": Words(en="Why", ja="なぜ"),
}
"""The heads of the columns."""


def heading(debate: Debate, lang: Lang) -> str:
    """The debate's title, with its date."""
    held = debate.debate.held
    if held is None:
        return debate.title
    date = date_words(held).say(lang)
    return f"{debate.title}（{date}）" if lang == "ja" else f"{debate.title} ({date})"


def targets_of(statement: Statement) -> tuple[str, ...]:
    """What a statement attacks, as its author refers to it: what it rebuts, and where steps start that it undercuts."""
    starts = (undercut.from_ for undercut in statement.undercuts)
    return tuple(dict.fromkeys((*(link.to for link in statement.rebuts), *starts)))
