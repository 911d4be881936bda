"""Arguments and options that several commands share."""

from __future__ import annotations

from collections.abc import Callable, Mapping
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
    "questions": "md, text, json, docx, notice, floor (both Word) or xlsx.",
    "rules": "text, json or md.",
}  # in words, for looking formats up would make --help slow; a test compares

F = TypeVar("F", bound=Callable[..., Any])


class Formats(click.ParamType[str]):
    """The formats of a registry; looked up when one is named, so that `--help` stays quick.

    Args:
        report: the report that a format must have; None for the formats of maps.
    """

    name = "format"

    def __init__(self, report: str | None = None) -> None:
        self.report = report

    def _registry(self) -> Mapping[str, Any]:
        if self.report is None:
            from argmap import pipeline

            return pipeline.map_formats()
        from argmap.report import REPORTERS

        return REPORTERS

    def _has(self, name: str) -> bool:
        found = self._registry().get(name)
        return found is not None and (self.report is None or getattr(found, self.report) is not None)

    def names(self) -> list[str]:
        """Every format there is."""
        return [name for name in self._registry() if self._has(name)]

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The format, if there is one of this name."""
        if not self._has(value):
            self.fail(f"{value!r} is none of {', '.join(self.names())}", param, ctx)
        return value

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        """The formats that begin like this."""
        from click.shell_completion import CompletionItem

        del ctx, param
        return [CompletionItem(name) for name in self.names() if name.startswith(incomplete)]


def format_of(report: str | None, default: str | None = "text") -> Callable[[F], F]:
    """The option `--format`, with the formats that have a report (None: the formats of maps)."""
    return click.option(
        "--format", "fmt", type=Formats(report), default=default, show_default=True, help=_FORMATS[report]
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
