"""Questions that an import keeps for a person. Each is asked once, also when the file comes again."""

import datetime as dt
import hashlib
from collections.abc import Sequence
from typing import Any

from catalog.models import ReviewItem, ReviewReason


def draft_question(
    *,
    reason: ReviewReason,
    about: Sequence[str],
    summary: str,
    details: dict[str, Any],
    source_file: str = "",
    source_row: int | None = None,
) -> ReviewItem:
    """A question that is not stored yet. `about` is what makes it the same question when it comes up again."""
    fingerprint = hashlib.sha256("\x1f".join((reason.value, *about)).encode()).hexdigest()
    return ReviewItem(
        reason=reason,
        fingerprint=fingerprint,
        summary=summary[:500],
        details=details,
        source_file=source_file,
        source_row=source_row,
    )


def ask(*, drafts: Sequence[ReviewItem]) -> int:
    """Stores the questions that were not asked before, answered ones included; how many were new."""
    by_fingerprint = {draft.fingerprint: draft for draft in drafts}
    prints = list(by_fingerprint)
    for start in range(0, len(prints), 500):
        known = ReviewItem.objects.filter(fingerprint__in=prints[start : start + 500])
        for fingerprint in known.values_list("fingerprint", flat=True):
            by_fingerprint.pop(fingerprint, None)
    ReviewItem.objects.bulk_create(by_fingerprint.values(), ignore_conflicts=True, batch_size=500)
    return len(by_fingerprint)


def close_question(*, item: ReviewItem, now: dt.datetime) -> None:
    """Notes that a person has dealt with it; the first time counts."""
    if item.closed_at is None:
        item.closed_at = now
        item.save(update_fields=["closed_at"])
