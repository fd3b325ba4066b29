"""Drawn pictures: the same for everyone, kept by browsers for a year (their addresses change with the drawing)."""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from catalog import pictures, selectors
from catalog.pictures.covers import LANDSCAPES
from core.page_cache import shared_page

_A_YEAR = "public, max-age=31536000, immutable"


def _svg(drawing: str) -> HttpResponse:
    return HttpResponse(drawing, content_type="image/svg+xml; charset=utf-8", headers={"Cache-Control": _A_YEAR})


@require_safe
@shared_page
def picture(request: HttpRequest, key: str) -> HttpResponse:
    """The still life drawn from the product's name."""
    drawing = selectors.picture_of(key)
    if drawing is None:
        raise Http404(_("Không có sản phẩm này."))
    return _svg(drawing)


@require_safe
@shared_page
def sector_picture(request: HttpRequest, code: str, edition: int) -> HttpResponse:
    """The still life that stands for a whole sector."""
    drawing = selectors.sector_picture(code)
    if drawing is None:
        raise Http404(_("Không có nhóm này."))
    return _svg(drawing)


@require_safe
@shared_page
def cover(request: HttpRequest, landscape: str, seed: int, edition: int) -> HttpResponse:
    """The drawn landscape on top of a maker's page, in one of a few variations."""
    if landscape not in LANDSCAPES or seed >= selectors.COVER_SEEDS:
        raise Http404(_("Không có hình này."))
    return _svg(pictures.draw_cover(landscape, str(seed)))
