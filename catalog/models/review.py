"""What an import could not decide and keeps for a person: never guessed, never lost."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ReviewReason(models.TextChoices):
    """Why a person has to look."""

    NO_PRODUCT_NAME = "no_product_name", _("nguồn không nêu tên sản phẩm")
    SIMILAR_MAKER = "similar_maker", _("hai chủ thể có thể là một")
    UNCLEAR_VALUE = "unclear_value", _("giá trị đọc được nhiều cách")


class ReviewItem(models.Model):
    """One question for a person, with the row or rows it is about. Asked once per `fingerprint`."""

    reason = models.CharField(max_length=20, choices=ReviewReason)
    fingerprint = models.CharField(max_length=64, unique=True)
    summary = models.CharField(max_length=500)
    details = models.JSONField(default=dict)
    source_file = models.CharField(max_length=120, blank=True, default="")
    source_row = models.PositiveIntegerField(null=True, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    closed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["source_row", "pk"]

    def __str__(self) -> str:
        return self.summary
