"""Categories."""

from catalog.models import Category


def make_category(*, code: str = "food", level: str = "sector", parent: Category | None = None, **facts) -> Category:
    """A stored category; a sector unless said otherwise."""
    path = f"{parent.path}/{code}" if parent else code
    defaults = {"name": "Thực phẩm", "name_en": "Food", "number": 1} | facts
    return Category.objects.create(code=code, level=level, parent=parent, path=path, **defaults)
