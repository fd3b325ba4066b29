"""Services that change products, prices, stock, certificates, groups and questions."""

import datetime as dt

import pytest

from accounts.models import Organization
from catalog import group_table
from catalog.errors import (
    CountBelowZeroError,
    NoProductNameError,
    PriceNotPositiveError,
    QuantityWithoutUnitError,
    StarsOutOfRangeError,
    WithdrawalWithoutReasonError,
    YearContradictsDayError,
)
from catalog.models import (
    Category,
    Certificate,
    Product,
    ProductVariant,
    RemovedProduct,
    ReviewItem,
    ReviewReason,
    Stock,
)
from catalog.services import categories, certificates, makers, products, reviews, stock, variants
from tests.factories import make_certificate, make_organization, make_product, make_stock, make_variant

pytestmark = pytest.mark.django_db
DAY = dt.date(2024, 5, 6)


def test_categories_are_6_sectors_17_groups_26_sets():
    assert categories.load_categories() is True

    levels = list(Category.objects.values_list("level", flat=True))
    assert {level: levels.count(level) for level in levels} == {"sector": 6, "group": 17, "set": 26}
    leaf = Category.objects.get(code="tea")
    assert (leaf.path, leaf.number, leaf.parent_id, leaf.name, leaf.name_en) == (
        "food/tea_and_infusions/tea", 11, "tea_and_infusions", "Chè tươi, chế biến", "Tea, fresh or processed",
    )  # fmt: skip
    assert Category.objects.filter(name_en="").count() == 0


def test_categories_again_change_nothing_and_mend_what_was_changed():
    categories.load_categories()
    before = list(Category.objects.order_by("path").values())

    assert categories.load_categories() is False
    Category.objects.filter(code="tea").update(name="Trà")
    assert categories.load_categories() is True

    assert list(Category.objects.order_by("path").values()) == before


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Thực phẩm", "food"), ("THUC PHAM", "food"), ("Thảo dược", "herbal"), ("Vải và may mặc", "handicraft"),
        ("Dược liệu và sản phẩm từ dược liệu", "herbal"), ("Gia vị", "seasoning"), ("Rượu trắng", "white_spirit"),
        ("Dịch vụ du lịch nông thôn, bán hàng", "tourism"), ("Máy móc", None), ("", None),
    ],
)  # fmt: skip
def test_group_is_found_by_any_of_its_names(text, code):
    assert group_table.code_of(text) == code


def test_product_slug_is_its_name_then_its_maker_then_a_number():
    maker = make_organization(name="HTX A", slug="htx-a")
    slugs = [products.create_product(name="Kẹo dừa", seller=maker).slug for _ in range(3)]

    assert slugs == ["keo-dua", "keo-dua-htx-a", "keo-dua-htx-a-2"]
    assert products.create_product(name="茶").slug == "san-pham"


def test_products_created_together_are_sorted_folded_and_wait_for_the_index():
    drafts = [Product(name="Đường thốt nốt"), Product(name="Đường thốt nốt")]

    products.create_products(drafts=drafts)

    rows = Product.objects.order_by("pk").values_list("slug", "name_folded", "revision", "indexed_revision")
    assert list(rows) == [("duong-thot-not", "duong thot not", 1, 0), ("duong-thot-not-2", "duong thot not", 1, 0)]
    assert "" not in Product.objects.values_list("name_sort", flat=True)


def test_product_needs_a_name():
    product = make_product(name="Kẹo dừa")

    with pytest.raises(NoProductNameError):
        products.create_product(name="  ")
    with pytest.raises(NoProductNameError):
        products.update_product(product=product, name="")

    assert list(Product.objects.values_list("name", flat=True)) == ["Kẹo dừa"]


def test_product_update_marks_only_when_something_differs():
    product = make_product(name="Kẹo dừa", story="cũ")

    assert products.update_product(product=product, story="cũ") is False
    assert products.update_product(product=product, story="mới", name="Kẹo dừa sáp") is True

    product.refresh_from_db()
    assert (product.revision, product.slug, product.name_folded, product.story) == (2, "keo-dua", "keo dua sap", "mới")


def test_product_deletion_takes_all_that_hangs_on_it_and_leaves_a_tombstone():
    product = make_stock().variant.product
    make_certificate(product=product)
    pk = product.pk

    products.delete_product(product=product)

    counts = [table.objects.count() for table in (Product, ProductVariant, Stock, Certificate)]
    assert (counts, list(RemovedProduct.objects.values_list("product_id", flat=True))) == ([0, 0, 0, 0], [pk])


def test_certificate_is_recorded_with_its_law_and_year():
    certificate = make_certificate(stars=5, issued_on=DAY, decision_no="1/QĐ-UBND")

    certificate.refresh_from_db()
    assert (certificate.stars, certificate.issued_year, certificate.law, certificate.ends_on) == (5, 2024, "148", None)
    assert certificate.product.revision == 2


@pytest.mark.parametrize("stars", [0, 1, 2, 6, 7])
def test_certificate_has_three_to_five_stars(stars):
    product = make_product()

    with pytest.raises(StarsOutOfRangeError):
        certificates.record_certificate(product=product, stars=stars)

    assert Certificate.objects.count() == 0


def test_certificate_year_must_be_that_of_its_day():
    certificate = make_certificate(issued_on=DAY)
    facts = {"stars": 4, "decision_no": "", "decision_printed": "", "issuer": "", "issued_on": DAY, "source": ""}

    with pytest.raises(YearContradictsDayError):
        certificates.record_certificate(product=certificate.product, stars=4, issued_on=DAY, issued_year=2019)
    with pytest.raises(YearContradictsDayError):
        certificates.correct_certificate(certificate=certificate, issued_year=2019, **facts)

    assert list(Certificate.objects.values_list("issued_year", flat=True)) == [2024]


def test_certificate_withdrawal_needs_a_reason():
    certificate = make_certificate()

    with pytest.raises(WithdrawalWithoutReasonError):
        certificates.withdraw_certificate(certificate=certificate, withdrawn_on=DAY, reason=" ")
    assert Certificate.objects.get().withdrawn_on is None
    certificates.withdraw_certificate(certificate=certificate, withdrawn_on=DAY, reason="Ngừng sản xuất")

    assert Certificate.objects.values_list("withdrawn_on", "withdrawal_reason").get() == (DAY, "Ngừng sản xuất")


def test_certificate_verification_and_reevaluation_are_noted_and_marked():
    certificate = make_certificate()
    before = Product.objects.get().revision

    certificates.verify_certificate(certificate=certificate, verified_on=DAY)
    certificates.note_reevaluation(certificate=certificate, filed_on=DAY)

    assert Certificate.objects.values_list("verified_on", "reevaluation_filed_on").get() == (DAY, DAY)
    assert Product.objects.get().revision == before + 2


def test_price_again_changes_nothing_and_another_pack_is_added():
    variant = make_variant(price_amount=45_000)
    revision = Product.objects.get().revision
    pack = {"product": variant.product, "name": "hộp", "net_quantity": 300, "net_unit": "g"}

    variants.set_price(price_amount=45_000, **pack)
    assert Product.objects.get().revision == revision
    variants.set_price(price_amount=48_000, **pack)
    variants.set_price(product=variant.product, price_amount=80_000, name="gói")

    assert list(ProductVariant.objects.values_list("name", "price_amount", "position")) == [
        ("hộp", 48_000, 0),
        ("gói", 80_000, 1),
    ]


def test_price_and_quantity_must_make_sense():
    product = make_product()

    with pytest.raises(PriceNotPositiveError):
        variants.set_price(product=product, price_amount=0)
    with pytest.raises(QuantityWithoutUnitError):
        variants.set_price(product=product, price_amount=1000, net_quantity=300)

    assert ProductVariant.objects.count() == 0


def test_real_count_replaces_a_sample_and_never_the_other_way():
    variant = make_stock(quantity=30, is_sample=True).variant

    stock.set_count(variant=variant, quantity=7)
    stock.set_count(variant=variant, quantity=99, is_sample=True)

    assert Stock.objects.values_list("quantity", "is_sample").get() == (7, False)


def test_count_is_never_below_zero():
    variant = make_stock(quantity=3).variant

    with pytest.raises(CountBelowZeroError):
        stock.set_count(variant=variant, quantity=-1)

    assert Stock.objects.get().quantity == 3


def test_makers_created_together_have_their_own_slugs():
    drafts = [Organization(name="HTX Sông Tiền"), Organization(name="HTX Sông Tiền")]

    makers.create_makers(drafts=drafts)

    rows = Organization.objects.order_by("pk").values_list("slug", "name_folded", "kind")
    assert list(rows) == [
        ("htx-song-tien", "htx song tien", "producer"),
        ("htx-song-tien-2", "htx song tien", "producer"),
    ]


def test_question_is_asked_once_also_after_its_answer():
    def ask():
        draft = reviews.draft_question(
            reason=ReviewReason.UNCLEAR_VALUE, about=["giá", "45.5"], summary="Giá?", details={}
        )
        return reviews.ask(drafts=[draft, draft])

    assert ask() == 1
    reviews.close_question(item=ReviewItem.objects.get(), now=dt.datetime(2026, 11, 25, tzinfo=dt.UTC))
    assert ask() == 0

    assert ReviewItem.objects.get().closed_at is not None
