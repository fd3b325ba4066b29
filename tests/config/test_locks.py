"""The lock files: exact, hashed, in step with pyproject.toml and with each other, naming no package index."""

import re
import tomllib

import pytest

from tests.architecture.tree import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
EXTRAS = PROJECT["optional-dependencies"]
LOCKS = {
    "requirements.lock": PROJECT["dependencies"],
    "requirements-postgres.lock": PROJECT["dependencies"] + EXTRAS["postgres"],
    "requirements-dev.lock": PROJECT["dependencies"] + EXTRAS["dev"],
}
NAME = re.compile(r"^([A-Za-z0-9._-]+)(?:\[[^]]*\])?==([^\s;\\]+)", re.M)


def pins(text):
    """Name (as package indexes compare it) -> version."""
    return {re.sub(r"[-_.]+", "-", name).lower(): version for name, version in NAME.findall(text)}


def content(lock):
    """What a lock file holds."""
    return (ROOT / lock).read_text(encoding="utf-8")


@pytest.mark.parametrize("lock", LOCKS)
def test_lock_holds_what_the_project_pins(lock):
    wanted = pins("\n".join(LOCKS[lock]))

    assert wanted.items() <= pins(content(lock)).items()


@pytest.mark.parametrize("lock", LOCKS)
def test_every_library_of_a_lock_has_hashes(lock):
    entries = re.split(r"^(?=\S)", content(lock), flags=re.M)

    assert [entry for entry in entries if entry.strip() and "--hash=sha256:" not in entry] == []


@pytest.mark.parametrize("lock", LOCKS)
def test_lock_names_no_host(lock):
    assert "://" not in content(lock)


@pytest.mark.parametrize("lock", ["requirements-postgres.lock", "requirements-dev.lock"])
def test_larger_lock_holds_the_versions_of_the_smaller(lock):
    assert pins(content("requirements.lock")).items() <= pins(content(lock)).items()


def test_every_direct_dependency_is_pinned():
    loose = [name for names in (PROJECT["dependencies"], *EXTRAS.values()) for name in names if "==" not in name]

    assert loose == []
