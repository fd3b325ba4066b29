"""Makers as an import meets them. Which two names are one maker is importing/makers.py's question, not asked here."""

from collections.abc import Sequence

from django.utils.text import slugify

from accounts.models import Organization
from core.vietnamese import fold

_SLUG_LENGTH = 90


def create_makers(*, drafts: Sequence[Organization], taken_slugs: set[str] | None = None) -> None:
    """Stores new producers, many at once, each with its own slug.

    `taken_slugs` are the slugs in use, and grows; left out, they are read from the database.
    """
    slugs = set(Organization.objects.values_list("slug", flat=True)) if taken_slugs is None else taken_slugs
    for draft in drafts:
        draft.slug = _free_slug(draft.name, slugs)
        slugs.add(draft.slug)
        draft.name_folded = fold(draft.name)[:250]
    Organization.objects.bulk_create(drafts, batch_size=500)


def delete_makers_without_goods(*, rows: Sequence[Organization]) -> list[Organization]:
    """Deletes those that bear no product; the others."""
    bare = set(Organization.objects.filter(pk__in=[row.pk for row in rows], products=None).values_list("pk", flat=True))
    Organization.objects.filter(pk__in=bare).delete()
    return [row for row in rows if row.pk not in bare]


def _free_slug(name: str, taken: set[str]) -> str:
    base = slugify(fold(name))[:_SLUG_LENGTH].strip("-") or "chu-the"
    slug, number = base, 1
    while slug in taken:
        number += 1
        slug = f"{base}-{number}"
    return slug
