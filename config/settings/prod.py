"""Production. Refuses to start without its secrets; `manage.py check --deploy` is clean."""

import os

from django.core.exceptions import ImproperlyConfigured

from .base import *  # noqa: F403 -- settings are a flat list of names by Django's design
from .base import ALLOWED_HOSTS, SITE_URL

DEBUG = False
SECRET_KEY = os.environ.get("SECRET_KEY", "")

_missing = [
    text
    for text, is_missing in (
        ("SECRET_KEY (at least 50 random characters)", len(SECRET_KEY) < 50 or SECRET_KEY.startswith("dev-")),
        ("ALLOWED_HOSTS (comma-separated host names)", not ALLOWED_HOSTS),
        ("SITE_URL (https://…, the public address)", not SITE_URL.startswith("https://")),
        ("DATABASE_URL", not os.environ.get("DATABASE_URL")),
    )
    if is_missing
]
if _missing:
    raise ImproperlyConfigured("Production settings need these environment variables: " + "; ".join(_missing))

SECURE_SSL_REDIRECT = os.environ.get("SECURE_SSL_REDIRECT", "1") == "1"
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_HSTS_SECONDS = 31_536_000
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
LANGUAGE_COOKIE_SECURE = True
