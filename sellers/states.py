"""States of an application to sell, a claim of a certificate, a reported listing and an import, with their moves."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ApplicationState(models.TextChoices):
    """Where an application to sell stands; after approval, where the shop stands."""

    DRAFT = "draft", _("bản nháp")
    SUBMITTED = "submitted", _("chờ xét")
    CHANGES_REQUESTED = "changes_requested", _("cần bổ sung")
    APPROVED = "approved", _("đã duyệt")
    REJECTED = "rejected", _("không duyệt")
    SUSPENDED = "suspended", _("tạm ngưng")
    CLOSED = "closed", _("đã đóng")


OPEN_APPLICATION_STATES = [ApplicationState.DRAFT, ApplicationState.SUBMITTED, ApplicationState.CHANGES_REQUESTED]

APPLICATION_MOVES = {
    ApplicationState.DRAFT: {ApplicationState.SUBMITTED, ApplicationState.CLOSED},
    ApplicationState.SUBMITTED: {
        ApplicationState.DRAFT,
        ApplicationState.CHANGES_REQUESTED,
        ApplicationState.APPROVED,
        ApplicationState.REJECTED,
    },
    ApplicationState.CHANGES_REQUESTED: {ApplicationState.SUBMITTED, ApplicationState.CLOSED},
    ApplicationState.APPROVED: {ApplicationState.SUSPENDED, ApplicationState.CLOSED},
    ApplicationState.SUSPENDED: {ApplicationState.APPROVED, ApplicationState.CLOSED},
    ApplicationState.REJECTED: set(),
    ApplicationState.CLOSED: set(),
}  # fmt: skip


class ClaimState(models.TextChoices):
    """A claim is a claim until staff confirms it."""

    OPEN = "open", _("chờ đối chiếu")
    CONFIRMED = "confirmed", _("đã xác nhận")
    REFUSED = "refused", _("không xác nhận")


CLAIM_MOVES = {
    ClaimState.OPEN: {ClaimState.CONFIRMED, ClaimState.REFUSED},
    ClaimState.CONFIRMED: set(),
    ClaimState.REFUSED: set(),
}


class ReportState(models.TextChoices):
    """What became of a reported listing."""

    OPEN = "open", _("chờ xử lý")
    TAKEN_DOWN = "taken_down", _("đã gỡ")
    DISMISSED = "dismissed", _("không có vi phạm")
    RESTORED = "restored", _("đã cho hiện lại")


REPORT_MOVES = {
    ReportState.OPEN: {ReportState.TAKEN_DOWN, ReportState.DISMISSED},
    ReportState.TAKEN_DOWN: {ReportState.RESTORED},
    ReportState.DISMISSED: set(),
    ReportState.RESTORED: set(),
}


class ImportState(models.TextChoices):
    """Where an import of a workbook stands. `checking`, `saving` and `undoing` are done by the worker."""

    UPLOADED = "uploaded", _("đã tải lên")
    CHECKING = "checking", _("đang kiểm tra")
    CHECKED = "checked", _("đã kiểm tra")
    SAVING = "saving", _("đang lưu")
    SAVED = "saved", _("đã lưu")
    UNDOING = "undoing", _("đang hoàn tác")
    UNDONE = "undone", _("đã hoàn tác")
    FAILED = "failed", _("không đọc được")
    DROPPED = "dropped", _("đã bỏ")


IMPORT_MOVES = {
    ImportState.UPLOADED: {ImportState.CHECKING, ImportState.FAILED, ImportState.DROPPED},
    ImportState.CHECKING: {ImportState.CHECKED, ImportState.FAILED},
    ImportState.CHECKED: {ImportState.CHECKING, ImportState.SAVING, ImportState.DROPPED},
    ImportState.SAVING: {ImportState.SAVED, ImportState.FAILED},
    ImportState.SAVED: {ImportState.UNDOING},
    ImportState.UNDOING: {ImportState.UNDONE},
    ImportState.UNDONE: set(),
    ImportState.FAILED: set(),
    ImportState.DROPPED: set(),
}


class ImportRowState(models.TextChoices):
    """What became of one row of a workbook."""

    GOOD = "good", _("đọc được")
    BAD = "bad", _("có lỗi")
    SAVED = "saved", _("đã lưu")
    UNDONE = "undone", _("đã hoàn tác")
    KEPT = "kept", _("giữ lại, vì đã sửa sau khi nhập")


IMPORT_ROW_MOVES = {
    ImportRowState.GOOD: {ImportRowState.SAVED, ImportRowState.BAD},
    ImportRowState.BAD: {ImportRowState.GOOD},
    ImportRowState.SAVED: {ImportRowState.UNDONE, ImportRowState.KEPT},
    ImportRowState.UNDONE: set(),
    ImportRowState.KEPT: set(),
}
