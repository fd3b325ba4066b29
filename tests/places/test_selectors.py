"""Reads of places for screens."""

import pytest

from places import selectors

pytestmark = [pytest.mark.usefixtures("loaded"), pytest.mark.django_db]


def test_provinces_in_order_follow_the_vietnamese_alphabet(django_assert_num_queries):
    with django_assert_num_queries(1):
        names = [province.name for province in selectors.provinces_in_order()]

    assert names[:8] == ["An Giang", "Bắc Ninh", "Cà Mau", "Cao Bằng", "Cần Thơ", "Đà Nẵng", "Đắk Lắk", "Điện Biên"]
    assert names[-1] == "Vĩnh Long"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("86", "Vĩnh Long"),
        ("vinh-long", "Vĩnh Long"),
        ("bến tre", "Vĩnh Long"),
        ("ben-tre", "Vĩnh Long"),
        ("Paris", None),
    ],
)
def test_province_named_by_code_slug_or_any_name(text, name):
    province = selectors.province_named(text)

    assert (province.name if province else None) == name


def test_today_of_an_old_province():
    assert [selectors.today_of("83").name, selectors.today_of("99")] == ["Vĩnh Long", None]


@pytest.mark.parametrize(("code", "words"), [("86", "gồm Bến Tre, Trà Vinh cũ"), ("01", "")])
def test_former_names_of_a_province(code, words):
    assert selectors.former_names(code) == words


def test_commune_comes_with_its_province(django_assert_num_queries):
    with django_assert_num_queries(1):
        commune = selectors.commune("21548")
        names = (str(commune), commune.province.name)

    assert names == ("đặc khu Lý Sơn", "Quảng Ngãi")


def test_lists_read_each_table_once(django_assert_num_queries):
    with django_assert_num_queries(2):
        communes = selectors.communes_in_order("86")
        old = [(row.name, row.province.name) for row in selectors.old_provinces_in_order()]

    assert (len(communes), len(old), old[0]) == (124, 63, ("An Giang", "An Giang"))
