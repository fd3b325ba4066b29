"""States of listing versions, and the moves between them."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ListingState(models.TextChoices):
    """Where a version of a listing stands."""

    DRAFT = "draft", _("bản nháp")
    SUBMITTED = "submitted", _("chờ duyệt")
    CHANGES_REQUESTED = "changes_requested", _("cần sửa")
    APPROVED = "approved", _("đã duyệt")
    REJECTED = "rejected", _("không duyệt")
    DROPPED = "dropped", _("đã bỏ")


OPEN_LISTING_STATES = [ListingState.DRAFT, ListingState.SUBMITTED, ListingState.CHANGES_REQUESTED]

# A draft is approved at once when all of its changes are of low risk.
LISTING_MOVES = {
    ListingState.DRAFT: {ListingState.SUBMITTED, ListingState.APPROVED, ListingState.DROPPED},
    ListingState.SUBMITTED: {
        ListingState.DRAFT, ListingState.CHANGES_REQUESTED, ListingState.APPROVED, ListingState.REJECTED,
    },
    ListingState.CHANGES_REQUESTED: {ListingState.SUBMITTED, ListingState.DROPPED},
    ListingState.APPROVED: set(),
    ListingState.REJECTED: set(),
    ListingState.DROPPED: set(),
}  # fmt: skip
