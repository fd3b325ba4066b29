"""The shop window: home, one product, pages that tell where data comes from and how results are ranked."""

from urllib.parse import urlencode

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from accounts.selectors import monogram
from catalog.badge import State
from core import clock, formats
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
    context = selectors.home(today=clock.today(), picked=request.GET.get("province", ""))
    tries = [_("kẹo dừa bến tre"), _("trà 4 sao"), _("mật ong lai châu")]
    search_path = reverse("search:search_page")
    context |= {
        "nav": "provinces",
        "try_searches": [(words, f"{search_path}?{urlencode({'q': words})}") for words in tries],
        "json_ld": structured_data.render(site),
    }
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
        "card": page.card,
        "variants": page.variants,
        "certificate": page.certificate,
        "history": page.history,
        "qr_svg_url": reverse("certification:certificate_qr", args=[page.certificate.code]) if page.certificate else "",
        "is_withdrawn": page.card.badge.state == State.WITHDRAWN,
        "stock_words": _stock_words(page),
        "source_words": page.product.source,
        "story": page.product.story,
        "label_rows": page.label_rows,
        "map_small": page.map_small,
        "from_maker": page.from_maker,
        "from_commune": page.from_commune,
        "breadcrumb": [{"label": label, "url": url} for label, url in steps],
        "json_ld": _product_data(page, steps),
        "og_image_url": settings.SITE_URL + page.card.picture_url if page.card.has_photo else "",
        "today": clock.today(),
    }
    return render(request, "shop/product.html", context | _place_context(page) | _maker_context(page))


def _stock_words(page: selectors.ProductPage) -> str:
    """ "Còn 46 hộp" where a stock is recorded, with a word where it is a sample."""
    first = page.variants[0] if page.variants else None
    if not first or first["quantity"] is None:
        return ""
    words = _("Còn %(number)s %(pack)s.") % {"number": formats.count(first["quantity"]), "pack": first["pack"]}
    if not first["quantity"]:
        words = _("Đã hết hàng.")
    return f"{words} {_('Tồn kho mẫu.')}" if first["stock_is_sample"] else words


def _place_context(page: selectors.ProductPage) -> dict[str, object]:
    search_url = reverse("search:search_page")
    row = page.product
    nearby = f"{search_url}?commune={row.commune_id}" if row.commune_id else ""
    return {
        "place_words": page.place.line,
        "place_lines": page.place.lines,
        "place_printed": page.place.printed,
        "place_note": page.place.note,
        "province_url": f"{search_url}?province={row.province_id}" if row.province_id else "",
        "province_count": page.province_count,
        "nearby_url": nearby,
        "group_url": f"{search_url}?group={row.category_id}" if row.category else "",
        "group_name": row.category.title if row.category else "",
    }


def _maker_context(page: selectors.ProductPage) -> dict[str, object]:
    maker = page.product.seller
    if maker is None:
        return {"maker": None}
    return {
        "maker": {
            "name": maker.name,
            "slug": maker.slug,
            "monogram": monogram(maker.name),
            "legal_form_words": maker.get_legal_form_display() if maker.legal_form else "",
        }
    }


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
        for pack in page.variants
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


def _text_page(request: HttpRequest, *, title: str, body: str) -> HttpResponse:
    context = {
        "nav": "",
        "page_title": title,
        "body_template": body,
        "breadcrumb": [{"label": _("Trang chủ"), "url": reverse("shop:home")}, {"label": title, "url": ""}],
    }
    return render(request, "shop/text_page.html", context)


@require_safe
@shared_page
def sources(request: HttpRequest) -> HttpResponse:
    """Where data, pictures, map and fonts come from, and under which licences."""
    return _text_page(request, title=_("Nguồn dữ liệu, giấy phép"), body="shop/texts/sources.html")


@require_safe
@shared_page
def ranking(request: HttpRequest) -> HttpResponse:
    """How results are put in order."""
    return _text_page(request, title=_("Kết quả xếp thứ tự thế nào"), body="shop/texts/ranking.html")


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
