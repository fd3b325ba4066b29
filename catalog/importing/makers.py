"""Makers while a file is written: found again by folded name and place, else drafted and stored together."""

from collections import defaultdict

from accounts.models import Organization, OrganizationKind
from catalog import identity
from catalog.importing.facts import ProductFacts
from catalog.services import makers

Key = tuple[str, str, str]


class MakerBook:
    """All makers by folded name and printed place. Two are one only where both agree."""

    def __init__(self) -> None:
        self._by_key: dict[Key, list[Organization]] = defaultdict(list)
        self._drafts: list[Organization] = []
        self.created: list[Organization] = []
        rows = Organization.objects.producers().only("name", "slug", "place_printed", "province_printed", "province_id")
        for row in rows.order_by("pk").iterator(chunk_size=2000):
            self._by_key[_key(row.name, row.place_printed, row.province_printed)].append(row)
        self._slugs = set(Organization.objects.values_list("slug", flat=True))

    def maker_of(self, row: ProductFacts) -> Organization | None:
        """The maker a row names, stored or drafted; None where it names none."""
        if not row.maker:
            return None
        same = self._by_key[_key(row.maker, row.place_printed, row.province_printed)]
        for maker in same:
            if identity.names_agree(maker.name, row.maker):
                return maker
        draft = Organization(
            kind=OrganizationKind.PRODUCER,
            name=row.maker,
            legal_form=row.legal_form,
            place_printed=row.place_printed,
            province_printed=row.province_printed,
            province_id=row.province,
            old_province_id=row.old_province,
            commune_id=row.commune,
        )
        same.append(draft)
        self._drafts.append(draft)
        return draft

    def store(self) -> None:
        """Stores the drafts."""
        drafts, self._drafts = self._drafts, []
        makers.create_makers(drafts=drafts, taken_slugs=self._slugs)
        self.created += drafts

    def everyone(self) -> list[Organization]:
        """All makers, stored ones first."""
        return [maker for same in self._by_key.values() for maker in same]


def _key(name: str, place: str, province: str) -> Key:
    return identity.name_words(name), identity.place_words(place), identity.place_words(province)
