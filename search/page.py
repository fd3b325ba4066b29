"""The list page put together: the results with their chips, choices, orders and pages, for `search/page.html`."""

import datetime as dt
from dataclasses import dataclass

from django.conf import settings
from django.urls import reverse
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _

from accounts.models import Organization
from catalog.selectors import ProductCard
from core import pagination
from search import chips, facets, selectors
from search.finder import Found
from search.forms import PAGE_SIZE, SearchForm
from search.queries import Sort

_SHOWN_SEARCHES = 3


@dataclass(frozen=True, slots=True)
class ShownAnswer:
    """What the template calls `answer`."""

    total: int
    exact_count: int
    cards_exact: list[ProductCard]
    cards_near: list[ProductCard]
    corrections: list[tuple[str, str]]
    note: str


def search_context(form: SearchForm, *, today: dt.date) -> dict[str, object]:
    """Everything that the list page shows for what stands in the address."""
    path = reverse("search:search_page")
    results = selectors.find_products(form.query(), today=today)
    found, params, language = results.found, form.params(), get_language() or "vi"
    counts = dict(results.answer.facets)
    makers = _maker_names({*form.filters.makers, *(int(pk) for pk in counts.get("maker", {}))})
    pager = pagination.pager(
        total=results.answer.total,
        number=form.page,
        size=PAGE_SIZE,
        url_for=lambda number: pagination.address(path, params, page=number),
    )

    def address(pairs: chips.Params) -> str:
        return pagination.address(path, pairs)

    chosen = chips.of_filters(
        form.filters,
        params,
        address,
        makers={pk: name for pk, (_slug, name) in makers.items()},
        slugs=form.maker_slugs,
        language=language,
    )
    understood = chips.of_words(found.asked, params, address)
    named = _province_in_words(found)
    return {
        "nav": "products",
        "page_title_query": form.text,
        "canonical_url": settings.SITE_URL + pagination.address(path, params, page=pager.number),
        "form_action": path,
        "answer": ShownAnswer(
            total=results.answer.total,
            exact_count=results.answer.exact_count,
            cards_exact=results.cards_exact,
            cards_near=results.cards_near,
            corrections=[],
            note=_note(form, found),
        ),
        "exact_heading": _exact_heading(found) if results.cards_near else "",
        "near_heading": _("Gần với ý bạn"),
        "chips": [*understood, *chosen],
        "clear_url": path if len(understood) + len(chosen) > 1 else "",
        "plain_url": address([*params, ("plain", "1")]) if understood and not form.is_plain else "",
        "facets": facets.groups(counts, form.filters, makers=makers, province_in_words=named, language=language),
        "price": _price(form, results.answer.price_range),
        "hidden_fields": [pair for pair in params if pair[0] in ("q", "plain", "drop")],
        "filter_count": form.filters.count,
        "sort_options": _sort_options(form.sort),
        "pager": pager,
        "nearest_searches": _nearest(found, path),
        "robots": "noindex,follow" if form.text or form.filters.count > 1 or form.sort is not Sort.RELEVANCE else "",
    }


def _maker_names(ids: set[int]) -> dict[int, tuple[str, str]]:
    rows = Organization.objects.producers().filter(pk__in=ids)
    return {pk: (slug, name) for pk, slug, name in rows.values_list("pk", "slug", "name")}


def _province_in_words(found: Found) -> str:
    """Today's province that the typed words name, when they name just one."""
    codes = {chips.today_of(part) for part in found.asked.of("place")}
    return codes.pop() if len(codes) == 1 else ""


def _note(form: SearchForm, found: Found) -> str:
    """What was left out of the address, and which slip was set right."""
    notes = list(form.messages)
    if found.asked.is_told and not form.is_plain:
        notes.append(_("Trang đọc “%(typed)s” là “%(read)s”.") % {"typed": form.text, "read": found.asked.text})
    return " ".join(notes)


def _exact_heading(found: Found) -> str:
    """ "Kẹo dừa làm ở Bến Tre" above what answers fully, when something near follows."""
    goods = " ".join(chips.goods_words(part) for part in found.asked.of("goods", "group", "words"))
    places = ", ".join(part.place.name for part in found.asked.of("place") if part.place)
    if goods and places:
        words = _("%(goods)s làm ở %(place)s") % {"goods": goods, "place": places}
        return words[:1].upper() + words[1:]
    return _("Đúng ý bạn")


def _price(form: SearchForm, prices: tuple[int, int] | None) -> dict[str, object]:
    lowest, highest = prices or (None, None)
    return {
        "min": form.filters.price_min,
        "max": form.filters.price_max,
        "lowest": lowest,
        "highest": highest,
        "error": form.price_error,
    }


def _sort_options(chosen: Sort) -> list[dict[str, object]]:
    labels = {
        Sort.RELEVANCE: _("Sát ý nhất"),
        Sort.STARS: _("Nhiều sao nhất"),
        Sort.NEWEST: _("Chứng nhận mới nhất"),
        Sort.PRICE: _("Giá thấp trước"),
        Sort.PRICE_DOWN: _("Giá cao trước"),
        Sort.NAME: pgettext("order of a list", "Tên A đến Y"),
    }
    return [{"value": sort.value, "label": label, "selected": sort is chosen} for sort, label in labels.items()]


def _nearest(found: Found, path: str) -> list[tuple[str, str]]:
    """Ways on from an empty page: each part of the words that finds something alone."""
    if found.answer.total:
        return []
    texts = dict.fromkeys(part.text for part in found.asked.of("goods", "place", "group", "words"))
    working = [text for text in texts if selectors.find_by_words(text, limit=1).total]
    tries = [*working, _("kẹo dừa"), _("mật ong"), _("trà 4 sao")][:_SHOWN_SEARCHES]
    return [(text, pagination.address(path, [("q", text)])) for text in tries]
