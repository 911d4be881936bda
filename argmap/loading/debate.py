"""Tree -> Debate: every value against the schema, every fault with its place, what is sound is kept."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, get_args

from pydantic import BaseModel, ValidationError

from argmap.diagnostics import Diagnostic, Finding, Path, Rule, Span, Words, in_order
from argmap.loading import rules
from argmap.loading.near import Nearest
from argmap.loading.silence import Silence, find
from argmap.loading.text import decode
from argmap.loading.tree import INDENT, Fault, Node, parse
from argmap.model import SECTIONS, Debate, Decision, Info, Party, Source, is_id

_ITEMS: Mapping[str, type[BaseModel] | None] = {
    "parties": Party,
    "groups": None,
    "sources": Source,
    **SECTIONS,
    "follow-ups": Decision,
}
_KEYS = ("debate", *_ITEMS)


@dataclass(frozen=True, slots=True, kw_only=True)
class DebateFile:
    """A debate as it was read: the values, their places, and what is wrong with the text.

    `debate` holds all that could be read; `broken` are the ids that stand in the file but had faults, `unread` the
    sections that could not be read at all, so that a reference into them is not called dangling. `folder` is what
    `file:` of a source is relative to.
    """

    debate: Debate
    file: str
    folder: str
    diagnostics: tuple[Diagnostic, ...] = ()
    silences: tuple[Silence, ...] = ()
    broken: frozenset[str] = frozenset()
    unread: frozenset[str] = frozenset()
    root: Node | None = None

    def lost(self, wanted: str, *sections: str) -> bool:
        """Whether an id may well stand in one of these sections, in a part of the file that could not be read."""
        return wanted in self.broken or not self.unread.isdisjoint(sections)

    def locate(self, at: Path, *, key: bool = False) -> Span:
        """Where a path of keys stands; the deepest part of it that exists.

        A mapping is pointed to by its key. The top of the file stands for a path that does not exist at all.
        """
        node, name = self.root, None
        for step in at:
            if node is None:
                break
            if isinstance(node.value, dict) and step in node.value:
                name, node = node.value[str(step)]
            elif isinstance(node.value, list) and isinstance(step, int) and step < len(node.value):
                name, node = None, node.value[step]
            else:
                break
        if name is not None and node is not None and (key or not isinstance(node.value, str)):
            node = name
        return _span(self.file, node)

    def diagnose(self, rule: Rule, finding: Finding) -> Diagnostic:
        """A finding of a rule, located in this file."""
        span = self.locate(finding.at, key=finding.key)
        return Diagnostic(
            rule=rule, severity=rule.severity, message=finding.message, span=span, hint=finding.hint
        )


def read(data: bytes, *, id: str, file: str, folder: str) -> DebateFile:  # noqa: A002 - the debate's id
    """One debate file from its bytes.

    Args:
        data: the file's bytes.
        id: the debate's id (the file's stem).
        file: how the file is called in messages.
        folder: the folder that a source's `file:` is relative to.
    """
    text, faults = decode(data)
    root: Node | None = None
    if text is not None:
        root, more = parse(text)
        faults += more
        if (root is None or root.value is None) and not more:
            message = Words(
                en="the file is empty: it holds no debate", ja="空のファイル。討論が書かれていない"
            )
            faults.append(Fault(rules.NOT_A_DEBATE, message, Node(0, 0, 0, 0, None)))
    reader = Validator(root)
    debate = reader.debate(id)
    diagnostics = [_diagnostic(fault, file) for fault in (*faults, *reader.faults)]
    return DebateFile(
        debate=debate,
        file=file,
        folder=folder,
        diagnostics=in_order(diagnostics),
        silences=find(text or "", file, root),
        broken=frozenset(reader.broken),
        unread=frozenset(reader.unread),
        root=root,
    )


class Validator:
    """Validates one tree, section by section and item by item."""

    def __init__(self, root: Node | None) -> None:
        self.root = root
        self.faults: list[Fault] = []
        self.broken: set[str] = set()
        self.unread: set[str] = set()

    def debate(self, debate_id: str) -> Debate:
        """The debate that the tree holds, of what is sound in it."""
        sections: dict[str, Any] = {"id": debate_id}
        if self.root is None or not isinstance(self.root.value, dict):
            self.unread.update(_ITEMS)
        for key, (name, node) in self._mapping(self.root, "the file", "ファイル全体").items():
            if key == "debate":
                sections[key] = self._valid(Info, node, name) or _sound_info(node)
            elif key in _ITEMS:
                sections[key] = self._section(key, node)
            else:
                self._unknown(key, name, _KEYS)
                self.broken.update(node.value if isinstance(node.value, dict) else ())
        return Debate.model_construct(**sections)

    def _mapping(self, node: Node | None, en: str, ja: str) -> dict[str, tuple[Node, Node]]:
        if node is None or node.value is None:
            return {}
        if isinstance(node.value, dict):
            return node.value
        message = Words(
            en=f"{en} must be a mapping: `key: value` lines", ja=f"{ja}は「キー: 値」の並びでなければならない"
        )
        hint = Words(en="write an id in front of each, not a dash", ja="ダッシュではなく ID を前に書く")
        is_list = isinstance(node.value, list)
        self.faults.append(Fault(rules.NOT_A_DEBATE, message, node, hint if is_list else None))
        return {}

    def _section(self, section: str, node: Node) -> dict[str, Any]:
        items: dict[str, Any] = {}
        model = _ITEMS[section]
        if not isinstance(node.value, dict | None):
            self.unread.add(section)
        for key, (name, value) in self._mapping(node, f"`{section}`", f"`{section}` ").items():
            if not is_id(key):
                self.faults.append(_bad_id(key, name))
            item = self._valid(model, value, name) if model else self._words(value, name)
            if item is None or not is_id(key):
                self.broken.add(key)
            else:
                items[key] = item
        return items

    def _words(self, node: Node, name: Node) -> str | None:
        """The text of a group."""
        if isinstance(node.value, str) and node.value.strip():
            return node.value
        wrong = isinstance(node.value, list | dict)
        message = _KINDS["string_type"] if wrong else Words(en="the text is empty", ja="文が空")
        self.faults.append(
            Fault(rules.WRONG_TYPE if wrong else rules.EMPTY_TEXT, message, node if wrong else name)
        )
        return None

    def _valid(self, model: type[BaseModel], node: Node, name: Node) -> BaseModel | None:
        data = {} if node.value is None else node.plain()
        if self._cut_off(model, node):
            return None
        try:
            return model.__pydantic_validator__.validate_python(data)  # type: ignore[no-any-return]
        except ValidationError as error:
            for found in error.errors(include_url=False):
                self._invalid(model, found, node, name)
            return None

    def _cut_off(self, model: type[BaseModel], node: Node) -> bool:
        """Name the keys without a value that the format does not have: mostly the rest of a text with a comma."""
        if isinstance(node.value, list):
            return sum(self._cut_off(model, item) for item in node.value) > 0
        if not isinstance(node.value, dict):
            return False
        found = False
        for key, (name, value) in node.value.items():
            known = _keys(model)
            if value.value is None and key not in known:
                rest = not key.isascii() or key[:1].isdigit() or " " in key
                self._unknown(key, name, known, _COMMA if rest else None)
                found = True
            elif value.value is not None and not isinstance(value.value, str):
                found |= self._cut_off(_model_at(model, (key,)), value)
        return found

    def _invalid(self, model: type[BaseModel], found: Mapping[str, Any], node: Node, name: Node) -> None:
        kind, loc = found["type"], found["loc"]
        where, key = _walk(node, name, loc)
        if kind == "extra_forbidden":
            self._unknown(str(loc[-1]), key, _keys(_model_at(model, loc[:-1])))
        elif kind == "missing":
            message = Words(
                en=f"`{key.value}` has no `{loc[-1]}`: the key is missing",
                ja=f"`{key.value}` にキー `{loc[-1]}` がない",
            )
            self.faults.append(Fault(rules.MISSING_KEY, message, key))
        elif kind == "literal_error":
            self.faults.append(_outside(found, where))
        elif kind == "id":
            self.faults.append(_bad_id(str(found["input"]), where))
        elif kind == "model_type" and not loc:
            self.faults.append(Fault(rules.WRONG_TYPE, _A_MAPPING, where))
        else:
            self.faults.append(_other(kind, found, where))

    def _unknown(self, key: str, at: Node, known: tuple[str, ...], otherwise: Words | None = None) -> None:
        message = Words(en=f"`{key}` is not a key of the format", ja=f"`{key}` というキーはない")
        listed = Words(en=f"known here: {', '.join(known)}", ja=f"使えるキー: {', '.join(known)}")
        hint = INDENT if key[:1].isspace() else Nearest(known).hint(key) or otherwise or listed
        self.faults.append(Fault(rules.UNKNOWN_KEY, message, at, hint))


_COMMA = Words(
    en='a comma ends a text that stands between braces: write the text between quotation marks, "…"',
    ja='波括弧の中では、コンマで文が切れる。文を引用符（"…"）で囲む',
)
_KINDS: Mapping[str, Words] = {
    "string_type": Words(en="this must be text", ja="ここは文字列でなければならない"),
    "tuple_type": Words(en="this must be a list", ja="ここはリストでなければならない"),
    "model_type": Words(
        en="this must be an id or a mapping", ja="ここは ID か「キー: 値」でなければならない"
    ),
    "flag": Words(en="this must be `true` or `false`", ja="`true` か `false` を書く"),
}
_A_MAPPING = Words(
    en="this must be a mapping: `key: value` lines", ja="ここは「キー: 値」の並びでなければならない"
)
_NUMBER = Words(en="this must be a whole number from 0", ja="0 以上の整数を書く")


def _other(kind: str, found: Mapping[str, Any], where: Node) -> Fault:
    value = found["input"]
    if kind == "date":
        message = Words(en=f"`{value}` is not a date", ja=f"`{value}` は日付ではない")
        hint = Words(
            en="write 2025, 2025-03 or 2025-03-08", ja="2025、2025-03、2025-03-08 のいずれかの形で書く"
        )
        return Fault(rules.BAD_DATE, message, where, hint)
    if kind == "empty":
        return Fault(rules.EMPTY_TEXT, Words(en="the text is empty", ja="文が空"), where)
    listed = kind == "tuple_type" and isinstance(value, str)
    meant = Words(
        en=f"write [{value}]: a list, even of one", ja=f"`[{value}]` と書く（一つでも角括弧で囲む）"
    )
    return Fault(rules.WRONG_TYPE, _KINDS.get(kind, _NUMBER), where, meant if listed else None)


def _outside(found: Mapping[str, Any], where: Node) -> Fault:
    allowed = re.findall(r"'([^']+)'", found["ctx"]["expected"])
    value = found["input"]
    if not isinstance(value, str):
        return Fault(rules.WRONG_TYPE, _KINDS["string_type"], where)
    message = Words(
        en=f"`{value}` is none of {', '.join(allowed)}",
        ja=f"`{value}` は {'、'.join(allowed)} のどれでもない",
    )
    return Fault(rules.WRONG_VALUE, message, where, Nearest(allowed).hint(value))


def _sound_info(node: Node) -> Info:
    """What can be used of a head with faults: its language, in which the faults are told."""
    data = node.plain()
    lang = data.get("lang") if isinstance(data, dict) else None
    return Info.model_validate({"lang": lang}) if lang in ("ja", "en") else Info()


def _bad_id(text: str, at: Node) -> Fault:
    message = Words(
        en=f"`{text}` cannot be an id: letters, digits and `-` only",
        ja=f"`{text}` は ID にできない（文字・数字・`-` だけ）",
    )
    return Fault(rules.BAD_ID, message, at)


def _walk(node: Node, name: Node, loc: tuple[str | int, ...]) -> tuple[Node, Node]:
    """The value that pydantic's location names, and the nearest key above it."""
    for step in loc:
        if isinstance(node.value, dict) and step in node.value:
            name, node = node.value[str(step)]
        elif isinstance(node.value, list) and isinstance(step, int):
            node = node.value[step]
            name = node
        else:
            break
    return node, name


@lru_cache(1000)
def _model_at(model: type[BaseModel], loc: tuple[str | int, ...]) -> type[BaseModel]:
    for step in loc:
        for name, field in model.model_fields.items():
            if step in (name, field.alias):
                model = _first_model(field.annotation) or model
                break
    return model


def _first_model(annotation: Any) -> type[BaseModel] | None:  # noqa: ANN401 - typing objects have no common type
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next(filter(None, map(_first_model, get_args(annotation))), None)


@cache
def _keys(model: type[BaseModel]) -> tuple[str, ...]:
    return tuple(field.alias or name for name, field in model.model_fields.items())


def _span(file: str, node: Node | None) -> Span:
    if node is None:
        return Span(file=file, line=1, column=1, end_line=1, end_column=1)
    return Span(
        file=file,
        line=node.line + 1,
        column=node.column + 1,
        end_line=node.end_line + 1,
        end_column=node.end_column + 1,
    )


def _diagnostic(fault: Fault, file: str) -> Diagnostic:
    return Diagnostic(
        rule=fault.rule,
        severity=fault.rule.severity,
        message=fault.message,
        span=_span(file, fault.at),
        hint=fault.hint,
    )
