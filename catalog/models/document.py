"""Papers of a maker, a site or a product. Trade matching and certification read the same rows."""

from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts.models import Organization
from accounts.roles import Right
from core.files import private_storage

if TYPE_CHECKING:
    from accounts.models import User


class DocumentKind(models.TextChoices):
    """What a paper is (the evidence list of Form 02, Decision 26/2026/QĐ-TTg, Annex III, and what shops ask)."""

    BUSINESS_REGISTRATION = "business_registration", _("Đăng ký kinh doanh")
    FOOD_SAFETY = "food_safety", _("Giấy chứng nhận cơ sở đủ điều kiện an toàn thực phẩm")
    VIETGAP = "vietgap", _("VietGAP")
    HACCP = "haccp", _("HACCP")
    ISO = "iso", _("ISO 22000 hoặc tương đương")
    SELF_DECLARATION = "self_declaration", _("Bản tự công bố sản phẩm")
    QUALITY_DECLARATION = "quality_declaration", _("Công bố chất lượng")
    TEST_REPORT = "test_report", _("Phiếu kiểm nghiệm")
    BARCODE = "barcode", _("Mã số mã vạch")
    TRADEMARK = "trademark", _("Nhãn hiệu")
    OCOP_CERTIFICATE = "ocop_certificate", _("Giấy chứng nhận OCOP")
    OTHER = "other", _("Giấy khác")


class DocumentScope(models.TextChoices):
    """What a paper is about."""

    MAKER = "maker", _("Cả chủ thể")
    SITE = "site", _("Một cơ sở")
    PRODUCT = "product", _("Một sản phẩm")


class DocumentQuerySet(models.QuerySet["Document"]):
    """Scopes of papers."""

    def visible_to(self, user: "User") -> "DocumentQuerySet":
        """Papers of the makers whose papers this person keeps; the programme's staff sees all."""
        if user.is_authenticated and user.is_active and user.is_staff:
            return self.all()
        return self.editable_by(user)

    def editable_by(self, user: "User") -> "DocumentQuerySet":
        """Papers of the makers whose papers this person keeps."""
        return self.filter(organization__in=Organization.objects.run_by(user, Right.PAPERS))


class Document(models.Model):
    """One paper. Its state (proved, declared, stale) is computed by catalog/papers.py, never stored.

    `proved_on` and `reviewer` tell that staff compared the file with what is claimed; `refused_for` why they would not.
    """

    organization = models.ForeignKey("accounts.Organization", on_delete=models.CASCADE, related_name="documents")
    kind = models.CharField(max_length=24, choices=DocumentKind)
    scope = models.CharField(max_length=8, choices=DocumentScope, default=DocumentScope.MAKER)
    site = models.ForeignKey("catalog.Site", on_delete=models.PROTECT, null=True, blank=True, related_name="documents")
    product = models.ForeignKey(
        "catalog.Product", on_delete=models.PROTECT, null=True, blank=True, related_name="documents"
    )
    certificate = models.ForeignKey(
        "catalog.Certificate", on_delete=models.SET_NULL, null=True, blank=True, related_name="documents"
    )
    title = models.CharField(max_length=200, blank=True, default="")
    number = models.CharField(max_length=80, blank=True, default="")
    issuer = models.CharField(max_length=160, blank=True, default="")
    issued_on = models.DateField(null=True, blank=True)
    ends_on = models.DateField(null=True, blank=True)
    file = models.FileField(upload_to="documents/", storage=private_storage, blank=True)
    file_name = models.CharField(max_length=160, blank=True, default="")
    content_type = models.CharField(max_length=80, blank=True, default="")
    size = models.PositiveIntegerField(default=0)
    sha256 = models.CharField(max_length=64, blank=True, default="")
    proved_on = models.DateField(null=True, blank=True)
    reviewer = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    refused_for = models.TextField(blank=True, default="")
    uploaded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)
    replaced_by = models.OneToOneField(
        "self", on_delete=models.SET_NULL, null=True, blank=True, related_name="replaces"
    )

    objects = DocumentQuerySet.as_manager()

    class Meta:
        ordering = [models.F("ends_on").asc(nulls_last=True), "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(scope="maker", site__isnull=True, product__isnull=True)
                | Q(scope="site", site__isnull=False, product__isnull=True)
                | Q(scope="product", site__isnull=True, product__isnull=False),
                name="document_scope_names_its_row",
            ),
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(issued_on__isnull=True) | Q(ends_on__gte=models.F("issued_on")),
                name="document_ends_after_it_begins",
            ),
        ]

    def __str__(self) -> str:
        return self.title or self.get_kind_display()
