"""Keeps the server and the indexer of one site running: starts both, starts again what dies, stops both on Ctrl-C.

Called by config/setup.py once the site is ready. Only a few modules of the standard library, so that it stays small in
memory (http.client and dataclasses alone would double it).
"""

import argparse
import contextlib
import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
READY_SECONDS = 45
FIRST_DELAY, LONGEST_DELAY = 1.0, 30.0
STEADY_SECONDS = 60.0  # a child that lived this long starts over with the first delay
STOP_SECONDS = 10.0
TRIES_BEFORE_READY = 3
EVERYWHERE = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}  # noqa: S104 -- compared with, not listened on


def say(text: str) -> None:
    """Prints one line at once, also into a pipe."""
    print(text, flush=True)


class Child:
    """One process that must be there for as long as the supervisor is."""

    def __init__(self, name: str, command: list[str]) -> None:
        self.name, self.command = name, command
        self.process: subprocess.Popen[bytes] | None = None
        self.started = 0.0
        self.delay = FIRST_DELAY
        self.next_start = 0.0
        self.deaths = 0

    def start(self, now: float) -> None:
        """Starts the process in a group of its own, so that Ctrl-C reaches the supervisor alone."""
        self.process = subprocess.Popen(self.command, cwd=ROOT, stdin=subprocess.DEVNULL, start_new_session=True)
        self.started = now

    def look_after(self, now: float) -> None:
        """Starts the process if it is time to; a dead one is started again after a delay that doubles."""
        if self.process is not None:
            code = self.process.poll()
            if code is None:
                return
            self.end_group(signal.SIGKILL)  # a dead server's workers would keep its port
            self.process = None
            self.deaths += 1
            if now - self.started >= STEADY_SECONDS:
                self.delay = FIRST_DELAY
            say(f"The {self.name} ended ({describe(code)}); starting it again in {self.delay:.0f} s.")
            self.next_start = now + self.delay
            self.delay = min(self.delay * 2, LONGEST_DELAY)
        if now >= self.next_start:
            self.start(now)

    def end_group(self, number: signal.Signals) -> None:
        """Sends a signal to the process and to all that it started."""
        if self.process is None:
            return
        try:
            os.killpg(self.process.pid, number)
        except (ProcessLookupError, PermissionError):
            return

    def stop(self, deadline: float) -> None:
        """Waits for the process to end by itself until the deadline, then ends it."""
        if self.process is None:
            return
        with contextlib.suppress(subprocess.TimeoutExpired):
            self.process.wait(timeout=max(0.1, deadline - time.monotonic()))
        self.end_group(signal.SIGKILL)
        self.process.wait()


def describe(code: int) -> str:
    """An exit code in words."""
    return f"exit code {code}" if code >= 0 else f"signal {signal.Signals(-code).name}"


def health(host: str, port: int) -> int:
    """The status of the site's health page, 0 while nobody answers."""
    try:
        with socket.create_connection((host.strip("[]"), port), timeout=5) as connection:
            connection.sendall(f"GET /healthz/ HTTP/1.0\r\nHost: {host}\r\n\r\n".encode())
            return int(connection.recv(64).split(b" ")[1])
    except (OSError, ValueError, IndexError):
        return 0


class Supervisor:
    """The loop over the two children."""

    def __init__(self, *, host: str, port: int) -> None:
        self.host, self.port = host, port
        me = str(os.getpid())
        python = [sys.executable, "-X", "utf8"]
        self.server = Child(
            "server",
            [*python, "config/serve.py", "--host", host, "--port", str(port), "--parent", me],
        )
        self.indexer = Child("indexer", [*python, "manage.py", "run_indexer"])
        self.is_stopping = False

    @property
    def address(self) -> str:
        """The address that a person can open."""
        return f"http://{EVERYWHERE.get(self.host, self.host)}:{self.port}/"

    def ask_to_stop(self, *_: object) -> None:
        """What Ctrl-C and SIGTERM do."""
        self.is_stopping = True

    def run(self) -> int:
        """Runs until it is asked to stop; the exit code says whether the site ever answered."""
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, self.ask_to_stop)
        code = self.wait_until_ready()
        while not self.is_stopping and code == 0:
            self.look_after_both()
            time.sleep(0.5)
        self.stop()
        return code

    def look_after_both(self) -> None:
        """One turn of the loop."""
        now = time.monotonic()
        self.server.look_after(now)
        self.indexer.look_after(now)

    def wait_until_ready(self) -> int:
        """Starts both and says the address once the site answers; 1 and one sentence if it never does."""
        deadline = time.monotonic() + READY_SECONDS
        while not self.is_stopping:
            self.look_after_both()
            status = health(EVERYWHERE.get(self.host, self.host), self.port)
            if status == 200:
                say(f"Sao Làng is running at {self.address} (stop it with Ctrl-C)")
                return 0
            if self.server.deaths >= TRIES_BEFORE_READY or time.monotonic() > deadline:
                say(f"The server does not answer at {self.address}; its reason stands above.")
                return 1
            time.sleep(2 if status else 0.1)  # each wrong answer leaves a trace in the log
        return 0

    def stop(self) -> None:
        """Asks both to end, waits, and ends what is left."""
        deadline = time.monotonic() + STOP_SECONDS
        for child in (self.server, self.indexer):
            if child.process is not None:
                child.process.terminate()
        for child in (self.server, self.indexer):
            child.stop(deadline)
        say("Stopped.")


def main() -> int:
    """Reads what config/setup.py hands over and runs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument("--lock", type=int, help="open file that says that this folder's site is running")
    options = parser.parse_args()
    if options.lock is not None:
        os.set_inheritable(options.lock, False)  # the lock ends with the supervisor, not with a child
    supervisor = Supervisor(host=options.host, port=options.port)
    os.environ.setdefault("SITE_URL", supervisor.address.rstrip("/"))
    os.environ.setdefault("MALLOC_ARENA_MAX", "2")  # glibc keeps memory per thread otherwise
    return supervisor.run()


if __name__ == "__main__":
    sys.exit(main())
