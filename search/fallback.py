"""The plain answer from the database while the index is missing or broken: folded words and filters, no ranking.

Slow on a large catalogue and simpler than an engine, but it answers. States are not filtered here (they are computed).
"""

from django.db.models import Count, Exists, Max, Min, OuterRef, Q

from catalog.models import Category, Certificate, Product, ProductVariant
from catalog.vocabulary import Vocabulary
from core.vietnamese import fold
from search.engines.base import EngineAnswer
from search.queries import Filters, SearchQuery, Sort
from search.understanding import Part, Understanding

_ORDERS = {
    Sort.NEWEST: ("-certificates__issued_year", "name_sort", "pk"),
    Sort.STARS: ("-certificates__stars", "name_sort", "pk"),
    Sort.PRICE: ("variants__price_amount", "name_sort", "pk"),
    Sort.PRICE_DOWN: ("-variants__price_amount", "name_sort", "pk"),
}
_BY_NAME = ("name_sort", "pk")
_COUNTED = {"province": "province", "old": "old_province", "commune": "commune", "maker": "seller"}


def search(query: SearchQuery, asked: Understanding, *, vocabulary: Vocabulary, with_facets: bool) -> EngineAnswer:
    """The products whose names, makers or places bear all that was asked for."""
    rows = Product.objects.visible()
    for part in asked.parts:
        if part.kind != "filler":
            rows = rows.filter(_condition(part, vocabulary))
    rows = rows.filter(_chosen(query.filters))
    ids = list(dict.fromkeys(rows.order_by(*_ORDERS.get(query.sort, _BY_NAME)).values_list("pk", flat=True)))
    facets: dict[str, dict[str | int, int]] = {}
    if with_facets:
        found = Product.objects.filter(pk__in=rows.values("pk"))
        for name, column in _COUNTED.items():
            counted = found.values_list(column).annotate(number=Count("pk", distinct=True)).order_by("-number")
            facets[name] = {value: number for value, number in counted if value is not None}
    prices = ProductVariant.objects.filter(product__in=rows.values("pk")).aggregate(
        low=Min("price_amount"), high=Max("price_amount")
    )
    price_range = (prices["low"], prices["high"]) if prices["low"] is not None else None
    shown = tuple(ids[query.offset : query.offset + query.limit])
    return EngineAnswer(shown, len(ids), len(ids), facets, price_range)


def _condition(part: Part, vocabulary: Vocabulary) -> Q:
    if part.kind == "place" and part.place:
        span = part.place
        return Q(province__in=span.provinces) | Q(old_province__in=span.old_provinces) | _bears(part.text)
    if part.kind == "stars":
        return Exists(Certificate.objects.filter(product=OuterRef("pk"), stars__in=part.stars))  # type: ignore[return-value]
    if part.kind == "goods":
        names = {word for code in part.kinds for word in vocabulary.kind(code).words}
        wanted = _bears(part.text)
        for name in sorted(names)[:20]:
            wanted |= Q(name_folded__contains=fold(name))
        return wanted
    if part.kind == "group" and part.group:
        wanted = _bears(part.text)
        for code in (*part.group.leaves, *part.group.sectors):
            wanted |= _in_category(code)
        return wanted
    if part.kind in ("state", "form"):
        return Q()
    return _bears(part.text)


def _bears(text: str) -> Q:
    """The words in the product's name, the maker's, or the printed place."""
    letters = fold(text)
    return (
        Q(name_folded__contains=letters)
        | Q(seller__name_folded__contains=letters)
        | Q(commune__name_folded=letters)
        | Q(place_printed__icontains=text)
    )


def _in_category(code: str) -> Q:
    path = Category.objects.filter(pk=code).values_list("path", flat=True).first()
    return (Q(category__path=path) | Q(category__path__startswith=f"{path}/")) if path else Q(pk__in=[])


def _chosen(filters: Filters) -> Q:
    wanted = Q()
    narrowed = {filters.old_parents.get(old) for old in filters.olds}
    provinces = [code for code in filters.provinces if code not in narrowed]
    if provinces or filters.olds:
        wanted &= Q(province__in=provinces) | Q(old_province__in=filters.olds)
    if filters.communes:
        wanted &= Q(commune__in=filters.communes)
    if filters.makers:
        wanted &= Q(seller__in=filters.makers)
    if filters.stars:
        certificates = Certificate.objects.filter(product=OuterRef("pk"))
        rated = Exists(certificates.filter(stars__in=filters.stars))
        unrated = ~Exists(certificates.filter(stars__isnull=False))
        wanted &= Q(rated) | Q(unrated) if 0 in filters.stars else Q(rated)
    if filters.categories:
        of_any = Q()
        for code in filters.categories:
            of_any |= _in_category(code)
        wanted &= of_any
    if filters.price_min is not None:
        wanted &= Q(variants__price_amount__gte=filters.price_min)
    if filters.price_max is not None:
        wanted &= Q(variants__price_amount__lte=filters.price_max)
    return wanted
