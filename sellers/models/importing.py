"""An import of a workbook of goods, and each of its rows: what was read, what was wrong, what it changed."""

from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models

from accounts.models import Organization
from accounts.roles import Right
from core.files import private_storage
from sellers.states import IMPORT_MOVES, IMPORT_ROW_MOVES, ImportRowState, ImportState

if TYPE_CHECKING:
    from accounts.models import User


class ImportQuerySet(models.QuerySet["ListingImport"]):
    """Scopes of imports."""

    def editable_by(self, user: "User") -> "ImportQuerySet":
        """Imports of the makers whose goods this person may change."""
        return self.filter(organization__in=Organization.objects.run_by(user, Right.GOODS))


class ListingImport(models.Model):
    """One uploaded workbook. `columns` maps our field -> column number (from 0); `done` of `total` rows are done."""

    MOVES = IMPORT_MOVES

    organization = models.ForeignKey("accounts.Organization", on_delete=models.CASCADE, related_name="imports")
    uploaded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    file = models.FileField(upload_to="imports/", storage=private_storage)
    file_name = models.CharField(max_length=160)
    sha256 = models.CharField(max_length=64)
    state = models.CharField(max_length=10, choices=ImportState, default=ImportState.UPLOADED)
    header_row = models.PositiveIntegerField(default=0)
    headers = models.JSONField(default=list)
    columns = models.JSONField(default=dict)
    total = models.PositiveIntegerField(default=0)
    done = models.PositiveIntegerField(default=0)
    good = models.PositiveIntegerField(default=0)
    bad = models.PositiveIntegerField(default=0)
    problem = models.TextField(blank=True, default="")
    created_at = models.DateTimeField(auto_now_add=True)
    saved_at = models.DateTimeField(null=True, blank=True)
    undo_until = models.DateTimeField(null=True, blank=True)

    objects = ImportQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]

    def __str__(self) -> str:
        return self.file_name


class ImportRow(models.Model):
    """One row: `cells` as typed, `errors` by field, the product it made or changed and how that was before."""

    MOVES = IMPORT_ROW_MOVES

    listing_import = models.ForeignKey(ListingImport, on_delete=models.CASCADE, related_name="rows")
    number = models.PositiveIntegerField()
    cells = models.JSONField(default=dict)
    errors = models.JSONField(default=dict)
    state = models.CharField(max_length=8, choices=ImportRowState, default=ImportRowState.GOOD)
    product = models.ForeignKey("catalog.Product", on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    is_new = models.BooleanField(default=False)
    before = models.JSONField(default=dict)

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["listing_import", "number"], name="import_row_once")]

    def __str__(self) -> str:
        return f"{self.number}"
