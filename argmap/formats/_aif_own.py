"""What argmap keeps in the block `argmap` that SADFace's metadata and arguebuf's userdata have room for.

Both formats leave a place for a program's own data. Of a debate they then hold what has no place of its own in them:
its title, an id or a scheme that the format cannot say, and where a quote stands in its source.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from argmap.diagnostics import Words
from argmap.formats import Note
from argmap.formats._aif_graph import undercut_of
from argmap.formats._aif_people import text_of
from argmap.formats._names import clean
from argmap.model import Source, is_id, latest

BLOCK = "argmap"
_FIELDS = ("title", "date", "file", "url")


def own(blocks: object) -> Mapping[str, str]:
    """The texts in argmap's block of metadata or userdata; nothing where there is none."""
    block = blocks.get(BLOCK) if isinstance(blocks, dict) else None
    return {k: v for k, v in block.items() if isinstance(v, str)} if isinstance(block, dict) else {}


def own_id(blocks: object) -> str:
    """The id in argmap's block; empty where there is none."""
    found = own(blocks).get("id", "")
    return found if is_id(found) else ""


def own_scheme(blocks: object) -> str:
    """The argumentation scheme in argmap's block; empty where there is none."""
    found = own(blocks).get("scheme", "")
    return found if is_id(found) else ""


def own_undercut(blocks: object) -> tuple[str, str | None] | None:
    """The premise and the conclusion by which argmap's block of a conflict says which steps are meant."""
    start, end = own(blocks).get("from", ""), own(blocks).get("to")
    return (start, end) if is_id(start) and (end is None or is_id(end)) else None


def undercut_block(form: str) -> dict[str, str]:
    """What stands in argmap's block of a conflict."""
    start, end = undercut_of(form) or ("", None)
    return {key: name for key, name in (("from", start), ("to", end)) if name}


def source_of(said: Mapping[str, object]) -> dict[str, str]:
    """The fields of a source of a debate file, as far as they are sound."""
    found = {key: clean(text_of(said.get(key))) for key in _FIELDS}
    if not _is_date(found["date"]):
        del found["date"]
    return {key: value for key, value in found.items() if value}


def plain(source: Source) -> dict[str, str]:
    """The fields that a source has."""
    return {key: value for key in _FIELDS if (value := getattr(source, key)) is not None}


def others(blocks: object, at: str) -> Iterator[Note]:
    """What other programs keep in metadata or userdata, a block a note."""
    for key, block in blocks.items() if isinstance(blocks, dict) else ():
        if key != BLOCK and block not in (None, "", {}, []):
            yield Note(message=_block(key), at=at)


def whole(text: object, at: str) -> Iterator[Note]:
    """That the text of a source is not carried over."""
    if isinstance(text, str) and text:
        size = f"{len(text):,}"
        yield Note(
            message=Words(en=f"the text of a source ({size} characters)", ja=f"出典の本文（{size} 字）"),
            at=at,
        )


def mapping(value: object) -> Mapping[str, Any]:
    """A JSON object; an empty one in place of anything else."""
    return value if isinstance(value, dict) else {}


def _is_date(text: str) -> bool:
    try:
        latest(text)
    except ValueError:
        return False
    return True


def _block(key: str) -> Words:
    return Words(en=f"data of another program: `{key[:60]}`", ja=f"ほかのプログラムのデータ: `{key[:60]}`")
