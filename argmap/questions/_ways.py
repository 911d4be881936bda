"""The sentences to ask with: read from the templates of this folder, chosen by the words of what is asked about."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from string import ascii_letters, digits
from typing import Any

from argmap.diagnostics import Words
from argmap.model import date_words
from argmap.questions._notice import Form, form
from argmap.questions._speech import plainly
from argmap.questions._values import Replies


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """A sentence to ask with.

    Attributes:
        cue: the words (a regular expression) on which it fits; None fits everything.
        asks: what it asks for; two ways that ask for the same thing, in whatever words, share it.
        words: the sentence as it is read aloud.
        then: section of `replies.toml` that says what to follow with.
        more: further words of the entry, by name, such as `lacks` (what an answer leaves out).
    """

    cue: re.Pattern[str] | None
    asks: str
    words: Words
    then: str | None
    more: Mapping[str, Words]

    @property
    def form(self) -> Form:
        """The sentence in both its forms."""
        return form(self.words.ja, self.words.en)

    @property
    def replies(self) -> Replies | None:
        """What to follow with."""
        return replies()[self.then] if self.then else None


@cache
def template(name: str) -> Mapping[str, tuple[Way, ...]]:
    """The ways to ask in a template of this folder, by section, in its order."""
    return {section: tuple(map(_way, ways)) for section, ways in _read(name).items()}


@cache
def replies() -> Mapping[str, Replies]:
    """What to follow with, by what was asked for."""
    return {
        section: Replies(**{reply: Words(**words) for reply, words in by_reply.items()})
        for section, by_reply in _read("replies").items()
    }


def fitting(ways: Iterable[Way], text: str) -> Iterator[Way]:
    """The ways that fit a text."""
    return (way for way in ways if way.cue is None or way.cue.search(text))


def ask_again(point: str) -> Iterator[Way]:
    """Every way to ask a point again, the most particular first."""
    ways = template("points")
    return fitting((*ways["subject"], *ways["form"], *ways["always"]), short(point).rstrip("?"))


_NO_QUOTE = dict.fromkeys(map(ord, "「」『』“”"))


_JAPANESE_END = re.compile(r"(?<=[ぁ-んァ-ヶー一-鿿々）])[。．.！？!?\s]+$")


def short(text: str, most: int = 120) -> str:
    """A text as part of a sentence: on one line, plainly put, without the signs that end it, cut where it is long.

    An English question keeps its question mark. A long text is cut at a comma or full stop (or between English words)
    where the second half of what is kept has one. Quotation marks are left out too: the texts of a debate are
    paraphrases, and none of their words are a quote.
    """
    line = " ".join(text.translate(_NO_QUOTE).split())
    line = _JAPANESE_END.sub("", plainly(line)).rstrip("。．.？")
    if len(line) <= most:
        return line
    head = line[: most - 1]
    end = max(head.rfind(sign, most // 2) for sign in "、。 ")
    return f"{head if end < 0 else head[:end]}…"


def sentence(text: str) -> str:
    """A text as an English sentence of its own: with a full stop unless it ends with a sign already."""
    return text if text.endswith((".", "?", "!", "…", "。", "？", "！")) else f"{text}."


def asking(text: str) -> str:
    """What was asked as an English sentence of its own: an English question has its question mark, given or not."""
    return f"{text}?" if _ASKS.match(text) and text.endswith(_LETTERS) else sentence(text)


_ASKS = re.compile(
    r"(who|whose|whom|what|when|where|why|which|how|is|are|was|were|do|does|did|has|have|had|will|would|can|could|"
    r"should|may|must)\b",
    re.IGNORECASE,
)
_LETTERS = tuple(ascii_letters + digits)


def when(date: str) -> Words:
    """A date in a sentence: `on` a day, `in` a month or a year."""
    words, a_day = date_words(date), date.count("-") > 1
    return Words(en=f"{'on' if a_day else 'in'} {words.en}", ja=words.ja)


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads(files("argmap.questions").joinpath(f"{name}.toml").read_text(encoding="utf-8"))


def _way(entry: Mapping[str, Any]) -> Way:
    return Way(
        cue=re.compile(entry["cue"], re.IGNORECASE) if "cue" in entry else None,
        asks=entry.get("asks", entry["ja"]),
        words=Words(en=entry["en"], ja=entry["ja"]),
        then=entry.get("then"),
        more={name: Words(**words) for name, words in entry.items() if isinstance(words, dict)},
    )
