"""A product's page: only what sources tell, the badge's own words, structured data that claims nothing more."""

import json
import re

import pytest
from django.urls import reverse

from catalog.models import ProductVariant
from catalog.services import certificates
from core import clock
from shop import structured_data
from tests.factories import (
    make_certificate,
    make_commune,
    make_old_province,
    make_organization,
    make_product,
    make_province,
    make_stock,
    make_variant,
)

pytestmark = pytest.mark.django_db


def page(client, product) -> str:
    response = client.get(reverse("shop:product", args=[product.slug]))
    assert response.status_code == 200
    return response.content.decode()


def linked_data(text: str) -> dict[str, dict]:
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', text, re.DOTALL)
    return {thing["@type"]: thing for thing in json.loads(found.group(1))["@graph"]}


def test_product_that_is_hidden_does_not_exist(client) -> None:
    product = make_product(is_published=False)

    assert client.get(reverse("shop:product", args=[product.slug])).status_code == 404


def test_product_of_an_unknown_maker_shows_no_maker(client) -> None:
    text = page(client, make_product(name="Kẹo dừa"))

    assert "/makers/keo" not in text
    assert "Kẹo dừa" in text


def test_place_stands_as_today_and_as_printed(client) -> None:
    province = make_province()
    product = make_product(
        province=province,
        commune=make_commune(province=province),
        old_province=make_old_province(province=province),
        place_printed="xã Phú Túc, huyện Châu Thành",
        province_printed="Bến Tre",
    )

    text = page(client, product)

    assert "Xã Phú Túc" in text
    assert "Tỉnh Vĩnh Long" in text
    assert "xã Phú Túc, huyện Châu Thành, Bến Tre" in text
    assert "Từ 01/07/2025 Bến Tre thuộc Vĩnh Long" in text


def test_sample_price_is_marked_and_no_offer(client) -> None:
    product = make_product()
    variant = ProductVariant.objects.create(product=product, name="hộp", price_amount=45000, is_sample=True)
    make_stock(variant=variant, quantity=12, is_sample=True)

    text = page(client, product)

    assert "giá mẫu" in text
    assert "dữ liệu mẫu" in text
    assert "offers" not in linked_data(text)["Product"]


def test_real_price_is_an_offer(client) -> None:
    product = make_product()
    make_variant(product=product, name="túi", net_quantity=5000, net_unit="g", price_amount=170000)

    text = page(client, product)

    assert "170.000" in text
    assert "34.000" in text
    assert "giá mẫu" not in text
    assert linked_data(text)["Product"]["offers"][0]["price"] == 170000


def test_certification_is_written_as_recorded(client) -> None:
    certificate = make_certificate(issued_on=clock.today(), decision_no="858/QĐ-UBND", issuer="UBND tỉnh Đắk Nông")

    data = linked_data(page(client, certificate.product))["Product"]["hasCertification"]

    assert data["certificationIdentification"] == "858/QĐ-UBND"
    assert data["certificationStatus"] == "https://schema.org/CertificationActive"
    assert data["certificationRating"]["ratingValue"] == 4


def test_unrated_product_claims_no_certification(client) -> None:
    certificate = make_certificate(stars=None)

    text = page(client, certificate.product)

    assert "hasCertification" not in linked_data(text)["Product"]
    assert "chưa rõ hạng sao" in text


def test_withdrawn_product_shows_no_price(client) -> None:
    product = make_product()
    make_variant(product=product, price_amount=45000)
    certificates.withdraw_certificate(
        certificate=make_certificate(product=product), withdrawn_on=clock.today(), reason="ngừng sản xuất"
    )

    text = page(client, product)

    assert "đã bị thu hồi" in text
    assert "45.000" not in text


def test_names_cannot_break_out_of_structured_data() -> None:
    text = structured_data.render({"@type": "Thing", "name": "</script><script>alert(1)</script>\u2028"})

    assert "<" not in text
    assert json.loads(text)["@graph"][0]["name"] == "</script><script>alert(1)</script>\u2028"


def test_english_page_keeps_vietnamese_names_and_says_so(client) -> None:
    product = make_product(name="Kẹo dừa gừng", seller=make_organization(name="HTX Dừa"))

    text = client.get(f"/en{reverse('shop:product', args=[product.slug])}").content.decode()

    assert '<html lang="en">' in text
    assert re.search(r'<h1 lang="vi">Kẹo dừa gừng</h1>', text)
    assert 'hreflang="vi"' in text


@pytest.mark.parametrize("number", [1, 3])
def test_product_page_asks_the_database_as_often_for_many_as_for_one(client, number, django_assert_num_queries) -> None:
    maker = make_organization()
    products = [make_product(seller=maker, place_printed="xã A") for _ in range(number + 1)]
    for product in products:
        make_certificate(product=product)
        make_stock(variant=make_variant(product=product))

    with django_assert_num_queries(17):
        client.get(reverse("shop:product", args=[products[0].slug]))
