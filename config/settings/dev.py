"""make run: everything embedded, a key that is nobody's secret, pages as in production."""

import os

from .base import *  # noqa: F403 -- settings are a flat list of names by Django's design

# Debug pages only on request: visitors of `make run` see what visitors of production see.
DEBUG = os.environ.get("DEBUG") == "1"
SECRET_KEY = "dev-only-not-a-secret"  # noqa: S105 -- refused by prod.py
ALLOWED_HOSTS = ["*"]
# Sample prices and stocks may be put in (and are marked as such); production has no such setting.
ALLOW_SAMPLE_DATA = True
