"""Who works for which organization, and invitations to do so."""

import datetime as dt
import secrets
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.db.models import Q

from accounts.roles import Right, Role, rights_of

if TYPE_CHECKING:
    from accounts.models.user import User


class MembershipQuerySet(models.QuerySet["Membership"]):
    """Scopes of the people of an organization."""

    def editable_by(self, user: "User") -> "MembershipQuerySet":
        """Memberships that this person may change: all of the organizations whose people they may manage."""
        managed = [role for role in Role.values if Right.PEOPLE in rights_of(role)]
        mine = Membership.objects.filter(user=user, role__in=managed).values("organization")
        return self.filter(organization__in=mine)


class Membership(models.Model):
    """One person's part in one organization."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="memberships")
    organization = models.ForeignKey("accounts.Organization", on_delete=models.CASCADE, related_name="memberships")
    role = models.CharField(max_length=8, choices=Role)
    created_at = models.DateTimeField(auto_now_add=True)

    objects = MembershipQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["user", "organization"], name="membership_once"),
            models.CheckConstraint(condition=Q(role__in=Role.values), name="membership_role_known"),
        ]

    def __str__(self) -> str:
        return f"{self.user} {self.role}"

    def may(self, right: Right) -> bool:
        """Whether the role carries the right."""
        return right in rights_of(self.role)


def new_token() -> str:
    """An unguessable text for a link."""
    return secrets.token_urlsafe(24)


class Invitation(models.Model):
    """An invitation to work for an organization, sent to a phone number or e-mail address; open until it ends."""

    organization = models.ForeignKey("accounts.Organization", on_delete=models.CASCADE, related_name="invitations")
    role = models.CharField(max_length=8, choices=Role)
    address = models.CharField(max_length=254)
    token = models.CharField(max_length=40, unique=True, default=new_token, editable=False)
    invited_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)
    ends_at = models.DateTimeField()
    accepted_at = models.DateTimeField(null=True, blank=True)
    accepted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    revoked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"{self.organization} {self.role}"

    def is_open(self, now: dt.datetime) -> bool:
        """Whether it can still be accepted."""
        return self.accepted_at is None and self.revoked_at is None and now < self.ends_at
