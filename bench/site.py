"""A site of its own for the bench: folder, database, index and a server on a free port, started as `make run` does."""

import contextlib
import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bench import machine

ROOT = Path(__file__).parent.parent
_READY_SECONDS = 60
# Taken out of the environment, so that nothing of this machine's own site leaks in.
_LEFT_OUT = ("DATABASE_URL", "SITE_URL", "ALLOWED_HOSTS", "SECRET_KEY", "DEBUG", "SEARCH_ENGINE", "SECURE_SSL_REDIRECT")


class ServerError(Exception):
    """The server did not start or died; its last words are the text."""


@dataclass(frozen=True, slots=True)
class Site:
    """One catalogue's folder."""

    folder: Path

    @property
    def catalogue(self) -> Path:
        """The generated file."""
        return self.folder / "catalogue.csv"

    def environment(self, *, page_cache_seconds: int) -> dict[str, str]:
        """The environment in which the site's processes run."""
        kept = {name: value for name, value in os.environ.items() if name not in _LEFT_OUT}
        return kept | {
            "DJANGO_SETTINGS_MODULE": "config.settings.dev",
            "SAOLANG_VAR": str(self.folder),
            "PAGE_CACHE_SECONDS": str(page_cache_seconds),
            "MALLOC_ARENA_MAX": "2",
            "PYTHONUTF8": "1",
        }

    @contextlib.contextmanager
    def running(self, *, page_cache_seconds: int) -> Iterator["Server"]:
        """The site under its supervisor, as `make run` has it; ended on leaving."""
        port = free_port()
        log = self.folder / "server.log"
        with log.open("wb") as output:
            process = subprocess.Popen(
                [sys.executable, "-X", "utf8", "config/supervisor.py", "--port", str(port)],
                cwd=ROOT,
                env=self.environment(page_cache_seconds=page_cache_seconds),
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        try:
            _wait_until_ready(process, port, log)
            yield Server(process.pid, port)
        finally:
            process.send_signal(signal.SIGTERM)
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(timeout=20)
            process.kill()
            process.wait()


@dataclass(frozen=True, slots=True)
class Server:
    """A running site."""

    pid: int
    port: int

    def memory(self) -> dict[str, dict[str, float]]:
        """Memory of the server's processes (granian with its workers), and of all, indexer and supervisor too."""
        everyone = machine.family(self.pid)
        serving = next((pid for pid in everyone[1:] if "config/serve.py" in machine.command_of(pid)), None)
        server = machine.family(serving) if serving else everyone
        return {"server": machine.memory(server), "with_indexer_and_supervisor": machine.memory(everyone)}


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_until_ready(process: subprocess.Popen[bytes], port: int, log: Path) -> None:
    deadline = time.monotonic() + _READY_SECONDS
    while time.monotonic() < deadline and process.poll() is None:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
        try:
            connection.request("GET", "/healthz/")
            if connection.getresponse().status == 200:
                return
        except (OSError, http.client.HTTPException):
            time.sleep(0.1)
        finally:
            connection.close()
    words = log.read_text(encoding="utf-8", errors="replace").strip().splitlines()[-15:]
    raise ServerError("the server did not answer:\n" + "\n".join(words))
