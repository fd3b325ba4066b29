"""English is complete: every Vietnamese text of the site has its translation, and no translation is left over."""

import re

from core import translations
from core.translations import Text
from tests.architecture import tree

PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}")


def english():
    """Text -> its English forms, from locale/en/parts."""
    parts = translations.read_parts(tree.ROOT)
    entries = {}
    for message in parts.catalog:
        if not message.id:
            continue
        text, plural = (message.id, "") if isinstance(message.id, str) else message.id
        forms = (message.string,) if isinstance(message.string, str) else tuple(message.string or ())
        entries[Text(text, plural, message.context or "")] = forms
    return entries


def test_parts_hold_no_broken_fuzzy_or_contradicting_entry():
    assert translations.read_parts(tree.ROOT).problems == []


def test_every_text_of_the_site_has_its_english():
    untranslated = {text.text: where for text, where in translations.missing(tree.ROOT).items()}

    assert untranslated == {}


def test_no_translation_is_left_over():
    used = {(text.text, text.context) for text in translations.used_texts(tree.ROOT)}
    left_over = [text.text for text in english() if (text.text, text.context) not in used]

    assert left_over == []


def test_translation_keeps_every_placeholder():
    differing = {
        text.text: forms
        for text, forms in english().items()
        for form in forms
        if set(PLACEHOLDER.findall(form)) != set(PLACEHOLDER.findall(text.text))
    }

    assert differing == {}


def test_template_texts_are_found_with_context_plural_and_filters():
    template = (
        "{% load i18n %}{% translate 'Một' %}{% translate 'Hai' context 'số' %}"
        "{% blocktranslate count n=n %}{{ n }} gói{% plural %}{{ n }} gói hàng{% endblocktranslate %}"
        '{{ x|default:_("Không rõ") }}{% if a %}{% include "x" with y=_("Kín") %}{% endif %}'
    )

    found = set(translations.texts_of_template(template))

    assert found == {
        Text("Một"),
        Text("Hai", context="số"),
        Text("%(n)s gói", "%(n)s gói hàng"),
        Text("Không rõ"),
        Text("Kín"),
    }


def test_python_texts_are_found_and_variables_left_out():
    source = '_("Một"); ngettext("%d gói", "%d gói hàng", n); pgettext_lazy("số", "Hai"); _(name); f.gettext("Ba")'

    found = set(translations.texts_of_python(source))

    assert found == {Text("Một"), Text("%d gói", "%d gói hàng"), Text("Hai", context="số"), Text("Ba")}
