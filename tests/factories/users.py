"""People."""

from accounts.models import User
from tests.factories.numbers import next_number


def make_user(**facts) -> User:
    """A stored person who can sign in with "matkhau"."""
    defaults = {"username": f"nguoi{next_number()}", "password": "matkhau"} | facts
    return User.objects.create_user(**defaults)
