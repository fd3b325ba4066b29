"""Reading and compiling the parts of the English catalogue."""

import gettext

import pytest

from core import translations
from core.translations import Text

GOOD = """
msgid "Tìm"
msgstr "Search"

msgid "%(n)s gói"
msgid_plural "%(n)s gói"
msgstr[0] "%(n)s pack"
msgstr[1] "%(n)s packs"

msgctxt "số"
msgid "Hai"
msgstr "Two"
"""


@pytest.fixture
def root(tmp_path):
    """A project with one part."""
    (tmp_path / "locale/en/parts").mkdir(parents=True)
    (tmp_path / "locale/en/parts/a.po").write_text(GOOD, encoding="utf-8")
    return tmp_path


def add_part(root, text):
    """A second part."""
    (root / "locale/en/parts/b.po").write_text(text, encoding="utf-8")


def compiled(root):
    """The catalogue as Python's own gettext reads it."""
    with (root / translations.COMPILED).open("rb") as file:
        return gettext.GNUTranslations(file)


def test_parts_are_compiled_for_gettext(root):
    translations.compile_catalog(root)

    english = compiled(root)
    assert english.gettext("Tìm") == "Search"
    assert [english.ngettext("%(n)s gói", "%(n)s gói", n) for n in (1, 2)] == ["%(n)s pack", "%(n)s packs"]
    assert english.pgettext("số", "Hai") == "Two"


def test_nothing_is_wrong_in_good_parts(root):
    add_part(root, 'msgid "Lọc"\nmsgstr "Filter"\n')

    assert translations.read_parts(root).problems == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('#, fuzzy\nmsgid "Lọc"\nmsgstr "Filter"\n', "b.po: fuzzy entry 'Lọc'"),
        ('#~ msgid "Lọc"\n#~ msgstr "Filter"\n', "b.po: left-over entry 'Lọc'"),
        ('msgid "Tìm"\nmsgstr "Find"\n', "b.po: 'Tìm' is translated otherwise in a.po"),
    ],
)
def test_trouble_in_a_part_is_told_and_the_rest_kept(root, text, words):
    add_part(root, text)

    parts = translations.compile_catalog(root)

    assert parts.problems == [words]
    assert compiled(root).gettext("Tìm") == "Search"


def test_broken_part_is_told_and_the_rest_kept(root):
    add_part(root, "Lọc = Filter\n")

    parts = translations.compile_catalog(root)

    assert [problem.partition(":")[0] for problem in parts.problems] == ["b.po"]
    assert compiled(root).gettext("Tìm") == "Search"


def test_texts_without_english_are_missing_with_their_file(root):
    (root / "shop").mkdir()
    (root / "shop/views.py").write_text('_("Tìm")\n_("Lọc")\n', encoding="utf-8")

    assert translations.missing(root) == {Text("Lọc"): "shop/views.py"}
