"""Sample prices and stocks."""

from django.conf import settings

from catalog.errors import SampleDataRefusedError


def check_allowed() -> None:
    """Raises SampleDataRefusedError where samples have no place (production)."""
    if not getattr(settings, "ALLOW_SAMPLE_DATA", False):
        raise SampleDataRefusedError


def add_samples() -> int:
    """None yet."""
    return 0
