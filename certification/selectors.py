"""What the check page finds: by code, by decision number, by words. Certificates themselves are read in catalog/."""

import datetime as dt
import re
from dataclasses import dataclass, field

from django.db.models import QuerySet
from django.urls import reverse

from catalog import selectors as catalog
from catalog.badge import VALID_YEARS
from catalog.certificate_view import CertificateView, certificate_view
from catalog.models import Certificate, Product
from core import codes
from search import selectors as search

PAGE_SIZE = 24
_CODE = re.compile(r"[0-9A-Z]{12}")
_DECISION = re.compile(
    r"(?:(?:quyết định|quyet dinh|qđ|qd|số|so)[\s:]*)*(\d{1,6})\s*(?:/\s*([\w.\-]{1,40}))?", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class CheckedProduct:
    """One answer of the check page: a certificate and the one product it covers."""

    certificate: CertificateView
    product_name: str
    product_url: str
    maker_name: str
    place: str


@dataclass(frozen=True, slots=True)
class CheckAnswer:
    """What was found. `code` is set when the words are the code of a certificate."""

    code: str = ""
    answers: list[CheckedProduct] = field(default_factory=list)
    total: int = 0


def check(text: str, *, page: int, today: dt.date) -> CheckAnswer:
    """Reads what a person typed or scanned: a certificate's code, a decision's number, or words of a name."""
    code = code_in(text)
    if code and catalog.certificate_by_code(code):
        return CheckAnswer(code=code)
    start = (page - 1) * PAGE_SIZE
    number = decision_number(text)
    if number:
        rows = catalog.certificates_by_decision(number)
        total = rows.count()
        if total:
            return CheckAnswer(answers=_of_certificates(rows[start : start + PAGE_SIZE], today=today), total=total)
    if looks_like_code(text):
        return CheckAnswer()
    found = search.find_by_words(text, offset=start, limit=PAGE_SIZE)
    return CheckAnswer(answers=_of_products(found.ids, today=today), total=found.total)


def code_in(text: str) -> str:
    """The code in what was typed, or in the address a QR code holds; "" where there is none."""
    tail = text.strip().rstrip("/").rsplit("/", 1)[-1] if "://" in text else text
    typed = codes.typed(tail)
    return typed if _CODE.fullmatch(typed) else ""


def looks_like_code(text: str) -> bool:
    """Whether a person meant a code: twelve signs in capitals with a digit among them."""
    code = code_in(text)
    return bool(code) and any(ch.isdigit() for ch in code) and text == text.upper()


def decision_number(text: str) -> str:
    """The number of a decision in what was typed: "858/QĐ-UBND" as it is, "QĐ số 858" as "858"; else ""."""
    match = _DECISION.fullmatch(text.strip())
    if not match:
        return ""
    number, tail = match.groups()
    return f"{number}/{tail}" if tail else number


def certificate_page(code: str, *, today: dt.date) -> tuple[Certificate, CheckedProduct, list[CertificateView]] | None:
    """A certificate, its answer, and the other certificates of the same product; None for an unknown code."""
    certificate = catalog.certificate_by_code(codes.typed(code))
    if certificate is None:
        return None
    product = certificate.product
    others = [row for row in product.certificates.all() if row.pk != certificate.pk]
    history = [certificate_view(row, covers=product.name, today=today) for row in others]
    return certificate, _answer(product, certificate, today=today), history


def frequent_answers(*, today: dt.date) -> list[CheckedProduct]:
    """Three real certificates whose answers people meet often: valid, ends this year on an unknown day, expired."""
    rows = _with_product(Certificate.objects.filter(product__is_published=True, stars__isnull=False))
    ends_this_year = today.year - VALID_YEARS
    found = [
        rows.filter(issued_on__isnull=False, issued_on__lte=today, withdrawn_on__isnull=True).order_by(
            "-issued_on", "pk"
        ),
        rows.filter(issued_on__isnull=True, issued_year=ends_this_year).order_by("pk"),
        rows.filter(issued_year__lt=ends_this_year).order_by("-decision_no", "pk"),
    ]
    firsts = [row for row in (query.first() for query in found) if row]
    return [_answer(row.product, row, today=today) for row in firsts]


def _with_product(rows: QuerySet[Certificate]) -> QuerySet[Certificate]:
    return rows.select_related("product__seller", "product__province", "product__commune")


def _of_certificates(rows: QuerySet[Certificate], *, today: dt.date) -> list[CheckedProduct]:
    return [_answer(row.product, row, today=today) for row in _with_product(rows)]


def _of_products(ids: list[int], *, today: dt.date) -> list[CheckedProduct]:
    rows = {row.pk: row for row in catalog.card_rows().filter(pk__in=ids)}
    pairs = [(rows[pk], catalog.current_certificate(rows[pk], today=today)) for pk in ids if pk in rows]
    return [_answer(product, certificate, today=today) for product, certificate in pairs if certificate]


def _answer(product: Product, certificate: Certificate, *, today: dt.date) -> CheckedProduct:
    province = product.province.name if product.province else product.province_printed
    place = [product.commune.name if product.commune else "", province]
    return CheckedProduct(
        certificate=certificate_view(certificate, covers=product.name, today=today),
        product_name=product.name,
        product_url=reverse("shop:product", args=[product.slug]),
        maker_name=product.seller.name if product.seller else "",
        place=", ".join(part for part in place if part),
    )
