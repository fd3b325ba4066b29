"""An application to sell, the certificates it claims, and notices of suspension."""

from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.db.models import Q

from accounts.models import LegalForm, Organization
from accounts.roles import Right
from core.files import private_storage
from sellers.states import APPLICATION_MOVES, CLAIM_MOVES, OPEN_APPLICATION_STATES, ApplicationState, ClaimState

if TYPE_CHECKING:
    from accounts.models import User


class ApplicationQuerySet(models.QuerySet["SellerApplication"]):
    """Scopes of applications."""

    def editable_by(self, user: "User") -> "ApplicationQuerySet":
        """A person's own applications."""
        return self.filter(applicant=user) if user.is_authenticated else self.none()

    def queue(self) -> "ApplicationQuerySet":
        """What waits for staff, the oldest first."""
        return self.filter(state=ApplicationState.SUBMITTED).order_by("submitted_at", "pk")


class SellerApplication(models.Model):
    """One application to sell (who may: Decision 26/2026/QĐ-TTg, Art. 2). Kept at every step, so it can be resumed.

    `organization` is the imported maker it claims, or, after approval, the one made of it. `reasons` are staff's
    words by field.
    """

    MOVES = APPLICATION_MOVES

    applicant = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="applications")
    organization = models.ForeignKey(
        "accounts.Organization", on_delete=models.PROTECT, null=True, blank=True, related_name="applications"
    )
    state = models.CharField(max_length=20, choices=ApplicationState, default=ApplicationState.DRAFT)
    step = models.CharField(max_length=20, default="maker")
    legal_form = models.CharField(max_length=12, choices=LegalForm, blank=True, default="")
    name = models.CharField(max_length=250, blank=True, default="")
    tax_code = models.CharField(max_length=14, blank=True, default="")
    representative = models.CharField(max_length=120, blank=True, default="")
    phone = models.CharField(max_length=16, blank=True, default="")
    email = models.EmailField(blank=True, default="")
    province = models.ForeignKey("places.Province", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    commune = models.ForeignKey("places.Commune", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    street = models.CharField(max_length=250, blank=True, default="")
    place_typed = models.CharField(max_length=250, blank=True, default="")
    registration_file = models.FileField(upload_to="applications/", storage=private_storage, blank=True)
    registration_file_name = models.CharField(max_length=160, blank=True, default="")
    registration_sha256 = models.CharField(max_length=64, blank=True, default="")
    reasons = models.JSONField(default=dict, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    saved_at = models.DateTimeField(auto_now=True)
    submitted_at = models.DateTimeField(null=True, blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects = ApplicationQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["applicant"], condition=Q(state__in=OPEN_APPLICATION_STATES), name="application_one_open"
            ),
            models.UniqueConstraint(
                fields=["organization"],
                condition=Q(state__in=["approved", "suspended"]),
                name="application_one_approved_a_maker",
            ),
        ]
        indexes = [models.Index(fields=["submitted_at"], condition=Q(state="submitted"), name="application_queue")]

    def __str__(self) -> str:
        return self.name or f"#{self.pk}"


class ClaimQuerySet(models.QuerySet["CertificateClaim"]):
    """Scopes of claims."""

    def editable_by(self, user: "User") -> "ClaimQuerySet":
        """Claims of a person's own applications and of the makers whose papers they keep."""
        if not user.is_authenticated:
            return self.none()
        run = Organization.objects.run_by(user, Right.PAPERS)
        return self.filter(Q(application__applicant=user) | Q(organization__in=run))

    def queue(self) -> "ClaimQuerySet":
        """What waits for staff, the oldest first."""
        return self.filter(state=ClaimState.OPEN).order_by("created_at", "pk")


class CertificateClaim(models.Model):
    """ "This certificate is ours": of a certificate we know, or of one that is only told of (`product_typed`...)."""

    MOVES = CLAIM_MOVES

    application = models.ForeignKey(
        SellerApplication, on_delete=models.CASCADE, null=True, blank=True, related_name="claims"
    )
    organization = models.ForeignKey(
        "accounts.Organization", on_delete=models.CASCADE, null=True, blank=True, related_name="claims"
    )
    certificate = models.ForeignKey(
        "catalog.Certificate", on_delete=models.PROTECT, null=True, blank=True, related_name="claims"
    )
    product = models.ForeignKey(
        "catalog.Product", on_delete=models.PROTECT, null=True, blank=True, related_name="claims"
    )
    product_typed = models.CharField(max_length=250, blank=True, default="")
    decision_typed = models.CharField(max_length=80, blank=True, default="")
    stars_typed = models.PositiveSmallIntegerField(null=True, blank=True)
    issued_on_typed = models.DateField(null=True, blank=True)
    state = models.CharField(max_length=10, choices=ClaimState, default=ClaimState.OPEN)
    reason = models.TextField(blank=True, default="")
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects = ClaimQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["certificate"],
                condition=Q(state="confirmed", certificate__isnull=False),
                name="claim_certificate_confirmed_once",
            ),
            models.CheckConstraint(
                condition=Q(application__isnull=False) | Q(organization__isnull=False), name="claim_is_of_someone"
            ),
        ]

    def __str__(self) -> str:
        return self.product_typed or f"#{self.pk}"


class SuspensionNotice(models.Model):
    """A notice to a maker that its shop will be suspended from a day on, with the ground; may be lifted."""

    organization = models.ForeignKey("accounts.Organization", on_delete=models.CASCADE, related_name="suspensions")
    reason = models.TextField()
    given_at = models.DateTimeField()
    given_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    effective_on = models.DateField()
    done_at = models.DateTimeField(null=True, blank=True)
    lifted_at = models.DateTimeField(null=True, blank=True)
    lifted_for = models.TextField(blank=True, default="")

    class Meta:
        ordering = ["-pk"]
        constraints = [models.CheckConstraint(condition=~Q(reason=""), name="suspension_has_a_reason")]

    def __str__(self) -> str:
        return f"{self.organization} {self.effective_on}"
