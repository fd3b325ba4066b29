"""What the bench's visitors ask for."""

from urllib.parse import parse_qs, urlsplit

import pytest

from bench import generate
from bench.searches import Asked, Visitors


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory):
    """A small generated catalogue."""
    path = tmp_path_factory.mktemp("bench") / "catalogue.csv"
    generate.write(path, size=500, seed=1)
    return path


@pytest.mark.parametrize("kind", ["plain", "filtered", "mixed", "slips", "beginnings"])
def test_searches_are_many_distinct_and_always_the_same(catalogue, kind):
    first = getattr(Visitors(catalogue, seed=1), kind)(100)

    again = getattr(Visitors(catalogue, seed=1), kind)(100)

    assert again == first
    assert len(set(first)) == 100


def test_address_holds_words_and_filters():
    asked = Asked("kẹo dừa", (("stars", "4"), ("province", "86")))

    address = urlsplit(asked.address)

    assert address.path == "/search/"
    assert parse_qs(address.query) == {"q": ["kẹo dừa"], "stars": ["4"], "province": ["86"]}


def test_address_without_anything_is_the_bare_list():
    assert Asked("").address == "/search/"
