"""What stands in the text of an Argdown element: plain words, emphasis, links, tags, mentions and special characters.

Source: the syntax guide on argdown.org, and what `@argdown/core` 1.7.5 answers to short texts.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

SHORTCODES = {
    "A": "∀", "E": "∃", "O": "\U0001d5e2", "P": "\U0001d5e3", "->": "→", "<->": "↔", "~": "¬", "^": "∧", "v": "∨",
    "v_": "⊻", "<>": "◇", "[]": "◻",
    "happy": "😀", "smile": "☺", "smiley": "☺", "laugh": "😆", "lol": "😆", "rofl": "🤣", "joy": "😂",
    "heart": "❤", "?": "❓", "question": "❓", "love": "😍", "wink": "😉", "shush": "🤫", "meh": "😐",
    "eye-roll": "🙄", "sad": "😢", "disappointed": "😞", "scream": "😱", "+1": "👍", "up": "👍", "-1": "👎",
    "down": "👎", "think": "🤔", "star": "⭐", "y": "✔", "agree": "✔", "n": "❌", "disagree": "❌",
}  # fmt: skip
"""What Argdown writes between dots or colons for a character: `.~.` is ¬."""
SHORTCODE = re.compile(r"([.:])([\w<>~^?+[\]-]{1,20})\1", re.ASCII)
"""What may be such a sign; it is text where it is none."""
TAG = re.compile(r"""#([^\s!?/"'(){}<>*#@+=~|$%&;.,:]+)""")
_SPACES = re.compile(r"[ \t\n]+")
_CLOSES = re.compile(r"[\s.,:;!?)}*_-]|\Z")
_OPENS = re.compile(r"\S|\Z")


@dataclass(frozen=True, slots=True)
class Said:
    """The text of an element.

    `text` is what Argdown's own tools make of it, `words` what a person reads: a mention is the title alone, and the
    tags at the end are gone. `links` are web addresses.
    """

    text: str
    words: str
    tags: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    only_tags: bool = False


@dataclass(slots=True)
class Pieces:
    """A text on its way: its pieces, and the emphasis that has begun."""

    texts: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    marks: list[tuple[str, int, int]] = field(default_factory=list)
    _said: int = 0  # how many pieces there were when the last one was added that is no tag

    def add(self, text: str, words: str | None = None) -> None:
        """A piece, and what a person reads of it where that is something else."""
        self.texts.append(text)
        self.words.append(text if words is None else words)
        if text and not text.isspace():
            self._said = len(self.texts)

    def tag(self, text: str, tag: str) -> None:
        """A tag: a word of the sentence as long as words follow it."""
        self.tags.append(tag)
        self.texts.append(text)
        self.words.append(text)

    def link(self, label: str, address: str) -> None:
        """A link: its label is what is read."""
        self.links.append(address)
        self.add(label)

    def emphasis(self, text: str, at: int) -> int:
        """Take an asterisk or underscore; how many characters it takes."""
        sign = text[at]
        top = self.marks[-1][0] if self.marks else ""
        for mark in (sign * 2, sign):
            if top == mark and text.startswith(mark, at) and _CLOSES.match(text, at + len(mark)):
                self.marks.pop()
                return len(mark)
        for mark in (sign * 2, sign):
            if text.startswith(mark, at) and _OPENS.match(text, at + len(mark)):
                self.marks.append((mark, at, len(self.texts)))
                self.add("")
                return len(mark)
        self.add(sign)
        return 1

    def unclosed(self) -> list[tuple[str, int]]:
        """The marks of emphasis that begins and never ends, and their places; they are put back into the text."""
        for mark, _, index in self.marks:
            self.texts[index] = self.words[index] = mark
            self._said = max(self._said, index + 1)
        return [(mark, at) for mark, at, _ in self.marks]

    def said(self) -> Said:
        """The text as it stands now."""
        text = _spaced("".join(self.texts))
        return Said(
            text=text,
            words=_spaced("".join(self.words[: self._said])) or text,
            tags=tuple(dict.fromkeys(self.tags)),
            links=tuple(dict.fromkeys(self.links)),
            only_tags=not self._said,
        )


def _spaced(text: str) -> str:
    return _SPACES.sub(" ", text).strip(" ")
