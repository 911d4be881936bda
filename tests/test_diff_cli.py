"""`argmap diff`, as somebody at a terminal meets it: what is printed, what is written, the exit code."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from argmap.cli import cli
from argmap.cli.comparing import _Formats
from argmap.diagnostics import Words
from argmap.layout import LayoutError, drawing
from tests.changes import REWORKED, SHIPPED, WITH_EVIDENCE, copy

BROKEN = "claims:\n  safe: {txt: The park is safe, by: city}\n"
SMALL = "parties: {city: {}}\nclaims:\n  a: {text: A small debate, by: city}\n"
OTHER = SMALL + "  b: {text: Two, by: city}\n"


def run(*words: str, stdin: str | None = None) -> Result:
    plain = {"LC_ALL": "C", "LANG": "C", "LC_MESSAGES": "", "GIT_CONFIG_GLOBAL": os.devnull}
    return CliRunner().invoke(cli, ("diff", *words), input=stdin, env=plain, prog_name="argmap")


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of its own, with the shipped debate in `old` and copies of it in others."""
    monkeypatch.chdir(tmp_path)
    for folder, changes in (("old", {}), ("new", WITH_EVIDENCE), ("more", REWORKED)):
        Path(folder).mkdir()
        Path(folder, SHIPPED.name).write_text(copy(changes), encoding="utf-8")
    return tmp_path


def test_a_verdict_that_changed_makes_the_exit_code_1() -> None:
    done = run("old", "new", "--lang", "en")
    assert done.exit_code == 1
    assert done.stdout.startswith("The claim encryption by 市（答弁）")
    assert done.stderr == ""
    done = run("old", "old")
    assert (done.exit_code, done.stdout) == (0, "変わったことはない。\n")


def test_line_ends_of_another_system_are_no_change() -> None:
    text = Path("old", SHIPPED.name).read_text(encoding="utf-8")
    Path("crlf.yaml").write_bytes(text.replace("\n", "\r\n").encode())
    done = run(f"old/{SHIPPED.name}", "crlf.yaml", "--format", "json")
    assert done.exit_code == 0
    assert json.loads(done.stdout)["items"] == []


def test_every_format_is_named_in_the_help_and_the_ending_says_which() -> None:
    page = " ".join(run("--help").output.split())
    assert _Formats("diff").names() == ["json", "md", "text", "svg", "png", "pdf"]
    assert [name for name in _Formats("diff").names() if name not in page] == []
    assert run("old", "new", "--format", "gif").exit_code == 2
    assert run("old", "new", "-o", "x.json").exit_code == 1
    assert json.loads(Path("x.json").read_text(encoding="utf-8"))["format"] == "argmap-diff/1"
    Path("small.yaml").write_text(SMALL)
    assert run("small.yaml", "small.yaml", "-o", "x.png").exit_code == 0
    assert Path("x.png").read_bytes().startswith(b"\x89PNG")
    done = run("old", "new", "-o", "x.html")
    assert (done.exit_code, "can be written as .txt, .json, .md, .svg, .png, .pdf" in done.stderr) == (
        2,
        True,
    )
    done = run("old", "new", "-o", "x.png", "--format", "svg")
    assert (done.exit_code, "x.png is the name of a png file" in done.stderr) == (2, True)


def test_pictures_of_several_debates_go_into_a_folder() -> None:
    Path("old/b.yaml").write_text(SMALL)
    Path("new/b.yaml").write_text(OTHER)
    Path("old/same.yaml").write_text(SMALL.replace("small", "quiet"))
    Path("new/same.yaml").write_text(SMALL.replace("small", "quiet"))
    done = run("old", "new", "--format", "svg", "--lang", "en")
    assert (done.exit_code, "several debates changed" in done.stderr) == (2, True)
    assert run("old", "new", "--format", "svg", "-o", "maps").exit_code == 1
    assert sorted(path.name for path in Path("maps").iterdir()) == ["b.svg", f"{SHIPPED.stem}.svg"]
    assert run("old", "old", "--format", "svg").stdout.startswith("<svg")


def test_what_was_read_is_not_written_over() -> None:
    done = run("old", "new", "-o", f"old/{SHIPPED.name}")
    assert done.exit_code == 2
    assert "is a debate that was read" in done.stderr


def test_a_file_with_errors_is_left_out_on_both_sides_and_named() -> None:
    Path("new/b.yaml").write_text(BROKEN)
    Path("old/b.yaml").write_text(SMALL)
    Path("new", SHIPPED.name).write_text(copy(), encoding="utf-8")
    done = run("old", "new", "--lang", "en")
    assert done.exit_code == 1
    assert done.stdout == "Nothing changed.\n"
    assert "errors in new:\nnew/b.yaml:2:3: error AM107" in done.stderr
    assert "left out of the comparison on both sides: b" in done.stderr
    done = run("old/b.yaml", "new/b.yaml", "--lang", "en")
    assert done.exit_code == 3
    assert "there is nothing to compare" in done.stderr


def test_a_side_may_be_empty_but_not_both() -> None:
    Path("none").mkdir()
    Path("none2").mkdir()
    assert run("none", "old", "--lang", "en").stdout.startswith("No verdict changed; added 45")
    assert run("none", "none2").exit_code == 3
    Path("empty.yaml").write_text("debate: {lang: ja}\n")
    assert "追加45件" in run("empty.yaml", "old").stdout


def test_standard_input_is_one_of_two_files() -> None:
    assert run("old", "-", "--lang", "en", stdin=copy(WITH_EVIDENCE)).exit_code == 1
    done = run("-", "-")
    assert (done.exit_code, "standard input" in done.stderr) == (2, True)


def test_what_is_not_there_is_no_input() -> None:
    assert run("old", "nowhere").exit_code == 3
    assert "nowhere: no such file or folder" in run("old", "nowhere").stderr
    assert run("old").exit_code == 2


def test_where_the_layout_engine_gives_up_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise LayoutError(Words(en="no engine", ja="エンジンがない"))

    monkeypatch.setattr(drawing, "place", fail)
    done = run("old", "old", "--format", "svg", "--lang", "en")
    assert done.exit_code == 1
    assert f"{SHIPPED.stem}: no engine" in done.stderr


@pytest.mark.skipif(shutil.which("git") is None, reason="this machine has no git")
def test_a_revision_against_the_files_as_they_are() -> None:
    shutil.copytree("old", "claims")
    who = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    for words in (("init", "-q"), ("add", "claims"), ("commit", "-qm", "first")):
        subprocess.run(["git", *who, *words], check=True, capture_output=True)
    Path("claims/link.yaml").symlink_to(SHIPPED.name)
    for words in (("add", "claims"), ("commit", "-qm", "second")):
        subprocess.run(["git", *who, *words], check=True, capture_output=True)
    Path("claims/link.yaml").unlink()
    Path("claims", SHIPPED.name).write_text(copy(WITH_EVIDENCE), encoding="utf-8")
    done = run("HEAD", "--lang", "en")
    assert done.exit_code == 1
    assert done.stdout.startswith("The claim encryption by 市（答弁）")
    assert "claims/link.yaml is a link at HEAD" in done.stderr
    done = run("v9", "claims")
    assert (done.exit_code, "there is no file or folder v9" in done.stderr) == (3, True)


def test_the_example_of_the_manual_is_what_is_printed() -> None:
    page = (Path(__file__).parent.parent / "docs" / "diff.md").read_text(encoding="utf-8")
    debates = re.findall(r"^```yaml\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)
    for name, text in zip(("december", "march"), debates, strict=True):
        Path(f"{name}.yaml").write_text(text, encoding="utf-8")
    (example,) = re.findall(r"^```text\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)
    command, _, printed = example.partition("\n")
    assert run(*command.split()[3:]).stdout == printed
