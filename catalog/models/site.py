"""A maker's places: the workshop, the store house. Stock lies there, papers may be about one."""

from typing import TYPE_CHECKING

from django.db import models

from accounts.models import Organization
from accounts.roles import Right

if TYPE_CHECKING:
    from accounts.models import User


class SiteQuerySet(models.QuerySet["Site"]):
    """Scopes of places."""

    def editable_by(self, user: "User") -> "SiteQuerySet":
        """Places of the makers whose goods this person may change."""
        return self.filter(organization__in=Organization.objects.run_by(user, Right.GOODS))


class Site(models.Model):
    """One place where a maker makes or keeps goods."""

    organization = models.ForeignKey("accounts.Organization", on_delete=models.CASCADE, related_name="sites")
    name = models.CharField(max_length=120)
    commune = models.ForeignKey("places.Commune", on_delete=models.PROTECT, null=True, blank=True)
    street = models.CharField(max_length=250, blank=True, default="")

    objects = SiteQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["organization", "name"], name="site_name_once")]

    def __str__(self) -> str:
        return self.name
