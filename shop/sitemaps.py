"""The sitemap: fixed pages, products, makers; both languages, no filtered lists."""

import datetime as dt

from django.contrib.sitemaps import Sitemap
from django.db.models import Max, QuerySet
from django.urls import reverse

from accounts.models import Organization
from catalog.models import Product


class _Both(Sitemap):
    """Every page in Vietnamese and English, each naming the other."""

    i18n = True
    alternates = True
    x_default = True
    limit = 5000


class PagesSitemap(_Both):
    """The fixed pages."""

    def items(self) -> list[str]:
        """URL names."""
        return [
            "shop:home",
            "search:search_page",
            "sellers:makers",
            "certification:verify",
            "shop:sources",
            "shop:ranking",
        ]

    def location(self, item: str) -> str:
        """The address of a page."""
        return reverse(item)


class ProductsSitemap(_Both):
    """All visible products."""

    def items(self) -> QuerySet[Product]:
        """Products with their last change."""
        return Product.objects.visible().only("slug", "updated_at").order_by("pk")

    def location(self, item: Product) -> str:
        """The address of a product."""
        return reverse("shop:product", args=[item.slug])

    def lastmod(self, item: Product) -> dt.datetime:
        """When the row last changed."""
        return item.updated_at


class MakersSitemap(_Both):
    """All makers with visible goods."""

    def items(self) -> QuerySet[Organization]:
        """Makers with the last change of their goods."""
        rows = Organization.objects.producers().filter(products__is_published=True)
        return rows.annotate(last_change=Max("products__updated_at")).only("slug").order_by("pk")

    def location(self, item: Organization) -> str:
        """The address of a maker."""
        return reverse("sellers:maker", args=[item.slug])

    def lastmod(self, item: Organization) -> dt.datetime:
        """When one of its goods last changed."""
        return item.last_change  # type: ignore[attr-defined]  # annotated above


SITEMAPS = {"pages": PagesSitemap, "products": ProductsSitemap, "makers": MakersSitemap}
