"""What argmap's JSON looks like: the contract that other programs may rely on, one version a report.

Keys may be added within a version; none is renamed, removed or given another meaning.
"""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from argmap.diagnostics import Lang, Severity
from argmap.frameworks.framework import Semantics
from argmap.semantics import Label, QuestionStatus, Status
from argmap.semantics.positions import Holds


class Frozen(BaseModel):
    """The base of every type here: values that never change, and no key that is not known."""

    model_config = ConfigDict(frozen=True, extra="forbid", serialize_by_alias=True, populate_by_name=True)


def _unasked(value: object) -> bool:
    return value is None


class Passage(Frozen):
    """A place in a source: the words verbatim, the source's title, the place in it, its date."""

    quote: str | None
    source: str
    at: str | None
    date: str | None


class Finding(Frozen):
    """A finding and its place. Lines and columns count from 1, columns in characters; the end is exclusive."""

    file: str
    line: int
    column: int
    end_line: int
    end_column: int
    severity: Severity
    code: str
    slug: str
    message: str
    hint: str | None


class SupposedOf(Frozen):
    """What is supposed of a statement: that it had not been said, or that it had this label."""

    id: str
    debate: str
    what: Literal["unsaid", "in", "out", "undecided"]


class InPositions(Frozen):
    """In which positions a statement stands: when every attacker counts, and when only backed ones do; and why not in all."""

    asserted: Holds
    backed: Holds
    why: str | None


class StatementStatus(Frozen):
    """A statement, its labels and status, and what decides. `attacked_by` is `rebutted_by` and `undercut_by`."""

    id: str
    role: Literal["claim", "rebuttal", "evidence"]
    by: str | None
    side: str | None
    group: str | None
    text: str
    status: Status
    asserted: Label
    backed: Label
    attacked_by: tuple[str, ...]
    rebutted_by: tuple[str, ...]
    undercut_by: tuple[str, ...] = Field(description="what undercuts steps that start at the statement")
    evidence: tuple[str, ...]
    why: str
    passage: Passage | None
    was: Status | None = Field(
        default=None,
        exclude_if=_unasked,
        description="on trial: its status as the debate was held, if another",
    )
    holds: InPositions | None = Field(
        default=None, exclude_if=_unasked, description="left out unless `--semantics` asks for it"
    )


class QuestionAnswers(Frozen):
    """A question, and how far it was answered by which statements."""

    id: str
    by: str | None
    group: str | None
    text: str
    status: QuestionStatus
    answered_by: tuple[str, ...]
    why: str
    passage: Passage | None
    was: QuestionStatus | None = Field(
        default=None,
        exclude_if=_unasked,
        description="on trial: its status as the debate was held, if another",
    )


class CountsOfSide(Frozen):
    """The counts of the side that is looked at, as the debate was held."""

    counts: dict[Status, int]
    question_counts: dict[QuestionStatus, int]


class DebateStatus(Frozen):
    """A debate. `counts` and `question_counts` are those of the side that is looked at."""

    id: str
    title: str
    held: str | None
    statements: tuple[StatementStatus, ...]
    questions: tuple[QuestionAnswers, ...]
    counts: dict[Status, int] = Field(
        description="the side's claims by status; a status without claims is left out"
    )
    question_counts: dict[QuestionStatus, int] = Field(
        description="questions to the side by status; a status without questions is left out"
    )
    was: CountsOfSide | None = Field(
        default=None,
        exclude_if=_unasked,
        description="on trial: the counts as the debate was held, if others",
    )


class StatusPositions(Frozen):
    """What was asked with `--semantics`, and which statements, by `debate#id`, nobody can defend together (backed)."""

    semantics: Semantics
    exists: bool = Field(description="false where there is no (stable) position; every `holds` is then none")
    apart: tuple[tuple[str, str], ...] = Field(
        description="statements of which one rebuts the other, both in some position, never in one"
    )
    whole: bool = Field(description="false where not all pairs were looked at")


class StatusReport(Frozen):
    """`argmap status --format json`."""

    format: Literal["argmap-status/1"] = "argmap-status/1"
    lang: Lang = Field(description="the language of `why` and `message`")
    side: str = Field(description="the side that is looked at")
    debates: tuple[DebateStatus, ...]
    diagnostics: tuple[Finding, ...]
    supposed: tuple[SupposedOf, ...] | None = Field(
        default=None, exclude_if=_unasked, description="on trial: what is supposed"
    )
    positions: StatusPositions | None = Field(
        default=None, exclude_if=_unasked, description="left out unless `--semantics` asks for it"
    )


class CheckReport(Frozen):
    """`argmap check --format json`."""

    format: Literal["argmap-check/1"] = "argmap-check/1"
    lang: Lang
    diagnostics: tuple[Finding, ...]
    counts: dict[Severity, int]


class GroundOfQuestion(Frozen):
    """A statement or question that a follow-up question rests on."""

    id: str
    text: str
    passage: Passage | None


class RepliesToQuestion(Frozen):
    """What to follow with: the reply was yes, no, or that it is to be considered (検討)."""

    yes: str
    no: str
    later: str


class CriticalQuestion(Frozen):
    """A critical question of an argumentation scheme, and the ids that take it up in the debate already."""

    slug: str
    text: str
    covered_by: tuple[str, ...]


class SchemeOfClaim(Frozen):
    """The argumentation scheme of a claim."""

    slug: str
    name: str
    suggested_by: str | None = Field(
        description="words of the claim; null when the debate file names the scheme"
    )
    questions: tuple[CriticalQuestion, ...]


class FollowUpQuestion(Frozen):
    """A question for the next session: what it says, why, what it rests on, and what a person decided on it."""

    id: str = Field(description="what decisions call it")
    kind: str
    debate: str
    about: str
    group: str | None
    group_title: str
    to: str
    text: str = Field(description="as it is read aloud")
    notice: str = Field(description="as it is written in the notice")
    seconds: int = Field(description="how long it takes to read `text` aloud")
    why: str
    passage: Passage | None
    rests_on: tuple[GroundOfQuestion, ...]
    then: RepliesToQuestion | None
    scheme: SchemeOfClaim | None
    look: str | None = Field(description="where evidence may be found")
    decision: Literal["take", "reword", "drop"] | None


class QuestionsReport(Frozen):
    """`argmap questions --format json`."""

    format: Literal["argmap-questions/1"] = "argmap-questions/1"
    lang: Lang
    side: str
    seconds: int = Field(description="how long it takes to read all of them aloud")
    questions: tuple[FollowUpQuestion, ...]


class Explained(Frozen):
    """Why a statement or question has its status: a sentence, the reasons, and the ids that decide."""

    id: str
    debate: str
    status: Status | QuestionStatus
    verdict: str
    reasons: tuple[str, ...]
    deciding: tuple[str, ...]
    passage: Passage | None
    was: Status | QuestionStatus | None = Field(
        default=None,
        exclude_if=_unasked,
        description="on trial: its status as the debate was held, if another",
    )


class WhyReport(Frozen):
    """`argmap why ID --format json`."""

    format: Literal["argmap-why/1"] = "argmap-why/1"
    lang: Lang
    explanations: tuple[Explained, ...]
    supposed: tuple[SupposedOf, ...] | None = Field(
        default=None, exclude_if=_unasked, description="on trial: what is supposed"
    )


class RuleEntry(Frozen):
    """A rule and its manual page, in Markdown."""

    code: str
    slug: str
    severity: Severity
    name: str
    manual: str


class KindEntry(Frozen):
    """A kind of follow-up question and its manual page, in Markdown."""

    slug: str
    name: str
    manual: str


class RulesReport(Frozen):
    """`argmap rules --format json`."""

    format: Literal["argmap-rules/1"] = "argmap-rules/1"
    lang: Lang
    rules: tuple[RuleEntry, ...]
    questions: tuple[KindEntry, ...] = Field(description="the kinds of follow-up question")


class TransferNote(Frozen):
    """Something that could not be carried over, or is broken, and where: line and column, a cell, an id, or nothing."""

    at: str
    message: str


class ImportedFile(Frozen):
    """What became of a file of another format."""

    file: str
    format: str | None = Field(description="the slug of its format; null where it was not recognised")
    outcome: Literal["read", "new", "same", "failed"] = Field(
        description="`read` where nothing was to be written; `same` where the debate file held the same already"
    )
    target: str | None = Field(description="the debate file")
    statements: int
    relations: int
    questions: int
    lost: tuple[TransferNote, ...] = Field(description="what could not be carried over")
    faults: tuple[TransferNote, ...] = Field(description="what is broken, or why nothing was read or written")


class ImportReport(Frozen):
    """`argmap import --format json`."""

    format: Literal["argmap-import/1"] = "argmap-import/1"
    lang: Lang = Field(description="the language of `message`")
    files: tuple[ImportedFile, ...]


class ExportedDebate(Frozen):
    """What became of a debate in another format."""

    debate: str
    outcome: Literal["read", "new", "same", "failed"] = Field(
        description="`read` where nothing was to be written; `failed` where a file of other content was in the way"
    )
    files: tuple[str, ...] = Field(description="the files that hold it")
    lost: tuple[TransferNote, ...] = Field(description="what could not be carried over")


class ExportReport(Frozen):
    """`argmap export --format json`."""

    format: Literal["argmap-export/1"] = "argmap-export/1"
    lang: Lang = Field(description="the language of `message`")
    to: str = Field(description="the slug of the format")
    debates: tuple[ExportedDebate, ...]
