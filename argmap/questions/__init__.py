"""Follow-up questions: what to ask next, from what nobody rebutted and what was never answered. One kind a file.

A kind is a module with a docstring (its manual page; the first line names it in English), `NAME` (the same in both
languages), and one function `ask(case)` that yields drafts. The file's name gives the kind: `unanswered_question.py`
is `unanswered-question`. Its sentences stand in its file, as forms or `Words`; where a kind has many to choose from,
they stand in a template beside it (`points.toml`, `grounds.toml`), each in both languages with the cue on which it is
used. Modules whose name begins with `_` are no kinds: they hold what kinds stand on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from inspect import getdoc
from types import ModuleType

from argmap.diagnostics import Words
from argmap.model import Debate, Question, Statement
from argmap.questions._case import GOVERNMENT, Attack, Case
from argmap.questions._gaps import Figure, due_of, figure_of, gap_of, unreserved, who_does_it
from argmap.questions._notice import Form, bare, fill, form, joined, plain
from argmap.questions._order import places
from argmap.questions._values import (
    Covered,
    Draft,
    FollowUp,
    Ground,
    Passage,
    Replies,
    SchemeUse,
    passage_of,
    said_on,
)
from argmap.questions._ways import (
    Way,
    ask_again,
    fitting,
    replies,
    sentence,
    short,
    template,
    when,
)
from argmap.questions._wording import asked_of, attacked, put, reported, shown
from argmap.registry import Registry
from argmap.semantics import Analysis

__all__ = [
    "GOVERNMENT",
    "QUESTION_KINDS",
    "Attack",
    "Case",
    "Covered",
    "Draft",
    "Figure",
    "FollowUp",
    "Form",
    "Ground",
    "Passage",
    "QuestionKind",
    "Replies",
    "SchemeUse",
    "Way",
    "ask_again",
    "asked_of",
    "attacked",
    "bare",
    "due_of",
    "figure_of",
    "fill",
    "fitting",
    "follow_ups",
    "form",
    "gap_of",
    "joined",
    "passage_of",
    "plain",
    "put",
    "replies",
    "reported",
    "said_on",
    "sentence",
    "short",
    "shown",
    "template",
    "unreserved",
    "when",
    "who_does_it",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionKind:
    """A kind of follow-up question: its name, its manual page (Markdown), and the function that drafts."""

    slug: str
    name: Words
    manual: str
    ask: Callable[[Case], Iterable[Draft]]


def _slug(file: str) -> str:
    return file.replace("_", "-")


def _describe(file: str, module: ModuleType) -> QuestionKind:
    return QuestionKind(
        slug=_slug(file),
        name=module.NAME,
        manual=(getdoc(module) or "").partition("\n\n")[2] + "\n",
        ask=module.ask,
    )


QUESTION_KINDS: Registry[QuestionKind] = Registry("argmap.questions", _slug, _describe)
"""Every kind of follow-up question by its slug."""


def follow_ups(analysis: Analysis, debate: Debate, side: str) -> tuple[FollowUp, ...]:
    """The questions to put to one side, from one debate.

    They come by group, in the order of the file, what has no group last. Within a group, questions come before
    requests for material that only prepare one. Among these, what more statements rest on comes first, then what
    itself rests on others, then the rest in the order in which it was said. A question about a rebuttal takes the
    place of the weightiest statement that the rebuttal attacks, after the questions about that statement itself. Of
    two about the same, the one that an argumentation scheme gives rise to comes last.

    Args:
        analysis: the debates with their verdicts.
        debate: the debate to ask about.
        side: the side that is asked, such as `government`.
    """
    case = Case(analysis=analysis, debate=debate, side=side)
    place = places(case)
    found = [_follow_up(case, kind, draft) for kind in QUESTION_KINDS.values() for draft in kind.ask(case)]
    return tuple(sorted(found, key=place))


def _follow_up(case: Case, kind: QuestionKind, draft: Draft) -> FollowUp:
    debate = case.debate
    said = _said(case, draft.about)[1]
    party = debate.party_name(said.by)
    return _decided(
        debate,
        FollowUp(
            kind=kind.slug,
            debate=debate.id,
            about=draft.about,
            group=said.group,
            group_title=debate.groups.get(said.group, said.group) if said.group else "",
            to=draft.to or (case.asked if isinstance(said, Question) else Words(en=party, ja=party)),
            part=draft.part,
            text=draft.text,
            notice=draft.notice or draft.text,
            why=draft.why,
            passage=passage_of(debate, said),
            rests_on=tuple(_ground(case, one) for one in dict.fromkeys((draft.about, *draft.rests_on))),
            then=draft.then,
            scheme=draft.scheme,
            look=draft.look,
        ),
    )


def _decided(debate: Debate, one: FollowUp) -> FollowUp:
    """The question as a person decided on it."""
    decision = debate.follow_ups.get(one.id)
    if decision is None:
        return one
    text = decision.text
    notice = decision.notice or (plain(bare(text)) if text else None)
    return replace(
        one,
        decision="reword" if notice and decision.decision == "take" else decision.decision,
        text=Words(en=text, ja=text) if text else one.text,
        notice=Words(en=notice, ja=notice) if notice else one.notice,
        then=None if text else one.then,
    )


def _ground(case: Case, local: str) -> Ground:
    """What an id of the debate, or `other-debate#id`, says and where that stands."""
    debate, said = _said(case, local)
    return Ground(id=local, text=said.text, passage=passage_of(debate, said))


def _said(case: Case, local: str) -> tuple[Debate, Statement | Question]:
    """A statement or question by its id in the debate, or as `other-debate#id`."""
    if local in case.debate.questions:
        return case.debate, case.debate.questions[local]
    graph = case.analysis.graph
    number = graph.number[local if "#" in local else f"{case.debate.id}#{local}"]
    return graph.debate_of(number), graph.said[number]
