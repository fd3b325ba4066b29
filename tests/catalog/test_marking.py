"""Marks for the search index: no change of a product or of what hangs on it goes unmarked."""

import pytest
from django.db import transaction

from accounts.models import Organization
from catalog.models import Certificate, Product, ProductVariant, RemovedProduct, Stock

pytestmark = pytest.mark.django_db


@pytest.fixture
def product() -> Product:
    made = Product.objects.create(name="Kẹo dừa", slug="keo-dua")
    variant = ProductVariant.objects.create(product=made, name="hộp", price_amount=45000)
    Stock.objects.create(variant=variant, quantity=3)
    Certificate.objects.create(product=made, stars=4)
    settle(made)
    return made


def settle(row: Product | Organization) -> None:
    """As if the indexer had taken the row up."""
    row.refresh_from_db()
    type(row).objects.filter(pk=row.pk).update(indexed_revision=row.revision)


def rename(product: Product) -> None:
    product.name = "Kẹo dừa sáp"
    product.save()


def delete_certificate(product: Product) -> None:
    product.certificates.get().delete()


CHANGES = {
    "save": rename,
    "update": lambda product: Product.objects.filter(pk=product.pk).update(name="Kẹo dừa sáp"),
    "price saved": lambda product: product.variants.get().save(),
    "price updated": lambda product: ProductVariant.objects.filter(product=product).update(price_amount=1000),
    "stock updated": lambda product: Stock.objects.filter(variant__product=product).update(quantity=0),
    "stock saved": lambda product: Stock.objects.get(variant__product=product).save(),
    "certificate made": lambda product: Certificate.objects.create(product=product, stars=5),
    "certificates made": lambda product: Certificate.objects.bulk_create([Certificate(product=product, stars=5)]),
    "certificate deleted": delete_certificate,
    "variants deleted": lambda product: ProductVariant.objects.filter(product=product).delete(),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_every_change_marks_the_product(product: Product, change) -> None:
    change(product)

    assert list(Product.objects.behind_in_search()) == [product]


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_change_that_is_rolled_back_leaves_no_mark(product: Product, change) -> None:
    with transaction.atomic():
        change(product)
        transaction.set_rollback(True)

    assert list(Product.objects.behind_in_search()) == []


@pytest.mark.parametrize(
    "delete", [lambda product: product.delete(), lambda product: Product.objects.filter(pk=product.pk).delete()]
)
def test_deleted_product_leaves_a_tombstone(product: Product, delete) -> None:
    pk = product.pk

    delete(product)

    assert list(RemovedProduct.objects.values_list("product_id", flat=True)) == [pk]


def test_indexer_columns_alone_mark_nothing(product: Product) -> None:
    Product.objects.filter(pk=product.pk).update(badge_changes_on=None)

    assert list(Product.objects.behind_in_search()) == []


@pytest.mark.parametrize(
    "change",
    [
        lambda maker: Organization.objects.filter(pk=maker.pk).update(name="HTX Bến Tre"),
        lambda maker: maker.save(),
    ],
)
def test_changed_maker_is_marked(change) -> None:
    maker = Organization.objects.create(name="HTX Trà Vinh", slug="htx")
    settle(maker)

    change(maker)

    assert list(Organization.objects.behind_in_search()) == [maker]
