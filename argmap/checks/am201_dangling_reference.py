"""A reference that leads to nothing.

A statement or question refers to an id that no statement (or, for `answers`, no question) of the debate has.

A relation to nothing is a relation that does not exist: the rebuttal would weigh against nobody, and nothing on the
map would show that it is missing.

Mend the id; the message names the nearest one. `rebuts`, `supports`, `backs` and `about` name statements, `answers`
names questions, and a statement of another file is written `other-debate#id`.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from argmap.checks import Case
from argmap.diagnostics import Finding, Severity, Words
from argmap.graph import Dangling
from argmap.loading import Nearest
from argmap.model import Debate

SEVERITY = Severity.ERROR
NAME = Words(en="a reference that leads to nothing", ja="参照先がない")

_STATEMENTS = ("claims", "rebuttals", "evidence")
_KINDS = {
    "questions": Words(en="a question", ja="質問"),
    "parties": Words(en="a party", ja="発言者"),
    "groups": Words(en="a group", ja="件名"),
    "sources": Words(en="a source", ja="出典"),
}
_A_STATEMENT = Words(en="a statement", ja="発言")


def find(case: Case) -> Iterator[Finding]:
    """References to ids that the debate lacks, or that are of another kind."""

    @cache
    def nearest(debate: str, wanted: str) -> Nearest:
        return Nearest(_ids(case.files[debate].debate, wanted))

    for miss in case.analysis.graph.dangling:
        other, _, local = miss.reference.rpartition("#")
        debate = other or miss.debate
        if miss.wanted == "step" or debate not in case.files:
            continue
        sections = _STATEMENTS if miss.wanted == "statement" else ("questions",)
        if not case.files[debate].lost(local, *sections):
            hint = _elsewhere(case, miss, local) or nearest(debate, miss.wanted).hint(local)
            yield Finding(
                debate=miss.debate,
                at=miss.at,
                message=_message(case.files[debate].debate, miss, local),
                hint=hint,
            )


def _ids(debate: Debate, wanted: str) -> list[str]:
    if wanted == "question":
        return list(debate.questions)
    return [local for local, _ in debate.statements()]


def _message(debate: Debate, miss: Dangling, local: str) -> Words:
    wanted = _A_STATEMENT if miss.wanted == "statement" else _KINDS["questions"]
    found = _kind(debate, local)
    if found:
        return Words(
            en=f"`{miss.reference}` is {found.en}; {wanted.en} is wanted here",
            ja=f"`{miss.reference}` は{found.ja}であり、ここに書けるのは{wanted.ja}の ID",
        )
    what = wanted.en.removeprefix("a ")
    return Words(
        en=f"no {what} has the id `{miss.reference}`", ja=f"ID が `{miss.reference}` の{wanted.ja}はない"
    )


def _kind(debate: Debate, local: str) -> Words | None:
    if any(local in getattr(debate, section) for section in _STATEMENTS):
        return _A_STATEMENT
    return next((kind for section, kind in _KINDS.items() if local in getattr(debate, section)), None)


def _elsewhere(case: Case, miss: Dangling, local: str) -> Words | None:
    """The same id in another debate."""
    keys = case.analysis.graph.answers if miss.wanted == "question" else case.analysis.graph.number
    for debate in case.files:
        if f"{debate}#{local}" in keys:
            return Words(en=f"did you mean `{debate}#{local}`?", ja=f"`{debate}#{local}` のことか")
    return None
