"""A product as a source lists it, and its photos."""

import datetime as dt
from typing import Any

from django.db import models, transaction
from django.db.models import F, Q

from catalog.models.marking import MarkedPart, MarkedQuerySet, bury
from core import page_cache
from core.vietnamese import fold, sort_key


class ProductQuerySet(MarkedQuerySet):
    """Scopes; a view starts from one of them, never from `.all()`."""

    def visible(self) -> "ProductQuerySet":
        """What every visitor may see."""
        return self.filter(is_published=True)

    def behind_in_search(self) -> "ProductQuerySet":
        """Rows whose last change the search index has not taken up, oldest first."""
        return self.filter(revision__gt=F("indexed_revision")).order_by("pk")

    def badge_due(self, today: dt.date) -> "ProductQuerySet":
        """Rows whose badge may read differently from `today` on."""
        return self.filter(badge_changes_on__lte=today)


class Product(models.Model):
    """One product of one maker. Its stars live in its certificates, its price in its variants.

    The place stands twice: as the source printed it, and as today's codes.
    `source_file` and `source_row` (0-based data row) tell where an imported row came from. `source_key` is its folded
    name, maker and place as the source first printed them: it recognises the row again, also after the maker changed
    the name here; `source_digest` tells whether the row itself changed since.
    """

    name = models.CharField(max_length=250)
    slug = models.SlugField(max_length=160, unique=True)
    name_folded = models.CharField(max_length=250, editable=False)
    name_sort = models.CharField(max_length=250, editable=False, db_index=True)
    seller = models.ForeignKey(
        "accounts.Organization", on_delete=models.PROTECT, null=True, blank=True, related_name="products"
    )
    category = models.ForeignKey(
        "catalog.Category", on_delete=models.PROTECT, null=True, blank=True, related_name="products"
    )
    province = models.ForeignKey("places.Province", on_delete=models.PROTECT, null=True, blank=True)
    commune = models.ForeignKey("places.Commune", on_delete=models.PROTECT, null=True, blank=True)
    old_province = models.ForeignKey("places.OldProvince", on_delete=models.PROTECT, null=True, blank=True)
    place_printed = models.CharField(max_length=250, blank=True, default="")
    province_printed = models.CharField(max_length=60, blank=True, default="")
    is_group_listing = models.BooleanField(default=False)
    is_published = models.BooleanField(default=True)
    story = models.TextField(blank=True, default="")
    label = models.JSONField(blank=True, default=dict)
    source = models.TextField(blank=True, default="")
    source_file = models.CharField(max_length=120, blank=True, default="")
    source_row = models.PositiveIntegerField(null=True, blank=True)
    source_key = models.CharField(max_length=64, blank=True, default="", editable=False)
    source_digest = models.CharField(max_length=64, blank=True, default="", editable=False)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)
    revision = models.PositiveBigIntegerField(default=1, editable=False)
    indexed_revision = models.PositiveBigIntegerField(default=0, editable=False)
    badge_changes_on = models.DateField(null=True, blank=True, editable=False)

    objects = ProductQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(name=""), name="product_has_a_name"),
            models.UniqueConstraint(
                fields=["source_file", "source_row"],
                condition=Q(source_row__isnull=False),
                name="product_source_row_once",
            ),
        ]
        indexes = [
            models.Index(fields=["name_folded"], name="product_name_folded"),
            models.Index(fields=["source_key"], name="product_source_key"),
            models.Index(fields=["badge_changes_on"], name="product_badge_changes_on"),
            models.Index(fields=["id"], condition=Q(revision__gt=F("indexed_revision")), name="product_behind_search"),
        ]

    def __str__(self) -> str:
        return self.name

    def save(self, **kwargs: Any) -> None:
        """Stores the row and raises its revision in the same statement."""
        self.name_folded = fold(self.name)[:250]
        self.name_sort = sort_key(self.name)[:250]
        if not self._state.adding:
            self.revision = F("revision") + 1
        super().save(**kwargs)
        if not isinstance(self.revision, int):
            self.refresh_from_db(fields=["revision"])
        page_cache.forget_on_commit()

    def delete(self, **kwargs: Any) -> tuple[int, dict[str, int]]:
        """Deletes the row and leaves a tombstone for the search index."""
        with transaction.atomic():
            bury([self.pk])
            return super().delete(**kwargs)


class ProductImage(MarkedPart):
    """A photo of the product. A real photo always wins over the drawn picture."""

    product = models.ForeignKey(Product, on_delete=models.CASCADE, related_name="images")
    file = models.ImageField(upload_to="products/")
    alt = models.CharField(max_length=250)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return self.alt
