"""Organizations."""

from accounts.models import Organization
from tests.factories.numbers import next_number


def make_organization(*, name: str = "", **facts) -> Organization:
    """A stored producer."""
    number = next_number()
    defaults = {"slug": f"chu-the-{number}", "legal_form": "household"} | facts
    return Organization.objects.create(name=name or f"Hộ kinh doanh {number}", **defaults)
