"""What every page's frame shows: the site's name, the same page in the other language, the line about samples."""

from django.conf import settings
from django.http import HttpRequest
from django.urls import translate_url
from django.utils.functional import SimpleLazyObject
from django.utils.translation import get_language

from catalog import selectors

_OTHER = {"vi": "en", "en": "vi"}


def site(request: HttpRequest) -> dict[str, object]:
    """Values for templates/base.html. Nothing personal: pages are shared."""
    language = get_language() or settings.LANGUAGE_CODE
    path = request.path
    addresses = {code: translate_url(path, code) for code in _OTHER}
    query = request.META.get("QUERY_STRING", "")
    return {
        "site_name": settings.SITE_NAME,
        "site_url": settings.SITE_URL,
        "has_samples": SimpleLazyObject(selectors.has_samples),
        "other_language_url": addresses[_OTHER[language]] + (f"?{query}" if query else ""),
        "canonical_url": settings.SITE_URL + path,
        "alternates": [(code, settings.SITE_URL + address) for code, address in addresses.items()],
    }
