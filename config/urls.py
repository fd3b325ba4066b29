"""The map of all addresses. Vietnamese stands at the bare address, English under /en/."""

from django.conf.urls.i18n import i18n_patterns
from django.contrib.sitemaps import views as sitemaps
from django.urls import include, path
from django.views.decorators.http import require_safe

from core.page_cache import shared_page
from shop.sitemaps import SITEMAPS
from shop.views import health, robots

urlpatterns = [
    path("robots.txt", robots, name="robots"),
    path("healthz/", health, name="health"),
    path("sitemap.xml", require_safe(shared_page(sitemaps.index)), {"sitemaps": SITEMAPS}, name="sitemap"),
    path(
        "sitemap-<section>.xml",
        require_safe(shared_page(sitemaps.sitemap)),
        {"sitemaps": SITEMAPS},
        name="django.contrib.sitemaps.views.sitemap",
    ),
    path("", include("catalog.urls")),
    *i18n_patterns(
        path("", include("shop.urls")),
        path("", include("sellers.urls")),
        path("", include("certification.urls")),
        path("search/", include("search.urls")),
        prefix_default_language=False,
    ),
]
