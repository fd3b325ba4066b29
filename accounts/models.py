"""People and organizations. Sign-in, roles and memberships come with the seller's side."""

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from core.vietnamese import fold


class User(AbstractUser):
    """A person who can sign in. Here from the first migration, so that nothing has to be swapped later."""


class OrganizationKind(models.TextChoices):
    """The part an organization plays in the trade."""

    PRODUCER = "producer", _("Chủ thể OCOP")
    SUPERMARKET = "supermarket", _("Siêu thị")
    COUNCIL = "council", _("Cơ quan OCOP")


class LegalForm(models.TextChoices):
    """Legal forms that may hold a certificate (Decision 26/2026/QĐ-TTg, Art. 2)."""

    COOPERATIVE = "cooperative", _("Hợp tác xã")
    COOP_GROUP = "coop_group", _("Tổ hợp tác")
    COMPANY = "company", _("Doanh nghiệp")
    HOUSEHOLD = "household", _("Hộ kinh doanh")
    FARM = "farm", _("Trang trại")


class OrganizationQuerySet(models.QuerySet["Organization"]):
    """Scopes; a view starts from one of them, never from `.all()`."""

    def producers(self) -> "OrganizationQuerySet":
        """Makers of goods."""
        return self.filter(kind=OrganizationKind.PRODUCER)

    def behind_in_search(self) -> "OrganizationQuerySet":
        """Rows whose last change the search index has not taken up."""
        return self.filter(revision__gt=F("indexed_revision"))

    def update(self, **values: object) -> int:
        """Like Django's, and raises the revision, so that the search index learns of the change."""
        if "indexed_revision" not in values:
            values.setdefault("revision", F("revision") + 1)
        return super().update(**values)


class Organization(models.Model):
    """A producer, supermarket or council: the tenant that products, orders and dossiers point at.

    A producer is one organization only where folded name and place agree.
    """

    kind = models.CharField(max_length=12, choices=OrganizationKind, default=OrganizationKind.PRODUCER)
    name = models.CharField(max_length=250)
    slug = models.SlugField(max_length=120, unique=True)
    name_folded = models.CharField(max_length=250, editable=False)
    legal_form = models.CharField(max_length=12, choices=LegalForm, blank=True, default="")
    place_printed = models.CharField(max_length=250, blank=True, default="")
    province_printed = models.CharField(max_length=60, blank=True, default="")
    province = models.ForeignKey("places.Province", on_delete=models.PROTECT, null=True, blank=True)
    old_province = models.ForeignKey("places.OldProvince", on_delete=models.PROTECT, null=True, blank=True)
    commune = models.ForeignKey("places.Commune", on_delete=models.PROTECT, null=True, blank=True)
    story = models.TextField(blank=True, default="")
    created_at = models.DateTimeField(auto_now_add=True)
    revision = models.PositiveBigIntegerField(default=1, editable=False)
    indexed_revision = models.PositiveBigIntegerField(default=0, editable=False)

    objects = OrganizationQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(name=""), name="organization_has_a_name"),
            models.CheckConstraint(
                condition=Q(legal_form="") | Q(legal_form__in=LegalForm.values), name="organization_legal_form_known"
            ),
        ]
        indexes = [
            models.Index(fields=["name_folded"], name="organization_name_folded"),
            models.Index(
                fields=["id"], condition=Q(revision__gt=F("indexed_revision")), name="organization_behind_search"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def save(self, **kwargs) -> None:  # type: ignore[no-untyped-def]  # Django's own signature
        """Stores the row and raises its revision in the same statement."""
        self.name_folded = fold(self.name)
        if not self._state.adding:
            self.revision = F("revision") + 1
        super().save(**kwargs)
        if not isinstance(self.revision, int):
            self.refresh_from_db(fields=["revision"])
