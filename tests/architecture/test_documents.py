"""What the documents name is there: commands of the Makefile, files and folders."""

import re

import pytest

from tests.architecture import tree

DOCUMENTS = ("README.md", "CONTRIBUTING.md", "docs/operations.md")
MADE = ("var", ".venv", ".env", "locale/en/parts/new.po")  # by a command, not by git


def targets():
    """The targets of the Makefile."""
    return set(re.findall(r"^([a-z]+):", (tree.ROOT / "Makefile").read_text(encoding="utf-8"), re.M))


def is_made(path):
    """Whether a path is made by running something."""
    return any(path == made or path.startswith(f"{made}/") for made in MADE)


@pytest.mark.parametrize("document", DOCUMENTS)
def test_document_names_commands_that_exist(document):
    named = set(re.findall(r"(?:`|^)make ([a-z]+)", (tree.ROOT / document).read_text(encoding="utf-8"), re.M))

    assert named <= targets()


@pytest.mark.parametrize("document", DOCUMENTS)
def test_document_names_files_that_exist(document):
    text = (tree.ROOT / document).read_text(encoding="utf-8")
    named = {path.rstrip("/") for path in re.findall(r"`([\w.-]+(?:/[\w.-]+)*/?)`", text) if "/" in path}
    linked = set(re.findall(r"\]\(([\w./-]+)\)", text)) if "/" not in document else set()

    absent = [path for path in sorted(named | linked) if not is_made(path) and not (tree.ROOT / path).exists()]

    assert absent == []


def test_makefile_says_what_each_target_does():
    makefile = (tree.ROOT / "Makefile").read_text(encoding="utf-8")

    assert set(re.findall(r"^([a-z]+): +## \S", makefile, re.M)) == targets()
