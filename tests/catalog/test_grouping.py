"""From names to the 26 sets: single rules, and how often they are right on a sample judged by hand."""

import csv
from pathlib import Path

import pytest

from catalog import group_table
from catalog.grouping import Grouping, group_of

SAMPLE = Path(__file__).parent / "data" / "grouping_sample.csv"
PRODUCTS = Path(group_table.__file__).parent / "data" / "ocop_products.csv"
# What was reached; they only rise.
RIGHT_OF_150 = 149
TOLD_OF_1151 = 1111


@pytest.mark.parametrize(
    ("name", "leaf"),
    [
        ("Xoài cát Hòa Lộc", "fresh_produce"), ("Xoài sấy dẻo", "processed_produce"),
        ("Nấm hương tươi", "fresh_produce"), ("Nấm hương Phú Thịnh khô", "processed_produce"),
        ("Tôm thẻ tươi đông lạnh", "fresh_animal"), ("Tôm sú một nắng", "processed_animal"),
        ("Mật ong rừng", "honey_other"), ("Mật ong nhân sâm", "processed_animal"),
        ("Yến sào", "honey_other"), ("Yến chưng đường phèn", "processed_animal"),
        ("Nước mắm", "liquid_seasoning"), ("Muối ớt", "dry_seasoning"), ("Lạc rang muối", "processed_produce"),
        ("Trà sen", "tea"), ("Trà cà gai leo", "herbal_tea"), ("Rượu ngô", "white_spirit"),
        ("Rượu mơ", "other_alcohol"), ("Bánh chưng", "processed_grain"), ("Khăn rằn", "textile"),
        ("Mai vàng bonsai", "flower"),
        ("Mộc Bảo An", None),
    ],
)  # fmt: skip
def test_the_name_tells_the_set(name: str, leaf: str | None) -> None:
    assert group_of(name).leaf_code == leaf


def test_the_sector_of_the_source_wins() -> None:
    assert group_of("Hương trầm Liên Đức", sector_code="herbal") == Grouping(None, "nhang.huong_tram")
    assert group_of("Hương trầm Liên Đức", sector_code="handicraft").leaf_code == "craft"


def test_the_meaning_inside_the_sector_is_taken() -> None:
    assert group_of("Cao khô Vạn Linh", sector_code="food").leaf_code == "processed_grain"
    assert group_of("Cao khô Vạn Linh", sector_code="herbal").leaf_code == "functional_food"


def test_the_sample_is_as_right_as_ever() -> None:
    with SAMPLE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))

    right = sum(
        (group_of(row["name"], sector_code=row["sector_code"] or None).leaf_code or "") == row["leaf_code"]
        for row in rows
    )
    print(f"{right} of {len(rows)} sets as judged by hand")

    assert (len(rows), right) >= (150, RIGHT_OF_150)


def test_the_catalogue_is_told_as_far_as_ever() -> None:
    with PRODUCTS.open(encoding="utf-8-sig", newline="") as file:
        rows = [row for row in csv.DictReader(file) if not row["name_vi"].startswith("(nguồn")]

    sectors = [group_table.code_of(row["product_group"]) if row["product_group"] else None for row in rows]
    told = sum(
        group_of(row["name_vi"], sector_code=sector).leaf_code is not None
        for row, sector in zip(rows, sectors, strict=True)
    )
    print(f"{told} of {len(rows)} names tell their set")

    assert (len(rows), told) >= (1151, TOLD_OF_1151)
