"""A file -> its header and rows of plain cells, whatever an office made it with. Pure; what cells mean is not here."""

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from django.utils.translation import gettext as _

from catalog.importing import columns, text
from catalog.importing.report import UnusableFileError

LARGEST_FILE = 100_000_000
MOST_ROWS = 300_000
LONGEST_CELL = 32_767  # what a cell of Excel holds
_SEPARATORS = (",", ";", "\t", "|")
_HEADER_WITHIN = 30  # titles and notes may stand above the header
_LEAST_KNOWN = 2
_LONGEST_ROW_LINES = 40
_FOREIGN_STARTS = (
    (b"%PDF", "PDF"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"{\\rtf", "RTF"),
    (b"<!doctype", "HTML"),
    (b"<html", "HTML"),
    (b"<?xml", "XML"),
    (b"\x1f\x8b", "GZIP"),
    (b"Rar!", "RAR"),
    (b"7z\xbc\xaf", "7-Zip"),
    (b"SQLite", "SQLite"),
)


@dataclass(slots=True)
class RawRow:
    """One data row: 0-based number, line of the file, cells as they stand; `problem` when it cannot be used."""

    row: int
    line: int
    cells: list[str]
    problem: str = ""
    problem_at: int | None = None


@dataclass(slots=True)
class Table:
    """A file as header and rows. `separator` is the CSV's own, so that refused rows go back in the same form."""

    header: list[str]
    rows: list[RawRow]
    notes: list[str] = field(default_factory=list)
    separator: str = ","


def read_table(path: Path, *, sheet: str = "") -> Table:
    """The rows of a CSV or XLSX file, told apart by content, not by name.

    Raises UnusableFileError when nothing of it can be used.
    """
    if not path.is_file():
        raise UnusableFileError(_("Không tìm thấy tệp %(path)s.") % {"path": path})
    size = path.stat().st_size
    if size > LARGEST_FILE:
        raise UnusableFileError(
            _("Tệp lớn %(size)d MB; tối đa %(most)d MB.")
            % {"size": size // 1_000_000, "most": LARGEST_FILE // 1_000_000}
        )
    try:
        data = path.read_bytes()
    except OSError as error:
        raise UnusableFileError(_("Không đọc được tệp %(path)s.") % {"path": path}) from error
    if not data.strip(b"\x00\r\n\t ,;\xef\xbb\xbf\xff\xfe"):
        raise UnusableFileError(_("Tệp rỗng."))
    if data.startswith(b"PK\x03\x04"):
        from catalog.importing.workbook import read_workbook  # native library, only where needed

        return read_workbook(data, sheet=sheet)
    _refuse_foreign(data)
    return read_text(data)


def _refuse_foreign(data: bytes) -> None:
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise UnusableFileError(
            _("Tệp Excel kiểu cũ (.xls) hoặc có mật khẩu: hãy lưu thành .xlsx hoặc .csv không mật khẩu.")
        )
    start = data[:64].lstrip().lower()
    for sign, name in _FOREIGN_STARTS:
        if start.startswith(sign.lower()):
            raise UnusableFileError(_("Đây là tệp %(kind)s, không phải bảng CSV hay XLSX.") % {"kind": name})


def read_text(data: bytes) -> Table:
    """The rows of a text file with one of , ; tab | between its cells."""
    decoded = text.decode(data)
    lines = decoded.lines
    separator, at = _find_header(lines)
    header = [cell.strip() for cell in _one_line(lines[at], separator)]
    table = Table(header, [], separator=separator)
    if decoded.encoding != "utf-8":
        table.notes.append(_("Bảng mã của tệp: %(encoding)s.") % {"encoding": decoded.encoding})
    for start, end, cells, problem in _records(lines, at + 1, separator):
        if not any(cell.strip() for cell in cells):
            continue
        row = RawRow(len(table.rows), start + 1, cells, problem)
        if not problem and any(line in decoded.broken for line in range(start, end)):
            _mark_broken_letters(row)
        table.rows.append(row)
        if len(table.rows) > MOST_ROWS:
            raise UnusableFileError(_("Tệp có trên %(most)d dòng: hãy chia nhỏ.") % {"most": MOST_ROWS})
    _check_shapes(table, ends_in_a_line=not lines[-1])
    return finish(table)


def finish(table: Table) -> Table:
    """Last checks that both kinds of files share. Raises UnusableFileError for a table without rows."""
    if not table.rows:
        raise UnusableFileError(_("Tệp chỉ có dòng tiêu đề, không có dòng dữ liệu nào."))
    return table


def _find_header(lines: Sequence[str]) -> tuple[str, int]:
    """The separator and line under which most columns are known."""
    best, best_count = (",", 0), 0
    for separator in _SEPARATORS:
        for at, line in enumerate(lines[:_HEADER_WITHIN]):
            if len(line) <= LONGEST_CELL and (count := columns.known_in(_one_line(line, separator))) > best_count:
                best, best_count = (separator, at), count
    if best_count < _LEAST_KNOWN:
        raise UnusableFileError(
            _("Không thấy dòng tiêu đề: cần các cột %(columns)s.") % {"columns": ", ".join(columns.TITLES.values())}
        )
    return best


def _one_line(line: str, separator: str) -> list[str]:
    if '"' not in line:
        return line.split(separator)
    try:
        return next(csv.reader([line], delimiter=separator), [])
    except csv.Error:
        return line.split(separator)


def _records(lines: Sequence[str], start: int, separator: str) -> Iterator[tuple[int, int, list[str], str]]:
    """First line, line behind the last, cells and problem of each record.

    A quoted cell may span lines. Where the quotes never close, the line is refused alone and reading goes on with the
    next, so that one stray quote does not swallow the rest of the file.
    """
    at = start
    while at < len(lines):
        line = lines[at]
        if '"' not in line:
            yield at, at + 1, line.split(separator), ""
            at += 1
            continue
        end = _closing_line(lines, at)
        cells = _strict(lines[at:end], separator) if end else None
        if cells is None:
            yield at, at + 1, line.split(separator), _("dấu ngoặc kép không khớp: dòng có thể bị ngắt làm đôi")
            at += 1
        else:
            yield at, end, cells, ""
            at = end


def _closing_line(lines: Sequence[str], at: int) -> int:
    """The line behind the first at which the number of quotes is even; 0 where it is not within reach."""
    quotes = 0
    for end in range(at, min(at + _LONGEST_ROW_LINES, len(lines))):
        quotes += lines[end].count('"')
        if quotes % 2 == 0:
            return end + 1
    return 0


def _strict(lines: Sequence[str], separator: str) -> list[str] | None:
    try:
        records = list(csv.reader([f"{line}\n" for line in lines], delimiter=separator, strict=True))
    except csv.Error:
        return None
    return records[0] if len(records) == 1 else None


def _mark_broken_letters(row: RawRow) -> None:
    row.problem = _("có byte không thuộc bảng mã của tệp (sai bảng mã)")
    row.problem_at = next((at for at, cell in enumerate(row.cells) if "\ufffd" in cell), None)


def _check_shapes(table: Table, *, ends_in_a_line: bool) -> None:
    """Refuses rows of too few or too many cells, then checks the cells of the others.

    Excel leaves out empty cells at the end of a line; such a row is filled up, unless it may be half of a line that
    was cut in two (its neighbour holds the rest) or the place where the file breaks off.
    """
    wanted = len(table.header)
    needed = _needed(table.header)
    counts = [_trimmed(row, wanted) for row in table.rows]
    for at, row in enumerate(table.rows):
        if row.problem:
            continue
        count = counts[at]
        neighbours = counts[max(0, at - 1) : at] + counts[at + 1 : at + 2]
        is_half = any(count + other in (wanted, wanted + 1) for other in neighbours if other < wanted)
        breaks_off = at == len(counts) - 1 and not ends_in_a_line
        if needed <= count < wanted and not is_half and not breaks_off:
            row.cells += [""] * (wanted - count)
        elif count != wanted:
            row.problem = _("có %(count)d ô, cần %(wanted)d: dòng bị ngắt làm đôi hoặc thừa dấu ngăn cột") % {
                "count": count,
                "wanted": wanted,
            }
            continue
        check_cells(row)


def _needed(header: Sequence[str]) -> int:
    """How many cells a row must have at the least to hold every required column."""
    places = columns.find(header).places
    return max((places[name] for name in columns.REQUIRED if name in places), default=-1) + 1


def _trimmed(row: RawRow, wanted: int) -> int:
    """The number of cells once empty ones beyond the header are taken off."""
    while len(row.cells) > wanted and not row.cells[-1].strip():
        row.cells.pop()
    return len(row.cells)


def check_cells(row: RawRow) -> None:
    """Refuses a row with a NUL sign or an over-long cell, and names the cell."""
    for at, cell in enumerate(row.cells):
        if "\x00" in cell:
            row.problem, row.problem_at = _("có ký tự NUL"), at
        elif len(cell) > LONGEST_CELL:
            row.problem, row.problem_at = _("ô dài %(length)d ký tự") % {"length": len(cell)}, at
