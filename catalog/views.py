"""The drawn picture of a product: the same for everyone, kept by browsers for a year (its address has a version)."""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from catalog import pictures, selectors
from core.page_cache import shared_page

_A_YEAR = "public, max-age=31536000, immutable"


def _svg(drawing: str) -> HttpResponse:
    return HttpResponse(drawing, content_type="image/svg+xml; charset=utf-8", headers={"Cache-Control": _A_YEAR})


@shared_page
def picture(request: HttpRequest, slug: str, version: str) -> HttpResponse:
    """The still life drawn from the product's name."""
    drawing = selectors.picture_of(slug)
    if drawing is None:
        raise Http404(_("Không có sản phẩm này."))
    return _svg(drawing)


@shared_page
def sector_picture(request: HttpRequest, code: str, version: str) -> HttpResponse:
    """The still life that stands for a whole sector."""
    drawing = pictures.draw_sector(code)
    if drawing is None:
        raise Http404(_("Không có nhóm này."))
    return _svg(drawing)


@shared_page
def cover(request: HttpRequest, landscape: str, version: str) -> HttpResponse:
    """The drawn landscape on top of a maker's page."""
    drawing = pictures.draw_cover(landscape)
    if drawing is None:
        raise Http404(_("Không có hình này."))
    return _svg(drawing)
