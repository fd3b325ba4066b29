"""The shop window: home, one product, pages that tell where data comes from and how results are ranked."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from core import clock
from core.page_cache import shared_page
from search import selectors as search
from shop import selectors, structured_data


@require_safe
@shared_page
def home(request: HttpRequest) -> HttpResponse:
    """The home page: search, map, ranks, sectors, newest certificates, makers."""
    url = settings.SITE_URL + reverse("shop:home")
    search_url = settings.SITE_URL + reverse("search:search_page")
    site = structured_data.website(name=settings.SITE_NAME, url=url, search_url=search_url)
    context = selectors.home(today=clock.today())
    context |= {"nav": "home", "json_ld": structured_data.render(site)}
    return render(request, "shop/home.html", context)


@require_safe
@shared_page
def product(request: HttpRequest, slug: str) -> HttpResponse:
    """One product: picture, certificate, maker, place, price, label, and more from its maker and commune."""
    page = selectors.product_page(slug, today=clock.today())
    if page is None:
        raise Http404(_("Không có sản phẩm này."))
    steps = _product_steps(page)
    context = {
        "nav": "products",
        "page": page,
        "product": page.product,
        "card": page.card,
        "certificate": page.certificate,
        "breadcrumb": [{"label": label, "url": url} for label, url in steps[:-1]],
        "json_ld": _product_data(page, steps),
        "og_image_url": settings.SITE_URL + page.card.picture_url if page.card.has_photo else "",
        "today": clock.today(),
    }
    return render(request, "shop/product.html", context)


def _product_steps(page: selectors.ProductPage) -> list[tuple[str, str]]:
    search_url = reverse("search:search_page")
    steps = [(_("Trang chủ"), reverse("shop:home"))]
    if page.product.province:
        steps.append((page.product.province.name, f"{search_url}?province={page.product.province_id}"))
    if page.product.category:
        steps.append((page.product.category.title, f"{search_url}?group={page.product.category_id}"))
    return [*steps, (page.product.name, reverse("shop:product", args=[page.product.slug]))]


def _product_data(page: selectors.ProductPage, steps: list[tuple[str, str]]) -> str:
    """JSON-LD of a product; offers of real prices only."""
    row, site = page.product, settings.SITE_URL
    url = site + reverse("shop:product", args=[row.slug])
    maker = None
    if row.seller:
        maker = structured_data.organization(
            name=row.seller.name,
            url=site + reverse("sellers:maker", args=[row.seller.slug]),
            locality=page.card.commune_name,
            region=page.card.province_name,
        )
    certificate = None
    if page.certificate:
        certificate = structured_data.certification(
            page.certificate.badge,
            decision_no=page.certificate.decision_no,
            issuer=page.certificate.issuer,
            url=site + reverse("certification:certificate", args=[page.certificate.code]),
        )
    offers = [
        structured_data.offer(
            price_amount=pack["price_amount"],
            url=url,
            in_stock=None if pack["quantity"] is None or pack["stock_is_sample"] else pack["quantity"] > 0,
        )
        for pack in page.packs
        if pack["price_amount"] and not pack["is_sample"]
    ]
    thing = structured_data.product(
        name=row.name,
        url=url,
        image=site + page.card.picture_url,
        maker=maker,
        category=row.category.name if row.category else "",
        certificate=certificate,
        offers=offers,
    )
    crumbs = structured_data.breadcrumb(structured_data.absolute(steps, site_url=site))
    return structured_data.render(thing, crumbs)


@require_safe
@shared_page
def sources(request: HttpRequest) -> HttpResponse:
    """Where data, pictures, map and fonts come from, and under which licences."""
    return render(request, "shop/sources.html", {"nav": ""})


@require_safe
@shared_page
def ranking(request: HttpRequest) -> HttpResponse:
    """How results are put in order."""
    return render(request, "shop/ranking.html", {"nav": ""})


@require_safe
@shared_page
def robots(request: HttpRequest) -> HttpResponse:
    """robots.txt: everything but the endless combinations of filters."""
    lines = [
        "User-agent: *",
        "Disallow: /search/suggest/",
        "Disallow: /en/search/suggest/",
        "Disallow: /*&",
        f"Sitemap: {settings.SITE_URL}{reverse('sitemap')}",
        "",
    ]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")


@require_safe
def health(request: HttpRequest) -> HttpResponse:
    """Whether the site answers and its database too; for a load balancer."""
    return HttpResponse(f"ok {search.engine_state()}\n", content_type="text/plain; charset=utf-8")
