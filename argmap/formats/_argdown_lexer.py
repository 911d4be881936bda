"""Argdown text -> the paragraphs of its tokens, with the indentation of relations and lists.

Source: the syntax guide on argdown.org, and the tokens that `@argdown/core` 1.7.5 finds in short texts.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping

from lark import Token

from argmap.diagnostics import Words
from argmap.formats._argdown_text import SHORTCODE, SHORTCODES, TAG, Pieces

Fault = tuple[int, Words]
"""Where in the text, and what is wrong there."""

_LINE = re.compile(
    r"""(?x) (?P<indent>[ \t]*) (?:
      (?P<heading>\#+) (?=[ \t])
    | \( (?P<number>[0-9]+) \)
    | (?P<inference>--)
    | (?P<sign>\+>|->|_>|><|<\+|<-|<_|\+|-|_(?=[ \t]))
    | (?P<item>\*|[0-9]+\.) (?=[ \t]) )"""
)
_BLANK = re.compile(r"(?:[ \t]*\n)+")
_INDENT = re.compile(r"[ \t]*")
_FRONT = re.compile(r"\s*={3,}(?P<yaml>[^=\n]*\n(?s:.*?))={3,}[ \t]*(?=\n|\Z)")
_PLAIN = re.compile(r"[^\\\[<{*_#@:./\n]+")
_RULE = re.compile(r"[^\\,{/<\n-]+|-(?!-)")
_END = re.compile(r"\}(?=\s|\Z)")


class Lexer:
    """Cuts a text into tokens; every method takes what begins at `self.at`."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self._blocks: list[list[Token]] = []
        self.faults: list[Fault] = []
        self._block: list[Token] = []
        self._levels: list[int] = []
        self._pieces = Pieces()
        self._begun = 0  # where the text that is read now began
        self._fresh = True  # whether a title may stand here
        self._new_line = True
        self._commented = False  # whether the line held a comment only, until now
        self._found: dict[str, int] = {}
        self._ends = [match.start() for match in _END.finditer(text)]
        self._last_end = text.rfind("}")
        self._takers: Mapping[str, Callable[[], bool]] = {
            "[": self._title,
            "<": self._title,
            "*": self._emphasis,
            "_": self._emphasis,
            "\\": self._escape,
            "{": self._data,
            "@": self._mention,
            "#": self._tag,
            ".": self._shortcode,
            ":": self._shortcode,
        }

    def run(self) -> Iterator[list[Token]]:
        """The tokens of every paragraph, one paragraph at a time; `faults` grows with them."""
        self._front_matter()
        while self.at < len(self.text):
            if not (self._comment() or (self._new_line and self._line())):
                self._inline()
            if self._blocks:
                yield from self._blocks
                self._blocks.clear()
        self._paragraph()
        yield from self._blocks

    def _front_matter(self) -> None:
        while self._comment():
            pass
        match = _FRONT.match(self.text, self.at)
        if match:
            self._emit("FRONT", match["yaml"], match.start("yaml"))
            self._paragraph()
            self.at = match.end()
            self._new_line, self._commented = False, False

    # lines

    def _line(self) -> bool:
        """What can only stand at the beginning of a line."""
        if self._commented and (match := _INDENT.match(self.text, self.at)) and self._ends_line(match.end()):
            self.at, self._commented = match.end() + 1, False
            return True
        if match := _BLANK.match(self.text, self.at):
            self._paragraph()
            self.at = match.end()
            return True
        self._new_line, self._commented = False, False
        match = _LINE.match(self.text, self.at)
        if not match:
            return False
        self._text_ends()
        self.at = match.end()
        self._fresh = True
        at = match.end("indent")
        if match["sign"]:
            self._indent(len(match["indent"]), at)
            self._emit("SIGN", match["sign"], at)
        elif match["item"]:
            self._indent(len(match["indent"]) + 1, at)  # what stands below an item is indented by two or more
            self._emit("ITEM", match["item"], at)
        else:
            self._dedent(-1, at)
            if match["inference"]:
                self._inference(at)
            else:
                kind = "heading" if match["heading"] else "number"
                self._emit(kind.upper(), match[kind], at)
        return True

    def _ends_line(self, at: int) -> bool:
        return self.text.startswith("\n", at)

    def _indent(self, width: int, at: int) -> None:
        level = self._levels[-1] if self._levels else 0
        if width < level:
            self._dedent(width, at)
        elif width > level:
            self._levels.append(width)
            self._emit("INDENT", "", at)

    def _dedent(self, width: int, at: int) -> None:
        while self._levels and self._levels[-1] > width:
            self._levels.pop()
            self._emit("DEDENT", "", at)

    def _paragraph(self) -> None:
        """End the paragraph."""
        self._text_ends()
        self._dedent(-1, self.at)
        if self._block:
            self._blocks.append(self._block)
        self._block = []
        self._fresh = self._new_line = True

    def _emit(self, kind: str, value: object, at: int) -> None:
        token = Token(kind, "", start_pos=at)
        token.value = value
        self._block.append(token)

    def _fault(self, at: int, en: str, ja: str) -> None:
        self.faults.append((at, Words(en=en, ja=ja)))

    # texts

    def _text_ends(self) -> None:
        pieces = self._pieces
        if not pieces.texts:
            return
        for mark, at in pieces.unclosed():
            self._fault(
                at,
                f"the emphasis that begins with {mark} never ends: write \\{mark[0]} for the sign itself",
                f"{mark} で始まる強調が終わらない。記号そのものは \\{mark[0]} と書く",
            )
        said = pieces.said()
        if said.text:
            self._emit("TEXT", said, self._begun)
        self._pieces = Pieces()

    def _add(self, text: str, words: str | None = None) -> None:
        if not self._pieces.texts:
            self._begun = self.at
        if not text.isspace():
            self._fresh = False
        self._pieces.add(text, words)

    def _inline(self) -> None:
        """The next piece of a text."""
        match = _PLAIN.match(self.text, self.at)
        if match:
            self._add(match[0])
            self.at = match.end()
            return
        sign = self.text[self.at]
        if sign == "\n":
            self._add(" ")
            self._new_line, self._commented = True, False
        elif not self._special(sign):
            self._add(sign)
        else:
            return
        self.at += 1

    def _special(self, sign: str) -> bool:
        """Whether something more than a character begins here; it is taken."""
        take = self._takers.get(sign)
        return take is not None and take()

    def _emphasis(self) -> bool:
        self._add("")
        self._fresh = False
        self.at += self._pieces.emphasis(self.text, self.at)
        return True

    def _shortcode(self) -> bool:
        match = SHORTCODE.match(self.text, self.at)
        if not match:
            return False
        self._add(SHORTCODES.get(match[2], match[0]))
        self.at = match.end()
        return True

    def _tag(self) -> bool:
        """A tag: `#word` or `#(several words)`."""
        if self.text.startswith("#(", self.at):
            end = self._after(")", self.at + 3)
            tag = self.text[self.at + 2 : end - 1]
        else:
            match = TAG.match(self.text, self.at)
            end, tag = (match.end(), match[1]) if match else (0, "")
        if not end:
            return False
        self._add("")
        self._fresh = False
        self._pieces.tag(self.text[self.at : end], tag)
        self.at = end
        return True

    def _escape(self) -> bool:
        following = self.text[self.at + 1 : self.at + 2]
        if not following or following == "\n":
            self._fault(self.at, "a backslash with nothing behind it", "\\ の後ろに文字がない")
            return False
        self._add(following)
        self.at += 2
        return True

    def _comment(self) -> bool:
        """Take a comment."""
        at, end = self.at, 0
        if self.text.startswith("//", at):
            end = self._find("\n", at)
            if end >= 0 and at and self.text[at - 1] == ":":
                self._fault(
                    at,
                    "`//` begins a comment, in a web address too: write `\\//`",
                    "`//` からはコメントになる（URL の中でも）。`\\//` と書く",
                )
        elif self.text.startswith("/*", at):
            end = self._after("*/", at + 2)
        elif self.text.startswith("<!--", at):
            end = self._after("-->", at + 4)
        if end <= at:
            return False
        self.at = end
        self._commented = self._new_line
        return True

    def _after(self, wanted: str, at: int) -> int:
        """Behind the next place where something stands; 0 for nowhere."""
        found = self._find(wanted, at)
        return found + len(wanted) if found >= 0 else 0

    def _find(self, wanted: str, at: int) -> int:
        """Where something stands next; -1 for nowhere. What was found ahead is not looked for again."""
        found = self._found.get(wanted, 0)
        if found < 0:
            return -1
        if found < at or not found:
            found = self.text.find(wanted, at)
            self._found[wanted] = found
        return found

    def _in_line(self, wanted: str, at: int) -> int:
        """Where something stands next in this line; -1 for nowhere."""
        found, line = self._find(wanted, at), self._find("\n", self.at)
        return -1 if 0 <= line < found else found

    def _title(self) -> bool:
        """A link, a title that is given or referred to; one that may not stand here is text."""
        sign = self.text[self.at]
        close = "]" if sign == "[" else ">"
        if sign == "[" and self._link():
            return True
        end = self._in_line(f"{close}:", self.at + 2)
        given = end >= 0
        if not given:
            end = self._in_line(close, self.at + 2)
        if end < 0:
            return False
        title = self.text[self.at + 1 : end]
        if not self._fresh:
            self._fault(
                self.at,
                f"`{sign}` in the middle of a text: write `\\{sign}`, or `@{sign}{title}{close}` to mention it",
                f"文の途中の `{sign}`。記号そのものは `\\{sign}`、言及は `@{sign}{title}{close}` と書く",
            )
            return False
        names = ("TITLE", "REFERENCE") if sign == "[" else ("NAME", "CALL")
        self._text_ends()
        self._emit(names[0] if given else names[1], title, self.at)
        self.at = end + 1 + given
        self._fresh = False
        return True

    def _link(self) -> bool:
        """A link: `[label](address)`."""
        end = self._in_line("]", self.at + 2)
        close = self._in_line(")", end + 3) if end >= 0 and self.text.startswith("(", end + 1) else -1
        if close < 0:
            return False
        self._add("")
        self._fresh = False
        self._pieces.link(self.text[self.at + 1 : end], self.text[end + 2 : close])
        self.at = close + 1
        return True

    def _mention(self) -> bool:
        """A statement or argument that is mentioned: `@[…]` or `@<…>`."""
        sign = self.text[self.at + 1 : self.at + 2]
        close = {"[": "]", "<": ">"}.get(sign)
        end = self._in_line(close, self.at + 3) if close else -1
        if end < 0:
            return False
        self._add(self.text[self.at : end + 1], self.text[self.at + 2 : end])
        self.at = end + 1
        return True

    def _data(self) -> bool:
        """Data: from a brace to the next one that ends a word."""
        index = bisect_left(self._ends, self.at)
        end = self._ends[index] if index < len(self._ends) else self._last_end
        if end < self.at:
            return False
        self._text_ends()
        self._emit("DATA", self.text[self.at : end + 1], self.at)
        self.at = end + 1
        self._fresh = False
        return True

    # inferences

    def _inference(self, at: int) -> None:
        """From two hyphens to two or more hyphens: rules parted by commas, and data."""
        rules: list[str] = []
        self._emit("INFERENCE", rules, at)
        pieces: list[str] = []
        while self.at < len(self.text):
            if self.text.startswith("--", self.at):
                self._hyphens()
                rules.extend(" ".join(rule.split()) for rule in "".join(pieces).split("\0") if rule.strip())
                return
            sign = self.text[self.at]
            if sign == "\n":
                self.at += 1
                if _BLANK.match(self.text, self.at):
                    break
                pieces.append(" ")
            elif sign == ",":
                pieces.append("\0")
                self.at += 1
            elif sign == "\\":
                pieces.append(self.text[self.at + 1 : self.at + 2])
                self.at += 2
            elif not (self._comment() or (sign == "{" and self._data())):
                match = _RULE.match(self.text, self.at)
                pieces.append(match[0] if match else sign)
                self.at = match.end() if match else self.at + 1
        self.at = at + 2
        self._hyphens()
        self._fault(
            at,
            "an inference ends with two hyphens: `----`, or `--`, its rules and `--`",
            "推論は `----`、または `--`、規則、`--` と書く",
        )

    def _hyphens(self) -> None:
        while self.text.startswith("-", self.at):
            self.at += 1
