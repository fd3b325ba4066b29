"""The words that are known: those of the vocabulary and of large places, and those that the index holds.

Pure: what the index holds comes in through `IndexWords`. How a typed word is led to a known one: `spelling.py`.
"""

from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from itertools import pairwise
from typing import Protocol

from catalog.vocabulary import Vocabulary
from core.vietnamese import fold
from places.gazetteer import Gazetteer, Level
from search.words import is_plain, search_words

_LISTED = 10  # a word of the vocabulary counts as one of as many products


class IndexWords(Protocol):
    """What the search index can tell of its words."""

    def word_counts(self) -> Mapping[str, int]:
        """Every marked word of names and makers with the number of its products."""

    def phrase_count(self, words: tuple[str, ...]) -> int:
        """In how many products' name, maker or place these words stand side by side; folded when all are plain."""


class NoIndexWords:
    """Stands in where there is no index yet."""

    def word_counts(self) -> Mapping[str, int]:
        """Nothing is known."""
        return {}

    def phrase_count(self, words: tuple[str, ...]) -> int:
        """Nothing is known."""
        return 0


class Lexicon:
    """Known words by their folded form, and which of them stand side by side."""

    def __init__(self, phrases: Iterable[tuple[str, ...]], index: IndexWords | None = None) -> None:
        self._index = index or NoIndexWords()
        self._forms: dict[str, dict[str, int]] = {}
        self._pairs: set[tuple[str, str]] = set()
        for phrase in phrases:
            for word in phrase:
                self._add(word, _LISTED)
            for pair in pairwise(phrase):
                self._pairs.add(pair)
                self._pairs.add((fold(pair[0]), fold(pair[1])))
        for word, count in self._index.word_counts().items():
            self._add(word, count)
        self.together: Callable[[str, str], bool] = lru_cache(maxsize=8192)(self._together)
        self._is_in_index: Callable[[str], bool] = lru_cache(maxsize=4096)(
            lambda word: self._index.phrase_count((word,)) > 0
        )

    def forget(self) -> None:
        """Drops what was kept of the index, which has changed; its words are read anew by a new Lexicon only."""
        self.together.cache_clear()  # type: ignore[attr-defined]
        self._is_in_index.cache_clear()  # type: ignore[attr-defined]

    def _add(self, word: str, count: int) -> None:
        known = self._forms.setdefault(fold(word), {})
        known[word] = known.get(word, 0) + count

    def forms(self, folded: str) -> Mapping[str, int]:
        """The known words with these letters and what marks they bear, with the number of products."""
        return self._forms.get(folded, {})

    def knows(self, word: str) -> bool:
        """Whether the word is known as typed; one without marks stands for any."""
        listed = word in self._forms if is_plain(word) else word in self.forms(fold(word))
        return listed or self._is_in_index(word)

    def count(self, word: str) -> int:
        """In about how many products the word stands; one without marks counts for all that bear its letters."""
        forms = self.forms(fold(word))
        return sum(forms.values()) if is_plain(word) else forms.get(word, 0)

    def _together(self, one: str, other: str) -> bool:
        """Whether the two stand side by side anywhere; by letters alone where one of them is plain."""
        if is_plain(one) or is_plain(other):
            one, other = fold(one), fold(other)
        return (one, other) in self._pairs or self._index.phrase_count((one, other)) > 0


def phrases_of(vocabulary: Vocabulary, places: Gazetteer) -> list[tuple[str, ...]]:
    """Every phrase of the vocabulary and every name of a province or district, as words."""
    texts: dict[str, None] = {}
    for kind in vocabulary.kinds.values():
        texts.update(dict.fromkeys(kind.words + kind.english))
    for row in vocabulary.collectives:
        texts.update(dict.fromkeys(row.words))
    for quality in vocabulary.qualities.values():
        texts.update(dict.fromkeys(quality.words + quality.english))
    texts.update(dict.fromkeys(word for word, _ in vocabulary.fillers))
    for short, full, _form in vocabulary.maker_words:
        texts.update({short: None, full: None})
    texts.update({unit.name: None for unit in places.units.values() if unit.level <= Level.OLD_DISTRICT})
    return [phrase for phrase in (search_words(text) for text in texts) if phrase]
