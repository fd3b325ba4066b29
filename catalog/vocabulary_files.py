"""Reading the data files of the vocabulary, with a clear word on what is wrong in them.

Pure: files in, `Words` out. What is asked of it stands in `vocabulary.py`.
"""

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from catalog.kinds import CollectiveRow, Kind, Quality, Words
from catalog.phrases import Token, tokens
from core import vietnamese

DATA = Path(__file__).parent / "data"
_MOST_SPELLINGS = 24
_ONLY_FIRST = "^"


@dataclass(frozen=True, slots=True)
class EqualWords:
    """Words of which each may stand for another: `sources` may be replaced, `all` may be put in, below `under`."""

    sources: tuple[tuple[str, ...], ...]
    all: tuple[tuple[str, ...], ...]
    under: frozenset[str]
    first_words: frozenset[str]


def read_all(folder: Path = DATA) -> Words:
    """The vocabulary of a folder of data files. Raises ValueError naming file, line and reason."""
    return Words(
        kinds=read_kinds(folder),
        collectives=tuple(
            CollectiveRow(
                _listed(row["words"]) + _listed(row["english"]),
                tuple(row["covers"].split()),
                tuple(row["near"].split()),
            )
            for _, row in _rows(folder / "collectives.csv")
        ),
        qualities={
            row["code"]: Quality(row["code"], _listed(row["words"]), _listed(row["english"]))
            for _, row in _rows(folder / "qualities.csv")
        },
        fillers=tuple(
            (word, row["reason"]) for _, row in _rows(folder / "fillers.csv") for word in _listed(row["words"])
        ),
        maker_words=tuple(
            (word, full, row["legal_form"])
            for _, row in _rows(folder / "maker_words.csv")
            for full in _listed(row["full"]) or ("",)
            for word in _listed(row["short"])
        ),
    )


def read_kinds(folder: Path = DATA) -> dict[str, Kind]:
    """Every kind of vocabulary.csv and, below it, each of its varieties, with all their spellings."""
    path = folder / "vocabulary.csv"
    equal = [_equal(row) for _, row in _rows(folder / "equal_words.csv")]
    kinds: dict[str, Kind] = {}
    for line, row in _rows(path):
        if row["code"] in kinds:
            raise ValueError(f"{path.name}, line {line}: the code {row['code']!r} stands twice")
        if row["parent"] and row["parent"] not in kinds:
            raise ValueError(f"{path.name}, line {line}: the parent {row['parent']!r} is not above this line")
        kind = _kind(row, kinds, equal)
        kinds[kind.code] = kind
        for variety in _varieties(row, kind, kinds, equal):
            kinds[variety.code] = variety
    for kind in kinds.values():
        if kind.made_of and kind.made_of not in kinds:
            raise ValueError(f"{path.name}: {kind.code} is made of {kind.made_of!r}, which is no kind")
    return kinds


def _kind(row: dict[str, str], kinds: dict[str, Kind], equal: list[EqualWords]) -> Kind:
    parent = kinds.get(row["parent"])
    family = _family(row["code"], row["parent"], kinds)
    given = (row["name"], *_listed(row["words"]))
    return Kind(
        code=row["code"],
        name=row["name"].lstrip(_ONLY_FIRST),
        words=_spellings(tuple(word.lstrip(_ONLY_FIRST) for word in given), family, equal),
        only_first=_only_first(given),
        is_form=row["is_form"] == "yes",
        english=_listed(row["english"]),
        parent=row["parent"] or None,
        leaf_code=row["leaf"] or (parent.leaf_code if parent else None),
        picture=row["picture"] or (parent.picture if parent else None),
        made_of=row["made_of"] or (parent.made_of if parent else None),
        but_not=tuple(tokens(phrase) for phrase in _listed(row["but_not"])),
    )


def _varieties(row: dict[str, str], kind: Kind, kinds: dict[str, Kind], equal: list[EqualWords]) -> Iterable[Kind]:
    """The narrower kinds that need no line of their own: "chuối ngự = chuối tiến vua; chuối tiêu"."""
    family = _family(kind.code, kind.parent, kinds)
    own = set(kind.words)
    for item in _listed(row["varieties"]):
        given = tuple(name.strip() for name in item.split("=") if name.strip())
        names = tuple(name.lstrip(_ONLY_FIRST) for name in given)
        if names[0] in own:
            continue
        own.add(names[0])
        code = f"{kind.code}.{'_'.join(token.folded for token in tokens(names[0]))}"
        while code in kinds:  # "đường phèn" and "đường phên"
            code += "_"
        yield Kind(
            code=code,
            name=names[0],
            words=_spellings(names, family, equal),
            only_first=_only_first(given),
            is_form=kind.is_form,
            parent=kind.code,
            leaf_code=kind.leaf_code,
            picture=kind.picture,
            made_of=kind.made_of,
            but_not=kind.but_not,
        )


def _only_first(words: tuple[str, ...]) -> frozenset[tuple[Token, ...]]:
    """The words marked "^": they name the kind only at the start of a text."""
    return frozenset(tokens(word.lstrip(_ONLY_FIRST)) for word in words if word.startswith(_ONLY_FIRST))


def _family(code: str, parent: str | None, kinds: dict[str, Kind]) -> set[str]:
    family = {code}
    while parent:
        family.add(parent)
        parent = kinds[parent].parent
    return family


def _equal(row: dict[str, str]) -> EqualWords:
    listed = _listed(row["words"])
    sources = tuple(_split(word) for word in listed if not word.endswith("*"))
    return EqualWords(
        sources=sources,
        all=tuple(_split(word.rstrip("*")) for word in listed),
        under=frozenset(row["under"].split()),
        first_words=frozenset(source[0] for source in sources),
    )


def _spellings(words: tuple[str, ...], family: set[str], equal: list[EqualWords]) -> tuple[str, ...]:
    """The words and what they become when equal words are exchanged, the given ones first."""
    found = dict.fromkeys(_split(word) for word in words)
    rules = [rule for rule in equal if not rule.under or rule.under & family]
    waiting = list(found)
    while waiting and len(found) < _MOST_SPELLINGS * len(words):
        phrase = waiting.pop(0)
        for rule in rules:
            if rule.first_words.isdisjoint(phrase):
                continue
            for other in _exchanged(phrase, rule):
                if other not in found:
                    found[other] = None
                    waiting.append(other)
    return tuple(" ".join(phrase) for phrase in found)


def _exchanged(phrase: tuple[str, ...], rule: EqualWords) -> Iterable[tuple[str, ...]]:
    for source in rule.sources:
        size = len(source)
        for start in range(len(phrase) - size + 1):
            if phrase[start : start + size] != source or _inside_longer(phrase, start, size, rule):
                continue
            for other in rule.all:
                if other != source:
                    yield phrase[:start] + other + phrase[start + size :]


def _inside_longer(phrase: tuple[str, ...], start: int, size: int, rule: EqualWords) -> bool:
    """Whether the place is part of a longer word of the same rule ("khô bò" inside "thịt bò khô")."""
    for longer in rule.all:
        for first in range(max(0, start + size - len(longer)), start + 1):
            if len(longer) > size and phrase[first : first + len(longer)] == longer:
                return True
    return False


def _split(word: str) -> tuple[str, ...]:
    return tuple(vietnamese.words(word))


def _listed(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split(";") if part.strip())


def _rows(path: Path) -> Iterable[tuple[int, dict[str, str]]]:
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        for row in reader:
            if None in row or None in row.values():
                raise ValueError(f"{path.name}, line {reader.line_num}: not {len(reader.fieldnames or ())} columns")
            yield reader.line_num, {key: vietnamese.nfc(value).strip() for key, value in row.items()}
