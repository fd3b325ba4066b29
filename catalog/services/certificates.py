"""The only writer of Certificate, and so of stars. Which state they give today is catalog/badge.py's."""

import datetime as dt
from collections.abc import Sequence

from catalog import badge
from catalog.errors import StarsOutOfRangeError, WithdrawalWithoutReasonError, YearContradictsDayError
from catalog.models import Certificate, Product


def draft_certificate(
    *,
    product: Product,
    stars: int | None,
    decision_no: str = "",
    decision_printed: str = "",
    issuer: str = "",
    issued_on: dt.date | None = None,
    issued_year: int | None = None,
    source: str = "",
) -> Certificate:
    """A certificate that is not stored yet, with the law version its date leaves no doubt about.

    Raises StarsOutOfRangeError and YearContradictsDayError.
    """
    certificate = Certificate(
        product=product,
        stars=stars,
        decision_no=decision_no,
        decision_printed=decision_printed,
        issuer=issuer,
        issued_on=issued_on,
        issued_year=issued_on.year if issued_on and issued_year is None else issued_year,
        source=source,
    )
    _check(certificate)
    certificate.law = badge.law_of(issued_on=certificate.issued_on, issued_year=certificate.issued_year)
    return certificate


def record_certificate(
    *,
    product: Product,
    stars: int | None,
    decision_no: str = "",
    decision_printed: str = "",
    issuer: str = "",
    issued_on: dt.date | None = None,
    issued_year: int | None = None,
    source: str = "",
) -> Certificate:
    """Stores what a source or a decision says of one product's rank.

    Raises StarsOutOfRangeError and YearContradictsDayError.
    """
    certificate = draft_certificate(
        product=product,
        stars=stars,
        decision_no=decision_no,
        decision_printed=decision_printed,
        issuer=issuer,
        issued_on=issued_on,
        issued_year=issued_year,
        source=source,
    )
    certificate.save()
    return certificate


def record_certificates(*, drafts: Sequence[Certificate]) -> None:
    """Stores drafts of `draft_certificate`, many at once, in one transaction."""
    Certificate.objects.bulk_create(drafts, batch_size=500)


def correct_certificate(
    *,
    certificate: Certificate,
    stars: int | None,
    decision_no: str,
    decision_printed: str,
    issuer: str,
    issued_on: dt.date | None,
    issued_year: int | None,
    source: str,
) -> bool:
    """Brings an unverified certificate to what its source says now; True when anything changed.

    What staff checked against the decision stays as it is. Raises StarsOutOfRangeError and YearContradictsDayError.
    """
    if certificate.verified_on:
        return False
    facts = {
        "stars": stars,
        "decision_no": decision_no,
        "decision_printed": decision_printed,
        "issuer": issuer,
        "issued_on": issued_on,
        "issued_year": issued_on.year if issued_on and issued_year is None else issued_year,
        "source": source,
    }
    if all(getattr(certificate, name) == value for name, value in facts.items()):
        return False
    for name, value in facts.items():
        setattr(certificate, name, value)
    _check(certificate)
    certificate.law = badge.law_of(issued_on=certificate.issued_on, issued_year=certificate.issued_year)
    certificate.save()
    return True


def verify_certificate(*, certificate: Certificate, verified_on: dt.date) -> None:
    """Notes that staff compared the certificate with its decision on that day."""
    certificate.verified_on = verified_on
    certificate.save(update_fields=["verified_on"])


def withdraw_certificate(*, certificate: Certificate, withdrawn_on: dt.date, reason: str) -> None:
    """Notes a withdrawal (Decision 26/2026/QĐ-TTg, Art. 8). Raises WithdrawalWithoutReasonError."""
    if not reason.strip():
        raise WithdrawalWithoutReasonError
    certificate.withdrawn_on = withdrawn_on
    certificate.withdrawal_reason = reason.strip()
    certificate.save(update_fields=["withdrawn_on", "withdrawal_reason"])


def note_reevaluation(*, certificate: Certificate, filed_on: dt.date) -> None:
    """Notes the day on which a re-evaluation was asked for; whether that was in time is the badge's question."""
    certificate.reevaluation_filed_on = filed_on
    certificate.save(update_fields=["reevaluation_filed_on"])


def _check(certificate: Certificate) -> None:
    if certificate.stars is not None and certificate.stars not in (3, 4, 5):
        raise StarsOutOfRangeError(certificate.stars)
    if certificate.issued_on and certificate.issued_on.year != certificate.issued_year:
        raise YearContradictsDayError(certificate.issued_on.isoformat(), certificate.issued_year or 0)
