"""A reported listing, with the clock of its answer."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from sellers.states import REPORT_MOVES, ReportState


class ReportGround(models.TextChoices):
    """Why a listing is reported."""

    FALSE_BADGE = "false_badge", _("Dùng sai hạng sao hoặc nhãn hiệu OCOP")
    NOT_AS_DESCRIBED = "not_as_described", _("Hàng không đúng mô tả")
    FORBIDDEN = "forbidden", _("Hàng cấm hoặc không an toàn")
    CLAIMS = "claims", _("Quảng cáo công dụng chữa bệnh")
    RIGHTS = "rights", _("Xâm phạm nhãn hiệu, hình ảnh")
    OTHER = "other", _("Lý do khác")


class ReportQuerySet(models.QuerySet["ListingReport"]):
    """Scopes of reports."""

    def queue(self) -> "ReportQuerySet":
        """Open ones, the one whose time is up first on top."""
        return self.filter(state=ReportState.OPEN).order_by("due_at", "pk")


class ListingReport(models.Model):
    """One report. `due_at` is 24 hours after it came in when an authority asks, else the platform's own promise."""

    MOVES = REPORT_MOVES

    product = models.ForeignKey("catalog.Product", on_delete=models.CASCADE, related_name="reports")
    ground = models.CharField(max_length=20, choices=ReportGround)
    text = models.TextField(blank=True, default="")
    reporter_name = models.CharField(max_length=120, blank=True, default="")
    reporter_contact = models.CharField(max_length=254, blank=True, default="")
    is_from_authority = models.BooleanField(default=False)
    state = models.CharField(max_length=10, choices=ReportState, default=ReportState.OPEN)
    received_at = models.DateTimeField()
    due_at = models.DateTimeField()
    decision = models.TextField(blank=True, default="")
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects = ReportQuerySet.as_manager()

    class Meta:
        ordering = ["due_at", "pk"]

    def __str__(self) -> str:
        return f"{self.product} {self.ground}"
