"""What was understood and what was chosen, as chips that can be taken off. Words for people; no searching here."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from catalog.badge import State
from catalog.group_table import nodes
from catalog.vocabulary import load
from core.formats import dong
from core.vietnamese import fold
from places.gazetteer import Level, gazetteer
from search.queries import Filters
from search.understanding import Part, Understanding

Params = list[tuple[str, str]]
Address = Callable[[Params], str]


@dataclass(frozen=True, slots=True)
class Chip:
    """ "Nơi: Bến Tre, nay thuộc Vĩnh Long" and the address without it."""

    kind: str
    label: str
    after: str
    remove_url: str


def state_words(code: str) -> str:
    """The state of a certificate, as filters name it."""
    return {
        State.VALID: _("Còn hiệu lực hôm nay"),
        State.DAY_UNKNOWN: _("Hết hạn trong năm nay, chưa rõ ngày"),
        State.REEVALUATION: _("Đang đánh giá lại"),
        State.EXPIRED: _("Đã hết hạn"),
        State.UNDATED: _("Chưa rõ thời hạn"),
        State.WITHDRAWN: _("Đã thu hồi"),
    }[State(code)]


def stars_words(number: int) -> str:
    """ "4 sao", or that the rank is unknown."""
    return (
        ngettext("%(number)s sao", "%(number)s sao", number) % {"number": number} if number else _("Chưa rõ hạng sao")
    )


def category_name(code: str, language: str) -> str:
    """The name of a sector, group or set in a language."""
    names = _category_names().get(code, ("", ""))
    return names[1] if language == "en" else names[0]


@lru_cache(maxsize=1)
def _category_names() -> dict[str, tuple[str, str]]:
    return {node.code: (node.name, node.name_en) for node in nodes()}


def of_words(asked: Understanding, params: Params, address: Address) -> list[Chip]:
    """A chip for each thing that was understood; plain words and fillers have none."""
    chips = []
    for part in asked.parts:
        label = _part_words(part)
        if label:
            kind, text, after = label
            chips.append(Chip(kind, text, after, address([*params, ("drop", part.id)])))
    return chips


def _part_words(part: Part) -> tuple[str, str, str] | None:
    match part.kind:
        case "goods":
            return _("Hàng"), goods_words(part), ""
        case "group":
            return _("Nhóm"), part.text, ""
        case "quality" | "form":
            return _("Kiểu"), part.text, ""
        case "stars":
            return _("Hạng sao"), ", ".join(stars_words(number) for number in part.stars), ""
        case "state":
            return _("Chứng nhận"), state_words(part.state), ""
        case "place" if part.place:
            return _("Nơi"), part.place.name, _today_words(part)
    return None


def goods_words(part: Part) -> str:
    """The goods with their marks, also where none were typed: "keo dua" is shown as "kẹo dừa"."""
    if not part.kinds or not part.text.isascii():
        return part.text
    names = load().kind(part.kinds[0]).words
    return next((name for name in names if fold(name) == part.text), part.text)


def today_of(part: Part) -> str:
    """The code of today's province that a place belongs to; "" where it may be several."""
    span, units = part.place, gazetteer()
    if span is None:
        return ""
    codes = set(span.provinces) | {units.unit(Level.OLD_PROVINCE, code).parent for code in span.old_provinces}
    codes |= {units.unit(Level.COMMUNE, code).parent for code in span.communes}
    for code in span.old_districts:
        codes.add(units.unit(Level.OLD_PROVINCE, units.unit(Level.OLD_DISTRICT, code).parent).parent)
    return codes.pop() if len(codes) == 1 else ""


def _today_words(part: Part) -> str:
    """ "nay thuộc Vĩnh Long" for the name of a place that is gone."""
    span, today_code = part.place, today_of(part)
    if span is None or not today_code or span.level is Level.PROVINCE:
        return ""
    today = gazetteer().unit(Level.PROVINCE, today_code).name
    if today == span.name:
        return ""
    if span.level is Level.COMMUNE:
        return today
    return _("nay thuộc %(province)s") % {"province": today}


def of_filters(
    filters: Filters,
    params: Params,
    address: Address,
    *,
    makers: Mapping[int, str],
    slugs: Mapping[int, str],
    language: str,
) -> list[Chip]:
    """A chip for each choice beside the words."""
    units = gazetteer()
    rows = [("province", code, _("Nơi"), units.unit(Level.PROVINCE, code).name) for code in filters.provinces]
    rows += [("old", code, _("Nơi (cũ)"), units.unit(Level.OLD_PROVINCE, code).name) for code in filters.olds]
    rows += [("commune", code, _("Xã, phường"), commune_words(code)) for code in filters.communes]
    rows += [("stars", str(number), _("Hạng sao"), stars_words(number)) for number in filters.stars]
    rows += [("group", code, _("Nhóm"), category_name(code, language)) for code in filters.categories]
    rows += [("state", code, _("Chứng nhận"), state_words(code)) for code in filters.states]
    rows += [("maker", slugs.get(pk, str(pk)), _("Chủ thể"), makers.get(pk, "")) for pk in filters.makers]
    if filters.price_min is not None:
        rows.append(("price_min", str(filters.price_min), _("Giá từ"), dong(filters.price_min)))
    if filters.price_max is not None:
        rows.append(("price_max", str(filters.price_max), _("Giá đến"), dong(filters.price_max)))
    return [
        Chip(kind, label, "", address([pair for pair in params if pair != (name, value)]))
        for name, value, kind, label in rows
    ]


def commune_words(code: str) -> str:
    """ "xã Phú Túc"."""
    unit = gazetteer().unit(Level.COMMUNE, code)
    return f"{unit.kind} {unit.name}"
