"""The menu of the pages behind a door: a maker's desk, the programme's office, or a person's own pages."""

from typing import Any

from django import template
from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.models import Standing
from core import clock, registry
from core.registry import PageLink

register = template.Library()
_TABS = 4


@register.simple_tag(takes_context=True)
def desk_menu(context: template.Context) -> dict[str, Any]:
    """Title, tags and links of the frame; on a phone the first four links are tabs and the others stand in "Thêm"."""
    request = context["request"]
    here = request.resolver_match.view_name if request.resolver_match else ""
    desk = getattr(request, "desk", None)
    if desk:
        links = [_entry(link, here, [desk.organization.slug]) for link in registry.desk_links(desk.rights)]
        title, tags = desk.organization.name, _standing_tags(desk.organization)
    elif context.get("office"):
        links = [_entry(link, here, []) for link in registry.office_links()]
        title, tags = _("Văn phòng chương trình"), []
    else:
        links, title, tags = [], _("Tài khoản"), []
    return {"links": links, "title": title, "tags": tags, "tabs": links[:_TABS], "rest": links[_TABS:]}


def _entry(link: PageLink, here: str, arguments: list[str]) -> dict[str, Any]:
    return {
        "url": reverse(link.page, args=arguments),
        "label": link.label,
        "icon": link.icon,
        "is_here": here == link.page,
        "count": link.count() if link.count else 0,
    }


def _standing_tags(organization: Any) -> list[dict[str, str]]:
    if organization.standing in (Standing.SUSPENDED, Standing.CLOSED):
        return [{"label": organization.get_standing_display(), "tone": "bad"}]
    if organization.is_paused(clock.today()):
        return [{"label": _("Đang nghỉ mùa"), "tone": "wait"}]
    return [{"label": _("Đang mở bán"), "tone": "ok"}]
