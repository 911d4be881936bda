"""Argdown, the text format of argdown.org for debates.

Statements, arguments and premise-conclusion structures with their relations, as `@argdown/core` 1.7.5 reads them.
argmap writes what Argdown has no words for (who speaks, sources, questions…) as data, so that nothing is lost on the
way back; Argdown's own tools read the file all the same. Specification: argdown.org, “The Syntax”.
"""

from __future__ import annotations

import re

from argmap.formats import Exported, Feature, Given, Imported, Note
from argmap.formats._features import lost_in
from argmap.formats._text import decode
from argmap.model import Debate

NAME = "Argdown"
SUFFIX = ".argdown"
READS = WRITES = frozenset(Feature)

_SIGNS = re.compile(
    r"""(?mx) ^===+[^\n]*\n (?s:.*?) ^===   # front matter
    | ^[ \t]*\[[^\]\n]+\]:[ \t]+\S          # [title]: text
    | ^[ \t]*<[^<>!?/\s][^<>\n]*>(?::|[ \t]*$)     # <title>
    | ^[ \t]+(?:<?[+-]|<?_|[+_-]>|><)[ ][^\n]*[\[<]
    """
)
_LOOKED_AT = 100_000
_SUFFIXES = (".argdown", ".ad")


def recognises(given: Given) -> bool:
    """Whether a file calls itself Argdown, or holds a title in brackets or a relation to one."""
    if given.name.lower().endswith(_SUFFIXES):
        return True
    if given.data[:64].lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"{", b"") or b"\0" in given.data[:1000]:
        return False
    text = given.data[:_LOOKED_AT].decode("utf-8", "ignore").replace("\r\n", "\n")
    return not text.lstrip("\ufeff \t\n").startswith(("<?", "<!DOCTYPE", "<html")) and bool(
        _SIGNS.search(text)
    )


def read(given: Given) -> Imported:
    """The debate that an Argdown file maps, with the files that it includes."""
    from argmap.formats._argdown_build import read as read_document
    from argmap.formats._argdown_debate import debate_of
    from argmap.formats._argdown_source import Source

    text, notes = decode(given)
    if text is None:
        return Imported(debate=None, faults=notes)
    source = Source(given, text)
    document = read_document(source.text)
    faults = [Note(message=message, at=source.place(at)) for at, message in document.faults]
    debate, lost = debate_of(document, source.place)
    return Imported(debate=debate, lost=lost, faults=(*notes, *source.faults, *faults))


def write(debate: Debate) -> Exported:
    """The debate as Argdown."""
    from argmap.formats._argdown_write import spell

    return Exported(data=spell(debate).encode(), lost=lost_in(debate, WRITES))
