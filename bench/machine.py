"""What the measurements are made on."""

import os
import platform
import shutil
import subprocess
from datetime import UTC, datetime
from pathlib import Path

import peer


def describe() -> dict[str, str]:
    """Name the machine and the interpreters."""
    return {
        "machine": f"{_processor()}, {os.cpu_count()} cores, {_memory():.0f} GB",
        "system": platform.platform(aliased=True, terse=True),
        "Python": platform.python_version(),
        "node": _said("node", "--version"),
        "Argdown": peer.VERSION,
    }


def now() -> dict[str, str]:
    """Name the day and the commit; the load says how busy the machine was before."""
    return {
        "date": datetime.now(UTC).date().isoformat(),
        "load before": f"{os.getloadavg()[0]:.2f}",
        "argmap": _said("git", "-C", str(Path(__file__).parent), "describe", "--always", "--dirty"),
    }


def _processor() -> str:
    lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    names = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(names, platform.machine())


def _memory() -> float:
    return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1e9


def _said(*command: str) -> str:
    if shutil.which(command[0]) is None:
        return "absent"
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip() or "unknown"
