"""What `manage.py setup_site` remembers: which inputs each step last ran on, so that a second start repeats nothing.

Only files and digests; what the steps do stands in the command.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any


def digest(root: Path, patterns: Iterable[str], *more: str) -> str:
    """One figure for the content of all files that match the patterns (relative to root) and of the other texts."""
    total = hashlib.sha256()
    for text in more:
        total.update(text.encode() + b"\0")
    for pattern in patterns:
        for path in sorted(root.glob(pattern)):
            if path.is_file() and "__pycache__" not in path.parts:
                total.update(str(path.relative_to(root)).encode() + b"\0")
                total.update(hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()


def database_identity(database: Mapping[str, Any]) -> str:
    """Tells one database from another: another file, server or name is set up anew. Holds no password."""
    parts = [str(database.get(key, "")) for key in ("ENGINE", "HOST", "PORT", "NAME")]
    if "sqlite" in parts[0] and Path(parts[3]).exists():
        parts.append(str(Path(parts[3]).stat().st_ino))
    return "|".join(parts)


class Stamps:
    """The digests of the steps that were finished, in one small file."""

    def __init__(self, file: Path) -> None:
        self.file = file
        try:
            self.known: dict[str, str] = dict(json.loads(file.read_text(encoding="utf-8")))
        except (OSError, ValueError, TypeError):
            self.known = {}  # nothing known means: do every step again, which harms nothing

    def is_current(self, step: str, value: str) -> bool:
        """Whether the step was finished on just these inputs."""
        return self.known.get(step) == value

    def keep(self, step: str, value: str) -> None:
        """Remembers a finished step; the file is replaced whole."""
        self.known[step] = value
        temporary = self.file.with_suffix(".new")
        temporary.write_text(json.dumps(self.known, indent=1), encoding="utf-8")
        temporary.replace(self.file)
