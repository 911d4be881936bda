"""JSON for other programs, in versioned forms (`types`) with committed schemas (`schemas`)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, TypeVar

from pydantic import BaseModel

from argmap.diagnostics import Diagnostic, Lang, Rule, Severity
from argmap.model import Debate, Question, Statement
from argmap.questions import FollowUp, Passage, QuestionKind, Replies, SchemeUse, passage_of
from argmap.report import Manner, standing
from argmap.report.json import types
from argmap.report.json.diff import diff
from argmap.report.json.schemas import SCHEMAS, schema
from argmap.report.json.trial import counts_before, flip, supposed
from argmap.semantics import Analysis, QuestionVerdict, Verdict
from argmap.semantics.positions import Positions, positions

if TYPE_CHECKING:
    from argmap.semantics.supposed import WhatIf

S = TypeVar("S")

__all__ = ["SCHEMAS", "diff", "findings", "flip", "questions", "rules", "schema", "status", "why"]


def findings(diagnostics: Sequence[Diagnostic], manner: Manner) -> str:
    """What `check` found, as `argmap-check/1`."""
    counts = Counter(one.severity for one in diagnostics)
    report = types.CheckReport(
        lang=manner.lang,
        diagnostics=_findings(diagnostics, manner.lang),
        counts={severity: counts[severity] for severity in Severity},
    )
    return _text(report)


def status(
    analysis: Analysis,
    debates: Sequence[Debate],
    diagnostics: Sequence[Diagnostic],
    manner: Manner,
    what_if: WhatIf | None = None,
) -> str:
    """What stands, or would stand, as `argmap-status/1`."""
    if what_if is not None:
        ids = {debate.id for debate in debates}
        analysis = what_if.now
        debates = [debate for debate in analysis.graph.debates if debate.id in ids]
    found = positions(analysis.graph, manner.semantics) if manner.semantics else None
    report = types.StatusReport(
        lang=manner.lang,
        side=manner.side,
        debates=tuple(_debate(analysis, debate, manner, what_if, found) for debate in debates),
        diagnostics=_findings(diagnostics, manner.lang),
        supposed=supposed(what_if) if what_if else None,
        positions=_positions(analysis, found) if found else None,
    )
    return _text(report)


def questions(_debates: Sequence[Debate], follow_ups: Sequence[FollowUp], manner: Manner) -> str:
    """Follow-up questions, as `argmap-questions/1`."""
    report = types.QuestionsReport(
        lang=manner.lang,
        side=manner.side,
        seconds=sum(one.seconds(manner.lang) for one in follow_ups),
        questions=tuple(_follow_up(one, manner.lang) for one in follow_ups),
    )
    return _text(report)


def why(analysis: Analysis, keys: Sequence[str], manner: Manner, what_if: WhatIf | None = None) -> str:
    """Why statements and questions have their status, or would have it, as `argmap-why/1`."""
    shown = what_if.now if what_if else analysis
    explained = tuple(_explained(shown, key, manner.lang, what_if) for key in keys)
    given = supposed(what_if) if what_if else None
    return _text(types.WhyReport(lang=manner.lang, explanations=explained, supposed=given))


def rules(rules: Sequence[Rule], manner: Manner, kinds: Sequence[QuestionKind] = ()) -> str:
    """The rules and the kinds of question, as `argmap-rules/1`."""
    entries = tuple(
        types.RuleEntry(
            code=rule.code,
            slug=rule.slug,
            severity=rule.severity,
            name=rule.name.say(manner.lang),
            manual=rule.manual,
        )
        for rule in rules
    )
    asked = tuple(
        types.KindEntry(slug=kind.slug, name=kind.name.say(manner.lang), manual=kind.manual) for kind in kinds
    )
    return _text(types.RulesReport(lang=manner.lang, rules=entries, questions=asked))


def _text(report: BaseModel) -> str:
    return report.model_dump_json(indent=2) + "\n"


def _findings(diagnostics: Iterable[Diagnostic], lang: Lang) -> tuple[types.Finding, ...]:
    return tuple(
        types.Finding(
            file=one.span.file,
            line=one.span.line,
            column=one.span.column,
            end_line=one.span.end_line,
            end_column=one.span.end_column,
            severity=one.severity,
            code=one.rule.code,
            slug=one.rule.slug,
            message=one.message.say(lang),
            hint=one.hint.say(lang) if one.hint else None,
        )
        for one in diagnostics
    )


def _positions(analysis: Analysis, found: Positions) -> types.StatusPositions:
    keys = analysis.graph.keys
    return types.StatusPositions(
        semantics=found.semantics,
        exists=found.exists,
        apart=tuple((keys[one], keys[other]) for one, other in found.apart),
        whole=not found.unread,
    )


def _debate(
    analysis: Analysis, debate: Debate, manner: Manner, what_if: WhatIf | None, positions: Positions | None
) -> types.DebateStatus:
    found = standing(analysis, debate, manner.side)
    return types.DebateStatus(
        id=debate.id,
        title=debate.title,
        held=debate.debate.held,
        statements=tuple(
            _statement(analysis, one, manner.lang, what_if, positions) for one in analysis.of(debate)
        ),
        questions=tuple(
            _question(analysis, one, manner.lang, what_if) for one in analysis.questions_of(debate)
        ),
        counts=found.counts,
        question_counts=found.question_counts,
        was=counts_before(what_if, debate, manner.side) if what_if else None,
    )


def _statement(
    analysis: Analysis, one: Verdict, lang: Lang, what_if: WhatIf | None, positions: Positions | None
) -> types.StatementStatus:
    graph = analysis.graph

    def names(numbers: Iterable[int]) -> tuple[str, ...]:
        return tuple(sorted({graph.name(number, one.debate.id) for number in numbers}))

    undercutters = [u for k in graph.steps_from[one.number] for u in graph.steps[k].undercutters]
    return types.StatementStatus(
        id=one.id,
        role=one.statement.role,
        by=one.statement.by,
        side=one.side,
        group=one.statement.group,
        text=one.statement.text,
        status=one.status,
        asserted=one.asserted,
        backed=one.backed,
        attacked_by=names(graph.attackers_of(one.number)),
        rebutted_by=names(graph.rebutters[one.number]),
        undercut_by=names(undercutters),
        evidence=names(graph.backing[one.number]),
        why=analysis.why(one.key).text(lang),
        passage=_passage_of(one.debate, one.statement),
        was=_other(what_if.was[one.key].status, one.status) if what_if else None,
        holds=_in_positions(positions, one.number, lang) if positions else None,
    )


def _in_positions(found: Positions, number: int, lang: Lang) -> types.InPositions:
    reason = found.reasons.get(number)
    return types.InPositions(
        asserted=found.asserted[number],
        backed=found.backed[number],
        why=reason.say(lang) if reason else None,
    )


def _other(was: S, now: S) -> S | None:
    """What was, if it is not what is."""
    return None if was is now else was


def _question(
    analysis: Analysis, one: QuestionVerdict, lang: Lang, what_if: WhatIf | None
) -> types.QuestionAnswers:
    answered_by = {analysis.graph.name(given.statement, one.debate.id) for given in one.given}
    return types.QuestionAnswers(
        id=one.id,
        by=one.question.by,
        group=one.question.group,
        text=one.question.text,
        status=one.status,
        answered_by=tuple(sorted(answered_by)),
        why=analysis.why(one.key).text(lang),
        passage=_passage_of(one.debate, one.question),
        was=_other(what_if.was.question(one.key).status, one.status) if what_if else None,
    )


def _follow_up(one: FollowUp, lang: Lang) -> types.FollowUpQuestion:
    return types.FollowUpQuestion(
        id=one.id,
        kind=one.kind,
        debate=one.debate,
        about=one.about,
        group=one.group,
        group_title=one.group_title,
        to=one.to.say(lang),
        text=one.text.say(lang),
        notice=one.notice.say(lang),
        seconds=one.seconds(lang),
        why=one.why.say(lang),
        passage=_passage(one.passage),
        rests_on=tuple(
            types.GroundOfQuestion(id=ground.id, text=ground.text, passage=_passage(ground.passage))
            for ground in one.rests_on
        ),
        then=_replies(one.then, lang) if one.then else None,
        scheme=_scheme(one.scheme, lang) if one.scheme else None,
        look=one.look.say(lang) if one.look else None,
        decision=one.decision,
    )


def _replies(then: Replies, lang: Lang) -> types.RepliesToQuestion:
    return types.RepliesToQuestion(yes=then.yes.say(lang), no=then.no.say(lang), later=then.later.say(lang))


def _scheme(scheme: SchemeUse, lang: Lang) -> types.SchemeOfClaim:
    return types.SchemeOfClaim(
        slug=scheme.slug,
        name=scheme.name.say(lang),
        suggested_by=scheme.cue,
        questions=tuple(
            types.CriticalQuestion(slug=one.slug, text=one.text.say(lang), covered_by=one.by)
            for one in scheme.questions
        ),
    )


def _explained(analysis: Analysis, key: str, lang: Lang, what_if: WhatIf | None) -> types.Explained:
    explanation = analysis.why(key)
    verdict = _verdict(analysis, key)
    said = verdict.question if isinstance(verdict, QuestionVerdict) else verdict.statement
    return types.Explained(
        id=verdict.id,
        debate=verdict.debate.id,
        status=verdict.status,
        verdict=explanation.verdict.say(lang),
        reasons=tuple(reason.say(lang) for reason in explanation.reasons),
        deciding=tuple(explanation.deciding),
        passage=_passage_of(verdict.debate, said),
        was=_other(_verdict(what_if.was, key).status, verdict.status) if what_if else None,
    )


def _verdict(analysis: Analysis, key: str) -> Verdict | QuestionVerdict:
    return analysis.question(key) if key in analysis.graph.answers else analysis[key]


def _passage_of(debate: Debate, said: Statement | Question) -> types.Passage | None:
    return _passage(passage_of(debate, said))


def _passage(found: Passage | None) -> types.Passage | None:
    if found is None:
        return None
    return types.Passage(quote=found.quote, source=found.source, at=found.at, date=found.date)
