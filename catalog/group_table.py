"""The official product groups as rows: 6 sectors > 17 groups > 26 sets, and names that texts use for sectors. Pure.

Read from data/ocop_groups.csv (Decision 26/2026/QĐ-TTg, Annexes I and II). Which group a product is in is not here.
"""

import csv
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from core.vietnamese import fold, words

_FILE = Path(__file__).parent / "data" / "ocop_groups.csv"
IN_FORCE = "26/2026/QĐ-TTg"

# The annex numbers its groups and names them in Vietnamese only; codes and English names are ours.
# A group that is not divided has the name of its only set.
_GROUPS = {
    ("food", "1"): ("fresh_food", "Fresh food"),
    ("food", "2"): ("raw_food", "Raw and semi-processed food"),
    ("food", "3"): ("processed_food", "Processed food"),
    ("food", "4"): ("seasoning", "Seasonings"),
    ("food", "5"): ("tea_and_infusions", "Tea and infusions"),
    ("beverage", "1"): ("alcoholic_drink", "Alcoholic drinks"),
    ("beverage", "2"): ("non_alcoholic_drink", "Non-alcoholic drinks"),
}


@dataclass(frozen=True, slots=True)
class Node:
    """A sector, group or set. `path` is the codes from the sector down, joined by "/"."""

    code: str
    level: str
    parent: str
    name: str
    name_en: str
    number: int
    path: str


@lru_cache(maxsize=1)
def _rows() -> tuple[dict[str, str], ...]:
    with _FILE.open(encoding="utf-8-sig", newline="") as file:
        return tuple(csv.DictReader(file))


@lru_cache(maxsize=1)
def nodes() -> tuple[Node, ...]:
    """All 49 nodes in force, parents before children, each level numbered in the official order."""
    found: dict[str, Node] = {}
    numbers = {"sector": 0, "group": 0}

    def add(code: str, level: str, parent: str, name: str, name_en: str, number: int = 0) -> None:
        if code in found:
            return
        if not number:
            numbers[level] += 1
            number = numbers[level]
        path = f"{found[parent].path}/{code}" if parent else code
        found[code] = Node(code, level, parent, name, name_en, number, path)

    for row in _rows():
        if row["legal_basis"] != IN_FORCE:
            continue
        sector, leaf = row["sector_code"], row["leaf_code"]
        own = (f"{leaf}_group", row["leaf_en"])
        group, group_en = _GROUPS.get((sector, row["group_no"]), own)
        add(sector, "sector", "", row["sector_vi"], row["sector_en"])
        add(group, "group", sector, row["group_vi"], group_en)
        # "Đồ uống không cồn" is the name of a group and of one of its two sets; the criteria call the set "... khác".
        is_same_name = row["subgroup_vi"] == row["group_vi"]
        name = row["criteria_set_vi"] if is_same_name else row["subgroup_vi"] or row["group_vi"]
        add(leaf, "set", group, name, row["leaf_en"], int(row["criteria_set_no"]))
    return tuple(found.values())


@lru_cache(maxsize=1)
def _codes_by_name() -> dict[str, str]:
    """Folded names -> code: sectors of today and of 2019 first, then groups and sets whose name is no sector's."""
    names: dict[str, str] = {}
    for node in nodes():
        for name in (node.name, node.name_en, node.code.replace("_", " ")):
            names.setdefault(_key(name), node.code)
    for row in _rows():
        names.setdefault(_key(row["sector_vi"]), row["sector_code"])
        names.setdefault(_key(row["sector_en"]), row["sector_code"])
    names.update(_OTHER_SECTOR_NAMES)
    return names


def _key(name: str) -> str:
    return " ".join(words(fold(name)))


# How provinces shorten the long names, and what the sectors of 2019 were called after 781/QĐ-TTg.
_OTHER_SECTOR_NAMES = {
    "duoc lieu": "herbal",
    "san pham tu duoc lieu": "herbal",
    "thu cong my nghe": "handicraft",
    "thu cong my nghe trang tri": "handicraft",
    "luu niem noi that trang tri": "handicraft",
    "do thu cong my nghe": "handicraft",
    "vai may mac": "handicraft",
    "du lich": "tourism",
    "dich vu du lich": "tourism",
    "dich vu du lich cong dong": "tourism",
    "dich vu du lich cong dong va diem du lich": "tourism",
    "do uong khong con va co con": "beverage",
}


def code_of(text: str) -> str | None:
    """The code of the sector, group or set that a cell names, old sector names included; None for any other text."""
    return _codes_by_name().get(_key(text))


def sector_of(code: str) -> str:
    """The sector that a code lies in."""
    return next(node.path.partition("/")[0] for node in nodes() if node.code == code)
