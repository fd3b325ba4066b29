"""Packs of a product with their price, and the stock of each."""

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
    """How many packs are there. Written by catalog/services/stock.py alone."""

    PRODUCT_PATH = "variant__product_id"

    variant = models.OneToOneField(ProductVariant, on_delete=models.CASCADE, related_name="stock")
    quantity = models.PositiveIntegerField(default=0)
    is_sample = models.BooleanField(default=False)

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(quantity__gte=0), name="stock_is_not_negative")]

    def __str__(self) -> str:
        return f"{self.quantity}"

    @property
    def marked_product_id(self) -> int:
        """The product whose search entry depends on this row."""
        return self.variant.product_id
