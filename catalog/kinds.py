"""The values of the vocabulary: a kind of goods, word classes, and what is found of them in a text.

What one can ask of them stands in vocabulary.py.
"""

from dataclasses import dataclass

from catalog.phrases import Token


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of goods.

    `words` are Vietnamese words for exactly this kind, the usual one first; `english` the English ones. `leaf_code`
    is one of the 26 sets of `ocop_groups.csv` and `picture` a picture type, both inherited from the parent; `made_of`
    is the kind it is made of. `but_not` are longer phrases in which its words mean something else ("Trà Vinh"); the
    words of `only_first` name it only where a text begins ("hương" is incense in "hương thẻ", a scent elsewhere).
    """

    code: str
    name: str
    words: tuple[str, ...]
    english: tuple[str, ...] = ()
    parent: str | None = None
    leaf_code: str | None = None
    picture: str | None = None
    made_of: str | None = None
    but_not: tuple[tuple[Token, ...], ...] = ()
    only_first: frozenset[tuple[Token, ...]] = frozenset()
    is_form: bool = False


@dataclass(frozen=True, slots=True)
class KindSpan:
    """Words `start` to `end` of a text (counted by `core.vietnamese.words`) name a kind of goods.

    `kinds` are codes, the likeliest first: several where the word has several meanings or has lost its marks.
    """

    start: int
    end: int
    text: str
    kinds: tuple[str, ...]
    exact: bool


@dataclass(frozen=True, slots=True)
class ProductKinds:
    """What a product's name says: the goods themselves and what else is in them, as codes."""

    main: str | None
    companions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Collective:
    """A word for many kinds ("gia vị") and the kinds, sets and sectors it covers; `near_*` is what may follow."""

    start: int
    end: int
    text: str
    name: str
    kinds: tuple[str, ...] = ()
    leaves: tuple[str, ...] = ()
    sectors: tuple[str, ...] = ()
    made_of: tuple[str, ...] = ()
    near_kinds: tuple[str, ...] = ()
    near_leaves: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CollectiveRow:
    """One line of collectives.csv: its words, and what they cover as `kind:`, `leaf:`, `sector:` or `of:` marks."""

    words: tuple[str, ...]
    covers: tuple[str, ...]
    near: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Quality:
    """A state of goods that a word names: dried, frozen, organic, black."""

    code: str
    words: tuple[str, ...]
    english: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WordSpan:
    """Words `start` to `end` of a text are a filler, a quality or a maker's form; `values` say which."""

    start: int
    end: int
    text: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Words:
    """All that the data files of the vocabulary say."""

    kinds: dict[str, Kind]
    collectives: tuple[CollectiveRow, ...]
    qualities: dict[str, Quality]
    fillers: tuple[tuple[str, str], ...]
    maker_words: tuple[tuple[str, str, str], ...]
