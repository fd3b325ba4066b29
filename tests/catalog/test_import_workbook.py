"""XLSX files as people's offices make them, read into header and rows."""

import datetime as dt
import io
import zipfile

import pytest
import xlsxwriter

from catalog.importing.reading import read_table
from catalog.importing.report import UnusableFileError

HEADER = ["Tên sản phẩm", "Chủ thể", "Tỉnh", "Số sao", "Ngày cấp", "Giá"]
ROW = ["Kẹo dừa", "Cơ sở Đông Á", "Bến Tre", 4, "", 45000]
CELLS = ["Kẹo dừa", "Cơ sở Đông Á", "Bến Tre", "4", "", "45000"]


@pytest.fixture
def workbook(tmp_path):
    """Makes a workbook by a function that is given it and its first sheet; the path of the file."""

    def make(fill, name="goods.xlsx"):
        path = tmp_path / name
        with xlsxwriter.Workbook(str(path)) as book:
            fill(book, book.add_worksheet("Danh sách"))
        return path

    return make


def test_cells_become_text_as_people_would_type_it(workbook):
    def fill(book, sheet):
        sheet.write_row(0, 0, HEADER)
        sheet.write_row(1, 0, ROW)
        sheet.write_row(2, 0, ["Mắm", "HTX A", "Bến Tre", "4 sao"])
        sheet.write_datetime(2, 4, dt.date(2021, 8, 5), book.add_format({"num_format": "dd/mm/yyyy"}))
        sheet.write_number(2, 5, 45.5)

    table = read_table(workbook(fill))

    assert [(row.row, row.line, row.cells, row.problem) for row in table.rows] == [
        (0, 2, CELLS, ""),
        (1, 3, ["Mắm", "HTX A", "Bến Tre", "4 sao", "2021-08-05", "45.5"], ""),
    ]


def test_titles_empty_rows_and_columns_around_the_table_are_passed_over(workbook):
    def fill(book, sheet):
        sheet.merge_range(0, 0, 0, 6, "DANH SÁCH SẢN PHẨM OCOP")
        sheet.write_row(3, 1, HEADER)
        sheet.write_row(5, 1, ROW)

    table = read_table(workbook(fill))

    assert [(row.row, row.line, row.cells[1:]) for row in table.rows] == [(0, 6, CELLS)]


def test_cell_merged_over_several_rows_holds_for_each(workbook):
    def fill(book, sheet):
        sheet.write_row(0, 0, HEADER)
        for at, name in enumerate(["Kẹo dừa", "Kẹo lạc", "Kẹo mè"], start=1):
            sheet.write_row(at, 0, [name, "Cơ sở Đông Á", "", 4, "", 45000])
        sheet.merge_range(1, 2, 3, 2, "Bến Tre")

    table = read_table(workbook(fill))

    assert [row.cells[2] for row in table.rows] == ["Bến Tre"] * 3


def test_stray_cells_far_below_are_told_and_left_out(workbook):
    def fill(book, sheet):
        sheet.write_row(0, 0, HEADER)
        sheet.write_row(1, 0, ROW)
        sheet.write(300, 3, "x")
        sheet.write(1_048_575, 5, "y")

    table = read_table(workbook(fill))

    assert [row.cells for row in table.rows] == [CELLS]
    assert [note for note in table.notes if "1048576" in note or "301" in note] == table.notes
    assert len(table.notes) == 2


def test_rows_below_a_gap_that_name_a_product_are_rows(workbook):
    def fill(book, sheet):
        sheet.write_row(0, 0, HEADER)
        sheet.write_row(1, 0, ROW)
        sheet.write_row(400, 0, ROW)

    table = read_table(workbook(fill))

    assert [row.line for row in table.rows] == [2, 401]


def test_formula_is_refused_with_its_column(workbook):
    def fill(book, sheet):
        sheet.write_row(0, 0, ["STT", *HEADER])
        sheet.write_row(1, 1, ROW)
        sheet.write_formula(1, 0, "=ROW()-1", None, 1)
        sheet.write_row(2, 1, ROW[:5])
        sheet.write_formula(2, 6, "=15000*3", None, 45000)

    table = read_table(workbook(fill))

    assert [(row.problem_at, bool(row.problem)) for row in table.rows] == [(None, False), (6, True)]


def test_formulas_are_looked_for_in_the_sheet_that_is_read(workbook):
    def fill(book, sheet):
        sheet.write_formula(1, 0, "=1+1", None, 2)
        page = book.add_worksheet("A & B")
        page.write_row(0, 0, HEADER)
        page.write_row(1, 0, ROW)
        page.write_row(2, 1, ROW[1:])
        page.write_formula(2, 0, '="Kẹo"', None, "Kẹo")

    assert [bool(row.problem) for row in read_table(workbook(fill)).rows] == [False, True]


def test_several_tables_need_the_name_of_a_sheet(workbook):
    def fill(book, sheet):
        other = book.add_worksheet("Năm 2025")
        book.add_worksheet("Ghi chú").write(0, 0, "không có bảng")
        for page in (sheet, other):
            page.write_row(0, 0, HEADER)
        sheet.write_row(1, 0, ROW)
        other.write_row(1, 0, ["Mắm", *ROW[1:]])

    path = workbook(fill)

    with pytest.raises(UnusableFileError, match="--sheet"):
        read_table(path)
    assert [row.cells[0] for row in read_table(path, sheet="Năm 2025").rows] == ["Mắm"]
    with pytest.raises(UnusableFileError, match="Năm 2024"):
        read_table(path, sheet="Năm 2024")


def test_hidden_sheet_is_not_read(workbook):
    def fill(book, sheet):
        sheet.write_row(0, 0, HEADER)
        sheet.write_row(1, 0, ROW)
        hidden = book.add_worksheet("Cũ")
        hidden.hide()
        hidden.write_row(0, 0, HEADER)
        hidden.write_row(1, 0, ROW)

    assert len(read_table(workbook(fill)).rows) == 1


def test_kind_of_file_is_known_by_content_not_by_name(workbook):
    def fill(book, sheet):
        sheet.write_row(0, 0, HEADER)
        sheet.write_row(1, 0, ROW)

    assert read_table(workbook(fill, name="goods.csv")).rows[0].cells == CELLS


def test_cell_far_to_the_right_is_refused(workbook):
    def fill(book, sheet):
        sheet.write_row(0, 0, HEADER)
        sheet.write_row(1, 0, ROW)
        sheet.write(1, 16_000, "x")

    with pytest.raises(UnusableFileError, match="cột"):
        read_table(workbook(fill))


def test_archive_that_unpacks_to_too_much_is_refused(tmp_path):
    path = tmp_path / "bomb.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
        with archive.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as part:
            for _ in range(310):
                part.write(b"0" * 1_000_000)

    with pytest.raises(UnusableFileError, match="quá lớn"):
        read_table(path)


def test_archive_that_is_no_workbook_is_refused(tmp_path):
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr("notes.txt", "xin chào")
    path = tmp_path / "notes.xlsx"
    path.write_bytes(data.getvalue())

    with pytest.raises(UnusableFileError, match="tệp nén"):
        read_table(path)


def test_damaged_workbook_is_refused(workbook, tmp_path):
    def fill(book, sheet):
        sheet.write_row(0, 0, HEADER)
        sheet.write_row(1, 0, ROW)

    path = workbook(fill)
    path.write_bytes(path.read_bytes()[:-400])

    with pytest.raises(UnusableFileError, match="hỏng"):
        read_table(path)
