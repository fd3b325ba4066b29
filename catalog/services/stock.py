"""The only writer of Stock."""

from collections.abc import Sequence

from django.db import transaction

from catalog.errors import CountBelowZeroError
from catalog.models import ProductVariant, Stock


def set_count(*, variant: ProductVariant, quantity: int, is_sample: bool = False) -> Stock:
    """Sets how many packs are there. A real count replaces a sample; a sample never replaces a real count.

    Raises CountBelowZeroError.
    """
    if quantity < 0:
        raise CountBelowZeroError
    with transaction.atomic():
        row = Stock.objects.select_for_update().filter(variant=variant).first()
        row = row or Stock(variant=variant, is_sample=True)
        is_same = row.pk and (row.quantity, row.is_sample) == (quantity, is_sample)
        if is_same or (row.pk and is_sample and not row.is_sample):
            return row
        row.quantity, row.is_sample = quantity, is_sample
        row.save()
        return row


def add_sample_counts(*, counts: Sequence[tuple[ProductVariant, int]]) -> None:
    """Gives new packs a sample stock, many at once; packs that have a stock already must not be among them."""
    Stock.objects.bulk_create(
        [Stock(variant=variant, quantity=quantity, is_sample=True) for variant, quantity in counts], batch_size=500
    )
