"""The public check of certificates: a form, what it finds, and one certificate's page with its QR code."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from catalog import selectors as catalog
from certification import qr, selectors
from core import clock, codes
from core.page_cache import shared_page

_MAX_TEXT = 200


@require_safe
@shared_page
def verify(request: HttpRequest) -> HttpResponse:
    """The check page: by code, decision number, product or maker name."""
    text = request.GET.get("q", "").replace("\x00", "")[:_MAX_TEXT].strip()
    answer = selectors.check(text, today=clock.today()) if text else None
    if answer and answer.code:
        return HttpResponseRedirect(reverse("certification:certificate", args=[answer.code]))
    context = {
        "nav": "verify",
        "query_text": text,
        "answer": answer,
        "today": clock.today(),
        "robots": "noindex,follow" if text else "",
    }
    return render(request, "certification/verify.html", context)


@require_safe
@shared_page
def certificate(request: HttpRequest, code: str) -> HttpResponse:
    """One certificate: the answer first, then its evidence. An unknown code gets the form again and a clear word."""
    today = clock.today()
    found = selectors.certificate_page(code, today=today)
    if found is None:
        context = {"nav": "verify", "query_text": code, "unknown_code": code, "today": today, "robots": "noindex"}
        return render(request, "certification/verify.html", context, status=404)
    row, view, history = found
    if code != row.code:
        return HttpResponseRedirect(reverse("certification:certificate", args=[row.code]))
    product = row.product
    steps = [
        (_("Trang chủ"), reverse("shop:home")),
        (_("Kiểm tra chứng nhận"), reverse("certification:verify")),
    ]
    context = {
        "nav": "verify",
        "certificate": view,
        "history": history,
        "card": catalog.product_cards([product.pk], today=today)[0],
        "product": product,
        "today": today,
        "qr_svg_url": reverse("certification:certificate_qr", args=[row.code]),
        "check_url": settings.SITE_URL + reverse("certification:certificate", args=[row.code]),
        "breadcrumb": [{"label": label, "url": url} for label, url in steps],
    }
    return render(request, "certification/certificate.html", context)


@require_safe
@shared_page
def certificate_qr(request: HttpRequest, code: str) -> HttpResponse:
    """The QR code that leads to a certificate's page."""
    if catalog.certificate_by_code(codes.typed(code)) is None:
        raise Http404(_("Không có mã chứng nhận này."))
    address = settings.SITE_URL + reverse("certification:certificate", args=[codes.typed(code)])
    return HttpResponse(
        qr.svg(address),
        content_type="image/svg+xml; charset=utf-8",
        headers={"Cache-Control": "public, max-age=86400"},
    )
