"""What a row changes of a product that is stored already.

The file a product came from may correct it, but only where the row itself changed, so that what a person changed here
stays. Another file only fills what is empty; where the two contradict, a person is asked. What our own rules find
(group, codes of the place) may become more exact, never other.
"""

from dataclasses import dataclass, field
from typing import Any

from catalog.importing.facts import ProductFacts
from catalog.models import Category, Certificate, Product
from catalog.services import certificates, products, variants
from core.vietnamese import has_marks

_FACTS = ("stars", "decision_no", "decision_printed", "issuer", "issued_on", "issued_year", "source")


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two sources say different things of one value."""

    row: ProductFacts
    product: str
    column: str
    stored: str
    told: str


@dataclass(slots=True)
class Change:
    """Whether anything was stored, and what has to be asked."""

    is_changed: bool = False
    conflicts: list[Conflict] = field(default_factory=list)


def certificate_facts(row: ProductFacts) -> dict[str, Any]:
    """The columns of a certificate that a row fills."""
    return {name: getattr(row, name) for name in _FACTS}


def update(product: Product, row: ProductFacts, *, source_file: str) -> Change:
    """Brings a product to what the row says, within the rules above. `certificates` and `variants` are prefetched."""
    change = Change()
    facts = _more_exact(product, row)
    if product.source_digest == row.digest and product.source_key != row.key:
        facts["source_key"] = row.key
    if product.source_file == source_file or not product.source_file:
        facts["source_file"], facts["source_row"] = source_file, row.row
        if product.source_digest != row.digest:
            facts |= {"source_digest": row.digest, "source": row.source, "is_group_listing": row.is_group_listing}
            if has_marks(row.name) and not has_marks(product.name):
                facts["name"] = row.name
            change.is_changed |= _correct_certificate(product, row)
            change.is_changed |= _set_price(product, row)
    else:
        change.is_changed |= _fill_certificate(product, row, change)
        if row.price_amount and not any(not variant.is_sample for variant in product.variants.all()):
            change.is_changed |= _set_price(product, row)
    change.is_changed |= products.update_product(product=product, **facts)
    return change


def _more_exact(product: Product, row: ProductFacts) -> dict[str, Any]:
    facts: dict[str, Any] = {}
    for name in ("province_id", "commune_id", "old_province_id"):
        if getattr(product, name) is None and (code := getattr(row, name.removesuffix("_id"))):
            facts[name] = code
    if row.category and row.category != product.category_id and _is_inside(row.category, product.category_id):
        facts["category_id"] = row.category
    return facts


def _is_inside(code: str, wider: str | None) -> bool:
    """Whether a group lies in another; every group lies in none at all."""
    if wider is None:
        return True
    return wider in Category.objects.values_list("path", flat=True).get(code=code).split("/")


def _correct_certificate(product: Product, row: ProductFacts) -> bool:
    """Another decision is another certificate; anything else corrects the one that the row gave before."""
    facts = certificate_facts(row)
    stored = list(product.certificates.all())
    certificate = _same_certificate(stored, row) or next(
        (c for c in stored if not (c.decision_no and row.decision_no)), None
    )
    if certificate is None:
        certificates.record_certificate(product=product, **facts)
        return True
    for name in _FACTS:  # an empty cell never takes away what is known
        facts[name] = facts[name] or getattr(certificate, name)
    if (
        row.issued_year
        and not row.issued_on
        and certificate.issued_on
        and row.issued_year != certificate.issued_on.year
    ):
        facts["issued_on"] = None
    return certificates.correct_certificate(certificate=certificate, **facts)


def _same_certificate(stored: list[Certificate], row: ProductFacts) -> Certificate | None:
    by_decision = (c for c in stored if row.decision_no and c.decision_no == row.decision_no)
    by_year = (
        c
        for c in stored
        if row.issued_year and c.issued_year == row.issued_year and not (c.decision_no and row.decision_no)
    )
    return next(by_decision, None) or next(by_year, None)


def _fill_certificate(product: Product, row: ProductFacts, change: Change) -> bool:
    facts = certificate_facts(row)
    stored = list(product.certificates.all())
    certificate = _same_certificate(stored, row)
    if certificate is None and row.decision_no and all(c.decision_no for c in stored):
        certificates.record_certificate(product=product, **facts)
        return True
    certificate = certificate or next(iter(stored), None)
    if certificate is None:
        certificates.record_certificate(product=product, **facts)
        return True
    for name in ("stars", "issued_year", "issued_on", "decision_no"):
        known, told = getattr(certificate, name), facts[name]
        if known and told and known != told:
            change.conflicts.append(Conflict(row, product.name, name, str(known), str(told)))
    if change.conflicts:
        return False
    filled = {name: getattr(certificate, name) or facts[name] for name in _FACTS}
    return certificates.correct_certificate(certificate=certificate, **filled)


def _set_price(product: Product, row: ProductFacts) -> bool:
    if not row.price_amount:
        return False
    pack: dict[str, Any] = {"name": row.pack_name, "net_quantity": row.net_quantity, "net_unit": row.net_unit}
    same = [v for v in product.variants.all() if all(getattr(v, name) == value for name, value in pack.items())]
    if any(not variant.is_sample and variant.price_amount == row.price_amount for variant in same):
        return False
    variants.set_price(product=product, price_amount=row.price_amount, **pack)
    return True
