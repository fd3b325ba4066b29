"""Load over HTTP: wrk where it is on PATH, else a client of our own, which says so and is slower than the server."""

import http.client
import os
import shutil
import subprocess
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.timing import Spread, spread

_SCRIPT = Path(__file__).parent / "paths.lua"


@dataclass(frozen=True, slots=True)
class Load:
    """What one run of requests gave; `failed` are answers other than 2xx or 3xx and broken connections."""

    times: Spread
    requests_a_second: float
    failed: int

    def as_dict(self) -> dict[str, float]:
        """For results.json."""
        figures = {"requests_a_second": round(self.requests_a_second, 1), "failed": self.failed}
        return self.times.as_dict() | figures


def generator() -> str:
    """The name and version of what makes the load."""
    if not shutil.which("wrk"):
        return "own client in Python threads (wrk is not on PATH; requests per second are the client's limit)"
    said = subprocess.run(["wrk", "--version"], capture_output=True, text=True, check=False).stdout
    return " ".join(said.split()[:2])


def run(*, port: int, paths: Sequence[str], clients: int, seconds: float, folder: Path) -> Load:
    """Keeps `clients` connections busy for so many seconds, each asking the paths in turn."""
    if shutil.which("wrk"):
        return _wrk(port, paths, clients, seconds, folder)
    return own_client(port=port, paths=paths, clients=clients, seconds=seconds)


def _wrk(port: int, paths: Sequence[str], clients: int, seconds: float, folder: Path) -> Load:
    listed = folder / "paths.txt"
    listed.write_text("".join(f"{path}\n" for path in paths), encoding="utf-8")
    command = ["wrk", "-t1", f"-c{clients}", f"-d{max(1, round(seconds))}s", "--timeout", "30s"]
    command += ["-s", str(_SCRIPT), f"http://127.0.0.1:{port}/"]
    environment = os.environ | {"PATHS": str(listed)}
    said = subprocess.run(command, capture_output=True, text=True, check=True, env=environment).stdout
    line = next(line for line in said.splitlines() if line.startswith("FIGURES "))
    requests, duration, failed, p50, p95, p99, slowest = map(int, line.split()[1:])
    times = Spread(p50 / 1000, p95 / 1000, p99 / 1000, slowest / 1000, requests)
    return Load(times, requests / (duration / 1e6), failed)


def own_client(*, port: int, paths: Sequence[str], clients: int, seconds: float) -> Load:
    """The same by threads of this process."""
    times: list[float] = []
    failed = [0]
    ends = time.perf_counter() + seconds

    def ask(number: int) -> None:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        at = number * len(paths) // clients
        while time.perf_counter() < ends:
            begin = time.perf_counter()
            failed[0] += status_of(connection, paths[at % len(paths)]) >= 400
            times.append((time.perf_counter() - begin) * 1000)
            at += 1

    begin = time.perf_counter()
    threads = [threading.Thread(target=ask, args=(number,)) for number in range(clients)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return Load(spread(times), len(times) / (time.perf_counter() - begin), failed[0])


def status_of(connection: http.client.HTTPConnection, path: str) -> int:
    """The status of one answer, its body read to the end; 599 where the connection broke."""
    try:
        connection.request("GET", path, headers={"Accept-Encoding": "gzip"})
        answer = connection.getresponse()
        answer.read()
    except (OSError, http.client.HTTPException):
        connection.close()
        return 599
    return answer.status
