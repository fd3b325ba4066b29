"""Queries of our own, of every class of the judged set and with other goods: what must stand first, or that few stand.

`first` in own.csv: words of which one stands in the folded name of the first product; empty: any product; "none": at
most three products, or none of these words asked for.
"""

import csv
from pathlib import Path

import pytest
from django.core.management import call_command

from catalog.models import Product
from core.vietnamese import fold
from search import finder
from search.queries import SearchQuery

HERE = Path(__file__).parent
MOST_FALSE_ROWS = 3


@pytest.fixture
def catalogue(db, settings, tmp_path):
    """The real catalogue with its index; names by id."""
    settings.SEARCH_INDEX_DIR = tmp_path / "index"
    settings.VAR_DIR = tmp_path
    call_command("load_places", verbosity=0)
    call_command("import_products", str(HERE.parent.parent / "catalog" / "data" / "ocop_products.csv"), verbosity=0)
    call_command("rebuild_index", verbosity=0)
    return {pk: fold(name) for pk, name in Product.objects.values_list("pk", "name")}


def is_right(wanted: str, names: list[str]) -> bool:
    """Whether the names found answer what the row asks for."""
    options = wanted.split("|")
    if "none" in options and len(names) <= MOST_FALSE_ROWS:
        return True
    return bool(names) and (not wanted or any(option in names[0] for option in options))


def test_own_queries_show_what_is_asked_for_first(catalogue) -> None:
    with (HERE / "own.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))

    wrong = []
    for row in rows:
        names = [catalogue[pk] for pk in finder.find(SearchQuery(text=row["query"], limit=10)).answer.ids]
        if not is_right(row["first"], names):
            wrong.append((row["class"], row["query"], names[:3]))

    assert wrong == [], "\n".join(map(str, wrong))
