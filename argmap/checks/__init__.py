"""The checks: what is worth a person's attention in debates that can be read. One check a file.

A check is a module with a docstring (its manual page: what, why it matters, what to do; the first line names it in
English), `NAME` (the same in both languages), `SEVERITY`, and one function `find(case)` that yields findings. Its
file name gives its code and slug: `am301_unrebutted_claim.py` is `AM301 unrebutted-claim`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from inspect import getdoc
from types import ModuleType

from argmap.diagnostics import Finding, Path, Rule
from argmap.loading import DebateFile
from argmap.loading.sources import Quoted, look_up
from argmap.model import SECTIONS, Statement
from argmap.registry import Registry
from argmap.semantics import Analysis, Verdict

_SECTION = {kind.role: section for section, kind in SECTIONS.items() if issubclass(kind, Statement)}


@dataclass(frozen=True, kw_only=True)
class Case:
    """What a check looks at.

    Attributes:
        analysis: the debates with their verdicts.
        files: the debate files by debate id, for the quotes' sources.
        side: whose gaps are looked for.
        today: the day on which commitments are due or overdue.
    """

    analysis: Analysis
    files: dict[str, DebateFile]
    side: str
    today: date

    @cached_property
    def quotes(self) -> tuple[Quoted, ...]:
        """Every quote from a source that names a file, looked up in it."""
        return tuple(look_up(self.files.values()))

    def target(self, debate: str, reference: str) -> Verdict | None:
        """The statement that a reference in a debate means, if there is one."""
        key = reference if "#" in reference else f"{debate}#{reference}"
        number = self.analysis.graph.number.get(key)
        return None if number is None else self.analysis.verdicts[number]

    def name(self, number: int, debate: str) -> str:
        """A statement's id as somebody in a debate writes it."""
        return self.analysis.graph.name(number, debate)


def place(verdict: Verdict, *within: str | int) -> Path:
    """Where a statement stands in its debate file, or something within it."""
    return (_SECTION[verdict.statement.role], verdict.id, *within)


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """A rule and the function that finds its violations."""

    rule: Rule
    find: Callable[[Case], Iterable[Finding]]


def needs_verdicts(rule: Rule) -> bool:
    """Whether a rule speaks of what stands or of sources, which means nothing in a debate with errors."""
    return rule.code >= "AM3"


def _code(file: str) -> str:
    return file.partition("_")[0].upper()


def _describe(file: str, module: ModuleType) -> Check:
    slug = file.partition("_")[2]
    rule = Rule(
        code=_code(file),
        slug=slug.replace("_", "-"),
        severity=module.SEVERITY,
        name=module.NAME,
        manual=(getdoc(module) or "").partition("\n\n")[2] + "\n",
    )
    return Check(rule=rule, find=module.find)


CHECKS: Registry[Check] = Registry("argmap.checks", _code, _describe)
"""Every check by code."""
