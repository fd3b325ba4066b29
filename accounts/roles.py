"""Roles of people in an organization, and what each may do. The one table that every scope and screen asks."""

from enum import StrEnum

from django.db import models
from django.utils.translation import gettext_lazy as _


class Role(models.TextChoices):
    """The part a person has in an organization."""

    OWNER = "owner", _("Chủ")
    GOODS = "goods", _("Hàng hóa")
    ORDERS = "orders", _("Đơn hàng")
    FINANCE = "finance", _("Tiền")
    TRADE = "trade", _("Bán sỉ")


class Right(StrEnum):
    """What a role may carry. Whoever has any role sees the desk's home."""

    GOODS = "goods"
    PAPERS = "papers"
    ORDERS = "orders"
    MONEY = "money"
    TRADE = "trade"
    SHOP = "shop"
    PEOPLE = "people"


_TABLE: dict[str, frozenset[Right]] = {
    Role.OWNER: frozenset(Right),
    Role.GOODS: frozenset({Right.GOODS, Right.PAPERS, Right.SHOP}),
    Role.ORDERS: frozenset({Right.ORDERS}),
    Role.FINANCE: frozenset({Right.MONEY}),
    Role.TRADE: frozenset({Right.TRADE, Right.PAPERS}),
}


def rights_of(role: str) -> frozenset[Right]:
    """What a role may do; nothing for an unknown one."""
    return _TABLE.get(role, frozenset())


def roles_with(right: Right) -> list[str]:
    """The roles that carry a right."""
    return [role for role, rights in _TABLE.items() if right in rights]
