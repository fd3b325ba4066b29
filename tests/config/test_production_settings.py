"""Production refuses to start without its secrets, and says which."""

import os
import subprocess
import sys

import pytest

from tests.architecture.tree import ROOT

SECRETS = {
    "SECRET_KEY": "x7" * 30,
    "ALLOWED_HOSTS": "saolang.example",
    "SITE_URL": "https://saolang.example",
    "DATABASE_URL": "sqlite:////tmp/never-opened.sqlite3",
}


def start(variables, tmp_path):
    """What a start with these variables prints on its error channel, and its exit code."""
    environment = {name: value for name, value in os.environ.items() if name not in SECRETS}
    ended = subprocess.run(
        [sys.executable, "-c", "import django; django.setup()"],
        cwd=ROOT,
        env=environment | {"DJANGO_SETTINGS_MODULE": "config.settings.prod", "SAOLANG_VAR": str(tmp_path)} | variables,
        capture_output=True,
        text=True,
        check=False,
    )
    return ended.returncode, ended.stderr


def test_production_starts_with_its_secrets(tmp_path):
    assert start(SECRETS, tmp_path) == (0, "")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("SECRET_KEY", ""),
        ("SECRET_KEY", "short"),
        ("SECRET_KEY", "dev-only-not-a-secret"),
        ("ALLOWED_HOSTS", ""),
        ("SITE_URL", ""),
        ("SITE_URL", "http://saolang.example"),
        ("DATABASE_URL", ""),
    ],
)
def test_production_refuses_to_start_without(name, value, tmp_path):
    code, words = start(SECRETS | {name: value}, tmp_path)

    assert code != 0
    assert f"Production settings need these environment variables: {name}" in words
