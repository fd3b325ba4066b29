"""The names of all places in memory, found by a folded key. Pure: built once a process from the compiled fixture.

Only names, codes and who became what (about 6 MB). Reading free text is in `addresses.py` and `name_spans.py`.
"""

import sys
from collections.abc import Iterable, Sequence
from enum import IntEnum
from functools import cache, lru_cache
from threading import Lock
from typing import Any, NamedTuple

from core.vietnamese import fold, unify_i, words
from places.fixture import fixture_parts

LONGEST_NAME = 7  # words
# Written in many ways in the highlands; one spelling to compare by.
_SAME_WORD = {"đắc": "đắk", "đăk": "đắk", "đak": "đắk", "đăc": "đắk", "dak": "đắk", "dac": "đắk", "qui": "quy"}
_SAME_FOLDED = {"dac": "dak", "qui": "quy"}


class Level(IntEnum):
    """How large a place is: the smaller the number the larger the place."""

    PROVINCE = 1
    OLD_PROVINCE = 2
    OLD_DISTRICT = 3
    COMMUNE = 4
    OLD_WARD = 5


class Unit(NamedTuple):
    """One place. `parent` is a province code for communes and old provinces, an old province code for districts, a
    district code for old wards. `communes` are all of today's communes that took a part of it (old wards;
    districts that went whole into one; a commune names itself)."""

    level: Level
    code: str
    name: str
    kind: str
    parent: str
    communes: tuple[str, ...]


class Entry(NamedTuple):
    """One spelling of one place. `marked` is the spelling with marks, word by word, or () when only the folded
    spelling is known (names merged away before 2025). `is_own` is False for aliases and former names."""

    unit: Unit
    marked: tuple[str, ...]
    is_own: bool


@lru_cache(maxsize=4096)
def comparable(word: str) -> str:
    """A normalised word as names are compared with marks: final y as i, one spelling of đắk."""
    return _SAME_WORD.get(word) or unify_i(word)


@lru_cache(maxsize=4096)
def folded(word: str) -> str:
    """A normalised word without marks, as names are looked up."""
    plain = fold(unify_i(word))
    return _SAME_FOLDED.get(plain, plain)


def key_of(name_words: Iterable[str]) -> str:
    """The look-up key of a name: folded and joined, so that "Sa Pa", "sapa" and "SAPA" meet."""
    return "".join(folded(word) for word in name_words)


class Gazetteer:
    """All places by folded key, and the few links between them."""

    def __init__(self, parts: Iterable[tuple[str, str, Any]]) -> None:
        self.units: dict[tuple[Level, str], Unit] = {}
        self.takers: dict[str, tuple[str, ...]] = {}  # district -> districts that took some of its wards before 2025
        self._wards: dict[str, tuple[str, ...]] = {}
        self._index: dict[str, tuple[Entry, ...]] = {}
        self._spelling: dict[str, tuple[str, tuple[str, ...]]] = {}
        adders = {"communes": self._add_communes, "old_districts": self._add_districts, "old_wards": self._add_wards}
        provinces: dict[str, Any] = {}
        for table, key, rows in parts:
            if table in adders:
                adders[table](key, rows)
            else:
                provinces[table] = rows
        self._add_provinces(**provinces)
        self._index = {key: tuple(sorted(rows, key=lambda e: e.unit.level)) for key, rows in self._index.items()}
        del self._spelling

    def find(self, key: str) -> tuple[Entry, ...]:
        """Every place with this folded key, larger places first; () when there is none."""
        return self._index.get(key, ())

    def unit(self, level: Level, code: str) -> Unit:
        """The place of this level and code; KeyError when there is none."""
        return self.units[level, code]

    def province_of(self, unit: Unit) -> str:
        """Code of today's province in which the place lies."""
        while unit.level != Level.PROVINCE:
            if unit.level in (Level.COMMUNE, Level.OLD_PROVINCE):
                return unit.parent
            above = Level.OLD_PROVINCE if unit.level == Level.OLD_DISTRICT else Level.OLD_DISTRICT
            unit = self.units[above, unit.parent]
        return unit.code

    def communes_of(self, district: str) -> frozenset[str]:
        """Codes of all of today's communes that took a part of an old district."""
        whole = self.units[Level.OLD_DISTRICT, district].communes
        return frozenset(whole).union(*(self.units[Level.OLD_WARD, code].communes for code in self._wards[district]))

    def old_province_of(self, unit: Unit) -> str | None:
        """Code of the old province of an old place; None for places of today."""
        if unit.level == Level.OLD_PROVINCE:
            return unit.code
        if unit.level == Level.OLD_DISTRICT:
            return unit.parent
        if unit.level == Level.OLD_WARD:
            return self.units[Level.OLD_DISTRICT, unit.parent].parent
        return None

    def _add(self, unit: Unit, *, names: Sequence[str] = (), folded_names: Sequence[str] = ()) -> None:
        self.units[unit.level, unit.code] = unit
        for number, name in enumerate((unit.name, *names)):
            key, marked = self._spelled(name)
            self._index_entry(key, Entry(unit, marked, number == 0))
        for name in folded_names:
            self._index_entry(name, Entry(unit, (), False))

    def _spelled(self, name: str) -> tuple[str, tuple[str, ...]]:
        if name not in self._spelling:
            name_words = words(name)
            self._spelling[name] = key_of(name_words), tuple(sys.intern(comparable(word)) for word in name_words)
        return self._spelling[name]

    def _index_entry(self, key: str, entry: Entry) -> None:
        known = self._index.get(key, ())
        if all(other.unit is not entry.unit or other.marked != entry.marked for other in known):
            self._index[key] = (*known, entry)

    def _add_provinces(
        self, *, provinces: list[Any], old_provinces: list[Any], province_aliases: dict[str, list[str]], **_others: Any
    ) -> None:
        same_name = {row[1]: row[0] for row in old_provinces}
        for code, name, kind, *_place in provinces:
            unit = Unit(Level.PROVINCE, code, name, kind, "", ())
            self._add(unit, names=province_aliases.get(same_name[name], ()))
        for code, name, kind, province, *_place in old_provinces:
            unit = Unit(Level.OLD_PROVINCE, code, name, kind, province, ())
            self._add(unit, names=province_aliases.get(code, ()))

    def _add_communes(self, province: str, rows: list[Any]) -> None:
        for code, name, kind, *_place in rows:
            code = sys.intern(code)
            self._add(Unit(Level.COMMUNE, code, sys.intern(name), sys.intern(kind), province, (code,)))

    def _add_districts(self, _key: str, rows: list[Any]) -> None:
        for code, name, kind, old_province, _lat, _lon, former, takers, whole in rows:
            unit = Unit(Level.OLD_DISTRICT, code, sys.intern(name), sys.intern(kind), old_province, tuple(whole))
            self._add(unit, names=former)
            self._wards[code] = ()
            if takers:
                self.takers[code] = tuple(takers)

    def _add_wards(self, district: str, rows: list[Any]) -> None:
        self._wards[district] = tuple(row[0] for row in rows)
        for code, name, kind, communes, former in rows:
            became = tuple(sys.intern(commune) for commune in communes)
            unit = Unit(Level.OLD_WARD, code, sys.intern(name), sys.intern(kind), district, became)
            self._add(unit, folded_names=former)


_lock = Lock()


@cache
def _build() -> Gazetteer:
    return Gazetteer(fixture_parts())


def gazetteer() -> Gazetteer:
    """The one gazetteer of this process, built at the first call (about 0.2 s)."""
    with _lock:  # two threads of a fresh worker would else build it twice and keep the memory
        return _build()
