"""The command line, as somebody at a terminal meets it: what is printed, what is written, the exit code."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from argmap.cli import cli, main
from argmap.cli.options import Formats
from argmap.questions import QUESTION_KINDS

CLAIMS = Path(__file__).parent.parent / "claims"
MYNUMBER = str(CLAIMS / "mynumber-insurance-card.yaml")
GOOD = """\
debate: {title: The park, lang: en}
parties: {city: {side: government}, group: {side: councilor}}
claims:
  safe: {text: The park is safe at night, by: city}
rebuttals:
  dark: {text: It is dark after eight, by: group, rebuts: [safe]}
questions:
  q-light: {text: When will there be light?, by: group}
"""
BROKEN = "claims:\n  safe: {txt: The park is safe, by: city}\n"


def run(*words: str, stdin: str | None = None, env: dict[str, str] | None = None) -> Result:
    plain = {"LC_ALL": "C", "LANG": "C", "LC_MESSAGES": ""}
    return CliRunner().invoke(cli, words, input=stdin, env=plain | (env or {}), prog_name="argmap")


@pytest.fixture
def park(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of its own with one debate in `claims/`, as the working directory."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "claims").mkdir()
    file = tmp_path / "claims" / "park.yaml"
    file.write_text(GOOD, encoding="utf-8")
    return file


def test_help_names_every_command() -> None:
    done = run("--help")
    assert done.exit_code == 0
    for name in ("build", "check", "status", "why", "render", "questions", "schema", "rules", "new"):
        assert f"\n  {name} " in done.output


def test_check_names_place_code_and_slug(park: Path) -> None:
    park.write_text(BROKEN)
    done = run("check")
    assert done.exit_code == 1
    assert "claims/park.yaml:2:10: error AM106 unknown-key" in done.stdout
    assert "did you mean `text`?" in done.stdout


@pytest.mark.usefixtures("park")
def test_check_fails_only_from_the_severity_asked_for() -> None:
    assert run("check").exit_code == 0
    assert run("check", "--fail-on", "note").exit_code == 1
    assert run("check", "--fail-on", "note", "--select", "AM405").exit_code == 0
    assert run("check", "--select", "AM999").exit_code == 2


@pytest.mark.usefixtures("park")
def test_rules_can_be_selected_and_ignored() -> None:
    assert "AM303" in run("check").stdout
    assert "AM303" not in run("check", "--ignore", "unanswered-question, AM1").stdout
    only = run("check", "--select", "AM303", "--format", "json").stdout
    assert {one["code"] for one in json.loads(only)["diagnostics"]} == {"AM303"}


def test_settings_of_the_project_are_used_and_overruled(park: Path) -> None:
    (park.parent.parent / "argmap.toml").write_text('fail-on = "note"\nlang = "ja"\n')
    done = run("check")
    assert done.exit_code == 1
    assert "答弁が見当たらない" in done.stdout
    assert run("check", "--fail-on", "error", "--lang", "en").exit_code == 0


def test_settings_that_are_not_understood_end_with_2(park: Path) -> None:
    (park.parent.parent / "argmap.toml").write_text("colour = true\n")
    done = run("check")
    assert done.exit_code == 2
    assert "argmap.toml: `colour` is not a setting" in done.stderr


def test_a_debate_can_come_from_standard_input() -> None:
    done = run("status", "-", "--format", "json", stdin=GOOD)
    assert done.exit_code == 0
    (debate,) = json.loads(done.stdout)["debates"]
    assert {one["id"]: one["status"] for one in debate["statements"]} == {
        "safe": "challenged",
        "dark": "unrebutted",
    }


def test_no_input_ends_with_3(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    done = run("status")
    assert (done.exit_code, "claims" in done.stderr) == (3, True)
    (tmp_path / "claims").mkdir()
    assert run("status").exit_code == 3
    assert "no debate file" in run("status").stderr


def test_the_verdicts_of_the_shipped_debate() -> None:
    (debate,) = json.loads(run("status", MYNUMBER, "--format", "json").stdout)["debates"]
    status = {one["id"]: one["status"] for one in debate["statements"] if one["side"] == "government"}
    assert status == {
        "encryption": "challenged",
        "distributed-management": "challenged",
        "multi-factor-authentication": "challenged",
        "access-prevented": "rebutted",
        "safe-use": "rebutted",
        "state-countermeasures": "unrebutted",
        "transition-certificate": "unrebutted",
        "less-paperwork": "unrebutted",
        "cost-necessary": "unrebutted",
        "better-care": "unrebutted",
    }
    assert debate["counts"]["unrebutted"] == 5
    unanswered = {one["id"] for one in debate["questions"] if one["status"] == "unanswered"}
    assert unanswered == {"q-notice", "q-receipts", "q-general-checkup", "q-donations", "q-retired-officials"}


def test_a_broken_debate_has_no_verdicts_and_is_named(park: Path) -> None:
    park.with_name("hall.yaml").write_text(BROKEN)
    done = run("status", "--format", "json")
    assert done.exit_code == 1
    assert [one["id"] for one in json.loads(done.stdout)["debates"]] == ["park"]
    assert "claims/hall.yaml:2:10" in done.stderr


def test_why_is_answered_in_the_language_asked_for() -> None:
    assert "証拠が付いていない" in run("why", "encryption", MYNUMBER).stdout
    assert "no evidence" in run("why", "encryption", MYNUMBER, "--lang", "en").stdout
    assert "答弁が見当たらない" in run("why", "q-notice", MYNUMBER).stdout


def test_why_of_nothing_suggests_the_nearest() -> None:
    done = run("why", "encription", MYNUMBER)
    assert done.exit_code == 2
    assert "`encryption`" in done.stderr
    assert run("why", "zzzz", MYNUMBER).exit_code == 2


def test_why_of_an_id_in_several_debates_asks_which(park: Path) -> None:
    shutil.copy(park, park.with_name("copy.yaml"))
    done = run("why", "safe")
    assert done.exit_code == 2
    assert "copy#safe, park#safe" in done.stderr
    assert run("why", "park#safe").exit_code == 0


@pytest.mark.usefixtures("park")
def test_render_writes_what_was_asked_for() -> None:
    done = run("render", "--format", "svg")
    assert done.exit_code == 0
    assert done.stdout.startswith("<svg")
    assert run("render", "--format", "png", "-o", "park.png").exit_code == 0
    assert Path("park.png").read_bytes().startswith(b"\x89PNG")
    assert run("render", "--format", "pdf", "--paper", "a3", "-o", "park.pdf").exit_code == 0
    assert Path("park.pdf").read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize("words", [["--format", "html", "-o", "x.html"], ["-o", "x.html"], ["-o", "x.HTML"]])
@pytest.mark.usefixtures("park")
def test_render_writes_a_page(words: list[str]) -> None:
    done = run("render", *words)
    assert (done.exit_code, done.output) == (0, "")
    page = Path(words[-1]).read_text(encoding="utf-8")
    assert page.startswith('<!doctype html>\n<html lang="en">')
    assert "The park is safe at night" in page
    assert 'class="home"' not in page, "there is no page over all debates beside it"


@pytest.mark.usefixtures("park")
def test_a_page_can_be_printed_and_has_the_language_asked_for() -> None:
    done = run("render", "--format", "html", "--lang", "ja")
    assert done.stdout.startswith('<!doctype html>\n<html lang="ja">')
    assert "まだ成り立っている主張" in done.stdout


def test_pages_of_several_debates_are_written_into_a_folder(park: Path) -> None:
    shutil.copy(park, park.with_name("copy.yaml"))
    assert run("render", "--format", "html", "-o", "pages").exit_code == 0
    assert sorted(file.name for file in Path("pages").iterdir()) == ["copy.html", "park.html"]


@pytest.mark.usefixtures("park")
def test_the_page_of_a_part_shows_the_part_and_knows_the_whole() -> None:
    page = run("render", "--format", "html", "--around", "safe", "--depth", "1").stdout
    assert 'data-key="park#safe"' in page
    assert 'data-key="park#q-light"' not in page
    assert "When will there be light?" in page


@pytest.mark.usefixtures("park")
def test_render_can_show_a_part() -> None:
    assert "park#q-light" not in run("render", "--format", "mermaid", "--around", "safe").stdout
    standing = run("render", "--view", "standing").stdout
    questions = run("render", "--view", "questions").stdout
    assert "safe at" in standing
    assert "safe at" not in questions
    assert "light?" in questions


def test_render_of_several_debates_needs_a_folder(park: Path) -> None:
    shutil.copy(park, park.with_name("copy.yaml"))
    assert run("render").exit_code == 2
    assert run("render", "-o", "maps").exit_code == 0
    assert sorted(file.name for file in Path("maps").iterdir()) == ["copy.svg", "park.svg"]
    assert run("render", "--around", "park#safe").stdout.startswith("<svg")


@pytest.mark.usefixtures("park")
def test_an_unknown_format_lists_the_known_ones() -> None:
    done = run("render", "--format", "gif")
    assert done.exit_code == 2
    assert "'gif' is none of dot" in done.stderr
    assert "html" in done.stderr
    assert run("status", "--format", "html").exit_code == 2, "a page is around a map"
    assert "github" in run("check", "--format", "gif").stderr


def test_the_help_names_every_format() -> None:
    for name, report in (
        ("check", "findings"),
        ("status", "status"),
        ("why", "why"),
        ("questions", "questions"),
        ("rules", "rules"),
        ("render", None),
    ):
        kind = Formats(report)
        page = " ".join(run(name, "--help").output.split())
        assert [one for one in kind.names() if one not in page] == [], name


@pytest.mark.usefixtures("park")
def test_the_ending_of_the_file_says_the_format() -> None:
    assert run("render", "-o", "park.png").exit_code == 0
    assert Path("park.png").read_bytes().startswith(b"\x89PNG")
    done = run("render", "-o", "park.png", "--format", "svg")
    assert done.exit_code == 2
    assert "park.png is the name of a png file" in done.stderr
    done = run("render", "-o", "park.html", "--format", "svg")
    assert done.exit_code == 2
    assert "park.html is the name of a html file" in done.stderr


def test_a_fault_in_the_head_is_told_in_the_language_of_the_debate(park: Path) -> None:
    park.write_text("debate: {title: 公園, lang: ja, held: 2025/9}\n")
    assert "日付ではない" in run("check").stdout


def test_formats_are_completed() -> None:
    kind = Formats("status")
    command = click.Command("x")
    context = click.Context(command)
    found = kind.shell_complete(context, click.Option(["--format"]), "j")
    assert [item.value for item in found] == ["json"]


@pytest.mark.usefixtures("park")
def test_questions_are_printed_and_written() -> None:
    assert "When will there be light" in run("questions").stdout
    assert run("questions", "--format", "docx", "-o", "next.docx").exit_code == 0
    assert Path("next.docx").read_bytes().startswith(b"PK")


def test_schemas_are_printed() -> None:
    assert json.loads(run("schema").stdout)["title"] == "Debate"
    assert json.loads(run("schema", "status").stdout)["$schema"].startswith("https://json-schema.org/")
    assert run("schema", "nothing").exit_code == 2


def test_rules_are_listed_and_explained() -> None:
    assert "AM301" in run("rules").stdout
    page = run("rules", "unrebutted-claim").stdout
    assert "Whatever nobody questions" in page
    rule = run("rules", "am301").stdout
    assert page.startswith(f"{rule}\nunrebutted-claim (kind of question)\n")
    kind = run("rules", "party-at-odds").stdout
    assert kind.startswith("party-at-odds (kind of question)\n")
    assert run("rules", "party-at-odds", "--format", "md").stdout.startswith("# party-at-odds\n")
    listed = json.loads(run("rules", "--format", "json").stdout)["questions"]
    assert [one["slug"] for one in listed] == list(QUESTION_KINDS)
    assert "| party-at-odds |" in run("rules", "--format", "md").stdout
    assert run("rules", "AM999").exit_code == 2


@pytest.mark.usefixtures("park")
def test_a_new_debate_is_sound_in_both_languages() -> None:
    for lang in ("ja", "en"):
        assert run("new", f"claims/{lang}", "--lang", lang).exit_code == 0
        assert run("check", f"claims/{lang}.yaml", "--fail-on", "warning").exit_code == 0
    done = run("new", "claims/ja.yaml")
    assert done.exit_code == 2
    assert "nothing was written" in done.stderr


def test_the_language_follows_the_debate_then_the_locale(park: Path) -> None:
    japanese = {"LC_ALL": "ja_JP.UTF-8"}
    assert "What still stands" in run("status", env=japanese).stdout
    park.write_text(GOOD.replace(", lang: en", ""))
    assert "まだ成り立っている" in run("status", env=japanese).stdout
    assert "What still stands" in run("status").stdout


@pytest.mark.usefixtures("park")
def test_build_makes_every_file() -> None:
    done = run("build")
    assert done.exit_code == 0
    assert "output/index.html" in done.stdout
    made = sorted(
        file.relative_to("output").as_posix() for file in Path("output").rglob("*") if file.is_file()
    )
    assert made == [
        "index.html",
        "park/brief.pdf",
        *(f"park/floor.{name}" for name in ("docx", "xlsx")),
        *(f"park/map.{name}" for name in ("dot", "html", "pdf", "png", "svg")),
        "park/notice.docx",
        *(f"park/questions.{name}" for name in ("docx", "md")),
        *(f"park/status.{name}" for name in ("json", "md")),
    ]


@pytest.mark.usefixtures("park")
def test_build_is_the_same_twice() -> None:
    run("build", "-o", "one")
    run("build", "-o", "two")
    for file in Path("one").rglob("*"):
        if file.is_file():
            assert file.read_bytes() == Path("two", file.relative_to("one")).read_bytes(), file.name


def test_build_leaves_out_what_is_broken_and_says_so(park: Path) -> None:
    park.with_name("hall.yaml").write_text(BROKEN)
    done = run("build")
    assert done.exit_code == 1
    assert "claims/hall.yaml:2:10" in done.stderr
    assert Path("output/park/map.svg").is_file()
    assert not Path("output/hall").exists()
    park.unlink()
    assert run("build", "-o", "other").exit_code == 1
    assert not Path("other").exists()


@pytest.mark.usefixtures("park")
def test_a_layout_that_fails_is_said_and_the_rest_goes_on(
    park: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    shutil.copy(park, park.with_name("copy.yaml"))
    done = run("build", "--engine", "dot")
    assert done.exit_code == 1
    assert "argmap: copy: " in done.stderr
    assert "argmap: park: " in done.stderr
    assert "Traceback" not in done.output
    assert run("render", "--engine", "dot", "-o", "maps").exit_code == 1


@pytest.mark.usefixtures("park")
def test_what_cannot_be_written_is_said() -> None:
    Path("taken").write_text("")
    done = run("status", "-o", "taken/status.txt")
    assert done.exit_code == 2
    assert "cannot write taken/status.txt" in done.stderr


@pytest.mark.usefixtures("park")
def test_bytes_are_not_poured_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("argmap.cli.session.terminal", lambda _: True)
    done = run("render", "--format", "png")
    assert done.exit_code == 2
    assert "-o" in done.stderr


def test_a_crash_is_ours_and_ends_with_70(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(**_: object) -> None:
        raise RuntimeError("unforeseen")

    monkeypatch.setattr("argmap.cli.cli", broken)
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == 70
    assert "unforeseen" in capsys.readouterr().err


def test_a_reader_that_goes_away_is_no_crash() -> None:
    command = f"{sys.executable} -m argmap rules --lang en | head -n 1"
    done = subprocess.run(command, shell=True, capture_output=True, text=True, check=True)  # noqa: S602
    assert done.stdout
    assert "Traceback" not in done.stderr


def test_output_is_utf8_whatever_the_locale() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "argmap", "why", "encryption", MYNUMBER],
        capture_output=True,
        check=True,
        env={**os.environ, "PYTHONIOENCODING": "cp932", "LC_ALL": "C"},
    )
    assert "証拠が付いていない" in done.stdout.decode("utf-8")


@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", ">/dev/full"])
def test_streams_that_are_closed_or_full_are_no_crash(park: Path, closed: str) -> None:
    command = f"{sys.executable} -m argmap check {'-' if closed == '<&-' else park} {closed}"
    done = subprocess.run(command, shell=True, capture_output=True, text=True, check=False)  # noqa: S602
    assert done.returncode != 70
    assert "Traceback" not in done.stderr


@pytest.mark.usefixtures("park")
def test_impossible_names_are_said() -> None:
    for words in (
        ("render", "-o", "x" * 300),
        ("new", "x" * 300),
        ("render", "--around", "safe", "-o", "x" * 300),
    ):
        done = run(*words)
        assert done.exit_code == 2, words
        assert "Traceback" not in done.output


def test_a_folder_stays_a_folder_when_a_debate_is_broken(park: Path) -> None:
    park.with_name("hall.yaml").write_text(BROKEN)
    assert run("render", "-o", "maps").exit_code == 1
    assert [file.name for file in Path("maps").iterdir()] == ["park.svg"]


def test_an_output_that_fails_is_told_in_a_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def full(**_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("argmap.cli.cli", full)
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == 2
    assert capsys.readouterr().err == "argmap: output: No space left on device\n"
