"""Every address of the site, and what permissions.csv says of it.

`who` is one of: everyone · signed_in (a person's own page, nobody else's rows in it) · own (rows of one person: a
stranger gets 404) · desk or desk:<right> (a maker's desk) · office (the programme's staff) · allauth (its own rules).
"""

import csv
from dataclasses import dataclass
from pathlib import Path

from django.urls import URLPattern, URLResolver, get_resolver, reverse

FILE = Path(__file__).parent / "permissions.csv"
# Django's own pages for staff: tested as a whole, not one by one.
LEFT_OUT = ("admin:",)


@dataclass(frozen=True)
class Page:
    """One row of permissions.csv."""

    name: str
    who: str
    arguments: str

    def address(self, rows: dict[str, str]) -> str:
        """The address of the page for these rows."""
        pairs = (pair.split("=") for pair in self.arguments.split())
        return reverse(self.name, kwargs={name: value.format(**rows) for name, value in pairs})

    @property
    def names_rows(self) -> list[str]:
        """The rows in the address besides the maker's own name."""
        return [pair for pair in self.arguments.split() if "{" in pair and "{maker}" not in pair]


def rows() -> list[Page]:
    """All rows of permissions.csv."""
    with FILE.open(encoding="utf-8", newline="") as file:
        return [Page(row["page"], row["who"], row["arguments"]) for row in csv.DictReader(file)]


def patterns(resolver=None, namespace=""):
    """Every pattern with its full name."""
    for entry in (resolver or get_resolver()).url_patterns:
        if isinstance(entry, URLResolver):
            yield from patterns(entry, f"{namespace}{entry.namespace}:" if entry.namespace else namespace)
        elif isinstance(entry, URLPattern) and not namespace.startswith(LEFT_OUT):
            yield f"{namespace}{entry.name}", entry
