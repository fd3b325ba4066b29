"""The project's own files, as the architecture tests read them. Nothing generated, collected or taken from others."""

import ast
import os
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
APPS = ("core", "places", "accounts", "catalog", "search", "shop", "sellers", "certification", "trade", "api")
PRODUCT = (*APPS, "config")
SKIPPED = {"node_modules", "__pycache__", "migrations", "vendor", "var"}
# Modules of plain values: no database, no request.
PURE = (
    "core/codes.py",
    "core/money.py",
    "core/pagination.py",
    "core/vietnamese.py",
    "places/addresses.py",
    "places/gazetteer.py",
    "places/mentions.py",
    "places/name_spans.py",
    "places/projection.py",
    "catalog/badge.py",
    "catalog/identity.py",
    "catalog/pictures/choosing.py",
    "catalog/pictures/covers.py",
    "catalog/pictures/drawing.py",
    "catalog/pictures/layouts.py",
    "catalog/pricing.py",
    "catalog/vocabulary.py",
    "catalog/importing/facts.py",
    "catalog/importing/values.py",
    "search/lexicon.py",
    "search/planning.py",
    "search/queries.py",
    "search/slips.py",
    "search/spelling.py",
    "search/understanding.py",
    "search/words.py",
    "certification/qr.py",
)


def files(*endings: str, under: tuple[str, ...] = ("",)) -> Iterator[Path]:
    """The project's files with one of the endings, in order of path, relative to the root."""
    for start in under:
        for folder, names, found in os.walk(ROOT / start):
            names[:] = sorted(name for name in names if name not in SKIPPED and not name.startswith("."))
            for name in sorted(found):
                if name.endswith(endings):
                    yield Path(folder, name).relative_to(ROOT)


def text(path: Path) -> str:
    """The content of a file given relative to the root."""
    return (ROOT / path).read_text(encoding="utf-8")


@lru_cache(maxsize=1024)
def parsed(path: Path) -> ast.Module:
    """The syntax tree of a Python file."""
    return ast.parse(text(path))


def imported(path: Path) -> set[str]:
    """Full names of what a Python file imports, at any depth."""
    names: set[str] = set()
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
    return names


def top_level_functions(path: Path) -> Iterator[ast.FunctionDef]:
    """The functions of a module that others may call."""
    for node in parsed(path).body:
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
            yield node


def is_layer(path: Path, name: str) -> bool:
    """Whether a file is an app's `name` module or lies in the folder of that name."""
    return len(path.parts) > 1 and path.parts[0] in APPS and path.parts[1] in (name, f"{name}.py")
