"""One row as facts: what reading hands to writing. Values only, nothing is read or stored here."""

import datetime as dt
import hashlib
from dataclasses import dataclass, fields

from catalog import identity

# Found by our own rules from the other columns, or where the row stands: no change of these is a change of the row.
_NOT_OF_THE_SOURCE = {
    "row", "line", "category", "province", "commune", "old_province", "questions", "printed_name", "legal_form",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Question:
    """One value that can be read in several ways. `is_shared`: many rows ask the same (they name one decision);
    `is_about_maker`: the source spells one maker in two ways."""

    column: str
    value: str
    reason: str
    is_shared: bool = False
    is_about_maker: bool = False


@dataclass(frozen=True, slots=True)
class ProductFacts:
    """What one row of a file says of one product. `row` is its 0-based data row; codes are today's, None where unsure.

    `printed_name` is the name with what the file adds to it ("(tên nhóm)"); an empty `name` means that the source
    names no product. Prices are whole đồng.
    """

    row: int
    name: str
    line: int = 0
    printed_name: str = ""
    is_group_listing: bool = False
    maker: str = ""
    legal_form: str = ""
    place_printed: str = ""
    province_printed: str = ""
    province: str | None = None
    old_province: str | None = None
    commune: str | None = None
    category: str | None = None
    stars: int | None = None
    decision_no: str = ""
    decision_printed: str = ""
    issuer: str = ""
    issued_on: dt.date | None = None
    issued_year: int | None = None
    price_amount: int | None = None
    pack_name: str = ""
    net_quantity: int | None = None
    net_unit: str = ""
    source: str = ""
    questions: tuple[Question, ...] = ()

    @property
    def key(self) -> str:
        """By which the same product is recognised in a later file."""
        return identity.product_key(
            name=self.printed_name or self.name,
            maker=self.maker,
            place=self.place_printed,
            province=self.province_printed,
        )

    @property
    def digest(self) -> str:
        """Changes whenever anything that the source says changes."""
        told = [repr(getattr(self, name)) for name in _OF_THE_SOURCE]
        return hashlib.blake2b("\x1f".join(told).encode(), digest_size=16).hexdigest()


_OF_THE_SOURCE = tuple(field.name for field in fields(ProductFacts) if field.name not in _NOT_OF_THE_SOURCE)
