"""Loading the places: complete, repeatable, and old wards keep all their communes."""

import pytest
from django.core.management import call_command

from places import services
from places.models import Commune, LoadedFixture, OldDistrict, OldProvince, OldWard, OldWardSuccessor, Province

pytestmark = [pytest.mark.usefixtures("loaded"), pytest.mark.django_db]


def test_load_places_fills_every_table():
    counts = [model.objects.count() for model in (Province, Commune, OldProvince, OldDistrict, OldWard)]

    assert counts == [34, 3321, 63, 696, 10035]


def test_load_places_again_does_nothing(django_assert_num_queries):
    with django_assert_num_queries(1):
        changed = services.load_places()

    assert changed is False


def test_load_places_mends_rows_and_keeps_their_keys():
    Province.objects.filter(pk="86").update(name="Vinh Long")
    rows = OldWardSuccessor.objects.count()
    OldWardSuccessor.objects.filter(old_ward_id="00556").delete()
    LoadedFixture.objects.update(version="older")

    changed = services.load_places()

    ward = OldWard.objects.get(pk="00556")
    assert (changed, Province.objects.get(pk="86").name, [c.pk for c in ward.communes.all()]) == (
        True,
        "Vĩnh Long",
        ["00541"],
    )
    assert OldWardSuccessor.objects.count() == rows


def test_old_wards_of_ben_tre_went_to_vinh_long():
    wards = OldWard.objects.filter(old_district__old_province__name="Bến Tre")

    provinces = set(wards.values_list("communes__province__name", flat=True))
    assert (wards.count(), provinces) == (148, {"Vĩnh Long"})


def test_command_says_what_it_did(capsys):
    call_command("load_places")
    call_command("load_places", force=True)

    assert capsys.readouterr().out == "Places are up to date.\nPlaces loaded.\n"


def test_full_names_carry_their_kind():
    names = [Province.objects.get(pk="79").full_name, Commune.objects.get(pk="21548").full_name]

    assert names == ["Thành phố Hồ Chí Minh", "Đặc khu Lý Sơn"]
