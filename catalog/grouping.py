"""From a product's name to one of the 26 sets of Decision 26/2026/QĐ-TTg, Annex I, where the name tells it.

Pure. Rules are data: the set of each kind stands in data/vocabulary.csv, what a word for its making changes in
data/grouping_rules.csv. How often it is right is measured in tests/catalog/test_grouping.py.
"""

import csv
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from catalog import group_table, vocabulary
from catalog.phrases import PhraseIndex

_FILE = Path(__file__).parent / "data" / "grouping_rules.csv"


@dataclass(frozen=True, slots=True)
class Grouping:
    """The set and the kind that a name tells; None for what it does not tell."""

    leaf_code: str | None
    kind: str | None


@dataclass(frozen=True, slots=True)
class _Rule:
    """Goods of set `source` whose name has one of the words, and none of the exceptions, are in set `becomes`."""

    source: str
    becomes: str
    words: PhraseIndex
    exceptions: PhraseIndex

    def fits(self, name: str) -> bool:
        found = any(hit.exact for hit in self.words.find(name))
        return found and not any(hit.exact for hit in self.exceptions.find(name))


def group_of(name: str, *, sector_code: str | None = None) -> Grouping:
    """The set and kind of goods with this name.

    A sector that the source names wins: a set outside it is not given, and of two meanings of a word the one inside it
    is taken ("cao khô" is a noodle among food, an extract among herbs).
    """
    words = vocabulary.load()
    kind = words.kinds_of_product(name).main
    if kind is None:
        return Grouping(None, None)
    for code in (kind, *_other_meanings(name, kind)):
        leaf = _leaf(name, words.kind(code).leaf_code)
        if leaf and (not sector_code or group_table.sector_of(leaf) == sector_code):
            return Grouping(leaf, code)
    return Grouping(None, kind)


def _leaf(name: str, leaf: str | None) -> str | None:
    for rule in _rules():
        if rule.source == leaf and rule.fits(name):
            return rule.becomes
    return leaf


def _other_meanings(name: str, kind: str) -> tuple[str, ...]:
    """The kinds that share the very words by which the name tells its kind."""
    for span in vocabulary.load().kinds_in(name):
        if kind in span.kinds and span.exact:
            return tuple(code for code in span.kinds if code != kind)
    return ()


@lru_cache(maxsize=1)
def _rules() -> tuple[_Rule, ...]:
    with _FILE.open(encoding="utf-8", newline="") as file:
        return tuple(
            _Rule(row["from"], row["becomes"], _index(row["words"]), _index(row["but_not"]))
            for row in csv.DictReader(file)
        )


def _index(cell: str) -> PhraseIndex:
    index = PhraseIndex()
    for word in cell.split(";"):
        index.add(word, word.strip())
    return index
