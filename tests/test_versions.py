"""The two sides of a comparison: what a person may name, and what git says of it."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path, PurePosixPath

import pytest

from argmap import revisions
from argmap.revisions import RevisionError, repository_of
from argmap.versions import ArgumentsError, Side, sides

SAID = "claims: {{a: {{text: {0}, by: p}}, b: {{text: Two, by: p}}, c: {{text: Three, by: p}}}}\n"
Git = Callable[..., str]

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="this machine has no git")


@pytest.fixture
def git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Git:
    """A repository in the working directory: claims/x.yaml in two versions, the first of them tagged v1."""
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    top = tmp_path / "東京 repo"
    top.mkdir()
    monkeypatch.chdir(top)

    def run(*arguments: str) -> str:
        who = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
        done = subprocess.run(["git", *who, *arguments], check=True, capture_output=True, text=True)
        return done.stdout.strip()

    run("init", "-q", "-b", "main")
    Path("claims").mkdir()
    write("x", "One")
    run("add", ".")
    run("commit", "-qm", "first")
    run("tag", "v1")
    write("x", "Two now")
    run("commit", "-qam", "second")
    write("x", "Three now")
    return run


def write(name: str, text: str, folder: str = "claims") -> None:
    Path(folder, f"{name}.yaml").write_text(SAID.format(text), encoding="utf-8")


def texts(side: Side) -> list[str]:
    return [file.debate.claims["a"].text for file in side.files]


def both(*named: str) -> tuple[list[str], list[str]]:
    old, new = sides(named, "claims")
    return texts(old), texts(new)


def refused(*named: str) -> str:
    with pytest.raises((ArgumentsError, RevisionError)) as caught:
        sides(named, "claims")
    return str(caught.value)


@pytest.mark.usefixtures("git")
def test_files_folders_and_revisions_are_told_apart() -> None:
    write("y", "Else", ".")
    assert both("y.yaml", "claims/x.yaml") == (["Else"], ["Three now"])
    assert both("y.yaml", "claims") == (["Else"], ["Three now"])
    assert both("HEAD") == (["Two now"], ["Three now"])
    assert both("v1", "claims/x.yaml") == (["One"], ["Three now"])
    assert both("v1", "HEAD") == (["One"], ["Two now"])
    assert both("v1", "HEAD", "claims") == (["One"], ["Two now"])
    assert both("HEAD", "v1", str(Path("claims").resolve())) == (["Two now"], ["One"])


def test_what_exists_is_a_path_whatever_a_revision_is_called(git: Git) -> None:
    git("tag", "claims")
    write("y", "Else", ".")
    assert both("claims", "y.yaml") == (["Three now"], ["Else"])
    assert both("refs/tags/claims", "claims") == (["Two now"], ["Three now"])


@pytest.mark.usefixtures("git")
def test_errors_name_the_revision_and_the_path() -> None:
    old, _ = sides(["v1", "claims/x.yaml"], "claims")
    (file,) = old.files
    assert (file.file, file.debate.id, old.label.en) == ("v1:claims/x.yaml", "x", "v1")


@pytest.mark.usefixtures("git")
def test_what_cannot_be_meant_is_said() -> None:
    assert "name two files or folders" in refused()
    assert "name two files or folders" in refused("claims")
    assert "name two files or folders" in refused("claims", "claims", "claims")
    assert "begins with a dash" in refused("--upload-pack=x", "claims")
    assert "begins with a dash" in refused("HEAD", "--output=x")
    assert "standard input" in refused("-", "-")
    assert "standard input" in refused("HEAD", "-")
    with pytest.raises(FileNotFoundError):
        sides(["claims", "nowhere"], "claims")


@pytest.mark.usefixtures("git")
def test_what_is_not_there_is_said() -> None:
    assert "there is no file or folder v9, and as a revision it cannot be read" in refused("v9", "claims")
    assert "there is no file or folder v9" in refused("v9\0", "claims").replace("\0", "")
    assert "HEAD..v1" in refused("HEAD..v1", "claims")
    assert refused("v1", "claims/z.yaml") == "claims/z.yaml does not exist at v1"
    assert "there is no file or folder xxx" in refused("x" * 5000, "claims")
    Path("several").mkdir()
    write("one", "One", "several")
    write("two", "Two", "several")
    assert refused("v1", "several") == "several does not exist at v1"
    assert "outside the git repository" in refused("v1", "claims", "..")
    write("new", "Else entirely")
    assert refused("v1", "claims/new.yaml") == "claims/new.yaml does not exist at v1"
    shutil.rmtree("claims")
    assert refused("v1", "claims") == "claims does not exist at the working tree"


def test_a_folder_without_a_repository_and_a_machine_without_git(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("claims").mkdir()
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    assert "is in no git repository that can be read (not a git repository" in refused("HEAD")
    monkeypatch.setattr(revisions, "which", lambda _: None)
    assert "git is needed to read revisions" in refused("HEAD")
    monkeypatch.setattr(revisions, "which", lambda _: str(tmp_path / "git"))
    assert "git is needed to read revisions" in refused("HEAD")  # somebody's program in the working directory


def test_a_renamed_file_is_found_where_one_alone_comes_into_question(git: Git) -> None:
    Path("claims/x.yaml").rename("renamed.yaml")
    assert both("v1", "renamed.yaml") == (["One"], ["Three now"])
    assert both("v1", "claims") == (["One"], [])
    Path("renamed.yaml").rename("claims/near.yaml")
    assert both("v1", "claims/x.yaml") == (["One"], ["Three now"])  # the old name does as well
    git("add", "-A")
    git("commit", "-qm", "renamed")
    assert both("v1", "HEAD", "claims/near.yaml") == (["One"], ["Three now"])
    write("copy", "Three now")
    Path("claims/near.yaml").unlink()
    git("add", "-A")
    git("commit", "-qm", "renamed again")
    write("two", "Three now")
    write("two2", "Three now")
    Path("claims/copy.yaml").unlink()
    assert refused("HEAD", "claims/copy.yaml") == "claims/copy.yaml does not exist at the working tree"
    assert refused("HEAD", "gone/copy.yaml") == "gone/copy.yaml does not exist at HEAD"


def test_a_path_that_is_gone_with_its_folder(git: Git) -> None:
    del git
    shutil.rmtree("claims")
    assert refused("v1", "claims/x.yaml") == "claims/x.yaml does not exist at the working tree"


def test_what_is_hidden_or_no_debate_is_passed_over_and_a_link_is_named(git: Git) -> None:
    write(".hidden", "Hidden")
    Path("claims/.git-like").mkdir()
    write("y", "Hidden", "claims/.git-like")
    Path("claims/readme.txt").write_text("x")
    Path("claims/link.yaml").symlink_to("x.yaml")
    git("add", "-A", "-f")
    git("update-index", "--add", "--cacheinfo", f"160000,{git('rev-parse', 'v1')},claims/module.yaml")
    git("commit", "-qm", "more")
    old, new = sides(["HEAD", "HEAD"], "claims")
    assert texts(old) == texts(new) == ["Three now"]
    assert [note.en for note in old.notes] == ["claims/link.yaml is a link at HEAD; it was left out"]


def test_names_that_are_patterns_and_names_that_cannot_be_printed(git: Git) -> None:
    write("a[1]*", "Odd")
    git("add", "-A")
    git("commit", "-qm", "odd")
    assert both("HEAD", "claims/a[1]*.yaml") == (["Odd"], ["Odd"])
    Path("bell\a.yaml").write_text(SAID.format("Bell"))
    git("add", "-A")
    git("commit", "-qm", "bell")
    old, _ = sides(["HEAD", "bell\a.yaml"], "claims")
    assert old.files[0].file == "HEAD:bell\ufffd.yaml"


def test_nothing_that_a_repository_brings_along_is_run(git: Git, tmp_path: Path) -> None:
    trap = tmp_path / "sprung"
    program = tmp_path / "trap"
    program.write_text(f"#!/bin/sh\ntouch '{trap}'\n")
    program.chmod(0o755)
    for key in (
        "core.fsmonitor",
        "core.sshCommand",
        "core.pager",
        "core.editor",
        "diff.external",
        "diff.trap.textconv",
        "filter.trap.smudge",
        "uploadpack.packObjectsHook",
    ):
        git("config", key, str(program))
    hooks = Path(".git/hooks")
    hooks.mkdir(exist_ok=True)
    for name in ("post-checkout", "reference-transaction", "post-index-change"):
        (hooks / name).write_text(program.read_text())
        (hooks / name).chmod(0o755)
    Path(".gitattributes").write_text("*.yaml diff=trap filter=trap\n")
    trap.unlink(missing_ok=True)
    assert both("v1", "HEAD") == (["One"], ["Two now"])
    assert not trap.exists()


def test_a_partial_clone_is_not_completed(git: Git, tmp_path: Path) -> None:
    """What it lacks would be fetched by a program that its own settings name."""
    trap = tmp_path / "sprung"
    blob = git("rev-parse", "v1:claims/x.yaml")
    Path(".git/objects", blob[:2], blob[2:]).unlink()
    git("config", "extensions.partialClone", "origin")
    git("config", "core.repositoryFormatVersion", "1")
    git("config", "protocol.ext.allow", "always")
    git("config", "remote.origin.url", f"ext::sh -c touch% '{trap}'")
    git("config", "remote.origin.promisor", "true")
    assert "git cannot read claims/x.yaml" in refused("v1", "HEAD")
    assert not trap.exists()


def test_a_commit_that_cannot_be_read_is_said(git: Git) -> None:
    tree = git("rev-parse", "v1^{tree}")
    Path(".git/objects", tree[:2], tree[2:]).unlink()
    assert refused("v1", "HEAD").startswith("git: ")


def test_the_environment_does_not_lead_astray(
    git: Git, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    del git
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "nowhere"))
    assert both("v1", "HEAD") == (["One"], ["Two now"])
    assert repository_of(Path("claims/x.yaml")).path_in(Path("claims/../y")) == PurePosixPath("y")
