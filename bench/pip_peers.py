"""Peers from PyPI, each in an environment of its own below bench/.peer, which git does not see."""

import subprocess
import sys
from pathlib import Path
from typing import Final

_FOLDER: Final = Path(__file__).resolve().parent / ".peer"
WANTED: Final[dict[str, tuple[str, ...]]] = {
    "formal-argumentation": ("formal-argumentation==0.3.0",),
    "python-argumentation": ("python-argumentation==2.0.2",),  # PyArg
    "pygarg": ("pygarg==1.0.2", "python-sat>=1.8.dev10"),  # which it does not name
    "arguebuf": ("arguebuf==2.7.2",),
    "clingo": ("clingo==5.8.3",),
    "numpy": ("numpy>=2",),
}


def named(name: str) -> str:
    """Give the name of a peer with its version, where one version is wanted."""
    return WANTED[name][0].replace("==", " ").partition(">")[0]


def python(name: str) -> str | None:
    """Give the Python of a peer's environment, which is made where it is missing; None when that fails."""
    folder = _FOLDER / name
    program, done = folder / "bin" / "python", folder / "installed"
    if not done.exists():
        for command in (
            (sys.executable, "-m", "venv", "--clear", str(folder)),
            (str(program), "-m", "pip", "install", "--quiet", *WANTED[name]),
        ):
            if subprocess.run(command, capture_output=True, check=False).returncode:
                return None
        done.touch()
    return str(program)
