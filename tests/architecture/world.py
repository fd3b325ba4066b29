"""Two makers with one row of everything each, for the tests that try every address with every person.

`arguments` of permissions.csv name rows as {name}; each name is a key of `Maker.rows`. A new kind of row gets its
line here.
"""

from dataclasses import dataclass, field

from accounts.models import Membership, Organization, User
from catalog.models import Category
from tests.factories import make_category, make_certificate, make_organization, make_product, make_user, make_variant


@dataclass
class Maker:
    """One maker, its owner, and the key of one row of each kind, as texts."""

    organization: Organization
    owner: User
    rows: dict[str, str] = field(default_factory=dict)


@dataclass
class World:
    """Two makers that know nothing of each other, and people who work for neither."""

    mine: Maker
    theirs: Maker
    staff: User
    buyer: User


def make_world() -> World:
    """The stored world."""
    category = make_category(code="food")
    return World(
        mine=make_maker("mot", category),
        theirs=make_maker("hai", category),
        staff=make_user(username="can-bo", is_staff=True),
        buyer=make_user(username="nguoi-mua"),
    )


def make_maker(slug: str, category: Category) -> Maker:
    """A maker on sale with an owner and one row of each kind."""
    owner = make_user(username=f"chu-{slug}")
    organization = make_organization(name=f"HTX {slug}", slug=f"htx-{slug}", standing="active")
    member = Membership.objects.create(user=owner, organization=organization, role="owner")
    product = make_product(name=f"Kẹo dừa {slug}", seller=organization, category=category)
    certificate = make_certificate(product=product, issued_year=2024)
    variant = make_variant(product=product)
    rows = {
        "maker": organization.slug,
        "product_slug": product.slug,
        "product": str(product.pk),
        "variant": str(variant.pk),
        "certificate_code": certificate.code,
        "certificate": str(certificate.pk),
        "member": str(member.pk),
        "group": category.code,
    }
    return Maker(organization, owner, rows)
