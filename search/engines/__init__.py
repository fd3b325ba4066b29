"""Which engine the site uses (settings.SEARCH_ENGINE). Nothing outside this folder knows one by name."""

from functools import lru_cache
from pathlib import Path

from django.conf import settings

from search.engines.base import Engine, IndexWriter
from search.engines.embedded import EmbeddedEngine, EmbeddedWriter


@lru_cache(maxsize=8)
def _embedded(root: Path) -> EmbeddedEngine:
    return EmbeddedEngine(root)


def engine() -> Engine:
    """The engine to ask. Its first question tells whether it is available (EngineUnavailable)."""
    return _embedded(Path(settings.SEARCH_INDEX_DIR))


def writer() -> IndexWriter:
    """The writer of the site's index, for the indexer and the rebuild command."""
    return EmbeddedWriter(Path(settings.SEARCH_INDEX_DIR))
