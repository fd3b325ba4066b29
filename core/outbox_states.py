"""The states of a message in the outbox."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class MessageState(models.TextChoices):
    """Where a message stands; `given_up` waits for a person."""

    WAITING = "waiting", _("đang chờ gửi")
    SENT = "sent", _("đã gửi")
    GIVEN_UP = "given_up", _("gửi không được")


MESSAGE_MOVES = {
    MessageState.WAITING: {MessageState.SENT, MessageState.GIVEN_UP},
    MessageState.GIVEN_UP: {MessageState.WAITING},
    MessageState.SENT: set(),
}
