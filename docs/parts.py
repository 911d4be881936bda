"""The generated parts of the README and the manual. cog runs these functions; `just fix` writes the parts anew."""

from __future__ import annotations

import shlex

import cog
from click.testing import CliRunner

from argmap.cli import cli
from argmap.diagnostics import Lang
from argmap.findings import all_rules
from argmap.formats import FORMATS, Feature
from argmap.questions import QUESTION_KINDS
from argmap.report.html.shell import KEYS
from argmap.report.html.words import SHELL
from argmap.schemes import schemes


def run(command: str) -> str:
    """What an `argmap` command prints, at 80 columns."""
    words = shlex.split(command)[1:]
    return CliRunner().invoke(cli, words, prog_name="argmap", env={"COLUMNS": "80"}).output


def show(command: str, most: int = 99) -> None:
    """A command and what it prints, at most so many lines of it."""
    lines = run(command).rstrip().splitlines()
    shown = [*lines[:most], "…"] if len(lines) > most else lines
    cog.outl("\n".join(["```console", f"$ {command}", *shown, "```", ""]))


def commands() -> None:
    """A table of the commands."""
    cog.outl("| command | what it does |\n|---|---|")
    for name, command in sorted(cli.commands.items()):
        cog.outl(f"| `argmap {name}` | {(command.help or '').partition(chr(10))[0]} |")


def help_pages() -> None:
    """The help page of every command."""
    for name in ["", *sorted(cli.commands)]:
        words = f"argmap {name} --help".replace("  ", " ")
        cog.outl(f"## `{words.removesuffix(' --help')}`\n\n```text\n{run(words).rstrip()}\n```\n")


def rules(lang: Lang) -> None:
    """A table of the rules."""
    heads = {"en": ("code", "slug", "finds", "severity"), "ja": ("番号", "名前", "見つけるもの", "重さ")}[
        lang
    ]
    cog.outl(f"| {' | '.join(heads)} |\n|---|---|---|---|")
    for rule in all_rules():
        cog.outl(f"| {rule.code} | `{rule.slug}` | {rule.name.say(lang)} | {rule.severity} |")


def rule_pages() -> None:
    """The manual page of every rule."""
    for rule in all_rules():
        cog.outl(f"## {rule.code} {rule.slug}\n\n*{rule.name.en} ({rule.name.ja})* · {rule.severity}\n")
        cog.outl(f"{rule.manual.rstrip()}\n")


def question_pages() -> None:
    """The manual page of every kind of follow-up question."""
    for kind in QUESTION_KINDS.values():
        cog.outl(f"## {kind.slug}\n\n*{kind.name.en} ({kind.name.ja})*\n\n{kind.manual.rstrip()}\n")


def scheme_table() -> None:
    """The argumentation schemes with their critical questions."""
    taken = {"undercut": " (also by any undercut)", "evidence": " (also by evidence)", None: ""}
    for scheme in schemes().values():
        cog.outl(
            f"### {scheme.slug}\n\n*{scheme.name.en} ({scheme.name.ja})*: {scheme.says.en} {scheme.says.ja}\n"
        )
        cog.outl("| critical question | asks | 質問（読み上げの形） |\n|---|---|---|")
        for one in scheme.questions:
            name = f"`{one.slug}`{taken[one.taken_up_by]}"
            cog.outl(f"| {name} | {one.floor.en} | {one.floor.ja} |")
        cog.outl("")


def keys() -> None:
    """A table of the keys of the page."""
    cog.outl("| key | what it does |\n|---|---|")
    for name, key in KEYS.items():
        cog.outl(f"| `{key}` | {SHELL[name].en} |")


def formats() -> None:
    """A list of the formats of other programs."""
    cog.outl("| `--from`, `--to` | format | in | out | files |\n|---|---|---|---|---|")
    for slug, one in FORMATS.items():
        ways = ("✓" if way else "" for way in (one.read, one.write))
        cog.outl(
            f"| `{slug}` | {one.name} | {' | '.join(ways)} | {f'`{one.suffix}`' if one.suffix else 'a folder'} |"
        )


def format_table() -> None:
    """What each format keeps of a debate, each way."""
    cog.outl(f"| | {' | '.join(FORMATS)} |\n|---{'|---' * len(FORMATS)}|")
    for feature in Feature:
        cells = (_WAYS[feature in one.reads, feature in one.writes] for one in FORMATS.values())
        cog.outl(f"| {_FEATURES.get(feature, feature)} | {' | '.join(cells)} |")


_FEATURES = {
    Feature.HEAD: "language, day",
    Feature.TEXTS: "the words of statements",
    Feature.IDS: "ids of statements and questions",
    Feature.PARTIES: "who says what",
    Feature.QUOTES: "the place in the source, quote",
    Feature.ROLES: "claim, rebuttal or evidence",
    Feature.KINDS: "kind of a claim, due",
    Feature.LINKED: "linked premises",
    Feature.EVIDENCE: "type, date and place of evidence, accepted",
    Feature.TURNS: "turn",
    Feature.REVIEW: "review: candidate",
    Feature.FOLLOW_UPS: "decisions on follow-up questions",
    Feature.ELSEWHERE: "references to other debates",
}
_WAYS = {(True, True): "both", (True, False): "in", (False, True): "out", (False, False): ""}
