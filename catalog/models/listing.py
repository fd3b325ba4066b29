"""Versions of a listing: what a maker wants to show, and what staff said of it."""

from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.db.models import Q

from accounts.models import Organization
from accounts.roles import Right
from catalog.states import LISTING_MOVES, OPEN_LISTING_STATES, ListingState

if TYPE_CHECKING:
    from accounts.models import User


class ListingVersionQuerySet(models.QuerySet["ListingVersion"]):
    """Scopes of versions."""

    def editable_by(self, user: "User") -> "ListingVersionQuerySet":
        """Versions of the makers whose goods this person may change."""
        return self.filter(product__seller__in=Organization.objects.run_by(user, Right.GOODS))

    def queue(self) -> "ListingVersionQuerySet":
        """What waits for staff, the oldest first."""
        return self.filter(state=ListingState.SUBMITTED).order_by("submitted_at", "pk")


class ListingVersion(models.Model):
    """One version of a product's listing.

    `content` is the whole listing as catalog/listing.py describes it, `base` what was published when the version began:
    the diff is between the two.

    `reasons` are staff's words by field, `flags` what a pure rule found (words that promise cures). A version that was
    decided never changes.
    """

    MOVES = LISTING_MOVES

    product = models.ForeignKey("catalog.Product", on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField()
    state = models.CharField(max_length=20, choices=ListingState, default=ListingState.DRAFT)
    content = models.JSONField(default=dict)
    base = models.JSONField(default=dict)
    reasons = models.JSONField(default=dict, blank=True)
    flags = models.JSONField(default=list, blank=True)
    edits = models.PositiveIntegerField(default=0)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)
    saved_at = models.DateTimeField(auto_now=True)
    submitted_at = models.DateTimeField(null=True, blank=True)
    reviewed_at = models.DateTimeField(null=True, blank=True)
    reviewed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects = ListingVersionQuerySet.as_manager()

    class Meta:
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["product", "number"], name="listing_version_number_once"),
            models.UniqueConstraint(
                fields=["product"], condition=Q(state__in=OPEN_LISTING_STATES), name="listing_one_open_version"
            ),
        ]
        indexes = [models.Index(fields=["submitted_at"], condition=Q(state="submitted"), name="listing_queue")]

    def __str__(self) -> str:
        return f"{self.product} v{self.number}"
