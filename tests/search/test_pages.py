"""The list page and suggestions: chips, choices, whole page or part, and nasty input that never breaks them."""

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bench import inputs
from tests.factories import make_certificate, make_organization, make_product, make_province

pytestmark = pytest.mark.django_db


def test_part_for_htmx_is_not_kept_and_says_what_it_varies_on(index, client) -> None:
    part = client.get("/search/", {"q": "kẹo"}, headers={"HX-Request": "true"})

    assert part.headers["Cache-Control"] == "no-store"
    assert "HX-Request" in part.headers["Vary"]
    assert "<html" not in part.content.decode()


def test_going_back_gets_a_whole_page(index, client) -> None:
    headers = {"HX-Request": "true", "HX-History-Restore-Request": "true"}

    assert "<html" in client.get("/search/", headers=headers).content.decode()


def test_value_that_cannot_be_read_is_left_out_and_said(index, client) -> None:
    make_product(name="Kẹo dừa")
    index()

    response = client.get("/search/", {"stars": "7", "province": "Atlantis", "price_min": "abc"})

    text = response.content.decode()
    assert "“7”" in text
    assert "Atlantis" in text
    assert "abc" in text
    assert response.context["answer"].total == 1


def test_old_province_name_is_taken_as_a_filter(index, client) -> None:
    response = client.get("/search/", {"province": "Bến Tre"})

    assert [chip.label for chip in response.context["chips"]] == ["Bến Tre"]
    assert "old=" in response.context["sort_options"][0]["value"] or response.status_code == 200


def test_choice_at_zero_stays_and_cannot_be_pressed(index, client) -> None:
    make_certificate(product=make_product(province=make_province()), stars=5)
    index()

    groups = {group.key: group for group in client.get("/search/").context["facets"]}

    stars = {option.value: (option.count, option.disabled) for option in groups["stars"].options}
    assert stars == {"5": (1, False), "4": (0, True), "3": (0, True), "0": (0, True)}


@pytest.mark.parametrize("number", [1, 3])
def test_list_asks_the_database_as_often_for_many_as_for_one(index, client, number, django_assert_num_queries) -> None:
    for _ in range(number):
        make_certificate(product=make_product(seller=make_organization()))
    index()
    client.get("/search/")

    with django_assert_num_queries(6):
        client.get("/search/")


@pytest.mark.parametrize("number", [1, 3])
def test_suggestions_ask_as_often_for_many_as_for_one(index, client, number, django_assert_num_queries) -> None:
    for _ in range(number):
        make_product(name=f"Mật ong {number}", seller=make_organization(name="HTX Mật Ong"))
    index()

    with django_assert_num_queries(2):
        client.get("/search/suggest/", {"q": "mat o"})


def test_suggestions_offer_goods_makers_and_places(index, client) -> None:
    make_product(name="Bến Tre kẹo dừa", seller=make_organization(name="HTX Bến Lức"))
    index()

    groups = client.get("/search/suggest/", {"q": "bến"}).context["groups"]

    labels = {group.title: [item.label for item in group.items] for group in groups}
    assert labels["Sản phẩm"] == ["Bến Tre kẹo dừa"]
    assert labels["Chủ thể"] == ["HTX Bến Lức"]
    assert "Bến Tre" in labels["Tỉnh, thành"]


@pytest.mark.parametrize("text", ["", " ", "m", "\x00"])
def test_too_little_is_no_reason_for_suggestions(index, client, text) -> None:
    assert client.get("/search/suggest/", {"q": text}).context["groups"] == []


ADDRESSES = ["/search/", "/search/suggest/", "/verify/", "/makers/", "/en/search/"]


@pytest.mark.parametrize("address", ADDRESSES)
def test_nasty_texts_never_break_a_page(index, client, address) -> None:
    for text in inputs.HAND_PICKED:
        response = client.get(address, {"q": text})
        assert response.status_code in (200, 302), text


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    text=st.text(max_size=60),
    name=st.sampled_from(
        ["q", "province", "old", "commune", "stars", "group", "state", "price_min", "maker", "sort", "page", "drop"]
    ),
    value=st.text(max_size=30),
)
def test_any_text_and_parameter_never_breaks_a_page(index, client, text, name, value) -> None:
    for address in ADDRESSES:
        assert client.get(address, {"q": text, name: value}).status_code in (200, 302)


def test_typed_text_is_never_markup(index, client) -> None:
    text = client.get("/search/", {"q": "<script>alert(1)</script>"}).content.decode()

    assert "<script>alert" not in text
    assert re.search(r"&lt;script&gt;", text)
