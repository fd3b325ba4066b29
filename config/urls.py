"""The map of all addresses. Vietnamese stands at the bare address, English under /en/."""

from django.urls import URLPattern, URLResolver

urlpatterns: list[URLPattern | URLResolver] = []
