"""SARIF 2.1.0 (OASIS Standard), for code scanning and editors: the findings, and the rules that made them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from json import dumps
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from argmap import __version__
from argmap.diagnostics import Diagnostic, Lang, Rule, Severity
from argmap.report import Manner

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS: Mapping[Severity, str] = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.NOTE: "note",
}


def findings(diagnostics: Sequence[Diagnostic], manner: Manner) -> str:
    """What `check` found, as one run of one tool."""
    by_code = {one.rule.code: one.rule for one in diagnostics}
    rules = [by_code[code] for code in sorted(by_code)]
    places = {rule.code: place for place, rule in enumerate(rules)}
    run = {
        "tool": {
            "driver": {
                "name": "argmap",
                "version": __version__,
                "rules": [_rule(rule, manner.lang) for rule in rules],
            }
        },
        "columnKind": "unicodeCodePoints",
        "results": [_result(one, places[one.rule.code], manner.lang) for one in diagnostics],
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return dumps(log, ensure_ascii=False, indent=2) + "\n"


def _rule(rule: Rule, lang: Lang) -> dict[str, Any]:
    return {
        "id": rule.code,
        "name": rule.slug,
        "shortDescription": {"text": rule.name.say(lang)},
        "help": {"text": rule.manual, "markdown": rule.manual},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _result(one: Diagnostic, place: int, lang: Lang) -> dict[str, Any]:
    said = [one.message.say(lang), *([one.hint.say(lang)] if one.hint else [])]
    span = one.span
    region = {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
    }
    where = {"artifactLocation": {"uri": _uri(span.file)}, "region": region}
    return {
        "ruleId": one.rule.code,
        "ruleIndex": place,
        "level": _LEVELS[one.severity],
        "message": {"text": "\n".join(said)},
        "locations": [{"physicalLocation": where}],
    }


def _uri(file: str) -> str:
    """A file as a URI: absolute as `file:`, anything else relative to where argmap ran."""
    path = PurePath(file)
    return path.as_uri() if path.is_absolute() else quote(path.as_posix())
