"""One choice beside a list. In Python, for a list page shows a hundred of them and an included template costs ten times
as much for each."""

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from catalog.templatetags.badges import stars
from core import formats
from search.facets import Option

register = template.Library()
_CHECKED, _DISABLED = SafeString(" checked"), SafeString(" disabled")
_NOTHING = SafeString("")


@register.simple_tag
def choice(option: Option, name: str, draws_stars: bool = False) -> SafeString:
    """A check box with its words and count. `name`: the field of the address; `draws_stars`: the rank as stars."""
    label = option.label
    if draws_stars and option.value != "0":
        label = format_html('{}<span class="hide">{}</span>', stars(int(option.value), 14), label)
    return format_html(
        '<label class="opt"><input type="checkbox" name="{}" value="{}" id="f-{}-{}"{}{}><span{}>{}{}</span>'
        '<span class="n">{}</span></label>',
        name,
        option.value,
        name,
        option.value,
        _CHECKED if option.selected else _NOTHING,
        _DISABLED if option.disabled else _NOTHING,
        format_html(' lang="{}"', option.lang) if option.lang else _NOTHING,
        label,
        format_html(' <span class="sub">{}</span>', option.sub_label) if option.sub_label else _NOTHING,
        formats.count(option.count),
    )
