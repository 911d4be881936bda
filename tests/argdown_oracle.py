"""Argdown's own parser beside ours: what each makes of a text, in one form."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Sequence
from pathlib import Path
from shutil import which
from typing import Any

from argmap.formats._argdown_build import read
from argmap.formats._argdown_document import SYMMETRIC, Argument, Node

_HERE = Path(__file__).parent
_INSTALLED = _HERE.parent / ".ci" / "node_modules" / "@argdown" / "core"


def available() -> bool:
    """Whether node and the package are here."""
    return which("node") is not None and ("ARGDOWN_CORE" in os.environ or _INSTALLED.exists())


def theirs(texts: Sequence[str]) -> list[dict[str, Any]]:
    """What `@argdown/core` makes of texts."""
    script = _HERE / "compare_argdown.mjs"
    sent = json.dumps(list(texts))
    run = subprocess.run(["node", script], input=sent, capture_output=True, check=True, encoding="utf-8")
    return [_ordered(one) for one in json.loads(run.stdout)]


def ours(text: str) -> dict[str, Any]:
    """What we make of a text."""
    document = read(text)

    def told(node: Node) -> dict[str, Any]:
        return {"texts": [said.text for said in node.texts], "tags": sorted(node.tags)}

    def lines(argument: Argument) -> list[list[Any]]:
        last = len(argument.lines) - 1
        roles = ("premise", "intermediary-conclusion", "main-conclusion")
        return [
            [roles[line.concludes + (line.concludes and place == last)], line.title, list(line.rules or ())]
            for place, line in enumerate(argument.lines)
        ]

    return _ordered(
        {
            "faults": len(document.faults),
            "statements": {title: told(node) for title, node in document.statements.items()},
            "arguments": {
                title: {**told(one), "lines": lines(one)} for title, one in document.arguments.items()
            },
            "relations": [[one.kind, list(one.source), list(one.target)] for one in document.relations],
        }
    )


def _ordered(document: dict[str, Any]) -> dict[str, Any]:
    """What does not depend on the order of visits; theirs keeps a relation of a thing to itself only at times."""
    for one in (*document.get("statements", {}).values(), *document.get("arguments", {}).values()):
        one["texts"].sort()
    relations = [one for one in document.get("relations", ()) if one[1] != one[2]]
    for relation in relations:
        if relation[0] in SYMMETRIC:
            relation[1:] = sorted(relation[1:])
    return {**document, "relations": sorted(relations)}
