"""A build that is killed at any moment leaves no half of a file, and the next build is right.

`ARGMAP_KILLS=200` kills as often as that; without it a few times.
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner

from argmap.cli import cli
from tests.light_build import light

ROOT = Path(__file__).parent.parent
KILLS = int(os.environ.get("ARGMAP_KILLS", "3"))
DEBATE = """\
debate: {{title: Debate {n}, lang: en}}
parties: {{city: {{side: government}}, group: {{side: councilor}}}}
claims:
  safe: {{text: The park {n} is safe at night{more}, by: city}}
rebuttals:
  dark: {{text: It is dark after eight, by: group, rebuts: [safe{other}]}}
"""


def write_debates(folder: Path, more: str) -> None:
    """Three debates; the first two refer to each other."""
    (folder / "claims").mkdir(exist_ok=True)
    for n in range(3):
        other = ", debate-0#safe" if n == 1 else ""
        text = DEBATE.format(n=n, more=more if n in (0, 2) else "", other=other)
        (folder / "claims" / f"debate-{n}.yaml").write_text(text, encoding="utf-8")


def start(folder: Path, *words: str) -> subprocess.Popen[str]:
    environment = os.environ | {"PYTHONPATH": str(ROOT), "LC_ALL": "C"}
    return subprocess.Popen(
        [sys.executable, "-m", "tests.light_build", "build", *words],
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


def finish(folder: Path, *words: str) -> str:
    """Build without disturbance."""
    out, err = start(folder, *words).communicate(timeout=120)
    assert err == ""
    return out


def contents(folder: Path) -> dict[str, bytes]:
    found = (file for file in folder.rglob("*") if file.is_file())
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in found}


def wait_for_children(group: int) -> None:
    """Wait until no process of a group is left."""
    for _ in range(400):
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return
        time.sleep(0.05)
    raise AssertionError("processes of a killed build go on")


def test_a_build_that_is_killed_leaves_no_half_and_the_next_is_right(tmp_path: Path) -> None:
    rng = random.Random(7)  # noqa: S311 - no secret
    want = []
    for version, more in enumerate(("", " and lit")):
        write_debates(tmp_path, more)
        began = time.monotonic()
        finish(tmp_path, "--no-cache", "-o", f"want-{version}")
        whole = time.monotonic() - began
        want.append(contents(tmp_path / f"want-{version}"))
    assert want[0].keys() == want[1].keys()
    assert want[0] != want[1]
    stopped = 0
    for turn in range(KILLS):
        write_debates(tmp_path, ("", " and lit")[turn % 2])
        running = start(tmp_path)
        time.sleep(rng.uniform(0, whole))
        running.kill()
        running.communicate()
        stopped += running.returncode == -signal.SIGKILL
        wait_for_children(running.pid)
        for name, data in contents(tmp_path / "output").items():
            assert data in (want[0][name], want[1][name]), name
        if turn % 3 == 1:
            continue  # killed twice
        told = finish(tmp_path)
        assert told.endswith("→ output/index.html\n")
        assert contents(tmp_path / "output") == want[turn % 2]
        assert sorted(file.name for file in tmp_path.iterdir()) == ["claims", "output", "want-0", "want-1"]
    assert stopped
    finish(tmp_path)
    again = finish(tmp_path)
    assert "None of 3 debates had to be drawn anew." in again


def test_two_builds_at_once_leave_what_one_alone_makes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_debates(tmp_path, "")
    both = [start(tmp_path), start(tmp_path)]
    assert [one.communicate(timeout=120)[1] for one in both] == ["", ""]
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("argmap.workshop.MANY", 99)  # one after the other, in this process
    light(monkeypatch)
    done = CliRunner().invoke(cli, ["build", "-o", "alone", "--no-cache"], env={"LC_ALL": "C"})
    assert done.exit_code == 0
    assert contents(tmp_path / "output") == contents(tmp_path / "alone")
