"""The neutral query: what is asked, in words that no engine owns. Pure.

A `Condition` says which products are meant, a `ScoreGroup` how much one of them is worth, an `EngineQuery` holds
everything one search needs. Understanding typed words is in `understanding.py`, turning them to this in `planning.py`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Everything:
    """Every product."""


@dataclass(frozen=True, slots=True)
class Nothing:
    """No product."""


@dataclass(frozen=True, slots=True)
class Is:
    """A code field holds this value."""

    field: str
    value: str | int


@dataclass(frozen=True, slots=True)
class Between:
    """A number field lies between the two (both included; None: open). An unknown number never does."""

    field: str
    low: int | None = None
    high: int | None = None


@dataclass(frozen=True, slots=True)
class Phrase:
    """These words stand in a text field side by side, with at most `slop` words between them."""

    field: str
    words: tuple[str, ...]
    slop: int = 0


@dataclass(frozen=True, slots=True)
class All:
    """All of these hold."""

    parts: tuple["Condition", ...]


@dataclass(frozen=True, slots=True)
class Any:
    """At least one of these holds."""

    parts: tuple["Condition", ...]


@dataclass(frozen=True, slots=True)
class Starts:
    """A text field holds these words side by side, the last one perhaps not typed to its end."""

    field: str
    words: tuple[str, ...]


Condition = Everything | Nothing | Is | Between | Phrase | Starts | All | Any


def all_of(parts: Iterable[Condition]) -> Condition:
    """The conjunction, made simple."""
    kept = tuple(dict.fromkeys(part for part in parts if not isinstance(part, Everything)))
    if any(isinstance(part, Nothing) for part in kept):
        return Nothing()
    if not kept:
        return Everything()
    return kept[0] if len(kept) == 1 else All(kept)


def any_of(parts: Iterable[Condition]) -> Condition:
    """The disjunction, made simple; of nothing: Nothing."""
    kept = tuple(dict.fromkeys(part for part in parts if not isinstance(part, Nothing)))
    if any(isinstance(part, Everything) for part in kept):
        return Everything()
    if not kept:
        return Nothing()
    return kept[0] if len(kept) == 1 else Any(kept)


@dataclass(frozen=True, slots=True)
class ScoreGroup:
    """What one part of the words is worth: the best of its alternatives counts, the others do not add up."""

    alternatives: tuple[tuple[Condition, float], ...]


class Sort(StrEnum):
    """The orders a visitor can choose."""

    RELEVANCE = "relevance"
    STARS = "stars"
    NEWEST = "newest"
    PRICE = "price"
    PRICE_DOWN = "-price"
    NAME = "name"


UNKNOWN_STARS = 0
FACETS = ("province", "old", "commune", "stars", "state", "category", "maker")


@dataclass(frozen=True, slots=True)
class Filters:
    """What was chosen beside the words. Within one field any of the values will do, between fields all must hold.

    An old province chosen inside a chosen province narrows it; otherwise the two stand side by side.
    """

    provinces: tuple[str, ...] = ()
    olds: tuple[str, ...] = ()
    old_parents: Mapping[str, str] = field(default_factory=dict)  # old province -> today's
    communes: tuple[str, ...] = ()
    stars: tuple[int, ...] = ()
    categories: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    makers: tuple[int, ...] = ()
    price_min: int | None = None
    price_max: int | None = None

    def conditions(self) -> dict[str, Condition]:
        """One condition for each facet that was used, by the facet's name; "place" is province and old together."""
        found: dict[str, Condition] = {}
        narrowed = {self.old_parents.get(old) for old in self.olds}
        place: list[Condition] = [Is("province", code) for code in self.provinces if code not in narrowed]
        place += [Is("old", code) for code in self.olds]
        for name, parts in (
            ("place", place),
            ("commune", [Is("commune", code) for code in self.communes]),
            ("stars", [Is("stars", number) for number in self.stars]),
            ("category", [Is("category", code) for code in self.categories]),
            ("state", [Is("state", code) for code in self.states]),
            ("maker", [Is("maker", number) for number in self.makers]),
        ):
            if parts:
                found[name] = any_of(parts)
        if self.price_min is not None or self.price_max is not None:
            found["price"] = Between("price", self.price_min, self.price_max)
        return found

    @property
    def count(self) -> int:
        """How many choices are made."""
        chosen = (self.provinces, self.olds, self.communes, self.stars, self.categories, self.states, self.makers)
        return sum(map(len, chosen)) + (self.price_min is not None or self.price_max is not None)


@dataclass(frozen=True, slots=True)
class SearchQuery:
    """What a visitor asks: the words as typed, what was taken off, the filters, the order and the part of the list."""

    text: str = ""
    plain: bool = False
    dropped: tuple[str, ...] = ()
    filters: Filters = Filters()
    sort: Sort = Sort.RELEVANCE
    offset: int = 0
    limit: int = 24

    def part(self, *, offset: int, limit: int) -> "SearchQuery":
        """The same question for another part of the list."""
        return replace(self, offset=offset, limit=limit)


@dataclass(frozen=True, slots=True)
class EngineQuery:
    """One search for an engine. `match`: what is shown; `exact`: which of it answers fully and comes first."""

    match: Condition = Everything()
    exact: Condition = Everything()
    scores: tuple[ScoreGroup, ...] = ()
    filters: Filters = Filters()
    sort: Sort = Sort.RELEVANCE
    offset: int = 0
    limit: int = 24
    with_facets: bool = False
