"""What stands in the address of a search -> a SearchQuery. A value that cannot be read is left out, and said."""

import re
from collections.abc import Iterable

from django.http import QueryDict
from django.utils.translation import gettext as _

from accounts.models import Organization
from catalog.badge import State
from catalog.group_table import nodes
from core import pagination
from core.vietnamese import nfc
from places.addresses import find_province
from places.gazetteer import Level, gazetteer
from search.queries import Filters, SearchQuery, Sort
from search.understanding import MOST_TYPED

PAGE_SIZE = 24
_STARS = {"0": 0, "3": 3, "4": 4, "5": 5}
_MOST_VALUES = 40
_MOST_AMOUNT = 10**9
_AMOUNT = re.compile(r"^(\d[\d., ]*)\s*(k|nghìn|nghin|ngàn|ngan|tr|triệu|trieu)?\s*(?:đ|d|vnd|vnđ|₫|đồng|dong)?$")
_TIMES = {"k": 1000, "nghìn": 1000, "nghin": 1000, "ngàn": 1000, "ngan": 1000}


class SearchForm:
    """Reads the address once. `messages` say what was left out and why; `price_error` stands beside the price."""

    def __init__(self, data: QueryDict) -> None:
        self.data = data
        self.messages: list[str] = []
        self.price_error = ""
        self.maker_slugs: dict[int, str] = {}
        self.text = nfc(" ".join(data.get("q", "").split()))[:MOST_TYPED].strip()
        self.is_plain = data.get("plain") == "1"
        self.dropped = tuple(dict.fromkeys(nfc(value)[:200] for value in data.getlist("drop")[:_MOST_VALUES] if value))
        self.page = pagination.page_number(data.get("page"))
        self.sort = self._sort()
        self.filters = self._filters()

    def query(self) -> SearchQuery:
        """The question, for the page asked for."""
        return SearchQuery(
            text=self.text,
            plain=self.is_plain,
            dropped=self.dropped,
            filters=self.filters,
            sort=self.sort,
            offset=(self.page - 1) * PAGE_SIZE,
            limit=PAGE_SIZE,
        )

    def params(self) -> list[tuple[str, str]]:
        """What was read, as the address of the same search in its one spelling, without the page."""
        filters = self.filters
        pairs = [("q", self.text)] if self.text else []
        for name, values in (
            ("province", filters.provinces),
            ("old", filters.olds),
            ("commune", filters.communes),
            ("stars", filters.stars),
            ("group", filters.categories),
            ("state", filters.states),
            ("maker", [self.maker_slugs.get(number, str(number)) for number in filters.makers]),
        ):
            pairs += [(name, str(value)) for value in values]
        pairs += [("price_min", str(filters.price_min))] if filters.price_min is not None else []
        pairs += [("price_max", str(filters.price_max))] if filters.price_max is not None else []
        pairs += [("plain", "1")] if self.is_plain else []
        pairs += [("drop", value) for value in self.dropped]
        if self.sort is not Sort.RELEVANCE:
            pairs.append(("sort", self.sort.value))
        return pairs

    def _values(self, name: str) -> list[str]:
        values = (nfc(value).strip()[:100] for value in self.data.getlist(name)[:_MOST_VALUES])
        return list(dict.fromkeys(value for value in values if value))

    def _left_out(self, values: Iterable[str], why: str) -> None:
        for value in values:
            self.messages.append(why % {"value": value[:40]})

    def _sort(self) -> Sort:
        value = self.data.get("sort", "")
        try:
            return Sort(value) if value else Sort.RELEVANCE
        except ValueError:
            self._left_out([value], _("Không có cách sắp xếp “%(value)s”, trang xếp theo độ sát ý."))
            return Sort.RELEVANCE

    def _filters(self) -> Filters:
        provinces, olds = self._places()
        low, high = self._prices()
        return Filters(
            provinces=provinces,
            olds=olds,
            old_parents={code: gazetteer().unit(Level.OLD_PROVINCE, code).parent for code in olds},
            communes=self._known(
                "commune", lambda v: (Level.COMMUNE, v) in gazetteer().units, _("Không có xã “%(value)s”.")
            ),
            stars=tuple(
                _STARS[v] for v in self._known("stars", _STARS.__contains__, _("Không có hạng “%(value)s” sao."))
            ),
            categories=self._known(
                "group", {node.code for node in nodes()}.__contains__, _("Không có nhóm sản phẩm “%(value)s”.")
            ),
            states=self._known(
                "state", {state.value for state in State}.__contains__, _("Không có trạng thái “%(value)s”.")
            ),
            makers=self._makers(),
            price_min=low,
            price_max=high,
        )

    def _known(self, name: str, is_known, why: str) -> tuple[str, ...]:  # type: ignore[no-untyped-def]  # any predicate
        values = self._values(name)
        self._left_out((value for value in values if not is_known(value)), why)
        return tuple(value for value in values if is_known(value))

    def _places(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Codes, or names as people write them; the name of a province that is gone chooses the old one."""
        units = gazetteer().units
        provinces: dict[str, None] = {}
        olds: dict[str, None] = {}
        for value in self._values("province"):
            match = None if (Level.PROVINCE, value) in units else find_province(value)
            if (Level.PROVINCE, value) in units:
                provinces[value] = None
            elif match and match.is_old_name and match.old_province:
                olds[match.old_province] = None
            elif match:
                provinces[match.province] = None
            else:
                self._left_out([value], _("Không có tỉnh “%(value)s”."))
        for value in self._values("old"):
            match = None if (Level.OLD_PROVINCE, value) in units else find_province(value)
            code = value if (Level.OLD_PROVINCE, value) in units else (match.old_province if match else None)
            if code:
                olds[code] = None
            else:
                self._left_out([value], _("Không có tỉnh cũ “%(value)s”."))
        return tuple(provinces), tuple(olds)

    def _makers(self) -> tuple[int, ...]:
        values = self._values("maker")
        if not values:
            return ()
        ids = [int(value) for value in values if value.isascii() and value.isdigit() and len(value) < 16]
        rows = Organization.objects.producers()
        found = dict(rows.filter(slug__in=values).values_list("pk", "slug"))
        found |= dict(rows.filter(pk__in=ids).values_list("pk", "slug"))
        known = {*found.values(), *(str(pk) for pk in found)}
        self._left_out((value for value in values if value not in known), _("Không có chủ thể “%(value)s”."))
        self.maker_slugs = found
        return tuple(found)

    def _prices(self) -> tuple[int | None, int | None]:
        low, high = (self._price(name) for name in ("price_min", "price_max"))
        if low is not None and high is not None and low > high:
            self.price_error = _("Giá từ lớn hơn giá đến; trang đã đổi chỗ hai số.")
            low, high = high, low
        return low, high

    def _price(self, name: str) -> int | None:
        """ "45.000", "45,000đ", "45k", "1,5 triệu"; None for nothing or what is no amount."""
        value = nfc(self.data.get(name, "")).strip().lower()[:30]
        if not value:
            return None
        match = _AMOUNT.match(value)
        amount = _amount(match[1], match[2] or "") if match else None
        if amount is None or amount > _MOST_AMOUNT:
            self.price_error = _("“%(value)s” không phải số tiền; trang bỏ qua giá này.") % {"value": value}
            return None
        return amount


def _amount(digits: str, unit: str) -> int | None:
    """Points and commas part thousands, but before "triệu" the last one is a decimal sign."""
    plain = digits.replace(" ", "")
    if unit in ("tr", "triệu", "trieu"):
        whole, _sign, part = plain.replace(",", ".").partition(".")
        return int((whole + (part + "000000")[:6]) or 0) if (whole + part).isdigit() else None
    only = re.sub(r"[.,]", "", plain)
    return int(only) * _TIMES.get(unit, 1) if only.isascii() and only.isdigit() else None
