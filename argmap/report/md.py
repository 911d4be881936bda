"""Markdown for people: pages that read well on paper, on GitHub and in an editor.

Whatever an author wrote is escaped (CommonMark 0.31, and GitHub's tables, strikethrough and formulas), so that it
shows as it was written.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from argmap.comparison import Difference
from argmap.diagnostics import Diagnostic, Lang, Rule, Words
from argmap.frameworks.framework import Semantics
from argmap.model import Debate
from argmap.questions import FollowUp, Passage, QuestionKind, passage_of
from argmap.report import (
    DRAFT,
    HEADS,
    KIND,
    NEXT,
    NO_GROUP,
    NOTHING_TO_ASK,
    SEVERITIES,
    SOURCE,
    TITLES,
    Manner,
    heading,
    labelled,
    notes_of,
    passage_words,
    standing,
    targets_of,
    time_words,
    total_words,
)
from argmap.report._changes import Entry, headline, parts
from argmap.report._trial import Block, flipped, given, supposed
from argmap.semantics import Analysis, QuestionVerdict, Status, Verdict
from argmap.semantics.flips import Flip
from argmap.semantics.position_words import TITLE, meaning, said_of
from argmap.semantics.positions import positions
from argmap.semantics.supposed import WhatIf

_SPECIAL = re.compile(r"[\\`*_\[\]<>&|~$#!]")
_NONE = Words(en="No findings.", ja="指摘はない。")
_NO_EVIDENCE = Words(en="no evidence", ja="証拠なし")
_FOUND = (Words(en="Place", ja="場所"), Words(en="Rule", ja="規則"), Words(en="Finding", ja="指摘"))
_RULE = (
    Words(en="Code", ja="コード"),
    Words(en="Slug", ja="名前"),
    Words(en="Severity", ja="重さ"),
    Words(en="What it finds", ja="内容"),
)


def findings(diagnostics: Sequence[Diagnostic], manner: Manner) -> str:
    """What `check` found, as a table."""
    lang = manner.lang
    if not diagnostics:
        return _NONE.say(lang) + "\n"
    rows = []
    for one in diagnostics:
        hint = f"<br>{_plain(one.hint.say(lang))}" if one.hint else ""
        rule = f"{SEVERITIES[one.severity].say(lang)} {one.rule.code} {one.rule.slug}"
        rows.append((_plain(str(one.span)), rule, _plain(one.message.say(lang)) + hint))
    return _table(_FOUND, rows, lang)


def rules(rules: Sequence[Rule], manner: Manner, kinds: Sequence[QuestionKind] = ()) -> str:
    """The rules and the kinds of question as tables; of a single one its manual page."""
    lang = manner.lang
    if len(rules) <= 1 and len(kinds) <= 1:
        pages = [
            (f"{rule.code} {rule.slug}", rule.name, SEVERITIES[rule.severity], rule.manual) for rule in rules
        ] + [(kind.slug, kind.name, KIND, kind.manual) for kind in kinds]
        return "\n".join(
            f"# {title}\n\n{_plain(name.say(lang))} ({what.say(lang)})\n\n{manual}"
            for title, name, what, manual in pages
        )
    rows = [
        (rule.code, rule.slug, SEVERITIES[rule.severity].say(lang), _plain(rule.name.say(lang)))
        for rule in rules
    ]
    asked = [(kind.slug, _plain(kind.name.say(lang))) for kind in kinds]
    return _table(_RULE, rows, lang) + ("\n" + _table((KIND, _RULE[-1]), asked, lang) if asked else "")


def status(
    analysis: Analysis,
    debates: Sequence[Debate],
    _diagnostics: Sequence[Diagnostic],
    manner: Manner,
    what_if: WhatIf | None = None,
) -> str:
    """For every debate the counts in words, then tables of what stands, what fell and what was not answered.

    Given a `WhatIf`, what would change.
    """
    if what_if is not None:
        return _spelled(supposed(what_if, debates, manner.side, manner.lang))
    parts = [_debate(analysis, debate, manner) for debate in debates]
    if manner.semantics is not None:
        parts += _positions(analysis, debates, manner.semantics, manner.lang)
    return "\n".join(parts)


def _positions(
    analysis: Analysis, debates: Sequence[Debate], semantics: Semantics, lang: Lang
) -> Iterator[str]:
    """What can be defended together in each debate."""
    found = positions(analysis.graph, semantics)
    for debate in debates:
        yield f"## {TITLE.say(lang)}: {_plain(heading(debate, lang))}\n"
        yield f"{_plain(meaning(semantics).say(lang))}\n"
        for title, sentences in said_of(found, analysis.graph, debate):
            yield f"{_plain(title.say(lang))}\n"
            yield "".join(f"- {_plain(sentence.say(lang))}\n" for sentence in sentences)


def questions(debates: Sequence[Debate], follow_ups: Sequence[FollowUp], manner: Manner) -> str:
    """Follow-up questions by debate and group, each with its reason and the passage it comes from."""
    pages = [
        "\n".join(_asked(debate, mine, manner.lang))
        for debate in debates
        if (mine := [one for one in follow_ups if one.debate == debate.id])
    ]
    return "\n".join(pages) or f"{NOTHING_TO_ASK.say(manner.lang)}\n"


def why(analysis: Analysis, keys: Sequence[str], manner: Manner, what_if: WhatIf | None = None) -> str:
    """Why statements and questions have their status: a heading, a sentence, and the reasons as a list."""
    trial = [_spelled(given(what_if, manner.lang, keys))] if what_if else []
    shown = what_if.now if what_if else analysis
    return "\n".join([*trial, *("\n".join(_explained(shown, key, manner.lang)) for key in keys)])


def flip(analysis: Analysis, flips: Sequence[Flip], manner: Manner) -> str:
    """What would have to change for statements to fall, or to stand."""
    return "\n".join(_spelled(flipped(one, analysis, manner.lang)) for one in flips)


def _spelled(blocks: Iterable[Block]) -> str:
    """Blocks of text; an empty line parts those of different kinds."""
    lines, before = list[str](), ""
    for block in blocks:
        part = "list" if block.kind in ("item", "below") else ""
        if lines and not (part and before):
            lines.append("")
        lines.append(f"{_MARKS[block.kind]}{_plain(block.text)}")
        before = part
    return "".join(f"{line}\n" for line in lines)


_MARKS = {"title": "## ", "heading": "### ", "paragraph": "", "item": "- ", "below": "  - "}


def diff(difference: Difference, manner: Manner) -> str:
    """What changed: all in one line, then a list for each kind of change."""
    found = [f"{_plain(headline(difference).say(manner.lang))}\n"]
    for part in parts(difference, manner.lang):
        found.append(f"## {part.title.say(manner.lang)} ({len(part.entries)})\n")
        found.append("".join(f"{line}\n" for entry in part.entries for line in _change(entry)))
    return "\n".join(found)


def _change(entry: Entry) -> Iterator[str]:
    status = f" ({_plain(entry.status)})" if entry.status else ""
    yield f"- {entry.sign} **{_plain(entry.name)}**{status}"
    yield from (f"  - {_plain(text)}" for text in (entry.text, *entry.below) if text)


def _explained(analysis: Analysis, key: str, lang: Lang) -> Iterator[str]:
    explanation = analysis.why(key)
    verdict = analysis.question(key) if key in analysis.graph.answers else analysis[key]
    said = verdict.question if isinstance(verdict, QuestionVerdict) else verdict.statement
    passage = passage_of(verdict.debate, said)
    yield f"## {verdict.status.sign} {verdict.status.words.say(lang)}: {verdict.id}\n"
    yield f"{_plain(explanation.verdict.say(lang))}\n"
    if explanation.reasons:
        yield from (f"- {_plain(reason.say(lang))}" for reason in explanation.reasons)
        yield ""
    if passage is not None:
        yield labelled(SOURCE, _source(passage, lang), lang) + "\n"


def _debate(analysis: Analysis, debate: Debate, manner: Manner) -> str:
    lang, found = manner.lang, standing(analysis, debate, manner.side)
    parts = [
        f"# {_plain(heading(debate, lang))}\n",
        *(f"{_plain(one.say(lang))}\n" for one in found.headline()),
    ]
    heads = tuple(HEADS[name] for name in ("status", "claim", "rebutted", "evidence", "why"))
    for part, verdicts in (("stands", found.stands), ("undecided", found.undecided), ("fell", found.fell)):
        rows = [_claim(analysis, one, lang) for one in verdicts]
        parts += _section(TITLES[part], heads, rows, lang)
    rebuttals = [_rebuttal(one, lang) for one in found.unbacked]
    parts += _section(
        TITLES["unbacked"], tuple(HEADS[n] for n in ("status", "rebuttal", "against")), rebuttals, lang
    )
    asked = [_question(analysis, one, lang) for one in found.open]
    parts += _section(TITLES["open"], tuple(HEADS[n] for n in ("status", "question", "why")), asked, lang)
    return "\n".join(parts)


def _section(title: Words, heads: Sequence[Words], rows: Sequence[Sequence[str]], lang: Lang) -> list[str]:
    return [f"## {title.say(lang)} ({len(rows)})\n", _table(heads, rows, lang)] if rows else []


def _claim(analysis: Analysis, one: Verdict, lang: Lang) -> tuple[str, ...]:
    graph = analysis.graph
    attackers = (graph.name(number, one.debate.id) for number in graph.attackers_of(one.number))
    evidence = (graph.name(number, one.debate.id) for number in graph.backing[one.number])
    return (
        f"{one.status.sign} {one.status.words.say(lang)}",
        f"{_plain(one.statement.text)}<br>`{one.id}`",
        _names(attackers),
        _names(evidence),
        _reasons(analysis, one, lang),
    )


def _rebuttal(one: Verdict, lang: Lang) -> tuple[str, ...]:
    return (
        f"{Status.CHALLENGED.sign} {_NO_EVIDENCE.say(lang)}",
        f"{_plain(one.statement.text)}<br>`{one.id}`",
        _names(targets_of(one.statement)),
    )


def _question(analysis: Analysis, one: QuestionVerdict, lang: Lang) -> tuple[str, ...]:
    return (
        f"{one.status.sign} {one.status.words.say(lang)}",
        f"{_plain(one.question.text)}<br>`{one.id}`",
        _reasons(analysis, one, lang),
    )


def _reasons(analysis: Analysis, one: Verdict | QuestionVerdict, lang: Lang) -> str:
    return "<br>".join(_plain(reason.say(lang)) for reason in analysis.why(one.key).reasons)


def _asked(debate: Debate, follow_ups: Sequence[FollowUp], lang: Lang) -> Iterator[str]:
    yield f"# {NEXT.say(lang)}: {_plain(heading(debate, lang))}\n"
    yield f"{DRAFT.say(lang)} {total_words(follow_ups, lang).say(lang)}\n"
    number = 0
    for title, members in groupby(follow_ups, key=lambda one: one.group_title):
        yield f"## {_plain(title) or NO_GROUP.say(lang)}\n"
        for one in members:
            number += 1
            mark = f"{number}. "
            notes = [labelled(label, _plain(text), lang) for label, text in notes_of(one, lang)]
            time = time_words(one.seconds(lang)).say(lang)
            yield f"{mark}**{_plain(one.text.say(lang))}** ({time}, `{one.id}`)\n"
            yield from (f"{' ' * len(mark)}- {note}" for note in notes)
            yield ""


def _source(passage: Passage, lang: Lang) -> str:
    return _plain(passage_words(passage).say(lang))


def _table(heads: Sequence[Words], rows: Iterable[Sequence[str]], lang: Lang) -> str:
    lines = [[head.say(lang) for head in heads], ["---"] * len(heads), *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def _names(names: Iterable[str]) -> str:
    """Ids, one a line; they hold letters, digits, - and # only."""
    return "<br>".join(f"`{name}`" for name in names)


def _plain(text: str) -> str:
    """A text as it is, on one line: every sign that Markdown or HTML would read is escaped."""
    return _SPECIAL.sub(_escaped, " ".join(text.split()))


def _escaped(match: re.Match[str]) -> str:
    return {"<": "&lt;", ">": "&gt;", "&": "&amp;"}.get(match[0], f"\\{match[0]}")
