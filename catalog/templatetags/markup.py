"""Small pieces of markup that every template uses: an icon, the mark of Vietnamese text on an English page."""

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language

register = template.Library()


@register.simple_tag
def icon(name: str) -> SafeString:
    """An icon of templates/components/sprite.html, hidden from screen readers: words always stand beside."""
    return format_html('<svg class="i" aria-hidden="true"><use href="#i-{}"/></svg>', name)


@register.simple_tag
def vi() -> SafeString:
    """` lang="vi"` for a name that stays Vietnamese on a page in another language; nothing on a Vietnamese page."""
    return SafeString("" if get_language() == "vi" else ' lang="vi"')
