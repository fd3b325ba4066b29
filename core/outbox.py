"""Messages to people: written as rows in the transaction of what they tell of, sent later, at least once, never lost.

A channel is one function that sends one message or raises. Which channels there are is a setting (OUTBOX_CHANNELS).
"""

import datetime as dt
import logging
from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.db import transaction
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.module_loading import import_string

from core import clock, states
from core.models import Channel, OutboxMessage
from core.outbox_states import MessageState

logger = logging.getLogger(__name__)
TRIES = 8
_FIRST_WAIT = dt.timedelta(seconds=30)
_LONGEST_WAIT = dt.timedelta(hours=6)


def write(
    *,
    key: str,
    kind: str,
    to_address: str,
    language: str = "vi",
    channel: str = Channel.EMAIL,
    context: Mapping[str, Any] | None = None,
) -> OutboxMessage | None:
    """Stores a message of the templates `emails/<kind>.txt` (its first line is the subject) and, if there, `.html`.

    The same `key` is stored once; None when it was there already, or when there is no address.
    """
    if not to_address:
        return None
    with translation.override(language):
        values = {"site_name": settings.SITE_NAME, "site_url": settings.SITE_URL, **(context or {})}
        subject, _, text = render_to_string(f"emails/{kind}.txt", values).strip().partition("\n")
    row, is_new = OutboxMessage.objects.get_or_create(
        key=key[:160],
        defaults={
            "kind": kind,
            "channel": channel,
            "to_address": to_address,
            "language": language,
            "subject": subject.strip()[:250],
            "text": text.strip() if channel == Channel.EMAIL else f"{subject}\n{text}".strip(),
            "next_try_at": clock.now(),
        },
    )
    return row if is_new else None


def send_waiting(*, now: dt.datetime, limit: int = 200) -> int:
    """Sends what is due; how many went out. A failing message waits longer each time, after TRIES it is given up."""
    ids = list(OutboxMessage.objects.waiting().filter(next_try_at__lte=now).values_list("pk", flat=True)[:limit])
    return sum(_send_one(pk, now=now) for pk in ids)


def _send_one(pk: int, *, now: dt.datetime) -> bool:
    """Takes the message by moving its next try forward, so that a second worker leaves it alone, then sends it."""
    with transaction.atomic():
        due = OutboxMessage.objects.waiting().filter(pk=pk, next_try_at__lte=now)
        row = due.select_for_update().first()
        if row is None:
            return False
        wait = min(_LONGEST_WAIT, _FIRST_WAIT * 4 ** min(row.tries, 6))
        row.tries, row.next_try_at = row.tries + 1, now + wait
        row.save(update_fields=["tries", "next_try_at"])
    try:
        import_string(settings.OUTBOX_CHANNELS[row.channel])(row)
    except Exception as error:  # whatever a channel raises must not stop the others
        logger.warning("Message %s was not sent (try %s): %s", row.pk, row.tries, type(error).__name__)
        _note_failure(row, error)
        return False
    states.move(row, to=MessageState.SENT, actor=None, sent_at=now, last_error="")
    return True


def _note_failure(row: OutboxMessage, error: Exception) -> None:
    row.last_error = f"{type(error).__name__}: {error}"[:250]
    row.save(update_fields=["last_error"])
    if row.tries >= TRIES:
        states.move(row, to=MessageState.GIVEN_UP, actor=None)


def send_email(message: OutboxMessage) -> None:
    """The e-mail channel: Django's mail settings. The Message-ID is the key's, so that a receiver can tell doubles."""
    mail = EmailMultiAlternatives(
        subject=message.subject,
        body=message.text,
        to=[message.to_address],
        headers={"Message-ID": f"<{message.pk}.{message.created_at:%Y%m%d%H%M%S}@{settings.MAIL_DOMAIN}>"},
    )
    if message.html:
        mail.attach_alternative(message.html, "text/html")
    mail.send()


def keep_only(message: OutboxMessage) -> None:
    """The channel of the demo: nothing leaves the machine, the page of sent messages shows the row."""
