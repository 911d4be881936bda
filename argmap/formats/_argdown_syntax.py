"""Argdown tokens -> the elements of its paragraphs, by the grammar in `_argdown.lark`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, TypeAlias

from lark import Lark, Token, Transformer
from lark.exceptions import UnexpectedToken

from argmap.diagnostics import Words
from argmap.formats._argdown_lexer import Fault, Lexer
from argmap.formats._argdown_text import Said


@dataclass(frozen=True, slots=True)
class Data:
    """Data as it is written, with its braces."""

    yaml: str
    at: int


@dataclass(frozen=True, slots=True)
class Element:
    """A statement or an argument: given a text, or referred to (then `said` holds nothing but tags)."""

    argument: bool
    title: str | None
    reference: bool
    said: Said | None
    data: Data | None
    at: int


@dataclass(frozen=True, slots=True)
class Related:
    """An element below another one, the sign before it, and what stands below it in turn."""

    sign: str
    element: Element
    relations: tuple[Related, ...]
    at: int


@dataclass(frozen=True, slots=True)
class Front:
    """The front matter."""

    data: Data


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading and its level, from 1."""

    level: int
    said: Said
    data: Data | None
    at: int


@dataclass(frozen=True, slots=True)
class Tree:
    """An element with its relations, alone or in a list."""

    element: Element
    relations: tuple[Related, ...]
    listed: bool = False


@dataclass(frozen=True, slots=True)
class Inference:
    """What leads to a conclusion."""

    rules: tuple[str, ...]
    data: Data | None
    relations: tuple[Related, ...]
    at: int


@dataclass(frozen=True, slots=True)
class Member:
    """A premise, or a conclusion with its inference."""

    number: int
    element: Element
    relations: tuple[Related, ...]
    inference: Inference | None = None


@dataclass(frozen=True, slots=True)
class Structure:
    """A premise-conclusion structure."""

    members: tuple[Member, ...]
    at: int


Paragraph: TypeAlias = "Front | Heading | tuple[Tree, ...] | Structure"
_MOST_WRONG = 100  # tokens without a place in one paragraph: what has more is not Argdown
Item: TypeAlias = Any  # what lark hands to a rule: a token, or what an inner rule made


def parse(text: str) -> tuple[list[Paragraph], list[Fault]]:
    """The paragraphs of a text in its order, and what is wrong with it."""
    lexer = Lexer(text)
    paragraphs: list[Paragraph] = []
    for tokens in lexer.run():
        paragraphs.extend(_paragraph(tokens, lexer.faults))
    return paragraphs, lexer.faults


def _paragraph(tokens: Sequence[Token], faults: list[Fault]) -> Iterator[Paragraph]:
    """What a paragraph holds; nothing of one that breaks off. The first token that has no place here is named."""
    parser = _parser().parse_interactive()
    wrong: list[Token] = []
    for token in tokens:
        try:
            parser.feed_token(token)
        except UnexpectedToken:
            wrong.append(token)
            if len(wrong) > _MOST_WRONG:
                break
    try:
        yield parser.feed_eof(tokens[-1])  # type: ignore[no-untyped-call]
    except UnexpectedToken:
        faults.append((_at(wrong[0]), _left_out(wrong[0])) if wrong else (_at(tokens[-1]), _BROKEN))
    else:
        if wrong:
            faults.append((_at(wrong[0]), _MISPLACED[wrong[0].type]))


def _left_out(token: Token) -> Words:
    why = _MISPLACED[token.type]
    return Words(en=f"{why.en}: this paragraph is left out", ja=f"{why.ja}（この段落は取り込まない）")


def _at(token: Token) -> int:
    return token.start_pos or 0


Items: TypeAlias = list[Item]


class _Maker(Transformer[Token, Paragraph]):
    """What each rule of the grammar makes."""

    def front(self, items: Items) -> Front:
        return Front(Data(items[0].value, items[0].start_pos))

    def heading(self, items: Items) -> Heading:
        return Heading(len(items[0].value), items[1].value, _data(items), items[0].start_pos)

    def tree(self, items: Items) -> tuple[Tree, ...]:
        return (Tree(items[0], _relations(items)),)

    def listing(self, items: Items) -> tuple[Tree, ...]:
        return tuple(items[1:-1])

    def item(self, items: Items) -> Tree:
        return Tree(items[1], _relations(items), listed=True)

    def statement(self, items: Items) -> Element:
        return _element(items, argument=False)

    def argument(self, items: Items) -> Element:
        return _element(items, argument=True)

    def relations(self, items: Items) -> tuple[Related, ...]:
        return tuple(items[1:-1])

    def relation(self, items: Items) -> Related:
        return Related(items[0].value, items[1], _relations(items), items[0].start_pos)

    def structure(self, items: Items) -> Structure:
        members = (*items[0], items[1])
        return Structure(members, members[0].element.at)

    def body(self, items: Items) -> Items:
        if len(items) == 1:
            return items
        members: Items = items[0]  # the same list, so that a long structure takes no longer than its length
        members.append(items[1])
        return members

    def premise(self, items: Items) -> Member:
        return Member(int(items[0].value[-9:]), items[1], _relations(items))

    def conclusion(self, items: Items) -> Member:
        *inference, member = items
        found = Inference(tuple(items[0].value), _data(inference), _relations(inference), items[0].start_pos)
        return Member(member.number, member.element, member.relations, found)


def _data(items: Items) -> Data | None:
    found = next((item for item in items if isinstance(item, Token) and item.type == "DATA"), None)
    return None if found is None else Data(found.value, _at(found))


def _relations(items: Items) -> tuple[Related, ...]:
    return items[-1] if isinstance(items[-1], tuple) else ()


def _element(items: Items, *, argument: bool) -> Element:
    first = items[0]
    titled = first.type != "TEXT"
    said = next((item.value for item in items if item.type == "TEXT"), None)
    return Element(
        argument=argument,
        title=first.value if titled else None,
        reference=first.type in ("REFERENCE", "CALL"),
        said=said,
        data=_data(items),
        at=first.start_pos,
    )


@cache
def _parser() -> Lark:
    grammar = Path(__file__).with_name("_argdown.lark").read_text(encoding="utf-8")
    return Lark(grammar, parser="lalr", lexer="basic", start="paragraph", transformer=_Maker())


_BROKEN = Words(
    en="the paragraph breaks off here: it cannot be read, and is left out",
    ja="段落がここで途切れている。読めないので取り込まない",
)
_BEHIND_NOTHING = Words(
    en="a relation stands below an element that is indented less, without a blank line between them",
    ja="関係は、字下げの浅い要素のすぐ下に書く（空行を挟まない）",
)
_TITLE = Words(
    en="a title stands at the beginning of a paragraph, or behind the sign of a relation, a list or a number",
    ja="見出し語は、段落の初めか、関係・箇条・番号の記号のすぐ後ろに書く",
)
_NUMBERED = Words(
    en="numbered statements follow each other after a blank line, and `----` stands before the last one",
    ja="番号付きの文は空行の後に続けて書き、最後の文の前に `----` を置く",
)
_MISPLACED = {
    "SIGN": _BEHIND_NOTHING,
    "INDENT": _BEHIND_NOTHING,
    "DEDENT": Words(en="there is nothing behind this sign", ja="記号の後ろに何も書かれていない"),
    "TITLE": _TITLE,
    "REFERENCE": _TITLE,
    "NAME": _TITLE,
    "CALL": _TITLE,
    "TEXT": Words(
        en="a text stands neither behind data nor behind the hyphens that end an inference",
        ja="データの後ろや、推論を終える `--` の後ろに文は書けない",
    ),
    "DATA": Words(
        en="data stands behind a text or a title, once", ja="データは文か見出し語の後ろに一度だけ書く"
    ),
    "HEADING": Words(en="a heading is a paragraph of its own", ja="見出しの前に空行がない"),
    "ITEM": Words(en="a list is a paragraph of its own", ja="箇条書きの前に空行がない"),
    "NUMBER": _NUMBERED,
    "INFERENCE": _NUMBERED,
}
