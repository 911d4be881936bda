"""A quoted figure that the source gives differently.

The words of a `quote` are nearly in the file of the source, and what differs is a digit, a kanji numeral, 割, 半 or %.

A wrong figure is the first thing that is held against whoever uses it.

Look the figure up in the source, and copy it.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.checks import Case
from argmap.diagnostics import Finding, Severity, Words

SEVERITY = Severity.WARNING
NAME = Words(en="a figure that differs from its source", ja="出典と違う数字")


def find(case: Case) -> Iterator[Finding]:
    """Quotes that are nearly in the source file, but for a figure."""
    for quoted in case.quotes:
        match = quoted.match
        if match is not None and quoted.text is not None and quoted.changes_figure:
            source, line = quoted.ref.in_, quoted.text.line(match.start)
            yield Finding(
                debate=quoted.debate,
                at=quoted.at,
                message=Words(
                    en=f"a figure differs from the source `{source}`, which says: {match.found}",
                    ja=f"数字が出典 `{source}` と違う。出典では: {match.found}",
                ),
                hint=Words(en=f"line {line} of the source", ja=f"出典の {line} 行目"),
            )
