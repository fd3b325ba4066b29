"""Certificates: one covers one product, never its maker's range. Written by catalog/services/certificates.py alone."""

import datetime as dt

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from catalog import badge as badges
from catalog.models.marking import MarkedPart
from core.codes import new_code


class Law(models.TextChoices):
    """Versions of the criteria a certificate was scored under (kept with it, Decision 26/2026/QĐ-TTg Art. 12(1))."""

    OF_2019 = "1048", _("Quyết định 1048/QĐ-TTg năm 2019")
    OF_2023 = "148", _("Quyết định 148/QĐ-TTg năm 2023")
    OF_2026 = "26/2026", _("Quyết định 26/2026/QĐ-TTg")


class Certificate(MarkedPart):
    """What a source or a decision says of one product's rank. Dates that no source gives stay empty."""

    product = models.ForeignKey("catalog.Product", on_delete=models.CASCADE, related_name="certificates")
    code = models.CharField(max_length=12, unique=True, default=new_code, editable=False)
    stars = models.PositiveSmallIntegerField(null=True, blank=True)
    law = models.CharField(max_length=8, choices=Law, blank=True, default="")
    decision_no = models.CharField(max_length=60, blank=True, default="", db_index=True)
    decision_printed = models.CharField(max_length=250, blank=True, default="")
    issuer = models.CharField(max_length=160, blank=True, default="")
    issued_on = models.DateField(null=True, blank=True)
    issued_year = models.PositiveSmallIntegerField(null=True, blank=True)
    ends_on = models.DateField(null=True, blank=True)
    withdrawn_on = models.DateField(null=True, blank=True)
    withdrawal_reason = models.TextField(blank=True, default="")
    reevaluation_filed_on = models.DateField(null=True, blank=True)
    verified_on = models.DateField(null=True, blank=True)
    source = models.TextField(blank=True, default="")
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        # The newest certificate of a product comes first; an undated one last.
        ordering = [models.F("issued_year").desc(nulls_last=True), models.F("issued_on").desc(nulls_last=True), "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(stars__isnull=True) | Q(stars__gte=3, stars__lte=5), name="certificate_stars_3_to_5"
            ),
            models.CheckConstraint(
                condition=Q(issued_on__isnull=True) | Q(issued_on__year=models.F("issued_year")),
                name="certificate_year_is_of_its_day",
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_on__isnull=True) | ~Q(withdrawal_reason=""),
                name="certificate_withdrawn_for_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return self.code

    @property
    def facts(self) -> badges.CertificateFacts:
        """The row as the pure badge function reads it."""
        return badges.CertificateFacts(
            stars=self.stars,
            issued_on=self.issued_on,
            issued_year=self.issued_year,
            ends_on=self.ends_on,
            withdrawn_on=self.withdrawn_on,
            reevaluation_filed_on=self.reevaluation_filed_on,
            decision_no=self.decision_no,
            verified_on=self.verified_on,
            code=self.code,
        )

    def badge(self, today: dt.date) -> badges.Badge:
        """The badge of this certificate on a day."""
        return badges.badge(self.facts, today)
