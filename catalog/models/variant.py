"""Packs of a product with their price, and the stock of each."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from catalog.models.marking import MarkedPart
from core.money import Money, dong


class NetUnit(models.TextChoices):
    """What the net quantity counts."""

    GRAM = "g", _("gam")
    MILLILITRE = "ml", _("mililít")
    PIECE = "piece", _("cái")


class ProductVariant(MarkedPart):
    """One pack: its words ("hộp"), net quantity and price in whole đồng. `is_sample` marks an invented price."""

    product = models.ForeignKey("catalog.Product", on_delete=models.CASCADE, related_name="variants")
    name = models.CharField(max_length=120, blank=True, default="")
    net_quantity = models.PositiveIntegerField(null=True, blank=True)
    net_unit = models.CharField(max_length=5, choices=NetUnit, blank=True, default="")
    price_amount = models.BigIntegerField(null=True, blank=True)
    is_sample = models.BooleanField(default=False)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(price_amount__isnull=True) | Q(price_amount__gt=0), name="variant_price_is_positive"
            ),
            models.CheckConstraint(
                condition=Q(net_quantity__isnull=True, net_unit="") | (Q(net_quantity__gt=0) & ~Q(net_unit="")),
                name="variant_net_quantity_has_a_unit",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def price(self) -> Money | None:
        """The price as Money; None where no source gives one."""
        return None if self.price_amount is None else dong(self.price_amount)


class Stock(MarkedPart):
    """How many packs are there, by place and lot. Written by catalog/services/stock.py alone.

    A maker that keeps no places and no lots has one row a pack, with both empty.
    """

    PRODUCT_PATH = "variant__product_id"

    variant = models.ForeignKey(ProductVariant, on_delete=models.CASCADE, related_name="stocks")
    site = models.ForeignKey("catalog.Site", on_delete=models.PROTECT, null=True, blank=True, related_name="stocks")
    lot = models.CharField(max_length=40, blank=True, default="")
    best_before = models.DateField(null=True, blank=True)
    low_at = models.PositiveIntegerField(null=True, blank=True)
    quantity = models.PositiveIntegerField(default=0)
    is_sample = models.BooleanField(default=False)

    class Meta:
        ordering = [models.F("best_before").asc(nulls_last=True), "pk"]  # what ends first is sold first
        constraints = [
            models.CheckConstraint(condition=Q(quantity__gte=0), name="stock_is_not_negative"),
            models.UniqueConstraint(
                fields=["variant", "lot"], condition=Q(site__isnull=True), name="stock_once_without_a_site"
            ),
            models.UniqueConstraint(
                fields=["variant", "site", "lot"], condition=Q(site__isnull=False), name="stock_once_at_a_site"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.quantity}"

    @property
    def marked_product_id(self) -> int:
        """The product whose search entry depends on this row."""
        return self.variant.product_id


class StockMovement(models.Model):
    """One change of a stock row, with its reason; added in the transaction of the change, never altered.

    `key` is the caller's: the same key changes the stock once.
    """

    stock = models.ForeignKey(Stock, on_delete=models.CASCADE, related_name="movements")
    change = models.IntegerField()
    quantity_after = models.PositiveIntegerField()
    reason = models.CharField(max_length=40)
    key = models.CharField(max_length=120, null=True, blank=True, unique=True)
    actor = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"{self.change:+d} {self.reason}"
