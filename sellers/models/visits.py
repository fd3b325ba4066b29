"""How often goods were looked at, by day, and by which words they were found. Counts only; no visitor is stored."""

from django.db import models


class DailyViews(models.Model):
    """Views of one product on one day."""

    product = models.ForeignKey("catalog.Product", on_delete=models.CASCADE, related_name="daily_views")
    day = models.DateField()
    count = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["product", "day"], name="views_once_a_day")]

    def __str__(self) -> str:
        return f"{self.day} {self.count}"


class FoundByWords(models.Model):
    """How often a visitor came to a maker's goods from a search with these words, on one day."""

    organization = models.ForeignKey("accounts.Organization", on_delete=models.CASCADE, related_name="found_by")
    day = models.DateField()
    words = models.CharField(max_length=80)
    count = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["organization", "day", "words"], name="words_once_a_day")]

    def __str__(self) -> str:
        return f"{self.words} {self.count}"
