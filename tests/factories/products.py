"""Products."""

from catalog.models import Product
from catalog.services import products
from tests.factories.numbers import next_number


def make_product(*, name: str = "", **facts) -> Product:
    """A stored, visible product without maker, price or certificate."""
    return products.create_product(name=name or f"Kẹo dừa {next_number()}", **facts)
