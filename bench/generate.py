"""Catalogues of any size from the real rows' parts: the same size and seed give the same file, byte by byte.

Every row begins as a real one, whose stars, sector, year, province, maker's form and gaps it keeps, so that all
shares stay as they are; name, maker and place are put together anew. Nothing is stored in a database here.
"""

import csv
import hashlib
import random
import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from bench.parts import Districts, Name, Row, parts
from places.gazetteer import Unit

SOURCE = "dựng để đo tốc độ, ghép từ các phần của dòng thật; không có sản phẩm này"
COLUMNS = (
    "name_vi", "producer", "producer_kind", "commune_or_district", "province_old", "stars", "product_group",
    "year_certified", "decision_no", "price_vnd", "unit", "source", "group_basis",
)  # fmt: skip
# In the real rows 704 makers have 949 products.
_NEW_MAKER = 704 / 949
_PRODUCTS_A_DECISION = 25
_NUMBER = re.compile(r"^\d+")
_UNKNOWN_FORM = "Cơ sở sản xuất"


@dataclass(frozen=True, slots=True)
class Maker:
    """A maker that was put together, with its place as printed."""

    name: str
    kind: str
    place: str


class Generator:
    """Rows one after another; remembers names so that none is given twice."""

    def __init__(self, *, size: int, seed: int) -> None:
        self.rng = random.Random(f"{seed}:{size}")
        self.size = size
        self.parts = parts()
        self.places = Districts()
        self.districts_of = cache(self.places.of)
        self.makers: dict[str, list[Maker]] = defaultdict(list)
        self.maker_names: set[str] = set()
        self.names: set[str] = set()

    def rows(self) -> Iterator[dict[str, str]]:
        """As many rows as asked for, in the columns of the real file."""
        for _ in range(self.size):
            yield self.row(self.rng.choice(self.parts.rows))

    def row(self, like: Row) -> dict[str, str]:
        """One row with the shape of a real one."""
        cells = dict(like.cells)
        province = cells["province_old"]
        maker = self.maker(like, province) if like.maker else None
        place = maker.place if maker else self.place(like, province)
        cells["name_vi"] = self.name(like, place)
        cells["producer"] = maker.name if maker else ""
        cells["producer_kind"] = maker.kind if maker else cells["producer_kind"]
        cells["commune_or_district"] = place
        if cells["decision_no"]:
            number = 100 + 7 * self.rng.randrange(self.size // (_PRODUCTS_A_DECISION * 150) + 1)
            cells["decision_no"] = _NUMBER.sub(str(number), cells["decision_no"])
        cells["source"] = SOURCE
        return cells

    def maker(self, like: Row, province: str) -> Maker:
        """A known maker of the province, or a new one; as many products a maker as the real rows have."""
        known = self.makers[province]
        if known and self.rng.random() >= _NEW_MAKER:
            return self.rng.choice(known)
        name = _fresh(lambda: self._maker_name(like), self.maker_names, self._brand)
        made = Maker(name, like.cells["producer_kind"], self.place(like, province))
        known.append(made)
        return made

    def _maker_name(self, like: Row) -> str:
        assert like.maker is not None
        form = like.maker.form or _UNKNOWN_FORM
        trade = like.maker.trade and self.rng.choice(self.parts.trades)
        is_person = like.cells["producer_kind"] == "household" and len(like.maker.own.split()) == 3
        own = " ".join(self.rng.choice(names) for names in self.parts.people) if is_person else self._brand()
        return " ".join(part for part in (form, trade, own) if part)

    def _brand(self) -> str:
        return f"{self.rng.choice(self.parts.first_syllables)} {self.rng.choice(self.parts.last_syllables)}"

    def place(self, like: Row, province: str) -> str:
        """A place of the province printed as the real row prints its own: ward and district, one of them, none."""
        printed = like.cells["commune_or_district"]
        choices = self.districts_of(province)
        if not printed or not choices:
            return ""
        district = self.rng.choice(choices)
        wards = self.places.wards_of(district)
        has_ward = re.match(r"(?:xã|phường|thị trấn|Xã|Phường|Thị trấn)\b", printed) is not None
        if has_ward and wards:
            return f"{_printed(self.rng.choice(wards))}, {_printed(district)}"
        return _printed(district)

    def name(self, like: Row, place: str) -> str:
        """A product's name of the same shape, unlike all before it."""
        return _fresh(lambda: self._name(like.name, like.sector, place), self.names, self._brand)

    def _name(self, shape: Name, sector: str, place: str) -> str:
        rng, found = self.rng, self.parts
        goods = shape.goods if rng.random() < 0.5 else rng.choice(found.goods[sector])
        manner = rng.choice(found.manners[sector]) if shape.manner and found.manners[sector] else ""
        brand = ""
        if shape.brand:
            kind = rng.random()
            own_place = place.partition(",")[0].partition(" ")[2]
            brand = (
                own_place if kind < 0.25 and own_place else self._brand() if kind < 0.8 else rng.choice(found.brands)
            )
        return " ".join(part for part in (goods, manner, brand) if part)


def _printed(unit: Unit) -> str:
    return f"{unit.kind} {unit.name}"


def _fresh(make: Callable[[], str], taken: set[str], more: Callable[[], str]) -> str:
    """What `make` makes, with more words behind it until nobody has it yet."""
    name = make()
    while name in taken:
        name = f"{name} {more()}" if len(name) < 200 else make()
    taken.add(name)
    return name


def write(path: Path, *, size: int, seed: int, progress: Callable[[int], None] | None = None) -> str:
    """Writes the catalogue as a CSV file and gives its SHA-256; `progress` is called with the number of rows done."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.DictWriter(file, COLUMNS, extrasaction="ignore")
        table.writeheader()
        for done, row in enumerate(Generator(size=size, seed=seed).rows(), start=1):
            table.writerow(row)
            if progress and done % 1000 == 0:
                progress(done)
    return hashlib.sha256(path.read_bytes()).hexdigest()
