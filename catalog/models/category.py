"""The official product groups: 6 sectors > 17 groups > 26 criteria sets (Decision 26/2026/QĐ-TTg, Annex I)."""

from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _


class Level(models.TextChoices):
    """Depth in the official tree."""

    SECTOR = "sector", _("Ngành")
    GROUP = "group", _("Nhóm")
    SET = "set", _("Bộ sản phẩm")


class Category(models.Model):
    """A sector, group or criteria set. `path` is the codes from the sector down, so that a subtree is a prefix."""

    code = models.SlugField(max_length=40, primary_key=True)
    level = models.CharField(max_length=6, choices=Level)
    parent = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="children")
    name = models.CharField(max_length=200)
    name_en = models.CharField(max_length=200)
    number = models.PositiveSmallIntegerField()
    path = models.CharField(max_length=140, unique=True)
    legal_basis = models.CharField(max_length=40, default="26/2026/QĐ-TTg")

    class Meta:
        ordering = ["number"]

    def __str__(self) -> str:
        return self.name

    @property
    def title(self) -> str:
        """The name in the language of the page."""
        return self.name_en if get_language() == "en" else self.name
