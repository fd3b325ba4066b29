"""One import from file to report: read, understand, write. The command shows it, the bench times it."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

from django.db import transaction
from django.utils.translation import gettext as _

from catalog import demo, grouping
from catalog.importing import columns, rows, writing
from catalog.importing.facts import ProductFacts
from catalog.importing.reading import RawRow, Table, read_table
from catalog.importing.report import Problem, Refused, Report, UnusableFileError
from catalog.services import categories

Progress = Callable[[str, int, int], None]


def import_file(
    path: Path,
    *,
    today: dt.date,
    dry_run: bool = False,
    samples: bool = False,
    sheet: str = "",
    progress: Progress | None = None,
) -> tuple[Report, Table]:
    """Imports a CSV or XLSX file; what is wrong is in the report, good rows are stored.

    `samples` adds sample prices and stocks to goods without a price. A trial does all of it and keeps nothing.
    Raises UnusableFileError when nothing of the file can be used, SampleDataRefusedError in production.
    """
    if samples:
        demo.check_allowed()
    table = read_table(path, sheet=sheet)
    facts, report = understand(table, today=today, progress=progress)
    with transaction.atomic():
        _write(facts, path.name, report, table, progress)
        if samples:
            report.samples = demo.add_samples()
        if dry_run:
            transaction.set_rollback(True)
    return report, table


def understand(table: Table, *, today: dt.date, progress: Progress | None = None) -> tuple[list[ProductFacts], Report]:
    """The facts of every good row, and a report that holds the refused ones. Raises UnusableFileError."""
    found = columns.find(table.header)
    if found.missing:
        raise UnusableFileError(_("Tệp thiếu cột: %(columns)s.") % {"columns": "; ".join(found.missing)})
    if found.doubled:
        raise UnusableFileError(_("Hai cột cùng một nghĩa: %(columns)s.") % {"columns": "; ".join(found.doubled)})
    report = Report(rows=len(table.rows), notes=list(table.notes))
    if found.unused:
        report.notes.append(_("Không dùng cột: %(columns)s.") % {"columns": "; ".join(found.unused)})
    facts = []
    for done, raw in enumerate(table.rows, start=1):
        read = _broken(raw, table) or rows.read_row(
            row=raw.row,
            line=raw.line,
            cells=raw.cells,
            columns=found,
            header=table.header,
            today=today,
            group_of=_group_of,
        )
        if isinstance(read, list):
            report.refused.append(Refused(raw.cells, read))
        else:
            facts.append(read)
            report.questions += [Problem(read.row, read.line, q.column, q.value, q.reason) for q in read.questions]
        if progress:
            progress(_("Đọc"), done, len(table.rows))
    return facts, report


def _broken(raw: RawRow, table: Table) -> list[Problem]:
    if not raw.problem:
        return []
    at = raw.problem_at
    column = table.header[at] if at is not None and at < len(table.header) else ""
    value = raw.cells[at] if at is not None else table.separator.join(raw.cells)
    return [Problem(raw.row, raw.line, column, value.replace("\x00", "�"), raw.problem)]


def _group_of(name: str, sector: str) -> str | None:
    return grouping.group_of(name, sector_code=sector or None).leaf_code or sector or None


def _write(
    facts: list[ProductFacts], source_file: str, report: Report, table: Table, progress: Progress | None
) -> None:
    categories.load_categories()
    done = 0

    def step(count: int) -> None:
        nonlocal done
        done += count
        if progress:
            progress(_("Ghi"), done, len(facts))

    written = writing.write_rows(facts, source_file=source_file, progress=step)
    raw_rows = {raw.row: raw for raw in table.rows}
    for row, words in written.failed:
        problem = Problem(row.row, row.line, "", row.name, _("cơ sở dữ liệu từ chối: %(words)s") % {"words": words})
        report.refused.append(Refused(raw_rows[row.row].cells, [problem]))
    report.refused.sort(key=lambda refused: refused.problems[0].row)
    report.created, report.changed, report.unchanged = written.created, written.changed, written.unchanged
    report.nameless, report.makers_created = written.nameless, written.makers_created
    report.new_questions = written.new_questions
