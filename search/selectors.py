"""What screens ask of the search: one page of results, counts of the whole catalogue, suggestions."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from catalog.models import Product
from catalog.selectors import ProductCard, product_cards
from search import finder
from search.engines import engine
from search.engines.base import EngineAnswer, EngineUnavailable
from search.finder import Found
from search.queries import Filters, SearchQuery, Sort


@dataclass(frozen=True, slots=True)
class Results:
    """One page of results: the cards that answer fully, those that come near, and all that surrounds them."""

    found: Found
    cards_exact: list[ProductCard]
    cards_near: list[ProductCard]

    @property
    def answer(self) -> EngineAnswer:
        """Counts and facets."""
        return self.found.answer


@dataclass(frozen=True, slots=True)
class FoundIds:
    """Ids of a part of the list, and how many there are in all."""

    ids: list[int]
    total: int


def find_products(query: SearchQuery, *, today: dt.date) -> Results:
    """One page of results with facets; prices and badges come fresh from the database (4 queries).

    A part past the end becomes the last one.
    """
    found = finder.find(query, with_facets=True)
    total = found.answer.total
    if total and query.offset >= total:
        query = query.part(offset=(total - 1) // query.limit * query.limit, limit=query.limit)
        found = finder.find(query, with_facets=True)
    cards = product_cards(found.answer.ids, today=today) if found.answer.ids else []
    first_near = max(0, found.answer.exact_count - query.offset) if query.sort is Sort.RELEVANCE else len(cards)
    exact_ids = set(found.answer.ids[:first_near])
    return Results(
        found,
        [card for card in cards if card.id in exact_ids] if query.sort is Sort.RELEVANCE else cards,
        [card for card in cards if card.id not in exact_ids] if query.sort is Sort.RELEVANCE else [],
    )


def find_by_words(text: str, *, offset: int = 0, limit: int = 24) -> FoundIds:
    """Products for typed words, best first, without filters and counts."""
    found = finder.find(SearchQuery(text=text, offset=max(0, offset), limit=limit))
    return FoundIds(list(found.answer.ids), found.answer.total)


def count(query: SearchQuery) -> int:
    """How many products a query finds."""
    return finder.find(query.part(offset=0, limit=1)).answer.total


def catalogue_counts() -> Mapping[str, Mapping[str | int, int]]:
    """Counts over the whole catalogue by facet and value; kept until the index changes."""
    try:
        return _counts(engine().generation())
    except EngineUnavailable:
        return _whole()


@lru_cache(maxsize=1)
def _counts(generation: object) -> Mapping[str, Mapping[str | int, int]]:
    return _whole()


def _whole() -> Mapping[str, Mapping[str | int, int]]:
    empty: dict[str, Mapping[str | int, int]] = {
        name: {} for name in ("province", "old", "commune", "stars", "state", "category", "maker")
    }
    return empty | dict(finder.find(SearchQuery(limit=1), with_facets=True).answer.facets)


def newest_ids(*, limit: int) -> list[int]:
    """Products with the newest certificates."""
    return list(finder.find(SearchQuery(sort=Sort.NEWEST, limit=limit)).answer.ids)


def ids_in_province(code: str, *, limit: int) -> list[int]:
    """The first products of one of today's provinces."""
    return list(finder.find(SearchQuery(filters=Filters(provinces=(code,)), limit=limit)).answer.ids)


def engine_state() -> str:
    """One word for the health page: the engine's name, or that the database answers in its place."""
    try:
        engine().generation()
    except EngineUnavailable:
        return "search:database"
    return f"search:{engine().name}"


def source_rows(ids: tuple[int, ...]) -> list[int]:
    """The source row of each product that has one, in the given order."""
    rows = dict(Product.objects.filter(pk__in=ids).values_list("pk", "source_row"))
    return [row for pk in ids if (row := rows.get(pk)) is not None]
