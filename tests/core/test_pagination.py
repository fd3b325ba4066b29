"""Numbered pages."""

import pytest

from core.pagination import address, page_number, pager


def _numbers(total: int, number: int) -> list[int | None]:
    pages = pager(total=total, number=number, size=24, url_for=lambda page: f"?page={page}").pages
    return [page.number if page else None for page in pages]


@pytest.mark.parametrize(
    ("total", "number", "shown"),
    [
        (0, 1, [1]),
        (24, 1, [1]),
        (25, 1, [1, 2]),
        (240, 1, [1, 2, None, 10]),
        (240, 5, [1, None, 4, 5, 6, None, 10]),
        (240, 10, [1, None, 9, 10]),
        (240, 99, [1, None, 9, 10]),
    ],
)
def test_pager_shows_ends_and_neighbours(total: int, number: int, shown: list[int | None]) -> None:
    assert _numbers(total, number) == shown


@pytest.mark.parametrize(
    ("text", "number"),
    [(None, 1), ("", 1), ("3", 3), ("0", 1), ("-2", 1), ("x", 1), ("٣", 1), ("9" * 30, 1), (" 2 ", 2), ("²", 1)],
)
def test_page_number_of_anything_is_a_page(text: str | None, number: int) -> None:
    assert page_number(text) == number


def test_address_names_the_page_from_the_second_on() -> None:
    params = [("q", "kẹo dừa"), ("page", "9")]

    assert address("/search/", params) == "/search/?q=k%E1%BA%B9o+d%E1%BB%ABa"
    assert address("/search/", params, page=2).endswith("&page=2")
    assert address("/search/", []) == "/search/"
