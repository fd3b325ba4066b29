"""The choices beside a list with their counts, as the page draws them. The engine counts; here is order and words."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from django.utils.translation import gettext as _

from catalog.badge import State
from catalog.group_table import nodes
from places.gazetteer import Level, gazetteer
from search.chips import category_name, commune_words, stars_words, state_words
from search.queries import Filters

Counts = Mapping[str | int, int]
_FIRST_PLACES, _FIRST_COMMUNES, _FIRST_MAKERS = 8, 8, 6


@dataclass(frozen=True, slots=True)
class Option:
    """One choice. A choice at 0 stays, greyed, and cannot be pressed unless it is pressed already."""

    value: str
    label: str
    count: int
    selected: bool
    sub_label: str = ""
    lang: str = ""
    children: Sequence["Option"] = ()

    @property
    def disabled(self) -> bool:
        """Nothing to choose here."""
        return not self.count and not self.selected


@dataclass(frozen=True, slots=True)
class Group:
    """One group of choices; `more` are shown on request. `key` is the field of the address, `child_key` of children."""

    key: str
    title: str
    options: Sequence[Option] = ()
    more: Sequence[Option] = ()
    more_label: str = ""
    child_key: str = ""
    is_stars: bool = False


def groups(
    counts: Mapping[str, Counts],
    filters: Filters,
    *,
    makers: Mapping[int, tuple[str, str]],
    province_in_words: str,
    language: str,
) -> list[Group]:
    """All groups in the order of the page. `makers`: id -> (slug, name) of those that are counted or chosen;
    `province_in_words`: today's province that the typed words name, so that its communes can be chosen."""
    found = [_places(counts, filters, province_in_words)]
    communes = _communes(counts.get("commune", {}), filters, province_in_words)
    if communes.options:
        found.append(communes)
    found += [
        _stars(counts.get("stars", {}), filters),
        _states(counts.get("state", {}), filters),
        _categories(counts.get("category", {}), filters, language),
        Group("price", _("Giá")),
        _makers(counts.get("maker", {}), filters, makers),
    ]
    return found


def _split(options: list[Option], first: int) -> tuple[list[Option], list[Option]]:
    """The first choices and every chosen one; the rest is shown on request."""
    shown = [option for at, option in enumerate(options) if at < first or option.selected]
    kept = {option.value for option in shown}
    return shown, [option for option in options if option.value not in kept]


def _by_count(codes: Iterable[str], counts: Counts) -> list[str]:
    return sorted(codes, key=lambda code: (-counts.get(code, 0), code))


@lru_cache(maxsize=1)
def _former() -> dict[str, tuple[str, ...]]:
    """Today's provinces with the codes of those that became part of each."""
    units = gazetteer().units
    found: dict[str, list[str]] = {code: [] for level, code in units if level is Level.PROVINCE}
    for (level, code), unit in units.items():
        if level is Level.OLD_PROVINCE:
            found[unit.parent].append(code)
    return {code: tuple(olds) for code, olds in found.items()}


def _places(counts: Mapping[str, Counts], filters: Filters, named: str) -> Group:
    by_province, by_old = counts.get("province", {}), counts.get("old", {})
    opened = {*filters.provinces, *filters.old_parents.values(), named} - {""}
    options = [
        Option(
            code,
            gazetteer().unit(Level.PROVINCE, code).name,
            by_province.get(code, 0),
            code in filters.provinces,
            children=_olds(_former()[code], by_old, filters) if code in opened else (),
        )
        for code in _by_count(_former(), by_province)
    ]
    options.sort(key=lambda option: option.value not in opened)
    shown, rest = _split(options, max(1, min(_FIRST_PLACES, sum(1 for option in options if option.count))))
    return Group("province", _("Nơi làm ra"), shown, rest, _("Tỉnh, thành khác"), child_key="old")


def _olds(codes: Sequence[str], counts: Counts, filters: Filters) -> list[Option]:
    """The former provinces of one of today's, where there is a choice among them."""
    found = []
    for code in _by_count(codes, counts):
        label = _("%(name)s (cũ)") % {"name": gazetteer().unit(Level.OLD_PROVINCE, code).name}
        found.append(Option(code, label, counts.get(code, 0), code in filters.olds))
    found = [option for option in found if option.count or option.selected]
    return found if len(found) > 1 or any(option.selected for option in found) else []


def _communes(counts: Counts, filters: Filters, named: str) -> Group:
    """Communes of the provinces that are chosen or named; without one there would be thousands."""
    units = gazetteer().units
    provinces = {*filters.provinces, *filters.old_parents.values(), named} - {""}
    wanted = {
        code
        for code in (str(code) for code in counts)
        if (Level.COMMUNE, code) in units and units[Level.COMMUNE, code].parent in provinces
    } | set(filters.communes)
    options = [
        Option(code, commune_words(code), counts.get(code, 0), code in filters.communes)
        for code in _by_count(wanted, counts)
    ]
    shown, rest = _split(options, _FIRST_COMMUNES)
    return Group("commune", _("Xã, phường"), shown, rest, _("Xã, phường khác"))


def _stars(counts: Counts, filters: Filters) -> Group:
    options = [Option(str(n), stars_words(n), counts.get(n, 0), n in filters.stars) for n in (5, 4, 3, 0)]
    return Group("stars", _("Hạng sao"), options, is_stars=True)


def _states(counts: Counts, filters: Filters) -> Group:
    order = (State.VALID, State.DAY_UNKNOWN, State.REEVALUATION, State.EXPIRED, State.WITHDRAWN, State.UNDATED)
    options = [
        Option(state.value, state_words(state), counts.get(state.value, 0), state in filters.states) for state in order
    ]
    rare = (State.REEVALUATION, State.WITHDRAWN)
    return Group("state", _("Chứng nhận hôm nay"), [o for o in options if o.count or o.selected or o.value not in rare])


def _categories(counts: Counts, filters: Filters, language: str) -> Group:
    """The six sectors; groups and sets below the one that is chosen, and all others on request."""
    chosen = set(filters.categories)

    def option(code: str, children: Sequence[Option] = ()) -> Option:
        return Option(code, category_name(code, language), counts.get(code, 0), code in chosen, children=children)

    shown, more = [], []
    for sector in (node for node in nodes() if node.level == "sector"):
        below = [node for node in nodes() if node.path.startswith(f"{sector.path}/")]
        is_open = sector.code in chosen or any(node.code in chosen for node in below)
        options = [option(node.code) for node in below if counts.get(node.code) or node.code in chosen]
        shown.append(option(sector.code, options if is_open else ()))
        more += [] if is_open else options
    return Group("group", _("Nhóm sản phẩm"), shown, more, _("Nhóm, bộ sản phẩm cụ thể"), child_key="group")


def _makers(counts: Counts, filters: Filters, makers: Mapping[int, tuple[str, str]]) -> Group:
    ids = [*filters.makers, *(int(pk) for pk in counts if int(pk) not in filters.makers)]
    options = [
        Option(makers[pk][0], makers[pk][1], counts.get(pk, 0), pk in filters.makers, lang="vi")
        for pk in ids
        if pk in makers
    ]
    shown, rest = _split(options, _FIRST_MAKERS)
    return Group("maker", _("Chủ thể"), shown, rest, _("Chủ thể khác"))
