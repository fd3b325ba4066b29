"""The makers' pages: all makers, and one maker's storefront."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from accounts.models import Organization
from catalog import pictures
from catalog import selectors as catalog
from core import clock, pagination
from core.page_cache import shared_page
from places import maps
from places import selectors as places
from sellers import selectors
from shop import structured_data

_MAX_TEXT = 100


@require_safe
@shared_page
def makers(request: HttpRequest) -> HttpResponse:
    """All makers with visible goods; by province and by words of their name."""
    province = places.province_named(request.GET.get("province", ""))
    text = request.GET.get("q", "").replace("\x00", "")[:_MAX_TEXT].strip()
    rows = selectors.shown_makers(province=province.code if province else "", text=text)
    params = [("q", text)] if text else []
    params += [("province", province.code)] if province else []
    path = reverse("sellers:makers")
    pager = pagination.pager(
        total=rows.count(),
        number=pagination.page_number(request.GET.get("page")),
        size=selectors.PAGE_SIZE,
        url_for=lambda page: pagination.address(path, params, page=page),
    )
    shown = list(rows[max(0, pager.first - 1) : pager.last])
    context = {
        "nav": "makers",
        "makers": [_row(maker) for maker in shown],
        "pager": pager,
        "query_text": text,
        "province": province,
        "provinces": places.provinces_in_order(),
        "robots": "noindex,follow" if text else "",
    }
    return render(request, "sellers/makers.html", context)


def _row(maker: Organization) -> dict[str, object]:
    return {
        "name": maker.name,
        "slug": maker.slug,
        "legal_form_words": maker.get_legal_form_display() if maker.legal_form else "",
        "place": _place(maker),
        "monogram": selectors.monogram(maker.name),
        "product_count": maker.product_count,  # type: ignore[attr-defined]  # annotated by shown_makers
    }


def _place(maker: Organization) -> str:
    parts = [str(maker.commune) if maker.commune else maker.place_printed]
    parts.append(maker.province.name if maker.province else maker.province_printed)
    return ", ".join(part for part in parts if part)


@require_safe
@shared_page
def maker(request: HttpRequest, slug: str) -> HttpResponse:
    """One maker's storefront: its goods, certificates, story and place."""
    found = selectors.maker_by_slug(slug)
    if found is None:
        raise Http404(_("Không có chủ thể này, hoặc chủ thể chưa có sản phẩm nào."))
    today = clock.today()
    ids = selectors.maker_product_ids(found)
    path = reverse("sellers:maker", args=[slug])
    pager = pagination.pager(
        total=len(ids),
        number=pagination.page_number(request.GET.get("page")),
        size=selectors.PAGE_SIZE,
        url_for=lambda page: pagination.address(path, [], page=page),
    )
    landscape = selectors.landscape_of(found.province_id or "")
    steps = [(_("Trang chủ"), reverse("shop:home")), (_("Chủ thể"), reverse("sellers:makers")), (found.name, path)]
    context = {
        "nav": "makers",
        "maker": _row(found)
        | {
            "story": found.story,
            "printed_place": ", ".join(part for part in (found.place_printed, found.province_printed) if part),
            "cover_url": reverse("catalog:cover", args=[landscape, pictures.VERSION]),
            "province": found.province,
        },
        "cards": catalog.product_cards(ids[max(0, pager.first - 1) : pager.last], today=today),
        "pager": pager,
        "certificates": selectors.certificate_rows(found, today=today),
        "map_small": maps.small(found.province_id, maps.point_of(found.commune)) if found.province_id else None,
        "breadcrumb": [{"label": label, "url": url} for label, url in steps[:-1]],
        "json_ld": structured_data.render(
            structured_data.organization(
                name=found.name,
                url=settings.SITE_URL + path,
                locality=str(found.commune or found.place_printed),
                region=found.province.name if found.province else found.province_printed,
            ),
            structured_data.breadcrumb(structured_data.absolute(steps, site_url=settings.SITE_URL)),
        ),
    }
    return render(request, "sellers/maker.html", context)
