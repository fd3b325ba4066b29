"""Makers that may be one: written out differently, or a letter apart. Pure; they are listed, never merged."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from catalog import identity
from core.vietnamese import fold, words

_LONG_FORMS = (
    (r"c\.?\s?ty|cty", "cong ty"), (r"cp", "co phan"), (r"mtv", "mot thanh vien"), (r"1 thanh vien", "mot thanh vien"),
    (r"trach nhiem huu han", "tnhh"), (r"htx", "hop tac xa"), (r"tht", "to hop tac"), (r"hkd", "ho kinh doanh"),
    (r"dntn", "doanh nghiep tu nhan"), (r"cssx", "co so san xuat"), (r"sxkd", "san xuat kinh doanh"),
    (r"sx", "san xuat"), (r"xnk", "xuat nhap khau"), (r"tm", "thuong mai"), (r"dv", "dich vu"),
    (r"nn", "nong nghiep"), (r"va|&", ""),
)  # fmt: skip
_FORMS = re.compile(
    r"^(?:cong ty(?: tnhh| co phan)?(?: mot thanh vien)?|lien hiep hop tac xa|hop tac xa|to hop tac"
    r"|doanh nghiep tu nhan|co so san xuat kinh doanh|co so san xuat|co so|ho kinh doanh|ho san xuat kinh doanh"
    r"|ho san xuat|ho|doanh nghiep|trang trai)\s+"
)
_SHORTEST = 8
_LONG_ENOUGH_FOR_TWO = 12
_LARGEST_BLOCK = 60


@dataclass(frozen=True, slots=True)
class Maker:
    """A maker as it is compared. `province` is a code of today."""

    number: int
    name: str
    place: str
    province: str | None


def full_name(name: str) -> str:
    """The folded name with short forms written out: "Cty CP" and "Công ty cổ phần" become one."""
    text = f" {' '.join(words(fold(name)))} "
    for short, full in _LONG_FORMS:
        text = re.sub(rf"(?<= )(?:{short})(?= )", full, text)
    return " ".join(text.split())


def pairs(makers: Iterable[Maker], *, new: set[int]) -> Iterator[tuple[Maker, Maker]]:
    """Pairs of the same province, one of them at least new, whose names are the same written out or a letter or two
    apart ("Trâm", "Trang") at the same printed place. Each pair once."""
    blocks: dict[tuple[str | None, str], list[tuple[Maker, str, str]]] = defaultdict(list)
    for maker in makers:
        full = full_name(maker.name)
        core = _FORMS.sub("", full)
        for key in _blocks_of(full, core):
            blocks[maker.province, key].append((maker, full, core))
    seen: set[tuple[int, int]] = set()
    for block in blocks.values():
        if len(block) > _LARGEST_BLOCK:  # a word that half of a province bears tells nothing
            continue
        for at, (one, full, core) in enumerate(block):
            for other, other_full, other_core in block[at + 1 :]:
                numbers = (one.number, other.number)
                if numbers in seen or not new & {*numbers}:
                    continue
                seen.add(numbers)
                if _may_be_one(one, full, core, other, other_full, other_core):
                    yield one, other


def _blocks_of(full: str, core: str) -> set[str]:
    """Keys of which two names that are nearly the same share one: whole, or the first or last one or two words."""
    core_words = core.split()
    keys = {f"full {full}"}
    for count in (1, 2):
        keys |= {"first " + " ".join(core_words[:count]), "last " + " ".join(core_words[-count:])}
    return keys


def _may_be_one(one: Maker, full: str, core: str, other: Maker, other_full: str, other_core: str) -> bool:
    if full == other_full:
        return True
    if identity.place_words(one.place) != identity.place_words(other.place):
        return False
    if core == other_core and len(core) >= _SHORTEST:
        return True
    shorter = min(len(core), len(other_core))
    figures = re.findall(r"\d+", core) != re.findall(r"\d+", other_core)
    edits = 2 if shorter >= _LONG_ENOUGH_FOR_TWO else 1
    return shorter >= _SHORTEST and not figures and _is_within(edits, core, other_core)


def _is_within(edits: int, one: str, other: str) -> bool:
    """Whether the texts are at most so many insertions, deletions or changes apart."""
    if abs(len(one) - len(other)) > edits:
        return False
    previous = list(range(len(other) + 1))
    for row, left in enumerate(one, start=1):
        current = [row]
        for column, right in enumerate(other, start=1):
            change = previous[column - 1] + (left != right)
            current.append(min(previous[column] + 1, current[-1] + 1, change))
        if min(current) > edits:
            return False
        previous = current
    return previous[-1] <= edits
