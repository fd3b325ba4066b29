"""The real rows cut into parts: kinds of goods, what stands behind them, brands, makers' forms. Nothing is made up.

Where a name is cut tells the site's own vocabulary of kinds. Pure over catalog/data/ and the places' fixture.
"""

import csv
import re
from collections import defaultdict
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from catalog import vocabulary
from core.vietnamese import words
from places.addresses import find_province
from places.gazetteer import Level, Unit, gazetteer

REAL_ROWS = Path(__file__).parent.parent / "catalog" / "data" / "ocop_products.csv"
_REMARK = re.compile(r"\s*\([^()]*\)")
_COMPANY = (
    r"(?:Chi nhánh\s+)?Công ty(?:\s+(?:TNHH|CP|[Cc]ổ phần|Trách nhiệm hữu hạn))?(?:\s+(?:MTV|[Mm]ột thành viên))?"
)
_HOUSEHOLD = "Hộ kinh doanh|HKD|Hộ SXKD|Hộ sản xuất|Hộ|Cơ sở sản xuất|Cơ sở|Doanh nghiệp [Tt]ư nhân"
_FORM = re.compile(rf"^({_COMPANY}|HTX|Hợp tác xã|Tổ hợp tác|THT|{_HOUSEHOLD}|Xưởng chế biến|Nhà máy)\b\s*")
_NO_PRODUCT = re.compile(r"^\(|\(tên nhóm")


@dataclass(frozen=True, slots=True)
class Name:
    """A product's name: the goods ("Kẹo dừa"), how they are ("sấy dẻo"), whose or whence ("Cầu Kè")."""

    goods: str
    manner: str
    brand: str


@dataclass(frozen=True, slots=True)
class MakerName:
    """A maker's name: form ("HTX"), trade ("nuôi ong") and its own name ("Phúc Thành")."""

    form: str
    trade: str
    own: str


@dataclass(frozen=True, slots=True)
class Row:
    """One real row with its name and maker cut."""

    cells: dict[str, str]
    name: Name
    maker: MakerName | None

    @property
    def sector(self) -> str:
        """The sector as the source prints it."""
        return self.cells["product_group"]


@dataclass(slots=True)
class Parts:
    """Everything that names are put together from; each part as often as the real rows hold it."""

    rows: list[Row] = field(default_factory=list)
    goods: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    manners: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    brands: list[str] = field(default_factory=list)
    first_syllables: list[str] = field(default_factory=list)
    last_syllables: list[str] = field(default_factory=list)
    trades: list[str] = field(default_factory=list)
    people: list[list[str]] = field(default_factory=lambda: [[], [], []])

    @property
    def provinces(self) -> dict[str, int]:
        """Old provinces as printed with their number of rows."""
        found: dict[str, int] = defaultdict(int)
        for row in self.rows:
            found[row.cells["province_old"]] += 1
        return dict(found)


@lru_cache(maxsize=1)
def parts() -> Parts:
    """The parts of the rows that name one product of a known province."""
    found = Parts()
    with REAL_ROWS.open(encoding="utf-8-sig", newline="") as file:
        for cells in csv.DictReader(file):
            name = cells["name_vi"]
            if cells["province_old"] and not _NO_PRODUCT.search(name):
                found.rows.append(Row(cells, cut_name(name), cut_maker(cells["producer"])))
    for row in found.rows:
        _keep_name(found, row)
        _keep_maker(found, row)
    return found


def cut_name(printed: str) -> Name:
    """Cuts a product's name behind the kind of goods that it begins with; one of no known kind is all goods."""
    name = _REMARK.sub("", printed).strip() or printed
    tokens = name.split()
    spans = vocabulary.load().kinds_in(name)
    if not spans or spans[0].start != 0 or len(words(name)) != len(tokens):
        return Name(name, "", "")
    goods, rest = tokens[: spans[0].end], tokens[spans[0].end :]
    at = next((n for n, token in enumerate(rest) if token[:1].isupper()), len(rest))
    return Name(" ".join(goods), " ".join(rest[:at]).strip(" -–,"), " ".join(rest[at:]).strip(" -–,"))


def cut_maker(printed: str) -> MakerName | None:
    """Cuts a maker's name into form, trade and its own name; None where the row names none."""
    name = _REMARK.sub("", printed).strip()
    if not name:
        return None
    match = _FORM.match(name)
    form = match[1] if match else ""
    tokens = name[match.end() :].split() if match else name.split()
    at = len(tokens)
    while at and tokens[at - 1][:1].isupper():
        at -= 1
    at = max(at, len(tokens) - 3)
    return MakerName(form, " ".join(tokens[:at]), " ".join(tokens[at:]))


def _keep_name(found: Parts, row: Row) -> None:
    found.goods[row.sector].append(row.name.goods)
    if row.name.manner:
        found.manners[row.sector].append(row.name.manner)
    if row.name.brand:
        found.brands.append(row.name.brand)
        _keep_syllables(found, row.name.brand)


def _keep_maker(found: Parts, row: Row) -> None:
    if row.maker is None:
        return
    own = row.maker.own.split()
    if row.maker.trade:
        found.trades.append(row.maker.trade)
    if row.cells["producer_kind"] == "household" and len(own) == 3:
        for place, syllable in enumerate(own):
            found.people[place].append(syllable)
    _keep_syllables(found, row.maker.own)


def _keep_syllables(found: Parts, own: str) -> None:
    tokens = own.split()
    if len(tokens) == 2 and all(token.isalpha() and token.istitle() for token in tokens):
        found.first_syllables.append(tokens[0])
        found.last_syllables.append(tokens[1])


class Districts:
    """Old districts and their wards by old province, to print places as the sources do."""

    def __init__(self) -> None:
        self._of_province: dict[str, list[Unit]] = defaultdict(list)
        self._wards: dict[str, list[Unit]] = defaultdict(list)
        for (level, _), unit in sorted(gazetteer().units.items()):
            if level == Level.OLD_DISTRICT:
                self._of_province[unit.parent].append(unit)
            elif level == Level.OLD_WARD:
                self._wards[unit.parent].append(unit)

    def of(self, province: str) -> list[Unit]:
        """The districts of an old province as printed; none where the text names no old province."""
        match = find_province(province)
        return self._of_province.get(match.old_province or "", []) if match else []

    def wards_of(self, district: Unit) -> list[Unit]:
        """The wards and communes of an old district."""
        return self._wards.get(district.code, [])
