"""The only writer of Stock. Lock, then look, then write; every change leaves a StockMovement."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from django.db import transaction

from catalog.errors import CountBelowZeroError
from catalog.models import ProductVariant, Site, Stock, StockMovement


def set_count(
    *,
    variant: ProductVariant,
    quantity: int,
    is_sample: bool = False,
    site: Site | None = None,
    lot: str = "",
    best_before: dt.date | None = None,
    low_at: int | None = None,
    actor: Any = None,
    reason: str = "counted",
) -> Stock:
    """Sets how many packs of a lot lie at a place. A real count replaces samples; a sample never replaces a real count.

    Raises CountBelowZeroError.
    """
    if quantity < 0:
        raise CountBelowZeroError
    with transaction.atomic():
        rows = list(Stock.objects.filter(variant=variant).order_by("pk").select_for_update(of=("self",), no_key=True))
        if is_sample and any(not row.is_sample for row in rows):
            return rows[0]
        if not is_sample:
            for sample in [row for row in rows if row.is_sample and (row.site_id, row.lot) != (_key(site), lot)]:
                sample.delete()
        row = next((row for row in rows if (row.site_id, row.lot) == (_key(site), lot)), None)
        row = row or Stock(variant=variant, site=site, lot=lot, is_sample=is_sample)
        facts = {"quantity": quantity, "is_sample": is_sample, "best_before": best_before, "low_at": low_at}
        if row.pk and all(getattr(row, name) == value for name, value in facts.items()):
            return row
        change = quantity - (row.quantity if row.pk else 0)
        for name, value in facts.items():
            setattr(row, name, value)
        row.save()
        if change and not is_sample:
            _move(row, change, reason, actor)
        return row


def remove_lot(*, row: Stock, actor: Any = None) -> None:
    """Takes a lot out of the list: what is left of it is written off."""
    with transaction.atomic():
        locked = Stock.objects.select_for_update(of=("self",), no_key=True).get(pk=row.pk)
        locked.delete()


def add_sample_counts(*, counts: Sequence[tuple[ProductVariant, int]]) -> None:
    """Gives new packs a sample stock, many at once; packs that have a stock already must not be among them."""
    Stock.objects.bulk_create(
        [Stock(variant=variant, quantity=quantity, is_sample=True) for variant, quantity in counts], batch_size=500
    )


def _key(site: Site | None) -> int | None:
    return site.pk if site else None


def _move(row: Stock, change: int, reason: str, actor: Any) -> None:
    StockMovement.objects.create(stock=row, change=change, quantity_after=row.quantity, reason=reason, actor=actor)
