"""CSV files as people's offices make them, read into header and rows."""

import csv
import io
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.importing.reading import LONGEST_CELL, read_table, read_text
from catalog.importing.report import UnusableFileError

HEADER = "Tên sản phẩm,Chủ thể,Tỉnh,Số sao"
ROW = "Kẹo dừa,Cơ sở Đông Á,Bến Tre,4"
CELLS = ["Kẹo dừa", "Cơ sở Đông Á", "Bến Tre", "4"]


@pytest.fixture
def file_of(tmp_path):
    def write(data: bytes | str, name: str = "goods.csv"):
        path = tmp_path / name
        path.write_bytes(data.encode() if isinstance(data, str) else data)
        return path

    return write


def windows_1258(text: str) -> bytes:
    """As a Vietnamese Windows writes: tones behind their letter."""
    out = []
    for ch in text:
        try:
            ch.encode("cp1258")
            out.append(ch)
        except UnicodeEncodeError:
            split = unicodedata.normalize("NFD", ch)
            tone = next(mark for mark in split if mark in "\u0300\u0301\u0303\u0309\u0323")
            out.append(unicodedata.normalize("NFC", split.replace(tone, "")) + tone)
    return "".join(out).encode("cp1258")


@pytest.mark.parametrize(
    "encode",
    [
        pytest.param(lambda text: text.encode("utf-8"), id="utf-8"),
        pytest.param(lambda text: text.encode("utf-8-sig"), id="utf-8 with mark"),
        pytest.param(lambda text: text.encode("utf-16"), id="utf-16 with mark"),
        pytest.param(lambda text: b"\xfe\xff" + text.encode("utf-16-be"), id="utf-16 be with mark"),
        pytest.param(lambda text: text.encode("utf-16-le"), id="utf-16 le"),
        pytest.param(lambda text: text.encode("utf-16-be"), id="utf-16 be"),
        pytest.param(windows_1258, id="windows-1258"),
    ],
)
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_encoding_is_found_out(file_of, encode, line_end):
    path = file_of(encode(line_end.join([HEADER, ROW, ""])))

    table = read_table(path)

    assert [(row.cells, row.problem) for row in table.rows] == [(CELLS, "")]


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_separator_is_found_out(file_of, separator):
    path = file_of("\n".join([HEADER.replace(",", separator), ROW.replace(",", separator), ""]))

    table = read_table(path)

    assert (table.rows[0].cells, table.separator) == (CELLS, separator)


def test_separator_line_of_excel_and_titles_above_the_header_are_passed_over(file_of):
    path = file_of(f"sep=;\nDANH SÁCH SẢN PHẨM OCOP;;;\n\n{HEADER.replace(',', ';')}\n{ROW.replace(',', ';')}\n")

    table = read_table(path)

    assert [(row.row, row.line, row.cells) for row in table.rows] == [(0, 5, CELLS)]


def test_empty_lines_and_columns_are_no_rows(file_of):
    path = file_of(f"{HEADER},,\n\n,,,,,\n{ROW},,\n   \n{ROW},,,,,,\n")

    table = read_table(path)

    assert [(row.row, row.line, row.cells[:4], row.problem) for row in table.rows] == [
        (0, 4, CELLS, ""),
        (1, 6, CELLS, ""),
    ]


def test_quoted_cell_may_hold_separators_quotes_and_line_ends(file_of):
    path = file_of(f'{HEADER}\n"Kẹo ""dừa"", loại 1","Cơ sở\nĐông Á",Bến Tre,4\n{ROW}\n')

    table = read_table(path)

    assert [(row.line, row.cells[:2]) for row in table.rows] == [
        (2, ['Kẹo "dừa", loại 1', "Cơ sở\nĐông Á"]),
        (4, CELLS[:2]),
    ]


def test_line_cut_in_two_is_refused_twice_and_the_next_is_read(file_of):
    path = file_of(f"{HEADER}\nKẹo dừa,Cơ sở\nĐông Á,Bến Tre,4\n{ROW}\n")

    table = read_table(path)

    assert [(row.line, bool(row.problem)) for row in table.rows] == [(2, True), (3, True), (4, False)]


def test_quote_that_never_closes_spoils_its_own_line_only(file_of):
    path = file_of(f'{HEADER}\n"Kẹo dừa,Cơ sở Đông Á,Bến Tre,4\n{ROW}\n"Kẹo, gói",Cơ sở Đông Á,Bến Tre,4\n')

    table = read_table(path)

    assert [(row.line, bool(row.problem), row.cells[0]) for row in table.rows] == [
        (2, True, '"Kẹo dừa'),
        (3, False, "Kẹo dừa"),
        (4, False, "Kẹo, gói"),
    ]


def test_too_many_cells_are_refused(file_of):
    path = file_of(f"{HEADER}\nKẹo dừa, gói,Cơ sở Đông Á,Bến Tre,4\n{ROW}\n")

    table = read_table(path)

    assert [bool(row.problem) for row in table.rows] == [True, False]


def test_empty_cells_that_excel_leaves_out_at_the_end_are_filled_up(file_of):
    path = file_of(f"{HEADER},Giá,Nguồn\n{ROW}\n{ROW},45.000,báo\n{ROW}\n")

    table = read_table(path)

    assert [(row.cells[4:], row.problem) for row in table.rows] == [
        (["", ""], ""),
        (["45.000", "báo"], ""),
        (["", ""], ""),
    ]


def test_file_that_breaks_off_has_its_last_line_refused(file_of):
    path = file_of(f"{HEADER},Giá\n{ROW},45.000\n{ROW}")

    table = read_table(path)

    assert [bool(row.problem) for row in table.rows] == [False, True]


def test_bytes_of_another_encoding_spoil_their_own_line_only(file_of):
    path = file_of(
        f"{HEADER}\n{ROW}\n".encode() + windows_1258("Mắm cá,Cơ sở Đông Á,Bến Tre,4\n") + f"{ROW}\n{ROW}\n".encode()
    )

    table = read_table(path)

    assert [(row.line, bool(row.problem)) for row in table.rows] == [(2, False), (3, True), (4, False), (5, False)]


def test_nul_sign_and_huge_cell_are_refused_with_their_column(file_of):
    path = file_of(f"{HEADER}\nKẹo\x00dừa,A,Bến Tre,4\nKẹo,{'a' * (LONGEST_CELL + 1)},Bến Tre,4\n{ROW}\n")

    table = read_table(path)

    assert [(row.problem_at, bool(row.problem)) for row in table.rows] == [(0, True), (1, True), (None, False)]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "rỗng"),
        (b"\xef\xbb\xbf\r\n\r\n", "rỗng"),
        (b",,,;;;\n", "rỗng"),
        (HEADER.encode(), "chỉ có dòng tiêu đề"),
        (b"%PDF-1.7 ...", "PDF"),
        (b"\x89PNG\r\n\x1a\n123", "PNG"),
        (b"<html><table>", "HTML"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old excel", ".xls"),
        (b"PK\x03\x04 cut short", "hỏng"),
        ("Xin chào\nđây là thư".encode(), "tiêu đề"),
        (bytes(range(128, 256)) * 40, "tiêu đề|bảng mã"),
        ("Tªn s¶n phÈm,Chñ thÓ,TØnh,Sè sao\nKÑo dõa,§«ng ¸,BÕn Tre,4\n".encode("cp1252"), "bảng mã"),
    ],
)
def test_file_that_is_no_table_is_refused_with_a_reason(file_of, data, words):
    path = file_of(data)

    with pytest.raises(UnusableFileError, match=words):
        read_table(path)


def test_file_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(UnusableFileError, match="Không tìm thấy"):
        read_table(tmp_path / "none.csv")


@given(st.binary(max_size=400))
def test_any_bytes_below_a_header_become_rows_or_a_refusal(data):
    try:
        table = read_text(f"{HEADER}\n".encode() + data)
    except UnusableFileError:
        return

    assert [row for row in table.rows if not row.problem and len(row.cells) != 4] == []


@given(st.lists(st.text(alphabet='",;\n\r\tăd ', max_size=30), min_size=4, max_size=4))
def test_cells_that_were_written_as_csv_are_read_back(cells):
    out = io.StringIO()
    csv.writer(out).writerows([HEADER.split(","), ["Kẹo", *cells[1:]], CELLS])

    rows = read_text(out.getvalue().encode()).rows

    assert [[" ".join(cell.split()) for cell in row.cells] for row in rows] == [
        ["Kẹo", *(" ".join(cell.split()) for cell in cells[1:])],
        CELLS,
    ]
