"""The manual keeps what it promises: its examples load, its commands exist, everything that exists stands in it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from argmap.checks import CHECKS
from argmap.cli import cli
from argmap.findings import all_rules
from argmap.loading import read
from argmap.questions import QUESTION_KINDS
from argmap.render import RENDERERS

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / "README.md", ROOT / "README.ja.md", *sorted((ROOT / "docs").glob("*.md"))]
RULES = ROOT / "tests" / "rules"


def blocks(page: Path, language: str) -> list[str]:
    return re.findall(
        rf"^```{language}\n(.*?)^```$", page.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL
    )


def examples(language: str) -> list[tuple[Path, str]]:
    return [(page, text) for page in PAGES for text in blocks(page, language)]


@pytest.mark.parametrize(("page", "text"), examples("yaml"), ids=lambda value: getattr(value, "name", ""))
def test_every_yaml_example_can_be_read(page: Path, text: str) -> None:
    file = read(text.encode(), id="example", file=page.name, folder=".")
    assert [str(one) for one in file.diagnostics] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_python_example_runs(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    for text in blocks(page, "python"):
        exec(compile(text, page.name, "exec"), {})  # noqa: S102 - our own manual


def test_every_argmap_command_in_an_example_exists() -> None:
    named = {
        word
        for _, text in (*examples("sh"), *examples("console"))
        for word in re.findall(r"^(?:\$ )?argmap (\w+)", text, re.MULTILINE)
    }
    assert named <= set(cli.commands)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_leads_somewhere(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    links = [link for link in re.findall(r"\]\(([^)#]+)", text) if not link.startswith("http")]
    assert [link for link in links if not (page.parent / link).exists()] == []


def test_everything_that_exists_stands_in_the_manual() -> None:
    commands = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
    assert [name for name in cli.commands if f"## `argmap {name}`" not in commands] == []
    for name, command in cli.commands.items():
        options = [text for option in command.params for text in option.opts if text.startswith("--")]
        page = commands.partition(f"## `argmap {name}`")[2].partition("\n## ")[0]
        assert [text for text in options if text not in page] == [], name
    questions = (ROOT / "docs" / "questions.md").read_text(encoding="utf-8")
    assert [slug for slug in QUESTION_KINDS if f"## {slug}" not in questions] == []
    maps = (ROOT / "docs" / "maps.md").read_text(encoding="utf-8")
    assert [name for name in RENDERERS if f"`{name}`" not in maps] == []


def test_every_rule_has_a_manual_page_and_both_examples() -> None:
    for rule in all_rules():
        assert len(rule.manual.split("\n\n")) >= 3, rule.code
        assert (RULES / rule.code).is_dir(), rule.code
    assert len(CHECKS) > 30
