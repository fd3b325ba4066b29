"""Writing the append-only audit log: who, for whom, what, with the values before and after."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from django.db import models

from core.masking import masked
from core.models import AuditEntry

# Columns whose values never stand in the log as they are (ID, tax and bank numbers, addresses of people).
_MASKED = {"tax_code", "phone", "email", "identity_no", "bank_account", "to_address", "applicant_phone", "address"}


def note(
    *,
    action: str,
    about: models.Model,
    actor: Any = None,
    for_whom: Any = None,
    before: Mapping[str, Any] | None = None,
    after: Mapping[str, Any] | None = None,
    note: str = "",
) -> AuditEntry:
    """Adds one entry in the current transaction. `actor` is a person (None: the clock), `for_whom` an organization."""
    return AuditEntry.objects.create(
        action=action,
        actor=actor if getattr(actor, "pk", None) else None,
        for_whom=str(for_whom)[:250] if for_whom is not None else "",
        for_id=getattr(for_whom, "pk", None),
        object_type=about._meta.label_lower,
        object_id=str(about.pk),
        object_words=str(about)[:250],
        before=plain(before or {}),
        after=plain(after or {}),
        note=note,
    )


def plain(values: Mapping[str, Any]) -> dict[str, Any]:
    """Values as the log stores them: texts, numbers, days as ISO text, rows by their key, personal numbers masked."""
    return {name: masked(str(value)) if name in _MASKED and value else _plain(value) for name, value in values.items()}


def _plain(value: Any) -> Any:
    if isinstance(value, models.Model):
        return value.pk
    if isinstance(value, dt.datetime | dt.date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return plain(value)
    if isinstance(value, list | tuple | set):
        return [_plain(item) for item in value]
    return value if isinstance(value, str | int | float | bool) or value is None else str(value)
