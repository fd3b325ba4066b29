"""The words and the look of a badge. Which state holds is decided in catalog.badge; here it is only put into words."""

import datetime as dt
from typing import NamedTuple

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from catalog.badge import Badge, Proof, State
from core import formats

register = template.Library()

_DAYS_A_MONTH = 30.44


class Tag(NamedTuple):
    """A small coloured label: class of the tint, icon, words."""

    tint: str
    icon: str
    words: str


@register.filter
def badge_look(badge: Badge) -> str:
    """Which look of the style sheet a badge takes (attribute data-state)."""
    return {
        State.VALID: "valid",
        State.DAY_UNKNOWN: "year",
        State.EXPIRED: "expired",
        State.REEVALUATION: "reevaluation",
        State.WITHDRAWN: "withdrawn",
        State.UNDATED: "none",
    }[badge.state]


@register.filter
def badge_title(badge: Badge) -> str:
    """The rank: "OCOP 4 sao"; "OCOP" alone where the rank is unknown."""
    return _("OCOP %(stars)s sao") % {"stars": badge.stars} if badge.stars else "OCOP"


@register.filter
def badge_words_short(badge: Badge) -> str:
    """The state in the few words a card has room for."""
    if badge.stars is None and badge.state is State.UNDATED:
        return _("chưa rõ hạng sao")
    return _short_words(badge)


def _short_words(badge: Badge) -> str:
    match badge.state:
        case State.VALID if badge.ends_on:
            return _("hiệu lực đến %(month)s") % {"month": f"{badge.ends_on:%m/%Y}"}
        case State.VALID:
            return _("hiệu lực đến năm %(year)s") % {"year": badge.ends_year}
        case State.DAY_UNKNOWN:
            return _("hết hạn trong năm %(year)s") % {"year": badge.ends_year}
        case State.EXPIRED if badge.ends_on:
            return _("hết hạn %(day)s") % {"day": formats.day(badge.ends_on)}
        case State.EXPIRED:
            return _("hết hạn năm %(year)s") % {"year": badge.ends_year}
        case State.REEVALUATION:
            return _("đang đánh giá lại")
        case State.WITHDRAWN:
            return _("đã thu hồi")
        case State.UNDATED:
            return _("chưa rõ thời hạn")


@register.filter
def badge_words_long(badge: Badge) -> str:
    """The state where there is room for a sentence."""
    match badge.state:
        case State.VALID if badge.ends_on:
            words = _("còn hiệu lực đến %(day)s") % {"day": formats.day(badge.ends_on)}
        case State.VALID:
            words = _("còn hiệu lực đến năm %(year)s, ngày chưa rõ") % {"year": badge.ends_year}
        case State.DAY_UNKNOWN:
            words = _("cấp năm %(issued)s, hết hạn trong năm %(year)s, ngày chưa rõ") % {
                "issued": badge.issued_year,
                "year": badge.ends_year,
            }
        case State.REEVALUATION:
            words = _("đang đánh giá lại, chạy tiếp đến khi có kết quả, muộn nhất %(day)s") % {
                "day": formats.day(badge.grace_until) if badge.grace_until else ""
            }
        case State.WITHDRAWN if badge.withdrawn_on:
            words = _("đã thu hồi ngày %(day)s") % {"day": formats.day(badge.withdrawn_on)}
        case _:
            words = _short_words(badge)
    return f"{_('chưa rõ hạng sao')}, {words}" if badge.stars is None else words


@register.filter
def badge_tag(badge: Badge) -> Tag:
    """The label on the certificate card."""
    match badge.state:
        case State.VALID:
            return Tag("tag--ok", "check", _("Còn hiệu lực hôm nay"))
        case State.DAY_UNKNOWN:
            return Tag("", "calendar", _("Hết hạn trong năm nay, chưa rõ ngày"))
        case State.EXPIRED:
            return Tag("", "history", _("Đã hết hạn"))
        case State.REEVALUATION:
            return Tag("tag--wait", "clock", _("Đang đánh giá lại"))
        case State.WITHDRAWN:
            return Tag("tag--bad", "ban", _("Đã thu hồi"))
        case State.UNDATED:
            return Tag("tag--wait", "circle-question-mark", _("Chưa rõ thời hạn"))


@register.filter
def answer_title(badge: Badge) -> str:
    """The answer of the check page in two or three words."""
    return {
        State.VALID: _("Còn hiệu lực"),
        State.DAY_UNKNOWN: _("Hết hạn trong năm nay, chưa rõ ngày"),
        State.EXPIRED: _("Đã hết hạn"),
        State.REEVALUATION: _("Đang đánh giá lại"),
        State.WITHDRAWN: _("Đã thu hồi"),
        State.UNDATED: _("Chưa rõ thời hạn"),
    }[badge.state]


@register.filter
def answer_icon(badge: Badge) -> str:
    """The icon beside the answer."""
    return "circle-check" if badge.state is State.VALID else badge_tag(badge).icon


@register.filter
def answer_line(badge: Badge, today: dt.date | None) -> str:
    """The line below the answer; with `today` it tells how many months are left."""
    match badge.state:
        case State.VALID if badge.ends_on:
            words = _("đến hết ngày %(day)s") % {"day": formats.day(badge.ends_on)}
            return f"{words}, {_months_left(badge.ends_on, today)}" if today else words
        case State.VALID:
            return _("cấp năm %(issued)s, đến năm %(year)s, ngày chưa rõ") % {
                "issued": badge.issued_year,
                "year": badge.ends_year,
            }
        case State.DAY_UNKNOWN:
            return badge_words_long(badge)
        case State.EXPIRED if badge.ends_on:
            return _("hạn đến hết ngày %(day)s, chưa thấy công nhận lại") % {"day": formats.day(badge.ends_on)}
        case State.EXPIRED:
            return _("hạn đến năm %(year)s, chưa thấy công nhận lại") % {"year": badge.ends_year}
        case State.REEVALUATION if badge.grace_until:
            return _("chạy tiếp đến khi có kết quả, muộn nhất %(day)s") % {"day": formats.day(badge.grace_until)}
        case State.WITHDRAWN if badge.withdrawn_on:
            return _("từ ngày %(day)s") % {"day": formats.day(badge.withdrawn_on)}
        case _:
            return _("nguồn không ghi ngày, năm cấp")


def _months_left(ends_on: dt.date, today: dt.date) -> str:
    days = (ends_on - today).days
    months = round(days / _DAYS_A_MONTH)
    if months:
        return ngettext("còn %(number)s tháng", "còn %(number)s tháng", months) % {"number": months}
    return ngettext("còn %(number)s ngày", "còn %(number)s ngày", days) % {"number": days}


@register.filter
def proof_words(badge: Badge) -> str:
    """What stands behind the certificate's data, in one line."""
    return {
        Proof.CHECKED: _("Đã đối chiếu với quyết định"),
        Proof.PRINTED: _("Nguồn công khai ghi số quyết định"),
        Proof.REPORTED: _("Nguồn chỉ nêu tên, không ghi số quyết định"),
    }[badge.proof]


@register.simple_tag
def stars(number: int | None, size: int = 15) -> SafeString:
    """Five small stars, so many of them filled; nothing at all where the rank is unknown. Words stand beside."""
    if not number:
        return SafeString("")
    return format_html(
        '<svg class="stars stars--{}" aria-hidden="true"><use href="#stars-{}"/></svg>', int(size), int(number)
    )
