"""JSON: the contract that other programs rely on."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from argmap import pipeline
from argmap.model import Link
from argmap.report import Manner
from argmap.report.html.data import PageData, PageStatement, PageStep
from argmap.report.html.index_data import index_data
from argmap.report.json import findings, questions, rules, schema, status, why
from argmap.semantics import Label, Status
from tests.report_debates import ERROR, ROOT, RULE, analysed, asked, debate, finding, hostile, midori, shipped

JA = Manner(lang="ja")
SCHEMAS = pipeline.schemas()


def valid(name: str, text: str) -> Any:  # noqa: ANN401 - JSON
    """The data of a report that ends with a new line and keeps to its schema."""
    assert text.endswith("}\n")
    data = json.loads(text)
    Draft202012Validator(json.loads(schema(name))).validate(data)
    assert data["format"] == f"argmap-{name}/1"
    return data


def test_status_keeps_the_contract() -> None:
    analysis, debates = shipped()
    data = valid("status", status(analysis, debates, [], JA))
    assert list(data) == ["format", "lang", "side", "debates", "diagnostics"]
    first = data["debates"][0]
    assert (first["id"], first["title"]) == ("mynumber-insurance-card", "健康保険証の廃止とマイナ保険証")
    assert first["counts"] == {"unrebutted": 5, "challenged": 3, "rebutted": 2}
    by_id = {one["id"]: one for one in first["statements"]}
    assert by_id["encryption"] == {
        "id": "encryption",
        "role": "claim",
        "by": "city",
        "side": "government",
        "group": "privacy",
        "text": "データを暗号化し、不正なアクセスを防いでいる",
        "status": "challenged",
        "asserted": "out",
        "backed": "in",
        "attacked_by": ["measures-do-not-protect", "theft-presumed"],
        "rebutted_by": ["measures-do-not-protect", "theft-presumed"],
        "undercut_by": ["theft-presumed"],
        "evidence": [],
        "why": analysis.why("encryption").text("ja"),
        "passage": {
            "quote": "国はデータの暗号化",
            "source": "議員のニュースレター（2024年12月）",
            "at": "答弁",
            "date": "2024-12",
        },
    }
    assert len(by_id["leaks-happen"]["evidence"]) == 9
    asked_of = {one["id"]: one for one in first["questions"]}
    assert (asked_of["q-notice"]["status"], asked_of["q-notice"]["answered_by"]) == ("unanswered", [])
    assert asked_of["q-lost-card"]["answered_by"] == ["transition-certificate"]
    assert first["question_counts"] == {"answered": 4, "partial": 4, "evasive": 1, "unanswered": 5}


def test_status_of_the_other_side() -> None:
    given = midori()
    data = valid("status", status(analysed(given), [given], [finding(ERROR)], Manner(side="councilor")))
    assert (data["side"], data["debates"][0]["counts"]) == ("councilor", {})
    assert data["diagnostics"][0]["code"] == "AM106"


def test_references_into_another_debate_are_written_in_full() -> None:
    one, two = midori(), hostile()
    joined = two.model_copy(
        update={
            "rebuttals": {"r": two.rebuttals["r"].model_copy(update={"rebuts": (Link(to="midori#free"),)})}
        }
    )
    data = valid("status", status(analysed(one, joined), [one], [], JA))
    by_id = {each["id"]: each for each in data["debates"][0]["statements"]}
    assert by_id["free"]["attacked_by"] == ["hostile#r"]


def test_findings_with_their_place() -> None:
    data = valid("check", findings([finding(), finding(ERROR)], JA))
    assert data["counts"] == {"error": 1, "warning": 0, "note": 1}
    assert data["diagnostics"][0] == {
        "file": "claims/midori.yaml",
        "line": 3,
        "column": 5,
        "end_line": 3,
        "end_column": 9,
        "severity": "note",
        "code": "AM301",
        "slug": "unrebutted-claim",
        "message": "反論が見当たらない",
        "hint": None,
    }


def test_questions_with_their_passage() -> None:
    given = midori()
    analysis = analysed(given)
    data = valid("questions", questions([given], asked(analysis, [given]), JA))
    by_id = {one["about"]: one for one in data["questions"]}
    assert by_id["local"]["passage"]["quote"] == "地元の野菜を３割"
    assert by_id["q-staff"]["passage"] is None
    assert (by_id["due"]["to"], by_id["due"]["group_title"]) == ("町長", "費用")


def test_why_says_what_decides() -> None:
    analysis, debates = shipped()
    keys = [f"{debates[0].id}#{name}" for name in ("access-prevented", "q-lost-card")]
    claim, question = valid("why", why(analysis, keys, JA))["explanations"]
    assert claim["status"] == "rebutted"
    assert claim["deciding"][0] == "leaks-happen"
    assert len(claim["reasons"]) == 2
    assert (question["status"], question["deciding"]) == ("partial", ["transition-certificate"])


def test_rules_with_their_manual() -> None:
    data = valid("rules", rules([ERROR, RULE], JA))
    assert [one["code"] for one in data["rules"]] == ["AM106", "AM301"]
    assert data["rules"][1]["name"] == "反論のない主張"


def test_hostile_texts_come_back_as_they_were() -> None:
    given = hostile()
    data = valid("status", status(analysed(given), [given], [], JA))
    assert data["debates"][0]["statements"][0]["text"] == given.claims["x"].text


@pytest.mark.parametrize("name", SCHEMAS)
def test_the_committed_schemas_are_those_of_the_code(name: str) -> None:
    committed = ROOT / "schema" / f"{name}.schema.json"
    assert committed.read_text(encoding="utf-8") == SCHEMAS[name]
    Draft202012Validator.check_schema(json.loads(SCHEMAS[name]))


def test_no_schema_is_left_over() -> None:
    assert {file.name for file in Path(ROOT, "schema").iterdir()} == {
        f"{name}.schema.json" for name in SCHEMAS
    }


def test_a_status_outside_the_list_breaks_the_contract() -> None:
    given = midori()
    data = json.loads(status(analysed(given), [given], [], JA))
    data["debates"][0]["statements"][0]["status"] = "true"
    assert not Draft202012Validator(json.loads(schema("status"))).is_valid(data)


def test_the_data_of_a_page_is_short_and_strict() -> None:
    said = {"status": Status.UNREBUTTED, "asserted": Label.IN, "backed": Label.IN, "force": Label.OUT}
    given = PageData(
        format="argmap-page/1",
        debate="d",
        title="D",
        lang="en",
        spoken="ja",
        side="government",
        parties=(),
        groups=(),
        sources=(),
        statements=tuple(PageStatement(id=one, text=one, role="claim", **said) for one in ("a", "b")),
        questions=(),
        rebuts=((0, 1),),
        steps=(PageStep(premises=(0,), conclusion=1),),
        backs=(),
        follow_ups=(),
        walk=("a", "b"),
        statuses={},
        words={},
    )
    data = given.model_dump(mode="json", exclude_defaults=True)
    page = Draft202012Validator(json.loads(SCHEMAS["page"]))
    page.validate(data)
    assert data["statements"][0] == {
        "id": "a",
        "text": "a",
        "role": "claim",
        "status": "unrebutted",
        "force": "out",
    }
    assert not page.is_valid({name: value for name, value in data.items() if name != "format"})
    assert not page.is_valid({**data, "secret": "x"})
    assert not page.is_valid({**data, "rebuts": [[0, 1, 0]]})
    assert not page.is_valid({**data, "statements": [{**data["statements"][0], "status": "true"}]})


def test_the_data_of_the_page_over_all_debates_keeps_the_contract() -> None:
    given = (midori(), hostile())
    known = index_data(analysed(*given), given, {"midori": ["midori/map.html"]}, "ja")
    data = known.model_dump(mode="json", exclude_defaults=True)
    index = Draft202012Validator(json.loads(SCHEMAS["index"]))
    index.validate(data)
    assert data["format"] == "argmap-index/1"
    assert not index.is_valid({**data, "secret": "x"})
    assert not index.is_valid({**data, "debates": [{**data["debates"][0], "said": [{"id": "a"}]}]})


def test_a_question_carries_all_that_is_needed_to_ask_it() -> None:
    given = debate(
        claims={"x": {"text": "橋を直せば安全になる", "by": "town", "scheme": "means-to-end"}},
        rebuttals={"r": {"text": "直しても効果はない", "by": "member", "rebuts": ["x"]}},
    )
    analysis = analysed(given)
    data = valid("questions", questions([given], asked(analysis, [given]), JA))
    kinds = {one["kind"]: one for one in data["questions"]}
    critical, lacking = kinds["critical-question"], kinds["rebuttal-without-evidence"]
    assert critical["scheme"]["slug"] == "means-to-end"
    assert critical["scheme"]["suggested_by"] is None
    assert any(one["covered_by"] == ["r"] for one in critical["scheme"]["questions"])
    assert set(critical["then"]) == {"yes", "no", "later"}
    assert {one["id"] for one in critical["rests_on"]} == {"x", "r"}
    assert (critical["look"], critical["decision"]) == (None, None)
    assert "情報公開請求" in lacking["look"]
    assert data["seconds"] == sum(one["seconds"] for one in data["questions"])
