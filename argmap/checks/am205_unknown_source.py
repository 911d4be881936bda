"""A source that the debate does not list.

A `source:` whose id does not stand under `sources:`.

Evidence counts because it names a source. When the source is not listed, nobody can look it up.

Mend the id, or add the source with its title, date, and file or address.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.checks import Case
from argmap.diagnostics import Finding, Severity, Words
from argmap.loading import Nearest
from argmap.loading.sources import references

SEVERITY = Severity.ERROR
NAME = Words(en="a source that the debate does not list", ja="一覧にない出典")


def find(case: Case) -> Iterator[Finding]:
    """Every `source` that names no source."""
    for file in case.files.values():
        sources = file.debate.sources
        nearest = Nearest(sources)
        for at, ref in references(file.debate):
            if ref.in_ not in sources and not file.lost(ref.in_, "sources"):
                yield Finding(
                    debate=file.debate.id,
                    at=(*at, "in"),
                    message=Words(
                        en=f"no source has the id `{ref.in_}`", ja=f"ID が `{ref.in_}` の出典はない"
                    ),
                    hint=nearest.hint(ref.in_),
                )
