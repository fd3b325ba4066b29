"""Names of places inside a typed search query. Pure; finds and flags, the search decides what to do with them."""

from collections.abc import Sequence
from dataclasses import dataclass

from places.gazetteer import Level, gazetteer
from places.mentions import Mention, Word, mentions


@dataclass(frozen=True, slots=True)
class PlaceSpan:
    """The words [start, end) name one or more places. A name that is borne today and was borne before ("Vĩnh Long")
    has codes in both fields; `level` is the largest of them. `is_weak`: more likely ordinary words than a place."""

    start: int
    end: int
    level: Level
    name: str
    provinces: tuple[str, ...] = ()
    old_provinces: tuple[str, ...] = ()
    old_districts: tuple[str, ...] = ()
    communes: tuple[str, ...] = ()
    old_wards: tuple[str, ...] = ()
    is_weak: bool = False


def place_names_in(words: Sequence[str]) -> list[PlaceSpan]:
    """The names of places in a row of normalised words (`core.vietnamese.words`), in order, none overlapping.

    A typed word with marks must be the name's own word; one without may stand for any. Names with a kind before them
    ("huyện Châu Thành") and larger places win, then the longer span.
    """
    by_span: dict[tuple[int, int], list[Mention]] = {}
    for mention in mentions([Word(word) for word in words], gazetteer(), in_address=False):
        if mention.is_same_marks and (mention.kind is None or mention.is_same_kind):
            by_span.setdefault((mention.start, mention.end), []).append(mention)
    spans = [_span(found, words) for found in by_span.values()]
    chosen: list[PlaceSpan] = []
    for span in sorted(spans, key=lambda s: (s.is_weak, s.start - s.end, s.level, s.start)):
        if all(span.end <= other.start or other.end <= span.start for other in chosen):
            chosen.append(span)
    return sorted(chosen, key=lambda s: s.start)


def _span(found: list[Mention], words: Sequence[str]) -> PlaceSpan:
    codes: dict[Level, list[str]] = {level: [] for level in Level}
    for mention in found:
        if mention.unit.code not in codes[mention.unit.level]:
            codes[mention.unit.level].append(mention.unit.code)
    best = min(found, key=lambda m: (m.unit.level, not m.is_own_name))
    return PlaceSpan(
        best.start,
        best.end,
        best.unit.level,
        best.unit.name,
        *(tuple(sorted(codes[level])) for level in Level),
        is_weak=_is_weak(best, words),
    )


def _is_weak(best: Mention, words: Sequence[str]) -> bool:
    letters = sum(len(word) for word in words[best.name_start : best.end])
    if best.unit.level <= Level.OLD_PROVINCE:
        return letters < 3
    if best.kind is not None:
        return False
    return best.unit.level >= Level.COMMUNE or best.end - best.name_start == 1
