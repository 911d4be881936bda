"""Files that are made aside, and what killed processes leave."""

from __future__ import annotations

import os
import subprocess
import sys
from errno import EACCES, EXDEV
from pathlib import Path

import pytest

from argmap import staging as module
from argmap.staging import place, staging


def test_files_are_made_beside_the_folder_that_they_are_for(tmp_path: Path) -> None:
    output = tmp_path / "output"
    with staging(output / "deep") as aside:
        assert aside.parent == tmp_path
        (aside / "map.svg").write_text("map")
        (aside / "0.made").mkdir()
        (aside / "0.made" / "more.svg").write_text("")
        place(aside / "map.svg", output / "deep" / "map.svg")
    assert (output / "deep" / "map.svg").read_text() == "map"
    with staging(output) as aside:
        assert aside.parent == tmp_path
    assert list(tmp_path.iterdir()) == [output]


def test_within_the_folder_where_nothing_can_lie_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    output = tmp_path / "output"
    output.mkdir()
    monkeypatch.setattr(os, "access", lambda *_: False)
    with staging(output) as aside:
        assert aside.parent == output
    assert list(output.iterdir()) == []


def test_what_a_killed_process_left_is_removed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    code = (
        "import os, sys; from pathlib import Path; from argmap.staging import staging\n"
        "with staging(Path(sys.argv[1])) as aside:\n"
        "    (aside / 'half').write_text('')\n"
        "    print(aside, flush=True)\n"
        "    sys.stdin.read()\n"
    )
    running = subprocess.Popen(
        [sys.executable, "-c", code, str(tmp_path / "output")],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert running.stdout is not None
    left = Path(running.stdout.readline().strip())
    with staging(tmp_path / "output"):
        assert (left / "half").exists(), "its maker still works in it"
    running.kill()
    running.communicate()
    assert (left / "half").exists()
    with monkeypatch.context() as patch:
        patch.setattr(os, "getuid", lambda: 12345)
        with staging(tmp_path / "output"):
            assert (left / "half").exists(), "it is somebody else's"
    with staging(tmp_path / "output"):
        assert not left.exists()


def test_what_is_nobodys_staging_is_left_alone(tmp_path: Path) -> None:
    old, fresh, full, link = (tmp_path / f".argmap-build-{name}" for name in ("old", "fresh", "full", "link"))
    for folder in (old, fresh, full):
        folder.mkdir()
    (full / "mine.txt").write_text("mine")
    os.mkfifo(full / "lock")
    link.symlink_to(full)
    (old / "lock.new").write_text("")
    for folder in (old, full):
        os.utime(folder, (1, 1))
    with staging(tmp_path / "output"):
        assert [path.exists() for path in (old, fresh, full / "mine.txt", link)] == [False, True, True, True]


def test_without_locks_nothing_is_removed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_fcntl", None)
    left = tmp_path / ".argmap-build-left"
    left.mkdir()
    (left / "lock").write_text("")
    with staging(tmp_path / "output") as aside:
        assert (aside / "lock").exists()
    assert left.exists()


def test_a_file_keeps_its_mode_and_a_link_is_followed(tmp_path: Path) -> None:
    real = tmp_path / "real.svg"
    real.write_text("old")
    real.chmod(0o600)
    (tmp_path / "link.svg").symlink_to(real)
    (tmp_path / "made").write_text("new")
    place(tmp_path / "made", tmp_path / "link.svg")
    assert (real.read_text(), real.stat().st_mode & 0o777) == ("new", 0o600)
    assert not (tmp_path / "made").exists()


def test_what_is_no_file_is_written_into(tmp_path: Path) -> None:
    fifo = tmp_path / "fifo"
    os.mkfifo(fifo)
    (tmp_path / "made").write_text("into the pipe")
    with subprocess.Popen(["cat", fifo], stdout=subprocess.PIPE) as reader:
        place(tmp_path / "made", fifo)
        assert reader.communicate(timeout=10)[0] == b"into the pipe"
    assert fifo.is_fifo()


def test_a_folder_on_another_file_system_is_served_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made, target = tmp_path / "made", tmp_path / "below" / "map.svg"
    made.write_text("map")
    moved = Path.replace

    def replace(self: Path, to: Path) -> Path:
        if self == made:
            raise OSError(code, os.strerror(code))
        return moved(self, to)

    monkeypatch.setattr(Path, "replace", replace)
    code = EXDEV
    place(made, target)
    assert [file.name for file in target.parent.iterdir()] == ["map.svg"]
    assert target.read_text() == "map"
    code = EACCES
    with pytest.raises(PermissionError):
        place(made, target)
