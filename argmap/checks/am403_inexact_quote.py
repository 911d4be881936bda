"""A quote that differs from its source.

The words of a `quote` stand in the file of the source, but a few characters differ (at most one in five, where kana
and Latin letters count half). Where a figure differs it is AM409.

A slightly wrong quote is soon held against whoever uses it. The message says what differs, and where.

Copy the words from the source; if the source misprints them, quote a part that is right.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.checks import Case
from argmap.diagnostics import Finding, Severity, Words

SEVERITY = Severity.NOTE
NAME = Words(en="a quote that differs from its source", ja="出典と少し違う引用")


def find(case: Case) -> Iterator[Finding]:
    """Quotes that are nearly in the source file, their figures unchanged."""
    for quoted in case.quotes:
        match = quoted.match
        if match is None or match.differs is None or quoted.text is None or quoted.changes_figure:
            continue
        source = quoted.ref.in_
        line = quoted.text.line(match.start)
        yield Finding(
            debate=quoted.debate,
            at=quoted.at,
            message=Words(
                en=f"the source `{source}` says it differently: {match.differs.en}",
                ja=f"出典 `{source}` と違う: {match.differs.ja}",
            ),
            hint=Words(
                en=f"line {line} of the source: {match.found}", ja=f"出典の {line} 行目: {match.found}"
            ),
        )
