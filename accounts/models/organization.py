"""Organizations: the tenant that products, orders, papers and dossiers point at."""

import datetime as dt
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from accounts.roles import Right, roles_with
from core.vietnamese import fold

if TYPE_CHECKING:
    from accounts.models.user import User


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


class Standing(models.TextChoices):
    """Whether an organization may sell here; empty for one that a source names and nobody has claimed."""

    UNCLAIMED = "", _("chưa có người nhận")
    ACTIVE = "active", _("đang bán")
    SUSPENDED = "suspended", _("tạm ngưng")
    CLOSED = "closed", _("đã đóng")


class OrganizationQuerySet(models.QuerySet["Organization"]):
    """Scopes; a view starts from one of them, never from `.all()`."""

    def producers(self) -> "OrganizationQuerySet":
        """Makers of goods."""
        return self.filter(kind=OrganizationKind.PRODUCER)

    def run_by(self, user: "User", right: Right | None = None) -> "OrganizationQuerySet":
        """Organizations that this person works for; with `right`, only where the role carries it."""
        if not user.is_authenticated or not user.is_active:
            return self.none()
        mine = Q(memberships__user=user)
        if right is not None:
            mine &= Q(memberships__role__in=roles_with(right))
        return self.filter(mine).distinct()

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
    tax_code = models.CharField(max_length=14, blank=True, default="")
    representative = models.CharField(max_length=120, blank=True, default="")
    phone = models.CharField(max_length=16, blank=True, default="")
    email = models.EmailField(blank=True, default="")
    street = models.CharField(max_length=250, blank=True, default="")
    standing = models.CharField(max_length=10, choices=Standing, blank=True, default=Standing.UNCLAIMED)
    paused_from = models.DateField(null=True, blank=True)
    paused_until = models.DateField(null=True, blank=True)
    pause_note = models.CharField(max_length=250, blank=True, default="")
    is_demo = models.BooleanField(default=False)
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
            models.CheckConstraint(
                condition=Q(paused_from__isnull=True, paused_until__isnull=True)
                | Q(paused_from__isnull=False, paused_until__gte=F("paused_from")),
                name="organization_pause_has_an_end",
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

    def is_paused(self, today: dt.date) -> bool:
        """Whether the maker takes a season's rest on that day; it ends by itself after `paused_until`."""
        return bool(self.paused_from and self.paused_until and self.paused_from <= today <= self.paused_until)
