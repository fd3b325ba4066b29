"""Who may open which page: every address of the site has its row in permissions.csv and behaves as the row says.

A new page without a row fails here, so nobody forgets to ask who may see it.
"""

import csv
from pathlib import Path

import pytest
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from accounts.models import Organization
from catalog.models import Certificate, Product
from tests.factories import make_category

with (Path(__file__).parent / "permissions.csv").open(encoding="utf-8", newline="") as file:
    ROWS = list(csv.DictReader(file))
# What a visitor who has not signed in meets: the page itself, or nothing (a page one may not see does not exist).
ANSWER_TO_VISITOR = {"everyone": 200}
CHANGING = ("post", "put", "patch", "delete")


def patterns(resolver, namespace=""):
    """Every pattern below a resolver with its full name."""
    for entry in resolver.url_patterns:
        if isinstance(entry, URLResolver):
            yield from patterns(entry, f"{namespace}{entry.namespace}:" if entry.namespace else namespace)
        elif isinstance(entry, URLPattern):
            yield f"{namespace}{entry.name}", entry


@pytest.fixture
def certificate(db):
    """A certificate of a visible product of a maker."""
    maker = Organization.objects.create(name="HTX Dừa Sáp", slug="htx-dua-sap")
    make_category(code="food")
    product = Product.objects.create(name="Kẹo dừa", slug="keo-dua", seller=maker)
    return Certificate.objects.create(product=product, stars=4, issued_year=2024)


def address(row, certificate):
    """The address of a row's page."""
    arguments = dict(pair.split("=") for pair in row["arguments"].format(certificate=certificate.code).split())
    return reverse(row["page"], kwargs=arguments)


def test_every_page_has_its_row():
    assert [row["page"] for row in ROWS] == sorted({name for name, _ in patterns(get_resolver())})


def test_every_page_has_one_name():
    """URL <app>:<page>, view function <page>; what Django itself provides keeps its own."""
    otherwise = [
        name
        for name, pattern in patterns(get_resolver())
        if ":" in name and pattern.callback.__name__ != name.rpartition(":")[2]
    ]

    assert otherwise == []


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["page"])
def test_visitor_gets_what_the_row_says(client, certificate, row):
    answer = client.get(address(row, certificate))

    assert answer.status_code == ANSWER_TO_VISITOR[row["who"]]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["page"])
def test_visitor_changes_nothing(client, certificate, row):
    """So far every page only shows: whatever else is asked of it is refused and leaves the catalogue as it was."""
    before = Product.objects.get()

    answers = {method: getattr(client, method)(address(row, certificate)).status_code for method in CHANGING}

    assert set(answers.values()) <= {403, 405}
    assert Product.objects.get().revision == before.revision
