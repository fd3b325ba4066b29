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
    items, label, colours = list(kind.items), kind.label, kind.colours
    new = [companion for companion in found if companion.item not in kind.items]
    if found and "item" in kind.from_name:
        items = [found[0].item, *(item for item in items if item != found[0].item)]
        new = [companion for companion in new if companion.item != found[0].item]
    if found and "label" in kind.from_name:
        label = (new or list(found))[0].item
    if new and "colour" in kind.from_name:
        colours = _recoloured(colours, new[-1].colour)
    own = {companion.item: companion.height for companion in found}
    items = _merged(items, [companion.item for companion in new], kind.layout)
    heights = tuple(own.get(item) if item not in kind.items else None for item in items)
    return Subject(kind, tuple(items), heights, label, colours)


def companions_of(name: str) -> tuple[Companion, ...]:
    """The companions that the words of a name ask for, in its order, each thing once."""
    rows = {row.kind: row for row in companions()}
    hits = _companion_index().find(name, accepts=_accepts)
    found = (rows[hit.values[0].split(" ")[0]] for hit in hits if hit.exact)
    return tuple({row.item: row for row in found}.values())


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


def _merged(items: list[str], new: list[str], layout: str) -> list[str]:
    """The first thing, then those of the name, then the type's own."""
    if layout in ("heap", "scene"):
        return items
    return (items[:1] + new + items[1:])[:_MOST_ITEMS]


def _recoloured(colours: tuple[tuple[str, str], ...], colour: str) -> tuple[tuple[str, str], ...]:
    return (("c", colour), *(pair for pair in colours if pair[0] != "c"))


@lru_cache(maxsize=1)
def _companion_index() -> PhraseIndex:
    """The words of every companion's kind and of its varieties; the value is the companion's kind, then the word's."""
    index = PhraseIndex()
    words = vocabulary.load()
    for row in companions():
        for code in (row.kind, *words.descendants(row.kind)):
            for word in words.kind(code).words:
                index.add(word, f"{row.kind} {code}")
    return index


def _accepts(value: str, words: tuple[Token, ...], start: int, end: int) -> bool:
    return vocabulary.load().accepts(value.split(" ")[1], words, start, end)
