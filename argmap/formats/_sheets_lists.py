"""Several links in one cell: `a; b`, `a with c, d`, `a -> b`, `a (partial, candidate)`.

Items are parted by `;` or a new line. A reference with other signs than letters, digits, `-`, `#` and a few more
stands in double quotation marks, which are doubled inside.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from argmap.diagnostics import Lang, Words
from argmap.formats._sheets import chosen, hinted, plain
from argmap.formats._sheets_tables import EXTENTS, REVIEWS
from argmap.loading import Nearest
from argmap.loading.write import Data
from argmap.model import LINKS, Answer, Link, Support, Undercut

_WITH = "with"
_TOKEN = re.compile(
    r"""(?x) "(?P<quoted>(?:[^"]|"")*)" | (?P<to>->|→|⇒) | (?P<end>[;；\n]) | (?P<comma>[,，、])
    | (?P<open>[(（]) | (?P<close>[)）]) | (?P<word>(?:(?!->)[^\s;；,，、()（）"→⇒])+) | (?P<odd>")
    """
)
_BARE = re.compile(r"""(?:(?!->)[^\s;；,，、()（）"→⇒])+""")
_EMPTY = ("", "")


class UnreadableCellError(ValueError):
    """A cell that does not say what its column wants; `words` says why."""

    def __init__(self, words: Words) -> None:
        self.words = words
        super().__init__(words.en)


def written(links: Iterable[str | Link | Undercut | Answer], lang: Lang) -> str:
    """Links, or plain references, as a cell; the words in brackets are in a language."""
    return "; ".join(_item(link, lang) for link in links)


def _item(link: str | Link | Undercut | Answer, lang: Lang) -> str:
    if isinstance(link, str):
        return _reference(link)
    marks = [REVIEWS[link.review].say(lang)] if link.review else []
    if isinstance(link, Undercut):
        text = _reference(link.from_) + (f" -> {_reference(link.to)}" if link.to else "")
    elif isinstance(link, Answer):
        text = _reference(link.question)
        marks = [EXTENTS[link.extent].say(lang), *marks] if link.extent != "full" else marks
    else:
        text = _reference(link.to)
    if isinstance(link, Support) and link.with_:
        text += f" {_WITH} {', '.join(map(_reference, link.with_))}"
    return f"{text} ({', '.join(marks)})" if marks else text


def _reference(text: str) -> str:
    if _BARE.fullmatch(text):
        return text
    doubled = text.replace('"', '""')
    return f'"{doubled}"'


def read(text: str, key: str) -> list[Data]:
    """The links in a cell, as the debate file has them.

    Raises:
        UnreadableCellError: the cell is no list of links of this key.
    """
    return [item for tokens in _parts(text) for item in _Item(tokens, key).links()]


def _parts(text: str) -> Iterator[list[tuple[str, str]]]:
    """The tokens of each item: what kind, and the text."""
    tokens: list[tuple[str, str]] = []
    for found in _TOKEN.finditer(text):
        kind = found.lastgroup or ""
        if kind == "odd":
            raise UnreadableCellError(_OPEN)
        if kind == "quoted":
            tokens.append(("word", found["quoted"].replace('""', '"')))
        elif kind != "end":
            tokens.append((kind, found[0]))
        elif tokens:
            yield tokens
            tokens = []
    if tokens:
        yield tokens


class _Item:
    """Reads one item of a list from its tokens."""

    def __init__(self, tokens: list[tuple[str, str]], key: str) -> None:
        self._tokens = tokens[::-1]
        self._key = key

    def links(self) -> Iterator[Data]:
        """The link; or several without more, parted by commas."""
        while True:
            yield self._link()
            if not self._tokens:
                return
            self._take("comma")
            if not self._tokens:
                return

    def _link(self) -> Data:
        link: dict[str, Data] = {LINKS.get(self._key, ""): self._take("word")}
        if self._key == "undercuts" and self._next("to"):
            link["to"] = self._take("word")
        if self._key == "supports" and self._tokens and self._tokens[-1] == ("word", _WITH):
            self._tokens.pop()
            link["with"] = self._words()
        if self._key in LINKS and self._next("open"):
            self._marks(link)
        return link if self._key in LINKS else link[""]

    def _words(self) -> list[Data]:
        words: list[Data] = [self._take("word")]
        while self._next("comma"):
            words.append(self._take("word"))
        return words

    def _marks(self, link: dict[str, Data]) -> None:
        marks = {"review": REVIEWS, **({"extent": EXTENTS} if self._key == "answers" else {})}
        while True:
            name, value = _mark(marks, self._take("word"))
            link[name] = value
            if not self._next("comma"):
                break
        self._take("close")

    def _next(self, kind: str) -> bool:
        """Whether the next token is of a kind; then it is passed."""
        found = bool(self._tokens) and self._tokens[-1][0] == kind
        if found:
            self._tokens.pop()
        return found

    def _take(self, kind: str) -> str:
        found, text = self._tokens.pop() if self._tokens else _EMPTY
        if found == kind:
            return text
        if not found:
            raise UnreadableCellError(_CUT)
        message = Words(en=f"`{text}` is not expected here", ja=f"ここに `{text}` は書けない")
        raise UnreadableCellError(hinted(message, _FORM))


_OPEN = Words(en="a quotation mark is not closed", ja="引用符が閉じていない")
_CUT = Words(en="the last item is not complete", ja="最後の項目が途中で終わっている")
_FORM = Words(en="items are parted by `;`, ids have no spaces", ja="項目は `;` で区切る。ID に空白は使えない")


def _mark(marks: Mapping[str, Mapping[str, Words]], typed: str) -> tuple[str, str]:
    """What a word in brackets means: the key and its value."""
    for name, words in marks.items():
        value = chosen(words, typed)
        if value in words:
            return name, value
    known = [name for words in marks.values() for both in words.values() for name in (both.en, both.ja)]
    listed = ", ".join(known)
    message = Words(
        en=f"`{typed}` in brackets is none of {listed}", ja=f"括弧の中の `{typed}` は {listed} のどれでもない"
    )
    raise UnreadableCellError(hinted(message, Nearest(known).hint(plain(typed))))
