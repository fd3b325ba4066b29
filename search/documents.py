"""Product rows -> search documents: what an engine is given of each product. Neutral, and in batches.

`document_of` is pure over `ProductFacts`; `documents_of` reads the facts of many products in a fixed number of queries.
"""

import datetime as dt
import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field

from catalog.badge import Badge, CertificateFacts, State, badge
from catalog.models import Product
from catalog.selectors import card_rows, current_certificate
from catalog.vocabulary import Vocabulary, load
from core.vietnamese import sort_key
from places.addresses import resolve
from search.words import folded_words, name_stream, search_words

SCHEMA = 2  # raise it whenever a document's fields or their meaning change; an older index is then rebuilt

_NAME_KEY = 120
_STATE_WORTH = {
    State.VALID: 1.0,
    State.REEVALUATION: 0.8,
    State.DAY_UNKNOWN: 0.6,
    State.UNDATED: 0.3,
    State.EXPIRED: 0.2,
}


@dataclass(frozen=True, slots=True)
class ProductFacts:
    """What is known of one product, as plain values."""

    id: int
    name: str
    maker_id: int = 0
    maker: str = ""
    legal_form: str = ""
    province: str = ""
    old_province: str = ""
    commune: str = ""
    place_printed: str = ""
    province_printed: str = ""
    place_names: tuple[str, ...] = ()  # names of commune and provinces
    category_path: tuple[str, ...] = ()
    certificate: CertificateFacts | None = None
    price: int | None = None
    has_photo: bool = False
    name_sort: str = ""


@dataclass(frozen=True, slots=True)
class SearchDocument:
    """One product for an engine. `texts`: words by field; `codes`: values to filter and count; `numbers`: sort keys."""

    id: int
    texts: dict[str, tuple[str, ...]] = field(default_factory=dict)
    codes: dict[str, tuple[str, ...]] = field(default_factory=dict)
    numbers: dict[str, int] = field(default_factory=dict)
    name_key: str = ""
    worth: float = 0.0  # 0 to 1: what puts one of two equal matches first


def document_of(facts: ProductFacts, *, today: dt.date, vocabulary: Vocabulary) -> SearchDocument:
    """The document of one product on a day; its state is that day's."""
    mark = badge(facts.certificate, today)
    name = name_stream(facts.name)
    maker = search_words(vocabulary.expand_maker(facts.maker))
    place = search_words(", ".join((facts.place_printed, facts.province_printed, *facts.place_names)))
    codes = _goods_codes(facts, vocabulary) | {
        "province": _one(facts.province),
        "old": _one(facts.old_province),
        "district": _one(_district(facts)),
        "commune": _one(facts.commune),
        "state": (mark.state.value,),
        "form": _one(facts.legal_form),
    }
    return SearchDocument(
        id=facts.id,
        texts={
            "name": name,
            "name_f": folded_words(name),
            "maker": maker,
            "maker_f": folded_words(maker),
            "place": place,
            "place_f": folded_words(place),
        },
        codes={key: values for key, values in codes.items() if values},
        numbers={
            "stars": mark.stars or 0,
            "maker": facts.maker_id,
            "issued": _issued(mark),
            "price": facts.price or 0,
        },
        name_key=(facts.name_sort or sort_key(facts.name))[:_NAME_KEY],
        worth=_worth(facts, mark, len(name)),
    )


def _goods_codes(facts: ProductFacts, vocabulary: Vocabulary) -> dict[str, tuple[str, ...]]:
    named = vocabulary.kinds_of_product(facts.name)
    main = [named.main, *vocabulary.ancestors(named.main)] if named.main else []
    holds: list[str] = []
    for code in named.companions:
        holds += [code, *vocabulary.ancestors(code)]
    sources: list[str] = []
    source = vocabulary.kind(named.main).made_of if named.main else None
    if source:
        sources = [source, *vocabulary.ancestors(source)]
    leaves = [facts.category_path[-1]] if len(facts.category_path) == 3 else []
    leaf = vocabulary.kind(named.main).leaf_code if named.main else None
    return {
        "kind": tuple(dict.fromkeys(main)),
        "has": tuple(dict.fromkeys([*holds, *sources])),
        "made_of": tuple(dict.fromkeys(sources)),
        "quality": tuple(dict.fromkeys(v for span in vocabulary.qualities_in(facts.name) for v in span.values)),
        "leaf": tuple(dict.fromkeys([*leaves, *_one(leaf or "")])),
        "category": facts.category_path,
    }


def _one(value: str) -> tuple[str, ...]:
    return (value,) if value else ()


def _district(facts: ProductFacts) -> str:
    """The old district the printed place names for sure, else ""."""
    if not facts.place_printed:
        return ""
    return resolve(facts.place_printed, old_province=facts.province_printed or None).old_district or ""


def _issued(mark: Badge) -> int:
    """The certificate's day as a number to sort by: 20240315; only the year known: 20240000; unknown: 0."""
    if mark.issued_on:
        return mark.issued_on.year * 10000 + mark.issued_on.month * 100 + mark.issued_on.day
    return (mark.issued_year or 0) * 10000


def _worth(facts: ProductFacts, mark: Badge, words: int) -> float:
    """Stars first, then how surely the certificate holds today, then a photo and a short name; never a price. The last
    thousandth keeps two like products in one order for good."""
    stars = (mark.stars or 0) / 5
    state = _STATE_WORTH.get(mark.state, 0.0)
    brief = max(0.0, 1 - words / 30)
    last = int(hashlib.sha256(str(facts.id).encode()).hexdigest()[:6], 16) / 0xFFFFFF
    return 0.5 * stars + 0.2 * state + 0.05 * facts.has_photo + 0.24 * brief + 0.009 * last


def facts_of(product: Product, *, today: dt.date) -> ProductFacts:
    """The facts of a row that came from `fact_rows`."""
    certificate = current_certificate(product, today=today)
    variant = next(iter(product.variant_rows), None)
    places = (product.commune, product.province, product.old_province)
    return ProductFacts(
        id=product.pk,
        name=product.name,
        maker_id=product.seller_id or 0,
        maker=product.seller.name if product.seller else "",
        legal_form=product.seller.legal_form if product.seller else "",
        province=product.province_id or "",
        old_province=product.old_province_id or "",
        commune=product.commune_id or "",
        place_printed=product.place_printed,
        province_printed=product.province_printed,
        place_names=tuple(place.name for place in places if place),
        category_path=tuple(product.category.path.split("/")) if product.category else (),
        certificate=certificate.facts if certificate else None,
        price=variant.price_amount if variant else None,
        has_photo=bool(product.photo_rows),
        name_sort=product.name_sort,
    )


def changes_on(product: Product, *, today: dt.date) -> dt.date | None:
    """The next day on which the badge of a row from `fact_rows` may read differently."""
    certificate = current_certificate(product, today=today)
    return badge(certificate.facts if certificate else None, today).changes_on


def fact_rows(ids: Iterable[int]) -> list[Product]:
    """The visible products of these ids with all that a document needs. 4 queries."""
    return list(card_rows().filter(pk__in=list(ids)).select_related("old_province"))


def documents_of(products: Iterable[Product], *, today: dt.date) -> list[SearchDocument]:
    """The documents of rows that came from `fact_rows`; asks nothing more of the database."""
    vocabulary = load()
    return [document_of(facts_of(row, today=today), today=today, vocabulary=vocabulary) for row in products]
