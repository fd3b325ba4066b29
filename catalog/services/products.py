"""Creating, changing and deleting products. Prices are variants.py's, counts stock.py's, stars certificates.py's."""

from collections.abc import Sequence
from typing import Any

from django.db import transaction
from django.utils.text import slugify

from catalog.errors import NoProductNameError
from catalog.models import Product
from core import page_cache
from core.vietnamese import fold, sort_key

_SLUG_LENGTH = 100
_NAMELESS = "san-pham"


def create_product(*, name: str, **facts: Any) -> Product:
    """Stores a product; `facts` are further columns of Product. Its slug comes from its name and is then kept.

    Raises NoProductNameError.
    """
    draft = Product(name=name, **facts)
    create_products(drafts=[draft], taken_slugs=_taken_like(slugify(fold(name))[:_SLUG_LENGTH]))
    return draft


def create_products(*, drafts: Sequence[Product], taken_slugs: set[str] | None = None) -> None:
    """Stores new products, many at once; each waits for the search index from its first revision on.

    `taken_slugs` are the slugs in use, and grows; left out, they are read from the database. Raises NoProductNameError.
    """
    slugs = set(Product.objects.values_list("slug", flat=True)) if taken_slugs is None else taken_slugs
    for draft in drafts:
        if not draft.name.strip():
            raise NoProductNameError
        draft.slug = _free_slug(draft, slugs)
        slugs.add(draft.slug)
        draft.name_folded = fold(draft.name)[:250]
        draft.name_sort = sort_key(draft.name)[:250]
    with transaction.atomic():
        Product.objects.bulk_create(drafts, batch_size=500)
        page_cache.forget_on_commit()


def update_product(*, product: Product, **facts: Any) -> bool:
    """Changes the given columns; True when any differs from what was stored. The slug stays, so links keep working.

    Raises NoProductNameError.
    """
    if not facts.get("name", product.name).strip():
        raise NoProductNameError
    changed = {name: value for name, value in facts.items() if getattr(product, name) != value}
    if not changed:
        return False
    for name, value in changed.items():
        setattr(product, name, value)
    # Only what changed is written: the indexer may be writing its own columns of the same row.
    product.save(update_fields=[*changed, "name_folded", "name_sort", "revision", "updated_at"])
    return True


def delete_product(*, product: Product) -> None:
    """Deletes a product with its variants, stock and certificates; a tombstone tells the search index."""
    with transaction.atomic():
        product.delete()


def _taken_like(base: str) -> set[str]:
    return set(Product.objects.filter(slug__startswith=base or _NAMELESS).values_list("slug", flat=True))


def _free_slug(product: Product, taken: set[str]) -> str:
    """The name; where another product bears it the maker too, then a number."""
    base = slugify(fold(product.name))[:_SLUG_LENGTH].strip("-") or _NAMELESS
    if base not in taken:
        return base
    if product.seller:
        base = f"{base}-{product.seller.slug}"[:150].strip("-")
    slug, number = base, 1
    while slug in taken:
        number += 1
        slug = f"{base}-{number}"
    return slug
