"""What screens read of the catalogue: cards, one product's page, certificates. No writing here."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Prefetch, QuerySet
from django.urls import reverse

from catalog import pictures, pricing
from catalog.badge import Badge, badge
from catalog.models import Category, Certificate, Product, ProductVariant
from core import formats

_SET_DEPTH = 3
COVER_SEEDS = 8


@dataclass(frozen=True, slots=True)
class ProductCard:
    """One product as lists show it. `price_amount` is whole đồng of the first pack, None where unknown."""

    id: int
    name: str
    slug: str
    picture_url: str
    picture_alt: str
    has_photo: bool
    maker_name: str
    maker_slug: str
    province_name: str
    commune_name: str
    badge: Badge
    certificate_code: str
    price_amount: int | None
    pack: str
    unit_price: str
    is_sample: bool
    is_group_listing: bool


def card_rows() -> QuerySet[Product]:
    """Products with all that a card needs, in 4 queries: `certificate_rows`, `variant_rows`, `photo_rows`.

    As lists of their own: Django makes a query set for each row and relation otherwise, a third of a list page's time.
    """
    return (
        Product.objects.visible()
        .select_related("seller", "province", "commune", "category")
        .prefetch_related(
            Prefetch("certificates", to_attr="certificate_rows"),
            Prefetch("variants", ProductVariant.objects.select_related("stock"), to_attr="variant_rows"),
            Prefetch("images", to_attr="photo_rows"),
        )
    )


def product_cards(ids: Iterable[int], *, today: dt.date) -> list[ProductCard]:
    """The cards of these products in the given order; ids that are gone or hidden are left out. 4 queries."""
    wanted = list(ids)
    rows = {row.pk: row for row in card_rows().filter(pk__in=wanted)}
    return [card_of(rows[pk], today=today) for pk in wanted if pk in rows]


def card_of(product: Product, *, today: dt.date) -> ProductCard:
    """The card of a row that came from `card_rows`."""
    certificate = current_certificate(product, today=today)
    variant = next(iter(product.variant_rows), None)
    photo = next(iter(product.photo_rows), None)
    return ProductCard(
        id=product.pk,
        name=product.name,
        slug=product.slug,
        picture_url=photo.file.url if photo else picture_url(product),
        picture_alt=photo.alt if photo else pictures.alt(product.name),
        has_photo=photo is not None,
        maker_name=product.seller.name if product.seller else "",
        maker_slug=product.seller.slug if product.seller else "",
        province_name=product.province.name if product.province else product.province_printed,
        commune_name=product.commune.name if product.commune else "",
        badge=badge(certificate.facts if certificate else None, today),
        certificate_code=certificate.code if certificate else "",
        price_amount=variant.price_amount if variant else None,
        pack=pack_words(variant) if variant else "",
        unit_price=unit_price_words(variant) if variant else "",
        is_sample=bool(variant and variant.is_sample),
        is_group_listing=product.is_group_listing,
    )


def current_certificate(product: Product, *, today: dt.date) -> Certificate | None:
    """The certificate that speaks for the product: one that is valid today before any other, then the newest."""
    rows = product.certificate_rows
    valid = [row for row in rows if row.badge(today).is_valid]
    return next(iter(valid or rows), None)


def pack_words(variant: ProductVariant) -> str:
    """The pack as people name it: "hộp 300 g"."""
    net = formats.quantity(variant.net_quantity, variant.net_unit) if variant.net_quantity else ""
    if variant.net_unit == "piece" and variant.net_quantity == 1:
        net = ""
    return f"{variant.name} {net}".strip()


def unit_price_words(variant: ProductVariant) -> str:
    """The comparable price: "15.000 ₫/100 g"; "" where there is none."""
    price = pricing.unit_price(
        price_amount=variant.price_amount, net_quantity=variant.net_quantity, net_unit=variant.net_unit
    )
    return f"{formats.dong(price.amount)}/{price.per}" if price else ""


def _picture_group(product: Product) -> dict[str, str | None]:
    path = product.category.path.split("/") if product.category else []
    return {"leaf_code": path[-1] if len(path) == _SET_DEPTH else None, "sector_code": path[0] if path else None}


def picture_url(product: Product) -> str:
    """Where the drawn picture of a product is; the address changes whenever the drawing does."""
    key = pictures.picture_key(product.name, seed=product.slug, **_picture_group(product))
    return reverse("catalog:picture", args=[key])


def picture_of(key: str) -> str | None:
    """The SVG drawn for a product without a photo, by the key in its address; None when there is no such product."""
    product = Product.objects.visible().select_related("category").filter(slug=pictures.seed_of(key)).first()
    if product is None:
        return None
    return pictures.draw(product.name, seed=product.slug, **_picture_group(product))


def sector_picture(code: str) -> str | None:
    """The SVG that stands for a sector; None for an unknown code."""
    if not Category.objects.filter(code=code, level="sector").exists():
        return None
    return pictures.draw("", sector_code=code, seed=code)


def product_by_slug(slug: str) -> Product | None:
    """One visible product with everything its page shows."""
    return (
        card_rows()
        .select_related(
            "seller__province", "seller__commune", "seller__old_province", "old_province", "category__parent"
        )
        .filter(slug=slug)
        .first()
    )


def certificate_by_code(code: str) -> Certificate | None:
    """The certificate with this code, with its product, maker and place; None when no visible product bears it."""
    return (
        Certificate.objects.filter(code=code, product__is_published=True)
        .select_related("product__seller", "product__province", "product__commune", "product__category")
        .first()
    )


def certificates_by_decision(number: str) -> QuerySet[Certificate]:
    """Certificates whose decision bears this number ("858/QĐ-UBND" or only "858"), newest first."""
    rows = Certificate.objects.filter(product__is_published=True)
    wanted = number.strip()
    return rows.filter(decision_no__istartswith=wanted if "/" in wanted else f"{wanted}/")


def more_from_maker(product: Product, *, limit: int) -> list[int]:
    """Ids of other visible products of the same maker, by name."""
    if product.seller_id is None:
        return []
    rows = Product.objects.visible().filter(seller_id=product.seller_id).exclude(pk=product.pk)
    return list(rows.order_by("name_sort", "pk").values_list("pk", flat=True)[:limit])


def more_from_place(product: Product, *, limit: int) -> list[int]:
    """Ids of other visible products from the same commune, or of the same printed place where no commune is known."""
    rows = Product.objects.visible().exclude(pk=product.pk)
    if product.commune_id:
        rows = rows.filter(commune_id=product.commune_id)
    elif product.place_printed:
        rows = rows.filter(place_printed=product.place_printed, old_province_id=product.old_province_id)
    else:
        return []
    if product.seller_id:
        rows = rows.exclude(seller_id=product.seller_id)
    return list(rows.order_by("name_sort", "pk").values_list("pk", flat=True)[:limit])


def sectors() -> list[Category]:
    """The six sectors in the official order."""
    return list(Category.objects.filter(level="sector").order_by("number"))


def has_samples() -> bool:
    """Whether any price shown is an invented sample."""
    return ProductVariant.objects.filter(is_sample=True).exists()
