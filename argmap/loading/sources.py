"""Where a debate names its sources, and what the source files say there."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from argmap.diagnostics import Path as Place
from argmap.loading.debate import DebateFile
from argmap.model import SECTIONS, Debate, Question, SourceRef, Statement
from argmap.quotes import Match, SourceText, figures

MOST_BYTES = 16_000_000
_CODECS = ("utf-8-sig", "euc_jp", "cp932")  # in this order: text in CP932 is hardly ever valid EUC-JP


@dataclass(frozen=True, slots=True, kw_only=True)
class Quoted:
    """A quote in a debate, and what its source says.

    Attributes:
        debate: the debate's id.
        at: where the quote stands in the debate file.
        ref: the source's id and the quote.
        text: the text of the source's file; None when the file is not there or is no text.
        match: the quote in that text.
    """

    debate: str
    at: Place
    ref: SourceRef
    text: SourceText | None
    match: Match | None

    @property
    def changes_figure(self) -> bool:
        """Whether the quote is near, and a digit or numeral in it is another than in the source."""
        near = self.match is not None and self.match.kind == "near"
        return near and figures(self.ref.quote or "") != figures(self.match.found if self.match else "")


def references(debate: Debate) -> Iterator[tuple[Place, SourceRef]]:
    """Every place where a debate refers to a source, in the order of the file."""
    for section in ("claims", "rebuttals", "evidence", "questions"):
        items: dict[str, Statement | Question] = getattr(debate, section)
        for local, said in items.items():
            if said.source is not None:
                yield (section, local, "source"), said.source
            if isinstance(said, Statement) and said.conceded is not None and said.conceded.source is not None:
                yield (section, local, "conceded", "source"), said.conceded.source


def source_text(folder: str, file: str) -> str | None:
    """The text of a source's file.

    Args:
        folder: the folder of the debate file.
        file: the path as the source gives it, relative to the folder; it may lead upwards.

    Returns:
        The text in UTF-8, EUC-JP or CP932; None when `source_bytes` has none, or they are no text.
    """
    data = source_bytes(folder, file)
    return None if data is None or b"\0" in data else _decoded(data)


def source_bytes(folder: str, file: str) -> bytes | None:
    """What is in a source's file; arguments as for `source_text`.

    Returns:
        The bytes; None when the path is absolute, or there is no such file, or it has more than 16 MB.
    """
    if Path(file).is_absolute():
        return None
    path = Path(folder, file)
    try:
        if not path.is_file() or path.stat().st_size > MOST_BYTES:
            return None
        return path.read_bytes()
    except (OSError, ValueError):  # no permission, a loop of links, a name that no file system takes
        return None


def _decoded(data: bytes) -> str | None:
    for codec in _CODECS:
        try:
            return data.decode(codec)
        except UnicodeDecodeError:
            continue
    return None


def look_up(files: Iterable[DebateFile]) -> Iterator[Quoted]:
    """Every quote from a source that names a file, looked up in it; each file is read once.

    Where a debate quotes words that stand in a file several times, those behind its last quote are meant.
    """
    texts: dict[tuple[str, str], SourceText | None] = {}
    for file in files:
        last: dict[tuple[str, str], int] = {}
        for at, ref in references(file.debate):
            source = file.debate.sources.get(ref.in_)
            if source is None or source.file is None or ref.quote is None:
                continue
            key = (file.folder, source.file)
            if key not in texts:
                raw = source_text(*key)
                texts[key] = None if raw is None else SourceText(raw)
            text = texts[key]
            match = None if text is None else text.find(ref.quote, last.get(key, 0))
            if match is not None and match.kind == "exact":
                last[key] = match.start
            yield Quoted(
                debate=file.debate.id,
                at=(*at, "quote"),
                ref=ref,
                text=text,
                match=match,
            )


def verbatim(debates: Iterable[Debate], quotes: Iterable[Quoted]) -> tuple[Debate, ...]:
    """The debates without the quotes that were looked up and that their source does not hold word for word."""
    wrong = {
        (one.debate, *one.at[:2]) for one in quotes if one.match is not None and one.match.kind != "exact"
    }
    return tuple(_unquoted(debate, wrong) if wrong else debate for debate in debates)


def _unquoted(debate: Debate, wrong: Container[tuple[str | int, ...]]) -> Debate:
    sections = {
        section: {
            local: said.model_copy(update={"source": said.source.model_copy(update={"quote": None})})
            if said.source is not None and (debate.id, section, local) in wrong
            else said
            for local, said in getattr(debate, section).items()
        }
        for section in SECTIONS
    }
    return debate.model_copy(update=sections)
