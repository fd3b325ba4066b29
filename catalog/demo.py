"""Sample prices, packs and stocks for a site that is only shown, marked as samples in the database.

By kind of goods from data/sample_prices.csv, deterministic from the product's slug. Real prices always win. Nothing
else is invented: no contact, no story, no label. The row of a kind also serves its varieties; `set:` rows serve goods
whose kind is not known, by set or sector.
"""

import csv
import hashlib
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from django.conf import settings
from django.db import transaction

from catalog import group_table, vocabulary
from catalog.errors import SampleDataRefusedError
from catalog.models import Product, ProductVariant
from catalog.services import stock, variants

_FILE = Path(__file__).parent / "data" / "sample_prices.csv"
_CHUNK = 500
_SOLD_OUT_ONE_IN = 16


@dataclass(frozen=True, slots=True)
class SamplePack:
    """A pack with the range of its price (đồng) and of its stock; no stock where nothing is kept (a stay, a tour)."""

    name: str
    net_quantity: int | None
    net_unit: str
    low: int
    high: int
    stock: tuple[int, int] | None


def check_allowed() -> None:
    """Raises SampleDataRefusedError where samples have no place (production)."""
    if not getattr(settings, "ALLOW_SAMPLE_DATA", False):
        raise SampleDataRefusedError


def add_samples() -> int:
    """Gives every product without a price sample packs and stocks; how many products got any.

    Doing it again changes nothing. A listing of a whole group of products gets none. Raises SampleDataRefusedError.
    """
    check_allowed()
    waiting = Product.objects.filter(variants__isnull=True, is_group_listing=False).select_related("category")
    given = 0
    with transaction.atomic():
        found = list(waiting.order_by("pk").values_list("pk", flat=True))
        for start in range(0, len(found), _CHUNK):
            chunk = Product.objects.select_related("category").in_bulk(found[start : start + _CHUNK])
            drafts = [draft for product in chunk.values() for draft in _drafts(product)]
            variants.add_sample_variants(drafts=[draft for draft, _count in drafts])
            stock.add_sample_counts(counts=[(draft, count) for draft, count in drafts if count is not None])
            given += len(chunk)
        _stock_real_packs()
    return given


def _stock_real_packs() -> None:
    """Packs with a real price but no count get a sample count, or they could not be shown as on sale."""
    rows = ProductVariant.objects.filter(is_sample=False, stock__isnull=True).select_related("product__category")
    counts = []
    for row in rows:
        packs = packs_for(row.product.name, category_path=_path(row.product))
        if packs[0].stock:
            counts.append((row, _count(packs[0].stock, row.product.slug, "real")))
    stock.add_sample_counts(counts=counts)


def _drafts(product: Product) -> Iterable[tuple[ProductVariant, int | None]]:
    packs = packs_for(product.name, category_path=_path(product))
    level = _share(product.slug, "level")
    shown = 1 + int(_share(product.slug, "packs") * len(packs))
    for position, pack in enumerate(packs[:shown]):
        draft = ProductVariant(
            product=product,
            name=pack.name,
            net_quantity=pack.net_quantity,
            net_unit=pack.net_unit,
            price_amount=_round(pack.low + level * (pack.high - pack.low)),
            position=position,
        )
        yield draft, _count(pack.stock, product.slug, pack.name) if pack.stock else None


def _path(product: Product) -> str:
    return product.category.path if product.category else ""


def packs_for(name: str, *, category_path: str) -> tuple[SamplePack, ...]:
    """The packs that goods of this name are sold in: by kind, else by set, else by sector; never none."""
    table = _table()
    codes = category_path.split("/") if category_path else []
    words = vocabulary.load()
    kind = words.kinds_of_product(name).main
    if kind and (not codes or _is_taken_in(_sector(kind)) == _is_taken_in(codes[0])):
        for code in (kind, *words.ancestors(kind)):
            if code in table:
                return table[code]
    wider = (f"set:{code}" for code in reversed(codes))
    return next((table[code] for code in wider if code in table), table["set:"])


def _is_taken_in(sector: str | None) -> bool:
    """Food, drinks and herbs lie close together, crafts and plants far from them: a scarf is not sold by the gram."""
    return sector in ("food", "beverage", "herbal")


def _sector(kind: str) -> str | None:
    leaf = vocabulary.load().kind(kind).leaf_code
    return group_table.sector_of(leaf) if leaf else None


@lru_cache(maxsize=1)
def _table() -> dict[str, tuple[SamplePack, ...]]:
    packs: dict[str, list[SamplePack]] = defaultdict(list)
    with _FILE.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            quantity = int(row["net_quantity"]) if row["net_quantity"] else None
            counts = (int(row["stock_low"]), int(row["stock_high"])) if row["stock_low"] else None
            pack = SamplePack(row["pack"], quantity, row["net_unit"], int(row["low"]), int(row["high"]), counts)
            packs[row["code"]].append(pack)
    return {code: tuple(found) for code, found in packs.items()}


def _share(slug: str, what: str) -> float:
    """A number from 0 to below 1 that depends on nothing but its arguments."""
    digest = hashlib.blake2b(f"{what}:{slug}".encode(), digest_size=6).digest()
    return int.from_bytes(digest, "big") / 2**48


def _count(limits: tuple[int, int], slug: str, pack: str) -> int:
    low, high = limits
    if _share(slug, f"sold out {pack}") < 1 / _SOLD_OUT_ONE_IN:
        return 0
    return low + int(_share(slug, f"stock {pack}") * (high - low + 1))


def _round(amount: float) -> int:
    """Prices as they stand on shelves: whole thousands, five thousands from 100,000, ten thousands from a million."""
    step = 1_000 if amount < 100_000 else 5_000 if amount < 1_000_000 else 10_000
    return max(step, round(amount / step) * step)
