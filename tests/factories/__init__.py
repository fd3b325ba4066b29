"""One small factory per model: `make_product(name=..., ...)`; what is not given is plain and harmless."""

from tests.factories.categories import make_category
from tests.factories.certificates import make_certificate
from tests.factories.organizations import make_organization
from tests.factories.places import make_commune, make_old_province, make_province
from tests.factories.products import make_product
from tests.factories.reviews import make_review_item
from tests.factories.users import make_user
from tests.factories.variants import make_stock, make_variant

__all__ = [
    "make_category",
    "make_certificate",
    "make_commune",
    "make_old_province",
    "make_organization",
    "make_product",
    "make_province",
    "make_review_item",
    "make_stock",
    "make_user",
    "make_variant",
]
