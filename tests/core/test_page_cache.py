"""Kept pages: same answer for everyone, forgotten when goods change, never kept when they must not be."""

import gzip
import itertools

import pytest
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory

from core import page_cache
from core.page_cache import PageCacheMiddleware, shared_page

numbers = itertools.count()


@shared_page
def shared(request: HttpRequest) -> HttpResponse:
    return HttpResponse(f"{request.get_full_path()} {next(numbers)}")


def personal(request: HttpRequest) -> HttpResponse:
    return HttpResponse(f"{next(numbers)}")


@shared_page
def missing(request: HttpRequest) -> HttpResponse:
    return HttpResponse(f"{next(numbers)}", status=404)


@shared_page
def with_cookie(request: HttpRequest) -> HttpResponse:
    response = HttpResponse(f"{next(numbers)}")
    response.set_cookie("a", "b")
    return response


@pytest.fixture
def _cache_on(settings, tmp_path):
    settings.PAGE_CACHE_SECONDS = 60
    settings.VAR_DIR = tmp_path


def get(middleware: PageCacheMiddleware, path: str = "/", **headers: str) -> str:
    return middleware(RequestFactory().get(path, headers=headers)).content.decode()


@pytest.mark.usefixtures("_cache_on")
def test_shared_page_is_answered_from_memory() -> None:
    middleware = PageCacheMiddleware(shared)

    first = get(middleware)

    assert get(middleware) == first


@pytest.mark.usefixtures("_cache_on")
def test_kept_page_is_sent_compressed_to_whoever_takes_it_so() -> None:
    middleware = PageCacheMiddleware(shared)
    plain = get(middleware)

    packed = middleware(RequestFactory().get("/", headers={"accept-encoding": "br, gzip"}))

    assert packed.headers["Content-Encoding"] == "gzip"
    assert "Accept-Encoding" in packed.headers["Vary"]
    assert gzip.decompress(packed.content).decode() == plain
    assert get(middleware) == plain


@pytest.mark.usefixtures("_cache_on")
def test_shared_page_shows_no_header_of_ours() -> None:
    middleware = PageCacheMiddleware(shared)

    responses = [middleware(RequestFactory().get("/")) for _ in range(2)]

    assert [page_cache._SHARED in response.headers for response in responses] == [False, False]


@pytest.mark.usefixtures("_cache_on")
@pytest.mark.parametrize("headers", [{"HX-Request": "true"}, {"host": "other.example"}])
def test_shared_page_is_kept_apart_by_what_changes_it(headers: dict[str, str]) -> None:
    middleware = PageCacheMiddleware(shared)

    first = get(middleware)

    assert get(middleware, **headers) != first
    assert get(middleware, "/?page=2") != first


@pytest.mark.usefixtures("_cache_on")
@pytest.mark.parametrize("view", [personal, missing, with_cookie])
def test_page_that_may_not_be_kept_is_made_anew(view) -> None:
    middleware = PageCacheMiddleware(view)

    assert get(middleware) != get(middleware)


@pytest.mark.usefixtures("_cache_on")
def test_oldest_page_goes_when_all_together_are_too_large(settings) -> None:
    settings.PAGE_CACHE_BYTES = 60  # two of these pages, compressed
    middleware = PageCacheMiddleware(shared)
    first = get(middleware, "/one")

    get(middleware, "/two")
    get(middleware, "/three")

    assert middleware.size <= 60
    assert get(middleware, "/one") != first


@pytest.mark.usefixtures("_cache_on")
def test_forgetting_drops_pages_of_every_process(monkeypatch) -> None:
    monkeypatch.setattr(page_cache, "_STAMP_LOOK_SECONDS", 0)
    processes = [PageCacheMiddleware(shared), PageCacheMiddleware(shared)]
    first = [get(process) for process in processes]

    page_cache.forget()

    assert [get(process) for process in processes] != first


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("_cache_on")
def test_forgetting_waits_for_the_commit(monkeypatch) -> None:
    monkeypatch.setattr(page_cache, "_STAMP_LOOK_SECONDS", 0)
    middleware = PageCacheMiddleware(shared)
    first = get(middleware)

    with transaction.atomic():
        page_cache.forget_on_commit()
        page_cache.forget_on_commit()
        during = get(middleware)

    assert during == first
    assert get(middleware) != first
