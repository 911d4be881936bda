"""Findings for machines of others: GitHub annotations and SARIF."""

from __future__ import annotations

import json
from typing import Any

import pytest

from argmap import __version__
from argmap.diagnostics import Severity, Words
from argmap.report import Manner
from argmap.report.github import findings as commands
from argmap.report.sarif import findings as sarif
from tests.report_debates import ERROR, RULE, finding

EN = Manner()


def log(*found: Any) -> Any:  # noqa: ANN401 - JSON
    return json.loads(sarif(found, EN))


def test_an_annotation_marks_the_place() -> None:
    hint = Words(en="did you mean `text`?", ja="")
    assert commands([finding(ERROR, hint=hint)], EN) == (
        "::error file=claims/midori.yaml,line=3,endLine=3,col=5,endColumn=9,title=AM106 unknown-key"
        "::no rebuttal was found%0Adid you mean `text`?\n"
    )


@pytest.mark.parametrize(
    ("severity", "command"), [("error", "error"), ("warning", "warning"), ("note", "notice")]
)
def test_every_severity_has_its_command(severity: str, command: str) -> None:
    assert commands([finding(severity=Severity(severity))], EN).startswith(f"::{command} ")


def test_columns_are_left_out_where_lines_differ() -> None:
    assert "col" not in commands([finding(end_line=4)], EN).lower()


def test_no_text_ends_a_command_or_starts_another() -> None:
    words = Words(en="100%\r\n::error::x", ja="")
    text = commands([finding(file="a,b:c%\n.yaml", message=words)], EN)
    assert text.splitlines() == [text.rstrip("\n")]
    assert "file=a%2Cb%3Ac%25%0A.yaml," in text
    assert text.endswith("::100%25%0D%0A::error::x\n")


def test_nothing_found_is_nothing_said() -> None:
    assert commands([], EN) == ""


def test_sarif_has_the_rules_and_the_results() -> None:
    run = log(finding(), finding(ERROR))["runs"][0]
    driver = run["tool"]["driver"]
    assert (driver["name"], driver["version"]) == ("argmap", __version__)
    assert [rule["id"] for rule in driver["rules"]] == ["AM106", "AM301"]
    assert driver["rules"][1] == {
        "id": "AM301",
        "name": "unrebutted-claim",
        "shortDescription": {"text": "a claim that nobody has rebutted"},
        "help": {"text": RULE.manual, "markdown": RULE.manual},
        "defaultConfiguration": {"level": "note"},
    }
    assert run["columnKind"] == "unicodeCodePoints"
    assert run["results"][0] == {
        "ruleId": "AM301",
        "ruleIndex": 1,
        "level": "note",
        "message": {"text": "no rebuttal was found"},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": "claims/midori.yaml"},
                    "region": {"startLine": 3, "startColumn": 5, "endLine": 3, "endColumn": 9},
                }
            }
        ],
    }


def test_sarif_names_version_and_schema() -> None:
    data = log()
    assert (data["version"], data["runs"][0]["results"]) == ("2.1.0", [])
    assert data["$schema"].endswith("sarif-schema-2.1.0.json")


def test_every_result_points_at_its_rule() -> None:
    run = log(finding(), finding(ERROR), finding(severity=Severity.WARNING))["runs"][0]
    for result in run["results"]:
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
    assert [result["level"] for result in run["results"]] == ["note", "error", "warning"]


@pytest.mark.parametrize(
    ("file", "uri"),
    [
        ("claims/給食 1.yaml", "claims/%E7%B5%A6%E9%A3%9F%201.yaml"),
        ("/tmp/a b.yaml", "file:///tmp/a%20b.yaml"),  # noqa: S108 - only a name
        ("<stdin>", "%3Cstdin%3E"),
    ],
)
def test_a_file_is_a_uri(file: str, uri: str) -> None:
    place = log(finding(file=file))["runs"][0]["results"][0]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == uri


def test_a_hint_follows_the_message() -> None:
    result = log(finding(hint=Words(en="look there", ja="")))["runs"][0]["results"][0]
    assert result["message"]["text"] == "no rebuttal was found\nlook there"
