"""Filters for numbers and days in templates. The writing itself is in core.formats."""

import datetime as dt

from django import template

from core import formats

register = template.Library()


@register.filter
def dong(amount: int | None) -> str:
    """Whole đồng: "125.000 ₫"; "" where there is no amount."""
    return "" if amount is None else formats.dong(amount)


@register.filter
def count(number: int | None) -> str:
    """A whole number with its thousands apart; "" for None."""
    return "" if number is None else formats.count(number)


@register.filter
def day(date: dt.date | None) -> str:
    """A day: "21/11/2026"; "" for None."""
    return "" if date is None else formats.day(date)
