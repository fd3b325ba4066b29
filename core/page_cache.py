"""Whole answers kept in memory for pages that everyone sees alike; by full address and language.

A view opts in by `@shared_page`. Such a page carries no token, nonce or personal part. Every process keeps its own
copies; a stamp file shared by all processes of one machine makes them forget when goods change, the age limit
(PAGE_CACHE_SECONDS) does on other machines, and midnight does everywhere, since badges are computed for the day.
"""

import functools
import gzip
import os
import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import patch_vary_headers

from core import clock

_SHARED = "X-Shared-Page"
_STAMP_LOOK_SECONDS = 0.25
_MAX_BODY = 600_000
Key = tuple[str, str, bool]


@dataclass(frozen=True, slots=True)
class KeptPage:
    """An answer of status 200, its body compressed: eight times as many fit, and nearly all browsers take it so."""

    at: float
    packed: bytes
    headers: dict[str, str]


def shared_page(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """Marks a view whose answer is the same for everyone, so that it may be kept."""

    @functools.wraps(view)
    def wrapped(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        response = view(request, *args, **kwargs)
        response.headers[_SHARED] = "1"
        return response

    return wrapped


def forget() -> None:
    """Makes every process of this machine drop its kept pages, at the latest a quarter of a second later."""
    path = settings.VAR_DIR / "pages.stamp"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.touch()
    now = time.time_ns()
    os.utime(path, ns=(now, now))


def forget_on_commit() -> None:
    """`forget` once the current transaction is in; called by whatever changes what visitors see."""
    connection = transaction.get_connection()
    if not connection.in_atomic_block:
        forget()
    elif not any(call[1] is forget for call in connection.run_on_commit):  # once a transaction, however many rows
        transaction.on_commit(forget)


class PageCacheMiddleware:
    """First in the chain: answers a kept page before any other work is done."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response
        self.pages: OrderedDict[Key, KeptPage] = OrderedDict()
        self.size = 0
        self.lock = threading.Lock()
        self.stamp: tuple[int, Any] = (0, None)
        self.looked_at = 0.0

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if not settings.PAGE_CACHE_SECONDS or request.method != "GET":
            return self._public(self.get_response(request))
        now = time.monotonic()
        self._drop_if_changed(now)
        meta = request.META
        key = (meta.get("HTTP_HOST", ""), request.get_full_path(), "HTTP_HX_REQUEST" in meta)
        kept = self.pages.get(key)
        if kept and now - kept.at < settings.PAGE_CACHE_SECONDS:
            return self._answer(kept, takes_gzip="gzip" in meta.get("HTTP_ACCEPT_ENCODING", ""))
        stamp = self.stamp
        response = self.get_response(request)
        if isinstance(response, HttpResponse) and self._may_keep(response):
            page = self._packed(response, now)
            with self.lock:
                if stamp == self.stamp:
                    self._keep(key, page)
        return self._public(response)

    def _keep(self, key: Key, page: KeptPage) -> None:
        """Keeps a page, and drops the oldest while they are more than PAGE_CACHE_BYTES together."""
        old = self.pages.pop(key, None)
        self.size += len(page.packed) - (len(old.packed) if old else 0)
        self.pages[key] = page
        while self.size > settings.PAGE_CACHE_BYTES and self.pages:
            _, dropped = self.pages.popitem(last=False)
            self.size -= len(dropped.packed)

    def _drop_if_changed(self, now: float) -> None:
        if now - self.looked_at < _STAMP_LOOK_SECONDS:
            return
        self.looked_at = now
        try:
            changed = (settings.VAR_DIR / "pages.stamp").stat().st_mtime_ns
        except OSError:
            changed = 0
        stamp = (changed, clock.today())
        if stamp != self.stamp:
            with self.lock:
                self.stamp = stamp
                self.pages.clear()
                self.size = 0

    @staticmethod
    def _may_keep(response: HttpResponse) -> bool:
        return (
            response.status_code == 200
            and _SHARED in response.headers
            and not response.cookies
            and "no-store" not in response.headers.get("Cache-Control", "")
            and len(response.content) <= _MAX_BODY
        )

    @staticmethod
    def _public(response: HttpResponseBase) -> HttpResponseBase:
        response.headers.pop(_SHARED, None)
        return response

    @staticmethod
    def _packed(response: HttpResponse, now: float) -> KeptPage:
        is_packed = response.headers.get("Content-Encoding") == "gzip"
        headers = {
            name: value
            for name, value in response.headers.items()
            if name not in (_SHARED, "Content-Encoding", "Content-Length")
        }
        return KeptPage(now, response.content if is_packed else gzip.compress(response.content, 6), headers)

    @staticmethod
    def _answer(page: KeptPage, *, takes_gzip: bool) -> HttpResponse:
        response = HttpResponse(page.packed if takes_gzip else gzip.decompress(page.packed))
        response.headers = type(response.headers)(page.headers)
        if takes_gzip:
            response.headers["Content-Encoding"] = "gzip"
        patch_vary_headers(response, ("Accept-Encoding",))
        return response
