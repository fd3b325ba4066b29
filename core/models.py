"""Rows without business words: the audit log, the outbox of messages, counted tries, chores of the clock."""

from typing import Any, NoReturn

from django.conf import settings
from django.db import models
from django.db.models import Q

from core.outbox_states import MESSAGE_MOVES, MessageState


class AppendOnlyError(TypeError):
    """Someone tried to change or delete a row of a log."""


class AuditQuerySet(models.QuerySet["AuditEntry"]):
    """Reading and adding only."""

    def about(self, row: models.Model) -> "AuditQuerySet":
        """The entries of one row, newest first."""
        return self.filter(object_type=row._meta.label_lower, object_id=str(row.pk)).order_by("-pk")

    def update(self, **values: object) -> NoReturn:
        """Refused: the log is append-only."""
        raise AppendOnlyError("the audit log is append-only")

    def delete(self) -> NoReturn:
        """Refused: the log is append-only."""
        raise AppendOnlyError("the audit log is append-only")


class AuditEntry(models.Model):
    """Who did what, for whom, with the values before and after. Rows are added by core/audit.py and never change.

    `before` and `after` hold column names and plain values; personal numbers stand masked.
    """

    at = models.DateTimeField(auto_now_add=True, db_index=True)
    actor = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    for_whom = models.CharField(max_length=250, blank=True, default="")
    for_id = models.PositiveBigIntegerField(null=True, blank=True, db_index=True)
    action = models.CharField(max_length=60)
    object_type = models.CharField(max_length=60)
    object_id = models.CharField(max_length=40)
    object_words = models.CharField(max_length=250, blank=True, default="")
    before = models.JSONField(default=dict)
    after = models.JSONField(default=dict)
    note = models.TextField(blank=True, default="")

    objects = AuditQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        indexes = [models.Index(fields=["object_type", "object_id"], name="audit_object")]

    def __str__(self) -> str:
        return f"{self.action} {self.object_type} {self.object_id}"

    def save(self, **kwargs: Any) -> None:
        """Adds the row; an existing one is refused."""
        if not self._state.adding:
            raise AppendOnlyError("the audit log is append-only")
        super().save(**kwargs)

    def delete(self, using: Any = None, keep_parents: bool = False) -> NoReturn:
        """Refused: the log is append-only."""
        raise AppendOnlyError("the audit log is append-only")


class Channel(models.TextChoices):
    """How a message travels."""

    EMAIL = "email", "e-mail"
    SMS = "sms", "SMS"


class OutboxQuerySet(models.QuerySet["OutboxMessage"]):
    """What waits and what was given up."""

    def waiting(self) -> "OutboxQuerySet":
        """Messages that are still to be sent, oldest first."""
        return self.filter(state=MessageState.WAITING).order_by("next_try_at", "pk")


class OutboxMessage(models.Model):
    """One message, written in the transaction of what it tells of; core/outbox.py sends it at least once.

    `key` names the occasion: the same occasion is told once however often it is written.
    """

    MOVES = MESSAGE_MOVES

    key = models.CharField(max_length=160, unique=True)
    kind = models.CharField(max_length=60)
    channel = models.CharField(max_length=5, choices=Channel, default=Channel.EMAIL)
    to_address = models.CharField(max_length=254)
    language = models.CharField(max_length=2, default="vi")
    subject = models.CharField(max_length=250, blank=True, default="")
    text = models.TextField()
    html = models.TextField(blank=True, default="")
    state = models.CharField(max_length=8, choices=MessageState, default=MessageState.WAITING)
    tries = models.PositiveSmallIntegerField(default=0)
    next_try_at = models.DateTimeField(auto_now_add=False)
    last_error = models.CharField(max_length=250, blank=True, default="")
    created_at = models.DateTimeField(auto_now_add=True)
    sent_at = models.DateTimeField(null=True, blank=True)

    objects = OutboxQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        indexes = [models.Index(fields=["next_try_at"], condition=Q(state="waiting"), name="outbox_waiting")]

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"


class TryCount(models.Model):
    """How often something was tried in a span of time; counted by core/limits.py. The key is a digest, no address."""

    key = models.CharField(max_length=80, primary_key=True)
    count = models.PositiveIntegerField(default=0)
    ends_at = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return f"{self.key}: {self.count}"


class Chore(models.Model):
    """When a chore of the clock was last taken up; the row is what keeps two clocks from doing it twice."""

    name = models.CharField(max_length=80, primary_key=True)
    taken_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return self.name
