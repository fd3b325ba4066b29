"""A real site with the real catalogue, and Chromium to look at it: `page`, `phone`, `page_without_scripts`.

The site is set up once for the whole run in a folder of its own and is only read. A page that logs an error, breaks the
content policy or asks another host for anything fails its test.
"""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path
from urllib.parse import urlsplit

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome")
CHROMIUM_FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-dev-shm-usage"]
DESKTOP = {"width": 1280, "height": 900}
PHONE = {"width": 390, "height": 844}
START_SECONDS = 60


def pytest_collection_modifyitems(items):
    """Every test of this folder is a browser test."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def browser():
    """Debian's Chromium; the tests skip where there is none."""
    chromium = next(filter(None, map(shutil.which, CHROMIUM_NAMES)), None)
    if chromium is None:
        pytest.skip("no Chromium on this machine (Debian, Ubuntu: apt install chromium), so browser tests are left out")
    playwright_api = pytest.importorskip(
        "playwright.sync_api", reason="the dev lock is not installed (make test does it)"
    )
    with playwright_api.sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium, args=CHROMIUM_FLAGS)
        yield started
        started.close()


@pytest.fixture(scope="session")
def site(browser, tmp_path_factory):
    """Address of a running site with the real catalogue, without a slash at the end. Tests only read it."""
    var = tmp_path_factory.mktemp("site")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    address = f"http://127.0.0.1:{port}"
    environment = {name: value for name, value in os.environ.items() if name not in ("DATABASE_URL", "DEBUG")} | {
        "SAOLANG_VAR": str(var),
        "SITE_URL": address,
        "DJANGO_SETTINGS_MODULE": "config.settings.dev",
    }
    subprocess.run([sys.executable, "manage.py", "setup_site"], cwd=ROOT, env=environment, check=True, timeout=300)
    server = subprocess.Popen(
        [sys.executable, "config/serve.py", "--port", str(port), "--workers", "1", "--parent", str(os.getpid())],
        cwd=ROOT,
        env=environment,
    )
    try:
        _wait_for(address, server)
        yield address
    finally:
        server.terminate()
        server.wait(timeout=15)


def _wait_for(address, server):
    """Returns once the site answers."""
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline and server.poll() is None:
        try:
            with urllib.request.urlopen(f"{address}/healthz/", timeout=5):  # noqa: S310 -- our own address
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
    pytest.fail(f"the site did not answer at {address}")


def _open(browser, site, **options):
    """A page whose troubles are collected in `page.troubles`."""
    context = browser.new_context(base_url=site, locale="vi-VN", timezone_id="Asia/Ho_Chi_Minh", **options)
    page = context.new_page()
    page.troubles = []
    page.set_default_timeout(15_000)

    def note_message(message):
        if message.type == "error" and "status of 404" not in message.text:
            page.troubles.append(f"console: {message.text}")

    def note_request(request):
        parts = urlsplit(request.url)
        if parts.scheme in ("http", "https") and parts.netloc != urlsplit(site).netloc:
            page.troubles.append(f"another host was asked: {request.url}")

    def note_response(response):
        if response.status >= 500:
            page.troubles.append(f"{response.status}: {response.url}")

    page.on("console", note_message)
    page.on("pageerror", lambda error: page.troubles.append(f"script: {error}"))
    page.on("request", note_request)
    page.on("response", note_response)
    return page


def _close(page):
    """Closes a page and fails the test if it had troubles."""
    page.context.close()
    assert page.troubles == []


@pytest.fixture
def page(browser, site):
    """A page on a desk: `page.goto("/")` opens the home page."""
    opened = _open(browser, site, viewport=DESKTOP)
    yield opened
    _close(opened)


@pytest.fixture
def phone(browser, site):
    """A page on a phone, 390 px wide, with touch."""
    opened = _open(browser, site, viewport=PHONE, has_touch=True, is_mobile=True, device_scale_factor=2)
    yield opened
    _close(opened)


@pytest.fixture
def page_without_scripts(browser, site):
    """A page on a desk whose browser runs no JavaScript."""
    opened = _open(browser, site, viewport=DESKTOP, java_script_enabled=False)
    yield opened
    _close(opened)
