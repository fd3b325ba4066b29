"""What a person's first and second `make run` do on this machine, walked through with real processes.

Checks: the first start makes everything and prints the address; a second at once is refused in one sentence; a killed
server comes back; Ctrl-C stops all; the next start takes under five seconds; a killed supervisor leaves the port free.
"""

import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FIRST_SECONDS, SECOND_SECONDS = 180, 5
MEMORY_MB = 250
ASKED_EACH = 10


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def check(is_so: bool, words: str) -> None:
    """Says what holds; ends with 1 at the first thing that does not."""
    print(("ok: " if is_so else "FAILED: ") + words, flush=True)
    if not is_so:
        sys.exit(1)


def wait_until(is_so: Callable[[], bool], *, seconds: float) -> bool:
    """Whether it comes true in time."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if is_so():
            return True
        time.sleep(0.1)
    return is_so()


class Run:
    """One `make run`, and what it printed."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.log = ROOT / "var" / "start_and_stop.log"
        self.log.parent.mkdir(exist_ok=True)
        self.started = time.monotonic()
        with self.log.open("wb") as output:
            self.process = subprocess.Popen(
                ["make", "run", f"PORT={port}"], cwd=ROOT, stdout=output, stderr=output, start_new_session=True
            )

    @property
    def address(self) -> str:
        """Where it listens."""
        return f"http://127.0.0.1:{self.port}/"

    def wait_for_address(self, *, seconds: float) -> float:
        """Seconds until the line with the address was printed."""
        line = f"Sao Làng is running at {self.address}"
        came = wait_until(lambda: line in self.printed() or self.process.poll() is not None, seconds=seconds)
        if not came or line not in self.printed():
            print(self.printed())
            self.end()
            check(False, f"make run prints its address within {seconds} s")
        return time.monotonic() - self.started

    def printed(self) -> str:
        """All that it printed so far."""
        return self.log.read_text(encoding="utf-8", errors="replace")

    def supervisor(self) -> int:
        """Process id of the supervisor, which the lock file names."""
        found = re.search(r"process (\d+)", (ROOT / "var" / "run.lock").read_text())
        return int(found.group(1)) if found else 0

    def end(self) -> None:
        """Ends all of it, whatever state it is in."""
        for pid in descendants(self.process.pid):
            end(pid, signal.SIGKILL)


def end(pid: int, number: signal.Signals) -> None:
    """Sends a signal to a process that may be gone."""
    try:
        os.kill(pid, number)
    except ProcessLookupError:
        return


def descendants(pid: int) -> list[int]:
    """The process and all below it."""
    found = [pid]
    for parent in found:
        for entry in Path(f"/proc/{parent}/task/{parent}").glob("children"):
            found += [int(child) for child in entry.read_text().split()]
    return found


def memory(pid: int) -> tuple[float, float, list[str]]:
    """Megabytes of the server's processes and of all (shared pages counted each time), and a line for each."""
    server, total, lines = 0.0, 0.0, []
    for process in descendants(pid):
        status = Path(f"/proc/{process}/status").read_text()
        resident = int(re.findall(r"VmRSS:\s+(\d+)", status)[0]) / 1024
        command = Path(f"/proc/{process}/cmdline").read_text().replace("\0", " ")
        total += resident
        server += resident if "serve.py" in command else 0
        lines.append(f"{resident:7.1f} MB  {command[:90]}")
    return server, total, lines


def status(address: str) -> int:
    """The answer's status, 0 where nobody answers."""
    try:
        with urllib.request.urlopen(address, timeout=10) as answer:  # noqa: S310 -- our own address
            return int(answer.status)
    except urllib.error.HTTPError as error:
        return error.code
    except OSError:
        return 0


def is_free(port: int) -> bool:
    """Whether the port can be listened on."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        return probe.connect_ex(("127.0.0.1", port)) != 0


def main() -> None:
    """Walks through it."""
    port = free_port()
    run = Run(port)
    try:
        took = run.wait_for_address(seconds=FIRST_SECONDS)
        print(run.printed(), end="")
        check(status(run.address) == 200, f"the first make run answers after {took:.1f} s (libraries were there)")

        second = subprocess.run(
            ["make", "run", f"PORT={free_port()}"], cwd=ROOT, capture_output=True, text=True, check=False
        )
        check(
            second.returncode != 0 and f"already at work in this folder (process {run.supervisor()}" in second.stderr,
            "a second make run in this folder is refused and names the first",
        )

        for path in ("", "en/", "search/?q=mat+ong", "search/?q=keo+dua+ben+tre", "makers/", "verify/"):
            answers = {status(run.address + path) for _ in range(ASKED_EACH)}  # so that both workers have answered
            check(answers == {200}, f"/{path} answers")
        server, total, lines = memory(run.supervisor())
        print("\n".join(lines))
        check(
            server < MEMORY_MB,
            f"the server holds {server:.0f} MB of memory (with supervisor and indexer {total:.0f} MB)",
        )

        end(descendants(run.supervisor())[1], signal.SIGKILL)
        wait_until(lambda: "starting it again" in run.printed(), seconds=10)
        check(wait_until(lambda: status(run.address) == 200, seconds=20), "a killed server or indexer comes back")

        end(run.supervisor(), signal.SIGINT)
        run.process.wait(timeout=30)
        check("Stopped." in run.printed() and is_free(port), "Ctrl-C stops all and frees the port")

        run = Run(port)
        took = run.wait_for_address(seconds=60)
        check(took < SECOND_SECONDS, f"the second make run answers after {took:.1f} s")

        family = descendants(run.supervisor())
        end(run.supervisor(), signal.SIGKILL)
        gone = wait_until(lambda: not any(Path(f"/proc/{pid}/exe").exists() for pid in family), seconds=20)
        check(gone and is_free(port), "a killed supervisor leaves no process behind and the port free")

        with socket.socket() as taken:
            taken.bind(("127.0.0.1", 0))
            taken.listen()
            other = taken.getsockname()[1]
            refused = subprocess.run(
                ["make", "run", f"PORT={other}"], cwd=ROOT, capture_output=True, text=True, check=False
            )
        check(f"Port {other} is in use by another program" in refused.stderr, "a port in use is said in one sentence")
    finally:
        run.end()


if __name__ == "__main__":
    main()
