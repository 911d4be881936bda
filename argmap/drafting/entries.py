"""The entries of a debate file as plain data: what they say themselves, and their links in one form."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from copy import deepcopy
from typing import Any

from argmap.drafting.debate import Entry
from argmap.drafting.matching import Mark
from argmap.loading.changes import as_read
from argmap.model import LINKS, SECTIONS

ORDER = ("text", "by", "kind", "due", *LINKS, "date", "place", "source", "group", "turn", "review")
"""The keys of an entry in the order of the file."""


def entries(data: Mapping[str, Any]) -> Iterator[tuple[str, str, Entry]]:
    """Every statement and question: its section, its id, what it says."""
    for section in SECTIONS:
        for local, entry in (data.get(section) or {}).items():
            yield section, local, entry


def mark(entry: Entry) -> Mark:
    """What an entry is known by."""
    source = entry.get("source")
    return Mark(str(entry.get("text", "")), source.get("quote", "") if isinstance(source, Mapping) else "")


def title(item: Any) -> str:  # noqa: ANN401 - a party, or the title of a group
    """What a party or a group is called."""
    return str(item.get("name", "")) if isinstance(item, Mapping) else str(item)


def own(entry: Entry) -> Entry:
    """What an entry says itself, without its links and whether it was confirmed."""
    return {key: as_read(value) for key, value in entry.items() if key not in LINKS and key != "review"}


def as_proposed(entry: Entry, base: Entry) -> bool:
    """Whether every link of an entry still is as it was proposed."""
    return all(
        by_target(base, key).get(target) == link
        for key in LINKS
        for target, link in by_target(entry, key).items()
    )


def listed(entry: Entry, key: str) -> list[Any]:
    """The links of one key, as they are written."""
    return list(entry.get(key) or ())


def by_target(entry: Entry, key: str) -> dict[str, Entry]:
    """The links of one key in their wide form, by what they lead to."""
    return {link[LINKS[key]]: link for link in (wide(item, key) for item in listed(entry, key))}


def wide(item: Any, key: str) -> Entry:  # noqa: ANN401 - an id or a mapping
    """A link in its wide form."""
    return deepcopy(item) if isinstance(item, dict) else {LINKS[key]: item}
