"""Money: one rounding, one currency, codes people can read."""

from decimal import Decimal

import pytest

from catalog.pricing import UnitPrice, unit_price
from core import codes
from core.money import Money, dong


def test_money_rounds_half_away_from_zero() -> None:
    assert Money(Decimal("0.5")).dong() == 1
    assert Money(Decimal("-0.5")).dong() == -1
    assert (dong(100) / 3).dong() == 33


def test_money_of_two_currencies_does_not_add() -> None:
    with pytest.raises(ValueError, match="VND and USD"):
        dong(1) + Money(Decimal(1), "USD")


@pytest.mark.parametrize(
    ("price", "quantity", "unit", "expected"),
    [
        (45000, 300, "g", UnitPrice(15000, "100 g")),
        (170000, 5000, "g", UnitPrice(34000, "kg")),
        (92000, 500, "ml", UnitPrice(18400, "100 ml")),
        (100000, 1000, "g", None),
        (100000, None, "", None),
        (100000, 1, "piece", None),
        (None, 300, "g", None),
    ],
)
def test_unit_price_is_of_100_g_or_a_kilo(
    price: int | None, quantity: int | None, unit: str, expected: UnitPrice | None
) -> None:
    assert unit_price(price_amount=price, net_quantity=quantity, net_unit=unit) == expected


def test_code_survives_being_typed_by_hand() -> None:
    code = codes.new_code()

    assert codes.typed(codes.spoken(code).lower().replace("-", " ")) == code
    assert len(code) == 12
    assert not set(code) & set("01ILOU")
