"""Packs and their stock."""

from catalog.models import Product, ProductVariant, Stock
from catalog.services import stock, variants
from tests.factories.products import make_product


def make_variant(*, product: Product | None = None, price_amount: int = 45_000, **pack) -> ProductVariant:
    """A stored pack with a real price: a box of 300 g."""
    pack = {"name": "hộp", "net_quantity": 300, "net_unit": "g"} | pack
    return variants.set_price(product=product or make_product(), price_amount=price_amount, **pack)


def make_stock(*, variant: ProductVariant | None = None, quantity: int = 12, is_sample: bool = False) -> Stock:
    """The stored count of a pack."""
    return stock.set_count(variant=variant or make_variant(), quantity=quantity, is_sample=is_sample)
