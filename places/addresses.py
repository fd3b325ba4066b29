"""Free Vietnamese text -> places of today, with how certain that is. Pure: no database, no network, no guess.

Old or new names, marks or none, abbreviations, any order, with or without commas. An old ward that was divided keeps
all communes that took a part. The rules and their measured accuracy: docs/adr/0003-places-data.md.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from core.vietnamese import fold
from places.gazetteer import Gazetteer, Level, Unit, gazetteer
from places.mentions import Mention, Word, address_words, mentions
from places.name_spans import PlaceSpan, place_names_in

__all__ = [
    "Candidate", "Certainty", "PlaceSpan", "ProvinceMatch", "Resolution", "find_province", "place_names_in", "resolve",
]  # fmt: skip


# Differences of score: readings this near each other count as equal; a reading this near to the best makes it unsure.
_TIE = 0.05
_RIVAL = 0.45


class Certainty(StrEnum):
    """How far the candidates of a resolution can be trusted."""

    EXACT = "exact"  # one place, named so that it can be no other; the only certainty to act on without a person
    LIKELY = "likely"  # one place, but a step was inferred: another kind, a tone that differs, a word left unread
    SPLIT = "split"  # one old ward is named for sure, but several communes took parts of it: all are candidates
    AMBIGUOUS = "ambiguous"  # several places fit the words equally well: all are candidates
    UNKNOWN = "unknown"  # no place was found


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place of today and the old places through which the text was read. All are codes."""

    province: str
    commune: str | None = None
    old_province: str | None = None
    old_district: str | None = None
    old_ward: str | None = None


@dataclass(frozen=True, slots=True)
class Resolution:
    """What a text names. `unread` are the words that took no part, as they were typed (a hamlet, a street)."""

    certainty: Certainty
    candidates: tuple[Candidate, ...] = ()
    unread: tuple[str, ...] = ()

    @property
    def province(self) -> str | None:
        """Code of today's province when all candidates agree on it."""
        return _agreed(candidate.province for candidate in self.candidates)

    @property
    def commune(self) -> str | None:
        """Code of today's commune, only when it is certain (exact, one candidate)."""
        return _agreed(c.commune for c in self.candidates) if self.certainty == Certainty.EXACT else None

    @property
    def old_province(self) -> str | None:
        """Code of the old province when all candidates agree on it."""
        return _agreed(candidate.old_province for candidate in self.candidates)

    @property
    def old_district(self) -> str | None:
        """Code of the old district when all candidates agree on it."""
        return _agreed(candidate.old_district for candidate in self.candidates)


@dataclass(frozen=True, slots=True)
class ProvinceMatch:
    """A province by any of its names. `old_province` is the old one that bears or bore the name, so "Vĩnh Long" has
    both; `is_old_name` says that no province of today is called so; `is_exact` that no tone differs."""

    province: str
    old_province: str | None
    name: str
    is_old_name: bool
    is_exact: bool


@dataclass(frozen=True, slots=True)
class _Context:
    """The province that is known beforehand: today's code, and the old one the writer most likely meant."""

    province: str
    old_province: str | None


@dataclass(frozen=True, slots=True)
class _Reading:
    """Mentions that fit together as one address, smallest place first, and how good that is."""

    parts: tuple[Mention, ...]
    score: float
    is_sure: bool


def find_province(text: str) -> ProvinceMatch | None:
    """The province that the whole text names, old or new, or None: "Tỉnh Bến Tre (cũ)", "TP.HCM", "bac can"."""
    words = address_words(text)
    if words and fold(words[-1].text) == "cu":
        words = words[:-1]
    places = gazetteer()
    whole = [
        m
        for m in mentions([Word(w.text) for w in words], places, in_address=True)
        if m.start == 0 and m.end == len(words) and m.unit.level <= Level.OLD_PROVINCE
    ]
    if not whole:
        return None
    best = min(whole, key=lambda m: (not m.is_same_marks, m.unit.level, not m.is_own_name))
    old = next((m.unit.code for m in whole if m.unit.level == Level.OLD_PROVINCE), None)
    is_old_name = best.unit.level == Level.OLD_PROVINCE
    return ProvinceMatch(places.province_of(best.unit), old, best.unit.name, is_old_name, best.is_same_marks)


def resolve(text: str, *, old_province: str | None = None) -> Resolution:
    """The places that `text` names.

    `old_province` is what is known beside the text: the name of a province (old or new, as printed on a certificate)
    or nothing. Places outside today's province of that name are never candidates. An unknown name there is ignored.
    """
    places = gazetteer()
    words = address_words(text)
    context = _context(old_province) if old_province else None
    found = [m for m in mentions(words, places, in_address=True) if _is_inside(m.unit, context, places)]
    readings = _readings(found, words, context, places)
    best = _near_top(readings, within=_TIE)
    if not best:
        return _only_context(context, words)
    read = {i for reading in best[:1] for part in reading.parts for i in range(part.start, part.end)}
    unread = tuple(word.text for i, word in enumerate(words) if i not in read)
    candidates = _candidates(best, context, places)
    rivals = _candidates(_rivals(readings, best[0]), context, places)
    return Resolution(_certainty(best, candidates, rivals), candidates, unread)


@lru_cache(maxsize=256)
def _context(name: str) -> _Context | None:
    match = find_province(name)
    return _Context(match.province, match.old_province) if match else None


def _agreed(codes: Iterable[str | None]) -> str | None:
    different = set(codes)
    return different.pop() if len(different) == 1 else None


def _only_context(context: _Context | None, words: list[Word]) -> Resolution:
    unread = tuple(word.text for word in words)
    if context is None:
        return Resolution(Certainty.UNKNOWN, (), unread)
    candidate = Candidate(context.province, None, context.old_province)
    return Resolution(Certainty.LIKELY if words else Certainty.EXACT, (candidate,), unread)


def _is_inside(unit: Unit, context: _Context | None, places: Gazetteer) -> bool:
    return context is None or places.province_of(unit) == context.province


def _readings(found: list[Mention], words: list[Word], context: _Context | None, places: Gazetteer) -> list[_Reading]:
    provinces = [m for m in found if m.unit.level <= Level.OLD_PROVINCE]
    districts = [m for m in found if m.unit.level == Level.OLD_DISTRICT]
    wards = [m for m in found if m.unit.level >= Level.COMMUNE]
    chains: list[tuple[Mention, ...]] = [(district,) for district in districts]
    for ward in wards:
        if not _contradicted(ward, districts):
            chains.append((ward,))
        chains += [(ward, d) for d in districts if not ward.overlaps(d) and _lies_in(ward.unit, d.unit, places)]
    readings = []
    for chain in chains:
        readings.append(_judge(chain, words, context, places))
        readings += [
            _judge((*chain, province), words, context, places)
            for province in provinces
            if not any(part.overlaps(province) for part in chain) and _fits(chain[-1].unit, province.unit, places)
        ]
    readings += [_judge((province,), words, context, places) for province in provinces]
    return readings


def _contradicted(ward: Mention, districts: list[Mention]) -> bool:
    """A ward may not be read alone beside a district that is named with its kind: the writer said where it lies."""
    return any(d.kind and d.is_own_name and d.is_same_kind and not d.overlaps(ward) for d in districts)


def _lies_in(ward: Unit, district: Unit, places: Gazetteer) -> bool:
    if ward.level == Level.COMMUNE:
        return ward.code in places.communes_of(district.code)
    return ward.parent == district.code or ward.parent in places.takers.get(district.code, ())


def _fits(unit: Unit, province: Unit, places: Gazetteer) -> bool:
    if province.level == Level.PROVINCE:
        return places.province_of(unit) == province.code
    return unit.level != Level.COMMUNE and places.old_province_of(unit) == province.code


def _judge(parts: tuple[Mention, ...], words: list[Word], context: _Context | None, places: Gazetteer) -> _Reading:
    """Words read count for a reading; what had to be inferred counts against it."""
    score = 0.0
    is_sure = True
    for part in parts:
        score += part.end - part.start
        doubt = 0.0
        if part.kind is not None:
            doubt -= 0.5 if part.is_same_kind else -0.6
        if not part.is_same_marks:
            doubt += 0.8
        if not part.is_own_name:
            doubt += 0.3
        if part.kind is None and not _fills_segment(part, words):
            doubt += 0.4
            is_sure = is_sure and part.unit.level <= Level.OLD_PROVINCE
        if part.kind is None and part.unit.level > Level.OLD_PROVINCE:
            doubt += 0.1 * (part.unit.level == Level.OLD_DISTRICT) + 0.3 * (part.unit.level > Level.OLD_DISTRICT)
        is_sure = is_sure and part.is_same_marks
        score -= doubt
    if len(parts) > 1 and [p.start for p in parts] != sorted(p.start for p in parts):
        score -= 0.2
    smallest = parts[0].unit
    if len(parts) > 1 and smallest.level == Level.OLD_WARD and parts[1].unit.level == Level.OLD_DISTRICT:
        score -= 0.3 * (smallest.parent != parts[1].unit.code)
    old = places.old_province_of(smallest)
    if context and context.old_province and old and old != context.old_province:
        score -= 1.0
    return _Reading(parts, score, is_sure)


def _fills_segment(part: Mention, words: list[Word]) -> bool:
    """Whether the mention is all that stands between two commas."""
    segment = words[part.start].segment
    before = part.start == 0 or words[part.start - 1].segment != segment
    after = part.end == len(words) or words[part.end].segment != segment
    return before and after


def _near_top(readings: list[_Reading], *, within: float) -> list[_Reading]:
    top = max((reading.score for reading in readings), default=0.0)
    return [reading for reading in readings if reading.score > top - within]


def _rivals(readings: list[_Reading], best: _Reading) -> list[_Reading]:
    """Readings nearly as good, or that leave fewer words unread ("Phùng Xá, Thạch Thất" beside "xã Thạch Thất")."""
    return [r for r in readings if r.score > best.score - _RIVAL or _coverage(r) > _coverage(best)]


def _coverage(reading: _Reading) -> int:
    return sum(part.end - part.start for part in reading.parts)


def _candidates(readings: list[_Reading], context: _Context | None, places: Gazetteer) -> tuple[Candidate, ...]:
    found: dict[tuple[str, str | None], Candidate] = {}
    for reading in sorted(readings, key=lambda r: r.parts[0].unit.level, reverse=True):
        for candidate in _places_of(reading.parts[0].unit, context, places):
            found.setdefault((candidate.province, candidate.commune or candidate.old_district), candidate)
    return tuple(sorted(found.values(), key=lambda c: (c.province, c.commune or "", c.old_district or "")))


def _places_of(unit: Unit, context: _Context | None, places: Gazetteer) -> list[Candidate]:
    province = places.province_of(unit)
    old_province = places.old_province_of(unit)
    if unit.level == Level.OLD_WARD:
        return [Candidate(province, code, old_province, unit.parent, unit.code) for code in unit.communes]
    if unit.level == Level.COMMUNE:
        return [Candidate(province, unit.code)]
    if unit.level == Level.OLD_DISTRICT:
        return [Candidate(province, unit.communes[0] if unit.communes else None, old_province, unit.code)]
    return [Candidate(province, None, old_province or (context.old_province if context else None))]


def _certainty(best: list[_Reading], candidates: tuple[Candidate, ...], rivals: tuple[Candidate, ...]) -> Certainty:
    if len(candidates) == 1:
        commune = candidates[0].commune
        is_rivalled = any(rival.commune not in (None, commune) for rival in rivals) if commune else False
        is_sure = any(reading.is_sure for reading in best) and not is_rivalled
        return Certainty.EXACT if is_sure else Certainty.LIKELY
    communes = {candidate.commune for candidate in candidates}
    if any(communes == set(reading.parts[0].unit.communes) for reading in best):
        return Certainty.SPLIT
    return Certainty.AMBIGUOUS
