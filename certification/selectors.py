"""What the check page finds: by code, by decision number, by words. Certificates themselves are read in catalog/."""

import datetime as dt
import re
from dataclasses import dataclass, field

from catalog import selectors as catalog
from catalog.certificate_view import CertificateView, certificate_view
from catalog.models import Certificate
from core import codes
from search import selectors as search

LIMIT = 24
_CODE = re.compile(r"[0-9A-Z]{12}")
_DECISION = re.compile(r"\s*(?:qđ|qd|quyết định|quyet dinh|số|so|\s|:)*\s*(\d{1,6})\s*(?:/\s*([\w\-.]{1,40}))?\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class CheckAnswer:
    """What was found: one certificate by its code, or cards of products. `kind` tells how the words were read."""

    kind: str  # code, decision, words
    code: str = ""
    cards: list[catalog.ProductCard] = field(default_factory=list)
    total: int = 0


def check(text: str, *, today: dt.date) -> CheckAnswer:
    """Reads what a person typed or scanned: a certificate's code, a decision's number, or words of a name."""
    code = code_in(text)
    if code and catalog.certificate_by_code(code):
        return CheckAnswer(kind="code", code=code)
    number = decision_number(text)
    if number:
        rows = catalog.certificates_by_decision(number)
        ids = list(dict.fromkeys(rows.values_list("product_id", flat=True)[: LIMIT * 4]))
        if ids:
            cards = catalog.product_cards(ids[:LIMIT], today=today)
            return CheckAnswer(kind="decision", cards=cards, total=rows.values("product_id").distinct().count())
    if looks_like_code(text):
        return CheckAnswer(kind="code")
    found = search.find_by_words(text, limit=LIMIT)
    return CheckAnswer(kind="words", cards=catalog.product_cards(found.ids, today=today), total=found.total)


def code_in(text: str) -> str:
    """The code in what was typed, or in the address a QR code holds; "" where there is none."""
    tail = text.strip().rstrip("/").rsplit("/", 1)[-1] if "://" in text else text
    typed = codes.typed(tail)
    return typed if _CODE.fullmatch(typed) else ""


def looks_like_code(text: str) -> bool:
    """Whether a person meant a code: twelve signs with a digit among them, or groups joined by hyphens."""
    code = code_in(text)
    return bool(code) and any(ch.isdigit() for ch in code) and text.strip() == text.strip().upper()


def decision_number(text: str) -> str:
    """The number of a decision in what was typed: "858/QĐ-UBND", "QĐ số 858" -> "858/QĐ-UBND", "858"; else ""."""
    match = _DECISION.fullmatch(text)
    if not match:
        return ""
    number, tail = match.groups()
    return f"{number}/{tail}" if tail else number


def certificate_page(code: str, *, today: dt.date) -> tuple[Certificate, CertificateView, list[CertificateView]] | None:
    """A certificate, its view, and the other certificates of the same product; None for an unknown code."""
    certificate = catalog.certificate_by_code(codes.typed(code))
    if certificate is None:
        return None
    name = certificate.product.name
    others = [row for row in certificate.product.certificates.all() if row.pk != certificate.pk]
    view = certificate_view(certificate, covers=name, today=today)
    return certificate, view, [certificate_view(row, covers=name, today=today) for row in others]
