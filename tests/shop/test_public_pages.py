"""Robots, sitemap, health, text pages, errors: what machines and lost visitors meet."""

import re

import pytest
from django.urls import reverse

from tests.factories import make_organization, make_product

pytestmark = pytest.mark.django_db


def test_robots_names_the_sitemap(client, settings) -> None:
    text = client.get("/robots.txt").content.decode()

    assert f"Sitemap: {settings.SITE_URL}/sitemap.xml" in text


def test_sitemap_lists_every_product_and_maker_in_both_languages(client) -> None:
    maker = make_organization(slug="htx-dua")
    product = make_product(seller=maker)
    hidden = make_product(is_published=False)

    index = client.get("/sitemap.xml").content.decode()
    sections = re.findall(r"<loc>https?://[^/]+(/[^<]+)</loc>", index)
    text = "".join(client.get(section).content.decode() for section in sections)

    assert len(sections) == 3
    for path in (
        f"/products/{product.slug}/",
        f"/en/products/{product.slug}/",
        "/makers/htx-dua/",
        "/en/makers/htx-dua/",
    ):
        assert f"{path}</loc>" in text
    assert hidden.slug not in text


def test_sitemap_has_no_filtered_lists(client) -> None:
    text = client.get("/sitemap-pages.xml").content.decode()

    assert "?" not in re.sub(r"<\?xml[^>]*\?>", "", text)


@pytest.mark.parametrize("path", ["/no/such/page/", "/products/khong-co/", "/makers/khong-co/", "/en/products/none/"])
def test_missing_page_helps_on(client, path) -> None:
    response = client.get(path)

    text = response.content.decode()
    assert response.status_code == 404
    assert 'name="q"' in text
    assert text.count("<a ") >= 3


@pytest.mark.parametrize("page", ["shop:sources", "shop:ranking"])
@pytest.mark.parametrize("prefix", ["", "/en"])
def test_text_page_answers(client, page, prefix) -> None:
    assert client.get(prefix + reverse(page)).status_code == 200


def test_sources_credit_the_map_and_the_drawings(client) -> None:
    text = client.get(reverse("shop:sources")).content.decode()

    for credit in ("svg-maps", "CC BY 4.0", "Noto Emoji", "Apache 2.0", "vietnamadminunits", "Be Vietnam Pro"):
        assert credit in text


def test_health_says_ok(client) -> None:
    assert client.get("/healthz/").content.startswith(b"ok")


@pytest.mark.parametrize("path", ["/", "/search/", "/makers/", "/verify/", "/about/sources/"])
def test_page_may_be_shared_by_everyone(client, path) -> None:
    response = client.get(path)

    text = response.content.decode()
    assert "csrfmiddlewaretoken" not in text
    assert "nonce" not in text
    assert not response.cookies
    assert "'unsafe-inline'" not in response.headers["Content-Security-Policy"]


@pytest.mark.parametrize("path", ["/", "/search/", "/makers/", "/verify/"])
def test_nothing_is_written_by_visitors(client, path) -> None:
    assert client.post(path).status_code in (403, 405)
