"""Other people's formats: their files -> Debate, and Debate -> their files. One format a file.

A format is a module with a docstring (what it is, its specification), `NAME` (as people call it), `SUFFIX` (of the
files it writes), and what it can of these:

- `READS`, `recognises(given)` and `read(given)`, for a format that can be read;
- `WRITES` and `write(debate)`, for one that can be written;
- `arguments(given)`, for one that holds an abstract framework: arguments and attacks, and nothing else.

`READS` and `WRITES` are the features of a debate that survive; whatever else a debate or a file holds is named, item
by item, in `lost`. The manual's table is made of them, and the tests hold every format to them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from types import ModuleType

from argmap.diagnostics import Words
from argmap.model import Debate
from argmap.registry import Registry


class Feature(StrEnum):
    """Something that a debate can hold, and a format can keep or lose."""

    TITLE = "title"  # debate.title
    HEAD = "head"  # debate.lang, debate.held
    TEXTS = "texts"  # the words of statements and questions; without them an id is its own text
    IDS = "ids"  # ids of statements and questions
    PARTIES = "parties"  # who says what
    SIDES = "sides"  # parties.*.side
    GROUPS = "groups"
    SOURCES = "sources"  # title, date, file, url
    QUOTES = "quotes"  # source of a statement or question: in, quote, at
    ROLES = "roles"  # whether a statement is a claim, a rebuttal or evidence
    KINDS = "kinds"  # kind of a claim, and due
    SCHEMES = "schemes"
    SUPPORTS = "supports"  # one premise, one step; also from a rebuttal
    LINKED = "linked"  # several premises in one step
    REBUTS = "rebuts"
    UNDERCUTS = "undercuts"
    BACKS = "backs"  # evidence for a statement
    EVIDENCE = "evidence"  # type, date, place, accepted
    QUESTIONS = "questions"  # text, kind, about
    ANSWERS = "answers"  # with their extent
    CONCEDED = "conceded"
    TURNS = "turns"
    REVIEW = "review"  # of statements, questions and links
    FOLLOW_UPS = "follow-ups"  # decisions on follow-up questions
    ELSEWHERE = "elsewhere"  # references to other debates


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """A file to be read.

    Attributes:
        name: its path as it is called in messages; of a folder the folder's.
        data: its bytes; empty for a folder.
        beside: the bytes of a file by its path relative to this one (of a folder: inside it), or None when there is
            no such file. It never leaves the folder of the file.
    """

    name: str
    data: bytes
    beside: Callable[[str], bytes | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """Something about a file, and where: `12:5` (line and column), `claims!B4` (sheet and cell), an id, or empty."""

    message: Words
    at: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """What was read: the debate (None when nothing could be read), what could not be carried over, what is broken.

    A file with faults may still give a debate: of what is sound in it.
    """

    debate: Debate | None
    lost: tuple[Note, ...] = ()
    faults: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Arguments:
    """An abstract framework as its file holds it.

    Attributes:
        names: what the arguments are called; an argument's number is its place here. None when nothing could be read.
        attacks: who attacks whom, by number, in the order of the file; what stands twice there may stand twice here.
        texts: the words of arguments, by name, where the file has any.
        own: where it stands that an argument attacks itself, by its number.
        lost: what is neither an argument nor an attack, and was passed over.
        faults: what is broken in the file. What is sound in it is here all the same.
    """

    names: Sequence[str] | None
    attacks: Sequence[tuple[int, int]] = ()
    texts: Mapping[str, str] = field(default_factory=dict)
    own: Mapping[int, str] = field(default_factory=dict)
    lost: tuple[Note, ...] = ()
    faults: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Exported:
    """What was written: the bytes of a file, or of several by name (then `-o` names a folder); what was lost."""

    data: bytes | Mapping[str, bytes]
    lost: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """One format: see the head of this module. What it cannot do is None, its features then empty."""

    slug: str
    name: str
    suffix: str
    manual: str
    reads: frozenset[Feature]
    writes: frozenset[Feature]
    recognises: Callable[[Given], bool] | None
    read: Callable[[Given], Imported] | None
    write: Callable[[Debate], Exported] | None
    arguments: Callable[[Given], Arguments] | None = None


def _slug(file: str) -> str:
    return file.replace("_", "-")


def _describe(file: str, module: ModuleType) -> Format:
    return Format(
        slug=_slug(file),
        name=module.NAME,
        suffix=module.SUFFIX,
        manual=(module.__doc__ or "").partition("\n\n")[2],
        reads=getattr(module, "READS", frozenset()),
        writes=getattr(module, "WRITES", frozenset()),
        recognises=getattr(module, "recognises", None),
        read=getattr(module, "read", None),
        write=getattr(module, "write", None),
        arguments=getattr(module, "arguments", None),
    )


FORMATS: Registry[Format] = Registry("argmap.formats", _slug, _describe)
"""Every format by its slug: `argdown`, `aif`, `csv`…"""
