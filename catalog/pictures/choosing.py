"""From a product's name to what its picture shows: the type, and what the words after the type change in it."""

from dataclasses import dataclass, replace
from functools import lru_cache

from catalog import vocabulary
from catalog.phrases import PhraseIndex, Token
from catalog.pictures.tables import Companion, PictureType, companions, types
from core import vietnamese

# A product of which only the sector is known.
_OF_SECTOR = {
    "food": "processed_produce",
    "beverage": "soft_drink",
    "herbal": "functional_food",
    "handicraft": "craft",
    "ornamental": "flower",
    "tourism": "tourism_service",
}
_DRIED = {"sấy", "mứt", "ép"}
_TINNED = ("đóng hộp", "đóng lon", "nước đường")
_POUCH = (("c", "#e6c79a"),)
_TIN = (("c", "#b8893f"),)
_MOST_ITEMS = 3


@dataclass(frozen=True, slots=True)
class Subject:
    """What is to be drawn: a type, changed by the name's words. `heights` go with `items`, None is the layout's own."""

    type: PictureType
    items: tuple[str, ...]
    heights: tuple[float | None, ...]
    label: str
    colours: tuple[tuple[str, str], ...]


def type_of(name: str, *, leaf_code: str | None = None, sector_code: str | None = None) -> str:
    """The code of the picture type: what the name says, else the set's, else the sector's, else processed produce."""
    main = vocabulary.load().kinds_of_product(name).main
    if main:
        picture = vocabulary.load().kind(main).picture
        if picture:
            return picture
    if leaf_code and leaf_code in types():
        return leaf_code
    return _OF_SECTOR.get(sector_code or "", "processed_produce")


def subject_of(name: str, *, leaf_code: str | None = None, sector_code: str | None = None) -> Subject:
    """The type of the name with its companions worked in."""
    kind = _prepared(types()[type_of(name, leaf_code=leaf_code, sector_code=sector_code)], name)
    found = companions_of(name)
    new = [companion for companion in found if companion.item not in kind.items]
    label, colours = kind.label, kind.colours
    if found and "label" in kind.from_name:
        label = (new or list(found))[0].item
    if new and "colour" in kind.from_name:
        colours = _recoloured(colours, new[-1].colour)
    items = _items(kind, [companion.item for companion in found])
    own = {companion.item: companion.height for companion in new}
    return Subject(kind, items, tuple(own.get(item) for item in items), label, colours)


def companions_of(name: str) -> tuple[Companion, ...]:
    """The companions that the words of a name ask for, in its order, each thing once.

    Never the goods themselves, whose word stands first.
    """
    words = vocabulary.load()
    goods = words.kinds_of_product(name).main
    family = {goods, *words.ancestors(goods)} if goods else set()
    spans = words.kinds_in(name)
    near = spans[0].end if spans else 0

    def accepts(code: str, tokens: tuple[Token, ...], start: int, end: int) -> bool:
        return start > 0 and code not in family and words.accepts(code, tokens, 0 if start <= near else start, end)

    rows = {row.kind: row for row in companions()}
    hits = _companion_index().find(name, accepts=accepts)
    return tuple({rows[hit.values[0]].item: rows[hit.values[0]] for hit in hits if hit.exact}.values())


def _items(kind: PictureType, found: list[str]) -> tuple[str, ...]:
    """The type's first thing, those of the name, the type's others; its mere examples give way to the name's."""
    if kind.layout in ("heap", "scene") or not found:
        return kind.items
    own = list(kind.items)
    if "item2" in kind.from_name:
        own[1:2] = []
    if "item1" in kind.from_name:
        own[:1] = []
    ordered = own[:1] + found + own[1:] if "item1" not in kind.from_name else found + own
    kept = [item for number, item in enumerate(ordered) if item not in ordered[:number] or item not in found]
    return tuple(kept[:_MOST_ITEMS])


def _prepared(kind: PictureType, name: str) -> PictureType:
    """Fresh fruit that is dried stands as a pouch, tinned as a tin."""
    if not kind.pouch_if_dried:
        return kind
    text = vietnamese.normalise(name)
    if any(word in text for word in _TINNED):
        return replace(kind, layout="pack", vessel="tin", colours=_TIN, label=kind.items[0], sizes=())
    if _DRIED & set(vietnamese.words(name)):
        return replace(kind, layout="pack", vessel="pouch", colours=_POUCH, label=kind.items[0], sizes=())
    return kind


def _recoloured(colours: tuple[tuple[str, str], ...], colour: str) -> tuple[tuple[str, str], ...]:
    return (("c", colour), *(pair for pair in colours if pair[0] != "c"))


@lru_cache(maxsize=1)
def _companion_index() -> PhraseIndex:
    """The own words of every companion's kind ("xoài" is enough to find "xoài cát"); the value is the kind."""
    index = PhraseIndex()
    for row in companions():
        for word in vocabulary.load().kind(row.kind).words:
            index.add(word, row.kind)
    return index
