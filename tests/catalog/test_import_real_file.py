"""The real catalogue of 1,154 rows, imported whole."""

import csv
import datetime as dt
from collections import Counter
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import transaction

from accounts.models import Organization
from catalog.models import Certificate, Product, ProductVariant, ReviewItem, Stock

pytestmark = pytest.mark.django_db
FILE = Path(__file__).parents[2] / "catalog/data/ocop_products.csv"


@pytest.fixture(scope="module", autouse=True)
def catalogue(loaded_places, django_db_setup, django_db_blocker):
    """The file imported once, with samples, for every test of the module."""
    with django_db_blocker.unblock(), transaction.atomic():
        call_command("import_products", str(FILE), demo=True, verbosity=0)
        yield
        transaction.set_rollback(True)


def everything() -> list[list[dict]]:
    tables = (Product, Organization, Certificate, ProductVariant, Stock, ReviewItem)
    return [list(table.objects.order_by("pk").values()) for table in tables]


def test_every_row_that_names_a_product_is_one():
    with FILE.open(encoding="utf-8-sig", newline="") as file:
        named = [at for at, row in enumerate(csv.DictReader(file)) if not row["name_vi"].startswith("(nguồn")]

    found = Product.objects.filter(source_file="ocop_products.csv").order_by("source_row")

    assert list(found.values_list("source_row", flat=True)) == named
    assert len(named) == 1151


def test_three_rows_without_a_product_are_kept_for_a_person():
    items = ReviewItem.objects.filter(reason="no_product_name")

    assert list(items.values_list("source_row", flat=True)) == [134, 135, 710]


def test_four_rows_list_a_whole_group():
    groups = Product.objects.filter(is_group_listing=True).order_by("source_row")

    assert list(groups.values_list("source_row", "name")) == [
        (137, "Bột sâm việt"),
        (138, "Kẹo dừa"),
        (142, "Mặt nạ dừa"),
        (146, "Xà bông dừa"),
    ]


def test_products_without_known_stars_stay_unrated():
    stars = Counter(Certificate.objects.values_list("stars", flat=True))

    # 218 rows have none; three of them name no product.
    assert stars == {3: 511, 4: 359, 5: 66, None: 215}


def test_the_same_product_of_two_sources_stays_two():
    twins = Product.objects.filter(source_row__in=[912, 913, 840, 841]).order_by("source_row")

    assert list(twins.values_list("name", "slug")) == [
        ("Tương Xuân Pha", "tuong-xuan-pha"),
        ("Tương Xuân Phả", "tuong-xuan-pha-ho-sxkd-do-xuan-dung"),
        ("Dừa sáp sợi (VICOSAP)", "dua-sap-soi-vicosap"),
        ("Dừa sáp sợi VICOSAP", "dua-sap-soi-vicosap-cong-ty-tnhh-che-bien-dua-sap-cau-ke"),
    ]


def test_legal_forms_are_those_of_the_file():
    forms = Counter(Organization.objects.values_list("legal_form", flat=True))

    assert set(forms) == {"company", "cooperative", "household", "coop_group"}


def test_makers_are_one_only_where_name_and_place_agree():
    assert Organization.objects.count() == 610
    pairs = ReviewItem.objects.filter(reason="similar_maker").values_list("summary", flat=True)
    assert any("Thùy Trâm" in pair and "Thùy Trang" in pair for pair in pairs)
    assert any("HTX chế biến chè Phìn Hồ" in pair and "Hợp tác xã Chế biến chè Phìn Hồ" in pair for pair in pairs)


def test_year_that_contradicts_a_printed_day_is_asked_once_a_decision():
    items = ReviewItem.objects.filter(reason="unclear_value")

    assert sorted((item.details["value"], len(item.details["rows"])) for item in items) == [
        ("136/QĐ-UBND ngày 15/01/2020 (UBND tỉnh Quảng Trị) · 2019", 19),
        ("365/QĐ-UBND ngày 14/2/2020 (UBND tỉnh Vĩnh Long) · 2019", 1),
    ]
    assert set(Certificate.objects.filter(decision_no="136/QĐ-UBND").values_list("issued_on", flat=True)) == {
        dt.date(2020, 1, 15)
    }


def test_day_without_its_year_is_not_completed():
    found = Certificate.objects.filter(decision_no="279/QĐ-UBND")

    assert set(found.values_list("issued_on", "issued_year", "decision_printed")) == {
        (None, 2021, "279/QĐ-UBND ngày 27/1 (UBND tỉnh Nghệ An)")
    }


def test_printed_prices_are_real():
    real = ProductVariant.objects.filter(is_sample=False).order_by("product__source_row")

    assert list(real.values_list("product__source_row", "price_amount", "name", "net_quantity", "net_unit")) == [
        (106, 300_000, "", 1000, "g"),
        (355, 170_000, "túi", 5000, "g"),
        (695, 100_000, "", 1000, "g"),
    ]


def test_only_one_product_has_no_province():
    assert list(Product.objects.filter(province=None).values_list("source_row", flat=True)) == [1033]


def test_commune_is_set_only_inside_its_province():
    wrong = [
        product.source_row
        for product in Product.objects.exclude(commune=None).select_related("commune")
        if product.commune.province_id != product.province_id
    ]

    assert wrong == []


def test_import_again_changes_nothing():
    before = everything()

    call_command("import_products", str(FILE), demo=True, verbosity=0)

    assert everything() == before


def test_file_with_a_row_taken_out_and_the_rest_renumbered_is_recognised(tmp_path):
    lines = FILE.read_text(encoding="utf-8-sig").splitlines()
    path = tmp_path / FILE.name
    path.write_text("\n".join([lines[0], *lines[6:], ""]), encoding="utf-8")
    before = dict(Product.objects.values_list("pk", "slug"))

    call_command("import_products", str(path), verbosity=0)

    assert dict(Product.objects.values_list("pk", "slug")) == before
    assert Product.objects.filter(source_row=None).count() == 5
    assert Product.objects.get(slug="tuong-xuan-pha").source_row == 835
