"""Printed place and province -> codes of today and the old province, each only where it is certain. Pure."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from places.addresses import Certainty, find_province, resolve
from places.gazetteer import Level, gazetteer

_PARTS = re.compile(r"\s*[,;]\s*|\s+[-–—]\s+")


@dataclass(frozen=True, slots=True)
class Origin:
    """Codes; None where the text leaves it open."""

    province: str | None = None
    old_province: str | None = None
    commune: str | None = None


@lru_cache(maxsize=16384)
def origin_of(place: str, province: str, *, is_old_name: bool) -> Origin | None:
    """Where the printed place is; None when the printed province is none.

    `is_old_name` says that the province was printed as one of the 63 before July 2025.
    """
    match = find_province(province) if province else None
    if province and match is None:
        return None
    found = resolve(place, old_province=province or None)
    if match is None:
        if found.certainty in (Certainty.EXACT, Certainty.SPLIT):
            return Origin(found.province, found.old_province, found.commune)
        named = _province_at_the_end(place)
        return origin_of(place, named, is_old_name=False) if named else Origin()
    old = _old_province_of(found.commune) if found.commune else None
    if old is None and (is_old_name or match.is_old_name):
        old = match.old_province
    elif old is None and found.old_district:
        old = found.old_province
    return Origin(match.province, old, found.commune)


def _province_at_the_end(address: str) -> str:
    """The last part of an address where it is the name of a province: "Xã Vĩnh Kim - Cầu Ngang - Trà Vinh"."""
    parts = [part.strip() for part in _PARTS.split(address)]
    for name in (" - ".join(parts[-2:]), parts[-1]):  # "Bà Rịa - Vũng Tàu" is one name
        if (match := find_province(name)) and match.is_exact:
            return name
    return ""


@cache
def _old_provinces_by_commune() -> dict[str, frozenset[str]]:
    places = gazetteer()
    found: dict[str, set[str]] = {}
    for (level, _code), unit in places.units.items():
        if level in (Level.OLD_WARD, Level.OLD_DISTRICT) and (old := places.old_province_of(unit)):
            for commune in unit.communes:
                found.setdefault(commune, set()).add(old)
    return {commune: frozenset(olds) for commune, olds in found.items()}


def _old_province_of(commune: str) -> str | None:
    """The old province all of a commune lay in, or None where its parts came from two."""
    olds = _old_provinces_by_commune().get(commune, frozenset())
    return next(iter(olds)) if len(olds) == 1 else None
