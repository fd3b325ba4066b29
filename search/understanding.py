"""Typed words -> what a person means: goods, places, stars, makers, groups, states, and the words that are left. Pure.

Nothing typed is ever query syntax. Spelling is set right first (`spelling.py`); the vocabulary and the gazetteer tell
what words mean; here is only who wins where two of them claim the same words, and what is shown of it as chips.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from catalog.vocabulary import Collective, Vocabulary
from core.vietnamese import fold, unify_i, words
from places.name_spans import PlaceSpan, place_names_in
from search.lexicon import Lexicon
from search.spelling import read_words
from search.words import LONGEST_WORD, split_figures

MOST_TYPED = 200  # letters that are read; more is cut off
_STARS = re.compile(
    r"(?:tu )?(?:hang |loai |dat |chuan )*(?:([345]) (?:den |toi |va |hoac |or |and )?)?"
    r"([345]|ba|bon|nam|three|four|five)"
    r" (?:sao|star|stars)\b(?: (tro len|up|and up))?"
)
_AMOUNT = re.compile(r"\d+(?:[.,]\d+)?(?:kg|g|gr|gram|ml|l|lít|lit|k|tấn|tan|tạ)$")
_NUMBERS = {"ba": 3, "bon": 4, "nam": 5, "three": 3, "four": 4, "five": 5}
_NUMBER_WORDS = {
    "ba",
    "bốn",
    "năm",
    "sao",
    "hạng",
    "loại",
    "đạt",
    "chuẩn",
    "từ",
    "đến",
    "tới",
    "và",
    "hoặc",
    "trở",
    "lên",
}
_STATES = {
    "valid": ("còn hạn", "còn hiệu lực", "chứng nhận còn hạn", "chứng nhận còn hiệu lực", "valid today", "still valid"),
    "expired": ("hết hạn", "hết hiệu lực", "quá hạn", "expired"),
    "withdrawn": ("thu hồi", "bị thu hồi", "withdrawn"),
}


@dataclass(frozen=True, slots=True)
class Part:
    """Words [start, end) and what they are. `kind`: goods, group, place, stars, state, form, quality, words, filler."""

    kind: str
    start: int
    end: int
    words: tuple[str, ...]
    kinds: tuple[str, ...] = ()  # goods: codes, likeliest first; quality: codes
    is_exact: bool = True  # goods: the marks agree
    group: Collective | None = None
    place: PlaceSpan | None = None
    stars: tuple[int, ...] = ()
    state: str = ""
    weak_places: tuple[PlaceSpan, ...] = ()  # words: names of small places among them

    @property
    def id(self) -> str:
        """Names the part in an address, so that it can be taken off."""
        return f"{self.kind}-{'-'.join(fold(word) for word in self.words)}"

    @property
    def text(self) -> str:
        """The words as read."""
        return " ".join(self.words)


@dataclass(frozen=True, slots=True)
class Understanding:
    """All parts of a text in order. `words` as read, `typed` as written; `is_told`: a slip was set right."""

    typed: str
    words: tuple[str, ...]
    parts: tuple[Part, ...]
    is_told: bool = False

    def of(self, *kinds: str) -> tuple[Part, ...]:
        """The parts of these kinds, in order."""
        return tuple(part for part in self.parts if part.kind in kinds)

    def without(self, ids: Iterable[str]) -> "Understanding":
        """The same without the parts of these ids."""
        gone = set(ids)
        kept = tuple(part for part in self.parts if part.id not in gone)
        return Understanding(self.typed, self.words, kept, self.is_told) if len(kept) < len(self.parts) else self

    @property
    def text(self) -> str:
        """The text as read."""
        return " ".join(self.words)


def understand(
    text: str, *, vocabulary: Vocabulary, lexicon: Lexicon, drop: Sequence[str] = (), plain: bool = False
) -> Understanding:
    """What `text` asks for. `drop`: ids of parts that were taken off; `plain`: take the words as they are."""
    typed = tuple(word[:LONGEST_WORD] for word in words(unify_i(text[:MOST_TYPED])))
    if not typed:
        return Understanding(text, (), ())
    if plain:
        return Understanding(text, typed, tuple(Part("words", at, at + 1, (word,)) for at, word in enumerate(typed)))
    reading = read_words(typed, lexicon)
    parts = _Reader(reading.words, vocabulary).parts()
    return Understanding(text, reading.words, parts, reading.is_told).without(drop)


class _Reader:
    """Finds the parts of one text."""

    def __init__(self, text: Sequence[str], vocabulary: Vocabulary) -> None:
        self.words = tuple(text)
        self.vocabulary = vocabulary
        self.taken: list[Part] = []

    def parts(self) -> tuple[Part, ...]:
        """All parts, in order, covering every word."""
        self._take(self._stars())
        self._take(self._states())
        self._take(self._named(self.words, 0))
        for start, end in self._gaps():  # what a longer reading had hidden
            self._take(self._named(self.words[start:end], start))
        self._take(self._small(self._gaps()))
        self._take(self._rest())
        found = sorted(self.taken, key=lambda part: part.start)
        return _fillers_as_words(tuple(found))

    def _take(self, candidates: Iterable[Part]) -> None:
        """Keeps candidates that overlap nothing taken, the weightiest first."""
        for part in sorted(candidates, key=_weight, reverse=True):
            if all(part.end <= other.start or other.end <= part.start for other in self.taken):
                self.taken.append(part)

    def _gaps(self) -> list[tuple[int, int]]:
        free = [True] * len(self.words)
        for part in self.taken:
            free[part.start : part.end] = [False] * (part.end - part.start)
        gaps, start = [], None
        for at, is_free in enumerate([*free, False]):
            if is_free and start is None:
                start = at
            elif not is_free and start is not None:
                gaps.append((start, at))
                start = None
        return gaps

    def _part(self, kind: str, start: int, end: int, **more: object) -> Part:
        return Part(kind, start, end, self.words[start:end], **more)  # type: ignore[arg-type]

    def _stars(self) -> list[Part]:
        letters = [fold(word) for word in self.words]
        text = " ".join(letters)
        starts = {}
        at = 0
        for number, word in enumerate(letters):
            starts[at] = number
            at += len(word) + 1
        found = []
        for match in _STARS.finditer(text):
            start = starts.get(match.start())
            if start is None:
                continue
            end = start + len(match.group(0).split())
            if any(not word.isascii() and word not in _NUMBER_WORDS for word in self.words[start:end]):
                continue
            high = _NUMBERS.get(match[2]) or int(match[2])
            low = int(match[1]) if match[1] else high
            top = 5 if match[3] or match.group(0).startswith("tu ") else max(low, high)
            found.append(self._part("stars", start, end, stars=tuple(range(min(low, high), top + 1))))
        return found

    def _states(self) -> list[Part]:
        found = []
        for state, phrases in _STATES.items():
            for phrase in phrases:
                wanted = phrase.split()
                for start in range(len(self.words) - len(wanted) + 1):
                    part = self.words[start : start + len(wanted)]
                    if all(w in (p, fold(p)) for w, p in zip(part, wanted, strict=True)):
                        found.append(self._part("state", start, start + len(wanted), state=state))
        return found

    def _named(self, some: Sequence[str], offset: int) -> list[Part]:
        """Goods, groups and large places among these words."""
        text = " ".join(some)
        found = [
            self._part("goods", offset + s.start, offset + s.end, kinds=s.kinds, is_exact=s.exact)
            for s in self.vocabulary.kinds_in(text)
        ]
        found += [
            self._part("group", offset + row.start, offset + row.end, group=row)
            for row in self.vocabulary.collective(text)
        ]
        found += [
            self._part("place", offset + span.start, offset + span.end, place=span)
            for span in place_names_in(list(some))
            if not span.is_weak
        ]
        return found

    def _small(self, gaps: list[tuple[int, int]]) -> list[Part]:
        """Qualities, forms of makers and fillers in what is left."""
        found = []
        for start, end in gaps:
            text = " ".join(self.words[start:end])
            for kind, spans in (
                ("quality", self.vocabulary.qualities_in(text)),
                ("form", self.vocabulary.maker_words_in(text)),
                ("filler", self.vocabulary.fillers_in(text)),
            ):
                found += [self._part(kind, start + s.start, start + s.end, kinds=s.values) for s in spans]
        return found

    def _rest(self) -> list[Part]:
        """Amounts, which are no goods ("100kg", "2 tấn"), and runs of words that nothing claimed."""
        self._take(self._amounts())
        found = []
        for start, end in self._gaps():
            spans = place_names_in(list(self.words[start:end]))
            weak = tuple(span for span in spans if span.is_weak)
            found.append(self._part("words", start, end, weak_places=weak))
        return found

    def _amounts(self) -> list[Part]:
        """ "100kg" anywhere, a bare number at the head or before a filler that counts ("5 hộp")."""
        fillers = {part.start for part in self.taken if part.kind == "filler"}
        found = []
        for start, end in self._gaps():
            for at in range(start, end):
                word = self.words[at]
                is_bare = word[0].isdigit() and word[-1].isdigit()
                if _AMOUNT.match(word) or (is_bare and (at == 0 or at + 1 in fillers)):
                    found.append(self._part("filler", at, at + 1))
        return found


def _weight(part: Part) -> tuple[float, int]:
    """Longer readings win; at one length a large place, then goods whose marks agree."""
    length = float(part.end - part.start)
    if part.kind == "place":
        length += 0.6
    elif part.kind == "group":
        length += 0.35
    elif part.kind in ("goods", "quality"):
        length += 0.3 * part.is_exact
    return length, -part.start


def _fillers_as_words(parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """When nothing but fillers was typed, they are what is looked for."""
    if any(part.kind != "filler" for part in parts):
        return parts
    return tuple(Part("words", part.start, part.end, part.words) for part in parts)


@lru_cache(maxsize=4096)
def engine_words(some: tuple[str, ...]) -> tuple[str, ...]:
    """Words as the index holds them: figures apart from letters."""
    return tuple(piece for word in some for piece in split_figures(word))
