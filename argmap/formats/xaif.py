"""xAIF, AIF in a wrapper: the JSON that OVA3 saves and the open argument mining framework (oAMF) passes on.

Its `AIF` part is read and written like AIF. The text, the layout and whatever a program has added around it are
named as lost.
"""

from __future__ import annotations

import re

from argmap.diagnostics import Words
from argmap.formats import Exported, Given, Imported, Note, _aif, _aif_spell
from argmap.formats._aif_write import spread
from argmap.formats._json import parse
from argmap.model import Debate

NAME = "xAIF (OVA3, oAMF)"
SUFFIX = ".json"
READS = _aif.READS
WRITES = _aif.WRITES

_AROUND = re.compile(rb'"(AIF|aif)"\s*:\s*\{')


def recognises(given: Given) -> bool:
    """Whether a file is an object with an AIF object in it."""
    return bool(_AROUND.search(given.data))


def read(given: Given) -> Imported:
    """The debate of an xAIF file."""
    value, faults = parse(given)
    inner = value.get("AIF", value.get("aif")) if isinstance(value, dict) else None
    if not isinstance(value, dict) or not isinstance(inner, dict):
        return Imported(debate=None, faults=faults or (Note(message=_NO_AIF),))
    around = {key: content for key, content in value.items() if content and content is not inner}
    also = tuple(Note(message=_aif.beside(key, content), at=key[:60]) for key, content in around.items())
    return _aif.read(inner, also, faults)


def write(debate: Debate) -> Exported:
    """The xAIF file of a debate; its text is the statements', one a line."""
    inner = _aif_spell.spell(debate)
    said = [*debate.statements(), *debate.questions.items()]
    value = {
        "AIF": inner,
        "text": "\n".join(each.text for _, each in said),
        "dialog": bool(inner["locutions"]),
        "OVA": {"firstname": "", "surname": "", "url": "", "nodes": [], "edges": []},
    }
    text = spread(value, 3)
    return Exported(data=f"{text}\n".encode(), lost=_aif_spell.lost(debate))


_NO_AIF = Words(
    en="this is no xAIF object: it has no `AIF` object", ja="xAIF ではない。`AIF` のオブジェクトがない"
)
