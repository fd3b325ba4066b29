"""What the makers' pages show: the list of makers, and one maker's storefront."""

import datetime as dt
from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet

from accounts.models import Organization
from catalog import selectors as catalog
from catalog.badge import Badge
from catalog.models import Product
from core.vietnamese import fold

PAGE_SIZE = 24
_LEGAL_WORDS = {"cong ty", "cty", "tnhh", "cp", "co phan", "hop tac xa", "htx", "ho kinh doanh", "hkd", "mtv", "mot thanh vien"}
_LANDSCAPES = {
    "highland": {"04", "08", "11", "12", "14", "15", "19", "20", "25", "52", "66", "68"},
    "delta": {"82", "86", "91", "92", "96"},
    "coast": {"22", "31", "38", "40", "42", "44", "46", "48", "51", "56"},
}


@dataclass(frozen=True, slots=True)
class CertificateRow:
    """One line of the maker's table of certificates."""

    product_name: str
    product_slug: str
    badge: Badge
    code: str
    decision_no: str


def shown_makers(*, province: str = "", text: str = "") -> QuerySet[Organization]:
    """Makers with at least one visible product, those with most first, each with `product_count`."""
    rows = Organization.objects.producers().select_related("province", "commune")
    rows = rows.annotate(product_count=Count("products", filter=Q(products__is_published=True)))
    rows = rows.filter(product_count__gt=0)
    if province:
        rows = rows.filter(province_id=province)
    for word in fold(text).split():
        rows = rows.filter(name_folded__contains=word)
    return rows.order_by("-product_count", "name_folded", "pk")


def maker_by_slug(slug: str) -> Organization | None:
    """One maker with its place; None when it has no visible product."""
    return shown_makers().select_related("old_province").filter(slug=slug).first()


def maker_product_ids(maker: Organization) -> list[int]:
    """Ids of the maker's visible products, by name."""
    rows = Product.objects.visible().filter(seller=maker)
    return list(rows.order_by("name_sort", "pk").values_list("pk", flat=True))


def certificate_rows(maker: Organization, *, today: dt.date) -> list[CertificateRow]:
    """The certificates of the maker's visible products, one line a product: its speaking certificate."""
    rows = []
    for product in catalog.card_rows().filter(seller=maker).order_by("name_sort", "pk"):
        certificate = catalog.current_certificate(product, today=today)
        if certificate:
            rows.append(
                CertificateRow(product.name, product.slug, certificate.badge(today), certificate.code, certificate.decision_no)
            )
    return rows


def landscape_of(province_code: str) -> str:
    """The drawn landscape that suits a province: highland, delta, coast or plain."""
    return next((name for name, codes in _LANDSCAPES.items() if province_code in codes), "plain")


def monogram(name: str) -> str:
    """One or two letters that stand for a maker: of its proper name, not of its legal form."""
    words = [word for word in name.replace("-", " ").split() if word[:1].isalpha()]
    proper = [word for word in words if word[0].isupper() and fold(word) not in _LEGAL_WORDS]
    letters = [word[0].upper() for word in (proper[-2:] or words[:1])]
    return "".join(letters)
