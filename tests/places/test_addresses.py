"""Free text to places of today: spellings, eras, divided wards, and what must stay unknown."""

import csv
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.vietnamese import fold
from places.addresses import Candidate, Certainty, ProvinceMatch, Resolution, find_province, resolve
from places.gazetteer import Level, gazetteer

PRINTED = list(csv.DictReader(Path(__file__).with_name("data").joinpath("printed_places.csv").open(encoding="utf-8")))


def names(resolution):
    places = gazetteer()
    return [places.unit(Level.COMMUNE, c.commune).name for c in resolution.candidates if c.commune]


@pytest.mark.parametrize("row", PRINTED, ids=[f"{row['text']} | {row['province_printed']}" for row in PRINTED])
def test_place_as_printed_on_a_certificate(row):
    """60 places drawn from the real catalogue and checked by hand against the statistics office's table."""
    found = resolve(row["text"], old_province=row["province_printed"])

    communes = " ".join(sorted({c.commune for c in found.candidates if c.commune}))
    assert {
        "certainty": found.certainty.value,
        "province": found.province,
        "old_district": found.old_district or "",
        "communes": communes,
    } == {key: row[key] for key in ("certainty", "province", "old_district", "communes")}


@pytest.mark.parametrize(
    "text",
    [
        "xã Hòa Ân, huyện Cầu Kè, tỉnh Trà Vinh",
        "XÃ HÒA ÂN, HUYỆN CẦU KÈ, TRÀ VINH",
        "xã Hoà Ân, huyện Cầu Kè, Trà Vinh",
        unicodedata.normalize("NFD", "xã Hoà Ân, huyện Cầu Kè, Trà Vinh"),
        "X. Hòa Ân, H. Cầu Kè, T. Trà Vinh",
        "xa hoa an huyen cau ke tra vinh",
        "Trà Vinh, huyện Cầu Kè, xã Hòa Ân",
        "xã Hòa Ân - huyện Cầu Kè - tỉnh Trà Vinh",
        "ấp Trà Bôn, xã Hòa Ân, huyện Cầu Kè, Trà Vinh",
        "Hòa Ân, Cầu Kè, Trà Vinh",
    ],
)
def test_one_place_is_read_in_every_spelling(text):
    found = resolve(text)

    assert (found.certainty, found.commune, found.old_province, found.old_district) == (
        Certainty.EXACT,
        "29308",
        "84",
        "845",
    )


@pytest.mark.parametrize(
    ("text", "communes"),
    [
        ("Phường 7, Q.3, TP.HCM", ["Xuân Hòa"]),
        ("P7 Q3 TPHCM", ["Xuân Hòa"]),
        ("phường Bến Nghé, quận 1, Sài Gòn", ["Sài Gòn"]),
        ("xã Hương Thọ, thị xã Hương Trà, TT-Huế", ["Kim Long"]),
        ("xã Phước Long Thọ, huyện Đất Đỏ, BR-VT", ["Đất Đỏ"]),
        ("đặc khu Phú Quý", ["Phú Quý"]),
        ("Phú Quí, Bình Thuận", ["Phú Quý"]),
        ("huyện đảo Trường Sa, Khánh Hòa", ["Trường Sa"]),
        ("Hoàng Sa, Đà Nẵng", ["Hoàng Sa"]),
        ("xã Đặng Xá, Gia Lâm, Hà Nội", ["Phù Đổng"]),
        ("phường Hội An", ["Hội An"]),
        ("TT. Khe Sanh, Hướng Hóa, Quảng Trị", ["Khe Sanh"]),
    ],
)
def test_abbreviations_islands_and_new_names(text, communes):
    found = resolve(text)

    assert (found.certainty, names(found)) == (Certainty.EXACT, communes)


@pytest.mark.parametrize(
    ("text", "old_province", "old_district"),
    [
        ("TP Hải Dương", "30", "288"),
        ("TP Hội An, tỉnh Quảng Nam", "49", "503"),
        ("Huyện Phú Quốc", "91", "911"),
        ("thị xã Cửa Lò, Nghệ An", "40", "412"),
        ("Châu Thành, Bến Tre", "83", "831"),
        ("huyện Krông Ana, Đắk Lắk", "66", "655"),
    ],
)
def test_district_alone_gives_no_commune(text, old_province, old_district):
    found = resolve(text)

    assert (found.certainty, found.commune, found.old_province, found.old_district) == (
        Certainty.EXACT,
        None,
        old_province,
        old_district,
    )


def test_divided_ward_keeps_all_candidates():
    found = resolve("xã Bát Tràng, huyện Gia Lâm, Hà Nội")

    assert (found.certainty, found.commune, found.province) == (Certainty.SPLIT, None, "01")
    assert sorted(names(found)) == ["Bát Tràng", "Gia Lâm", "Long Biên"]


def test_name_of_many_places_keeps_all_candidates():
    found = resolve("Châu Thành")

    assert (found.certainty, len(found.candidates), found.province) == (Certainty.AMBIGUOUS, 10, None)


def test_old_and_new_commune_of_one_name_are_both_kept():
    found = resolve("xã Tân Thành", old_province="Cần Thơ")

    assert (found.certainty, found.commune, found.province) == (Certainty.AMBIGUOUS, None, "92")


def test_unknown_ward_falls_back_to_its_district_and_is_told():
    found = resolve("xã Xyzabc, huyện Chợ Gạo", old_province="Tiền Giang")

    assert found == Resolution(Certainty.EXACT, (Candidate("82", None, "82", "822"),), ("xã", "xyzabc"))


def test_known_province_keeps_places_elsewhere_out():
    found = resolve("xã Quảng Bình", old_province="Thanh Hóa")

    assert (found.province, names(found)) == ("38", ["Quảng Bình"])


def test_text_that_is_no_place_of_the_known_province_gives_the_province_alone():
    found = resolve("Miệt Thứ", old_province="Kiên Giang")

    assert found == Resolution(Certainty.LIKELY, (Candidate("91", None, "91"),), ("miệt", "thứ"))


@pytest.mark.parametrize("text", ["Paris", "OCOP", "", " , ", "Việt Nam", "12345"])
def test_text_without_a_place_is_unknown(text):
    found = resolve(text)

    assert (found.certainty, found.candidates) == (Certainty.UNKNOWN, ())


@pytest.mark.parametrize(
    ("text", "match"),
    [
        ("Bến Tre", ProvinceMatch("86", "83", "Bến Tre", True, True)),
        ("tỉnh ben tre (cũ)", ProvinceMatch("86", "83", "Bến Tre", True, True)),
        ("Vĩnh Long", ProvinceMatch("86", "86", "Vĩnh Long", False, True)),
        ("An Giang", ProvinceMatch("91", "89", "An Giang", False, True)),
        ("TP.HCM", ProvinceMatch("79", "79", "TP Hồ Chí Minh", False, True)),
        ("Sài Gòn", ProvinceMatch("79", "79", "TP Hồ Chí Minh", False, True)),
        ("BR-VT", ProvinceMatch("79", "77", "Bà Rịa - Vũng Tàu", True, True)),
        ("Bắc Cạn", ProvinceMatch("19", "06", "Bắc Kạn", True, True)),
        ("Thừa Thiên Huế", ProvinceMatch("46", "46", "Huế", False, True)),
        ("TT-Huế", ProvinceMatch("46", "46", "Huế", False, True)),
        ("Đăk Lăk", ProvinceMatch("66", "66", "Đắk Lắk", False, True)),
        ("Hoà Bình", ProvinceMatch("25", "17", "Hòa Bình", True, True)),
        ("Hà Tỉnh", ProvinceMatch("42", "42", "Hà Tĩnh", False, False)),
        ("Paris", None),
        ("Phú Quốc", None),
        ("", None),
    ],
)
def test_province_by_any_of_its_names(text, match):
    assert find_province(text) == match


def test_every_old_province_is_found_in_every_spelling():
    places = gazetteer()
    old = [unit for (level, _code), unit in places.units.items() if level == Level.OLD_PROVINCE]

    missed = [
        form
        for unit in old
        for bare in (unit.name.removeprefix("TP "),)
        for form in (
            bare, f"{unit.kind} {bare}", fold(bare), bare.upper(), unicodedata.normalize("NFD", bare), f"T. {bare}",
        )
        if (found := find_province(form)) is None or found.old_province != unit.code or found.province != unit.parent
    ]  # fmt: skip

    assert missed == []


def test_full_old_address_never_gives_a_wrong_commune():
    places = gazetteer()
    wards = [unit for (level, _code), unit in places.units.items() if level == Level.OLD_WARD][::23]

    wrong = []
    for ward in wards:
        district = places.unit(Level.OLD_DISTRICT, ward.parent)
        province = places.unit(Level.OLD_PROVINCE, district.parent)
        text = f"{ward.kind} {ward.name}, {district.kind} {district.name}, {province.name}"
        for form in (text, fold(text.replace(",", "")), text.upper()):
            found = resolve(form)
            communes = {candidate.commune for candidate in found.candidates}
            if not communes >= set(ward.communes) or (found.commune and {found.commune} != set(ward.communes)):
                wrong.append((form, found))

    assert wrong == []


@given(st.text(max_size=60))
def test_any_text_is_read_without_an_error(text):
    found = resolve(text)

    assert (found.candidates == ()) == (found.certainty == Certainty.UNKNOWN)
