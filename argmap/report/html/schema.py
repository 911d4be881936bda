"""The JSON Schemas of what the pages know, committed in `schema/`; the types of their scripts are made from them."""

from __future__ import annotations

from collections.abc import Mapping
from json import dumps

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema

from argmap.report.html.data import PageData
from argmap.report.html.index_data import IndexData

SCHEMAS: Mapping[str, type[BaseModel]] = {"page": PageData, "index": IndexData}
"""What each page knows, by the name of its schema."""


class _WithoutKeyTitles(GenerateJsonSchema):
    """A title on every key would say the key once more, and become a type of its own in the script."""

    def field_title_should_be_set(self, schema: object) -> bool:  # noqa: ARG002 - pydantic's signature
        return False


def schema(name: str) -> str:
    """A schema (draft 2020-12) as text; a key that has a default may be left out.

    Args:
        name: one of `SCHEMAS`.
    """
    found = SCHEMAS[name].model_json_schema(schema_generator=_WithoutKeyTitles)
    return dumps({"$schema": _WithoutKeyTitles.schema_dialect, **found}, ensure_ascii=False, indent=2) + "\n"
