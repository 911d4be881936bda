"""An invented debate as plain arrays on the disk, so that inventing it costs the process that labels it nothing.

Little-endian, one file an array: `roles`, `parties`, `verbs` a byte each (the place in the tuples below), `sources` and
`targets` four bytes each (the number of the statement).
"""

import sys
from array import array
from pathlib import Path
from typing import Final, get_args

from shape import Debate, Relation, Role, Verb, invent

_ROLES: Final[tuple[Role, ...]] = get_args(Role)
_VERBS: Final[tuple[Verb, ...]] = get_args(Verb)
_PARTIES: Final = ("", "city", "councilor")


def write(folder: Path, statements: int, relations: int) -> None:
    """Invent a debate and write its arrays."""
    debate = invent(statements, relations)
    sources, verbs, targets = zip(*debate.relations, strict=True)
    folder.mkdir(parents=True)
    for name, data in {
        "roles": bytes(map(_ROLES.index, debate.roles)),
        "parties": bytes(map(_PARTIES.index, debate.parties)),
        "verbs": bytes(map(_VERBS.index, verbs)),
        "sources": array("i", sources).tobytes(),
        "targets": array("i", targets).tobytes(),
    }.items():
        (folder / name).write_bytes(data)


def read(folder: Path) -> Debate:
    """Read the debate of a folder; its relations can be gone through once."""
    data = {
        name: (folder / name).read_bytes() for name in ("roles", "parties", "verbs", "sources", "targets")
    }
    sources, targets = array("i", data["sources"]), array("i", data["targets"])
    return Debate(
        roles=tuple(_ROLES[one] for one in data["roles"]),
        parties=tuple(_PARTIES[one] for one in data["parties"]),
        groups=(),
        relations=map(Relation, sources, (_VERBS[one] for one in data["verbs"]), targets),
    )


if __name__ == "__main__":
    write(Path(sys.argv[1]), *map(int, sys.argv[2:]))
