"""Development only: compiles places/data/map.json from places/data/vietnam_34.svg (CC BY 4.0, credit kept inside).

Thins the curves for the home page, joins the provinces into one outline for the small map, makes specks of islands
visible, and fits latitude and longitude to the drawing. A developer runs it where shapely and vietnamadminunits==1.0.4
are installed:  python -m places.compile_map
"""

import json
import re
import sqlite3
import sys
from collections import defaultdict
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np
from shapely import Polygon, unary_union
from shapely.geometry.base import BaseGeometry

from places.projection import mercator

DATA = Path(__file__).parent / "data"
CREDIT = (
    'Made from "@svg-maps/vietnam" 2.0.0 by Stephen Truong / svg-maps, CC BY 4.0 '
    "(https://creativecommons.org/licenses/by/4.0/). Changed: 63 provinces joined into 34, curves thinned."
)
_THIN, _THIN_SMALL = 0.55, 1.6  # units of the drawing, which is 812 wide
_SPECK, _DOT = 3.2, 1.6  # islands smaller than this are drawn as a dot of this radius
_SMALL_DOT, _SMALL_GRID = 3.6, 12  # dots of the small map, at most one in a square of this side
# Islands so far out that they would pull the fit; the drawing moves some of them.
_FAR_OUT = {"Đặc khu Hoàng Sa", "Đặc khu Trường Sa", "Đặc khu Thổ Châu", "Đặc khu Phú Quý", "Đặc khu Côn Đảo"}


def rings(path: str) -> list[Polygon]:
    """The closed rings of a path that uses only M, l and z."""
    found = []
    for part in re.findall(r"M([^z]*)z", path):
        numbers = [float(number) for number in re.findall(r"-?\d*\.?\d+", part)]
        points = np.cumsum(np.array(numbers).reshape(-1, 2), axis=0)
        if len(points) >= 3:
            found.append(Polygon(points).buffer(0))
    return [shape for shape in found if not shape.is_empty]


def number(value: float) -> str:
    """One decimal, without a leading zero: ".4", "-1.2", "3"."""
    text = f"{value:.1f}".removesuffix(".0")
    return re.sub(r"^(-?)0\.", r"\1.", text) if text not in ("-0", "0") else "0"


def path_of(shape: BaseGeometry) -> str:
    """The shape as a path of relative lines, rounded once so that errors do not add up."""
    parts = []
    for polygon in getattr(shape, "geoms", [shape]):
        tenths = np.round(np.array(polygon.exterior.coords)[:-1] * 10).astype(int)
        start, steps = tenths[0], np.diff(tenths, axis=0)
        text = f"M{number(start[0] / 10)} {number(start[1] / 10)}l"
        for dx, dy in steps:
            for value in (number(dx / 10), number(dy / 10)):
                text += value if text[-1] == "l" or value.startswith("-") else f" {value}"
        parts.append(text + "z")
    return "".join(parts)


def dot(x: float, y: float, radius: float = _DOT) -> str:
    """A dot as a closed path."""
    turn, across = f"{number(radius)} {number(radius)} 0 1 0", number(2 * radius)
    return f"M{number(x - radius)} {number(y)}a{turn} {across} 0 {turn}-{across} 0z"


def is_speck(shape: BaseGeometry) -> bool:
    """Whether an island would vanish on a screen."""
    left, top, right, bottom = shape.bounds
    return right - left < _SPECK and bottom - top < _SPECK


def province_path(shapes: list[Polygon], thin: float) -> str:
    """Land as thinned lines, specks as dots."""
    land = unary_union([shape for shape in shapes if not is_speck(shape)]).simplify(thin)
    specks = [shape.centroid for shape in shapes if is_speck(shape)]
    return path_of(land) + "".join(dot(speck.x, speck.y) for speck in specks)


def island_dots(shapes: list[Polygon]) -> str:
    """Every island of an archipelago as a dot, thinned out where they touch."""
    taken = {}
    for shape in shapes:
        centre = shape.centroid
        taken.setdefault((centre.x // _SMALL_GRID, centre.y // _SMALL_GRID), dot(centre.x, centre.y, _SMALL_DOT))
    return "".join(taken.values())


def land_centres(folder: Path) -> dict[str, tuple[float, float]]:
    """Province code -> longitude and latitude of its middle: communes weighted by their area."""
    sums: dict[str, np.ndarray] = defaultdict(lambda: np.zeros(3))
    with sqlite3.connect(folder / "dataset.db") as connection:
        query = "select provinceCode, ward, wardLon, wardLat, wardAreaKm2 from admin_units"
        rows = connection.execute(query).fetchall()
    for code, ward, longitude, latitude, area in rows:
        if ward not in _FAR_OUT and area:
            sums[code] += np.array([longitude * area, latitude * area, area])
    return {code: (total[0] / total[2], total[1] / total[2]) for code, total in sums.items()}


def fit(provinces: dict[str, list[Polygon]], centres: dict[str, tuple[float, float]]) -> dict[str, Any]:
    """Least squares from (longitude, mercator latitude) to the drawing, and what is left over for each province."""
    codes = sorted(provinces)
    drawn = np.array([max(provinces[code], key=lambda s: s.area).centroid.coords[0] for code in codes])
    plain = np.array([(centres[code][0], mercator(centres[code][1]), 1.0) for code in codes])
    solution, *_rest = np.linalg.lstsq(plain, drawn, rcond=None)
    left_over = drawn - plain @ solution
    distances = np.hypot(*left_over.T)
    return {
        "x": [round(float(value), 5) for value in solution[:, 0]],
        "y": [round(float(value), 5) for value in solution[:, 1]],
        "shift": {code: [round(float(value), 1) for value in row] for code, row in zip(codes, left_over, strict=True)},
        "error": {"median": round(float(np.median(distances)), 1), "largest": round(float(distances.max()), 1)},
    }


def inside_point(shapes: list[Polygon]) -> list[float]:
    """A point well inside the largest part, where a leader line can start."""
    largest = max(shapes, key=lambda shape: shape.area)
    point = largest.centroid if largest.contains(largest.centroid) else largest.representative_point()
    return [round(point.x), round(point.y)]


def coast(provinces: dict[str, list[Polygon]], height: int, step: int) -> list[list[int]]:
    """[left, right] edge of the land for every `step` units of height; [0, 0] where there is none."""
    land = unary_union([shape.buffer(1) for shapes in provinces.values() for shape in shapes])
    edges = []
    for top in range(0, height, step):
        band = land.intersection(Polygon([(-20, top), (900, top), (900, top + step), (-20, top + step)]))
        edges.append([0, 0] if band.is_empty else [int(band.bounds[0]), int(band.bounds[2]) + 1])
    return edges


def build(svg: str, folder: Path) -> dict[str, Any]:
    """Everything of map.json."""
    found = re.findall(r'<path data-code="(\d\d)" data-name="([^"]+)" d="([^"]+)"', svg)
    provinces = {code: rings(path) for code, _name, path in found}
    islands = {}
    for key, body in re.findall(r'<g id="(hoang-sa|truong-sa)".*?d="([^"]+)"', svg, re.DOTALL):
        shapes = rings(body)
        islands[key] = {"d": province_path(shapes, 0.2), "dots": island_dots(shapes)}
    land = unary_union([shape.buffer(0.5) for shapes in provinces.values() for shape in shapes])
    largest = [part for part in getattr(land, "geoms", [land]) if part.area > 12]
    return {
        "credit": CREDIT,
        "provinces": [
            {"code": code, "name": name, "d": province_path(shapes, _THIN), "point": inside_point(shapes)}
            for code, name, shapes in sorted((code, name, provinces[code]) for code, name, _path in found)
        ],
        "islands": islands,
        "outline": path_of(unary_union(largest).simplify(_THIN_SMALL)),
        "small": {code: province_path(shapes, 1.0) for code, shapes in sorted(provinces.items())},
        "coast": coast(provinces, 880, 8),
        "fit": fit(provinces, land_centres(folder)),
    }


def main() -> None:
    """Writes map.json and tells how well the drawing fits."""
    spec = find_spec("vietnamadminunits")
    if spec is None or spec.origin is None:
        raise SystemExit("vietnamadminunits==1.0.4 is not installed here.")
    tables = build((DATA / "vietnam_34.svg").read_text("utf-8"), Path(spec.origin).parent / "data")
    target = DATA / "map.json"
    target.write_text(json.dumps(tables, ensure_ascii=False, separators=(",", ":")) + "\n", "utf-8")
    large = sum(len(area["d"]) for area in tables["provinces"])
    sys.stdout.write(f"{target.name}: provinces {large:,} bytes, fit {tables['fit']['error']}\n")


if __name__ == "__main__":
    main()
