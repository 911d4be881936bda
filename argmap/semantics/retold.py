"""Debates told otherwise: as if some statements had never been said, had fallen, or had been shown or met with evidence."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from itertools import count
from typing import Any

from argmap.model import Concession, Debate, Evidence, Link, Rebuttal, Statement

_SECTIONS = ("claims", "rebuttals", "evidence")
_NAMED: Mapping[str, Callable[[Any], tuple[str | None, ...]]] = {
    "rebuts": lambda link: (link.to,),
    "backs": lambda link: (link.to,),
    "supports": lambda support: (support.to, *support.with_),
    "undercuts": lambda undercut: (undercut.from_, undercut.to),
}
"""The links between statements, and every statement that one names."""


def without(debates: Iterable[Debate], keys: Collection[str]) -> tuple[Debate, ...]:
    """Debates as if some statements had never been said: without them, and without a word of them.

    What is left out takes with it every link that names it, and so every step that it is a premise of; what it
    answered, it does not answer.

    Args:
        debates: the debates.
        keys: the `debate#id` of each statement.
    """
    return tuple(_without(debate, keys) for debate in debates)


def only(debates: Iterable[Debate], keys: Collection[str]) -> tuple[Debate, ...]:
    """The statements with these keys, in the debates that hold any; links may lead nowhere then."""
    return tuple(
        debate.model_copy(
            update={
                section: {
                    local: said
                    for local, said in getattr(debate, section).items()
                    if f"{debate.id}#{local}" in keys
                }
                for section in _SECTIONS
            }
        )
        for debate in debates
        if any(key.startswith(f"{debate.id}#") for key in keys)
    )


def altered(
    debates: Iterable[Debate],
    *,
    fallen: Collection[str] = (),
    shown: Collection[str] = (),
    rebutted: Collection[str] = (),
) -> tuple[Debate, ...]:
    """Debates in which something changed.

    Args:
        debates: the debates.
        fallen: the `debate#id` of statements that are withdrawn, or cannot be held any more.
        shown: of those for which evidence is shown; of evidence, that is its source.
        rebutted: of those against which a new rebuttal with evidence is made.
    """
    return tuple(_altered(debate, fallen, shown, rebutted) for debate in debates)


def _without(debate: Debate, keys: Collection[str]) -> Debate:
    def gone(local: str | None) -> bool:
        return local is not None and (local if "#" in local else f"{debate.id}#{local}") in keys

    def retold(said: Statement) -> Statement:
        kept = {
            verb: tuple(link for link in getattr(said, verb, ()) if not any(map(gone, named(link))))
            for verb, named in _NAMED.items()
        }
        changed = {verb: links for verb, links in kept.items() if links != getattr(said, verb, ())}
        return said.model_copy(update=changed) if changed else said

    return debate.model_copy(
        update={
            section: {
                local: retold(said) for local, said in getattr(debate, section).items() if not gone(local)
            }
            for section in _SECTIONS
        }
    )


def _altered(
    debate: Debate, fallen: Collection[str], shown: Collection[str], rebutted: Collection[str]
) -> Debate:
    def retold(local: str, said: Statement) -> Statement:
        key, update = f"{debate.id}#{local}", dict[str, object]()
        if key in fallen:
            update["conceded"] = Concession()
        if key in shown and isinstance(said, Evidence):
            update["accepted"] = True
        return said.model_copy(update=update) if update else said

    sections: dict[str, dict[str, Statement]] = {
        section: {local: retold(local, said) for local, said in getattr(debate, section).items()}
        for section in _SECTIONS
    }
    new = (f"new-{n}" for n in count(1) if debate.section_of(f"new-{n}") is None)
    against = dict(zip(new, _here(debate, rebutted), strict=False))
    for name, local in against.items():
        sections["rebuttals"][name] = Rebuttal.model_construct(text="…", by="", rebuts=(Link(to=local),))
    proved = [local for local in _here(debate, shown) if local not in debate.evidence]
    for name, local in zip(new, [*proved, *against], strict=False):
        sections["evidence"][name] = Evidence.model_construct(
            text="…", backs=(Link(to=local),), accepted=True
        )
    return debate.model_copy(update=sections)


def _here(debate: Debate, keys: Iterable[str]) -> list[str]:
    """The ids of those that stand in a debate."""
    return [key.rpartition("#")[2] for key in keys if key.rpartition("#")[0] == debate.id]
