"""Words in 「」 that one turn takes from another: exactly, nearly, or not from there at all."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from argmap.drafting.values import DraftQuote, Turn
from argmap.quotes import SourceText

_QUOTE = re.compile(r"「([^「」]{2,120})」(?=(.{0,12}))|『([^『』]{2,120})』(?=(.{0,12}))")
_ASCRIBED = re.compile(
    r"^(?:」|など)?(?:と|との|という|といった)(?:、|の)?(?:[ご御]?答弁|回答|[ご御]?説明|こと|おっしゃ|言|述べ|答え|発言|主張|見解|認識)"
)


def quotes_in(text: str) -> tuple[str, ...]:
    """The words in 「」 or 『』 of a sentence."""
    return tuple(found[1] or found[3] for found in _QUOTE.finditer(text))


def check(turn: Turn, before: Sequence[Turn]) -> Iterator[DraftQuote]:
    """Whether the turns before say what a turn quotes.

    A criticism answers for all its quotes; a question only for those that it ascribes to somebody, or that are found.
    """
    quoting = [
        (found[1] or found[3], found[2] or found[4] or "")
        for s in turn.sentences
        for found in _QUOTE.finditer(s.text)
    ]
    if not quoting or not before:
        return
    source = SourceText("\n".join(sentence.text for one in before for sentence in one.sentences))
    for words, behind in dict.fromkeys(quoting):
        match = source.find(words)
        if match.kind != "absent" or turn.role == "criticism" or _ASCRIBED.match(behind):
            yield DraftQuote(text=words, turn=turn.id, match=match.kind, found=match.found)
