"""Database queries of each kind of page, counted inside Django with nothing kept; and the slugs of all products."""

from typing import Any

from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from catalog.models import Product

_PAGES = 25


def slugs() -> list[str]:
    """The last part of the address of every product page."""
    return list(Product.objects.visible().order_by("pk").values_list("slug", flat=True))


def queries_a_page(paths: dict[str, list[str]]) -> dict[str, Any]:
    """The most queries that any of some pages of a kind needs."""
    settings.PAGE_CACHE_SECONDS = 0
    client = Client(HTTP_HOST="127.0.0.1")
    most = {}
    for kind in ("list", "product", "home"):
        chosen = paths[kind][:_PAGES]
        client.get(chosen[0])  # what a process reads once
        most[kind] = max(_queries(client, path) for path in chosen)
    return most


def _queries(client: Client, path: str) -> int:
    with CaptureQueriesContext(connection) as captured:
        answer = client.get(path)
    if answer.status_code >= 400:
        raise ValueError(f"{path} answered {answer.status_code}")
    return len(captured)
