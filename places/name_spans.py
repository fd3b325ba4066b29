"""Names of places inside a typed search query. Pure; finds and flags, the search decides what to do with them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from places.gazetteer import Level, comparable, gazetteer
from places.mentions import Mention, Word, mentions

# Districts whose names, typed without marks, are more often words of goods ("hoa vàng", "cải bẹ", "là gì") ...
_ALSO_WORDS = frozenset({
    "ba be", "ba che", "ba vi", "binh chanh", "cai be", "cam le", "cam lo", "cam my", "cho gao", "cu chi", "dai tu",
    "dau tieng", "duong kinh", "gia vien", "giong rieng", "go dau", "hoa an", "hoa vang", "huong hoa", "kinh mon",
    "la gi", "lac duong", "lac son", "lac thuy", "lang chanh", "lang giang", "lap vo", "loc binh", "mang thit",
    "me linh", "nam can", "nam dan", "nam dong", "nam sach", "nghia hanh", "ngoc lac", "o mon", "quan ba", "que vo",
    "tam binh", "tan lac", "thanh mien", "thong nhat", "thot not", "tien hai", "tra bong", "tra cu", "tra on",
    "van ban", "vi thanh", "yen lac", "yen mo",
})  # fmt: skip
# ... and those that are so even with their marks.
_ALSO_WORDS_MARKED = frozenset({"thốt nốt", "đại từ", "thống nhất", "vị thanh"})
_SHORTEST_JOINED = 6  # letters: "khesanh" is read as a commune, "chua" is not "Chư Á"


@dataclass(frozen=True, slots=True)
class PlaceSpan:
    """The words [start, end) name one or more places. A name that is borne today and was borne before ("Vĩnh Long")
    has codes in both fields; `level` is the largest of them. `is_same_spelling`: the marks were typed as the name has
    them. `is_weak`: as likely ordinary words, or the name of a maker, as a place: never filter by it alone."""

    start: int
    end: int
    level: Level
    name: str
    provinces: tuple[str, ...] = ()
    old_provinces: tuple[str, ...] = ()
    old_districts: tuple[str, ...] = ()
    communes: tuple[str, ...] = ()
    old_wards: tuple[str, ...] = ()
    is_same_spelling: bool = True
    is_weak: bool = False


def place_names_in(words: Sequence[str]) -> list[PlaceSpan]:
    """The names of places in a row of normalised words (`core.vietnamese.words`), in order, none overlapping.

    A typed word with marks must be the name's own word; one without may stand for any. Names with a kind before them
    ("huyện Châu Thành") and larger places win, then the longer span.
    """
    by_span: dict[tuple[int, int], list[Mention]] = {}
    for mention in mentions([Word(word) for word in words], gazetteer(), in_address=False):
        if _is_plausible(mention, words):
            by_span.setdefault((mention.start, mention.end), []).append(mention)
    spans = [_span(found, words) for found in by_span.values()]
    chosen: list[PlaceSpan] = []
    for span in sorted(spans, key=lambda s: (s.is_weak, s.start - s.end, s.level, s.start)):
        if all(span.end <= other.start or other.end <= span.start for other in chosen):
            chosen.append(span)
    return _narrowed(sorted(chosen, key=lambda s: s.start))


def _narrowed(spans: list[PlaceSpan]) -> list[PlaceSpan]:
    """Beside a province, a smaller place is the one inside it, where there is one: "châu thành bến tre"."""
    old = {code for span in spans for code in span.old_provinces if not span.provinces}
    today = {code for span in spans for code in span.provinces}
    if not old and not today:
        return spans
    places = gazetteer()
    wide = today | {places.unit(Level.OLD_PROVINCE, code).parent for code in old}

    def inside(level: Level, codes: tuple[str, ...]) -> tuple[str, ...]:
        units = [places.unit(level, code) for code in codes]
        around = wide if level == Level.COMMUNE else today
        return tuple(u.code for u in units if places.old_province_of(u) in old or places.province_of(u) in around)

    narrowed = []
    for span in spans:
        smaller = (
            inside(Level.OLD_DISTRICT, span.old_districts),
            inside(Level.COMMUNE, span.communes),
            inside(Level.OLD_WARD, span.old_wards),
        )
        if span.level > Level.OLD_PROVINCE and any(smaller):
            span = replace(span, old_districts=smaller[0], communes=smaller[1], old_wards=smaller[2])
        narrowed.append(span)
    return narrowed


def _is_plausible(mention: Mention, words: Sequence[str]) -> bool:
    if not mention.is_same_marks or (mention.kind is not None and not mention.is_same_kind):
        return False
    if mention.kind is not None or mention.unit.level < Level.COMMUNE:
        return True
    if mention.end - mention.name_start == 1:
        return " " in mention.unit.name and len(words[mention.start]) >= _SHORTEST_JOINED
    # Who types marks means the words without them as they stand: "trà hòa tan" is not "Hòa Tân".
    return _is_same_spelling(mention, words) or all(word.isascii() for word in words)


def _is_same_spelling(mention: Mention, words: Sequence[str]) -> bool:
    typed = words[mention.name_start : mention.end]
    return "".join(map(comparable, typed)) == "".join(mention.marked)


def _span(found: list[Mention], words: Sequence[str]) -> PlaceSpan:
    codes: dict[Level, list[str]] = {level: [] for level in Level}
    for mention in found:
        if mention.unit.code not in codes[mention.unit.level]:
            codes[mention.unit.level].append(mention.unit.code)
    best = min(found, key=lambda m: (m.unit.level, not m.is_own_name))
    same = any(_is_same_spelling(m, words) for m in found if m.unit.level == best.unit.level)
    return PlaceSpan(
        best.start,
        best.end,
        best.unit.level,
        _shown_name(best),
        provinces=tuple(sorted(codes[Level.PROVINCE])),
        old_provinces=tuple(sorted(codes[Level.OLD_PROVINCE])),
        old_districts=tuple(sorted(codes[Level.OLD_DISTRICT])),
        communes=tuple(sorted(codes[Level.COMMUNE])),
        old_wards=tuple(sorted(codes[Level.OLD_WARD])),
        is_same_spelling=same,
        is_weak=_is_weak(best, words, is_same_spelling=same),
    )


def _shown_name(best: Mention) -> str:
    """The place's name; a district that was merged away keeps the name it was found by ("Cửa Lò", not "Vinh")."""
    if best.is_own_name or best.unit.level <= Level.OLD_PROVINCE or not best.marked:
        return best.unit.name
    return " ".join(word.capitalize() for word in best.marked)


def _is_weak(best: Mention, words: Sequence[str], *, is_same_spelling: bool) -> bool:
    typed = words[best.name_start : best.end]
    if best.unit.level <= Level.OLD_PROVINCE:
        return sum(map(len, typed)) < 3
    if best.kind is not None:
        return False
    if best.unit.level >= Level.COMMUNE or len(best.marked) < 2:
        return True
    if is_same_spelling:
        return " ".join(typed) in _ALSO_WORDS_MARKED
    return any(not word.isascii() for word in words) or " ".join(typed) in _ALSO_WORDS
