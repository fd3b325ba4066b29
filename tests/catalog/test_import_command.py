"""`manage.py import_products`: what it stores, reports and returns."""

import csv
import datetime as dt
import re

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db.models import F

from accounts.models import Organization
from catalog.models import Certificate, Product, ProductVariant, ReviewItem, Stock

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("loaded_places")]

GOOD = 'Kẹo dừa,Cơ sở Đông Á,"xã An Khánh, huyện Châu Thành",Bến Tre,4,2022,,45.000,hộp 300 g,báo'
OTHER = "Mắm cá,HTX Sông Tiền,,Vĩnh Long,,,,,,báo"
BAD_PROVINCE = "Cheese,Fromagerie A,,Paris,4,,,,,"
BAD_STARS = "Kẹo lạc,HTX B,,Bến Tre,7,,,,,"
BAD_PRICE = "Kẹo mè,HTX C,,Bến Tre,4,,,abc,,"
CUT = "Kẹo gừng,HTX"


def everything() -> list[list[dict]]:
    """All rows an import writes, to compare before and after."""
    tables = (Product, Organization, Certificate, ProductVariant, Stock, ReviewItem)
    return [list(table.objects.order_by("pk").values()) for table in tables]


def test_import_stores_product_maker_certificate_and_price(csv_file, capsys):
    call_command("import_products", str(csv_file(GOOD)))

    product = Product.objects.select_related("seller").get()
    assert (product.name, product.slug, product.source_file, product.source_row) == (
        "Kẹo dừa",
        "keo-dua",
        "goods.csv",
        0,
    )
    assert (product.seller.name, product.place_printed, product.province_printed) == (
        "Cơ sở Đông Á",
        "xã An Khánh, huyện Châu Thành",
        "Bến Tre",
    )
    assert (product.province_id, product.old_province_id) == ("86", "83")
    certificate = product.certificates.get()
    assert (certificate.stars, certificate.issued_year, certificate.issued_on, certificate.law) == (
        4,
        2022,
        None,
        "1048",
    )
    variant = product.variants.get()
    assert (variant.name, variant.net_quantity, variant.net_unit, variant.price_amount, variant.is_sample) == (
        "hộp", 300, "g", 45_000, False,
    )  # fmt: skip
    assert "1 sản phẩm mới" in capsys.readouterr().out


def test_import_again_changes_nothing(csv_file):
    path = csv_file(GOOD, OTHER)
    call_command("import_products", str(path))
    before = everything()

    call_command("import_products", str(path))

    assert everything() == before


def test_copy_under_another_name_changes_nothing(csv_file):
    call_command("import_products", str(csv_file(GOOD, OTHER)))
    before = everything()

    call_command("import_products", str(csv_file(OTHER, GOOD, name="copy.csv")))

    assert everything() == before


@pytest.mark.parametrize(
    ("row", "column", "value"),
    [
        (BAD_PROVINCE, "Tỉnh", "Paris"),
        (BAD_STARS, "Số sao", "7"),
        (BAD_PRICE, "Giá", "abc"),
        (",HTX D,,Bến Tre,4,,,,,", "Tên sản phẩm", ""),
        ("K?o d?a,HTX D,,Bến Tre,4,,,,,", "Tên sản phẩm", "K?o d?a"),
        ("Káº¹o dá»«a,HTX D,,Bến Tre,4,,,,,", "Tên sản phẩm", "Káº¹o dá»«a"),
        (f"{'a' * 251},HTX D,,Bến Tre,4,,,,,", "Tên sản phẩm", "a" * 60),
        ("Kẹo,HTX D,,Bến Tre,4,2109,,,,", "Năm", "2109"),
        ("Kẹo\x00,HTX D,,Bến Tre,4,,,,,", "Tên sản phẩm", "Kẹo�"),
    ],
)
def test_wrong_row_is_reported_and_leaves_nothing(csv_file, capsys, row, column, value):
    before = everything()

    with pytest.raises(CommandError) as ended:
        call_command("import_products", str(csv_file(row)))

    assert (ended.value.returncode, everything()) == (1, before)
    line = next(line for line in capsys.readouterr().out.splitlines() if line.startswith("Từ chối"))
    assert f"dòng 2, cột “{column}”" in line
    assert value in line


def test_good_rows_are_kept_beside_wrong_ones(csv_file, capsys):
    path = csv_file(BAD_STARS, GOOD, CUT, BAD_PROVINCE, OTHER, BAD_PRICE)

    with pytest.raises(CommandError) as ended:
        call_command("import_products", str(path))

    assert ended.value.returncode == 1
    assert list(Product.objects.order_by("pk").values_list("name", "source_row")) == [("Kẹo dừa", 1), ("Mắm cá", 4)]
    assert Organization.objects.count() == 2
    lines = [int(found[1]) for found in re.finditer(r"Từ chối dòng (\d+)", capsys.readouterr().out)]
    assert lines == [2, 4, 5, 7]


def test_errors_file_holds_the_refused_rows_and_can_be_mended_and_imported(csv_file, tmp_path):
    path = csv_file(BAD_STARS, GOOD, '=HYPERLINK("a"),HTX B,,Paris,4,,,,,')
    errors = tmp_path / "errors.csv"

    with pytest.raises(CommandError):
        call_command("import_products", str(path), errors=errors)

    assert errors.read_bytes().startswith(b"\xef\xbb\xbf")
    with errors.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    assert [row[0] for row in rows] == ["Tên sản phẩm", "Kẹo lạc", '\'=HYPERLINK("a")']
    assert rows[0][-1] == "Lý do từ chối"
    assert "Số sao" in rows[1][-1]
    assert "Paris" in rows[2][-1]
    errors.write_text(errors.read_text(encoding="utf-8-sig").replace(",7,", ",3,").replace("Paris", "Bến Tre"))
    call_command("import_products", str(errors))
    assert sorted(Product.objects.values_list("name", flat=True)) == ['=HYPERLINK("a")', "Kẹo dừa", "Kẹo lạc"]


def test_errors_file_is_not_written_when_nothing_was_refused(csv_file, tmp_path):
    call_command("import_products", str(csv_file(GOOD)), errors=tmp_path / "errors.csv")

    assert not (tmp_path / "errors.csv").exists()


def test_trial_reports_the_same_and_stores_nothing(csv_file, capsys):
    path = csv_file(GOOD, BAD_STARS, "Bột,HTX E,,Bến Tre,4,,,45.5,,")
    before = everything()
    with pytest.raises(CommandError) as trial:
        call_command("import_products", str(path), dry_run=True)
    told = capsys.readouterr().out
    assert everything() == before

    with pytest.raises(CommandError) as real:
        call_command("import_products", str(path))

    assert (trial.value.returncode, str(trial.value)) == (real.value.returncode, str(real.value))
    assert told == capsys.readouterr().out + "Chạy thử: không ghi gì vào cơ sở dữ liệu.\n"


def test_unclear_value_is_asked_once_and_the_row_is_kept_without_it(csv_file, capsys):
    path = csv_file("Bột nghệ,HTX E,,Bến Tre,4,,,45.5,,")

    call_command("import_products", str(path))
    call_command("import_products", str(path))

    assert Product.objects.get().variants.count() == 0
    item = ReviewItem.objects.get()
    assert (item.reason, item.source_row, item.details["column"], item.details["value"]) == (
        "unclear_value",
        0,
        "Giá",
        "45.5",
    )
    assert "Cần hỏi dòng 2, cột “Giá”: “45.5”" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("header", "words"),
    [
        ("Tên sản phẩm,Chủ thể,Số sao", "Tỉnh (province_old)"),
        ("Chủ thể,Tỉnh,Số sao", "Tên sản phẩm (name_vi)"),
        ("Tên sản phẩm,Chủ thể,Tỉnh", "Số sao (stars)"),
        ("Tên sản phẩm,Chủ thể,Tỉnh,Số sao,Sao", "Số sao = Sao"),
    ],
)
def test_file_without_a_needed_column_is_refused_whole(csv_file, header, words):
    before = everything()

    with pytest.raises(CommandError) as ended:
        call_command("import_products", str(csv_file("a,b,Bến Tre,4", header=header)))

    assert (ended.value.returncode, words in str(ended.value), everything()) == (2, True, before)


def test_full_address_takes_the_place_of_the_province_column(csv_file):
    header = "Product name,Producer,Address,Stars"
    row = 'Kẹo dừa,Cơ sở Đông Á,"ấp 3, xã Phong Nẫm, huyện Giồng Trôm, tỉnh Bến Tre",4'

    call_command("import_products", str(csv_file(row, header=header)))

    product = Product.objects.get()
    assert (product.province_id, product.old_province_id, product.commune_id is not None) == ("86", "83", True)


OFFICE_FILE = """DANH SÁCH SẢN PHẨM OCOP NĂM 2025;;;;;;;;
;;;;;;;;
STT;Tên sản phẩm;Tên chủ thể;Địa chỉ;Phân hạng;Số QĐ;Ngày cấp;Giá bán (đồng);Ghi chú
1;Kẹo dừa;Cty Đông Á;"Ấp 2, xã An Khánh, huyện Châu Thành, tỉnh Bến Tre";4 sao;12/QĐ-UBND;05/08/2024;45.000đ/hộp 300g;
2;Mật ong;HTX Hoa Tràm;Xã Vĩnh Kim - Cầu Ngang - Trà Vinh;***;;8/25/2024;120k;
3;Gạo;Hộ ông Ba;TP.HCM;3;;;;
4;Bánh;Hộ bà Tư;Miền Tây;3;;;;
Tổng cộng;4 sản phẩm;;;;;;;
"""


def test_file_as_an_office_makes_it_is_read_as_far_as_it_is_clear(tmp_path, capsys):
    path = tmp_path / "Danh sách OCOP 2025.csv"
    path.write_text(OFFICE_FILE, encoding="utf-16")

    with pytest.raises(CommandError) as ended:
        call_command("import_products", str(path))

    assert ended.value.returncode == 1
    rows = Product.objects.order_by("source_row").values_list(
        "name", "seller__legal_form", "old_province__name", "certificates__stars", "certificates__issued_on"
    )
    assert list(rows) == [
        ("Kẹo dừa", "company", "Bến Tre", 4, dt.date(2024, 8, 5)),
        ("Mật ong", "cooperative", "Trà Vinh", 3, None),
        ("Gạo", "household", "TP Hồ Chí Minh", 3, None),
    ]
    assert list(ProductVariant.objects.values_list("price_amount", "name", "net_quantity")) == [
        (45_000, "hộp", 300),
        (120_000, "", None),
    ]
    refused = [line for line in capsys.readouterr().out.splitlines() if line.startswith("Từ chối")]
    assert [line.partition(":")[0] for line in refused] == [
        "Từ chối dòng 7, cột “Địa chỉ”",
        "Từ chối dòng 8, cột “Tên sản phẩm”",
    ]


def test_reserved_names_are_refused(csv_file, tmp_path):
    path = csv_file(GOOD)

    for errors in (tmp_path / "errors.xlsx", path):
        with pytest.raises(CommandError) as ended:
            call_command("import_products", str(path), errors=errors)
        assert ended.value.returncode == 2

    assert Product.objects.count() == 0


def test_every_change_waits_for_the_search_index(csv_file):
    call_command("import_products", str(csv_file(GOOD, OTHER)))

    assert Product.objects.filter(revision__gt=F("indexed_revision")).count() == 2
