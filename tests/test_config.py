"""What a project decides once."""

from __future__ import annotations

from pathlib import Path

import pytest

from argmap.config import Config, ConfigError, find_config
from argmap.diagnostics import Rule, Severity, Words


def rule(code: str, slug: str, severity: Severity = Severity.NOTE) -> Rule:
    return Rule(code=code, slug=slug, severity=severity, name=Words(en="x", ja="x"), manual="x\n")


def test_argmap_toml_is_found_upwards(tmp_path: Path) -> None:
    (tmp_path / "argmap.toml").write_text(
        'select = ["AM3"]\nignore = ["unrebutted-claim"]\nfail-on = "note"\nside = "mayor"\nlang = "ja"\n'
    )
    below = tmp_path / "a" / "b"
    below.mkdir(parents=True)
    assert find_config(below) == Config(
        select=("AM3",), ignore=("unrebutted-claim",), fail_on=Severity.NOTE, side="mayor", lang="ja"
    )


def test_pyproject_counts_only_with_its_table(tmp_path: Path) -> None:
    below = tmp_path / "a"
    below.mkdir()
    (below / "pyproject.toml").write_text("[tool.other]\nx = 1\n")
    (tmp_path / "pyproject.toml").write_text('[tool.argmap]\nside = "city"\n')
    assert find_config(below).side == "city"


def test_no_configuration_is_the_default(tmp_path: Path) -> None:
    assert find_config(tmp_path) == Config()


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("selects = []", "`selects` is not a setting"),
        ('select = "AM3"', "`select` must be a list"),
        ('fail-on = "never"', "`fail-on` must be one of error, warning, note"),
        ('lang = "fr"', "`lang` must be one of ja, en"),
        ("side = 3", "`side` must be text"),
        ("select = [", "argmap.toml"),
    ],
)
def test_what_is_not_understood_is_named(tmp_path: Path, text: str, says: str) -> None:
    (tmp_path / "argmap.toml").write_text(text)
    with pytest.raises(ConfigError, match=r"argmap\.toml") as caught:
        find_config(tmp_path)
    assert says in str(caught.value)


def test_rules_are_chosen_by_code_beginning_and_slug() -> None:
    unrebutted, orphan = rule("AM301", "unrebutted-claim"), rule("AM210", "orphan")
    assert Config().wants(unrebutted)
    assert Config(select=("am3",)).wants(unrebutted)
    assert not Config(select=("am3",)).wants(orphan)
    assert not Config(ignore=("unrebutted-claim",)).wants(unrebutted)
    assert not Config(select=("AM3",), ignore=("AM301",)).wants(unrebutted)


def test_errors_are_always_wanted() -> None:
    broken = rule("AM201", "dangling-reference", Severity.ERROR)
    assert Config(select=("AM3",), ignore=("AM201",)).wants(broken)


@pytest.mark.parametrize("text", ["tool = 1\n", "[tool]\nargmap = 1\n", "[[tool]]\n"])
def test_a_pyproject_of_another_shape_is_named(tmp_path: Path, text: str) -> None:
    (tmp_path / "pyproject.toml").write_text(text)
    with pytest.raises(ConfigError, match="must be a table"):
        find_config(tmp_path)


def test_nesting_without_end_is_named(tmp_path: Path) -> None:
    (tmp_path / "argmap.toml").write_text("a = " + "[" * 5000)
    with pytest.raises(ConfigError):
        find_config(tmp_path)


def test_a_byte_order_mark_is_no_fault(tmp_path: Path) -> None:
    (tmp_path / "argmap.toml").write_text('side = "city"\n', encoding="utf-8-sig")
    assert find_config(tmp_path).side == "city"


def test_a_pyproject_without_tools_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text("[project]\n")
    assert find_config(tmp_path) == Config()
