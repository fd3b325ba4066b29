"""What every test starts from."""

import pytest
from django.utils import translation


@pytest.fixture(autouse=True)
def _vietnamese():
    """A page in English asked for by one test leaves no English behind for the next."""
    with translation.override("vi"):
        yield
