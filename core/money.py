"""Money: whole đồng in the database, Decimal only inside a calculation, one rounding for the whole project."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

VND = "VND"


@dataclass(frozen=True, slots=True)
class Money:
    """An amount in one currency. Adding two currencies raises ValueError."""

    amount: Decimal
    currency: str = VND

    def __add__(self, other: "Money") -> "Money":
        self._same_currency(other)
        return Money(self.amount + other.amount, self.currency)

    def __sub__(self, other: "Money") -> "Money":
        self._same_currency(other)
        return Money(self.amount - other.amount, self.currency)

    def __mul__(self, factor: int | Decimal) -> "Money":
        return Money(self.amount * factor, self.currency)

    def __truediv__(self, divisor: int | Decimal) -> "Money":
        return Money(self.amount / divisor, self.currency)

    def rounded(self) -> "Money":
        """The amount in whole đồng, half away from zero. The only rounding in the project."""
        return Money(self.amount.quantize(Decimal(1), rounding=ROUND_HALF_UP), self.currency)

    def dong(self) -> int:
        """The rounded amount as an integer, as columns store it."""
        return int(self.rounded().amount)

    def _same_currency(self, other: "Money") -> None:
        if self.currency != other.currency:
            raise ValueError(f"cannot mix {self.currency} and {other.currency}")


def dong(amount: int) -> Money:
    """Whole đồng, as a column holds them, as Money."""
    return Money(Decimal(amount), VND)
