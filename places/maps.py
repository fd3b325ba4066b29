"""The drawn map of the 34 provinces as plain values for templates: shades, labels, legend, one marked province. Pure.

The drawing is compiled from data/vietnam_34.svg by compile_map.py. Hoàng Sa (Đà Nẵng) and Trường Sa (Khánh Hòa) stand
at their true place in it; there is no inset.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Protocol

from core.vietnamese import sort_key
from places.map_labels import Box, Label, place_labels
from places.projection import mercator

SHADES = 5
LABELS = 6
VIEW_BOX = "0 -6 812 884"
# A share of the provinces that reach each shade above the lowest: few are dark, so that the dark ones are seen.
_SHADE_SHARES = (0.10, 0.36, 0.70, 0.88)
_ROUND = (1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 15, 20, 25, 30, 40, 50, 60, 70, 80)
_WAVES = (
    (330, 256, "1.1"), (362, 270, "1.1"), (300, 300, ".9"), (470, 330, "1.1"), (502, 344, "1.1"), (700, 420, "1.1"),
    (732, 434, "1.1"), (668, 434, "1.1"), (470, 560, "1.1"), (502, 574, "1.1"), (760, 560, "1"), (560, 760, "1"),
    (330, 820, "1.1"), (362, 834, "1.1"), (60, 790, "1"),
)  # fmt: skip
_ISLANDS = {
    "hoang-sa": ("Quần đảo Hoàng Sa", "48", 575, 470),
    "truong-sa": ("Quần đảo Trường Sa", "56", 640, 624),
}
_HIGH_SEA = 400  # the drawing east of this is only the two archipelagos, which it moves a little: no dot can be right


class Located(Protocol):
    """Anything with a latitude and a longitude, such as a commune."""

    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True)
class Point:
    """A place in the drawing's own units."""

    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Area:
    """One province with its count: what the map, its list and its labels show."""

    code: str
    name: str
    count: int
    shade: int
    path: str
    is_picked: bool


@dataclass(frozen=True, slots=True)
class Islands:
    """An archipelago with its name where it stands in the sea."""

    name: str
    province: str
    path: str
    x: int
    y: int


@dataclass(frozen=True, slots=True)
class Wave:
    """A wave mark in the empty sea."""

    x: int
    y: int
    scale: str


@dataclass(frozen=True, slots=True)
class MapView:
    """The home page's map. `areas` by code with the picked one last (its edge lies on top); `ranked` by count, then
    name; `steps` are the least counts of the five shades."""

    view_box: str
    areas: tuple[Area, ...]
    ranked: tuple[Area, ...]
    islands: tuple[Islands, ...]
    labels: tuple[Label, ...]
    waves: tuple[Wave, ...]
    steps: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class SmallMap:
    """The whole country with one province marked, and a dot when the commune is known."""

    view_box: str
    outline: str
    islands: str
    code: str
    name: str
    path: str
    dot: Point | None


def shaded(counts: Mapping[str, int], *, steps: Sequence[int] | None = None, picked: str | None = None) -> MapView:
    """The map with every province shaded by its count (code -> count; a missing code counts 0).

    `steps` are the least counts of the five shades, else round numbers drawn from the counts; `picked` is the code of
    the marked province, else the fullest one.
    """
    drawing = _drawing()
    full = {row["code"]: counts.get(row["code"], 0) for row in drawing["provinces"]}
    least = tuple(steps) if steps else shade_steps(list(full.values()))
    fullest = max(full, key=lambda code: full[code])
    marked = picked or (fullest if full[fullest] else None)
    areas = [
        Area(code, row["name"], full[code], _shade(full[code], least), row["d"], code == marked)
        for row in drawing["provinces"]
        for code in (row["code"],)
    ]
    ranked = sorted(areas, key=lambda area: (-area.count, sort_key(area.name.removeprefix("TP "))))
    labels = _labels(ranked, drawing)
    return MapView(
        view_box=VIEW_BOX,
        areas=tuple(sorted(areas, key=lambda area: area.is_picked)),
        ranked=tuple(ranked),
        islands=tuple(
            Islands(name, province, drawing["islands"][key]["d"], x, y)
            for key, (name, province, x, y) in _ISLANDS.items()
        ),
        labels=labels,
        waves=tuple(Wave(x, y, scale) for x, y, scale in _WAVES if not any(_hides(label, x, y) for label in labels)),
        steps=least,
    )


def small(province: str, point: Point | None = None) -> SmallMap | None:
    """The small map with `province` (today's code) marked and a dot at `point`; None for an unknown code."""
    drawing = _drawing()
    name = next((row["name"] for row in drawing["provinces"] if row["code"] == province), None)
    if name is None:
        return None
    islands = "".join(drawing["islands"][key]["dots"] for key in _ISLANDS)
    return SmallMap(VIEW_BOX, drawing["outline"], islands, province, name, drawing["small"][province], point)


def place_on_map(latitude: float, longitude: float) -> Point:
    """Degrees to the drawing's units: a least-squares fit of 34 provinces' middles (median error .8 of 812 units, the
    largest 4.6; the figures stand in map.json)."""
    fit = _drawing()["fit"]
    height = mercator(latitude)
    x, y = (a * longitude + b * height + c for a, b, c in (fit["x"], fit["y"]))
    return Point(round(x, 1), round(y, 1))


def point_of(place: Located | None) -> Point | None:
    """Where a commune stands on the map; None without one, or in the two archipelagos."""
    if place is None:
        return None
    point = place_on_map(place.latitude, place.longitude)
    return point if point.x < _HIGH_SEA else None


def shade_steps(counts: Sequence[int]) -> tuple[int, ...]:
    """Least counts of the five shades, round and rising: 0 5 20 40 70 for the first catalogue."""
    ordered = sorted(count for count in counts if count > 0) or [0]
    steps = [0]
    for share in _SHADE_SHARES:
        step = _rounded(ordered[min(len(ordered) - 1, round(share * len(ordered)))])
        steps.append(max(step, _next_round(steps[-1])))
    return tuple(steps)


def _rounded(count: int) -> int:
    """The largest round number that does not exceed the count, so that the province at the share reaches the shade."""
    scale = 1
    while count >= 100 * scale:
        scale *= 10
    return max(number * scale for number in _ROUND if number * scale <= count) if count else 0


def _next_round(count: int) -> int:
    scale = 1
    while count >= 80 * scale:
        scale *= 10
    return next(number * scale for number in (*_ROUND, 100) if number * scale > count)


def _shade(count: int, steps: Sequence[int]) -> int:
    return max(shade for shade, least in enumerate(steps) if count >= least or shade == 0)


def _labels(ranked: Sequence[Area], drawing: dict[str, Any]) -> tuple[Label, ...]:
    points = {row["code"]: row["point"] for row in drawing["provinces"]}
    named = [(area.name, area.count, points[area.code]) for area in ranked if area.count]
    taken = [Box(x - 100, y - 22, x + 100, y + 8) for _name, _province, x, y in _ISLANDS.values()]
    return place_labels(named, limit=LABELS, coast=drawing["coast"], taken=taken)


def _hides(label: Label, x: int, y: int) -> bool:
    box = label.box
    return box.left - 36 < x < box.right + 6 and box.top - 6 < y < box.bottom + 20


@cache
def _drawing() -> dict[str, Any]:
    drawing: dict[str, Any] = json.loads((Path(__file__).parent / "data" / "map.json").read_text("utf-8"))
    return drawing
