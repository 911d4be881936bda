"""A party that the debate does not list.

A `by:` whose id does not stand under `parties:`.

A misspelt party is one party more: its claims belong to no side, so they are missing wherever the side's gaps are
looked for.

Mend the id, or add the party with its name and side.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.checks import Case
from argmap.diagnostics import Finding, Severity, Words
from argmap.loading import Nearest
from argmap.model import SECTIONS

SEVERITY = Severity.ERROR
NAME = Words(en="a party that the debate does not list", ja="一覧にない発言者")


def find(case: Case) -> Iterator[Finding]:
    """Every `by` that names no party."""
    for file in case.files.values():
        parties = file.debate.parties
        nearest = Nearest(parties)
        for section in SECTIONS:
            for local, said in getattr(file.debate, section).items():
                if said.by is not None and said.by not in parties and not file.lost(said.by, "parties"):
                    yield Finding(
                        debate=file.debate.id,
                        at=(section, local, "by"),
                        message=Words(
                            en=f"no party has the id `{said.by}`", ja=f"ID が `{said.by}` の発言者はいない"
                        ),
                        hint=nearest.hint(said.by),
                    )
