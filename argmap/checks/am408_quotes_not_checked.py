"""Quotes that could not be checked.

A source has a `file`, but it is not there, or is no plain text (UTF-8, EUC-JP or Shift_JIS of at most 16 MB); its
quotes were not looked up. The path is relative to the debate file; an absolute one is not followed.

Nothing is wrong with a debate whose source cannot be passed on. But a slip in the path looks just the same, and then
no quote is ever checked.

Mend the path, or put the file there. Where that cannot be, silence the finding with the reason.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from argmap.checks import Case
from argmap.diagnostics import Finding, Severity, Words

SEVERITY = Severity.NOTE
NAME = Words(en="quotes that could not be checked", ja="照合できない引用")


def find(case: Case) -> Iterator[Finding]:
    """One finding for each source whose file cannot be read, if something is quoted from it."""
    unread = Counter((quoted.debate, quoted.ref.in_) for quoted in case.quotes if quoted.text is None)
    for (debate, source), count in unread.items():
        number = "1 quote was" if count == 1 else f"{count} quotes were"
        yield Finding(
            debate=debate,
            at=("sources", source, "file"),
            message=Words(
                en=f"the file of `{source}` is not there, or is no plain text: {number} not checked",
                ja=f"`{source}` のファイルがないか、テキストではないため、引用 {count} 件を照合していない",
            ),
        )
