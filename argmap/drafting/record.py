"""What `ingest` remembers of a debate file: what it proposed there, and what a person refused.

It stands beside the debate file as `name.ingest.json`. Without it nothing is lost but the knowledge of what was refused,
and which candidates a person has not touched: then all of them stay as they are.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

SUFFIX = ".ingest.json"


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class Seen(_Frozen):
    """A document that was read into the debate file: its path from there, its fingerprint, and the data that it gave."""

    file: str
    sha256: str
    proposed: dict[str, dict[str, Any]] = Field(default_factory=dict)


class Refused(_Frozen):
    """A statement or question that a person refused: its words, to know it again under another id."""

    id: str
    text: str
    quote: str = ""


class RefusedLink(_Frozen):
    """A link that a person refused: `rebuts`, say, from one id to another."""

    from_: str
    key: str
    to: str


class Record(_Frozen):
    """`name.ingest.json`: documents by the id of their source, and what was refused."""

    format: Literal["argmap-ingest/1"] = "argmap-ingest/1"
    documents: dict[str, Seen] = Field(default_factory=dict)
    refused: tuple[Refused, ...] = ()
    refused_links: tuple[RefusedLink, ...] = ()

    def knows(self, file: str, sha256: str) -> bool:
        """Whether a document at this path has been read into the debate, and has not changed since."""
        return any(one.file == file and one.sha256 == sha256 for one in self.documents.values())

    def text(self) -> str:
        """The record as it is written."""
        return self.model_dump_json(indent=1) + "\n"


class UnreadableRecordError(ValueError):
    """The record was damaged; what a person refused would be forgotten if it were written anew."""


def record_of(data: bytes) -> Record:
    """The record that a file holds.

    Raises:
        UnreadableRecordError: it is none.
    """
    try:
        return Record.model_validate_json(data)
    except ValidationError as error:
        raise UnreadableRecordError(str(error)) from error


def record_path(debate_file: Path) -> Path:
    """Where the record of a debate file stands."""
    return debate_file.with_name(debate_file.stem + SUFFIX)
