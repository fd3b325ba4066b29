"""What may be meant while a person types: kinds of goods, products, makers, provinces, groups. Fast, marks or none."""

from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from accounts.models import Organization
from catalog.group_table import nodes
from catalog.models import Product
from catalog.vocabulary import load
from core.vietnamese import fold, has_marks
from places.gazetteer import Level, gazetteer
from search.chips import category_name
from search.engines import engine
from search.engines.base import EngineUnavailable
from search.queries import Condition, EngineQuery, Starts, all_of
from search.words import folded_words, search_words

_KINDS, _GOODS, _MAKERS, _PLACES, _CATEGORIES = 4, 5, 3, 3, 2
_LEAST_LETTERS = 2


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One line under the search box."""

    label: str
    url: str
    sub: str = ""


@dataclass(frozen=True, slots=True)
class SuggestionGroup:
    """Suggestions of one sort."""

    title: str
    items: list[Suggestion]


def suggest(text: str) -> list[SuggestionGroup]:
    """Up to 17 suggestions in groups; nothing for fewer than two letters. At most two queries."""
    words = search_words(text)
    if sum(map(len, words)) < _LEAST_LETTERS:
        return []
    found = [
        SuggestionGroup(_("Loại hàng"), [_search(name) for name in _kinds(words)]),
        SuggestionGroup(_("Sản phẩm"), _goods(words)),
        SuggestionGroup(_("Chủ thể"), _makers(words)),
        SuggestionGroup(_("Tỉnh, thành"), _places(words)),
        SuggestionGroup(_("Nhóm sản phẩm"), _categories(words)),
    ]
    return [group for group in found if group.items]


def _search(words: str) -> Suggestion:
    return Suggestion(words, f"{reverse('search:search_page')}?{urlencode({'q': words})}")


def _is_start(typed: tuple[str, ...], name: str) -> bool:
    """Whether a name begins with what was typed; typed marks must agree."""
    marked = any(has_marks(word) for word in typed)
    head = " ".join(typed) if marked else " ".join(folded_words(typed))
    named = " ".join(search_words(name))
    return (named if marked else fold(named)).startswith(head)


@lru_cache(maxsize=1)
def _kind_names() -> tuple[tuple[str, str], ...]:
    names = sorted({word for kind in load().kinds.values() for word in kind.words}, key=lambda word: (len(word), word))
    return tuple((name, fold(" ".join(search_words(name)))) for name in names)


def _kinds(typed: tuple[str, ...]) -> list[str]:
    head = " ".join(folded_words(typed))
    near = (name for name, folded in _kind_names() if folded.startswith(head))
    return [name for name, _at in zip((name for name in near if _is_start(typed, name)), range(_KINDS), strict=False)]


def _starts(field: str, typed: tuple[str, ...]) -> Condition:
    """Each word begins some word of the field; the last one may be half typed."""
    if any(has_marks(word) for word in typed):
        return Starts(field, typed)
    return Starts(f"{field}_f", folded_words(typed))


def _goods(typed: tuple[str, ...]) -> list[Suggestion]:
    try:
        ids = engine().search(EngineQuery(match=all_of([_starts("name", typed)]), limit=_GOODS)).ids
    except EngineUnavailable:
        head = fold(" ".join(typed))
        rows = Product.objects.visible().filter(name_folded__contains=head).order_by("name_sort", "pk")
        ids = tuple(rows.values_list("pk", flat=True)[:_GOODS])
    rows = Product.objects.visible().select_related("province").in_bulk(ids)
    return [
        Suggestion(
            rows[pk].name,
            reverse("shop:product", args=[rows[pk].slug]),
            rows[pk].province.name if rows[pk].province else "",
        )
        for pk in ids
        if pk in rows
    ]


def _makers(typed: tuple[str, ...]) -> list[Suggestion]:
    try:
        ids = engine().top_makers(_starts("maker", typed), limit=_MAKERS)
    except EngineUnavailable:
        head = fold(" ".join(typed))
        rows = Organization.objects.producers().filter(name_folded__contains=head).order_by("pk")
        ids = list(rows.values_list("pk", flat=True)[:_MAKERS])
    rows = Organization.objects.producers().select_related("province").in_bulk(ids)
    return [
        Suggestion(
            rows[pk].name,
            reverse("sellers:maker", args=[rows[pk].slug]),
            rows[pk].province.name if rows[pk].province else "",
        )
        for pk in ids
        if pk in rows
    ]


def _places(typed: tuple[str, ...]) -> list[Suggestion]:
    path = reverse("search:search_page")
    found = []
    for (level, code), unit in gazetteer().units.items():
        if level not in (Level.PROVINCE, Level.OLD_PROVINCE) or not _is_start(typed, unit.name):
            continue
        if level is Level.PROVINCE:
            found.append(Suggestion(unit.name, f"{path}?province={code}"))
        else:
            today = gazetteer().unit(Level.PROVINCE, unit.parent).name
            if today != unit.name:
                found.append(
                    Suggestion(unit.name, f"{path}?old={code}", _("nay thuộc %(province)s") % {"province": today})
                )
    return found[:_PLACES]


def _categories(typed: tuple[str, ...]) -> list[Suggestion]:
    path, language = reverse("search:search_page"), get_language() or "vi"
    names = ((node.code, category_name(node.code, language)) for node in nodes())
    return [Suggestion(name, f"{path}?group={code}") for code, name in names if _is_start(typed, name)][:_CATEGORIES]
