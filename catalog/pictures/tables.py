"""The tables of the pictures: types, companions and tints, as read from catalog/data/pictures."""

import csv
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

FOLDER = Path(__file__).parent.parent / "data" / "pictures"

# Tint: colours of wall, pattern, table and niche, in the light and in the dark scheme. None is the star colour.
TINTS = {
    "rice": ("#f4ead0 #e3d3a8 #ead9b2 #fbf5e4", "#3a3424 #4a4330 #2f2a1d #4a4330"),
    "leaf": ("#e4eddb #cbdcbe #d3e2c6 #f4f8ee", "#27352a #34463a #202c23 #35483a"),
    "water": ("#deebeb #c2dada #cbe0df #f1f8f7", "#24363a #31474c #1d2c30 #33494e"),
    "clay": ("#f4e2d5 #e5c8b3 #ebd0bd #fcf1e9", "#3b2d26 #4b3a31 #30241e #4b3a31"),
    "rose": ("#f6e3e1 #e8c9c6 #eed2cf #fdf2f1", "#3c2b2d #4c383a #312325 #4c383a"),
    "indigo": ("#e3e7f1 #c9d1e4 #d2d9ea #f3f5fa", "#2a3044 #384057 #222737 #394159"),
    "sand": ("#efe8dc #d9cdb8 #e0d5c2 #f8f4ec", "#35322b #444037 #2b2823 #454138"),
}


@dataclass(frozen=True, slots=True)
class PictureType:
    """A row of types.csv.

    `items` and `label` are Noto names or `own:PART#colour`; `sizes` are heights in px (h, h2, h3) and n, the pieces on
    a tray. `from_name` says what a word of the product's name may replace: the label, the pack's colour, and item1 or
    item2 where they are only examples. `extras` are things of which the seed picks one for the last place.
    """

    code: str
    layout: str
    vessel: str
    colours: tuple[tuple[str, str], ...]
    label: str
    items: tuple[str, ...]
    tints: tuple[str, ...]
    sizes: tuple[tuple[str, float], ...]
    pouch_if_dried: bool
    from_name: frozenset[str]
    extras: tuple[str, ...]

    def size(self, key: str, default: float) -> float:
        """The height of `key` in px, or the layout's own."""
        return dict(self.sizes).get(key, default)


@dataclass(frozen=True, slots=True)
class Companion:
    """What a word after the type adds to the picture: a thing, its height in px, and a colour for the pack."""

    kind: str
    item: str
    colour: str
    height: float


@lru_cache(maxsize=1)
def types() -> dict[str, PictureType]:
    """Every picture type by code; the code of a set of goods ("tea") is one too."""
    return {row["id"]: _type(row) for row in _rows("types.csv")}


@lru_cache(maxsize=1)
def companions() -> tuple[Companion, ...]:
    """The companions, in the order of the file."""
    return tuple(Companion(r["kind"], r["item"], r["colour"], float(r["height"])) for r in _rows("companions.csv"))


def _type(row: dict[str, str]) -> PictureType:
    return PictureType(
        code=row["id"],
        layout=row["layout"],
        vessel=row["vessel"],
        colours=tuple(_pair(part) for part in row["vessel_colours"].split()),
        label=row["label"],
        items=_listed(row["items"]),
        tints=tuple(row["tints"].split()),
        sizes=tuple((key, float(value)) for key, value in map(_pair, row["sizes"].split())),
        pouch_if_dried=row["if_dried"] == "pouch",
        from_name=frozenset(row["from_name"].split()),
        extras=_listed(row["extras"]),
    )


def _rows(name: str) -> list[dict[str, str]]:
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _pair(part: str) -> tuple[str, str]:
    key, _, value = part.partition("=")
    return key, value


def _listed(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split(";") if part.strip())
