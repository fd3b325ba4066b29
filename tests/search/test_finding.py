"""Finding: words, marks, places, stars, filters and their counts, on a small catalogue and any engine."""

import pytest

from search import selectors
from search.queries import Filters, SearchQuery, Sort
from tests.factories import (
    make_category,
    make_certificate,
    make_old_province,
    make_organization,
    make_product,
    make_province,
    make_variant,
)

pytestmark = pytest.mark.django_db


def found(text: str, **facts) -> list[str]:
    from catalog.models import Product  # read anew at each call, as a page does

    ids = selectors.finder.find(SearchQuery(text=text, **facts)).answer.ids
    names = dict(Product.objects.values_list("pk", "name"))
    return [names[pk] for pk in ids]


@pytest.fixture
def fruits(index):
    names = ["Kẹo dừa", "Dưa lưới", "Dứa đóng hộp", "Đũa tre"]
    for name in names:
        make_certificate(product=make_product(name=name))
    index()
    return names


@pytest.mark.parametrize(
    ("text", "first"), [("dừa", "Kẹo dừa"), ("dưa", "Dưa lưới"), ("dứa", "Dứa đóng hộp"), ("đũa", "Đũa tre")]
)
def test_marks_decide_who_comes_first(fruits, text, first) -> None:
    assert found(text)[0] == first


def test_word_without_marks_finds_every_reading(fruits) -> None:
    assert set(found("dua")) == set(fruits)


@pytest.mark.parametrize("text", ["KẸO DỪA", "keo dua", "ke\u0323o du\u031b\u0300a", "kẹo  dừa!", "keo dừa"])
def test_one_product_is_found_however_it_is_typed(fruits, text) -> None:
    assert found(text)[0] == "Kẹo dừa"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Thịt lợn hun khói", "thịt heo hun khói"),
        ("Kẹo đậu phộng", "kẹo lạc"),
        ("Trứng vịt biển", "hột vịt"),
        ("Hạt tiêu đen", "black pepper"),
        ("Cà phê rang xay", "caphe"),
        ("Sầu riêng cấp đông", "sau reing"),
        ("Ruốc cá lăng", "chà bông cá"),
        ("Mỳ gạo lứt", "mì gạo lứt"),
    ],
)
def test_other_words_for_the_same_goods_find_them(index, name, text) -> None:
    make_product(name=name)
    make_product(name="Nón lá")
    index()

    assert found(text)[:1] == [name]


@pytest.mark.parametrize("text", ["điện thoại", "asdkjh", "máy giặt", "name:xe AND máy"])
def test_what_nobody_has_finds_little(fruits, text) -> None:
    assert len(found(text)) <= 3


@pytest.mark.parametrize("text", ['"(((', "*", "\x00", ""])
def test_signs_alone_ask_for_nothing_and_show_all(fruits, text) -> None:
    assert len(found(text)) == len(fruits)


@pytest.fixture
def country(index):
    """Two coconut sweets in Vĩnh Long (one of the former Bến Tre), one in Cà Mau."""
    vinh_long, ca_mau = make_province(), make_province(code="96", name="Cà Mau")
    ben_tre = make_old_province(province=vinh_long)
    food = make_category()
    maker = make_organization(name="HTX Dừa Sáp")
    rows = {
        "ben_tre": make_product(name="Kẹo dừa gừng", province=vinh_long, old_province=ben_tre, category=food),
        "vinh_long": make_product(name="Kẹo dừa sáp", province=vinh_long, category=food, seller=maker),
        "ca_mau": make_product(name="Kẹo dừa dẻo", province=ca_mau, category=food),
    }
    make_certificate(product=rows["ben_tre"], stars=5, issued_year=2019)
    make_certificate(product=rows["vinh_long"], stars=4, issued_year=2025)
    make_certificate(product=rows["ca_mau"], stars=None)
    make_variant(product=rows["ben_tre"], price_amount=50000)
    make_variant(product=rows["vinh_long"], price_amount=40000)
    index()
    return rows


@pytest.mark.parametrize("text", ["keo dua ben tre", "kẹo dừa Bến Tre", "BẾN TRE kẹo dừa"])
def test_former_province_comes_first_and_the_rest_is_near(country, text) -> None:
    answer = selectors.finder.find(SearchQuery(text=text)).answer

    assert answer.ids[0] == country["ben_tre"].pk
    assert answer.exact_count == 1


def test_facets_count_with_all_other_filters_and_without_their_own(country) -> None:
    filters = Filters(stars=(5,))

    facets = selectors.finder.find(SearchQuery(filters=filters), with_facets=True).answer.facets

    assert facets["stars"] == {5: 1, 4: 1, 0: 1}
    assert facets["province"] == {"86": 1}
    assert facets["state"] == {"expired": 1}


def test_valid_today_counts_valid_alone(country) -> None:
    assert found("", filters=Filters(states=("valid",))) == ["Kẹo dừa sáp"]


@pytest.mark.parametrize(
    ("sort", "names"),
    [
        (Sort.STARS, ["Kẹo dừa gừng", "Kẹo dừa sáp", "Kẹo dừa dẻo"]),
        (Sort.NEWEST, ["Kẹo dừa sáp", "Kẹo dừa gừng", "Kẹo dừa dẻo"]),
        (Sort.PRICE, ["Kẹo dừa sáp", "Kẹo dừa gừng", "Kẹo dừa dẻo"]),
        (Sort.PRICE_DOWN, ["Kẹo dừa gừng", "Kẹo dừa sáp", "Kẹo dừa dẻo"]),
        (Sort.NAME, ["Kẹo dừa dẻo", "Kẹo dừa gừng", "Kẹo dừa sáp"]),
    ],
)
def test_orders_put_the_unknown_last(country, sort, names) -> None:
    assert found("kẹo dừa", sort=sort) == names


def test_price_filter_leaves_unknown_prices_out(country) -> None:
    assert found("", filters=Filters(price_max=45000)) == ["Kẹo dừa sáp"]


def test_stars_are_read_in_the_words(country) -> None:
    assert found("kẹo dừa 5 sao")[0] == "Kẹo dừa gừng"


def test_maker_is_found_by_its_short_name(country) -> None:
    assert found("htx dua sap")[:1] == ["Kẹo dừa sáp"]
