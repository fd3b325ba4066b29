"""The makers' pages: all makers, and one maker's storefront."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from accounts.models import Organization
from accounts.selectors import monogram
from catalog import pictures
from catalog import selectors as catalog
from core import clock, pagination
from core.page_cache import shared_page
from core.vietnamese import typed_text
from places import maps
from places import selectors as places
from places.words import PlaceWords, place_words
from sellers import selectors
from shop import structured_data

_MAX_TEXT = 200


@require_safe
@shared_page
def makers(request: HttpRequest) -> HttpResponse:
    """All makers with visible goods; by province (new or old name) and by words of their name."""
    named = typed_text(request.GET.get("province"), limit=_MAX_TEXT)
    province = places.province_named(named) if named else None
    text = typed_text(request.GET.get("q"), limit=_MAX_TEXT)
    rows = selectors.shown_makers(province=province.code if province else "", text=text)
    params = [("q", text)] if text else []
    params += [("province", province.code)] if province else []
    path = reverse("sellers:makers")
    total = rows.count()
    pager = pagination.pager(
        total=total,
        number=pagination.page_number(request.GET.get("page")),
        size=selectors.PAGE_SIZE,
        url_for=lambda page: pagination.address(path, params, page=page),
    )
    context = {
        "nav": "makers",
        "makers": [_maker_row(maker) for maker in rows[max(0, pager.first - 1) : pager.last]],
        "total": total,
        "pager": pager,
        "maker_query": text,
        "province_name": province.name if province else "",
        "provinces": _province_options(province.code if province else ""),
        "breadcrumb": _steps(),
        "robots": "noindex,follow" if text else "",
    }
    return render(request, "sellers/makers.html", context)


def _steps() -> list[dict[str, str]]:
    return [
        {"label": _("Trang chủ"), "url": reverse("shop:home")},
        {"label": _("Chủ thể"), "url": reverse("sellers:makers")},
    ]


def _province_options(chosen: str) -> list[dict[str, object]]:
    counts = selectors.maker_counts()
    return [
        {"code": row.code, "name": row.name, "count": counts.get(row.code, 0), "selected": row.code == chosen}
        for row in places.provinces_in_order()
    ]


def _maker_row(maker: Organization) -> dict[str, object]:
    return {
        "name": maker.name,
        "slug": maker.slug,
        "legal_form_words": maker.get_legal_form_display() if maker.legal_form else "",
        "place": _place(maker).line,
        "monogram": monogram(maker.name),
        "product_count": maker.product_count,  # type: ignore[attr-defined]  # annotated by shown_makers
    }


def _place(maker: Organization) -> PlaceWords:
    return place_words(
        commune=maker.commune,
        province=maker.province,
        old_province=maker.old_province,
        place_printed=maker.place_printed,
        province_printed=maker.province_printed,
    )


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
    certificates = selectors.certificates(found, today=today)
    place = _place(found)
    landscape = selectors.landscape_of(found.province_id or "")
    context = {
        "nav": "makers",
        "maker": _maker_row(found)
        | {
            "story": found.story,
            "cover_url": reverse("catalog:cover", args=[landscape, found.pk % catalog.COVER_SEEDS, pictures.EDITION]),
            "province_name": found.province.name if found.province else "",
            "valid_count": sum(view.badge.is_valid for view in certificates),
        },
        "cards": catalog.product_cards(ids[max(0, pager.first - 1) : pager.last], today=today),
        "pager": pager,
        "certificates": certificates,
        "place_lines": place.lines,
        "place_note": place.note,
        "province_url": f"{reverse('search:search_page')}?province={found.province_id}" if found.province_id else "",
        "map_small": maps.small(found.province_id or "", maps.point_of(found.commune)),
        "breadcrumb": [*_steps(), {"label": found.name, "url": path, "is_name": True}],
        "json_ld": _maker_data(found, path),
    }
    return render(request, "sellers/maker.html", context)


def _maker_data(maker: Organization, path: str) -> str:
    site = settings.SITE_URL
    steps = [(str(step["label"]), str(step["url"])) for step in _steps()]
    return structured_data.render(
        structured_data.organization(
            name=maker.name,
            url=site + path,
            locality=str(maker.commune or maker.place_printed),
            region=maker.province.name if maker.province else maker.province_printed,
        ),
        structured_data.breadcrumb(structured_data.absolute([*steps, (maker.name, path)], site_url=site)),
    )
