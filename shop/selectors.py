"""What the home page and a product's page show, gathered from catalogue, places and search."""

import datetime as dt
from dataclasses import dataclass, field

from django.db.models import Count
from django.urls import reverse
from django.utils.translation import gettext_lazy

from accounts.models import Organization
from catalog import pictures
from catalog import selectors as catalog
from catalog.certificate_view import CertificateView, certificate_view
from catalog.models import Product, ProductVariant
from places import maps
from places import selectors as places
from places.words import PlaceWords, place_words
from search import selectors as search

_SHELF = 8
_SMALL_SHELF = 4
_MAKERS = 4
_LARGEST = 60  # among so many of the largest makers stand some of several provinces

LABEL_TITLES = {
    "ingredients": gettext_lazy("Thành phần"),
    "net_weight": gettext_lazy("Khối lượng tịnh"),
    "shelf_life": gettext_lazy("Hạn dùng"),
    "storage": gettext_lazy("Bảo quản"),
    "warnings": gettext_lazy("Lưu ý"),
    "declaration": gettext_lazy("Tự công bố"),
}
_SECTOR_WORDS = {
    "food": gettext_lazy("Gạo, nước mắm, bánh kẹo, trà, cà phê"),
    "beverage": gettext_lazy("Rượu gạo, nước trái cây, nước khoáng"),
    "herbal": gettext_lazy("Cao, tinh dầu, thuốc, mỹ phẩm cây cỏ"),
    "handicraft": gettext_lazy("Gốm, mây tre, chiếu cói, thổ cẩm"),
    "ornamental": gettext_lazy("Hoa, cây cảnh, cá cảnh"),
    "tourism": gettext_lazy("Bản làng, vườn, điểm tham quan"),
}
_STAR_WORDS = {
    5: gettext_lazy("Bộ Nông nghiệp và Môi trường công nhận, từ 90 điểm"),
    4: gettext_lazy("tỉnh công nhận, từ 70 điểm"),
    3: gettext_lazy("tỉnh công nhận, từ 50 điểm"),
}


@dataclass(frozen=True, slots=True)
class MakerTale:
    """A maker on the home page: real name, place and goods; a story only where the maker wrote one."""

    name: str
    slug: str
    place: str
    product_count: int
    picture_url: str
    goods: str
    story: str


@dataclass(frozen=True, slots=True)
class ProductPage:
    """A product's page; what no source tells is empty."""

    product: Product
    card: catalog.ProductCard
    variants: list[dict[str, object]]
    certificate: CertificateView | None
    history: list[CertificateView]
    place: PlaceWords
    province_count: int
    map_small: object
    label_rows: list[tuple[str, str]] = field(default_factory=list)
    from_maker: list[catalog.ProductCard] = field(default_factory=list)
    from_commune: list[catalog.ProductCard] = field(default_factory=list)


def home(*, today: dt.date, picked: str = "") -> dict[str, object]:
    """Everything on the home page, with the counts a search without words gives.

    Beside the map stands the province `picked` (its code), else the one with most products.
    """
    counts = search.catalogue_counts()
    search_url = reverse("search:search_page")
    by_province = {str(code): number for code, number in counts["province"].items()}
    if picked not in by_province:
        picked = ""
    chosen = picked or max(by_province, key=lambda code: by_province[code], default="")
    return {
        "map": maps.shaded(by_province, picked=picked or None),
        "picked": _picked_province(chosen, by_province[chosen], today=today) if chosen else None,
        "totals": {
            "products": sum(counts["stars"].values()),
            "provinces": sum(1 for number in by_province.values() if number),
            "rated": sum(number for stars, number in counts["stars"].items() if int(stars)),
        },
        "by_stars": [
            {
                "stars": stars,
                "count": counts["stars"].get(stars, 0),
                "words": words,
                "url": f"{search_url}?stars={stars}",
            }
            for stars, words in _STAR_WORDS.items()
        ],
        "sectors": [
            {
                "code": sector.code,
                "name": sector.title,
                "count": counts["category"].get(sector.code, 0),
                "words": _SECTOR_WORDS.get(sector.code, ""),
                "picture_url": reverse("catalog:sector_picture", args=[sector.code, pictures.EDITION]),
                "url": f"{search_url}?group={sector.code}",
            }
            for sector in catalog.sectors()
        ],
        "newest": catalog.product_cards(search.newest_ids(limit=_SHELF), today=today),
        "newest_url": f"{search_url}?sort=newest",
        "makers": _makers(today=today),
    }


def _picked_province(code: str, count: int, *, today: dt.date) -> dict[str, object]:
    province = places.province(code)
    cards = catalog.product_cards(search.ids_in_province(code, limit=3), today=today)
    return {
        "name": province.name,
        "former": places.former_names(code),
        "count": count,
        "pictures": [{"url": card.picture_url, "alt": card.picture_alt} for card in cards],
        "url": f"{reverse('search:search_page')}?province={code}",
    }


def _makers(*, today: dt.date) -> list[MakerTale]:
    """Makers with most goods, one a province, so that the country is seen."""
    shown = Product.objects.visible().filter(seller__isnull=False)
    largest = shown.values_list("seller_id", "seller__province_id").annotate(number=Count("pk"))
    chosen: dict[str, tuple[int, int]] = {}
    for seller_id, province_id, number in largest.order_by("-number", "seller_id")[:_LARGEST]:
        chosen.setdefault(province_id, (seller_id, number))
    counts = dict(list(chosen.values())[:_MAKERS])
    first: dict[int, int] = {}
    rows = shown.filter(seller_id__in=counts).order_by("seller_id", "name_sort", "pk")
    for seller_id, pk in rows.values_list("seller_id", "pk"):
        first.setdefault(seller_id, pk)
    cards = {card.id: card for card in catalog.product_cards(first.values(), today=today)}
    makers = Organization.objects.producers().select_related("province", "commune").in_bulk(list(counts))
    return [_tale(makers[pk], cards[first[pk]], number) for pk, number in counts.items() if first.get(pk) in cards]


def _tale(maker: Organization, card: catalog.ProductCard, count: int) -> MakerTale:
    place = [maker.commune.name if maker.commune else "", maker.province.name if maker.province else ""]
    return MakerTale(
        name=maker.name,
        slug=maker.slug,
        place=", ".join(part for part in place if part),
        product_count=count,
        picture_url=card.picture_url,
        goods=card.name,
        story=maker.story,
    )


def product_page(slug: str, *, today: dt.date) -> ProductPage | None:
    """The page of a product; None when there is none at that address."""
    product = catalog.product_by_slug(slug)
    if product is None:
        return None
    card = catalog.card_of(product, today=today)
    current = catalog.current_certificate(product, today=today)
    views = [certificate_view(row, covers=product.name, today=today) for row in product.certificate_rows]
    maker_ids = catalog.more_from_maker(product, limit=_SMALL_SHELF)
    place_ids = catalog.more_from_place(product, limit=_SMALL_SHELF)
    more = {row.id: row for row in catalog.product_cards([*maker_ids, *place_ids], today=today)}
    return ProductPage(
        product=product,
        card=card,
        variants=[_variant(variant) for variant in product.variant_rows],
        certificate=next((view for view in views if current and view.code == current.code), None),
        history=[view for view in views if not current or view.code != current.code],
        place=place_words(
            commune=product.commune,
            province=product.province,
            old_province=product.old_province,
            place_printed=product.place_printed,
            province_printed=product.province_printed,
        ),
        province_count=search.catalogue_counts()["province"].get(product.province_id or "", 0),
        map_small=maps.small(product.province_id or "", maps.point_of(product.commune)),
        label_rows=[(str(title), product.label[key]) for key, title in LABEL_TITLES.items() if product.label.get(key)],
        from_maker=[more[pk] for pk in maker_ids if pk in more],
        from_commune=[more[pk] for pk in place_ids if pk in more],
    )


def _variant(variant: ProductVariant) -> dict[str, object]:
    stock = getattr(variant, "stock", None)
    return {
        "pack": catalog.pack_words(variant),
        "price_amount": variant.price_amount,
        "unit_price": catalog.unit_price_words(variant),
        "is_sample": variant.is_sample,
        "quantity": stock.quantity if stock else None,
        "stock_is_sample": bool(stock and stock.is_sample),
    }
