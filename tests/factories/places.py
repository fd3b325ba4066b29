"""A province, an old province and a commune, for tests that do not need the whole fixture."""

from places.models import Commune, OldProvince, Province


def make_province(*, code: str = "86", name: str = "Vĩnh Long", **facts) -> Province:
    """A stored province of today."""
    defaults = {
        "kind": "tỉnh", "slug": f"tinh-{code}", "name_folded": name.lower(), "number": int(code),
        "latitude": 10.2, "longitude": 106.0,
    } | facts  # fmt: skip
    return Province.objects.create(code=code, name=name, **defaults)


def make_old_province(*, province: Province, code: str = "83", name: str = "Bến Tre", **facts) -> OldProvince:
    """A stored province of before July 2025."""
    defaults = {
        "kind": "tỉnh", "slug": f"tinh-cu-{code}", "name_folded": name.lower(), "number": int(code),
        "latitude": 10.2, "longitude": 106.4,
    } | facts  # fmt: skip
    return OldProvince.objects.create(code=code, name=name, province=province, **defaults)


def make_commune(*, province: Province, code: str = "28756", name: str = "Phú Túc", **facts) -> Commune:
    """A stored commune of today."""
    defaults = {
        "kind": "xã", "slug": f"xa-{code}", "name_folded": name.lower(), "latitude": 10.2, "longitude": 106.3,
    } | facts  # fmt: skip
    return Commune.objects.create(code=code, name=name, province=province, **defaults)
