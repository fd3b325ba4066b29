"""Certificates."""

from catalog.models import Certificate, Product
from catalog.services import certificates
from tests.factories.products import make_product


def make_certificate(*, product: Product | None = None, stars: int | None = 4, **facts) -> Certificate:
    """A stored certificate with four stars and no date."""
    return certificates.record_certificate(product=product or make_product(), stars=stars, **facts)
