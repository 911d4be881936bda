"""Arguments and options that several commands share."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

import click

from argmap.cli.session import STDOUT

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

_FORMATS = {
    None: "svg, png, pdf, html, dot or mermaid. Default: by the ending of the file, or svg.",
    "findings": "text, json, md, github or sarif.",
    "status": "text, json or md.",
    "why": "text, json or md.",
    "flip": "text, json or md.",
    "questions": "md, text, json, docx, notice, floor (both Word) or xlsx.",
    "rules": "text, json or md.",
    "diff": "text, json, md, svg, png or pdf. Default: by the ending of the file, or text.",
}  # in words, for looking formats up would make --help slow; a test compares

F = TypeVar("F", bound=Callable[..., Any])


class OneOf(click.ParamType[str], ABC):
    """One of several names that are looked up when one is given, so that `--help` stays quick."""

    name = "format"

    @abstractmethod
    def names(self) -> list[str]:
        """Every name there is."""

    def has(self, value: str) -> bool:
        """Whether there is a name."""
        return value in self.names()

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The name, if there is one like it."""
        if not self.has(value):
            self.fail(f"{value!r} is none of {', '.join(self.names())}", param, ctx)
        return value

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        """The names that begin like this."""
        from click.shell_completion import CompletionItem

        del ctx, param
        return [CompletionItem(name) for name in self.names() if name.startswith(incomplete)]


class Formats(OneOf):
    """The formats of reports or maps.

    Args:
        report: the report that a format must have; None for the formats of maps.
    """

    def __init__(self, report: str | None = None) -> None:
        self.report = report

    def names(self) -> list[str]:
        """Every format that has the report."""
        if self.report is None:
            from argmap import pipeline

            return list(pipeline.map_formats())
        from argmap.report import REPORTERS

        return [name for name, one in REPORTERS.items() if getattr(one, self.report) is not None]

    def has(self, value: str) -> bool:
        """Whether there is a format; of the formats of reports, only this one is loaded."""
        if self.report is None:
            return super().has(value)
        from argmap.report import REPORTERS

        return value in REPORTERS and getattr(REPORTERS[value], self.report) is not None


def format_of(
    report: str | None, default: str | None = "text", kind: type[Formats] = Formats
) -> Callable[[F], F]:
    """The option `--format`, with the formats that have a report (None: the formats of maps)."""
    return click.option(
        "--format", "fmt", type=kind(report), default=default, show_default=True, help=_FORMATS[report]
    )


paths_argument = click.argument("paths", metavar="[PATH]...", nargs=-1, type=click.Path(allow_dash=True))
lang_option = click.option(
    "--lang",
    type=click.Choice(["ja", "en"]),
    help="Language of the output. Default: the debate's, then the locale's.",
)
side_option = click.option("--side", metavar="SIDE", help="Whose gaps are looked for. Default: government.")
output_option = click.option(
    "-o",
    "--output",
    type=click.Path(allow_dash=True),
    default=STDOUT,
    help="Write to this file instead of standard output.",
)
engine_option = click.option(
    "--engine",
    type=click.Choice(["pip", "dot"]),
    default="pip",
    help="Layout engine: the one that pip installed, or the system's Graphviz.",
)
SEMANTICS = ("grounded", "complete", "preferred", "stable", "semi-stable", "ideal")
"""In words, for looking them up would make --help slow; a test compares."""
paper_option = click.option(
    "--paper", type=click.Choice(["a4", "a3"]), default="a4", show_default=True, help="Paper of PDFs."
)
