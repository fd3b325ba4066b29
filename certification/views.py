"""The public check of certificates: a form, what it finds, and one certificate's page with its QR code."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.http import require_safe

from catalog import selectors as catalog
from certification import qr, selectors
from core import clock, codes, pagination
from core.page_cache import shared_page
from core.vietnamese import typed_text

_MAX_TEXT = 200


def _form_context(text: str) -> dict[str, object]:
    return {
        "nav": "verify",
        "verify_query": text,
        "today": clock.today(),
        "breadcrumb": _steps(),
        "robots": "noindex,follow" if text else "",
    }


def _steps() -> list[dict[str, str]]:
    return [
        {"label": _("Trang chủ"), "url": reverse("shop:home")},
        {"label": _("Kiểm tra chứng nhận"), "url": reverse("certification:verify")},
    ]


@require_safe
@shared_page
def verify(request: HttpRequest) -> HttpResponse:
    """The check page: by code, decision number, product or maker name."""
    today = clock.today()
    text = typed_text(request.GET.get("q"), limit=_MAX_TEXT)
    context = _form_context(text)
    if not text:
        return render(
            request, "certification/verify.html", context | {"examples": selectors.frequent_answers(today=today)}
        )
    page = pagination.page_number(request.GET.get("page"))
    found = selectors.check(text, page=page, today=today)
    if found.code:
        return HttpResponseRedirect(reverse("certification:certificate", args=[found.code]))
    path = reverse("certification:verify")
    context |= {
        "answers": found.answers,
        "total": found.total,
        "pager": pagination.pager(
            total=found.total,
            number=page,
            size=selectors.PAGE_SIZE,
            url_for=lambda number: pagination.address(path, [("q", text)], page=number),
        ),
    }
    return render(request, "certification/verify.html", context)


@require_safe
@shared_page
def certificate(request: HttpRequest, code: str) -> HttpResponse:
    """One certificate: the answer first, then its evidence. An unknown code gets the form again and a clear word."""
    today = clock.today()
    found = selectors.certificate_page(code, today=today)
    if found is None:
        return render(request, "certification/verify.html", _form_context(code), status=404)
    row, answer, history = found
    if code != row.code:
        return HttpResponseRedirect(reverse("certification:certificate", args=[row.code]))
    context = {
        "nav": "verify",
        "certificate": answer.certificate,
        "product_name": answer.product_name,
        "product_url": answer.product_url,
        "maker_name": answer.maker_name,
        "place": answer.place,
        "history": history,
        "today": today,
        "qr_svg_url": reverse("certification:certificate_qr", args=[row.code]),
        "breadcrumb": [*_steps(), {"label": answer.certificate.spoken_code, "url": ""}],
    }
    return render(request, "certification/certificate.html", context)


@require_safe
@shared_page
def certificate_qr(request: HttpRequest, code: str) -> HttpResponse:
    """The QR code that leads to a certificate's page, always at its Vietnamese address: it is printed on packs."""
    if catalog.certificate_by_code(codes.typed(code)) is None:
        raise Http404(_("Không có mã chứng nhận này."))
    with override("vi"):
        address = settings.SITE_URL + reverse("certification:certificate", args=[codes.typed(code)])
    return HttpResponse(
        qr.svg(address),
        content_type="image/svg+xml; charset=utf-8",
        headers={"Cache-Control": "public, max-age=86400"},
    )
