"""`IndexData`: what the page over all debates searches in, as one frozen value. Its script gets this and no more.

It is written into the page as JSON (`argmap-index/1`); what has its default is left out there.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

from pydantic import BaseModel, ConfigDict

from argmap.diagnostics import Lang
from argmap.model import Debate, Evidence, Question, Role, Statement
from argmap.report import heading
from argmap.report.html.parts import page_of, path
from argmap.report.html.words import SCRIPT
from argmap.semantics import Analysis, QuestionStatus, QuestionVerdict, Status, Verdict

_WORDS = ("claim", "rebuttal", "evidence", "question", "found", "nothing", "more")


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class IndexSaid(_Frozen):
    """A statement or question; `by` is the position of its party."""

    id: str
    text: str
    role: Role | Literal["question"] = "claim"
    status: Status | QuestionStatus
    by: int | None = None
    place: str = ""


class IndexDebate(_Frozen):
    """A debate: its title with the date, the address of its page, its language if it is not that of the index."""

    title: str
    page: str = ""
    lang: Lang | None = None
    parties: tuple[str, ...] = ()
    said: tuple[IndexSaid, ...] = ()


class IndexStatus(_Frozen):
    """A status as it is shown: a sign, a word, and whether what has it still stands."""

    sign: str
    word: str
    stands: bool = False


class IndexData(_Frozen):
    """All debates as their page knows them.

    Attributes:
        debates: in the order in which they are listed.
        statuses: how each status of a statement or question is shown.
        words: what the page itself says, by name.
    """

    format: Literal["argmap-index/1"]
    debates: tuple[IndexDebate, ...]
    statuses: dict[str, IndexStatus]
    words: dict[str, str]


def index_data(
    analysis: Analysis, debates: Iterable[Debate], files: Mapping[str, Sequence[str]], lang: Lang
) -> IndexData:
    """Everything that the page over all debates knows.

    Args:
        analysis: the debates with their verdicts.
        debates: the debates, in the order in which they are listed.
        files: what was made of each debate, by its id.
        lang: the language of the page.
    """
    return IndexData(
        format="argmap-index/1",
        debates=tuple(_debate(analysis, debate, files.get(debate.id, ()), lang) for debate in debates),
        statuses={
            status.value: IndexStatus(
                sign=status.sign,
                word=status.words.say(lang),
                stands=isinstance(status, Status) and status.stands,
            )
            for status in (*Status, *QuestionStatus)
        },
        words={name: SCRIPT[name].say(lang) for name in _WORDS},
    )


def _debate(analysis: Analysis, debate: Debate, files: Sequence[str], lang: Lang) -> IndexDebate:
    page, spoken = page_of(files), debate.debate.lang
    verdicts: list[Verdict | QuestionVerdict] = [*analysis.of(debate), *analysis.questions_of(debate)]
    speaking = (by for by in (_said(one).by for one in verdicts) if by is not None and debate.party_name(by))
    parties = {party: place for place, party in enumerate(dict.fromkeys(speaking))}
    return IndexDebate(
        title=heading(debate, lang),
        page=path(page) if page else "",
        lang=None if spoken == lang else spoken,
        parties=tuple(map(debate.party_name, parties)),
        said=tuple(_entry(one, parties) for one in verdicts),
    )


def _entry(one: Verdict | QuestionVerdict, parties: Mapping[str, int]) -> IndexSaid:
    said = _said(one)
    return IndexSaid(
        id=one.id,
        text=said.text,
        role="question" if isinstance(said, Question) else said.role,
        status=one.status,
        by=parties.get(said.by or ""),
        place=(said.place or "") if isinstance(said, Evidence) else "",
    )


def _said(one: Verdict | QuestionVerdict) -> Statement | Question:
    return one.question if isinstance(one, QuestionVerdict) else one.statement
