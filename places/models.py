"""Provinces and communes of today, and what each was before 1 July 2025.

Rows come from the compiled fixture (`places.services.load_places`) and are only read afterwards. Reading free text is
in `addresses.py`, the map in `maps.py`; neither needs the database.
"""

from django.db import models

CITY_PREFIX = "TP "


def full_name(kind: str, name: str) -> str:
    """ "tỉnh", "Vĩnh Long" -> "Tỉnh Vĩnh Long"; "TP Hồ Chí Minh" -> "Thành phố Hồ Chí Minh"."""
    return f"{kind[:1].upper()}{kind[1:]} {name.removeprefix(CITY_PREFIX)}"


class ProvinceKind(models.TextChoices):
    # The kind is a part of the Vietnamese name ("tỉnh Vĩnh Long"), so it is stored as written and not translated.
    PROVINCE = "tỉnh", "tỉnh"
    CITY = "thành phố", "thành phố"


class CommuneKind(models.TextChoices):
    COMMUNE = "xã", "xã"
    WARD = "phường", "phường"
    SPECIAL_ZONE = "đặc khu", "đặc khu"


class OldDistrictKind(models.TextChoices):
    RURAL = "huyện", "huyện"
    URBAN = "quận", "quận"
    TOWN = "thị xã", "thị xã"
    CITY = "thành phố", "thành phố"


class OldWardKind(models.TextChoices):
    COMMUNE = "xã", "xã"
    WARD = "phường", "phường"
    TOWNSHIP = "thị trấn", "thị trấn"


class Province(models.Model):
    """One of the 34 provinces since 1 July 2025. The code is the statistics office's, two digits as text."""

    code = models.CharField(primary_key=True, max_length=2)
    name = models.CharField(max_length=40)
    kind = models.CharField(max_length=10, choices=ProvinceKind.choices)
    slug = models.SlugField(max_length=40, unique=True)
    name_folded = models.CharField(max_length=40)
    number = models.PositiveSmallIntegerField(help_text="Place in the Vietnamese alphabet.")
    latitude = models.FloatField()
    longitude = models.FloatField()

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["number"], name="places_province_number_unique")]

    def __str__(self) -> str:
        return self.name

    @property
    def full_name(self) -> str:
        """With its kind: "Tỉnh Vĩnh Long"."""
        return full_name(self.kind, self.name)


class CommuneQuerySet(models.QuerySet["Commune"]):
    def in_province(self, code: str) -> "CommuneQuerySet":
        """Communes of one of today's provinces."""
        return self.filter(province_id=code)


class Commune(models.Model):
    """One of the 3,321 communes, wards and special zones of today. The code is the statistics office's, five digits."""

    code = models.CharField(primary_key=True, max_length=5)
    name = models.CharField(max_length=60)
    kind = models.CharField(max_length=10, choices=CommuneKind.choices)
    slug = models.SlugField(max_length=60, help_text="Not unique: many communes share a name.")
    name_folded = models.CharField(max_length=60)
    province = models.ForeignKey(Province, on_delete=models.PROTECT, related_name="communes")
    latitude = models.FloatField()
    longitude = models.FloatField()

    objects = CommuneQuerySet.as_manager()

    class Meta:
        ordering = ["province", "name_folded", "code"]
        indexes = [models.Index(fields=["name_folded"], name="places_commune_name")]

    def __str__(self) -> str:
        return f"{self.kind} {self.name}"

    @property
    def full_name(self) -> str:
        """With its kind: "Xã Phú Túc"."""
        return full_name(self.kind, self.name)


class OldProvince(models.Model):
    """One of the 63 provinces before 1 July 2025. Its code is the office's *old* one: "15" was Yên Bái and is
    Lào Cai today, so never compare the two."""

    code = models.CharField(primary_key=True, max_length=2)
    name = models.CharField(max_length=40)
    kind = models.CharField(max_length=10, choices=ProvinceKind.choices)
    slug = models.SlugField(max_length=40, unique=True)
    name_folded = models.CharField(max_length=40)
    number = models.PositiveSmallIntegerField(help_text="Place in the Vietnamese alphabet.")
    latitude = models.FloatField()
    longitude = models.FloatField()
    province = models.ForeignKey(Province, on_delete=models.PROTECT, related_name="old_provinces")

    class Meta:
        ordering = ["number"]

    def __str__(self) -> str:
        return self.name

    @property
    def full_name(self) -> str:
        """With its kind: "Tỉnh Bến Tre"."""
        return full_name(self.kind, self.name)


class OldDistrict(models.Model):
    """One of the 696 districts abolished on 1 July 2025."""

    code = models.CharField(primary_key=True, max_length=3)
    name = models.CharField(max_length=40)
    kind = models.CharField(max_length=10, choices=OldDistrictKind.choices)
    name_folded = models.CharField(max_length=40)
    old_province = models.ForeignKey(OldProvince, on_delete=models.PROTECT, related_name="districts")
    latitude = models.FloatField()
    longitude = models.FloatField()
    commune = models.ForeignKey(
        Commune,
        on_delete=models.PROTECT,
        null=True,
        related_name="whole_districts",
        help_text="The one commune that all of it became; empty where it became several.",
    )

    class Meta:
        ordering = ["old_province", "name_folded", "code"]
        indexes = [models.Index(fields=["name_folded"], name="places_old_district_name")]

    def __str__(self) -> str:
        return f"{self.kind} {self.name}"

    @property
    def full_name(self) -> str:
        """With its kind: "Huyện Mỏ Cày Nam"."""
        return full_name(self.kind, self.name)


class OldWard(models.Model):
    """A commune, ward or township before 1 July 2025, with every commune of today that took a part of it."""

    code = models.CharField(primary_key=True, max_length=5)
    name = models.CharField(max_length=60)
    kind = models.CharField(max_length=10, choices=OldWardKind.choices)
    name_folded = models.CharField(max_length=60)
    old_district = models.ForeignKey(OldDistrict, on_delete=models.PROTECT, related_name="wards")
    is_split = models.BooleanField(help_text="Divided among several communes: nobody may guess which.")
    communes = models.ManyToManyField(Commune, through="OldWardSuccessor", related_name="old_wards")

    class Meta:
        ordering = ["old_district", "name_folded", "code"]
        indexes = [models.Index(fields=["name_folded"], name="places_old_ward_name")]

    def __str__(self) -> str:
        return f"{self.kind} {self.name}"

    @property
    def full_name(self) -> str:
        """With its kind: "Thị trấn Mỏ Cày"."""
        return full_name(self.kind, self.name)


class OldWardSuccessor(models.Model):
    """One commune of today that took an old ward, or a part of it."""

    old_ward = models.ForeignKey(OldWard, on_delete=models.CASCADE, related_name="successors")
    commune = models.ForeignKey(Commune, on_delete=models.PROTECT, related_name="predecessors")

    class Meta:
        ordering = ["old_ward", "commune"]
        constraints = [models.UniqueConstraint(fields=["old_ward", "commune"], name="places_successor_unique")]

    def __str__(self) -> str:
        return f"{self.old_ward_id} -> {self.commune_id}"


class LoadedFixture(models.Model):
    """Which version of a compiled fixture the rows above were loaded from."""

    name = models.CharField(primary_key=True, max_length=40)
    version = models.CharField(max_length=64)
    loaded_at = models.DateTimeField(auto_now=True)

    def __str__(self) -> str:
        return f"{self.name} {self.version}"
