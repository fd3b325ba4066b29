"""Where the embedded index lies: a folder for each build, a pointer file that names the one in use, and the lock.

A build is swapped in by replacing the pointer, so that a crash leaves either the old index or the new one in use.
"""

import contextlib
import fcntl
import json
import os
import shutil
import time
from collections.abc import Iterator
from pathlib import Path

from search.documents import SCHEMA
from search.engines.base import EngineUnavailable, IndexBusy

POINTER = "current"
DESCRIPTION = "saolang.json"
_LOCK = "write.lock"
_WAIT = 0.1


class IndexFiles:
    """The folder of all builds."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def current(self) -> Path:
        """The folder in use. Raises EngineUnavailable when there is none of this version."""
        try:
            name = (self.root / POINTER).read_text(encoding="utf-8").strip()
            folder = self.root / Path(name).name
            known = json.loads((folder / DESCRIPTION).read_text(encoding="utf-8"))
        except (OSError, ValueError) as error:
            raise EngineUnavailable(f"no search index in use under {self.root}: {error}") from error
        if known != {"schema": SCHEMA}:
            raise EngineUnavailable(f"the search index is of another version: {known}")
        if not (folder / "meta.json").exists():
            raise EngineUnavailable(f"the search index in {folder} has no meta.json")
        return folder

    def stamp(self) -> tuple[int, int]:
        """Changes with every swap and every commit; (0, 0) when there is no index."""
        pointer = self.root / POINTER
        try:
            swapped = pointer.stat()
            folder = self.root / Path(pointer.read_text(encoding="utf-8").strip()).name
            return swapped.st_mtime_ns ^ swapped.st_ino, (folder / "meta.json").stat().st_mtime_ns
        except (OSError, ValueError):
            return 0, 0

    def new_folder(self) -> Path:
        """A folder for a new build."""
        folder = self.root / f"build-{time.time_ns()}-{os.getpid()}"
        folder.mkdir(parents=True)
        return folder

    def swap(self, folder: Path) -> None:
        """Puts a finished build in use, then removes every other one."""
        (folder / DESCRIPTION).write_text(json.dumps({"schema": SCHEMA}), encoding="utf-8")
        temporary = self.root / f"{POINTER}.{os.getpid()}"
        with temporary.open("w", encoding="utf-8") as file:
            file.write(folder.name)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(self.root / POINTER)
        self.remove_others(folder)

    def remove_others(self, kept: Path) -> None:
        """Removes builds that are not in use; what a reader still holds open stays readable to it."""
        for other in self.root.glob("build-*"):
            if other != kept:
                shutil.rmtree(other, ignore_errors=True)

    @contextlib.contextmanager
    def locked(self, *, wait_seconds: float) -> Iterator[None]:
        """Holds the write lock; it ends with the process, however that ends. Raises IndexBusy after the wait."""
        self.root.mkdir(parents=True, exist_ok=True)
        with (self.root / _LOCK).open("a") as file:
            deadline = time.monotonic() + wait_seconds
            while True:
                try:
                    fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                    break
                except BlockingIOError:
                    if time.monotonic() >= deadline:
                        raise IndexBusy("another process is writing the search index") from None
                    time.sleep(_WAIT)
            yield
