"""Finds every name of a place inside a row of words, with the kind that stands before it. Pure; judges nothing.

`addresses.py` puts mentions together to one address, `name_spans.py` picks those of a search query.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from core.vietnamese import fold, normalise
from places.gazetteer import LONGEST_NAME, Entry, Gazetteer, Level, Unit, comparable, folded, key_of

_TOKEN = re.compile(r"[^\W_]+|[,;()\n|/]", re.UNICODE)
_GLUED_NUMBER = re.compile(r"^(p|q|f|phường|quận|phuong|quan)0*(\d{1,2})$")
_NUMBER_NAME = re.compile(r"^(?:\d+|[ivx]+)$")

_PROVINCES = frozenset({Level.PROVINCE, Level.OLD_PROVINCE})
_DISTRICTS = frozenset({Level.OLD_DISTRICT})
_WARDS = frozenset({Level.COMMUNE, Level.OLD_WARD})
_LEVELS_OF_KIND = {
    "tỉnh": _PROVINCES,
    "thành phố": _PROVINCES | _DISTRICTS,
    "huyện": _DISTRICTS,
    "quận": _DISTRICTS,
    "thị xã": _DISTRICTS,
    "thị trấn": frozenset({Level.OLD_WARD}),
    "xã": _WARDS,
    "phường": _WARDS,
    "đặc khu": frozenset({Level.COMMUNE}),
}
_SPELLINGS = {kind: kind for kind in _LEVELS_OF_KIND} | {
    "huyện đảo": "huyện", "tp": "thành phố", "tx": "thị xã", "tt": "thị trấn", "đk": "đặc khu",
}  # fmt: skip
# One letter is a kind only in an address ("X. Phú Túc, H. Châu Thành"); in a search it is most likely a word cut short.
_LETTERS = {"t": "tỉnh", "h": "huyện", "q": "quận", "x": "xã", "p": "phường", "f": "phường", "t p": "thành phố",
            "t x": "thị xã", "t t": "thị trấn"}  # fmt: skip


def _kind_table(spellings: dict[str, str]) -> dict[tuple[str, ...], tuple[str, tuple[str, ...]]]:
    return {tuple(fold(text).split()): (kind, tuple(text.split())) for text, kind in spellings.items()}


_KINDS = _kind_table(_SPELLINGS)
_ADDRESS_KINDS = _KINDS | _kind_table(_LETTERS)


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a text: normalised, and the part between commas in which it stands."""

    text: str
    segment: int = 0


@dataclass(frozen=True, slots=True)
class Mention:
    """One way to read the words [start, end) as one place; the name itself begins at `name_start`."""

    start: int
    name_start: int
    end: int
    unit: Unit
    marked: tuple[str, ...]  # the spelling that was met, word by word; () when only its folded form is known
    kind: str | None
    is_same_kind: bool
    is_same_marks: bool
    is_own_name: bool

    def overlaps(self, other: "Mention") -> bool:
        """Whether the two read a word in common."""
        return self.start < other.end and other.start < self.end


def address_words(text: str) -> list[Word]:
    """The words of an address: "P.7, TP.Trà Vinh" -> p · 7 | tp · trà · vinh."""
    found: list[Word] = []
    segment = 0
    for token in _TOKEN.findall(normalise(text.replace("\n", ","))):
        if not token[0].isalnum():
            segment += 1
        elif glued := _GLUED_NUMBER.match(token):
            found += [Word(glued[1], segment), Word(glued[2], segment)]
        elif token.isdigit():
            found.append(Word(token.lstrip("0") or "0", segment))
        else:
            found.append(Word(token, segment))
    return found


def same_marks(typed: Sequence[str], entry: Entry) -> bool:
    """Whether each typed word that has marks is the word of the name; a word without marks may stand for any."""
    if not entry.marked:
        return True
    if len(typed) != len(entry.marked):  # joined or cut elsewhere: "sapa", "buônmathuột"
        joined = "".join(typed)
        return joined.isascii() or comparable(joined) == comparable("".join(entry.marked))
    return all(
        comparable(word) == name or word == name or (word.isascii() and folded(word) == folded(name))
        for word, name in zip(typed, entry.marked, strict=True)
    )


def mentions(words: Sequence[Word], places: Gazetteer, *, in_address: bool) -> Iterator[Mention]:
    """Every mention, each name with and without the kind before it."""
    kinds = _ADDRESS_KINDS if in_address else _KINDS
    for start in range(len(words)):
        yield from _mentions_at(words, start, start, None, places)
        for length in (1, 2):
            kind = _kind_at(words, start, length, kinds)
            if kind:
                yield from _mentions_at(words, start, start + length, kind, places)


def _kind_at(
    words: Sequence[Word], start: int, length: int, kinds: dict[tuple[str, ...], tuple[str, tuple[str, ...]]]
) -> str | None:
    if length == 1 and start and fold(words[start - 1].text) == "tac":
        return None  # "hợp tác xã" is a maker, not a commune
    typed = tuple(word.text for word in words[start : start + length])
    found = kinds.get(tuple(fold(word) for word in typed))
    if found is None or len(typed) < length:
        return None
    kind, written = found
    return kind if all(word.isascii() or word == right for word, right in zip(typed, written, strict=True)) else None


def _mentions_at(
    words: Sequence[Word], start: int, name_start: int, kind: str | None, places: Gazetteer
) -> Iterator[Mention]:
    if name_start >= len(words):
        return
    segment = words[start].segment
    for end in range(name_start + 1, min(name_start + LONGEST_NAME, len(words)) + 1):
        if words[end - 1].segment != segment:
            return
        typed = [word.text for word in words[name_start:end]]
        if kind is None and len(typed) == 1 and _NUMBER_NAME.match(typed[0]):
            continue
        for entry in places.find(key_of(typed)):
            unit = entry.unit
            if kind is not None and unit.level not in _LEVELS_OF_KIND[kind]:
                continue
            if _is_cut_elsewhere(typed, entry):
                continue
            yield Mention(
                start, name_start, end, unit, entry.marked, kind,
                kind == unit.kind, same_marks(typed, entry), entry.is_own,
            )  # fmt: skip


def _is_cut_elsewhere(typed: Sequence[str], entry: Entry) -> bool:
    """ "la ngà" must not be read as "lan gà"; but "krông ana" may be "krông a na", and "sapa" "sa pa"."""
    if not entry.marked:
        return False
    typed_cuts, name_cuts = _cuts(typed), _cuts(entry.marked)
    return not (typed_cuts <= name_cuts or name_cuts <= typed_cuts)


def _cuts(words: Sequence[str]) -> set[int]:
    """The letters after which a new word begins."""
    return set(accumulate(len(word) for word in words))
