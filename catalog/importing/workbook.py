"""XLSX -> header and rows of plain cells, by calamine. Pure; what cells mean is not here.

The archive is copied with limits before the native library sees it: no more than so many bytes unpacked, no pictures,
and no rows or columns that a stray cell far away would add (calamine holds the whole rectangle in memory).
"""

import datetime as dt
import html
import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import python_calamine
from django.utils.translation import gettext as _

from catalog.importing import columns
from catalog.importing.reading import MOST_ROWS, RawRow, Table, check_cells, finish
from catalog.importing.report import UnusableFileError

_MOST_UNPACKED = 300_000_000
_MOST_PARTS = 2_000
_MOST_COLUMNS = 300
_LARGEST_GAP = 2_000  # rows; what stands further below than this is no part of the table
_HEADER_WITHIN = 30
_LEAST_KNOWN = 2
_STRAY_CELLS = 2
_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml$")
_ROW = re.compile(rb'<(?:\w+:)?row\b[^>]*?\sr="(\d+)"')
_CELL = re.compile(rb'<(?:\w+:)?c\b[^>]*?\sr="([A-Z]+)(\d+)"')
_SHEET_TAG = re.compile(r"<(?:\w+:)?sheet\s[^>]*>")
_RELATION_TAG = re.compile(r"<(?:\w+:)?Relationship\s[^>]*>")
_ATTRIBUTE = re.compile(r"""([\w:]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_FORMULA = re.compile(rb'<(?:\w+:)?c\b[^>]*?\sr="([A-Z]+)(\d+)"[^>]*>\s*<(?:\w+:)?f\b')


@dataclass(slots=True)
class _Sheet:
    """One sheet: cells as text, cells that are formulas, merged ranges (0-based, both ends inside)."""

    name: str
    rows: list[list[str]]
    merged: list[tuple[tuple[int, int], tuple[int, int]]] = field(default_factory=list)


def read_workbook(data: bytes, *, sheet: str = "") -> Table:
    """The rows of the one sheet whose header is known, or of the named one.

    Raises UnusableFileError where it is no workbook, is too large unpacked, or two sheets could be meant.
    """
    notes: list[str] = []
    try:
        clean, formulas = _copied(data, notes)
        with python_calamine.load_workbook(io.BytesIO(clean)) as book:
            return _table(book, formulas, sheet, notes)
    except (python_calamine.CalamineError, zipfile.BadZipFile, OSError, EOFError, NotImplementedError) as error:
        raise UnusableFileError(_("Tệp XLSX hỏng, không mở được (%(error)s).") % {"error": error}) from error


def _copied(data: bytes, notes: list[str]) -> tuple[bytes, dict[str, set[tuple[int, int]]]]:
    """The archive with only what holds cells, and the formula cells of each sheet by position."""
    formulas: dict[str, set[tuple[int, int]]] = {}
    directory: dict[str, str] = {}
    out = io.BytesIO()
    budget = _MOST_UNPACKED
    with zipfile.ZipFile(io.BytesIO(data)) as archive, zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as copy:
        names = archive.namelist()
        if "xl/workbook.xml" not in names or len(names) > _MOST_PARTS:
            raise UnusableFileError(_("Đây là tệp nén, không phải bảng XLSX."))
        for name in names:
            if not name.endswith((".xml", ".rels")) or name.startswith(("xl/media", "xl/drawings", "xl/charts")):
                continue
            with archive.open(name) as part:
                content = part.read(budget + 1)
            budget -= len(content)
            if budget < 0:
                raise UnusableFileError(_("Tệp XLSX giải nén ra quá lớn (trên %(most)d MB).") % {"most": 300})
            if _SHEET.match(name):
                content = _without_far_rows(content, notes)
                formulas[name.rpartition("/")[2]] = {_position(*found) for found in _FORMULA.findall(content)}
            elif name in ("xl/workbook.xml", "xl/_rels/workbook.xml.rels"):
                directory[name] = content.decode("utf-8", errors="replace")
            copy.writestr(name, content)
    return out.getvalue(), {sheet: formulas.get(part, set()) for sheet, part in _parts(directory)}


def _parts(directory: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Name of each sheet and the part of the archive that holds it, by the workbook's own directory."""
    targets = {}
    for tag in _RELATION_TAG.findall(directory.get("xl/_rels/workbook.xml.rels", "")):
        found = _attributes(tag)
        targets[found.get("Id", "")] = found.get("Target", "").rpartition("/")[2]
    for tag in _SHEET_TAG.findall(directory.get("xl/workbook.xml", "")):
        found = _attributes(tag)
        relation = next((value for name, value in found.items() if name.endswith(":id")), "")
        yield found.get("name", ""), targets.get(relation, "")


def _attributes(tag: str) -> dict[str, str]:
    return {name: html.unescape(double or single) for name, double, single in _ATTRIBUTE.findall(tag)}


def _without_far_rows(content: bytes, notes: list[str]) -> bytes:
    """The sheet without rows behind a gap of thousands of empty ones, and without cells in far columns."""
    last, cut = 0, None
    for match in _ROW.finditer(content):
        number = int(match[1])
        if number - last > _LARGEST_GAP:
            cut = match.start()
            notes.append(
                _("Bỏ qua ô lạc ở dòng %(line)d, cách bảng trên %(gap)d dòng.") % {"line": number, "gap": _LARGEST_GAP}
            )
            break
        last = number
    if cut is not None:
        end = re.search(rb"</(?:\w+:)?sheetData>", content[cut:])
        content = content[:cut] + (content[cut + end.start() :] if end else b"")
    far = [found for found in _CELL.findall(content) if _position(*found)[1] >= _MOST_COLUMNS]
    if far:
        raise UnusableFileError(
            _("Ô %(cell)s nằm quá xa bên phải (tối đa %(most)d cột): hãy xóa các cột thừa.")
            % {"cell": (far[0][0] + far[0][1]).decode(), "most": _MOST_COLUMNS}
        )
    return content


def _position(letters: bytes, digits: bytes) -> tuple[int, int]:
    """ "C5" -> (4, 2)."""
    column = 0
    for letter in letters:
        column = column * 26 + letter - 64
    return int(digits) - 1, column - 1


def _table(
    book: python_calamine.CalamineWorkbook, formulas: dict[str, set[tuple[int, int]]], wanted: str, notes: list[str]
) -> Table:
    if wanted and wanted not in book.sheet_names:
        names = ", ".join(book.sheet_names)
        raise UnusableFileError(_("Không có trang tính “%(name)s”; có: %(names)s.") % {"name": wanted, "names": names})
    found: list[tuple[_Sheet, int]] = []
    for meta in book.sheets_metadata:
        is_hidden = meta.visible != python_calamine.SheetVisibleEnum.Visible
        if (wanted and meta.name != wanted) or (is_hidden and not wanted):
            continue
        sheet = _sheet(book, meta.name)
        if (at := _header_at(sheet.rows)) is not None:
            found.append((sheet, at))
    if not found:
        raise UnusableFileError(
            _("Không thấy dòng tiêu đề: cần các cột %(columns)s.") % {"columns": ", ".join(columns.TITLES.values())}
        )
    if len(found) > 1:
        names = ", ".join(sheet.name for sheet, _at in found)
        raise UnusableFileError(_("Nhiều trang tính có bảng (%(names)s): hãy chọn bằng --sheet.") % {"names": names})
    sheet, at = found[0]
    return _rows_below(sheet, at, formulas.get(sheet.name, set()), notes)


def _sheet(book: python_calamine.CalamineWorkbook, name: str) -> _Sheet:
    try:
        sheet = book.get_sheet_by_name(name)
    except python_calamine.CalamineError:
        return _Sheet(name, [])  # a chart or macro sheet
    rows = [[_text(cell) for cell in row] for row in sheet.to_python(skip_empty_area=False)]
    return _Sheet(name, rows, list(sheet.merged_cell_ranges or []))


def _text(cell: Any) -> str:
    """A cell as a person would type it: 45000.0 -> "45000", a date -> "2021-08-05"."""
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < 1e15 else repr(cell)
    if isinstance(cell, dt.datetime):
        return cell.date().isoformat() if cell.time() == dt.time() else cell.isoformat(sep=" ")
    return str(cell) if cell is not None else ""


def _header_at(rows: Sequence[Sequence[str]]) -> int | None:
    counts = [columns.known_in(row) for row in rows[:_HEADER_WITHIN]]
    best = max(counts, default=0)
    return counts.index(best) if best >= _LEAST_KNOWN else None


def _rows_below(sheet: _Sheet, header_at: int, formulas: set[tuple[int, int]], notes: list[str]) -> Table:
    header = [" ".join(cell.split()) for cell in sheet.rows[header_at]]
    while header and not header[-1]:
        header.pop()
    fields = {at for at, cell in enumerate(header) if columns.field_of(cell)}
    _fill_merged(sheet, fields)
    table = Table(header, [], notes)
    is_after_gap = False
    for at, cells in enumerate(sheet.rows[header_at + 1 :], start=header_at + 1):
        inside = list(cells[: len(header)]) + [""] * (len(header) - len(cells))
        filled = [cell for cell in inside if cell.strip()]
        if not filled:
            is_after_gap = True
            continue
        if is_after_gap and len(filled) <= _STRAY_CELLS and not _is_named(inside, header):
            notes.append(_("Bỏ qua ô lạc ở dòng %(line)d: “%(value)s”.") % {"line": at + 1, "value": filled[0][:60]})
            continue
        is_after_gap = False
        row = RawRow(len(table.rows), at + 1, inside)
        check_cells(row)
        for column in sorted(fields):
            if (at, column) in formulas and not row.problem:
                row.problem, row.problem_at = _("ô là công thức: hãy thay bằng giá trị"), column
        table.rows.append(row)
        if len(table.rows) > MOST_ROWS:
            raise UnusableFileError(_("Tệp có trên %(most)d dòng: hãy chia nhỏ.") % {"most": MOST_ROWS})
    return finish(table)


def _is_named(cells: Sequence[str], header: Sequence[str]) -> bool:
    return any(cell.strip() and columns.field_of(title) == "name" for cell, title in zip(cells, header, strict=True))


def _fill_merged(sheet: _Sheet, fields: set[int]) -> None:
    """A cell merged over several rows of one column says its value for each of them."""
    for (top, left), (bottom, right) in sheet.merged:
        if left != right or left not in fields or top >= len(sheet.rows):
            continue
        value = sheet.rows[top][left] if left < len(sheet.rows[top]) else ""
        for at in range(top + 1, min(bottom, len(sheet.rows) - 1) + 1):
            if left < len(sheet.rows[at]):
                sheet.rows[at][left] = value
