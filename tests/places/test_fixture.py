"""The compiled fixture: the counts of the law, every old ward has a commune, the corrections are in."""

from collections import Counter

import pytest

from places.fixture import PATH, fixture_version, read_fixture

TABLES = read_fixture()
OLD_PROVINCE = {row[1]: row[0] for row in TABLES["old_provinces"]}
TODAY = {row[0]: row[1] for row in TABLES["provinces"]}
TODAY_OF = {row[0]: TODAY[row[3]] for row in TABLES["old_provinces"]}
COMMUNES = {row[0]: (row[2], row[1], province) for province, rows in TABLES["communes"].items() for row in rows}
WARDS = {row[0]: row for rows in TABLES["old_wards"].values() for row in rows}


def wards_of(old_province):
    code = OLD_PROVINCE[old_province]
    districts = [row[0] for row in TABLES["old_districts"] if row[3] == code]
    return [ward for district in districts for ward in TABLES["old_wards"].get(district, [])]


def test_fixture_has_the_counts_of_the_law():
    counts = {
        "provinces": len(TABLES["provinces"]),
        "communes": len(COMMUNES),
        "old_provinces": len(TABLES["old_provinces"]),
        "old_districts": len(TABLES["old_districts"]),
        "old_wards": len(WARDS),
    }

    assert counts == {
        "provinces": 34,
        "communes": 3321,
        "old_provinces": 63,
        "old_districts": 696,
        "old_wards": 10035,
    }


def test_communes_have_the_kinds_of_the_law():
    kinds = Counter(kind for kind, _name, _province in COMMUNES.values())

    assert kinds == {"xã": 2621, "phường": 687, "đặc khu": 13}


@pytest.mark.parametrize(
    ("old", "wards", "today"),
    [
        ("Bến Tre", 148, {"Vĩnh Long"}),
        ("Trà Vinh", 104, {"Vĩnh Long"}),
        ("Bình Thuận", 121, {"Lâm Đồng"}),
        ("Quảng Trị", 119, {"Quảng Trị"}),
        ("Quảng Bình", 145, {"Quảng Trị"}),
    ],
)
def test_wards_of_an_old_province_go_to_one_of_today(old, wards, today):
    found = wards_of(old)

    provinces = {TODAY[COMMUNES[code][2]] for ward in found for code in ward[3]}
    assert (len(found), provinces, TODAY_OF[OLD_PROVINCE[old]]) == (wards, today, next(iter(today)))


def test_every_old_ward_has_known_communes_of_its_own_province():
    wrong = [
        (ward[0], code)
        for row in TABLES["old_provinces"]
        for ward in wards_of(row[1])
        for code in ward[3] or ["none"]
        if COMMUNES.get(code, ("", "", ""))[2] != row[3]
    ]

    assert wrong == []


def test_divided_wards_keep_all_their_communes():
    """441 divided wards, as the statistics office's conversion table has them."""
    sizes = Counter(len(ward[3]) for ward in WARDS.values())

    assert (sum(sizes.values()) - sizes[1], max(sizes)) == (441, 5)


@pytest.mark.parametrize(
    ("ward", "communes"),
    [
        ("00556", ["00541"]),  # Đặng Xá, Gia Lâm -> Phù Đổng
        ("31379", ["31378"]),  # Phú Tân, Châu Thành (Hậu Giang) -> Phú Hữu
        ("28924", ["28921"]),  # Hòa Lộc, Mỏ Cày Bắc -> Tân Thành Bình, not the Hòa Lộc of Tam Bình
    ],
)
def test_wards_that_the_source_has_wrong_are_corrected(ward, communes):
    assert [COMMUNES[code][1] for code in WARDS[ward][3]] == [COMMUNES[code][1] for code in communes]


def test_island_districts_without_wards_became_one_special_zone():
    became = {row[1]: COMMUNES[row[8][0]][0] for row in TABLES["old_districts"] if row[0] not in TABLES["old_wards"]}

    islands = ["Bạch Long Vĩ", "Cồn Cỏ", "Hoàng Sa", "Lý Sơn", "Côn Đảo"]
    assert became == dict.fromkeys(islands, "đặc khu")


def test_fixture_is_small_and_names_its_version():
    assert PATH.stat().st_size <= 250_000
    assert fixture_version() == TABLES["version"]
