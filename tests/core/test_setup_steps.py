"""What set-up remembers: a step is repeated when its inputs changed, and only then."""

import pytest

from core.setup_steps import Stamps, database_identity, digest


@pytest.fixture
def root(tmp_path):
    """A small project with two data files."""
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "a.csv").write_text("a")
    (tmp_path / "data" / "b.csv").write_text("b")
    return tmp_path


def rename(root):
    (root / "data" / "b.csv").rename(root / "data" / "c.csv")


def edit(root):
    (root / "data" / "b.csv").write_text("other")


def add(root):
    (root / "data" / "c.csv").write_text("c")


def remove(root):
    (root / "data" / "b.csv").unlink()


@pytest.mark.parametrize("change", [rename, edit, add, remove])
def test_digest_changes_with_the_files(root, change):
    before = digest(root, ["data/*.csv"])

    change(root)

    assert digest(root, ["data/*.csv"]) != before


def test_digest_stays_when_other_files_change(root):
    before = digest(root, ["data/*.csv"])

    (root / "data" / "notes.txt").write_text("x")

    assert digest(root, ["data/*.csv"]) == before


def test_digest_tells_its_texts_apart(root):
    assert digest(root, [], "ab", "c") != digest(root, [], "a", "bc")


def test_stamp_is_current_on_the_same_inputs_alone(tmp_path):
    Stamps(tmp_path / "setup.json").keep("places", "one")

    known = Stamps(tmp_path / "setup.json")

    assert known.is_current("places", "one")
    assert not known.is_current("places", "two")
    assert not known.is_current("catalogue", "one")


@pytest.mark.parametrize("content", ["", "{", "[1, 2]", "null"])
def test_broken_stamps_mean_that_nothing_is_known(tmp_path, content):
    (tmp_path / "setup.json").write_text(content)

    assert Stamps(tmp_path / "setup.json").known == {}


def test_database_identity_holds_no_password():
    server = {
        "ENGINE": "django.db.backends.postgresql",
        "HOST": "db",
        "PORT": "5432",
        "NAME": "x",
        "PASSWORD": "secret",
    }

    assert "secret" not in database_identity(server)


def test_database_identity_changes_with_another_file(tmp_path):
    file = tmp_path / "site.sqlite3"
    file.write_text("one")
    database = {"ENGINE": "django.db.backends.sqlite3", "NAME": str(file)}
    before = database_identity(database)

    (tmp_path / "new").write_text("two")
    (tmp_path / "new").replace(file)

    assert database_identity(database) != before
