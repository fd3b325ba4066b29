"""Loading the places into the database. Nobody else writes these tables."""

from collections.abc import Iterable
from typing import Any

from django.db import models, transaction
from django.utils.text import slugify

from core.vietnamese import fold, sort_key
from places.fixture import fixture_version, read_fixture
from places.models import (
    CITY_PREFIX,
    Commune,
    LoadedFixture,
    OldDistrict,
    OldProvince,
    OldWard,
    OldWardSuccessor,
    Province,
)

FIXTURE_NAME = "places"
_BATCH = 1000


def load_places(*, force: bool = False) -> bool:
    """Brings the tables in step with the fixture, in one transaction; True when there was anything to do.

    Doing it again changes nothing. Rows keep their keys, so products and makers that point at them stay as they are.
    """
    version = fixture_version()
    if not force and LoadedFixture.objects.filter(name=FIXTURE_NAME, version=version).exists():
        return False
    tables = read_fixture()
    with transaction.atomic():
        _upsert(Province, _provinces(tables))
        _upsert(Commune, _communes(tables))
        _upsert(OldProvince, _old_provinces(tables))
        _upsert(OldDistrict, _old_districts(tables))
        _upsert(OldWard, _old_wards(tables))
        OldWardSuccessor.objects.all().delete()
        OldWardSuccessor.objects.bulk_create(_successors(tables), batch_size=_BATCH)
        LoadedFixture.objects.update_or_create(name=FIXTURE_NAME, defaults={"version": version})
    return True


def _upsert(model: type[models.Model], rows: Iterable[models.Model]) -> None:
    fields = [field.name for field in model._meta.concrete_fields if not field.primary_key]
    model._default_manager.bulk_create(
        list(rows), update_conflicts=True, unique_fields=["code"], update_fields=fields, batch_size=_BATCH
    )


def _slug(name: str) -> str:
    return slugify(fold(name.removeprefix(CITY_PREFIX)))


def _numbers(rows: list[list[Any]]) -> dict[str, int]:
    """Code -> place in the Vietnamese alphabet; TP Hồ Chí Minh stands under H."""
    ordered = sorted(rows, key=lambda row: sort_key(row[1].removeprefix(CITY_PREFIX)))
    return {row[0]: number for number, row in enumerate(ordered, start=1)}


def _provinces(tables: dict[str, Any]) -> Iterable[Province]:
    numbers = _numbers(tables["provinces"])
    for code, name, kind, latitude, longitude in tables["provinces"]:
        yield Province(
            code=code, name=name, kind=kind, slug=_slug(name), name_folded=fold(name), number=numbers[code],
            latitude=latitude, longitude=longitude,
        )  # fmt: skip


def _communes(tables: dict[str, Any]) -> Iterable[Commune]:
    for province, rows in tables["communes"].items():
        for code, name, kind, latitude, longitude in rows:
            yield Commune(
                code=code, name=name, kind=kind, slug=_slug(name), name_folded=fold(name), province_id=province,
                latitude=latitude, longitude=longitude,
            )  # fmt: skip


def _old_provinces(tables: dict[str, Any]) -> Iterable[OldProvince]:
    numbers = _numbers(tables["old_provinces"])
    for code, name, kind, province, latitude, longitude in tables["old_provinces"]:
        yield OldProvince(
            code=code, name=name, kind=kind, slug=_slug(name), name_folded=fold(name), number=numbers[code],
            province_id=province, latitude=latitude, longitude=longitude,
        )  # fmt: skip


def _old_districts(tables: dict[str, Any]) -> Iterable[OldDistrict]:
    for code, name, kind, old_province, latitude, longitude, _former, _takers, whole in tables["old_districts"]:
        yield OldDistrict(
            code=code, name=name, kind=kind, name_folded=fold(name), old_province_id=old_province,
            latitude=latitude, longitude=longitude, commune_id=whole[0] if whole else None,
        )  # fmt: skip


def _old_wards(tables: dict[str, Any]) -> Iterable[OldWard]:
    for district, rows in tables["old_wards"].items():
        for code, name, kind, communes, _former in rows:
            yield OldWard(
                code=code, name=name, kind=kind, name_folded=fold(name), old_district_id=district,
                is_split=len(communes) > 1,
            )  # fmt: skip


def _successors(tables: dict[str, Any]) -> Iterable[OldWardSuccessor]:
    for rows in tables["old_wards"].values():
        for code, _name, _kind, communes, _former in rows:
            for commune in communes:
                yield OldWardSuccessor(old_ward_id=code, commune_id=commune)
