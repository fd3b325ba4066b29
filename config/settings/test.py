"""make test: its own folder for files, no page cache, plain static files."""

import os
import tempfile
from pathlib import Path

from .base import *  # noqa: F403 -- settings are a flat list of names by Django's design
from .base import DATABASES, MIDDLEWARE, STORAGES

DEBUG = False
SECRET_KEY = "test-only-not-a-secret"  # noqa: S105 -- refused by prod.py
ALLOWED_HOSTS = ["*"]
SITE_URL = "http://testserver"
VAR_DIR = Path(tempfile.gettempdir()) / f"saolang-test-{os.getpid()}"
SEARCH_INDEX_DIR = VAR_DIR / "index"
MEDIA_ROOT = VAR_DIR / "media"
PAGE_CACHE_SECONDS = 0
WHITENOISE_AUTOREFRESH = True
STORAGES = STORAGES | {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
MIDDLEWARE = [name for name in MIDDLEWARE if "whitenoise" not in name]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["TEST"] = {"NAME": None}
ALLOW_SAMPLE_DATA = True
