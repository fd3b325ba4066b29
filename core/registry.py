"""What one page gathers from many apps: each `apps.py` registers its part, the page asks here.

Entries of the menus, cards of the desk's home, export and erasure of personal data, demo rows, work by the clock.
"""

import datetime as dt
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class DeskCard:
    """One thing on the desk's home: what waits. The lowest `order` stands on top; `tone` is "", "wait" or "bad"."""

    title: str
    url: str
    text: str = ""
    tag: str = ""
    tone: str = ""
    icon: str = "check"
    order: int = 50


@dataclass(frozen=True, slots=True)
class Chore:
    """Work by the clock: `run(now)` is called about every `every`; it must be safe to be called twice."""

    name: str
    every: dt.timedelta
    run: Callable[[dt.datetime], object]


@dataclass(frozen=True, slots=True)
class PageLink:
    """An entry in the menu of the desk (`right`: a value of accounts.roles.Right, "" for everyone) or of the office.

    `page` is the name of a URL; on the desk it takes the maker's slug. `count()` says how much waits, for the office.
    """

    page: str
    label: Any
    icon: str
    right: str = ""
    order: int = 50
    count: Callable[[], int] | None = None


@dataclass(slots=True)
class _Registry:
    desk_links: dict[str, PageLink] = field(default_factory=dict)
    office_links: dict[str, PageLink] = field(default_factory=dict)
    desk_cards: list[Callable[..., list[DeskCard]]] = field(default_factory=list)
    person_data: dict[str, Callable[[Any], Mapping[str, Any]]] = field(default_factory=dict)
    erasures: dict[str, Callable[[Any], list[str]]] = field(default_factory=dict)
    demo: list[Callable[[], object]] = field(default_factory=list)
    chores: dict[str, Chore] = field(default_factory=dict)


_registry = _Registry()


def add_desk_link(link: PageLink) -> None:
    """Registers an entry of the desk's menu."""
    _registry.desk_links[link.page] = link


def desk_links(rights: Collection[str]) -> list[PageLink]:
    """The entries of the desk's menu for someone with these rights, in order."""
    links = [link for link in _registry.desk_links.values() if not link.right or link.right in rights]
    return sorted(links, key=lambda link: link.order)


def add_office_link(link: PageLink) -> None:
    """Registers an entry of the office's menu."""
    _registry.office_links[link.page] = link


def office_links() -> list[PageLink]:
    """The entries of the office's menu, in order."""
    return sorted(_registry.office_links.values(), key=lambda link: link.order)


def add_desk_cards(cards: Callable[..., list[DeskCard]]) -> None:
    """Registers `cards(organization=, user=, now=)`."""
    if cards not in _registry.desk_cards:
        _registry.desk_cards.append(cards)


def desk_cards(*, organization: Any, user: Any, now: dt.datetime) -> list[DeskCard]:
    """What waits for this organization, the most pressing first."""
    found = [card for cards in _registry.desk_cards for card in cards(organization=organization, user=user, now=now)]
    return sorted(found, key=lambda card: card.order)


def add_person_data(name: str, export: Callable[[Any], Mapping[str, Any]], erase: Callable[[Any], list[str]]) -> None:
    """Registers an app's export of a person's data, and its erasure, which returns what law keeps, in words."""
    _registry.person_data[name] = export
    _registry.erasures[name] = erase


def person_data(user: Any) -> dict[str, Mapping[str, Any]]:
    """Everything the apps hold of a person, by app."""
    return {name: export(user) for name, export in _registry.person_data.items()}


def erase_person(user: Any) -> list[str]:
    """Lets every app erase a person's data; what is kept and why, in words."""
    return [kept for erase in _registry.erasures.values() for kept in erase(user)]


def add_demo(make: Callable[[], object]) -> None:
    """Registers a function that makes rows of the demo; called in the order of INSTALLED_APPS, may be called again."""
    if make not in _registry.demo:
        _registry.demo.append(make)


def demo_makers() -> list[Callable[[], object]]:
    """The functions that make the demo's rows."""
    return list(_registry.demo)


def add_chore(chore: Chore) -> None:
    """Registers work by the clock."""
    _registry.chores[chore.name] = chore


def chores() -> list[Chore]:
    """All work by the clock."""
    return list(_registry.chores.values())
