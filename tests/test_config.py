"""What a project decides once."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from argmap.config import Assembly, Config, ConfigError, find_config, seconds_in
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
        ("assembly = 3", "`assembly` must be a table"),
        ("[assembly]\nmayor = 'x'", "`assembly.mayor` is not a setting; known are answerers, chair, filed,"),
        ("[assembly]\nname = 3", "`assembly.name` must be text"),
        ("[assembly]\nmode = 'both'", "`assembly.mode` must be one of batch, one-by-one"),
        ("[assembly]\nanswerers = '市長'", "`assembly.answerers` must be a list of names"),
        ("[assembly]\nlimit = 20", "`assembly.limit` must be a time such as 20m or 90s"),
        ("[assembly]\nlimit = '0m'", "`assembly.limit` must be a time"),
        ("[assembly]\nlimit = 'soon'", "`assembly.limit` must be a time"),
        ("[assembly]\nrequestions = true", "`assembly.requestions` must be a whole number"),
        ("[assembly]\nrequestions = -1", "`assembly.requestions` must be a whole number"),
        ("[assembly]\nfiled = '12 Nov'", "`assembly.filed` must be a day such as 2025-11-12"),
        ("[assembly]\nfiled = 2025-11-12T08:00:00", "`assembly.filed` must be a day"),
        ("templates = []", "`templates` must be a table"),
        (
            "[templates]\nnotices = 'x.docx'",
            "`templates.notices` is not a setting; known are brief, floor, notice",
        ),
        ("[templates]\nnotice = 1", "`templates.notice` must be text"),
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


def test_an_assembly_is_described_once(tmp_path: Path) -> None:
    (tmp_path / "argmap.toml").write_text(
        """[assembly]
name = "みどり町議会"
session = "令和7年12月定例会"
chair = "議長の名"
member = "議員の名"
rule = "みどり町議会会議規則第61条第2項"
mode = "one-by-one"
answerers = ["町長", "教育長"]
limit = "1m30s"
requestions = 2
filed = 2025-11-12
""",
        encoding="utf-8",
    )
    assert find_config(tmp_path).assembly == Assembly(
        name="みどり町議会",
        session="令和7年12月定例会",
        chair="議長の名",
        member="議員の名",
        rule="みどり町議会会議規則第61条第2項",
        mode="one-by-one",
        answerers=("町長", "教育長"),
        limit=90,
        requestions=2,
        filed=date(2025, 11, 12),
    )


def test_a_day_may_be_written_as_text(tmp_path: Path) -> None:
    (tmp_path / "argmap.toml").write_text('[assembly]\nfiled = "2025-11-12"')
    assert find_config(tmp_path).assembly.filed == date(2025, 11, 12)


def test_a_template_lies_beside_the_file_that_names_it(tmp_path: Path) -> None:
    (tmp_path / "argmap.toml").write_text('[templates]\nnotice = "forms/our.docx"\nfloor = "/x/floor.docx"')
    below = tmp_path / "a"
    below.mkdir()
    assert find_config(below).templates == {
        "notice": tmp_path / "forms" / "our.docx",
        "floor": Path("/x/floor.docx"),
    }


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("20m", 1200),
        ("90s", 90),
        ("1m30s", 90),
        ("", None),
        ("20", 1200),
        ("1h30m", 5400),
        ("20x", None),
        ("0s", None),
    ],
)
def test_a_time_is_minutes_and_seconds(text: str, seconds: int | None) -> None:
    assert seconds_in(text) == seconds
