"""`argmap accept`: which arguments of an abstract framework can be held together."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from argmap.cli.options import SEMANTICS, lang_option
from argmap.cli.session import CRASH, FINDINGS, NO_INPUT, STDOUT, USAGE, leave, locale_lang, put, settings
from argmap.diagnostics import Lang, Words

if TYPE_CHECKING:
    from argmap.formats import Arguments, Given
    from argmap.frameworks import Framework, Question
    from argmap.frameworks.told import Told

_TASKS = {
    "SE": "SE",
    "EE": "EE",
    "CE": "CE",
    "DC": "DC",
    "DS": "DS",
    "some": "SE",
    "every": "EE",
    "count": "CE",
    "credulous": "DC",
    "skeptical": "DS",
}
_TOO_LATE = Words(
    en="not decided within {0:g} s: nothing is known of the answer; --timeout gives more time",
    ja="{0:g} 秒では決まらなかった。答えは分からない。--timeout で時間を延ばせる",
)
_UNPROVED = Words(
    en="the answer could not be proved, so it is not given; this is a bug in argmap, please report it: {0}",
    ja="答えを検証できなかったため、示さない。argmap の不具合なので報告してほしい: {0}",
)


@click.command()
@click.argument("file", type=click.Path(allow_dash=True))
@click.option(
    "--semantics",
    type=click.Choice(SEMANTICS),
    default="grounded",
    show_default=True,
    help="Which sets of arguments can be held.",
)
@click.option(
    "--task",
    type=click.Choice(list(_TASKS), case_sensitive=False),
    help="SE some, EE every, CE count, DC credulous, DS skeptical. Default: both of the last.",
)
@click.option(
    "-a",
    "--argument",
    "arguments",
    multiple=True,
    metavar="NAME",
    help="Ask of this argument only; may be given again, and is then also asked of all together.",
)
@click.option(
    "--most",
    type=click.IntRange(1),
    default=1000,
    show_default=True,
    help="List no more extensions than this.",
)
@click.option(
    "--timeout",
    type=click.FloatRange(0, min_open=True),
    metavar="SECONDS",
    help="Give up a search after this time.",
)
@click.option(
    "--format",
    "fmt",
    type=click.Choice(["text", "json", "iccma"]),
    default="text",
    show_default=True,
    help="text, argmap-accept/1, or as the ICCMA competitions write it.",
)
@lang_option
def accept(
    file: str,
    semantics: str,
    task: str | None,
    arguments: tuple[str, ...],
    most: int,
    timeout: float | None,
    fmt: str,
    lang: Lang | None,
) -> None:
    """Say which arguments of an abstract framework can be held together.

    FILE is apx, tgf or the format of ICCMA 2023; - is standard input. Every answer is proved before it is given. Exit
    code 1: a limit was met, or the file has faults.
    """
    from argmap.frameworks import OutOfTimeError, Question, Semantics, Task, UnprovedError, prove
    from argmap.frameworks.told import Told

    language: Lang = lang or settings().lang or locale_lang()
    wanted = Task(_TASKS[task]) if task else None
    about_arguments = wanted in (None, Task.CREDULOUS, Task.SKEPTICAL)
    if arguments and not about_arguments:
        raise click.BadParameter("only credulous and skeptical ask of an argument", param_hint="--argument")
    if fmt == "iccma" and (wanted is None or (about_arguments and len(arguments) != 1)):
        raise click.BadParameter(
            "iccma answers one --task; credulous and skeptical need one --argument", param_hint="--format"
        )
    slug, found, framework = _read(file, language)
    numbers = _numbers(arguments, found, language)
    question = Question(
        semantics=Semantics(semantics), task=wanted, arguments=numbers, most=most if wanted == "EE" else None
    )
    try:
        answer, proof = prove(framework, question, timeout)
        together = _together(framework, question, timeout)
    except OutOfTimeError:
        leave(FINDINGS, f"argmap: {file}: {_TOO_LATE.say(language).format(timeout)}")
    except UnprovedError as error:
        leave(CRASH, f"argmap: {file}: {_UNPROVED.say(language).format(error)}")
    told = Told(
        file=file,
        format=slug,
        names=found.names or (),
        framework=framework,
        answer=answer,
        proof=proof,
        together=together,
    )
    put(_written(told, fmt, found, language), STDOUT)
    if found.faults or (wanted is Task.EVERY and not answer.whole):
        leave(FINDINGS)


def _read(file: str, lang: Lang) -> tuple[str, Arguments, Framework]:
    """The framework in a file; what is wrong with the file is said on standard error."""
    from argmap.frameworks import Framework
    from argmap.report.text.style import printable
    from argmap.transfer import framework_file

    given = _given(file)
    slug, found = framework_file(given)
    for note in found.faults:
        at = f":{note.at}" if note.at else ""
        click.echo(printable(f"{given.name}{at}: {note.message.say(lang)}"), err=True)
    if slug is None or found.names is None:
        leave(NO_INPUT)
    return slug, found, Framework.of(len(found.names), found.attacks)


def _given(file: str) -> Given:
    from argmap.formats import Given
    from argmap.transfer import given

    if file == STDOUT:
        return Given(name=file, data=sys.stdin.buffer.read(), beside=lambda _: None)
    try:
        return given(Path(file))
    except OSError as error:
        leave(NO_INPUT, f"argmap: {file}: {error.strerror}")


def _numbers(arguments: tuple[str, ...], found: Arguments, lang: Lang) -> tuple[int, ...] | None:
    """The numbers of the arguments that were asked about; None for all."""
    from argmap.loading.near import Nearest

    names = found.names or ()
    place = {name: number for number, name in enumerate(names)}
    for name in arguments:
        if name not in place:
            hint = Nearest(names).hint(name)
            words = Words(en=f"there is no argument {name}", ja=f"論証 {name} はない")
            leave(USAGE, f"argmap: {words.say(lang)}" + (f" ({hint.say(lang)})" if hint else ""))
    return tuple(dict.fromkeys(place[name] for name in arguments)) or None


def _together(framework: Framework, question: Question, seconds: float | None) -> bool | None:
    """Whether all arguments that were asked about are in one extension; None where that was not asked."""
    from argmap.frameworks.together import together

    if question.arguments is None or len(question.arguments) == 1:
        return None
    return together(framework, question.semantics, question.arguments, seconds)


def _written(told: Told, fmt: str, found: Arguments, lang: Lang) -> str:
    if fmt == "json":
        from argmap.report.json.accept import accepted as as_json

        return as_json(told, found, lang)
    from argmap.report.text.accept import accepted, iccma

    return iccma(told) if fmt == "iccma" else accepted(told, lang)
