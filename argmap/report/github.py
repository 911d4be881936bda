"""Annotations for GitHub Actions: workflow commands, one a line, that mark the lines of a pull request.

Format and escapes: GitHub Docs, "Workflow commands for GitHub Actions", and `@actions/core`, `command.ts`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from argmap.diagnostics import Diagnostic, Severity
from argmap.report import Manner

_COMMANDS: Mapping[Severity, str] = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.NOTE: "notice",
}
_IN_MESSAGE = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_IN_PROPERTY = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})


def findings(diagnostics: Sequence[Diagnostic], manner: Manner) -> str:
    """What `check` found, one workflow command a finding."""
    return "".join(f"{_command(one, manner)}\n" for one in diagnostics)


def _command(one: Diagnostic, manner: Manner) -> str:
    span = one.span
    properties = {"file": span.file, "line": span.line, "endLine": span.end_line}
    if span.line == span.end_line:  # columns are refused when a finding spans lines
        properties |= {"col": span.column, "endColumn": span.end_column}
    properties["title"] = f"{one.rule.code} {one.rule.slug}"
    listed = ",".join(f"{name}={str(value).translate(_IN_PROPERTY)}" for name, value in properties.items())
    said = [one.message.say(manner.lang), *([one.hint.say(manner.lang)] if one.hint else [])]
    message = "\n".join(said).translate(_IN_MESSAGE)
    return f"::{_COMMANDS[one.severity]} {listed}::{message}"
