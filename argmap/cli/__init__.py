"""The command line: options in, text out, exit code. Everything slow is imported in the command that needs it."""

from __future__ import annotations

import gc
import os
import sys
from typing import NoReturn

import click

from argmap import __version__
from argmap.cli import commands
from argmap.cli.accepting import accept
from argmap.cli.asking import brief, questions, template
from argmap.cli.building import build
from argmap.cli.comparing import diff
from argmap.cli.deciding import decide
from argmap.cli.formatting import export, import_
from argmap.cli.ingesting import ingest
from argmap.cli.reviewing import review
from argmap.cli.session import CRASH, USAGE, leave
from argmap.cli.standing import status, why
from argmap.cli.trial import flip

_GARBAGE = 500_000  # new objects between two collections: debates make many objects and next to no cycles


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="argmap")
def cli() -> None:
    """Map claims, rebuttals and evidence of a debate; see what stands; prepare the next questions.

    PATH is a debate file, a folder of them, or - for standard input. Without one it is the folder claims.
    """


for _command in (
    build,
    commands.check,
    status,
    why,
    flip,
    diff,
    commands.render,
    questions,
    decide,
    brief,
    template,
    ingest,
    review,
    import_,
    export,
    accept,
    commands.schema,
    commands.rules,
    commands.new,
):
    cli.add_command(_command)


def main() -> NoReturn:
    """Run the command line and exit: 0, 1 findings, 2 usage, 3 no input, 70 crash."""
    gc.set_threshold(_GARBAGE)
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # looking for some takes longer than a check
    try:
        for stream in filter(None, (sys.stdout, sys.stderr)):
            stream.reconfigure(encoding="utf-8", errors="replace", newline="\n")
        sys.exit(cli(prog_name="argmap", standalone_mode=True))
    except OSError as error:
        leave(USAGE, f"argmap: {error.filename or 'output'}: {error.strerror}")
    except Exception:  # noqa: BLE001 - the last line of defence: whatever arrives here is a bug
        import traceback

        traceback.print_exc()
        leave(CRASH, "argmap: this is a bug in argmap; please report it with the lines above")
