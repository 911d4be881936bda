"""A debate -> Argdown: statements under the headings of their groups, with their relations below them.

A linked or undercut step is an argument with a premise-conclusion structure. What Argdown has no words for stands in
data: behind a statement, and under `argmap:` in the front matter. A key of the data that repeats links says them
exactly where relations cannot (those to other debates, those under review, their order).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from argmap.formats._argdown_debate import MARK
from argmap.formats._argdown_lexer import Lexer
from argmap.formats._argdown_text import SHORTCODES
from argmap.formats._names import UNNAMED
from argmap.loading.write import plain, scalar
from argmap.model import (
    SECTIONS,
    Claim,
    Debate,
    Evidence,
    Link,
    Party,
    Question,
    Statement,
    Support,
    Undercut,
)

_CODES = "|".join(map(re.escape, SHORTCODES))
_SIGNS = re.compile(rf"[\\\[<{{*_#]|/(?=[/*])|([.:])(?=(?:{_CODES})\1)|(?<=@)i(?=nclude\()")
_SPACES = re.compile(r"[ \t\n]+")
_ROLES = dict(zip(SECTIONS, ("claim", "rebuttal", "evidence", "question"), strict=True))
_EMPTY = "# argmap {isGroup: false}"  # Argdown's own parser takes no file without a paragraph


class _Step(NamedTuple):
    """A step that is written as an argument."""

    name: str
    premises: tuple[str, ...]
    conclusion: str


def spell(debate: Debate) -> str:
    """The text of a whole debate."""
    return _Writer(debate).text()


class _Writer:
    """Knows what every part of the text needs to know of the others."""

    def __init__(self, debate: Debate) -> None:
        self.debate = debate
        self.plain: dict[str, Any] = plain(debate)
        self.local = dict(debate.statements())
        self.undercut = {(one.from_, one.to) for _, said in debate.statements() for one in said.undercuts}
        self.steps = {(step.premises, step.conclusion): step for step in self._steps()}

    def text(self) -> str:
        parts = list(self._parts()) or [_EMPTY]
        return "\n\n".join((f"===\n{self._front()}===", *parts)) + "\n"

    def _front(self) -> str:
        """The front matter: the title, and what has no place elsewhere."""
        debate = self.debate
        lines = [f"title: {_scalar(debate.debate.title)}"] if debate.debate.title else []
        info = {key: value for key, value in self.plain.get("debate", {}).items() if key != "title"}
        mark = {"debate": info} | {
            key: self.plain.get(key, {}) for key in ("parties", "sources", "follow-ups")
        }
        if debate.parties == {UNNAMED: Party()} and (debate.claims or debate.rebuttals):
            del mark["parties"]
        lines.append(f"{MARK}:" if any(mark.values()) else f"{MARK}: {{}}")
        for key, items in mark.items():
            if items and key == "debate":
                lines.append(f"  {key}: {_flow(items)}")
            elif items:
                lines.append(f"  {key}:")
                lines.extend(f"    {_scalar(name)}: {_flow(_named(item))}" for name, item in items.items())
        return "".join(f"{line}\n" for line in lines)

    def _parts(self) -> Iterator[str]:
        """What stands under no heading first; then group by group."""
        said: dict[str | None, list[tuple[str, str]]] = {}
        for section in SECTIONS:
            for local, one in getattr(self.debate, section).items():
                group = one.group if one.group in self.debate.groups else None
                said.setdefault(group, []).append((section, local))
        for group in (None, *self.debate.groups):
            if group is not None:
                title = self.debate.groups[group]
                visible, whole = _visible(title)
                yield f"# {visible} {_flow({'id': group} | ({} if whole else {'text': title}))}"
            members = said.get(group, ())
            for section, local in members:
                yield self._statement(section, local)
            names = {local for _, local in members}
            for step in self.steps.values():
                if step.premises[0] in names:
                    yield _structure(step)

    def _statement(self, section: str, local: str) -> str:
        one = getattr(self.debate, section)[local]
        data = dict(self.plain[section][local])
        visible, whole = _visible(data.pop("text"))
        if not whole:
            data["text"] = one.text
        if one.group in self.debate.groups:
            del data["group"]
        if section in ("claims", "rebuttals") and data["by"] == UNNAMED:
            del data["by"]
        lines = list(self._relations(local, one, data))
        attacks = any("-> [" in line or "_> <" in line for line in lines)
        if _ROLES[section] != ("rebuttal" if attacks else "claim"):
            data = {"role": _ROLES[section]} | data
        behind = f" {_flow(data)}" if data else ""
        return "\n".join((f"[{local}]: {visible}{behind}", *lines))

    def _relations(self, local: str, one: Statement | Question, data: dict[str, Any]) -> Iterator[str]:
        """The relations of a statement; what they say completely is taken out of its data."""
        if isinstance(one, Question):
            return
        supports = [support for support in _supports(one) if self._known(support)]
        plainly = [support for support in supports if self._step(local, support) is None]
        argued = [support for support in supports if self._step(local, support) is not None]
        read = _grouped([*plainly, *argued])
        key, actual = (
            ("backs", one.backs) if isinstance(one, Evidence) else ("supports", tuple(_supports(one)))
        )
        again = tuple(Link(to=each.to) for each in read) if key == "backs" else tuple(read)
        _drop(data, key, said=again == actual)
        yield from (f"  +> [{to}]" for to in dict.fromkeys(support.to for support in plainly))
        rebutted = dict.fromkeys(link.to for link in one.rebuts if link.to in self.local)
        _drop(data, "rebuts", said=tuple(Link(to=to) for to in rebutted) == one.rebuts)
        yield from (f"  -> [{to}]" for to in rebutted)
        met = {step: None for undercut in one.undercuts for step in self._met(undercut)}
        told = dict.fromkeys((step.premises[0], step.conclusion) for step in met)
        written = tuple(Undercut.model_validate({"from": start, "to": end}) for start, end in told)
        _drop(data, "undercuts", said=written == one.undercuts)
        yield from (f"  _> <{step.name}>" for step in met)

    def _known(self, support: Support) -> bool:
        return all(name in self.local for name in (support.to, *support.with_))

    def _step(self, local: str, support: Support) -> _Step | None:
        return self.steps.get(((local, *support.with_), support.to))

    def _met(self, undercut: Undercut) -> list[_Step]:
        return [
            step
            for step in self.steps.values()
            if undercut.from_ in step.premises and undercut.to in (None, step.conclusion)
        ]

    def _steps(self) -> Iterator[_Step]:
        """The steps that are linked or undercut."""
        names: dict[str, int] = {}
        found: set[tuple[tuple[str, ...], str]] = set()
        for local, one in self.local.items():
            for support in _supports(one) if isinstance(one, Claim) else ():
                premises = (local, *support.with_)
                hit = any((name, to) in self.undercut for name in premises for to in (None, support.to))
                if not self._known(support) or not (support.with_ or hit) or (premises, support.to) in found:
                    continue
                found.add((premises, support.to))
                name = f"{local} → {support.to}"
                names[name] = names.get(name, 0) + 1
                number = f" ({names[name]})" if names[name] > 1 else ""
                yield _Step(name + number, premises, support.to)


def _supports(one: Statement) -> list[Support]:
    """The steps from a statement; what evidence backs it supports, in Argdown's words."""
    if isinstance(one, Evidence):
        return [Support(to=link.to) for link in one.backs]
    return list(one.supports) if isinstance(one, Claim) else []


def _grouped(supports: list[Support]) -> list[Support]:
    """Steps as they are read back: without review, each once, those to one statement together."""
    by_end: dict[str, dict[tuple[str, ...], None]] = {}
    for support in supports:
        by_end.setdefault(support.to, {})[support.with_] = None
    return [
        Support.model_validate({"to": to, "with": others}) for to, each in by_end.items() for others in each
    ]


def _drop(data: dict[str, Any], key: str, *, said: bool) -> None:
    if said:
        data.pop(key, None)


def _structure(step: _Step) -> str:
    lines = [f"({number}) [{premise}]" for number, premise in enumerate(step.premises, 1)]
    return "\n".join((f"<{step.name}>\n", *lines, "----", f"({len(lines) + 1}) [{step.conclusion}]"))


def _visible(text: str) -> tuple[str, bool]:
    """A text in Argdown's words, in one line; and whether that is the whole text as it will be read."""
    escaped = _SIGNS.sub(r"\\\g<0>", _SPACES.sub(" ", text).strip(" "))
    lexer = Lexer(f"[x]: {escaped}")
    tokens = [token.value for block in lexer.run() for token in block]
    return escaped, len(tokens) == 2 and tokens[1].words == text and not lexer.faults  # noqa: PLR2004 - title, text


def _named(item: Any) -> Mapping[str, Any]:  # noqa: ANN401 - plain data
    """The long form of an item that a debate file may shorten."""
    return item if isinstance(item, Mapping) else {}


def _flow(value: Any) -> str:  # noqa: ANN401 - plain data
    """Plain data in one line in which no brace ends a word but the last, for that ends Argdown's data."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{_scalar(key)}: {_flow(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(_flow, value)) + "]"
    return _scalar(value)


def _scalar(value: str | bool | int) -> str:  # noqa: FBT001 - a value to be written
    """A value; a text with a brace or a fence of the front matter hides them from Argdown."""
    if isinstance(value, str) and ("}" in value or "==" in value):
        quoted = scalar(f"'{value}")  # with an apostrophe in it only double quotation marks will do
        return f'"{quoted[2:]}'.replace("}", "\\x7d").replace("=", "\\x3d")
    return scalar(value)
