"""Moves of everything that has a state: the one place that assigns `.state`. Which moves exist is each app's table."""

from typing import Any

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from core import audit
from core.errors import DomainError


class MoveRefusedError(DomainError):
    """The step is not possible now: not in the table, or someone else was faster."""

    def __init__(self, words: str) -> None:
        text = str(_("Bước này không làm được nữa: hiện là “%(state)s”. Hãy tải lại trang để xem tình trạng mới."))
        super().__init__("move_refused", text, field=None, state=words)


def can_move(row: models.Model, *, to: str) -> bool:
    """Whether the table of the row's model allows the step; screens ask this to choose their buttons."""
    return to in row.MOVES.get(row.state, ())  # type: ignore[attr-defined]  # every model with a state has both


def move(row: models.Model, *, to: str, actor: Any, for_whom: Any = None, note: str = "", **values: Any) -> None:
    """Brings a row into another state, with further columns of the same step, and logs it; all or nothing.

    The table of its model is asked, then the stored state: of two people at once one wins. `actor` is the person or
    None for the clock, `for_whom` an organization. Raises MoveRefusedError.
    """
    old = row.state  # type: ignore[attr-defined]
    if not can_move(row, to=to):
        raise MoveRefusedError(_words(row, old))
    before = {name: getattr(row, name) for name in values} | {"state": old}
    after = {"state": to, **values}
    manager = type(row)._default_manager
    with transaction.atomic():
        if not manager.filter(pk=row.pk, state=old).update(**after):
            now = manager.filter(pk=row.pk).values_list("state", flat=True).first()
            raise MoveRefusedError(_words(row, now or ""))
        for name, value in after.items():
            setattr(row, name, value)
        audit.note(
            action=f"{row._meta.model_name}.{to}",
            about=row,
            actor=actor,
            for_whom=for_whom,
            before=before,
            after=after,
            note=note,
        )


def _words(row: models.Model, state: str) -> str:
    field = row._meta.get_field("state")
    return str(dict(field.flatchoices).get(state, state))  # type: ignore[union-attr]
