"""Uploaded pictures: the re-encoded original in private storage, photos of goods, made thumbnails."""

from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.db.models import Q

from accounts.models import Organization
from catalog.models.marking import MarkedPart
from core.files import private_storage

if TYPE_CHECKING:
    from accounts.models import User


class PictureQuerySet(models.QuerySet["Picture"]):
    """Scopes of pictures."""

    def visible_to(self, user: "User") -> "PictureQuerySet":
        """Approved ones; others are seen by the people of their maker and by the programme's staff."""
        if user.is_authenticated and user.is_active and user.is_staff:
            return self.all()
        return self.filter(Q(is_approved=True) | Q(organization__in=Organization.objects.run_by(user)))


class Picture(models.Model):
    """A picture as we re-encoded it (JPEG or PNG, no EXIF, no place), in private storage under its hash.

    `is_approved` makes it and its thumbnails public. `crop` is left, top, width, height in thousandths, or empty.
    """

    organization = models.ForeignKey("accounts.Organization", on_delete=models.CASCADE, related_name="pictures")
    file = models.FileField(upload_to="pictures/", storage=private_storage)
    sha256 = models.CharField(max_length=64, db_index=True)
    width = models.PositiveIntegerField()
    height = models.PositiveIntegerField()
    crop = models.JSONField(default=list, blank=True)
    is_approved = models.BooleanField(default=False)
    uploaded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)

    objects = PictureQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]

    def __str__(self) -> str:
        return self.sha256[:12]


class ProductImage(MarkedPart):
    """A photo of a product, as published. A real photo always wins over the drawn picture."""

    product = models.ForeignKey("catalog.Product", on_delete=models.CASCADE, related_name="images")
    picture = models.ForeignKey(Picture, on_delete=models.PROTECT, related_name="shown_as")
    alt = models.CharField(max_length=250)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position", "pk"]
        constraints = [models.CheckConstraint(condition=~Q(alt=""), name="product_image_has_an_alt")]

    def __str__(self) -> str:
        return self.alt


class Thumbnail(models.Model):
    """One made size and format of a picture; made once."""

    picture = models.ForeignKey(Picture, on_delete=models.CASCADE, related_name="thumbnails")
    size = models.PositiveSmallIntegerField()
    format = models.CharField(max_length=4)
    file = models.FileField(upload_to="thumbnails/", storage=private_storage)
    width = models.PositiveIntegerField()
    height = models.PositiveIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["picture", "size", "format"], name="thumbnail_once")]

    def __str__(self) -> str:
        return f"{self.size} {self.format}"
