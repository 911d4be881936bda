"""Argumentation schemes that occur in the debates of a town, each with the critical questions that test it.

A scheme is a common way to argue, such as from what others do or from what will come of it. The table stands in
`schemes.toml`, what to follow with in `replies.toml`; both are ours in wording. The schemes and most of the questions
go back to D. Walton, C. Reed and F. Macagno, Argumentation Schemes (Cambridge University Press 2008), chapter 9.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Literal

from argmap.diagnostics import Words
from argmap.model import Claim

TakenUpBy = Literal["undercut", "evidence"]


@dataclass(frozen=True, slots=True, kw_only=True)
class CriticalQuestion:
    """A question that a claim of a scheme must be able to answer.

    Attributes:
        slug: its name within the scheme.
        name: what it asks about, in a few words.
        floor: the question as it is read aloud, after the claim was reported.
        notice: the same as it is written in the notice.
        asks: what it asks for, where another sentence may ask for the same.
        cue: the words with which a debate takes it up.
        taken_up_by: what takes it up whatever its words: an attack on the step, or evidence for the claim.
        yes: what to follow with when it was shown or confirmed.
        no: the same when it was denied, or there is nothing to show.
        later: the same when it is to be considered.
    """

    slug: str
    name: Words
    floor: Words
    notice: Words
    asks: str
    cue: re.Pattern[str] | None
    taken_up_by: TakenUpBy | None
    yes: Words
    no: Words
    later: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Scheme:
    """A way to argue.

    Attributes:
        slug: what `scheme:` calls it in a debate file.
        name: its name.
        says: what a claim of this scheme argues, in a sentence.
        cues: words that suggest it, one pattern a language.
        questions: its critical questions, the most important first.
    """

    slug: str
    name: Words
    says: Words
    cues: tuple[re.Pattern[str], ...]
    questions: tuple[CriticalQuestion, ...]


def schemes() -> Mapping[str, Scheme]:
    """Every scheme by its slug, the more particular first."""
    return _table()


def scheme_of(claim: Claim) -> tuple[Scheme, str | None] | None:
    """The scheme of a claim, and the words of it that suggest the scheme where its debate file names none.

    A name that is not in the table means no scheme; none is suggested in its place.
    """
    if claim.scheme is not None:
        named = schemes().get(claim.scheme)
        return None if named is None else (named, None)
    text = " ".join(claim.text.split()).rstrip("。．.")
    found = ((scheme, cue.search(text)) for scheme in schemes().values() for cue in scheme.cues)
    return next(((scheme, match.group().strip(" 、,")) for scheme, match in found if match), None)


@cache
def _table() -> Mapping[str, Scheme]:
    replies = {name: {reply: _words(said) for reply, said in one.items()} for name, one in _read("replies")}
    return {slug: _scheme(slug, entry, replies) for slug, entry in _read("schemes")}


def _read(name: str) -> list[tuple[str, dict[str, Any]]]:
    text = files("argmap.schemes").joinpath(f"{name}.toml").read_text(encoding="utf-8")
    return list(tomllib.loads(text).items())


def _scheme(slug: str, entry: Mapping[str, Any], replies: Mapping[str, Mapping[str, Words]]) -> Scheme:
    return Scheme(
        slug=slug,
        name=_words(entry["name"]),
        says=_words(entry["says"]),
        cues=tuple(_pattern(cue) for cue in entry["cues"]),
        questions=tuple(_question(slug, one, replies[one["then"]]) for one in entry["questions"]),
    )


def _question(scheme: str, entry: Mapping[str, Any], then: Mapping[str, Words]) -> CriticalQuestion:
    return CriticalQuestion(
        slug=entry["slug"],
        name=_words(entry["name"]),
        floor=Words(en=entry["en"], ja=entry["floor"]),
        notice=Words(en=entry["en"], ja=entry["notice"]),
        asks=entry.get("asks", f"{scheme} {entry['slug']}"),
        cue=_pattern(entry["cue"]) if "cue" in entry else None,
        taken_up_by=entry.get("taken-up-by"),
        **then,
    )


def _words(said: Mapping[str, str]) -> Words:
    return Words(en=said["en"], ja=said["ja"])


def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text, re.IGNORECASE)
