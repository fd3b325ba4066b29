"""Finding known phrases in Vietnamese text, whole words only, with or without marks.

Pure. Knows nothing of goods: the vocabulary puts its words in, places and makers could do the same.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from core import vietnamese


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a text: as written (one tone placement, y as i) and without marks."""

    marked: str
    folded: str

    @property
    def has_marks(self) -> bool:
        """Whether the word carries a Vietnamese mark."""
        return self.marked != self.folded


@lru_cache(maxsize=16384)
def tokens(text: str) -> tuple[Token, ...]:
    """The words of a text, in order, counted as `core.vietnamese.words` counts them."""
    return tuple(Token(word, vietnamese.fold(word)) for word in vietnamese.words(vietnamese.unify_i(text)))


@dataclass(frozen=True, slots=True)
class Hit:
    """Words `start` to `end` (end not included) of a text are a known phrase; `values` are what it stands for.

    `exact`: the marks agree too. Several values: the phrase has several meanings, or lost its marks.
    """

    start: int
    end: int
    text: str
    values: tuple[str, ...]
    exact: bool


@dataclass(frozen=True, slots=True)
class _Entry:
    words: tuple[str, ...]
    value: str


@dataclass(slots=True)
class PhraseIndex:
    """Phrases with what they stand for. Fill it with `add`, then ask `find`.

    Marks decide where a text has any: "dưa" is never "dừa". A word without marks inside a text with marks may
    still be a marked word, but only in a phrase whose other words agree ("bánh tet"). A text without any mark
    fits every reading.
    """

    _entries: dict[tuple[str, ...], list[_Entry]] = field(default_factory=dict)
    _longest: int = 0

    def add(self, phrase: str, value: str) -> None:
        """Let `phrase` stand for `value`; a phrase may stand for several values, the first added is the first found."""
        words = tokens(phrase)
        if not words:
            return
        key = tuple(word.folded for word in words)
        entry = _Entry(tuple(word.marked for word in words), value)
        known = self._entries.setdefault(key, [])
        if entry not in known:
            known.append(entry)
            self._longest = max(self._longest, len(key))

    def at(self, words: tuple[Token, ...], start: int, length: int, marks_decide: bool) -> tuple[tuple[str, ...], bool]:
        """The values of the phrase that is exactly words `start` to `start + length`, and whether marks agree."""
        key = tuple(word.folded for word in words[start : start + length])
        entries = self._entries.get(key)
        if not entries:
            return (), False
        part = words[start : start + length]
        exact = _unique(e.value for e in entries if all(w.marked == m for w, m in zip(part, e.words, strict=True)))
        if not marks_decide:
            every = _unique(entry.value for entry in entries)
            return exact + tuple(v for v in every if v not in exact), bool(exact)
        if exact or length == 1:
            return exact, bool(exact)
        return _unique(e.value for e in entries if _fits(part, e.words)), False

    def find(
        self, text: str, *, accepts: Callable[[str, tuple[Token, ...], int, int], bool] | None = None
    ) -> tuple[Hit, ...]:
        """The known phrases of a text, left to right, not overlapping; at each word the longest one.

        `accepts(value, words, start, end)` may turn a value down ("trà" in "Trà Vinh").
        """
        words = tokens(text)
        marks_decide = any(word.has_marks for word in words)
        hits: list[Hit] = []
        start = 0
        while start < len(words):
            hit = self._longest_at(words, start, marks_decide, accepts)
            if hit:
                hits.append(hit)
            start = hit.end if hit else start + 1
        return tuple(hits)

    def _longest_at(
        self,
        words: tuple[Token, ...],
        start: int,
        marks_decide: bool,
        accepts: Callable[[str, tuple[Token, ...], int, int], bool] | None,
    ) -> Hit | None:
        for length in range(min(self._longest, len(words) - start), 0, -1):
            values, exact = self.at(words, start, length, marks_decide)
            end = start + length
            if accepts:
                values = tuple(value for value in values if accepts(value, words, start, end))
            if values:
                return Hit(start, end, " ".join(word.marked for word in words[start:end]), values, exact)
        return None


def _fits(part: tuple[Token, ...], words: tuple[str, ...]) -> bool:
    """Whether unmarked words of `part` may be the marked `words`, at least one marked word agreeing."""
    agreed = False
    for token, word in zip(part, words, strict=True):
        if token.marked == word:
            agreed = agreed or token.has_marks
        elif token.has_marks:
            return False
    return agreed


def _unique(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(values))
