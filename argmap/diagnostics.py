"""What argmap says about a file: a rule, a sentence in two languages, and the place it speaks of."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

Lang = Literal["ja", "en"]


class Severity(StrEnum):
    """How much a finding matters, from most to least."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    @property
    def rank(self) -> int:
        """0 for an error, then rising."""
        return list(Severity).index(self)

    def at_least(self, other: Severity) -> bool:
        """Whether this severity matters as much as the other, or more."""
        return self.rank <= other.rank


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """One sentence or name in both of argmap's languages."""

    en: str
    ja: str

    def say(self, lang: Lang) -> str:
        """The words in one language."""
        return self.ja if lang == "ja" else self.en

    def filled(self, *blanks: object, **named: object) -> Words:
        """The words with their blanks (`{}`, `{0}`, `{name}`) filled in: words in their language, others as they are."""

        def by(lang: Lang) -> str:
            ordered = (blank.say(lang) if isinstance(blank, Words) else blank for blank in blanks)
            known = {
                name: blank.say(lang) if isinstance(blank, Words) else blank for name, blank in named.items()
            }
            return self.say(lang).format(*ordered, **known)

        return Words(en=by("en"), ja=by("ja"))


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Span:
    """A stretch of a file. Lines and columns count from 1, columns in characters; the end is exclusive."""

    file: str
    line: int
    column: int
    end_line: int
    end_column: int

    def __str__(self) -> str:
        """The form that editors and terminals turn into a link."""
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """What can be found fault with, once for all: its code, its name and its manual page.

    `slug` reads after "allow"; `manual` is Markdown: what, why it matters, what to do.
    """

    code: str
    slug: str
    severity: Severity
    name: Words
    manual: str


Path = tuple[str | int, ...]
"""Where in a debate file: the keys and list positions from the top, such as ("claims", "encryption", "rebuts", 0)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What a check says: a sentence and a symbolic place. `locate` of the debate file turns it into a Diagnostic.

    `debate` is the id of the debate whose file is meant; `key` says that the key itself is at fault, not its value.
    """

    debate: str
    at: Path
    message: Words
    hint: Words | None = None
    key: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagnostic:
    """A finding with its rule, its severity as configured, and its place."""

    rule: Rule
    severity: Severity
    message: Words
    span: Span
    hint: Words | None = None

    def __str__(self) -> str:
        """One line in English, for logs and debuggers."""
        return f"{self.span}: {self.rule.code} {self.message.en}"


def in_order(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Diagnostics by file, place and code, each once."""
    return tuple(sorted(dict.fromkeys(diagnostics), key=lambda d: (d.span, d.rule.code, d.message.en)))
