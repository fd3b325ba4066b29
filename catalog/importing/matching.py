"""Which stored product a row is about. Pure: small records in, pairs out.

A row is recognised by folded name, maker and place. Where several rows of a file share all three (two sources list the
same product), each keeps its own product: the same content first, then the order in which they stand.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from catalog import identity
from catalog.importing.facts import ProductFacts


class Known(NamedTuple):
    """What recognising needs of a stored product."""

    pk: int
    key: str
    digest: str
    source_file: str
    source_row: int | None
    name: str
    maker: str
    codes: tuple[str | None, ...] = ()  # province, old province, commune, category

    def is_as_told(self, row: ProductFacts, *, source_file: str) -> bool:
        """Whether the row brings nothing new at all."""
        stands_there = self.source_file == source_file and self.source_row == row.row
        codes = (row.province, row.old_province, row.commune, row.category)
        return stands_there and self.key == row.key and self.digest == row.digest and self.codes == codes


def pair(rows: Sequence[ProductFacts], known: Iterable[Known], *, source_file: str = "") -> dict[int, Known]:
    """Position in `rows` -> the product it is about; rows that are new are left out. No product is given twice.

    A row of `source_file` that says the very same in the very same place is recognised even where its key differs:
    the way keys are made may improve from one version of the site to the next.
    """
    known = list(known)
    rows_by_key: dict[str, list[int]] = defaultdict(list)
    for at, row in enumerate(rows):
        rows_by_key[row.key].append(at)
    known_by_key: dict[str, list[Known]] = defaultdict(list)
    for product in known:
        if product.key in rows_by_key:
            known_by_key[product.key].append(product)
    pairs: dict[int, Known] = {}
    for key, products in known_by_key.items():
        products.sort(key=lambda product: (product.source_row is None, product.source_row, product.pk))
        _pair_twins(rows, rows_by_key[key], products, pairs)
    taken = {product.pk for product in pairs.values()}
    there = {(p.source_row, p.digest): p for p in known if p.source_file == source_file and p.pk not in taken}
    for at, row in enumerate(rows):
        if at not in pairs and (same := there.pop((row.row, row.digest), None)):
            pairs[at] = same
    return pairs


def _pair_twins(
    rows: Sequence[ProductFacts], waiting: list[int], products: list[Known], pairs: dict[int, Known]
) -> None:
    digests = {at: rows[at].digest for at in waiting}
    for is_same_content in (True, False):
        for at in list(waiting):
            for product in products:
                if is_same_content and product.digest != digests[at]:
                    continue
                if _agree(rows[at], product):
                    pairs[at] = product
                    products.remove(product)
                    waiting.remove(at)
                    break


def _agree(row: ProductFacts, product: Known) -> bool:
    """Marks are compared only while the stored names are still the source's; a person may have changed them since."""
    return _can_be(row.name, product.name) and _can_be(row.maker, product.maker)


def _can_be(printed: str, stored: str) -> bool:
    if printed == stored:
        return True
    return identity.name_words(printed) != identity.name_words(stored) or identity.names_agree(printed, stored)
