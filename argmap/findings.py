"""From debate files to diagnostics: runs the checks, leaves out what is not wanted, honours silences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from argmap import loading
from argmap.checks import CHECKS, Case, Check, needs_verdicts
from argmap.config import Config
from argmap.diagnostics import Diagnostic, Rule, Severity, Words, in_order
from argmap.loading import DebateFile, Silence
from argmap.semantics import Analysis


def all_rules() -> tuple[Rule, ...]:
    """Every rule, of the text and of the checks, by code."""
    found = (*loading.RULES, *(check.rule for check in CHECKS.values()))
    return tuple(sorted(found, key=lambda rule: rule.code))


def find(
    files: Sequence[DebateFile],
    by_id: Mapping[str, DebateFile],
    analysis: Analysis,
    config: Config,
    today: date,
) -> tuple[Diagnostic, ...]:
    """Everything that is worth saying about debate files, by file and place.

    Checks of what stands and of sources are not run on a debate with errors: they would speak of half a debate.

    Args:
        files: the files as they were read.
        by_id: the files that the analysis knows, by the id of their debate.
        analysis: the verdicts over all debates.
        config: what to report, and whose side's gaps.
        today: the day on which commitments are overdue.
    """
    case = Case(analysis=analysis, files=dict(by_id), side=config.side, today=today)
    found = [diagnostic for file in files for diagnostic in file.diagnostics]
    found += _run((one for one in CHECKS.values() if not needs_verdicts(one.rule)), case, frozenset())
    later = (one for one in CHECKS.values() if needs_verdicts(one.rule) and config.wants(one.rule))
    broken = broken_files(found)
    found += _run(later, case, broken)
    wanted = [one for one in found if config.wants(one.rule)]
    silences = [silence for file in files for silence in file.silences]
    return in_order(_silenced(wanted, silences, config, broken))


def broken_files(diagnostics: Iterable[Diagnostic]) -> frozenset[str]:
    """The files that have errors."""
    return frozenset(one.span.file for one in diagnostics if one.severity is Severity.ERROR)


def _run(checks: Iterable[Check], case: Case, skipped: frozenset[str]) -> Iterator[Diagnostic]:
    for one in checks:
        for finding in one.find(case):
            file = case.files[finding.debate]
            if file.file not in skipped:
                yield file.diagnose(one.rule, finding)


def _silenced(
    diagnostics: Sequence[Diagnostic], silences: Sequence[Silence], config: Config, broken: frozenset[str]
) -> Iterator[Diagnostic]:
    """Diagnostics without the silenced ones, and what is wrong with the silences. Errors are never silenced."""
    used: set[tuple[Silence, str]] = set()
    by_line = {(silence.span.file, silence.span.line): silence for silence in silences}
    for one in diagnostics:
        silence = by_line.get((one.span.file, one.span.line))
        codes = silence.codes if silence and one.severity is not Severity.ERROR else ()
        hits = [code for code in codes if code in (one.rule.code, one.rule.slug)]
        if silence and hits:
            used.update((silence, code) for code in hits)
        else:
            yield one
    for silence in silences:
        if not silence.reason and config.wants(loading.NO_REASON):
            yield _about(
                silence, loading.NO_REASON, "a reason must stand behind the bracket", "括弧の後ろに理由を書く"
            )
        if not config.wants(loading.NO_EFFECT):
            continue
        for code in silence.codes:
            if (silence, code) not in used and _looked_at(code, config, broken=silence.span.file in broken):
                en, ja = f"`{code}` is not found on this line", f"この行に `{code}` の指摘はない"
                yield _about(silence, loading.NO_EFFECT, en, ja)


def _looked_at(code: str, config: Config, *, broken: bool) -> bool:
    """Whether this run would have found what a silence names; what is no rule at all cannot be found."""
    named = [rule for rule in all_rules() if code in (rule.code, rule.slug)]
    return all(config.wants(rule) and not (broken and needs_verdicts(rule)) for rule in named)


def _about(silence: Silence, rule: Rule, en: str, ja: str) -> Diagnostic:
    return Diagnostic(rule=rule, severity=rule.severity, message=Words(en=en, ja=ja), span=silence.span)
