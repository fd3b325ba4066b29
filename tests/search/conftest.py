"""A small catalogue with an index in a folder of the test's own."""

import pytest
from django.core.management import call_command

from core import clock
from search import engines, tasks


@pytest.fixture
def index(settings, tmp_path, db):
    """An empty index. `index()` takes up what changed, as the indexer does, and returns the engine."""
    settings.SEARCH_INDEX_DIR = tmp_path / "index"
    settings.VAR_DIR = tmp_path
    call_command("rebuild_index", verbosity=0)

    def take_up():
        writer = engines.writer()
        with writer.locked(wait_seconds=5):
            tasks.bring_up_to_date(writer, today=clock.today())
        engine = engines.engine()
        engine._looked_at = 0.0  # do not wait the quarter of a second until it looks by itself
        return engine

    return take_up
