"""Facts to the database: recognising products again, twins, other files, corrections."""

import dataclasses
import datetime as dt

import pytest

from accounts.models import Organization
from catalog.importing.facts import ProductFacts
from catalog.importing.writing import write_rows
from catalog.models import Certificate, Product, ProductVariant, ReviewItem, Stock
from catalog.services import certificates, products

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("loaded_places")]

CANDY = ProductFacts(
    row=0, name="Kẹo dừa", maker="Cơ sở Đông Á", place_printed="xã An Khánh", province_printed="Bến Tre", province="86",
    stars=4, issued_year=2022, source="báo",
)  # fmt: skip
TWIN = dataclasses.replace(CANDY, row=1, issued_year=None, source="tạp chí")
FISH_SAUCE = ProductFacts(row=2, name="Nước mắm", maker="HTX A", province_printed="Bến Tre", province="86", stars=3)
COUNTS = ("created", "changed", "unchanged")


def write(*rows: ProductFacts, source_file: str = "goods.csv") -> tuple[int, ...]:
    done = write_rows(rows, source_file=source_file)
    return tuple(getattr(done, name) for name in COUNTS)


def moved(row: ProductFacts, to: int) -> ProductFacts:
    return dataclasses.replace(row, row=to)


def stored() -> list[tuple]:
    return list(Product.objects.order_by("pk").values_list("pk", "name", "source_row", "certificates__issued_year"))


def test_rows_of_the_same_product_in_one_file_stay_two(django_assert_max_num_queries):
    assert write(CANDY, TWIN, FISH_SAUCE) == (3, 0, 0)
    before = stored()

    assert write(CANDY, TWIN, FISH_SAUCE) == (0, 0, 3)

    assert stored() == before
    assert Organization.objects.count() == 2


def test_rows_that_moved_in_a_changed_file_are_the_same_products():
    write(CANDY, TWIN, FISH_SAUCE)
    (candy, twin, sauce) = (row[0] for row in stored())

    counts = write(
        FISH_SAUCE.__class__(row=0, name="Trà", province="86"), moved(CANDY, 1), moved(TWIN, 2), moved(FISH_SAUCE, 3)
    )

    assert counts == (1, 3, 0)
    assert [(pk, number, year) for pk, _name, number, year in stored()][:3] == [
        (candy, 1, 2022),
        (twin, 2, None),
        (sauce, 3, None),
    ]


def test_rows_in_reverse_order_are_the_same_products():
    write(CANDY, TWIN, FISH_SAUCE)
    before = [(pk, name, year) for pk, name, _number, year in stored()]

    write(moved(FISH_SAUCE, 0), moved(TWIN, 1), moved(CANDY, 2))

    assert [(pk, name, year) for pk, name, _number, year in stored()] == before


def test_product_that_left_the_file_stays_and_gives_up_its_row():
    write(CANDY, moved(FISH_SAUCE, 1))

    write(moved(FISH_SAUCE, 0))

    assert list(Product.objects.order_by("pk").values_list("name", "source_row")) == [
        ("Kẹo dừa", None),
        ("Nước mắm", 0),
    ]


def test_name_without_marks_or_with_short_forms_is_the_same_product():
    write(CANDY)

    counts = write(dataclasses.replace(CANDY, name="KEO DUA", maker="co so dong a", place_printed="X. An Khánh"))

    assert (counts, Product.objects.get().name, Organization.objects.count()) == ((0, 1, 0), "Kẹo dừa", 1)


def test_name_with_other_marks_is_another_product():
    write(CANDY)

    assert write(dataclasses.replace(CANDY, row=1, name="Kẹo dứa")) == (1, 0, 0)
    assert Organization.objects.count() == 1


def test_same_maker_name_in_another_place_is_another_maker():
    write(CANDY, dataclasses.replace(CANDY, row=1, name="Kẹo lạc", place_printed="xã Tân Thạch"))

    assert Organization.objects.count() == 2
    assert ReviewItem.objects.get().reason == "similar_maker"


def test_spelling_with_marks_takes_the_place_of_one_without():
    write(dataclasses.replace(CANDY, name="Keo dua"))

    write(CANDY)

    product = Product.objects.get()
    assert (product.name, product.slug) == ("Kẹo dừa", "keo-dua")


def test_corrected_row_of_the_same_file_corrects_its_certificate():
    write(CANDY)

    counts = write(dataclasses.replace(CANDY, stars=5, issued_on=dt.date(2023, 5, 4), issued_year=2023))

    certificate = Certificate.objects.get()
    assert (counts, certificate.stars, certificate.issued_on, certificate.law) == (
        (0, 1, 0),
        5,
        dt.date(2023, 5, 4),
        "148",
    )


def test_cell_that_became_empty_takes_nothing_away():
    write(CANDY)

    write(dataclasses.replace(CANDY, stars=None, issued_year=None))

    assert (Certificate.objects.get().stars, Certificate.objects.get().issued_year) == (4, 2022)


def test_another_decision_is_another_certificate():
    first = dataclasses.replace(CANDY, decision_no="1/QĐ-UBND")
    write(first)

    write(dataclasses.replace(first, decision_no="9/QĐ-UBND", issued_year=2025, stars=5))

    assert list(Certificate.objects.values_list("decision_no", "stars")) == [("9/QĐ-UBND", 5), ("1/QĐ-UBND", 4)]


def test_other_file_fills_what_is_empty_and_asks_where_it_contradicts():
    write(CANDY, moved(FISH_SAUCE, 1))

    counts = write(
        dataclasses.replace(CANDY, stars=3, row=0),
        dataclasses.replace(FISH_SAUCE, issued_year=2024, row=1),
        source_file="other.csv",
    )

    assert counts == (0, 1, 1)
    facts = Certificate.objects.order_by("product_id").values_list("stars", "issued_year")
    assert list(facts) == [(4, 2022), (3, 2024)]
    assert list(Product.objects.values_list("source_file", flat=True)) == ["goods.csv", "goods.csv"]
    assert ReviewItem.objects.get().details == {"column": "stars", "stored": "4", "told": "3"}


def test_what_a_person_changed_stays_until_the_row_itself_changes():
    write(CANDY)
    product = Product.objects.get()
    products.update_product(product=product, name="Kẹo dừa nguyên chất Đông Á", story="Chuyện nhà")
    certificates.correct_certificate(
        certificate=product.certificates.get(), stars=5, decision_no="", decision_printed="", issuer="", issued_on=None,
        issued_year=2022, source="người bán",
    )  # fmt: skip

    assert write(CANDY) == (0, 0, 1)

    product.refresh_from_db()
    assert (product.name, product.story, product.certificates.get().stars) == (
        "Kẹo dừa nguyên chất Đông Á",
        "Chuyện nhà",
        5,
    )


def test_certificate_that_staff_checked_is_never_overwritten():
    write(CANDY)
    certificates.verify_certificate(certificate=Certificate.objects.get(), verified_on=dt.date(2026, 1, 1))

    write(dataclasses.replace(CANDY, stars=3))

    assert Certificate.objects.get().stars == 4


def test_real_price_takes_the_place_of_samples():
    write(CANDY)
    sample = ProductVariant.objects.create(
        product=Product.objects.get(), name="hộp", price_amount=50_000, is_sample=True
    )
    Stock.objects.create(variant=sample, quantity=3, is_sample=True)

    write(dataclasses.replace(CANDY, price_amount=45_000, pack_name="gói"))

    assert list(ProductVariant.objects.values_list("name", "price_amount", "is_sample")) == [("gói", 45_000, False)]


def test_row_that_the_database_refuses_leaves_nothing_and_stops_no_other():
    wrong = dataclasses.replace(CANDY, row=5, name="Bánh tráng", maker="Lò bánh Mỹ Lồng", price_amount=-5)

    done = write_rows([CANDY, wrong, FISH_SAUCE], source_file="goods.csv")

    assert (done.created, done.makers_created, [row.row for row, _words in done.failed]) == (2, 2, [5])
    assert sorted(Product.objects.values_list("name", flat=True)) == ["Kẹo dừa", "Nước mắm"]
    assert not Organization.objects.filter(name="Lò bánh Mỹ Lồng").exists()
    assert Certificate.objects.count() == 2


def test_row_without_a_product_name_is_kept_for_a_person_once():
    nameless = ProductFacts(row=3, name="", printed_name="(nguồn không nêu tên sản phẩm)", maker="Công ty Sundo")

    for source_file in ("goods.csv", "goods.csv", "other.csv"):
        write(nameless, source_file=source_file)

    item = ReviewItem.objects.get()
    assert (item.reason, item.source_row, item.details["maker"]) == ("no_product_name", 3, "Công ty Sundo")
    assert (Product.objects.count(), Organization.objects.count()) == (0, 0)


def test_row_is_recognised_where_it_stands_when_keys_are_made_in_another_way():
    write(CANDY, TWIN, FISH_SAUCE)
    keys = list(Product.objects.order_by("pk").values_list("source_key", flat=True))
    for number, product in enumerate(Product.objects.all()):
        products.update_product(product=product, source_key=f"old {number}")

    counts = write(CANDY, TWIN, FISH_SAUCE)

    assert (counts, list(Product.objects.order_by("pk").values_list("source_key", flat=True))) == ((0, 3, 0), keys)


def test_category_and_place_become_more_exact_but_never_other():
    from catalog.services import categories  # only here

    categories.load_categories()
    write(dataclasses.replace(CANDY, category="food"))

    write(dataclasses.replace(CANDY, category="processed_produce", commune="28777"))
    exact = Product.objects.values_list("category_id", "commune_id").get()
    write(dataclasses.replace(CANDY, category="ready_food", commune="28780"))

    assert exact == ("processed_produce", "28777")
    assert Product.objects.values_list("category_id", "commune_id").get() == exact
