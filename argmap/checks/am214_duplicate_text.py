"""The same words twice.

Two statements, or two questions, of one party have the same text. Width of characters and white space make no
difference.

What is said against one of them is then missing at the other, and counts are wrong.

Keep one of the two and give it the relations of both, or say how they differ.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.checks import Case
from argmap.diagnostics import Finding, Severity, Words
from argmap.model import SECTIONS
from argmap.quotes import same_words

SEVERITY = Severity.WARNING
NAME = Words(en="the same words twice", ja="同じ文の重複")


def find(case: Case) -> Iterator[Finding]:
    """Texts that the same party has put forward under an earlier id."""
    for debate in case.analysis.graph.debates:
        first: dict[tuple[str | None, bool, str], str] = {}
        for section in SECTIONS:
            for local, said in getattr(debate, section).items():
                earlier = first.setdefault((said.by, section == "questions", same_words(said.text)), local)
                if earlier != local:
                    yield Finding(
                        debate=debate.id,
                        at=(section, local, "text"),
                        message=Words(
                            en=f"`{local}` has the same text as `{earlier}`",
                            ja=f"`{local}` は `{earlier}` と同じ文",
                        ),
                    )
