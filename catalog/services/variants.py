"""Packs and their prices. A real price and a sample never stand side by side: the real one wins."""

from collections.abc import Sequence

from django.db import transaction

from catalog.errors import PriceNotPositiveError, QuantityWithoutUnitError
from catalog.models import Product, ProductVariant


def set_price(
    *,
    product: Product,
    price_amount: int,
    name: str = "",
    net_quantity: int | None = None,
    net_unit: str = "",
) -> ProductVariant:
    """Sets the real price (whole đồng) of the pack with this name and net quantity; the product's samples go.

    Raises PriceNotPositiveError and QuantityWithoutUnitError.
    """
    if price_amount <= 0:
        raise PriceNotPositiveError
    if bool(net_quantity) != bool(net_unit):
        raise QuantityWithoutUnitError
    pack = {"name": name, "net_quantity": net_quantity, "net_unit": net_unit}
    with transaction.atomic():
        samples = ProductVariant.objects.filter(product=product, is_sample=True)
        if samples.exists():
            samples.delete()
        row: ProductVariant | None = ProductVariant.objects.filter(product=product, **pack).first()
        if row is None:
            position = ProductVariant.objects.filter(product=product).count()
            row = ProductVariant(product=product, position=position, **pack)
        elif row.price_amount == price_amount:
            return row
        row.price_amount = price_amount
        row.save()
        return row


def add_variants(*, drafts: Sequence[ProductVariant]) -> None:
    """Stores real packs of products that have none yet, many at once."""
    ProductVariant.objects.bulk_create(drafts, batch_size=500)


def add_sample_variants(*, drafts: Sequence[ProductVariant]) -> None:
    """Stores invented packs and prices, many at once, marked as samples. Only for products without any variant."""
    for draft in drafts:
        draft.is_sample = True
    ProductVariant.objects.bulk_create(drafts, batch_size=500)
