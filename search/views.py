"""The list of products with its filters, and the suggestions under a search box."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_safe

from core import clock
from core.page_cache import shared_page
from core.vietnamese import typed_text
from search.forms import SearchForm
from search.page import search_context
from search.suggestions import suggest as suggestions
from search.understanding import MOST_TYPED


@require_safe
@shared_page
def search_page(request: HttpRequest) -> HttpResponse:
    """The list for what stands in the address; htmx gets its results alone, which no browser keeps."""
    is_part = bool(request.htmx) and not request.htmx.history_restore_request  # type: ignore[attr-defined]  # django-htmx
    context = search_context(SearchForm(request.GET), today=clock.today())
    response = render(request, "search/page.html#results" if is_part else "search/page.html", context)
    patch_vary_headers(response, ["HX-Request"])
    if request.htmx:  # type: ignore[attr-defined]  # django-htmx
        response.headers["Cache-Control"] = "no-store"
    return response


@require_safe
@shared_page
def suggest(request: HttpRequest) -> HttpResponse:
    """What may be meant by the letters typed so far, as options of a list box."""
    text = typed_text(request.GET.get("q"), limit=MOST_TYPED)
    return render(request, "search/suggest.html", {"groups": suggestions(text)})
