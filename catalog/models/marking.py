"""Marks for the search index: a change raises `Product.revision` in its transaction, a deletion leaves a tombstone.

Written into the query sets and models themselves, so that no path (a service, the admin, a shell) can forget it.
Who reads the marks is search/tasks.py; this folder knows nothing of it.
"""

from typing import TYPE_CHECKING, Any

from django.db import models, transaction
from django.db.models import F

from core import page_cache

if TYPE_CHECKING:
    from collections.abc import Iterable

_INDEX_COLUMNS = {"indexed_revision", "badge_changes_on", "revision"}


class RemovedProduct(models.Model):
    """The tombstone of a deleted product; the indexer takes it out of the index, then drops the row."""

    product_id = models.PositiveBigIntegerField(unique=True)
    removed_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return f"removed product {self.product_id}"


class MarkedQuerySet(models.QuerySet[Any]):
    """For products: every update raises the revision, every deletion leaves tombstones."""

    def update(self, **values: object) -> int:
        """Like Django's, and raises the revision unless only the indexer's own columns change."""
        if set(values) - _INDEX_COLUMNS:
            values["revision"] = F("revision") + 1
            page_cache.forget_on_commit()
        return super().update(**values)

    def delete(self) -> tuple[int, dict[str, int]]:
        """Like Django's, with a tombstone for each row in the same transaction."""
        with transaction.atomic():
            bury(self.values_list("pk", flat=True))
            return super().delete()


class PartQuerySet(models.QuerySet[Any]):
    """For rows that hang on a product (`PRODUCT_PATH`): every change marks that product."""

    @property
    def _path(self) -> str:
        return self.model.PRODUCT_PATH

    def update(self, **values: object) -> int:
        """Like Django's; marks the products before (a row may move away) and after."""
        with transaction.atomic():
            ids = list(self.values_list(self._path, flat=True))
            changed = super().update(**values)
            mark(ids)
            return changed

    def delete(self) -> tuple[int, dict[str, int]]:
        """Like Django's; marks the products the rows hung on."""
        with transaction.atomic():
            ids = list(self.values_list(self._path, flat=True))
            result = super().delete()
            mark(ids)
            return result

    def bulk_create(self, objs: "Iterable[Any]", *args: Any, **kwargs: Any) -> list[Any]:
        """Like Django's; marks the products of the new rows."""
        with transaction.atomic():
            made = super().bulk_create(objs, *args, **kwargs)
            mark([row.marked_product_id for row in made])
            return made


class MarkedPart(models.Model):
    """A row that hangs on a product; saving or deleting it marks the product in the same transaction."""

    PRODUCT_PATH = "product_id"

    objects = PartQuerySet.as_manager()

    class Meta:
        abstract = True

    def save(self, **kwargs: Any) -> None:
        """Stores the row and marks its product."""
        with transaction.atomic():
            super().save(**kwargs)
            mark([self.marked_product_id])

    def delete(self, **kwargs: Any) -> tuple[int, dict[str, int]]:
        """Deletes the row and marks its product."""
        with transaction.atomic():
            product_id = self.marked_product_id
            result = super().delete(**kwargs)
            mark([product_id])
            return result

    @property
    def marked_product_id(self) -> int:
        """The product whose search entry depends on this row."""
        return self.product_id  # type: ignore[attr-defined]  # every part but Stock has it


def mark(product_ids: "Iterable[int]") -> None:
    """Raises the revision of these products, in primary-key order so that two writers never wait crosswise."""
    from catalog.models.product import Product  # that module is built on this one

    ids = sorted(set(product_ids))
    for start in range(0, len(ids), 500):
        Product.objects.filter(pk__in=ids[start : start + 500]).update(revision=F("revision") + 1)
    if ids:
        page_cache.forget_on_commit()


def bury(product_ids: "Iterable[int]") -> None:
    """Leaves a tombstone for each product that is about to go."""
    stones = [RemovedProduct(product_id=pk) for pk in sorted(set(product_ids))]
    RemovedProduct.objects.bulk_create(stones, ignore_conflicts=True)
    page_cache.forget_on_commit()
