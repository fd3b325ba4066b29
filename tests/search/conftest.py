"""A small catalogue with an index in a folder of the test's own."""

import pytest
from django.core.management import call_command

from search import engines


@pytest.fixture
def index(settings, tmp_path, db):
    """An empty index. `index()` takes up what changed, as the indexer does, and returns the engine."""
    settings.SEARCH_INDEX_DIR = tmp_path / "index"
    settings.VAR_DIR = tmp_path
    call_command("rebuild_index", verbosity=0)

    def take_up():
        call_command("run_indexer", once=True)
        engine = engines.engine()
        engine._looked_at = 0.0  # do not wait the quarter of a second until it looks by itself
        return engine

    return take_up
