"""Sample prices and stocks: plausible, deterministic, marked, and never where a real price is."""

import csv
from pathlib import Path

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from catalog import demo, group_table, vocabulary
from catalog.errors import SampleDataRefusedError
from catalog.models import Product, ProductVariant, Stock
from tests.factories import make_product, make_stock, make_variant

TABLE = Path(__file__).parents[2] / "catalog/data/sample_prices.csv"


def packs() -> list[tuple]:
    rows = ProductVariant.objects.order_by("product__slug", "position")
    return list(rows.values_list("product__slug", "name", "net_quantity", "net_unit", "price_amount", "is_sample"))


@pytest.mark.django_db
def test_samples_are_marked_and_priced_like_their_kind():
    product = make_product(name="Kẹo dừa sầu riêng")

    assert demo.add_samples() == 1

    first = product.variants.first()
    assert (first.name, first.net_quantity, first.net_unit, first.is_sample) == ("hộp", 300, "g", True)
    assert 41_000 <= first.price_amount <= 54_000
    assert set(Stock.objects.values_list("is_sample", flat=True)) == {True}


@pytest.mark.django_db
def test_samples_depend_on_nothing_but_the_product():
    make_product(name="Nước mắm Phú Quốc")
    demo.add_samples()
    before = packs()
    Product.objects.get().delete()

    make_product(name="Nước mắm Phú Quốc")
    demo.add_samples()

    assert packs() == before


@pytest.mark.django_db
def test_samples_twice_change_nothing():
    make_product(name="Gạo ST25")
    demo.add_samples()
    before = (packs(), list(Stock.objects.values()), list(Product.objects.values_list("revision")))

    assert demo.add_samples() == 0

    assert (packs(), list(Stock.objects.values()), list(Product.objects.values_list("revision"))) == before


@pytest.mark.django_db
def test_real_price_and_count_always_win():
    variant = make_variant(product=make_product(name="Kẹo dừa"), price_amount=39_000)
    make_stock(variant=variant, quantity=7)

    assert demo.add_samples() == 0

    assert packs() == [("keo-dua", "hộp", 300, "g", 39_000, False)]
    assert list(Stock.objects.values_list("quantity", "is_sample")) == [(7, False)]


@pytest.mark.django_db
def test_listing_of_a_group_gets_no_price():
    make_product(name="Kẹo dừa", is_group_listing=True)

    assert (demo.add_samples(), packs()) == (0, [])


@pytest.mark.django_db
def test_stay_with_a_family_is_priced_by_guest_and_has_no_stock():
    make_product(name="Homestay Pác Ngòi")

    demo.add_samples()

    assert (ProductVariant.objects.get().name, Stock.objects.count()) == ("khách/đêm", 0)


@pytest.mark.django_db
def test_samples_are_refused_where_they_have_no_place(settings, tmp_path):
    settings.ALLOW_SAMPLE_DATA = False
    make_product(name="Kẹo dừa")

    with pytest.raises(SampleDataRefusedError):
        demo.add_samples()
    with pytest.raises(CommandError) as ended:
        call_command("import_products", str(tmp_path / "goods.csv"), demo=True)

    assert (ended.value.returncode, packs()) == (2, [])


@pytest.mark.parametrize(
    ("name", "path", "pack"),
    [
        ("Mắm cá mè vinh", "food", ("hũ", 500, "g")),
        ("Một thứ chưa ai biết", "handicraft/craft_group/craft", ("chiếc", 1, "piece")),
        ("Một thứ chưa ai biết", "", ("gói", 300, "g")),
        ("Đèn hình trái dừa", "handicraft", ("chiếc", 1, "piece")),
    ],
)
def test_packs_follow_the_kind_and_stay_in_the_sector(name, path, pack):
    first = demo.packs_for(name, category_path=path)[0]

    assert (first.name, first.net_quantity, first.net_unit) == pack


def test_table_knows_only_kinds_and_groups_that_exist():
    kinds = set(vocabulary.load().kinds)
    groups = {f"set:{node.code}" for node in group_table.nodes()} | {"set:"}

    with TABLE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))

    assert {row["code"] for row in rows} - kinds - groups == set()
    assert [row for row in rows if not 1_000 <= int(row["low"]) < int(row["high"])] == []
    assert {node.code for node in group_table.nodes() if node.level == "set"} <= {
        row["code"].removeprefix("set:") for row in rows
    }
