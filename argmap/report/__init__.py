"""Reports: findings, verdicts, questions and explanations as text, for people and for programs. One format a file.

A format is a module (or a package) with any of the functions that `Reporter` lists, under those names; each takes
values and returns `str` or `bytes`, and prints nothing. What every format says alike - which claims stand, which
fell, what was not answered, the counts in words - is decided here once, as a `Standing`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from types import ModuleType
from typing import TypeVar

from argmap.config import Assembly
from argmap.diagnostics import Diagnostic, Lang, Rule, Severity, Words
from argmap.model import Debate, Statement, date_words
from argmap.questions import FollowUp, Ground, Passage, QuestionKind, SchemeUse
from argmap.registry import Registry
from argmap.semantics import Analysis, Label, QuestionStatus, QuestionVerdict, Status, Verdict

S = TypeVar("S", Status, QuestionStatus)


@dataclass(frozen=True, slots=True, kw_only=True)
class Manner:
    """How a report is written.

    Attributes:
        lang: the language of everything that argmap says itself.
        side: the side whose claims and answers are looked at.
        colour: whether a terminal may be told to colour; colour only repeats what words say.
        width: columns of the terminal.
        assembly: what the forms of the assembly say.
        templates: forms that take the place of the built-in ones: Word files, and for the brief a template of Typst, by the name of the format.
    """

    lang: Lang = "en"
    side: str = "government"
    colour: bool = False
    width: int = 80
    assembly: Assembly = field(default_factory=Assembly)
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
        status: what stands, of every debate.
        questions: follow-up questions.
        why: why statements and questions have their status; `keys` are `debate#id`.
        rules: the rules and the kinds of question; of a single one its manual page.
        template: the form that is filled in with follow-up questions, to be edited and named in the settings.
    """

    name: str
    findings: Callable[[Sequence[Diagnostic], Manner], str | bytes] | None
    status: Callable[[Analysis, Sequence[Debate], Sequence[Diagnostic], Manner], str | bytes] | None
    questions: Callable[[Sequence[Debate], Sequence[FollowUp], Manner], str | bytes] | None
    why: Callable[[Analysis, Sequence[str], Manner], str | bytes] | None
    rules: Callable[[Sequence[Rule], Manner, Sequence[QuestionKind]], str | bytes] | None
    template: Callable[[Lang], bytes] | None


def _describe(name: str, module: ModuleType) -> Reporter:
    reports = ("findings", "status", "questions", "why", "rules", "template")
    return Reporter(name=name, **{report: getattr(module, report, None) for report in reports})


REPORTERS: Registry[Reporter] = Registry("argmap.report", str, _describe)
"""Every format by name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What a report says of one debate, for one side.

    Attributes:
        debate: the debate.
        who: the parties of the side, as people call them.
        claims: the claims of the side.
        stands: those that still stand; without a rebuttal first.
        undecided: those that are contested.
        fell: the others.
        unbacked: rebuttals by others that stand, but count for nothing yet because no evidence is attached.
        questions: the questions that others put to the side.
        open: those without a full answer; without any answer first.
    """

    debate: Debate
    who: str
    claims: tuple[Verdict, ...]
    stands: tuple[Verdict, ...]
    undecided: tuple[Verdict, ...]
    fell: tuple[Verdict, ...]
    unbacked: tuple[Verdict, ...]
    questions: tuple[QuestionVerdict, ...]
    open: tuple[QuestionVerdict, ...]

    @property
    def counts(self) -> dict[Status, int]:
        """How many claims have each status, what stands first; a status that none has is left out."""
        return _counted(_READING_ORDER, (verdict.status for verdict in self.claims))

    @property
    def question_counts(self) -> dict[QuestionStatus, int]:
        """How many questions have each status; a status that none has is left out."""
        return _counted(QuestionStatus, (verdict.status for verdict in self.questions))

    def headline(self) -> tuple[Words, ...]:
        """The counts in a sentence each: of the claims, and of the questions."""
        return (
            _sentence(f"Claims by {self.who}", f"{self.who}の主張", self.counts),
            _sentence("Questions", "質問", self.question_counts),
        )


SEVERITIES: Mapping[Severity, Words] = {
    Severity.ERROR: Words(en="error", ja="エラー"),
    Severity.WARNING: Words(en="warning", ja="警告"),
    Severity.NOTE: Words(en="note", ja="注意"),
}
"""The severities as people say them."""

TITLES: Mapping[str, Words] = {
    "stands": Words(en="What still stands", ja="まだ成り立っている主張"),
    "undecided": Words(en="What is undecided", ja="決着していない主張"),
    "fell": Words(en="What fell", ja="崩れた主張"),
    "unbacked": Words(en="Rebuttals without evidence", ja="証拠の付いていない反論"),
    "open": Words(en="Questions without a full answer", ja="十分な答弁が見当たらない質問"),
}
"""The headings of the parts of a `Standing`."""

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

NEXT = Words(en="What to ask next", ja="次に聞くこと")
"""The heading of follow-up questions."""

DRAFT = Words(
    en="These are drafts: check each against its source, and put it in your own words.",
    ja="いずれも下書きである。出典で確かめ、自分の言葉に直して使う。",
)
"""What stands above follow-up questions."""

NOTHING_TO_ASK = Words(en="No question to follow up was found.", ja="聞くべき点は見当たらない。")
"""What stands in their place when there are none."""

WHY, TO, SOURCE = Words(en="Why", ja="なぜ"), Words(en="To", ja="相手"), Words(en="Source", ja="出典")
"""The labels of what belongs to a follow-up question."""

NOTICE = Words(en="In the notice", ja="通告書")
"""The label of a question as it is written in the notice."""

GROUNDS = Words(en="Rests on", ja="もとになる発言")
"""The label of what else a question rests on."""

THEN: Mapping[str, Words] = {
    "yes": Words(en="If yes", ja="認める答弁なら"),
    "no": Words(en="If no", ja="認めない答弁なら"),
    "later": Words(en="If it is to be considered", ja="検討するとの答弁なら"),
}
"""The labels of what to follow with, by the fields of `Replies`."""

LOOK = Words(en="Where to look", ja="調べる先")
"""The label of where evidence may be found."""

SCHEME = Words(en="Argumentation scheme", ja="論法")
"""The label of the scheme whose critical question is asked."""

KIND = Words(en="kind of question", ja="質問の種類")
"""What a kind of follow-up question is called in a list."""

NO_GROUP = Words(en="Other", ja="その他")
"""The heading of what belongs to no group."""

_OPEN = (QuestionStatus.UNANSWERED, QuestionStatus.EVASIVE, QuestionStatus.PARTIAL)
_STANDING = (Status.UNREBUTTED, Status.CHALLENGED, Status.DEFENDED)
_FELL = (Status.UNDERCUT, Status.UNDERMINED, Status.REBUTTED, Status.CONCEDED)
_READING_ORDER = (*_STANDING, Status.CONTESTED, *_FELL)


def standing(analysis: Analysis, debate: Debate, side: str) -> Standing:
    """Sort out what stands, what fell and what is open in a debate.

    Args:
        analysis: the debates with their verdicts.
        debate: the debate.
        side: the side whose claims and answers are looked at.
    """
    verdicts = tuple(analysis.of(debate))
    claims = tuple(one for one in verdicts if one.statement.role == "claim" and one.side == side)
    questions = tuple(one for one in analysis.questions_of(debate) if debate.side_of(one.question.by) != side)
    parties = [debate.party_name(party) for party in debate.parties if debate.side_of(party) == side]
    return Standing(
        debate=debate,
        who="、".join(parties) or side,
        claims=claims,
        stands=tuple(one for status in _STANDING for one in claims if one.status is status),
        undecided=tuple(one for one in claims if one.status is Status.CONTESTED),
        fell=tuple(one for status in _FELL for one in claims if one.status is status),
        unbacked=tuple(one for one in verdicts if _unbacked(one) and one.side != side),
        questions=questions,
        open=tuple(one for status in _OPEN for one in questions if one.status is status),
    )


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


def labelled(label: Words, text: str, lang: Lang) -> str:
    """A text behind its label."""
    return f"{label.ja}：{text}" if lang == "ja" else f"{label.en}: {text}"


def passage_words(passage: Passage) -> Words:
    """Where something was said: the source's title, its date, the place, and the words verbatim."""
    date = date_words(passage.date) if passage.date else Words(en="", ja="")
    listed = Words(
        en=", ".join(filter(None, (passage.source, _unless_in(passage.source, date.en), passage.at))),
        ja="、".join(filter(None, (passage.source, _unless_in(passage.source, date.ja), passage.at))),
    )
    if passage.quote is None:
        return listed
    return Words(en=f"{listed.en}: “{passage.quote}”", ja=f"{listed.ja}「{passage.quote}」")


def time_words(seconds: int) -> Words:
    """About how long something takes to read aloud."""
    minutes, rest = divmod(seconds, 60)
    en = " ".join((*[f"{minutes} min"] * (minutes > 0), *[f"{rest} s"] * (rest > 0))) or "0 s"
    ja = f"{minutes}分" * (minutes > 0) + f"{rest}秒" * (rest > 0) or "0秒"
    return Words(en=f"about {en}", ja=f"約{ja}")


def total_words(follow_ups: Sequence[FollowUp], lang: Lang) -> Words:
    """How many questions there are, and how long they take to read aloud."""
    count = len(follow_ups)
    time = time_words(sum(one.seconds(lang) for one in follow_ups))
    return Words(
        en=f"{count} question{'s' * (count != 1)}, {time.en} to read aloud.",
        ja=f"全{count}問、読み上げに{time.ja}。",
    )


def scheme_words(scheme: SchemeUse) -> Words:
    """A scheme, from which words it is suggested, and how far the debate takes up its critical questions."""
    hint = Words(en="", ja="")
    if scheme.cue is not None:
        hint = Words(en=f" (suggested by “{scheme.cue}”)", ja=f"（「{scheme.cue}」の語から推定）")
    listed = [(one.text, ", ".join(one.by), "、".join(one.by)) for one in scheme.questions]
    en = "; ".join(f"{text.en} {f'✓ {by}' if by else '– open'}" for text, by, _ in listed)
    ja = "／".join(f"{text.ja} {f'✓ {by}' if by else '― 未確認'}" for text, _, by in listed)
    return Words(en=f"{scheme.name.en}{hint.en}: {en}", ja=f"{scheme.name.ja}{hint.ja}：{ja}")


def notes_of(one: FollowUp, lang: Lang) -> tuple[tuple[Words, str], ...]:
    """What stands below a question: labels and texts, in this order; what there is nothing to say of is left out."""
    notes = [(WHY, f"{one.why.say(lang)} ({one.about})"), (TO, one.to.say(lang))]
    if one.passage is not None:
        notes.append((SOURCE, passage_words(one.passage).say(lang)))
    notes += [(GROUNDS, _ground_words(ground, lang)) for ground in one.rests_on if ground.id != one.about]
    if one.scheme is not None:
        notes.append((SCHEME, scheme_words(one.scheme).say(lang)))
    if one.look is not None:
        notes.append((LOOK, one.look.say(lang)))
    notes.append((NOTICE, one.notice.say(lang)))
    if one.then is not None:
        notes += [(label, getattr(one.then, reply).say(lang)) for reply, label in THEN.items()]
    return tuple(notes)


def _ground_words(ground: Ground, lang: Lang) -> str:
    where = f" — {passage_words(ground.passage).say(lang)}" if ground.passage else ""
    return f"{ground.text} ({ground.id}){where}"


def _unless_in(text: str, part: str) -> str:
    return "" if part in text else part


def _unbacked(verdict: Verdict) -> bool:
    return (
        verdict.statement.role == "rebuttal" and verdict.backed is Label.IN and verdict.force is not Label.IN
    )


def _counted(order: Iterable[S], found: Iterable[S]) -> dict[S, int]:
    counts = Counter(found)
    return {one: counts[one] for one in order if counts[one]}


def _sentence(en: str, ja: str, counts: Mapping[Status, int] | Mapping[QuestionStatus, int]) -> Words:
    if not counts:
        return Words(en=f"{en}: none.", ja=f"{ja}：なし。")
    total = sum(counts.values())
    parts = [(status.words, count) for status, count in counts.items()]
    return Words(
        en=f"{en}: {total} ({'; '.join(f'{count} {words.en}' for words, count in parts)}).",
        ja=f"{ja}{total}件：{'、'.join(f'{words.ja} {count}件' for words, count in parts)}。",
    )
