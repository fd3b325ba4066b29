"""Cells as people write them."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.importing import values
from catalog.importing.values import Pack, Price, UnclearError, WrongError


@pytest.mark.parametrize(
    ("cell", "stars"),
    [
        ("4", 4), ("4.0", 4), ("04", 4), ("4 sao", 4), ("4 SAO", 4), ("4*", 4), ("****", 4), ("★★★★☆", 4), ("*****", 5),
        ("bốn sao", 4), ("năm sao", 5), ("ba sao", 3), ("Hạng 4 sao", 4), ("OCOP 3 sao", 3), ("5 stars", 5), ("", None),
        (" ", None), ("-", None), ("chưa xếp hạng", None), ("n/a", None),
    ],
)  # fmt: skip
def test_stars_in_many_spellings(cell, stars):
    assert values.stars(cell) == stars


@pytest.mark.parametrize("cell", ["7", "0", "1", "2 sao", "abc", "444", "☆☆☆", "???", "bonn"])
def test_stars_that_cannot_be(cell):
    with pytest.raises(WrongError):
        values.stars(cell)


@pytest.mark.parametrize("cell", ["3-4 sao", "3/4", "4,5", "tiềm năng 5 sao", "5 sao (đề nghị)", "đề xuất 5 sao"])
def test_stars_that_are_unclear(cell):
    with pytest.raises(UnclearError):
        values.stars(cell)


@pytest.mark.parametrize(
    ("cell", "amount"),
    [
        ("45000", 45_000), ("45.000", 45_000), ("45,000", 45_000), ("45 000", 45_000), ("45.000đ", 45_000),
        ("45,000 đ", 45_000), ("45.000 VNĐ", 45_000), ("45000.0", 45_000), ("45.000,00", 45_000), ("45,000.00", 45_000),
        ("45k", 45_000), ("45K", 45_000), ("45,5k", 45_500), ("45 nghìn", 45_000), ("45 ngàn đồng", 45_000),
        ("1,2 triệu", 1_200_000), ("1.2tr", 1_200_000), ("1tr2", 1_200_000), ("1tr250", 1_250_000),
        ("1.250.000", 1_250_000), ("1,250,000 đồng", 1_250_000), ("giá 45.000đ", 45_000), ("45.000₫", 45_000),
    ],
)  # fmt: skip
def test_price_in_many_spellings(cell, amount):
    assert values.price(cell) == Price(amount)


def test_price_that_says_what_it_buys():
    assert values.price("45.000đ/kg") == Price(45_000, "kg")


@pytest.mark.parametrize("cell", ["", "-", "liên hệ", "Giá liên hệ", "thỏa thuận"])
def test_price_not_told(cell):
    assert values.price(cell) is None


@pytest.mark.parametrize("cell", ["abc", "-5", "$5", "5 USD", "45 000 kg", "=1+1"])
def test_price_that_is_none(cell):
    with pytest.raises(WrongError):
        values.price(cell)


@pytest.mark.parametrize(
    "cell",
    ["45.5", "45", "0", "45.00", "12.5.6", "45.000k", "45.000 - 50.000", "60-90k", "từ 45.000", "khoảng 45k", "9" * 14],
)
def test_price_that_is_unclear(cell):
    with pytest.raises(UnclearError):
        values.price(cell)


@given(
    st.integers(min_value=1_000, max_value=1_000_000_000),
    st.sampled_from([".", ",", " "]),
    st.sampled_from("đ,₫, đ,".split(",")),
)
def test_price_grouped_by_any_sign_is_the_same(amount, sign, currency):
    assert values.price(f"{amount:,}".replace(",", sign) + currency) == Price(amount)


def outcome(read, text):
    """What reading a cell gives: a value, or the words of the problem."""
    try:
        return read(text)
    except (UnclearError, WrongError) as problem:
        return problem


@given(st.text(max_size=40))
def test_any_text_is_read_asked_or_refused(text):
    found = [outcome(read, text) for read in (values.stars, values.price, values.day, values.year, values.pack)]

    assert [one for one in found if isinstance(one, ValueError) and not str(one)] == []


@given(st.dates(min_value=dt.date(2013, 1, 1), max_value=dt.date(2049, 12, 31)))
def test_day_in_any_usual_form_is_the_same(day):
    forms = (
        f"{day.day}/{day.month}/{day.year}",
        f"{day:%d.%m.%Y}",
        f"{day:%d-%m-%Y}",
        f"{day:%Y-%m-%d}",
        f"{day:%Y-%m-%d} 00:00:00",
        f"ngày {day.day} tháng {day.month} năm {day.year}",
        str((day - dt.date(1899, 12, 30)).days),
    )

    assert {values.day(form) for form in forms} == {day}


@pytest.mark.parametrize("cell", ["27/1", "5/8/21", "8/25/2021"])
def test_day_that_is_unclear(cell):
    with pytest.raises(UnclearError):
        values.day(cell)


@pytest.mark.parametrize("cell", ["31/2/2021", "abc", "5/8/1999", "0/1/2021", "99999"])
def test_day_that_is_none(cell):
    with pytest.raises(WrongError):
        values.day(cell)


@pytest.mark.parametrize(("cell", "year"), [("2021", 2021), ("2021.0", 2021), ("năm 2021", 2021), ("", None)])
def test_year_in_many_spellings(cell, year):
    assert values.year(cell) == year


@pytest.mark.parametrize(
    ("cell", "pack"),
    [
        ("kg", Pack("", 1000, "g")), ("túi 5 kg", Pack("túi", 5000, "g")), ("hộp 300g", Pack("hộp", 300, "g")),
        ("chai 500 ml", Pack("chai", 500, "ml")), ("1,5 lít", Pack("", 1500, "ml")),
        ("Gói 0.5kg", Pack("Gói", 500, "g")),
        ("cái", Pack("cái", 1, "piece")), ("hộp", Pack("hộp")), ("hộp 10 gói x 2 g", Pack("hộp 10 gói x 2 g")),
        ("kg (giá ghi 100.000-110.000 đ/kg)", Pack("", 1000, "g")), ("", Pack()),
    ],
)  # fmt: skip
def test_pack_with_its_net_quantity(cell, pack):
    assert values.pack(cell) == pack


@pytest.mark.parametrize(
    ("cell", "maker", "form"),
    [
        ("group", "THT Rau sạch", "coop_group"), ("cooperative", "", "cooperative"), ("Hợp tác xã", "", "cooperative"),
        ("Cty", "", "company"), ("hộ kinh doanh", "", "household"), ("Trang trại", "", "farm"),
        ("", "HTX Cần Giờ Tương Lai", "cooperative"), ("", "Công ty TNHH A", "company"), ("", "Cơ sở Hoàng Hằng", ""),
        ("", "Hộ SXKD Võ Thị Hiền", "household"), ("", "Hồ Thị Thùy Trâm", ""), ("", "Hộ ông Ba", "household"),
        ("", "", ""),
    ],
)  # fmt: skip
def test_legal_form_from_its_cell_or_the_name(cell, maker, form):
    assert values.legal_form(cell, maker=maker) == form


def test_legal_form_that_is_unknown_is_asked():
    with pytest.raises(UnclearError):
        values.legal_form("câu lạc bộ", maker="")
