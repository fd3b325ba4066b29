"""What the makers' pages show: the list of makers, and one maker's storefront."""

import datetime as dt

from django.db.models import Count, Q, QuerySet

from accounts.models import Organization
from catalog import selectors as catalog
from catalog.certificate_view import CertificateView, certificate_view
from catalog.models import Product
from core.vietnamese import fold

PAGE_SIZE = 24
_LANDSCAPES = {
    "highland": {"04", "08", "11", "12", "14", "15", "19", "20", "25", "52", "66", "68"},
    "delta": {"82", "86", "91", "92", "96"},
    "coast": {"22", "31", "38", "40", "42", "44", "46", "48", "51", "56"},
}


def shown_makers(*, province: str = "", text: str = "") -> QuerySet[Organization]:
    """Makers with at least one visible product, those with most first, each with `product_count`."""
    rows = Organization.objects.producers().select_related("province", "commune", "old_province")
    rows = rows.annotate(product_count=Count("products", filter=Q(products__is_published=True)))
    rows = rows.filter(product_count__gt=0)
    if province:
        rows = rows.filter(province_id=province)
    for word in fold(text).split():
        rows = rows.filter(name_folded__contains=word)
    return rows.order_by("-product_count", "name_folded", "pk")


def maker_counts() -> dict[str, int]:
    """Makers with visible goods in each province, by province code."""
    rows = Organization.objects.producers().filter(products__is_published=True, province__isnull=False)
    return dict(rows.values_list("province_id").annotate(number=Count("pk", distinct=True)))


def maker_by_slug(slug: str) -> Organization | None:
    """One maker with its place; None when it has no visible product."""
    return shown_makers().filter(slug=slug).first()


def maker_product_ids(maker: Organization) -> list[int]:
    """Ids of the maker's visible products, by name."""
    rows = Product.objects.visible().filter(seller=maker)
    return list(rows.order_by("name_sort", "pk").values_list("pk", flat=True))


def certificates(maker: Organization, *, today: dt.date) -> list[CertificateView]:
    """The certificates of the maker's visible products, by name; of each product the one that speaks for it."""
    views = []
    for product in catalog.card_rows().filter(seller=maker).order_by("name_sort", "pk"):
        certificate = catalog.current_certificate(product, today=today)
        if certificate:
            views.append(certificate_view(certificate, covers=product.name, today=today))
    return views


def landscape_of(province_code: str) -> str:
    """The drawn landscape that suits a province: highland, delta, coast or plain."""
    return next((name for name, codes in _LANDSCAPES.items() if province_code in codes), "plain")
