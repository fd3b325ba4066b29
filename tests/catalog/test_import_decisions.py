"""Texts of decisions, as the real file prints them."""

import datetime as dt

import pytest

from catalog.importing import decisions


@pytest.mark.parametrize(
    ("text", "number", "day", "year", "issuer"),
    [
        ("2942/QĐ-UBND ngày 5/8/2021 (UBND tỉnh Thanh Hóa)", "2942/QĐ-UBND", dt.date(2021, 8, 5), None,
         "UBND tỉnh Thanh Hóa"),
        ("3787/QĐ-UBND (UBND TP Cần Thơ, 2022)", "3787/QĐ-UBND", None, 2022, "UBND TP Cần Thơ"),
        ("279/QĐ-UBND ngày 27/1 (UBND tỉnh Nghệ An)", "279/QĐ-UBND", None, None, "UBND tỉnh Nghệ An"),
        ("715/QĐ-UBND (UBND tỉnh Thanh Hóa, đợt 1/2026)", "715/QĐ-UBND", None, 2026, "UBND tỉnh Thanh Hóa"),
        ("2361/QĐ-BNNMT ngày 26/6/2025", "2361/QĐ-BNNMT", dt.date(2025, 6, 26), None, "Bộ Nông nghiệp và Môi trường"),
        ("QĐ UBND tỉnh Quảng Ngãi ngày 15/10/2025", "", dt.date(2025, 10, 15), None, "UBND tỉnh Quảng Ngãi"),
        ("1580/QĐ-UBND-HC (UBND tỉnh Đồng Tháp)", "1580/QĐ-UBND-HC", None, None, "UBND tỉnh Đồng Tháp"),
        ("Quyết định số 86/QĐ-UBND ngày 12 tháng 1 năm 2023", "86/QĐ-UBND", dt.date(2023, 1, 12), None, ""),
        ("", "", None, None, ""),
        ("đang chờ", "", None, None, ""),
    ],
)  # fmt: skip
def test_decision_read_into_its_parts(text, number, day, year, issuer):
    decision = decisions.read(text)

    assert (decision.number, decision.issued_on, decision.year, decision.issuer) == (number, day, year, issuer)


def test_decision_with_an_impossible_day_is_asked():
    decision = decisions.read("12/QĐ-UBND ngày 31/2/2021")

    assert (decision.number, decision.issued_on, bool(decision.question)) == ("12/QĐ-UBND", None, True)


def test_decision_remark_is_kept():
    assert (
        decisions.read("426/QĐ-UBND ngày 25/11/2024 (UBND tỉnh Tuyên Quang, tiềm năng 5 sao)").remark
        == "tiềm năng 5 sao"
    )
