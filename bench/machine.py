"""What the figures were measured on, and how much memory processes take (from /proc; Linux)."""

import contextlib
import os
import platform
import sqlite3
import subprocess
import sys
from collections.abc import Iterable
from importlib import metadata
from pathlib import Path

LIBRARIES = ("Django", "tantivy", "granian")
_PROC = Path("/proc")


def facts() -> dict[str, str]:
    """The machine and the versions, in the order they are printed."""
    cores = len(os.sched_getaffinity(0))
    with contextlib.suppress(OSError, ValueError):
        quota, _, period = Path("/sys/fs/cgroup/cpu.max").read_text().partition(" ")
        if quota != "max":
            cores_allowed = int(quota) / int(period)
            cores = min(cores, round(cores_allowed) or 1)
    return {
        "processor": _line_of(_PROC / "cpuinfo", "model name") or platform.machine(),
        "cores": str(cores),
        "memory": f"{int(_line_of(_PROC / 'meminfo', 'MemTotal').split()[0]) / 1024**2:.0f} GB",
        "system": platform.platform(terse=True),
        "Python": sys.version.split()[0],
        **{name: metadata.version(name) for name in LIBRARIES},
        "SQLite": sqlite3.sqlite_version,
        "load before": " ".join(f"{value:.2f}" for value in os.getloadavg()),
        "commit": _commit(),
    }


def _line_of(path: Path, title: str) -> str:
    for line in path.read_text(encoding="utf-8", errors="replace").splitlines():
        name, _, value = line.partition(":")
        if name.strip() == title:
            return value.strip()
    return ""


def _commit() -> str:
    asked = subprocess.run(
        ["git", "describe", "--always", "--dirty"],
        capture_output=True,
        text=True,
        check=False,
        cwd=Path(__file__).parent,
    )
    return asked.stdout.strip() or "unknown"


def family(pid: int) -> list[int]:
    """A process and everything that descends from it, parents first."""
    children: dict[int, list[int]] = {}
    for entry in _PROC.iterdir():
        if entry.name.isdigit():
            with contextlib.suppress(OSError):
                after_name = (entry / "stat").read_text(encoding="utf-8", errors="replace").rpartition(")")[2]
                children.setdefault(int(after_name.split()[1]), []).append(int(entry.name))
    found = [pid]
    for one in found:
        found += sorted(children.get(one, []))
    return found


def memory(pids: Iterable[int]) -> dict[str, float]:
    """Sum over the processes in MB: RSS counts shared pages for each, PSS shares them out."""
    rss = pss = count = 0
    for pid in pids:
        with contextlib.suppress(OSError):
            path = _PROC / str(pid) / "smaps_rollup"
            rss += int(_line_of(path, "Rss").split()[0])
            pss += int(_line_of(path, "Pss").split()[0])
            count += 1
    return {"processes": count, "rss_mb": round(rss / 1024, 1), "pss_mb": round(pss / 1024, 1)}


def command_of(pid: int) -> str:
    """The command line of a process."""
    with contextlib.suppress(OSError):
        return (_PROC / str(pid) / "cmdline").read_bytes().replace(b"\0", b" ").decode("utf-8", "replace").strip()
    return ""
