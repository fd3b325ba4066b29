"""Names of places inside a search: what is found, what is only flagged, what is left alone."""

from itertools import pairwise

import pytest

from core.vietnamese import words
from places.addresses import place_names_in
from places.gazetteer import Level


def read(query):
    typed = words(query)
    return [
        (" ".join(typed[span.start : span.end]), span.level, "weak" if span.is_weak else "strong")
        for span in place_names_in(typed)
    ]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("keo dua ben tre", [("ben tre", Level.OLD_PROVINCE, "strong")]),
        ("mật ong lai châu", [("lai châu", Level.PROVINCE, "strong")]),
        ("đặc sản trà vinh", [("trà vinh", Level.OLD_PROVINCE, "strong")]),
        ("nước mắm Phan Thiết", [("phan thiết", Level.OLD_DISTRICT, "strong")]),
        ("dac san phu quoc", [("phu quoc", Level.OLD_DISTRICT, "strong")]),
        ("tỏi Lý Sơn", [("lý sơn", Level.OLD_DISTRICT, "strong")]),
        ("hạt điều br-vt", [("br vt", Level.OLD_PROVINCE, "strong")]),
        ("mực cửa lò", [("cửa lò", Level.OLD_DISTRICT, "strong")]),
        ("dac san sapa", [("sapa", Level.OLD_DISTRICT, "strong")]),
        ("yến sào khánh hoà", [("khánh hòa", Level.PROVINCE, "strong")]),
        ("quận 1", [("quận 1", Level.OLD_DISTRICT, "strong")]),
        ("Khe Sanh", [("khe sanh", Level.COMMUNE, "weak")]),
        ("xã Bằng Phúc", [("xã bằng phúc", Level.OLD_WARD, "strong")]),
        (
            "chè tân cương thái nguyên",
            [("tân cương", Level.COMMUNE, "weak"), ("thái nguyên", Level.PROVINCE, "strong")],
        ),
        ("gao nep cai hoa vang", [("hoa vang", Level.OLD_DISTRICT, "weak")]),
        ("rượu thốt nốt", [("thốt nốt", Level.OLD_DISTRICT, "weak")]),
        ("miến dong chợ moi", [("chợ moi", Level.OLD_DISTRICT, "weak")]),
        ("trà hòa tan cà gai leo", []),
        ("mam tom chua", []),
        ("hợp tác xã thuận", []),
        ("banh trang", []),
        ("dừa sáp", []),
        ("", []),
    ],
)
def test_names_found_in_a_query(query, found):
    assert read(query) == found


def test_name_borne_today_and_before_has_both_codes():
    (span,) = place_names_in(words("ocop vĩnh long"))

    assert (span.level, span.provinces, span.old_provinces, span.name) == (
        Level.PROVINCE,
        ("86",),
        ("86",),
        "Vĩnh Long",
    )


def test_typed_mark_must_be_the_names_own():
    assert place_names_in(words("mật ong hà tính")) == []


def test_typed_without_marks_is_told():
    spans = place_names_in(words("nuoc mam phu quoc")) + place_names_in(words("nước mắm phú quốc"))

    assert [span.is_same_spelling for span in spans] == [False, True]


def test_district_beside_a_province_is_the_one_inside():
    district, province = place_names_in(words("huyện châu thành bến tre"))

    assert (district.old_districts, province.old_provinces) == (("831",), ("83",))


def test_spans_never_overlap_and_stand_in_order():
    spans = place_names_in(words("tân thành đạt hà nam ninh bình định an nhơn"))

    assert all(left.end <= right.start for left, right in pairwise(spans))
