"""The map: every province once, shades by count, names off the land, islands where they belong."""

import re
from itertools import accumulate, pairwise

import pytest

from places import maps
from places.gazetteer import gazetteer

COUNTS = {"86": 108, "48": 94, "91": 90, "68": 84, "31": 63, "38": 63, "92": 56, "25": 52, "75": 50, "44": 40, "40": 39,
          "82": 38, "19": 37, "42": 34, "79": 31, "15": 30, "66": 26, "33": 25, "52": 23, "22": 22, "37": 20, "51": 20,
          "14": 17, "04": 14, "12": 12, "20": 11, "46": 11, "56": 11, "80": 11, "08": 8, "24": 5, "01": 4, "11": 2,
          "96": 2}  # fmt: skip


def is_inside(point, path):
    """Counts the edges that a ray from the point to the right crosses, over all closed rings of lines."""
    crossings = 0
    for ring in re.findall(r"M([^za]*)z", path):
        steps = [float(number) for number in re.findall(r"-?\d*\.?\d+", ring)]
        xs, ys = list(accumulate(steps[::2])), list(accumulate(steps[1::2]))
        corners = list(zip(xs, ys, strict=True))
        for (x1, y1), (x2, y2) in pairwise([*corners, corners[0]]):
            if (y1 > point.y) != (y2 > point.y) and point.x < (x2 - x1) * (point.y - y1) / (y2 - y1) + x1:
                crossings += 1
    return crossings % 2 == 1


def test_map_shows_every_province_once_with_its_count():
    view = maps.shaded(COUNTS)

    assert {area.code: area.count for area in view.areas} == COUNTS
    assert [area.name for area in view.ranked][:3] == ["Vĩnh Long", "Đà Nẵng", "An Giang"]


def test_shades_are_round_and_few_provinces_are_dark():
    view = maps.shaded(COUNTS)

    assert view.steps == (0, 5, 20, 40, 80)
    assert sorted(area.name for area in view.areas if area.shade == 4) == [
        "An Giang",
        "Lâm Đồng",
        "Vĩnh Long",
        "Đà Nẵng",
    ]


@pytest.mark.parametrize(
    ("counts", "steps"),
    [
        ([], (0, 1, 2, 3, 4)),
        ([0] * 34, (0, 1, 2, 3, 4)),
        ([7], (0, 7, 8, 10, 12)),
        ([count * 18 for count in COUNTS.values()], (0, 80, 300, 700, 1500)),
    ],
)
def test_steps_rise_for_any_counts(counts, steps):
    assert maps.shade_steps(counts) == steps


def test_fullest_province_is_picked_and_drawn_last():
    view = maps.shaded(COUNTS)

    assert [area.code for area in view.areas if area.is_picked] == ["86"] == [view.areas[-1].code]


def test_empty_catalogue_picks_and_labels_nothing():
    view = maps.shaded({})

    assert (view.labels, [area for area in view.areas if area.is_picked or area.shade]) == ((), [])


def test_labels_name_the_fullest_and_never_meet():
    labels = maps.shaded(COUNTS).labels

    assert [label.name for label in labels] == [
        "Vĩnh Long",
        "Đà Nẵng",
        "An Giang",
        "Lâm Đồng",
        "Hải Phòng",
        "Thanh Hóa",
    ]
    assert not [(a.name, b.name) for a in labels for b in labels if a is not b and a.box.meets(b.box)]


def test_islands_belong_to_their_provinces_and_stand_east_of_the_land():
    islands = maps.shaded(COUNTS).islands

    assert [(group.name, group.province) for group in islands] == [
        ("Quần đảo Hoàng Sa", "48"),
        ("Quần đảo Trường Sa", "56"),
    ]
    assert min(group.x for group in islands) > 450


def test_small_map_marks_one_province_and_a_commune():
    view = maps.small("68", maps.place_on_map(12.2, 107.4))

    assert (view.code, view.name, view.dot) == ("68", "Lâm Đồng", maps.Point(273.5, 608.3))


def test_small_map_of_an_unknown_province_is_nothing():
    assert maps.small("99") is None


def test_middle_of_a_province_lies_within_five_units_of_its_drawing():
    fit = maps._drawing()["fit"]

    assert (fit["error"]["median"] <= 1, fit["error"]["largest"] <= 5) == (True, True)


@pytest.mark.parametrize(
    ("province", "latitude", "longitude"),
    [
        ("01", 21.03, 105.85),  # Hà Nội
        ("11", 21.39, 103.02),  # Điện Biên Phủ
        ("46", 16.46, 107.59),  # Huế
        ("66", 12.67, 108.04),  # Buôn Ma Thuột
        ("68", 11.94, 108.44),  # Đà Lạt
        ("92", 10.03, 105.78),  # Cần Thơ
        ("96", 9.18, 105.15),  # Cà Mau
    ],
)
def test_city_lies_inside_its_drawn_province(province, latitude, longitude):
    found = maps.place_on_map(latitude, longitude)

    drawn = next(area.path for area in maps.shaded({}).areas if area.code == province)
    assert is_inside(found, drawn)


def test_far_islands_get_no_dot():
    class HoangSa:
        latitude, longitude = 16.568, 112.135

    assert (maps.point_of(HoangSa), maps.point_of(None)) == (None, None)


def test_map_and_gazetteer_name_provinces_alike():
    drawn = {area.code: area.name for area in maps.shaded({}).areas}

    assert drawn == {unit.code: unit.name for (level, _code), unit in gazetteer().units.items() if level == 1}
