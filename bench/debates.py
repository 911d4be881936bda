"""Invented debates as files: the same statements and relations in argmap's YAML and in Argdown."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Final

from shape import Debate, Relation, Role, Verb, invent, tangle
from words import group_title, sentences

_SECTIONS: Final[dict[Role, str]] = {"claim": "claims", "rebuttal": "rebuttals", "evidence": "evidence"}
_SESSIONS: Final = ("2024-03", "2024-06", "2024-09", "2024-12")  # one source each, in the order of speech
_MARKS: Final[dict[Verb, str]] = {"supports": "+", "backs": "+", "rebuts": "-"}
_QUOTED: Final = slice(2, 18)  # the characters of a statement that its source is quoted with


@dataclass(frozen=True, kw_only=True)
class Order:
    """Which debate to invent; the same order gives the same files, byte for byte."""

    statements: int
    relations: int
    tangled: bool = False
    seed: int = 1

    @cached_property
    def shape(self) -> Debate:
        """Roles, groups and relations, by number of the statement."""
        debate = invent(self.statements, self.relations, self.seed)
        return tangle(debate, self.seed) if self.tangled else debate

    @cached_property
    def texts(self) -> tuple[str, ...]:
        """The sentences, by number of the statement."""
        return sentences(self.shape, self.seed)

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The ids, by number of the statement."""
        return tuple(f"{role}-{number}" for number, role in enumerate(self.shape.roles))

    def session(self, number: int) -> str:
        """The session in which a statement was made."""
        return _SESSIONS[number * len(_SESSIONS) // self.statements]


def write(order: Order, folder: Path) -> tuple[Path, Path]:
    """Write the debate, and the minutes that it quotes, below a folder; give its YAML and its Argdown."""
    name = f"{'tangled' if order.tangled else 'debate'}-{order.statements}"
    files = {
        folder / "claims" / f"{name}.yaml": debate_yaml(order, minutes=f"../sources/{name}"),
        folder / f"{name}.argdown": argdown_text(order),
        **{folder / "sources" / f"{name}-{session}.txt": text for session, text in minutes(order).items()},
    }
    for path, text in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    yaml, argdown, *_ = files
    return yaml, argdown


def debate_yaml(order: Order, minutes: str) -> str:
    """Write the debate as an argmap file; the minutes are looked for at `{minutes}-{session}.txt`."""
    text = "\n".join([*_head(order, minutes), *_sections(order), ""])
    relations = re.findall(r"^    (?:supports|rebuts|backs): \[(.*)\]$", text, re.MULTILINE)
    _agree(
        order, len(re.findall(r"^    text: ", text, re.MULTILINE)), sum(r.count(",") + 1 for r in relations)
    )
    return text


def minutes(order: Order) -> dict[str, str]:
    """Write the minutes that the debate quotes: session to text."""
    pages: dict[str, list[str]] = {session: [] for session in _SESSIONS}
    for number, text in enumerate(order.texts):
        pages[order.session(number)].append(f"第{number + 1}発言　{text}\n")
    return {session: "".join(page) for session, page in pages.items()}


def argdown_text(order: Order) -> str:
    """Write the debate in Argdown: a heading a group, and under each statement what bears on it."""
    groups, bearing = order.shape.groups, defaultdict[int, list[Relation]](list)
    for relation in order.shape.relations:
        bearing[relation.target].append(relation)
    lines: list[str] = []
    for number, text in enumerate(order.texts):
        if not order.tangled and (number == 0 or groups[number] != groups[number - 1]):
            lines += [f"# {group_title(groups[number])}", ""]
        lines.append(f"[{order.names[number]}]: {text}")
        lines += [f"  {_MARKS[verb]} [{order.names[source]}]" for source, verb, _ in bearing[number]]
        lines.append("")
    text = "\n".join(lines)
    _agree(order, *(len(re.findall(mark, text, re.MULTILINE)) for mark in (r"^\[.+?\]: ", r"^  [+-] \[")))
    return text


def _head(order: Order, minutes: str) -> Iterator[str]:
    yield "debate: {title: 汐見原市議会の質疑, lang: ja, held: 2024-12}"
    yield "parties:"
    yield "  city: {name: 市（答弁）, side: government}"
    yield "  councilor: {name: 議員, side: councilor}"
    if not order.tangled:
        yield "groups:"
        yield from (f"  group-{group}: {group_title(group)}" for group in range(order.shape.groups[-1] + 1))
    yield "sources:"
    for at in _SESSIONS:
        yield f"  minutes-{at}: {{title: {at} 定例会会議録, date: {at}, file: {minutes}-{at}.txt}}"


def _sections(order: Order) -> Iterator[str]:
    targets = defaultdict[int, defaultdict[Verb, list[str]]](lambda: defaultdict(list))
    for source, verb, target in order.shape.relations:
        targets[source][verb].append(order.names[target])
    for role, section in _SECTIONS.items():
        yield f"{section}:"
        for number in (number for number, each in enumerate(order.shape.roles) if each == role):
            yield f"  {order.names[number]}:"
            yield f"    text: {order.texts[number]}"
            if role == "evidence":
                yield f"    type: {'incident' if number % 3 else 'statistic'}"
            else:
                yield f"    by: {order.shape.parties[number]}"
                yield f"    turn: {number + 1}"
            if not order.tangled:
                yield f"    group: group-{order.shape.groups[number]}"
            yield from (f"    {verb}: [{', '.join(names)}]" for verb, names in targets[number].items())
            if role != "evidence" or number % 4:
                quote = f"quote: {order.texts[number][_QUOTED]}, at: 第{number + 1}発言"
                yield f"    source: {{in: minutes-{order.session(number)}, {quote}}}"


def _agree(order: Order, statements: int, relations: int) -> None:
    """Refuse a file that does not hold as many statements and relations as were ordered.

    Raises:
        ValueError: the numbers differ.
    """
    if (statements, relations) != (order.statements, order.relations):
        raise ValueError(f"{statements} statements and {relations} relations were written for {order}")
