"""The makers' pages: all makers, and one maker's storefront."""

import pytest
from django.urls import reverse

from accounts.selectors import monogram
from tests.factories import make_certificate, make_organization, make_product, make_province

pytestmark = pytest.mark.django_db


def names(response) -> list[str]:
    return [maker["name"] for maker in response.context["makers"]]


def test_makers_without_visible_goods_are_not_listed(client) -> None:
    shown = make_organization(name="HTX Thấy")
    make_product(seller=shown)
    make_product(seller=make_organization(name="HTX Ẩn"), is_published=False)
    make_organization(name="HTX Trống")

    response = client.get(reverse("sellers:makers"))

    assert names(response) == ["HTX Thấy"]


@pytest.mark.parametrize("named", ["86", "vinh-long", "Vĩnh Long", "vinh long"])
def test_makers_are_narrowed_by_province_however_it_is_named(client, named) -> None:
    make_product(seller=make_organization(name="HTX Dừa", province=make_province(slug="vinh-long")))
    make_product(seller=make_organization(name="HTX Chè", province=make_province(code="19", name="Thái Nguyên")))

    response = client.get(reverse("sellers:makers"), {"province": named})

    assert names(response) == ["HTX Dừa"]


def test_makers_are_found_by_words_without_marks(client) -> None:
    make_product(seller=make_organization(name="Công ty TNHH Hà Mỵ"))
    make_product(seller=make_organization(name="Công ty CP Hải Hà"))

    response = client.get(reverse("sellers:makers"), {"q": "ha my"})

    assert names(response) == ["Công ty TNHH Hà Mỵ"]


def test_maker_page_shows_own_goods_and_certificates_alone(client) -> None:
    maker = make_organization(name="HTX Nam Yang")
    own = make_certificate(product=make_product(name="Tiêu đen", seller=maker), decision_no="86/QĐ-UBND")
    make_product(name="Tiêu ẩn", seller=maker, is_published=False)
    make_certificate(product=make_product(name="Mật ong", seller=make_organization()))

    response = client.get(reverse("sellers:maker", args=[maker.slug]))

    assert [card.name for card in response.context["cards"]] == ["Tiêu đen"]
    assert [row.code for row in response.context["certificates"]] == [own.code]
    assert "86/QĐ-UBND" in response.content.decode()


def test_maker_without_visible_goods_does_not_exist(client) -> None:
    maker = make_organization()

    assert client.get(reverse("sellers:maker", args=[maker.slug])).status_code == 404


def test_maker_story_is_never_made_up(client) -> None:
    maker = make_organization()
    make_product(seller=maker)

    text = client.get(reverse("sellers:maker", args=[maker.slug])).content.decode()

    assert "Chúng tôi không viết thay" in text


@pytest.mark.parametrize("number", [1, 3])
def test_makers_list_asks_the_database_as_often_for_many_as_for_one(client, number, django_assert_num_queries) -> None:
    for _ in range(number):
        make_product(seller=make_organization())

    with django_assert_num_queries(5):
        client.get(reverse("sellers:makers"))


@pytest.mark.parametrize("number", [1, 3])
def test_maker_page_asks_the_database_as_often_for_many_as_for_one(client, number, django_assert_num_queries) -> None:
    maker = make_organization()
    for _ in range(number):
        make_certificate(product=make_product(seller=maker))

    with django_assert_num_queries(11):
        client.get(reverse("sellers:maker", args=[maker.slug]))


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Hợp tác xã Nông nghiệp xanh Quảng Trực", "QT"),
        ("Công ty TNHH Hà Mỵ", "HM"),
        ("HTX Nam Yang", "NY"),
        ("Công ty TNHH", "T"),
        ("12", ""),
    ],
)
def test_monogram_is_of_the_proper_name(name: str, letters: str) -> None:
    assert monogram(name) == letters
