"""What `argmap accept --format json` looks like: `argmap-accept/1`, under the rules of `types`."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from argmap.diagnostics import Lang
from argmap.frameworks import Semantics, Task
from argmap.report.json.types import Frozen, TransferNote


class AskedArgument(Frozen):
    """An argument that was asked about; null where that was not the question, or there is no such extension."""

    name: str
    in_some: bool | None
    in_every: bool | None
    having: tuple[str, ...] | None = Field(description="an extension that has it")
    lacking: tuple[str, ...] | None = Field(description="an extension that has it not")
    why: str


class ProofOfAnswer(Frozen):
    """What the answer rests on; an answer that could not be proved is never given."""

    decided: int = Field(description="arguments that the grounded labelling decides")
    frozen: int = Field(description="arguments that no complete labelling decides")
    parts: int = Field(description="parts, without attacks between them, in which the rest was searched")
    read: int = Field(description="labellings that were read again")
    refuted: int = Field(
        description="questions whether something exists that another solver answered with no"
    )


class AcceptReport(Frozen):
    """`argmap accept --format json`."""

    format: Literal["argmap-accept/1"] = "argmap-accept/1"
    lang: Lang = Field(description="the language of `why` and `message`")
    file: str
    input: str = Field(description="the slug of its format")
    semantics: Semantics
    task: Task | None = Field(description="null: the credulous and the skeptical answers")
    arguments: int
    attacks: int
    exists: bool = Field(description="false where there is no (stable) extension")
    in_some: tuple[str, ...] | None = Field(description="of those asked about; null where not asked")
    in_every: tuple[str, ...] | None = Field(description="of those asked about; null where not asked")
    asked: tuple[AskedArgument, ...] = Field(description="the arguments that were named in the question")
    together: bool | None = Field(description="whether one extension has all that were named")
    extensions: tuple[tuple[str, ...], ...] | None
    count: int | None
    whole: bool = Field(description="false where the list of extensions was cut off")
    proof: ProofOfAnswer
    lost: tuple[TransferNote, ...] = Field(description="what is neither an argument nor an attack")
    faults: tuple[TransferNote, ...] = Field(description="what is broken in the file")
