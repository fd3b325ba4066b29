"""A place in words for a page: where it is today, and how it was printed before. No reading of addresses here."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from places.models import Commune, OldProvince, Province


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """`line` in one line, `lines` for a panel (first the commune), `printed` as the source, `note` on a merger."""

    line: str
    lines: list[str]
    printed: str
    note: str


def place_words(
    *,
    commune: Commune | None,
    province: Province | None,
    old_province: OldProvince | None,
    place_printed: str,
    province_printed: str,
) -> PlaceWords:
    """The words of a place; what is not known is left out, and nothing is guessed."""
    today = [str(commune) if commune else "", province.name if province else ""]
    lines = [commune.full_name if commune else "", province.full_name if province else ""]
    changed = bool(province and old_province and province.name != old_province.name)
    note = ""
    if changed:
        note = _("Từ 01/07/2025 %(old)s thuộc %(new)s.") % {"old": old_province, "new": province}
    return PlaceWords(
        line=", ".join(part for part in today if part),
        lines=[part for part in lines if part],
        printed=", ".join(part for part in (place_printed, province_printed) if part),
        note=note,
    )
