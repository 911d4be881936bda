"""An id used twice.

Two of the claims, rebuttals, evidence and questions have the same id. They share one name space, because a reference
names an id without its section.

A reference to that id could mean either.

Rename one of the two, and what refers to it.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.checks import Case
from argmap.diagnostics import Finding, Severity, Words
from argmap.model import SECTIONS

SEVERITY = Severity.ERROR
NAME = Words(en="an id used twice", ja="ID の重複")


def find(case: Case) -> Iterator[Finding]:
    """Ids that an earlier section of the debate has too."""
    for file in case.files.values():
        first: dict[str, str] = {}
        for section in SECTIONS:
            for local in getattr(file.debate, section):
                earlier = first.setdefault(local, section)
                if earlier != section:
                    line = file.locate((earlier, local), key=True).line
                    yield Finding(
                        debate=file.debate.id,
                        at=(section, local),
                        message=Words(
                            en=f"the id `{local}` stands already under `{earlier}` in line {line}",
                            ja=f"ID `{local}` は {line} 行目の `{earlier}` にもある",
                        ),
                        key=True,
                    )
