"""What visitors of the bench ask for: words, filters, slips, beginnings of words, addresses. From the rows of the
catalogue itself, always the same for one catalogue. Pure.
"""

import csv
import random
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

from core.vietnamese import fold
from places.addresses import find_province

_SECTORS = {
    "Thực phẩm": "food",
    "Đồ uống": "beverage",
    "Hàng thủ công mỹ nghệ": "handicraft",
    "Dược liệu và sản phẩm từ dược liệu": "herbal",
}
_SORTS = ("stars", "newest", "price", "-price", "name")
_LETTERS = "abcdeghiklmnopqrstuvxy"


@dataclass(frozen=True, slots=True)
class Asked:
    """One search: words and the parameters beside them, as they stand in an address."""

    text: str
    filters: tuple[tuple[str, str], ...] = ()

    @property
    def address(self) -> str:
        """The address of its list page."""
        words = [("q", self.text)] if self.text else []
        query = urlencode([*words, *self.filters])
        return f"/search/?{query}" if query else "/search/"


class Visitors:
    """Makes searches of each kind for one catalogue."""

    def __init__(self, catalogue: Path, *, seed: int) -> None:
        self.rng = random.Random(f"visitors:{seed}")
        with catalogue.open(encoding="utf-8-sig", newline="") as file:
            rows = [row for row in csv.DictReader(file) if not row["name_vi"].startswith("(")]
        self.rows = self.rng.sample(rows, min(len(rows), 4000))

    def plain(self, number: int) -> list[Asked]:
        """Words alone: goods, goods and brand, goods and place, stars, a maker; half of them without marks."""
        return self._distinct(number, lambda: Asked(self._words()))

    def filtered(self, number: int) -> list[Asked]:
        """Words with one to three filters."""
        return self._distinct(number, lambda: Asked(self._words(), self._filters(self.rng.randint(1, 3))))

    def mixed(self, number: int) -> list[Asked]:
        """What a list page is asked for: words, words and filters, filters alone, other orders, later pages."""
        return self._distinct(number, self._mixed)

    def never_asked(self, number: int) -> list[Asked]:
        """The same beside a price that nobody asked for before, so that no count can be kept from an earlier one."""
        lows = iter(self.rng.sample(range(1000, 60_000), number * 20))
        return self._distinct(number, lambda: self._above(next(lows)))

    def _above(self, low: int) -> Asked:
        asked = self._mixed()
        kept = tuple(pair for pair in asked.filters if pair[0] != "price_max")
        return Asked(asked.text, (*kept, ("price_min", str(low))))

    def slips(self, number: int) -> list[Asked]:
        """Words with one letter wrong, doubled, lost or swapped."""
        return self._distinct(number, lambda: Asked(self._slip(self._goods())))

    def beginnings(self, number: int) -> list[str]:
        """What stands in the field while someone types."""

        def begun() -> Asked:
            text = self._goods() if self.rng.random() < 0.7 else self.rng.choice(self.rows)["producer"]
            return Asked(text[: self.rng.randint(1, max(1, min(len(text), 14)))])

        return [asked.text for asked in self._distinct(number, begun)]

    def _distinct(self, number: int, make: Callable[[], Asked]) -> list[Asked]:
        found: dict[Asked, None] = {}
        for _ in range(number * 20):
            found.setdefault(make())
            if len(found) == number:
                break
        return list(found)

    def _goods(self) -> str:
        row = self.rng.choice(self.rows)
        name = " ".join(row["name_vi"].split()[: self.rng.randint(2, 4)])
        return fold(name) if self.rng.random() < 0.5 else name.lower()

    def _words(self) -> str:
        row, kind = self.rng.choice(self.rows), self.rng.random()
        text = " ".join(row["name_vi"].split()[: 2 if kind < 0.6 else 5])
        if 0.35 < kind < 0.6:
            text = f"{text} {row['province_old']}"
        elif 0.6 <= kind < 0.7:
            text = f"{text} {self.rng.choice('345')} sao"
        elif kind >= 0.9 and row["producer"]:
            text = row["producer"]
        return fold(text) if self.rng.random() < 0.5 else text.lower()

    def _filters(self, number: int) -> tuple[tuple[str, str], ...]:
        row = self.rng.choice(self.rows)
        place = find_province(row["province_old"])
        choices = [("province", place.province if place else "01"), ("stars", self.rng.choice("345"))]
        choices += [("group", _SECTORS.get(row["product_group"], "food")), ("state", "valid")]
        choices += [("price_max", str(self.rng.choice((50, 100, 200, 500)) * 1000))]
        if place and place.old_province:
            choices.append(("old", place.old_province))
        return tuple(sorted(dict(self.rng.sample(choices, number)).items()))

    def _mixed(self) -> Asked:
        kind = self.rng.random()
        text = self._words() if kind < 0.6 else ""
        filters = self._filters(self.rng.randint(1, 2)) if kind > 0.3 else ()
        if self.rng.random() < 0.25:
            filters += (("sort", self.rng.choice(_SORTS)),)
        if self.rng.random() < 0.2:
            filters += (("page", str(self.rng.randint(2, 5))),)
        return Asked(text, filters)

    def _slip(self, text: str) -> str:
        letters = list(text)
        at = self.rng.randrange(len(letters) - 1) if len(letters) > 1 else 0
        kind = self.rng.randrange(4)
        if kind == 0:
            letters[at] = self.rng.choice(_LETTERS)
        elif kind == 1:
            letters.insert(at, letters[at])
        elif kind == 2 and len(letters) > 3:
            del letters[at]
        else:
            letters[at : at + 2] = reversed(letters[at : at + 2])
        return "".join(letters)
