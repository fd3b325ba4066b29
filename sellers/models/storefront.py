"""A maker's own page: story blocks, logo and cover; and the addresses it had before."""

from django.db import models


class Storefront(models.Model):
    """What a maker shows of itself. `blocks` is a list as sellers/blocks.py describes it."""

    organization = models.OneToOneField("accounts.Organization", on_delete=models.CASCADE, related_name="storefront")
    logo = models.ForeignKey("catalog.Picture", on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    cover = models.ForeignKey("catalog.Picture", on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    blocks = models.JSONField(default=list, blank=True)
    wholesale = models.TextField(blank=True, default="")
    updated_at = models.DateTimeField(auto_now=True)

    def __str__(self) -> str:
        return str(self.organization)


class FormerSlug(models.Model):
    """An address that a maker's page had; it leads to the present one, so printed QR codes keep working."""

    slug = models.SlugField(max_length=120, unique=True)
    organization = models.ForeignKey("accounts.Organization", on_delete=models.CASCADE, related_name="former_slugs")
    changed_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return self.slug
