"""The generated catalogue: the same each time, no name twice, the shares of the real rows."""

import csv
from collections import Counter

import pytest

from bench import generate, parts

SIZE = 3000


def read(path):
    """The rows of a generated file."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def rows(tmp_path_factory):
    """One generated catalogue."""
    path = tmp_path_factory.mktemp("bench") / "catalogue.csv"
    generate.write(path, size=SIZE, seed=1)
    return read(path)


def test_file_is_the_same_for_the_same_seed(tmp_path):
    sums = [generate.write(tmp_path / name, size=300, seed=7) for name in ("one.csv", "two.csv")]

    other = generate.write(tmp_path / "three.csv", size=300, seed=8)

    assert sums[0] == sums[1]
    assert other != sums[0]


def test_progress_is_told_until_the_end(tmp_path):
    told = []

    generate.write(tmp_path / "catalogue.csv", size=2000, seed=1, progress=told.append)

    assert told == [1000, 2000]


def test_names_are_distinct_and_fit_the_columns(rows):
    names = [row["name_vi"] for row in rows]

    assert len(set(names)) == SIZE
    assert max(map(len, names)) <= 250
    assert all(name.strip() == name and name for name in names)


@pytest.mark.parametrize("column", ["stars", "year_certified", "producer_kind", "product_group", "province_old"])
def test_shares_are_those_of_the_real_rows(rows, column):
    real = Counter(row.cells[column] for row in parts.parts().rows)
    made = Counter(row[column] for row in rows)

    far = {
        value: (made[value] / SIZE, count / real.total())
        for value, count in real.items()
        if abs(made[value] / SIZE - count / real.total()) > 0.04
    }

    assert far == {}


def test_makers_have_several_products_as_in_the_real_rows(rows):
    products = Counter(row["producer"] for row in rows if row["producer"])

    assert 1.2 < products.total() / len(products) < 1.7


def test_places_lie_in_their_province(rows):
    districts = parts.Districts()

    strangers = [
        (row["commune_or_district"], row["province_old"])
        for row in rows[:400]
        if row["commune_or_district"]
        and not any(row["commune_or_district"].endswith(unit.name) for unit in districts.of(row["province_old"]))
    ]

    assert strangers == []


def test_rows_say_that_they_are_invented(rows):
    assert {row["source"] for row in rows} == {generate.SOURCE}


@pytest.mark.parametrize(
    ("printed", "cut"),
    [
        ("Kẹo dừa Bến Tre", parts.Name("Kẹo dừa", "", "Bến Tre")),
        ("Măng khô (dried bamboo)", parts.Name("Măng khô", "", "")),
        ("STARFIWA", parts.Name("STARFIWA", "", "")),
    ],
)
def test_name_is_cut_behind_its_goods(printed, cut):
    assert parts.cut_name(printed) == cut


def test_maker_is_cut_into_form_trade_and_own_name():
    assert parts.cut_maker("HTX nuôi ong Phúc Thành") == parts.MakerName("HTX", "nuôi ong", "Phúc Thành")


def test_no_maker_is_cut_from_nothing():
    assert parts.cut_maker("") is None
