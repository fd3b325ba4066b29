"""How often something may be tried: counted in the database, so that all processes count together."""

import datetime as dt
import hashlib

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext_lazy as _

from core import clock
from core.errors import DomainError
from core.models import TryCount


class TooManyTriesError(DomainError):
    """The limit is reached; `retry_after` tells the seconds until the next try."""

    def __init__(self, retry_after: int) -> None:
        text = str(_("Bạn đã thử quá nhiều lần. Hãy đợi %(minutes)s phút rồi thử lại."))
        super().__init__("too_many_tries", text, minutes=max(1, (retry_after + 59) // 60))
        self.retry_after = retry_after


def take(*, what: str, who: str, limit: int, seconds: int, now: dt.datetime | None = None) -> None:
    """Counts one try of `what` by `who` (an address, a phone; stored as a digest only).

    Raises TooManyTriesError from the try after `limit` on, until the span of `seconds` since the first one is over.
    """
    moment = now or clock.now()
    key = hashlib.blake2b(f"{what}\x1f{who}".encode(), digest_size=24).hexdigest()
    with transaction.atomic():
        fresh = {"count": 0, "ends_at": moment + dt.timedelta(seconds=seconds)}
        row, _is_new = TryCount.objects.select_for_update().get_or_create(key=key, defaults=fresh)
        if row.ends_at <= moment:
            TryCount.objects.filter(pk=key).update(**fresh)
        TryCount.objects.filter(pk=key).update(count=F("count") + 1)
        row.refresh_from_db()
    if row.count > limit:
        raise TooManyTriesError(max(1, int((row.ends_at - moment).total_seconds())))


def forget_old(*, now: dt.datetime) -> int:
    """Deletes counts whose span is over; how many."""
    return TryCount.objects.filter(ends_at__lt=now).delete()[0]
