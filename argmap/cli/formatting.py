"""`argmap import` and `argmap export`: debates out of other people's files, and into them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from argmap.cli.options import F, OneOf, lang_option, paths_argument
from argmap.cli.session import (
    FINDINGS,
    NO_INPUT,
    STDOUT,
    Session,
    leave,
    locale_lang,
    put,
    settings,
    watched,
)
from argmap.cli.targets import names_of
from argmap.diagnostics import Lang, Words

if TYPE_CHECKING:
    from argmap.formats import Note
    from argmap.model import Debate
    from argmap.transfer import Job, Sent, Transferred

_YAML = (".yaml", ".yml")
_FEW = 4  # files that are not worth processes of their own
_LONGEST_ID = 80
_NAME = 40  # columns of a file's name in the table
_FORMATS = {
    "read": "aif, apx, argdown, arguebuf, carneades, csv, iccma23, kialo, microtext, sadface, tgf, xaif, xlsx",
    "write": "aif, apx, argdown, arguebuf, csv, dot, gexf, graphml, iccma23, mermaid, node-link, sadface, tgf, xaif, xlsx",
}  # in words, for looking formats up would make --help slow; a test compares
_HEADS = (
    Words(en="file", ja="ファイル"),
    Words(en="format", ja="形式"),
    Words(en="statements", ja="主張など"),
    Words(en="relations", ja="関係"),
    Words(en="questions", ja="質問"),
    Words(en="not carried over", ja="移せないもの"),
    Words(en="result", ja="結果"),
)
_OUTCOMES = {
    "read": Words(en="read", ja="読み込み"),
    "new": Words(en="new", ja="新規"),
    "same": Words(en="unchanged", ja="変更なし"),
    "failed": Words(en="failed", ja="失敗"),
}
_LOST = Words(en="not carried over: ", ja="移せない: ")


class _Format(OneOf):
    """The formats that can be read or written."""

    def __init__(self, verb: Literal["read", "write"]) -> None:
        self.verb = verb

    def names(self) -> list[str]:
        """Every format there is."""
        from argmap.formats import FORMATS

        return [slug for slug, one in FORMATS.items() if getattr(one, self.verb) is not None]


def _report_option(name: str) -> Callable[[F], F]:
    return click.option(
        "--format",
        "fmt",
        type=click.Choice(["text", "json"]),
        default="text",
        show_default=True,
        help=f"What is told: text, or {name} on standard output.",
    )


@click.command("import")
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=click.Path())
@click.option(
    "-o",
    "--output",
    type=click.Path(allow_dash=True),
    help="Debate file, or folder for one a file. Default: one file's debate to standard output.",
)
@click.option(
    "--from",
    "source",
    type=_Format("read"),
    help=f"{_FORMATS['read']}. Default: found out by what is in the file.",
)
@_report_option("argmap-import/1")
@lang_option
def import_(
    files: tuple[str, ...], output: str | None, source: str | None, fmt: str, lang: Lang | None
) -> None:
    """Read debates out of other programs' files.

    FILE is a file, or a folder of them. What a debate cannot hold is named on standard error, item by item. A debate
    file that is there already, and holds anything else, is left alone.
    """
    language: Lang = lang or settings().lang or locale_lang()
    jobs = _jobs(
        list(_found(files, source)), output, source, several=any(Path(name).is_dir() for name in files)
    )
    if not jobs:
        leave(NO_INPUT, f"argmap: no file in {', '.join(files)}")
    if len(jobs) > 1 and jobs[0].target is None and fmt == "text":
        raise click.BadParameter("several files go into a folder: name it", param_hint="-o")
    order = {job: number for number, job in enumerate(jobs)}
    done = sorted(_run(jobs), key=lambda one: order[one.job])
    for one in done:
        _tell(one.job.file.as_posix(), one.faults, one.lost, language)
    if fmt == "json":
        from argmap.report.json.transfer import imported

        put(imported(done, language), STDOUT)
    elif jobs[0].target is not None:
        _table(done, language)
    elif done[0].debate is not None:
        from argmap.transfer import as_yaml

        put(as_yaml(done[0].debate), STDOUT)
    if any(one.faults for one in done):
        leave(FINDINGS)


@click.command()
@paths_argument
@click.option("--to", "slug", type=_Format("write"), required=True, help=f"{_FORMATS['write']}.")
@click.option(
    "-o",
    "--output",
    type=click.Path(allow_dash=True),
    default=STDOUT,
    help="File, or folder: for several debates, and for formats of several files. Default: standard output.",
)
@_report_option("argmap-export/1")
@lang_option
def export(paths: tuple[str, ...], slug: str, output: str, fmt: str, lang: Lang | None) -> None:
    """Write debates for other programs to read.

    What the format cannot hold is named on standard error, item by item. A file that is there already, and holds
    anything else, is left alone.
    """
    session = Session(paths, lang)
    debates = session.sound()
    sent = list(_sent(debates, slug, output, only_told=fmt == "json"))
    for one in sent:
        _tell(one.debate, (), one.lost, session.lang)
        if one.fault:
            click.echo(f"argmap: {one.debate}: {one.fault.say(session.lang)}", err=True)
    if fmt == "json":
        from argmap.report.json.transfer import exported

        put(exported(slug, sent, session.lang), STDOUT)
    elif output != STDOUT:
        for path in (path for one in sent if not one.fault for path in one.files):
            click.echo(path.as_posix())
    if any(one.fault for one in sent):
        leave(FINDINGS)
    session.leave()


def _found(names: Iterable[str], source: str | None) -> Iterator[Path]:
    """The files that names mean, each once; of a folder that is none itself all below, without what is hidden."""
    seen: set[Path] = set()
    for name in names:
        path = Path(name)
        try:
            found = [path] if path.is_file() or not path.exists() else list(_below(path, source))
        except OSError as error:
            leave(NO_INPUT, f"argmap: {error.filename or name}: {error.strerror}")
        for file in found:
            if file.resolve() not in seen:
                seen.add(file.resolve())
                yield file


def _below(folder: Path, source: str | None) -> Iterator[Path]:
    """A folder when it is one debate; otherwise all that is in it, in order."""
    from argmap.transfer import given, recognise

    fits = recognise(given(folder))
    if fits and (source is None or source in fits):
        yield folder
        return
    for path in sorted(folder.iterdir()):
        if path.name.startswith("."):
            continue
        if path.is_dir() and not path.is_symlink():
            yield from _below(path, source)
        elif path.is_file():
            yield path


def _jobs(files: Sequence[Path], output: str | None, source: str | None, *, several: bool) -> list[Job]:
    from argmap.model.ids import id_of
    from argmap.transfer import Job

    if output in (None, STDOUT):
        return [Job(file=file, format=source) for file in files]
    target = Path(str(output))
    if target.suffix.lower() in _YAML:
        if len(files) > 1 or (several and files != [file for file in files if file.is_dir()]):
            raise click.BadParameter("several files go into a folder: name it", param_hint="-o")
        return [Job(file=file, target=target, format=source) for file in files]
    names = names_of(files, lambda name: id_of(name, _LONGEST_ID) or "debate")
    return [
        Job(file=file, target=target / f"{name}.yaml", format=source)
        for file, name in zip(files, names, strict=True)
    ]


def _run(jobs: Sequence[Job]) -> Iterator[Transferred]:
    from argmap import transfer

    found = map(transfer.transfer, jobs) if len(jobs) < _FEW else transfer.transfer_all(jobs)
    yield from watched(found, len(jobs))


def _sent(debates: Sequence[Debate], slug: str, output: str, *, only_told: bool) -> Iterator[Sent]:
    """Export debates; one without a file to write is printed."""
    from argmap import transfer
    from argmap.formats import FORMATS

    to_stdout = output == STDOUT
    if to_stdout and not only_told:
        if len(debates) > 1:
            raise click.BadParameter("several debates go into a folder: name it", param_hint="-o")
        for debate in debates:
            found = transfer.export(debate, slug)
            if not isinstance(found.data, bytes):
                raise click.BadParameter("this format has several files: name a folder", param_hint="-o")
            put(_printed(found.data), STDOUT)
            yield transfer.Sent(debate=debate.id, outcome="read", lost=found.lost)
        return
    target = Path(output)
    into = len(debates) > 1 or target.is_dir() or output.endswith("/")
    for debate in debates:
        place = target / f"{debate.id}{FORMATS[slug].suffix}" if into else target
        yield transfer.send(debate, slug, None if to_stdout else place)


def _printed(data: bytes) -> str | bytes:
    """Text where it is text: only what is none must not go to a terminal."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data


def _tell(name: str, faults: Sequence[Note], lost: Sequence[Note], lang: Lang) -> None:
    """What is broken and what is lost, a line an item, each with its place; then how much."""
    from argmap.report.text.style import printable

    for notes, kind in ((faults, ""), (lost, _LOST.say(lang))):
        for note in notes:
            at = f":{note.at}" if note.at else ""
            click.echo(printable(f"{name}{at}: {kind}{note.message.say(lang)}"), err=True)
    if lost:
        count = len(lost)
        counted = Words(
            en=f"argmap: {name}: {count} {'item' if count == 1 else 'items'} not carried over",
            ja=f"argmap: {name}: 移せないものが {count} 件ある",
        )
        click.echo(printable(counted.say(lang)), err=True)


def _table(done: Sequence[Transferred], lang: Lang) -> None:
    """What came from where."""
    from argmap.report.text.columns import cut, table
    from argmap.report.text.style import printable

    rows = [[words.say(lang) for words in _HEADS]]
    for one in done:
        counts = [*map(str, one.counts), str(len(one.lost))] if one.format else [""] * 4
        name = cut(printable(one.job.file.name), _NAME)
        rows.append([name, one.format or "", *counts, _OUTCOMES[one.outcome].say(lang)])
    click.echo(table(rows, numbers=range(2, 6)), nl=False)
    written = [one.job.target for one in done if one.job.target and one.outcome in ("new", "same")]
    if written:
        place = written[0] if len(written) == 1 else written[0].parent
        click.echo(f"→ argmap check {place.as_posix()}")
