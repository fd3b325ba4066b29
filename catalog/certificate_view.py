"""One certificate as the product page and the check page show it: facts as recorded, state computed for the day."""

import datetime as dt
from dataclasses import dataclass

from catalog.badge import Badge, end_of
from catalog.models import Certificate
from core import codes


@dataclass(frozen=True, slots=True)
class CertificateView:
    """Facts of one certificate. Empty text and None mean: the source does not tell."""

    code: str
    spoken_code: str
    stars: int | None
    badge: Badge
    decision_no: str
    decision_printed: str
    issuer: str
    issued_on: dt.date | None
    issued_year: int | None
    ends_on: dt.date | None
    law_words: str
    covers: str
    withdrawn_on: dt.date | None
    withdrawal_reason: str
    verified_on: dt.date | None
    source: str
    elapsed_percent: int | None


def certificate_view(certificate: Certificate, *, covers: str, today: dt.date) -> CertificateView:
    """The view of a certificate of the product named `covers`."""
    shown = certificate.badge(today)
    return CertificateView(
        code=certificate.code,
        spoken_code=codes.spoken(certificate.code),
        stars=certificate.stars,
        badge=shown,
        decision_no=certificate.decision_no,
        decision_printed=certificate.decision_printed,
        issuer=certificate.issuer,
        issued_on=certificate.issued_on,
        issued_year=certificate.issued_year,
        ends_on=shown.ends_on,
        law_words=certificate.get_law_display() if certificate.law else "",
        covers=covers,
        withdrawn_on=certificate.withdrawn_on,
        withdrawal_reason=certificate.withdrawal_reason,
        verified_on=certificate.verified_on,
        source=certificate.source,
        elapsed_percent=elapsed_percent(issued_on=certificate.issued_on, ends_on=shown.ends_on, today=today),
    )


def elapsed_percent(*, issued_on: dt.date | None, ends_on: dt.date | None, today: dt.date) -> int | None:
    """How much of the term has passed, 0 to 100; None where a day is not known."""
    if issued_on is None:
        return None
    term = ((ends_on or end_of(issued_on)) - issued_on).days
    passed = (today - issued_on).days
    return max(0, min(100, round(100 * passed / term))) if term > 0 else 100
