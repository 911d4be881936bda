"""AIF JSON, as AIFdb and OVA write it: the Argument Interchange Format (Chesñevar et al. 2006; AIFdb, 2012).

Statements (`I`) become claims, or rebuttals where they attack; the premises of an inference (`RA`) stay linked; a
conflict (`CA`) with a statement rebuts, one with an inference undercuts, and one with another conflict, which is
named, rebuts whoever makes that one. Locutions (`L`) say who speaks, and their words are kept as a quote where they
differ from the statement. What is asked and not asserted is a question; what somebody else says in reaction to it
becomes an answer, to be reviewed. Rephrasings, preferences and other relations between locutions have no place in a
debate and are named, each with its id.
"""

from __future__ import annotations

import re

from argmap.diagnostics import Words
from argmap.formats import Exported, Given, Imported, Note, _aif, _aif_spell
from argmap.formats._aif_write import spread
from argmap.formats._json import parse
from argmap.model import Debate

NAME = "AIF (AIFdb, OVA)"
SUFFIX = ".json"
READS = _aif.READS
WRITES = _aif.WRITES

_OURS = re.compile(rb'"(nodeID|locutions)"|"type"\s*:\s*"(I|RA|CA|L|YA|TA|MA)"')
_AROUND = re.compile(rb'"(AIF|aif)"\s*:\s*\{')


def recognises(given: Given) -> bool:
    """Whether a file is an AIF object, and not an xAIF object around one."""
    data = given.data
    return b'"nodes"' in data and bool(_OURS.search(data)) and not _AROUND.search(data)


def read(given: Given) -> Imported:
    """The debate of an AIF file."""
    value, faults = parse(given)
    if isinstance(value, dict) and isinstance(value.get("nodes"), list):
        return _aif.read(value, faults=faults)
    return Imported(debate=None, faults=faults or (Note(message=_NO_NODES),))


def write(debate: Debate) -> Exported:
    """The AIF file of a debate."""
    text = spread(_aif_spell.spell(debate), 2)
    return Exported(data=f"{text}\n".encode(), lost=_aif_spell.lost(debate))


_NO_NODES = Words(
    en="this is no AIF object: it has no list of `nodes`", ja="AIF ではない。`nodes` のリストがない"
)
