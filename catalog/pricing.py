"""Prices of one pack: the price of a unit people can compare. Pure."""

from dataclasses import dataclass

from core.money import dong

_SMALL_PACK = 1000


@dataclass(frozen=True, slots=True)
class UnitPrice:
    """So many whole đồng for so much ("100 g", "kg", "100 ml", "l")."""

    amount: int
    per: str


def unit_price(*, price_amount: int | None, net_quantity: int | None, net_unit: str) -> UnitPrice | None:
    """The price of 100 g or 100 ml (of 1 kg or 1 l for packs from 1,000 up), rounded to whole đồng.

    None where the price or the net quantity is not known, where goods are counted by piece, and where the pack
    is that very unit.
    """
    if not price_amount or not net_quantity or net_unit not in ("g", "ml"):
        return None
    is_small = net_quantity < _SMALL_PACK
    base = 100 if is_small else 1000
    if net_quantity == base:
        return None
    per = {("g", True): "100 g", ("g", False): "kg", ("ml", True): "100 ml", ("ml", False): "l"}[net_unit, is_small]
    return UnitPrice((dong(price_amount) * base / net_quantity).dong(), per)
