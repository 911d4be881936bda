"""What stands, as tables on a terminal, and why, as sentences."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from argmap.diagnostics import Diagnostic, Words
from argmap.model import Debate
from argmap.questions import passage_of
from argmap.report import (
    HEADS,
    SOURCE,
    TITLES,
    Manner,
    heading,
    labelled,
    passage_words,
    standing,
    targets_of,
)
from argmap.report.text.columns import pad, width, wrap
from argmap.report.text.style import colour_of, paint, printable
from argmap.report.text.trial import spell
from argmap.semantics import Analysis, QuestionStatus, QuestionVerdict, Status, Verdict

if TYPE_CHECKING:
    from argmap.frameworks.framework import Semantics
    from argmap.semantics.supposed import WhatIf

_DECIDING = Words(en="Decided by", ja="決め手")
_ERRORS = Words(
    en="The debate files have errors (see `argmap check`): what follows may be incomplete.",
    ja="討論ファイルにエラーがある（`argmap check` で確認）。以下は不完全なことがある。",
)
_NO_DEBATE = Words(en="No debate was found.", ja="討論が見当たらない。")
_UNBACKED = Words(en="no evidence", ja="証拠なし")
_MOST_LINES = 4
_LEAST = 12
_GAP = "  "


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    """A line of a table: a label with its meaning, a text with what stands below it, and numbers."""

    meaning: Status | QuestionStatus
    label: str
    text: str
    below: str
    counts: tuple[int, ...] = ()


def status(
    analysis: Analysis,
    debates: Sequence[Debate],
    diagnostics: Sequence[Diagnostic],
    manner: Manner,
    what_if: WhatIf | None = None,
) -> str:
    """For every debate what still stands, what fell, and which questions lack a full answer; or what would change."""
    if not debates:
        return _NO_DEBATE.say(manner.lang) + "\n"
    errors = any(one.severity.rank == 0 for one in diagnostics)
    parts = ["\n".join(wrap(_ERRORS.say(manner.lang), manner.width)) + "\n"] if errors else []
    if what_if is not None:
        from argmap.report._trial import supposed

        parts.append(spell(supposed(what_if, debates, manner.side, manner.lang), manner))
        return "\n".join(parts)
    parts += [_debate(analysis, debate, manner) for debate in debates]
    if manner.semantics is not None:
        parts.append(_positions(analysis, debates, manner.semantics, manner))
    return "\n".join(parts)


def _positions(analysis: Analysis, debates: Sequence[Debate], semantics: Semantics, manner: Manner) -> str:
    """What can be defended together in each debate."""
    from argmap.semantics.position_words import TITLE, meaning, said_of
    from argmap.semantics.positions import positions

    found, lang = positions(analysis.graph, semantics), manner.lang
    lines = [
        paint(TITLE.say(lang), "bold", colour=manner.colour),
        *wrap(meaning(semantics).say(lang), manner.width),
    ]
    for debate in debates:
        if len(debates) > 1:
            lines += ["", *wrap(printable(heading(debate, lang)), manner.width)]
        for title, sentences in said_of(found, analysis.graph, debate):
            counted = f"{title.say(lang)} ({len(sentences)})" if sentences else title.say(lang)
            lines += ["", *wrap(counted, manner.width)]
            for sentence in sentences:
                lines += _hanging("- ", sentence.say(lang), manner)
    return "".join(f"{line}\n" for line in lines)


def why(analysis: Analysis, keys: Sequence[str], manner: Manner, what_if: WhatIf | None = None) -> str:
    """Why each statement or question has its status, or would have it: a sentence, the reasons, the source."""
    if what_if is None:
        return "\n".join(_explained(analysis, key, manner) for key in keys)
    from argmap.report._trial import given

    trial = spell(given(what_if, manner.lang, keys), manner)
    return "\n".join([trial, *(_explained(what_if.now, key, manner) for key in keys)])


def _debate(analysis: Analysis, debate: Debate, manner: Manner) -> str:
    found = standing(analysis, debate, manner.side)
    lines = [
        paint(line, "bold", colour=manner.colour)
        for line in wrap(printable(heading(debate, manner.lang)), manner.width)
    ]
    for words in found.headline():
        lines += wrap(printable(words.say(manner.lang)), manner.width)
    parts: list[tuple[str, tuple[str, ...], list[_Row]]] = [
        (
            part,
            ("status", "claim", "rebutted", "evidence"),
            [_claim(analysis, one, manner) for one in verdicts],
        )
        for part, verdicts in (("stands", found.stands), ("undecided", found.undecided), ("fell", found.fell))
    ]
    parts.append(("unbacked", ("status", "rebuttal"), [_rebuttal(one, manner) for one in found.unbacked]))
    parts.append(("open", ("status", "question", "answers"), [_question(one, manner) for one in found.open]))
    labels = [row.label for _, _, rows in parts for row in rows]
    first = max(map(width, (HEADS["status"].say(manner.lang), *labels)))
    for part, heads, rows in parts:
        lines += _table(TITLES[part], [HEADS[head] for head in heads], rows, first, manner)
    return "".join(f"{line}\n" for line in lines)


def _claim(analysis: Analysis, one: Verdict, manner: Manner) -> _Row:
    graph = analysis.graph
    return _Row(
        meaning=one.status,
        label=f"{one.status.sign} {one.status.words.say(manner.lang)}",
        text=one.statement.text,
        below=one.id,
        counts=(len(graph.attackers_of(one.number)), len(graph.backing[one.number])),
    )


def _rebuttal(one: Verdict, manner: Manner) -> _Row:
    """A rebuttal without evidence, with what it was said against."""
    targets = ", ".join(targets_of(one.statement))
    return _Row(
        meaning=Status.CHALLENGED,
        label=_UNBACKED.say(manner.lang),
        text=one.statement.text,
        below=f"{one.id} → {targets}",
    )


def _question(one: QuestionVerdict, manner: Manner) -> _Row:
    return _Row(
        meaning=one.status,
        label=f"{one.status.sign} {one.status.words.say(manner.lang)}",
        text=one.question.text,
        below=one.id,
        counts=(len(one.given),),
    )


def _table(
    title: Words, heads: Sequence[Words], rows: Sequence[_Row], first: int, manner: Manner
) -> list[str]:
    """A title with the number of rows, a line of heads, and the rows; nothing when there are no rows.

    `first` is the width of the first column.
    """
    if not rows:
        return []
    names = [head.say(manner.lang) for head in heads]
    numbers = [width(name) for name in names[2:]]
    middle = max(_LEAST, manner.width - first - sum(numbers) - len(_GAP) * (len(names) - 1))
    lines = [
        "",
        paint(f"{title.say(manner.lang)} ({len(rows)})", "bold", colour=manner.colour),
        _GAP.join((pad(names[0], first), pad(names[1], middle), *names[2:])).rstrip(),
        _GAP.join("-" * columns for columns in (first, middle, *numbers)),
    ]
    for row in rows:
        texts = wrap(printable(row.text), middle, _MOST_LINES)
        cells = [pad(str(count), wide, right=True) for count, wide in zip(row.counts, numbers, strict=True)]
        label = paint(pad(row.label, first), colour_of(row.meaning), colour=manner.colour)
        lines.append(_GAP.join((label, pad(texts[0], middle), *cells)).rstrip())
        names_below = (paint(line, "dim", colour=manner.colour) for line in wrap(row.below, middle))
        lines += [f"{' ' * first}{_GAP}{line}" for line in (*texts[1:], *names_below)]
    return lines


def _explained(analysis: Analysis, key: str, manner: Manner) -> str:
    explanation = analysis.why(key)
    verdict = analysis.question(key) if key in analysis.graph.answers else analysis[key]
    label = f"{verdict.status.sign} {verdict.status.words.say(manner.lang)}"
    title = f"{paint(label, 'bold', colour_of(verdict.status), colour=manner.colour)}{_GAP}{verdict.id}"
    lines = [title, *wrap(printable(explanation.verdict.say(manner.lang)), manner.width)]
    for reason in explanation.reasons:
        lines += _hanging("- ", reason.say(manner.lang), manner)
    if explanation.deciding:
        names = Words(en=", ".join(explanation.deciding), ja="、".join(explanation.deciding))
        lines += _hanging("", labelled(_DECIDING, names.say(manner.lang), manner.lang), manner)
    said = verdict.question if isinstance(verdict, QuestionVerdict) else verdict.statement
    passage = passage_of(verdict.debate, said)
    if passage is not None:
        source = labelled(SOURCE, passage_words(passage).say(manner.lang), manner.lang)
        lines += _hanging("", source, manner)
    return "".join(f"{line}\n" for line in lines)


def _hanging(mark: str, text: str, manner: Manner) -> Iterable[str]:
    indent = " " * len(mark)
    for position, line in enumerate(wrap(printable(text), manner.width - len(mark))):
        yield f"{indent if position else mark}{line}"
