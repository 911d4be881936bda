"""The JSON Schemas of the debate file and of the JSON reports; committed in `schema/` as `schema()` gives them."""

from __future__ import annotations

from collections.abc import Mapping
from json import dumps
from typing import Any

from pydantic import BaseModel

from argmap import model
from argmap.report.json import accept_types, diff_types, draft_types, flip_types, types

_REPORTS: Mapping[str, type[BaseModel]] = {
    "accept": accept_types.AcceptReport,
    "check": types.CheckReport,
    "diff": diff_types.DiffReport,
    "draft": draft_types.DraftReport,
    "export": types.ExportReport,
    "flip": flip_types.FlipReport,
    "import": types.ImportReport,
    "questions": types.QuestionsReport,
    "rules": types.RulesReport,
    "status": types.StatusReport,
    "why": types.WhyReport,
}
SCHEMAS: tuple[str, ...] = ("debate", *_REPORTS)
"""The names that `schema` knows: the debate file, and the JSON reports."""


def schema(name: str) -> str:
    """A JSON Schema (draft 2020-12) as text.

    Raises:
        KeyError: there is no schema of that name.
    """
    return dumps(_schema(name), ensure_ascii=False, indent=2) + "\n"


def _schema(name: str) -> dict[str, Any]:
    if name == "debate":
        return model.json_schema()
    found = _REPORTS[name].model_json_schema(mode="serialization")
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **found}
