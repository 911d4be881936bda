"""The peer: Argdown's command line tool, installed once into bench/.peer, which git does not see."""

import re
import shutil
import subprocess
from pathlib import Path
from typing import Final

VERSION: Final = "1.7.5"
_FOLDER: Final = Path(__file__).resolve().parent / ".peer"
_PROGRAM: Final = _FOLDER / "node_modules" / ".bin" / "argdown"


def install() -> str | None:
    """Install Argdown where it is missing; give the reason why it is absent, if it is."""
    if not (shutil.which("node") and shutil.which("npm")):
        return "absent: no node and npm"
    if not _PROGRAM.exists():
        _FOLDER.mkdir(exist_ok=True)
        (_FOLDER / "package.json").write_text('{"private": true}\n', encoding="utf-8")
        command = ("npm", "install", "--no-audit", "--no-fund", f"@argdown/cli@{VERSION}")
        done = subprocess.run(command, cwd=_FOLDER, capture_output=True, check=False)
        if done.returncode:
            return "absent: npm could not install it"
    return None


def to_svg(source: Path, folder: Path) -> tuple[str, ...]:
    """Give the command that draws an Argdown file into a folder, with the statements that nothing joins."""
    return (str(_PROGRAM), "map", "--format", "svg", "--inclusive", str(source), str(folder))


def drawn(svg: Path) -> tuple[int, int]:
    """Count the boxes and the lines of a map."""
    text = svg.read_text(encoding="utf-8")
    nodes, edges = (
        len(re.findall(rf'<g [^>]*class="(?:[^"]* )?{word}[ "]', text)) for word in ("node", "edge")
    )
    return nodes, edges
