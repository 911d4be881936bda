"""The schema of a debate file: parties, sources, claims, rebuttals, evidence and questions.

Every shorthand of the format (an id where a mapping may stand) is widened before validation, so the rest of argmap
meets one form only.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from typing import Annotated, Any, ClassVar, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
)
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from argmap.model.dates import latest

Role = Literal["claim", "rebuttal", "evidence"]
Extent = Literal["full", "partial", "evasive"]

_ASCII_ID = re.compile(r"[0-9A-Za-z-]+")
_WORD = re.compile(r"[0-9A-Za-zぁ-んァ-ヺ一-鿿]")
_BLANK = "\u115f\u1160\u2800\u3164\uffa0"  # letters and signs that show nothing


def is_id(text: str) -> bool:
    """Whether a text may be an id: letters and digits of any script, and `-`."""
    if _ASCII_ID.fullmatch(text):
        return True
    return bool(text) and all(char == "-" or unicodedata.category(char)[0] in "LMN" for char in text)


def is_text(text: str) -> bool:
    """Whether a text says something: whether any of it can be seen."""
    return bool(_WORD.search(text)) or any(_visible(char) for char in text)


def _visible(char: str) -> bool:
    return char not in _BLANK and unicodedata.category(char)[0] in "LNPS"


def _id(text: str) -> str:
    if not is_id(text):
        raise PydanticCustomError("id", "not an id")
    return text


def _reference(text: str) -> str:
    debate, hash_, target = text.rpartition("#")
    if not is_id(target) or bool(hash_) != bool(debate):
        raise PydanticCustomError("id", "not a reference")
    return text


def _text(text: str) -> str:
    if not is_text(text):
        raise PydanticCustomError("empty", "empty text")
    return text


def _date(text: str) -> str:
    try:
        latest(text)
    except ValueError:
        raise PydanticCustomError("date", "not a date") from None
    return text


def _flag(value: object) -> object:
    if isinstance(value, str):
        if value.lower() not in ("true", "false"):
            raise PydanticCustomError("flag", "not true or false")
        return value.lower() == "true"
    return value


def _number(value: object) -> object:
    if isinstance(value, str) and not re.fullmatch("[0-9]{1,9}", value):
        raise PydanticCustomError("number", "not a whole number")
    return value


class _OrId:
    """Lets a plain id stand for a mapping with that one key."""

    def __init__(self, key: str) -> None:
        self.key = key

    def _widen(self, value: object) -> object:
        return {self.key: value} if isinstance(value, str) else value

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_before_validator_function(self._widen, handler(source))

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return {"anyOf": [{"type": "string"}, handler(schema)]}


class _OrTrue(_OrId):
    """Lets `true` stand for an empty mapping."""

    def _widen(self, value: object) -> object:
        return {} if value == "true" else value

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return {"anyOf": [{"enum": [True, "true"]}, handler(schema)]}


Text = Annotated[str, AfterValidator(_text), Field(json_schema_extra={"pattern": r"\S"})]
Id = Annotated[str, AfterValidator(_id)]
Ref = Annotated[str, AfterValidator(_reference)]
When = Annotated[
    str,
    AfterValidator(_date),
    Field(json_schema_extra={"type": ["string", "integer"], "pattern": r"^\d{4}(-\d{2}(-\d{2})?)?$"}),
]
Turn = Annotated[
    int,
    Field(ge=0, json_schema_extra={"type": ["integer", "string"], "pattern": r"^\d+$"}),
    BeforeValidator(_number),
]
Flag = Annotated[
    bool,
    BeforeValidator(_flag),
    Field(json_schema_extra={"type": ["boolean", "string"], "pattern": "^(true|false)$"}),
]
Kind = Literal["fact", "value", "policy", "prediction", "commitment"]
EvidenceType = Literal["incident", "statistic", "document", "law", "testimony", "expert"]
Review = Literal["candidate"]


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class Info(_Frozen):
    """What the debate is called, its language, and when it was held."""

    title: Text | None = None
    lang: Literal["ja", "en"] | None = None
    held: When | None = None


class Party(_Frozen):
    """Somebody who speaks. A party without a side is a side of its own."""

    name: Text | None = None
    side: Text | None = None


class Source(_Frozen):
    """A document that statements are taken from; `file` is relative to the debate file."""

    title: Text | None = None
    date: When | None = None
    file: Text | None = None
    url: Text | None = None


class SourceRef(_Frozen):
    """A place in a source: the source's id, a few words verbatim, and where they stand."""

    in_: Id = Field(alias="in")
    quote: Text | None = None
    at: Text | None = None


class Link(_Frozen):
    """A relation to a statement. `review` says that nobody has confirmed it yet, whatever is said of its ends."""

    to: Ref
    review: Review | None = None


class Support(Link):
    """One step: this statement, linked with others where given, supports `to`."""

    with_: tuple[Ref, ...] = Field(default=(), alias="with")


class Undercut(_Frozen):
    """An attack on a step that starts at `from`: the one to `to`, or every one when `to` is not given."""

    from_: Ref = Field(alias="from")
    to: Ref | None = None
    review: Review | None = None


class Answer(_Frozen):
    """How far a statement answers a question."""

    question: Ref
    extent: Extent = "full"
    review: Review | None = None


SourceRefOrId = Annotated[SourceRef, _OrId("in")]
LinkOrId = Annotated[Link, _OrId("to")]
SupportOrId = Annotated[Support, _OrId("to")]
UndercutOrId = Annotated[Undercut, _OrId("from")]
AnswerOrId = Annotated[Answer, _OrId("question")]


class Concession(_Frozen):
    """The party withdrew or admitted the statement: when, and where it says so."""

    on: When | None = None
    source: SourceRefOrId | None = None


ConcessionOrTrue = Annotated[Concession, _OrTrue("")]


class _Said(_Frozen):
    """What statements and questions have in common: words, and where they come from."""

    text: Text
    source: SourceRefOrId | None = None
    group: Id | None = None
    turn: Turn | None = None
    review: Review | None = None


class Statement(_Said):
    """Anything that can stand or fall. `rebuts` and `undercuts` are its attacks."""

    role: ClassVar[Role]
    by: Id | None = None
    rebuts: tuple[LinkOrId, ...] = ()
    undercuts: tuple[UndercutOrId, ...] = ()
    conceded: ConcessionOrTrue | None = None


class Claim(Statement):
    """A statement that a party puts forward."""

    role: ClassVar[Role] = "claim"
    by: Id
    kind: Kind | None = None
    due: When | None = None
    scheme: Id | None = None
    supports: tuple[SupportOrId, ...] = ()
    answers: tuple[AnswerOrId, ...] = ()


class Rebuttal(Claim):
    """A statement made against another statement, or against a step."""

    role: ClassVar[Role] = "rebuttal"


class Evidence(Statement):
    """An incident, figure, document, law or testimony that backs a statement."""

    role: ClassVar[Role] = "evidence"
    type: EvidenceType | None = None
    backs: tuple[LinkOrId, ...] = ()
    date: When | None = None
    place: Text | None = None
    accepted: Flag = False


class Question(_Said):
    """What was asked. A request expects no answer."""

    by: Id | None = None
    about: tuple[Ref, ...] = ()
    kind: Literal["question", "request"] = "question"


class Decision(_Frozen):
    """What a person decided on a follow-up question that argmap drafts: to take it, in words of their own, or to drop it.

    `text` is what is said on the floor, `notice` what is written in the notice; without them argmap's words stand.
    """

    decision: Literal["take", "drop"] = "take"
    text: Text | None = None
    notice: Text | None = None


class Debate(_Frozen):
    """One debate: what one file in `claims/` says. `id` is the file's stem."""

    id: str = "debate"
    debate: Info = Field(default_factory=Info)
    parties: Mapping[Id, Party] = {}
    groups: Mapping[Id, Text] = {}
    sources: Mapping[Id, Source] = {}
    claims: Mapping[Id, Claim] = {}
    rebuttals: Mapping[Id, Rebuttal] = {}
    evidence: Mapping[Id, Evidence] = {}
    questions: Mapping[Id, Question] = {}
    follow_ups: Mapping[Id, Decision] = Field(default={}, alias="follow-ups")

    @property
    def title(self) -> str:
        """The debate's title, or its id."""
        return self.debate.title or self.id

    def statements(self) -> Iterator[tuple[str, Statement]]:
        """Every claim, rebuttal and piece of evidence with its id, in the order of the file."""
        yield from self.claims.items()
        yield from self.rebuttals.items()
        yield from self.evidence.items()

    def side_of(self, said_by: str | None) -> str | None:
        """The side on which a party speaks; a party that names none is a side of its own, unless nobody else speaks."""
        party = self._speaker(said_by)
        if party is None or party.side is None:
            return None if self._is_only_voice(party) else said_by
        return party.side

    def party_name(self, said_by: str | None) -> str:
        """How a party is called; empty when nobody is named."""
        party = self._speaker(said_by)
        if party is None or party.name is None:
            return "" if self._is_only_voice(party) else said_by or ""
        return party.name

    def _speaker(self, said_by: str | None) -> Party | None:
        return self.parties.get(said_by) if said_by is not None else None

    def _is_only_voice(self, party: Party | None) -> bool:
        """Whether a party stands for nobody in particular: the only one, without name and side."""
        return len(self.parties) == 1 and party == Party()

    def section_of(self, wanted: str) -> str | None:
        """The section in which an id stands: claims, rebuttals, evidence or questions."""
        found = (section for section in SECTIONS if wanted in getattr(self, section))
        return next(found, None)


SECTIONS: Mapping[str, type[Statement | Question]] = {
    "claims": Claim,
    "rebuttals": Rebuttal,
    "evidence": Evidence,
    "questions": Question,
}
"""The sections whose ids share one name space, in the order of the file."""

LINKS: Mapping[str, str] = {
    "supports": "to",
    "rebuts": "to",
    "undercuts": "from",
    "backs": "to",
    "answers": "question",
}
"""The keys that hold links, in the order of the file, and the key of a link's target in its wide form."""


def json_schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of a debate file."""
    schema = Debate.model_json_schema(by_alias=True)
    del schema["properties"]["id"]  # the file's stem, not a key
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
