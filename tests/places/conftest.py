"""The places in the database, loaded once for a module and taken out again."""

import pytest
from django.db import transaction

from places import services


@pytest.fixture(scope="module")
def loaded(django_db_setup, django_db_blocker):
    """All tables of the places app filled, for every test of the module."""
    with django_db_blocker.unblock(), transaction.atomic():
        services.load_places()
        yield
        transaction.set_rollback(True)
