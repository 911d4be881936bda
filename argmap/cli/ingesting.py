"""`argmap ingest`: documents in, debate files out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from argmap.cli.options import lang_option
from argmap.cli.session import (
    CLAIMS,
    FINDINGS,
    NO_INPUT,
    STDOUT,
    USAGE,
    leave,
    locale_lang,
    put,
    settings,
    watched,
)
from argmap.cli.targets import names_of
from argmap.diagnostics import Lang, Words

if TYPE_CHECKING:
    from argmap.intake import Ingested, Job

_YAML = (".yaml", ".yml")
_FEW = 4  # documents that are not worth processes of their own
_COLUMNS = ("turns", "statements", "links", "questions", "unanswered")
_HEADS = (
    Words(en="document", ja="文書"),
    Words(en="turns", ja="発言"),
    Words(en="statements", ja="主張など"),
    Words(en="links", ja="関係"),
    Words(en="questions", ja="質問"),
    Words(en="no answer found", ja="答弁が見当たらない"),
    Words(en="result", ja="結果"),
)
_OUTCOMES = {
    "new": Words(en="new", ja="新規"),
    "changed": Words(en="changed", ja="更新"),
    "same": Words(en="unchanged", ja="変更なし"),
    "failed": Words(en="failed", ja="失敗"),
}
_NAME = 40  # columns of a document's name in the table


@click.command()
@click.argument("documents", metavar="DOCUMENT...", nargs=-1, required=True, type=click.Path())
@click.option(
    "-o",
    "--output",
    type=click.Path(allow_dash=True),
    help="Debate file, or folder for one file a document. Default: claims; with json: standard output.",
)
@click.option(
    "--encoding", metavar="NAME", help="How the text is encoded (utf-8, cp932, euc_jp). Default: found out."
)
@click.option("--from", "source", metavar="FORMAT", help="What the document is. Default: found out.")
@click.option(
    "--format",
    "fmt",
    type=click.Choice(["yaml", "json"]),
    default="yaml",
    show_default=True,
    help="Debate files to review, or what was found in one document as argmap-draft/1.",
)
@lang_option
def ingest(
    documents: tuple[str, ...],
    output: str | None,
    encoding: str | None,
    source: str | None,
    fmt: str,
    lang: Lang | None,
) -> None:
    """Draft debates from documents: who said what, what was rebutted, what has no answer yet.

    DOCUMENT is a file or a folder. What a person has confirmed, edited or rejected in a debate file stays; a document
    that has not changed is passed over.
    """
    language: Lang = lang or settings().lang or locale_lang()
    _known(encoding, source)
    files = list(_files(documents))
    if fmt == "json":
        _as_json(files, output or STDOUT, encoding, source, language)
        return
    if output == STDOUT:
        raise click.BadParameter("debate files are not printed: name a file or a folder", param_hint="-o")
    target = Path(output or CLAIMS)
    single = target.suffix.lower() in _YAML
    if single and any(Path(name).is_dir() for name in documents):
        raise click.BadParameter("a folder of documents goes into a folder", param_hint="-o")
    done = list(_run(_jobs(files, target, encoding, source), one_by_one=single or len(files) < _FEW))
    _tell(sorted(done, key=lambda one: files.index(one.job.document)), language)


def _known(encoding: str | None, source: str | None) -> None:
    import codecs

    from argmap.ingest import READERS

    if source is not None and source not in READERS:
        raise click.BadParameter(f"{source!r} is none of {', '.join(READERS)}", param_hint="--from")
    try:
        codecs.lookup(encoding or "utf-8")
    except LookupError:
        raise click.BadParameter(f"{encoding!r} is no encoding", param_hint="--encoding") from None


def _files(names: Iterable[str]) -> Iterator[Path]:
    """The documents that names mean, each once; of a folder all below that may be one."""
    from argmap.ingest import READERS

    endings = tuple({suffix for reader in READERS.values() for suffix in reader.suffixes})
    seen: set[Path] = set()
    for name in names:
        path = Path(name)
        try:
            below = sorted(path.rglob("*")) if path.is_dir() else [path]
        except OSError as error:
            leave(NO_INPUT, f"argmap: {error.filename or name}: {error.strerror}")
        for file in below:
            hidden = any(part.startswith(".") for part in file.relative_to(path).parts)
            wanted = file is path or (file.is_file() and not hidden and file.name.lower().endswith(endings))
            if wanted and file.resolve() not in seen:
                seen.add(file.resolve())
                yield file
    if not seen:
        leave(NO_INPUT, f"argmap: no document in {', '.join(names)}")


def _jobs(files: Sequence[Path], target: Path, encoding: str | None, source: str | None) -> list[Job]:
    """Each document with its debate file: called after the document, and after its folder too where two are called alike."""
    from argmap.intake import Job

    single = target.suffix.lower() in _YAML
    return [
        Job(
            document=file,
            target=target if single else target / f"{name}.yaml",
            joining=single,
            encoding=encoding,
            format=source,
        )
        for file, name in zip(files, names_of(files), strict=True)
    ]


def _run(jobs: Sequence[Job], *, one_by_one: bool) -> Iterator[Ingested]:
    from argmap import drafts

    found = map(drafts.ingest, jobs) if one_by_one else drafts.ingest_all(jobs)
    yield from watched(found, len(jobs))


def _tell(done: Sequence[Ingested], lang: Lang) -> None:
    """The summary: a table, what failed and why, and what to do next."""
    from argmap.report.text.columns import cut, table
    from argmap.report.text.style import printable

    rows = [[words.say(lang) for words in _HEADS]]
    for one in done:
        counts = [str(one.counts.get(name, "")) for name in _COLUMNS]
        result = _OUTCOMES[one.outcome].say(lang)
        rows.append([cut(printable(one.job.document.name), _NAME), *counts, result])
    click.echo(table(rows, numbers=range(1, len(_HEADS) - 1)), nl=False)
    for one in done:
        if one.outcome == "failed" or len(done) == 1:
            for note in one.notes:
                click.echo(f"argmap: {one.job.document.as_posix()}: {printable(note.say(lang))}", err=True)
    written = [one.job.target for one in done if one.outcome in ("new", "changed")]
    if written:
        place = written[0] if len(set(written)) == 1 else written[0].parent
        click.echo(f"→ argmap review {place.as_posix()}")
    if any(one.outcome == "failed" for one in done):
        leave(FINDINGS)


def _as_json(
    files: Sequence[Path], output: str, encoding: str | None, source: str | None, lang: Lang
) -> None:
    from argmap.ingest import UnreadableError
    from argmap.intake import draft_of
    from argmap.report.json.draft import draft

    if len(files) > 1:
        leave(USAGE, "argmap: --format json takes one document")
    try:
        found = draft_of(files[0], encoding=encoding, format=source)
    except UnreadableError as error:
        leave(FINDINGS, f"argmap: {files[0].as_posix()}: {error.words.say(lang)}")
    put(draft(found, lang), output)
