"""The same reference twice in one list.

A list such as `rebuts` names the same thing twice.

It counts once. Often the second one was to be another id, and that relation is missing.

Delete the second, or write the id that was meant.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from argmap.checks import Case
from argmap.diagnostics import Finding, Severity, Words
from argmap.model import SECTIONS, Answer, Link, Undercut

SEVERITY = Severity.WARNING
NAME = Words(en="the same reference twice in one list", ja="同じ参照の重複")

_LISTS = ("rebuts", "undercuts", "supports", "answers", "backs", "about")


def find(case: Case) -> Iterator[Finding]:
    """List entries that repeat an earlier one."""
    for debate in case.analysis.graph.debates:
        for section, model in SECTIONS.items():
            keys = [key for key in _LISTS if key in model.model_fields]
            for local, said in getattr(debate, section).items():
                for key in keys:
                    for position in _repeated(getattr(said, key)):
                        yield Finding(
                            debate=debate.id,
                            at=(section, local, key, position),
                            message=Words(
                                en=f"`{key}` names the same thing twice",
                                ja=f"`{key}` に同じものが二度書かれている",
                            ),
                        )


def _repeated(entries: Sequence[object]) -> Iterator[int]:
    if len(entries) < 2:  # noqa: PLR2004 - one alone repeats nothing, and that is the rule
        return
    seen: set[object] = set()
    for position, entry in enumerate(entries):
        same = _meant(entry)
        if same in seen:
            yield position
        seen.add(same)


def _meant(entry: object) -> object:
    """What an entry refers to, whoever has confirmed it."""
    if isinstance(entry, Answer):
        return entry.question
    return entry.model_copy(update={"review": None}) if isinstance(entry, Link | Undercut) else entry
