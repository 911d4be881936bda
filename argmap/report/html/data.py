"""`PageData`: everything that a page knows of its debate, as one frozen value. The script of the page gets this and no more.

It is written into the page as JSON (`argmap-page/1`); what has its default is left out there. Statements and questions
are referred to by their position in the lists.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from pydantic import BaseModel, ConfigDict

from argmap.diagnostics import Lang
from argmap.model import Extent, Role
from argmap.semantics import Label, QuestionStatus, Status


@dataclass(frozen=True, slots=True, kw_only=True)
class PageMap:
    """A map on a page, as SVG; one of several has a title and says how many of what it shows."""

    svg: str
    title: str = ""
    counts: str = ""


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class PageParty(_Frozen):
    """Somebody who speaks."""

    id: str
    name: str
    side: str


class PageGroup(_Frozen):
    """What is drawn and asked together."""

    id: str
    title: str


class PageSource(_Frozen):
    """A document: its title, its date in words, and where it can be read; another debate's has the id `other#id`."""

    id: str
    title: str
    date: str = ""
    url: str = ""


class PagePassage(_Frozen):
    """Where something was said.

    `source` is the position of the source, `at` the place in it, `date` in words. `found` are the words of the source itself, between what
    stands `before` and `after` them there; all three are empty when its file was not at hand or does not say the words.
    """

    source: int
    at: str = ""
    date: str = ""
    quote: str = ""
    match: Literal["exact", "near", "absent", "unchecked"] = "unchecked"
    before: str = ""
    found: str = ""
    after: str = ""


class _Said(_Frozen):
    """What statements and questions have in common.

    `id` is the name from this debate: another debate's is `other#id`. `says` is the verdict as a sentence without its
    subject, `reasons` the sentences that follow, `deciding` the positions of the statements that they name. `candidate`
    says that nobody has confirmed it yet, `elsewhere` that it stands in another debate.
    """

    id: str
    text: str
    by: str = ""
    group: str = ""
    turn: int | None = None
    says: str = ""
    reasons: tuple[str, ...] = ()
    deciding: tuple[int, ...] = ()
    passage: PagePassage | None = None
    candidate: bool = False
    elsewhere: bool = False


class PageStatement(_Said):
    """A claim, a rebuttal or a piece of evidence.

    Attributes:
        type: what kind of evidence, in words.
        date: when it happened, in words.
        place: where it happened.
        sourced: a piece of evidence that counts: it names a source or is accepted.
        conceded: its party withdrew or admitted it.
        asserted: its label when every attacker counts.
        backed: its label when only attackers with evidence count.
        force: whether it counts as an attacker when only attackers with evidence do.
    """

    role: Role
    type: str = ""
    date: str = ""
    place: str = ""
    sourced: bool = False
    conceded: bool = False
    status: Status
    asserted: Label = Label.IN
    backed: Label = Label.IN
    force: Label = Label.IN


class PageAnswer(_Frozen):
    """An answer: by which statement, and how far it answers."""

    statement: int
    extent: Extent = "full"


class PageQuestion(_Said):
    """A question; `about` are the statements that it asks about."""

    status: QuestionStatus
    answers: tuple[PageAnswer, ...] = ()
    about: tuple[int, ...] = ()


class PageStep(_Frozen):
    """An inference: all premises together support the conclusion; undercutters attack exactly this."""

    premises: tuple[int, ...]
    conclusion: int
    undercutters: tuple[int, ...] = ()


class PageFollowUp(_Frozen):
    """A question for the next session; `about` is an id."""

    about: str
    group: str = ""
    to: str
    text: str
    why: str


class PageStatus(_Frozen):
    """A status as it is shown: a sign, a word, the tone that repeats them, how wide its badge is in the map.

    `stands` says whether what has it still stands.
    """

    sign: str
    word: str
    tone: str
    width: float
    stands: bool = False


class PageData(_Frozen):
    """One debate as its page knows it.

    Attributes:
        debate: its id.
        title: its title.
        held: when it was held, in words.
        lang: the language of the page.
        spoken: the language of the debate.
        side: the side whose gaps are looked for.
        statements: those of the debate in the order of its file, then those of other debates that its map shows, and
            those on which the labels of all these depend.
        questions: those of the debate, then those of other debates that its map shows.
        rebuts: who rebuts whom.
        steps: every inference.
        backs: which evidence backs what.
        walk: ids of statements and questions, in the order in which they were said.
        statuses: how each status is shown: of statements from what stands to what has fallen, then of questions.
        words: what the page itself says, by name.
    """

    format: Literal["argmap-page/1"]
    debate: str
    title: str
    held: str = ""
    lang: Lang
    spoken: Lang
    side: str
    parties: tuple[PageParty, ...]
    groups: tuple[PageGroup, ...]
    sources: tuple[PageSource, ...]
    statements: tuple[PageStatement, ...]
    questions: tuple[PageQuestion, ...]
    rebuts: tuple[tuple[int, int], ...]
    steps: tuple[PageStep, ...]
    backs: tuple[tuple[int, int], ...]
    follow_ups: tuple[PageFollowUp, ...]
    walk: tuple[str, ...]
    statuses: dict[str, PageStatus]
    words: dict[str, str]
