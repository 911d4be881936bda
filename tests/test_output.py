"""What lies in `output/` is what `argmap build` makes of `claims/` today."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from argmap.cli import cli

ROOT = Path(__file__).parent.parent
COMPARED = {".dot", ".json", ".md", ".svg", ".html"}


def test_the_committed_output_is_what_is_built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    done = CliRunner().invoke(cli, ["build", "-o", str(tmp_path)])
    assert (done.exit_code, done.stderr) == (0, "")
    built = sorted(file.relative_to(tmp_path) for file in tmp_path.rglob("*") if file.is_file())
    kept = sorted(
        file.relative_to(ROOT / "output") for file in (ROOT / "output").rglob("*") if file.is_file()
    )
    assert built == kept
    for file in built:
        if file.suffix in COMPARED:
            new, old = (folder / file for folder in (tmp_path, ROOT / "output"))
            assert new.read_text(encoding="utf-8") == old.read_text(encoding="utf-8"), file
