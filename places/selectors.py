"""Reads of places for screens and forms. Few rows, so plain queries; free text is read by `addresses.py`."""

from django.utils.translation import gettext as _

from places.addresses import find_province
from places.models import Commune, OldProvince, Province


def provinces_in_order() -> list[Province]:
    """Today's 34 provinces in Vietnamese alphabetical order."""
    return list(Province.objects.all())


def province(code: str) -> Province | None:
    """One of today's provinces by its code, or None."""
    return Province.objects.filter(pk=code).first()


def province_named(text: str) -> Province | None:
    """Today's province that a text names, by code, slug, or any name old or new ("bến tre" is Vĩnh Long); or None."""
    text = text.strip()
    found = Province.objects.filter(pk=text).first() or Province.objects.filter(slug=text).first()
    if found:
        return found
    match = find_province(text.replace("-", " "))
    return province(match.province) if match else None


def communes_in_order(province_code: str) -> list[Commune]:
    """The communes of one of today's provinces by name."""
    return list(Commune.objects.in_province(province_code))


def commune(code: str) -> Commune | None:
    """A commune with its province by its code, or None."""
    return Commune.objects.select_related("province").filter(pk=code).first()


def old_provinces_in_order() -> list[OldProvince]:
    """The 63 provinces before July 2025 with today's, in Vietnamese alphabetical order."""
    return list(OldProvince.objects.select_related("province"))


def today_of(old_province_code: str) -> Province | None:
    """Today's province of an old province's code, or None."""
    old = OldProvince.objects.select_related("province").filter(pk=old_province_code).first()
    return old.province if old else None


def former_names(province_code: str) -> str:
    """Which provinces joined it in 2025: "gồm Bến Tre, Trà Vinh cũ"; "" where it stayed as it was."""
    rows = OldProvince.objects.filter(province_id=province_code).select_related("province")
    names = [row.name for row in rows if row.name != row.province.name]
    return _("gồm %(names)s cũ") % {"names": ", ".join(names)} if names else ""
