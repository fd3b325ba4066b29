"""Numbers and days as people write them, in the language of the page: 125.000 ₫, 1.154, 21/11/2026, 500 g."""

import datetime as dt

from django.utils.translation import get_language


def count(number: int) -> str:
    """A whole number with its thousands apart: 1.154 in Vietnamese, 1,154 in English."""
    text = f"{number:,}"
    return text if get_language() == "en" else text.replace(",", ".")


def dong(amount: int) -> str:
    """Whole đồng: "125.000 ₫" (with a space that does not break)."""
    return f"{count(amount)}\u00a0₫"


def day(date: dt.date) -> str:
    """A day as it is written in Viet Nam: 21/11/2026."""
    return f"{date:%d/%m/%Y}"


def quantity(amount: int, unit: str) -> str:
    """A net quantity given in g, ml or pieces: "500 g", "1,5 kg", "750 ml", "2 l"; "" for pieces without a number."""
    if unit in ("g", "ml") and amount >= 1000:
        whole = f"{amount / 1000:g}"
        large = {"g": "kg", "ml": "l"}[unit]
        return f"{whole if get_language() == 'en' else whole.replace('.', ',')}\u00a0{large}"
    return f"{count(amount)}\u00a0{unit}" if unit in ("g", "ml") else count(amount)
