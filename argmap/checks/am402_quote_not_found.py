"""A quote that is not in its source.

The words of a `quote` do not stand in the file of the source, not even nearly. White space, line ends, quotation
marks and the width of characters make no difference; a sentence that two columns cut in two is found.

Words that a source does not say must not be put into its mouth.

Copy the words from the source. If they come from another one, name that one in `source`.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.checks import Case
from argmap.diagnostics import Finding, Severity, Words

SEVERITY = Severity.WARNING
NAME = Words(en="a quote that is not in its source", ja="出典にない引用")


def find(case: Case) -> Iterator[Finding]:
    """Quotes that the source file does not hold."""
    for quoted in case.quotes:
        if quoted.match is not None and quoted.match.kind == "absent":
            source = quoted.ref.in_
            yield Finding(
                debate=quoted.debate,
                at=quoted.at,
                message=Words(
                    en=f"these words were not found in the source `{source}`",
                    ja=f"この引用は出典 `{source}` に見当たらない",
                ),
            )
