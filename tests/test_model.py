"""The model: ids, dates, shorthands, and the JSON Schema that editors use."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from pydantic import ValidationError

from argmap.diagnostics import Words
from argmap.loading.tree import parse
from argmap.model import (
    Answer,
    Claim,
    Debate,
    Evidence,
    Info,
    SourceRef,
    Support,
    Undercut,
    date_words,
    earliest,
    is_id,
    json_schema,
    latest,
)
from tests.debates import claim, debate

_SHIPPED = sorted(Path("claims").glob("*.yaml"))


@pytest.mark.parametrize("text", ["a", "A-1", "請求", "が", "か\u3099", "１", "-", "प्रश्न", "𠮷野家"])
def test_letters_and_digits_of_any_script_make_an_id(text: str) -> None:
    assert is_id(text)


@pytest.mark.parametrize("text", ["", " ", "a b", "a_b", "a.b", "a#b", "a\n", "😀", "ー・", "a/b"])
def test_other_signs_make_none(text: str) -> None:
    assert not is_id(text)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2024", date(2024, 1, 1), date(2024, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2024-02-03", date(2024, 2, 3), date(2024, 2, 3)),
    ],
)
def test_a_date_can_mean_a_year_a_month_or_a_day(text: str, first: date, last: date) -> None:
    assert (earliest(text), latest(text)) == (first, last)


@pytest.mark.parametrize(
    "text", ["", "24", "2024-2", "2024-13", "2024-02-30", "２０２４", "2024-02-03x", "0000"]
)
def test_what_no_calendar_has_is_no_date(text: str) -> None:
    for read in (earliest, latest):
        with pytest.raises(ValueError, match=r"not a date|out of range|must be"):
            read(text)


@pytest.mark.parametrize(
    ("text", "en", "ja"),
    [
        ("2024", "2024", "2024年"),
        ("2024-03", "March 2024", "2024年3月"),
        ("2024-12-01", "1 December 2024", "2024年12月1日"),
    ],
)
def test_a_date_is_written_as_people_write_it(text: str, en: str, ja: str) -> None:
    assert date_words(text) == Words(en=en, ja=ja)


def test_shorthands_are_widened() -> None:
    plain = claim(
        supports=["b", {"to": "c", "with": ["d"]}],
        answers=["q", {"question": "r", "extent": "evasive"}],
        undercuts=["b", {"from": "c", "to": "other#d"}],
        source="minutes",
        conceded="true",
    )
    found = Claim.model_validate(plain)
    assert found.supports == (Support(to="b"), Support.model_validate({"to": "c", "with": ["d"]}))
    assert found.answers == (Answer(question="q"), Answer(question="r", extent="evasive"))
    assert found.undercuts[0] == Undercut.model_validate({"from": "b"})
    assert found.undercuts[1].to == "other#d"
    assert found.source == SourceRef.model_validate({"in": "minutes"})
    assert found.conceded is not None
    assert found.conceded.on is None


@pytest.mark.parametrize(("text", "value"), [("true", True), ("True", True), ("false", False), (True, True)])
def test_accepted_is_true_or_false(text: object, value: bool) -> None:  # noqa: FBT001 - one of two
    assert Evidence.model_validate({"text": "Seen", "accepted": text}).accepted is value


@pytest.mark.parametrize(
    "wrong",
    [
        {"text": " "},
        {"by": "a b"},
        {"rebuts": ["#a"]},
        {"rebuts": ["a#"]},
        {"rebuts": "a"},
        {"turn": "-1"},
        {"due": "soon"},
        {"due": "2024-13"},
        {"conceded": "yes"},
        {"colour": "red"},
        {"kind": "opinion"},
    ],
)
def test_a_value_outside_the_format_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        Claim.model_validate(claim() | wrong)


def test_evidence_is_not_accepted_by_saying_yes() -> None:
    with pytest.raises(ValidationError):
        Evidence.model_validate({"text": "Seen", "accepted": "yes"})


def test_a_debate_is_frozen() -> None:
    with pytest.raises(ValidationError):
        Debate().id = "other"  # type: ignore[misc]  # it is refused


def test_a_party_is_called_by_its_name_and_speaks_for_its_side() -> None:
    found = debate(
        {"parties": {"city": {"name": "City", "side": "government"}, "member": {}}, "claims": {"a": claim()}}
    )
    assert [found.party_name(by) for by in ("city", "member", "nobody", None)] == [
        "City",
        "member",
        "nobody",
        "",
    ]
    assert [found.side_of(by) for by in ("city", "member", "nobody", None)] == [
        "government",
        "member",
        "nobody",
        None,
    ]
    assert [found.section_of(name) for name in ("a", "x")] == ["claims", None]
    assert [name for name, _ in found.statements()] == ["a"]


def test_a_debate_is_called_by_its_title_or_its_id() -> None:
    assert Debate(id="x").title == "x"
    assert Debate(id="x", debate=Info(title="Town hall")).title == "Town hall"


@pytest.mark.parametrize("path", _SHIPPED, ids=lambda path: path.stem)
def test_the_schema_takes_the_shipped_debates(path: Path) -> None:
    root, faults = parse(path.read_text("utf-8"))
    assert root is not None
    assert not faults
    schema, text = Draft202012Validator(json_schema()), root.plain()
    for plain in (text, as_an_editor_reads(text)):
        assert [error.message for error in schema.iter_errors(plain)] == []


def as_an_editor_reads(value: Any) -> Any:  # noqa: ANN401 - plain data
    """Plain data with the numbers and truth values of YAML 1.2."""
    if isinstance(value, dict):
        return {key: as_an_editor_reads(item) for key, item in value.items()}
    if isinstance(value, list):
        return [as_an_editor_reads(item) for item in value]
    return json.loads(value) if re.fullmatch("true|false|0|[1-9][0-9]*", value) else value


@pytest.mark.parametrize(
    "wrong",
    [
        {"colour": {}},
        {"claims": {"a": {"text": "x"}}},
        {"claims": {"a": {"text": " ", "by": "city"}}},
        {"claims": {"a": claim(due="soon")}},
        {"claims": {"a": claim(kind="opinion")}},
        {"claims": []},
    ],
)
def test_the_schema_refuses_what_argmap_refuses(wrong: dict[str, Any]) -> None:
    assert not Draft202012Validator(json_schema()).is_valid(wrong)


def test_the_schema_is_a_schema_and_plain_json() -> None:
    schema = json_schema()
    Draft202012Validator.check_schema(schema)
    assert json.loads(json.dumps(schema)) == schema
    assert "id" not in schema["properties"]
    assert Draft202012Validator(schema).is_valid(
        {"claims": {"a": claim(conceded=True, source="minutes", turn=3)}}
    )
