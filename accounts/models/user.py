"""People who can sign in: by phone number or e-mail address, never by a made-up name."""

from typing import Any

from django.contrib.auth.models import AbstractUser, UserManager
from django.db import models
from django.db.models import Q


class PersonManager(UserManager["User"]):
    """Django's, with the scopes of people."""

    def active(self) -> models.QuerySet["User"]:
        """People who may sign in."""
        return self.filter(is_active=True)


class User(AbstractUser):
    """A person. `username` is a random code nobody types; `phone` is E.164 ("+84912345678"), unique when given.

    An erased person keeps the row, without a name, number or address, for what law keeps of their acts.
    """

    full_name = models.CharField(max_length=150, blank=True, default="")
    phone = models.CharField(max_length=16, null=True, blank=True, unique=True)
    is_phone_verified = models.BooleanField(default=False)
    language = models.CharField(max_length=2, default="vi")
    is_demo = models.BooleanField(default=False)
    erased_at = models.DateTimeField(null=True, blank=True)

    objects = PersonManager()

    class Meta(AbstractUser.Meta):
        constraints = [
            models.UniqueConstraint(fields=["email"], condition=~Q(email=""), name="user_email_once"),
        ]

    def __str__(self) -> str:
        return self.full_name or f"#{self.pk}"

    def save(self, **kwargs: Any) -> None:
        """Stores the row; addresses are kept in small letters, an empty phone as none."""
        self.email = (self.email or "").strip().lower()
        self.phone = self.phone or None
        super().save(**kwargs)
