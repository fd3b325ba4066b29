"""The official group tree in the database. Nobody else writes it."""

from django.db import transaction

from catalog import group_table
from catalog.models import Category


def load_categories() -> bool:
    """Brings sectors, groups and sets in step with the official table; True when there was anything to do."""
    wanted = [
        Category(
            code=node.code,
            level=node.level,
            parent_id=node.parent or None,
            name=node.name,
            name_en=node.name_en,
            number=node.number,
            path=node.path,
            legal_basis=group_table.IN_FORCE,
        )
        for node in group_table.nodes()
    ]
    fields = [field.attname for field in Category._meta.concrete_fields]
    existing = {row.code: [getattr(row, name) for name in fields] for row in Category.objects.all()}
    changed = [row for row in wanted if existing.get(row.code) != [getattr(row, name) for name in fields]]
    if not changed:
        return False
    columns = [field.name for field in Category._meta.concrete_fields if not field.primary_key]
    with transaction.atomic():
        Category.objects.bulk_create(changed, update_conflicts=True, unique_fields=["code"], update_fields=columns)
    return True
