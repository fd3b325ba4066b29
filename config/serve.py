"""Runs granian with the site, and ends it when the process that started it is gone, so that the port is free again.

Used by config/supervisor.py; a production machine may use it too, or run granian itself (docs/operations.md).
"""

import argparse
import os
import signal
import sys
import threading
import time
from pathlib import Path

from granian import Granian
from granian.constants import Interfaces
from granian.log import LogLevels

ROOT = Path(__file__).resolve().parent.parent
LOOK_SECONDS = 1.0


def end_with(parent: int) -> None:
    """Asks this process to stop once it is no longer a child of `parent` (which may have been killed)."""

    def watch() -> None:
        while os.getppid() == parent:
            time.sleep(LOOK_SECONDS)
        os.kill(os.getpid(), signal.SIGTERM)

    threading.Thread(target=watch, daemon=True).start()


def main() -> None:
    """Serves until SIGTERM or SIGINT."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--threads", type=int, default=4, help="requests at once in one worker")
    parser.add_argument("--parent", type=int, help="process id; the server ends when this one does")
    options = parser.parse_args()
    os.chdir(ROOT)
    sys.path.insert(0, str(ROOT))
    server = Granian(
        "config.wsgi:application",
        address=options.host,
        port=options.port,
        interface=Interfaces.WSGI,
        workers=options.workers,
        blocking_threads=options.threads,
        respawn_failed_workers=True,
        workers_kill_timeout=8,
        log_level=LogLevels.warning,
        log_access=False,
        working_dir=ROOT,
    )
    if options.parent is not None:
        end_with(options.parent)
    server.serve()


if __name__ == "__main__":
    main()
