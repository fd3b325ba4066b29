"""`manage.py import_products FILE`: shows an import and its report. The import itself is catalog/importing/."""

import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from catalog.errors import SampleDataRefusedError
from catalog.importing.report import Report, UnusableFileError, write_refused
from catalog.importing.run import import_file
from core import clock

_REFUSED_ROWS = 1
_UNUSABLE_FILE = 2
_BAR = 30


class Command(BaseCommand):
    help = (
        "Imports products from a CSV or XLSX file. Ends with 1 when rows were refused (the others are stored), "
        "with 2 when the file cannot be used."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--dry-run", action="store_true", help="report everything, store nothing")
        parser.add_argument("--demo", action="store_true", help="add sample prices and stocks, marked as such")
        parser.add_argument("--errors", type=Path, metavar="FILE", help="write the refused rows and why to this CSV")
        parser.add_argument("--sheet", default="", help="the sheet to read, when several hold a table")

    def handle(self, *args: Any, **options: Any) -> None:
        errors: Path | None = options["errors"]
        if errors:
            _check_errors_path(errors, options["file"])
        try:
            report, table = import_file(
                options["file"],
                today=clock.today(),
                dry_run=options["dry_run"],
                samples=options["demo"],
                sheet=options["sheet"],
                progress=_bar(),
            )
        except (UnusableFileError, SampleDataRefusedError) as error:
            raise CommandError(str(error), returncode=_UNUSABLE_FILE) from error
        self.say(report, is_dry_run=options["dry_run"])
        if errors and report.refused:
            write_refused(errors, header=table.header, refused=report.refused, separator=table.separator)
            self.stdout.write(_("Dòng bị từ chối: %(path)s") % {"path": errors})
        if report.refused:
            count = len(report.refused)
            raise CommandError(_("%(count)d dòng bị từ chối.") % {"count": count}, returncode=_REFUSED_ROWS)

    def say(self, report: Report, *, is_dry_run: bool) -> None:
        """Prints the report."""
        for line in report.lines(is_dry_run=is_dry_run):
            self.stdout.write(line)


def _check_errors_path(errors: Path, file: Path) -> None:
    """Says before the import, not after it, that the refused rows could not be written."""
    problem = ""
    if errors.suffix.lower() != ".csv":
        problem = _("--errors ghi tệp CSV: tên phải kết thúc bằng .csv.")
    elif errors.resolve() == file.resolve():
        problem = _("--errors không được ghi đè lên tệp nhập.")
    elif not errors.parent.is_dir() or errors.is_dir():
        problem = _("Không ghi được tệp %(path)s: thư mục không có.") % {"path": errors}
    if problem:
        raise CommandError(problem, returncode=_UNUSABLE_FILE)


def _bar() -> Any:
    """A progress bar on a terminal; nothing where the output is a file."""
    if not sys.stderr.isatty():
        return None
    shown = ""

    def draw(what: str, done: int, total: int) -> None:
        nonlocal shown
        filled = _BAR * done // total if total else _BAR
        line = f"\r{what} [{'█' * filled}{'░' * (_BAR - filled)}] {done}/{total}"
        is_new = line != shown and (done == total or f"{'█' * filled}" not in shown or done % 200 == 0)
        if is_new:
            sys.stderr.write(line + ("\r\033[K" if done == total else ""))
            sys.stderr.flush()
            shown = line

    return draw
