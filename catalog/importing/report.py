"""What an import says about a file: rows refused, questions, counts; and the refused rows as a file to mend. Pure."""

import csv
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from django.utils.translation import gettext as _

_SHOWN_VALUE = 60
_MOST_SHOWN = 200
# A spreadsheet program would run a cell that begins with one of these.
_STARTS_FORMULA = ("=", "+", "-", "@", "\t", "\r")


class UnusableFileError(Exception):
    """The whole file cannot be read; its text says why and what to do."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a row was refused, or what is asked about it. `column` is the header text, "" for the row as a whole."""

    row: int
    line: int
    column: str
    value: str
    reason: str

    def __str__(self) -> str:
        where = _("dòng %(line)d") % {"line": self.line}
        if self.column:
            where += ", " + _("cột “%(column)s”") % {"column": self.column}
        shown = self.value if len(self.value) <= _SHOWN_VALUE else f"{self.value[:_SHOWN_VALUE]}…"
        return f"{where}: {'“' + shown + '”: ' if shown else ''}{self.reason}"


@dataclass(slots=True)
class Refused:
    """A row that was not taken, with its cells as they stood."""

    cells: Sequence[str]
    problems: list[Problem]


@dataclass(slots=True)
class Report:
    """Everything that is told at the end. Counts are rows unless their name says otherwise."""

    rows: int = 0
    created: int = 0
    changed: int = 0
    unchanged: int = 0
    nameless: int = 0
    makers_created: int = 0
    samples: int = 0
    new_questions: int = 0
    refused: list[Refused] = field(default_factory=list)
    questions: list[Problem] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def lines(self, *, is_dry_run: bool = False) -> Iterable[str]:
        """The report as people read it, the sum last."""
        yield from self.notes
        for refused in self.refused[:_MOST_SHOWN]:
            for problem in refused.problems:
                yield _("Từ chối %(problem)s") % {"problem": problem}
        if len(self.refused) > _MOST_SHOWN:
            yield _("… và %(count)d dòng bị từ chối nữa: xem tất cả bằng --errors.") % {
                "count": len(self.refused) - _MOST_SHOWN
            }
        for question, times in self._questions_once():
            more = _(" (và %(count)d dòng khác)") % {"count": times - 1} if times > 1 else ""
            yield _("Cần hỏi %(problem)s") % {"problem": question} + more
        counts = _(
            "%(rows)d dòng: %(created)d sản phẩm mới, %(changed)d thay đổi, %(unchanged)d giữ nguyên, "
            "%(nameless)d không nêu tên sản phẩm, %(refused)d bị từ chối; %(makers)d chủ thể mới, "
            "%(questions)d câu hỏi mới cho người xem lại."
        ) % {
            "rows": self.rows,
            "created": self.created,
            "changed": self.changed,
            "unchanged": self.unchanged,
            "nameless": self.nameless,
            "refused": len(self.refused),
            "makers": self.makers_created,
            "questions": self.new_questions,
        }
        yield counts
        if self.samples:
            yield _("%(samples)d sản phẩm được thêm giá và tồn kho mẫu.") % {"samples": self.samples}
        if is_dry_run:
            yield _("Chạy thử: không ghi gì vào cơ sở dữ liệu.")

    def _questions_once(self) -> Iterable[tuple[Problem, int]]:
        """Each question with the number of rows that ask it: nineteen rows may name one decision."""
        same: dict[tuple[str, str, str], list[Problem]] = {}
        for question in self.questions:
            same.setdefault((question.column, question.value, question.reason), []).append(question)
        return ((asking[0], len(asking)) for asking in same.values())


def write_refused(path: Path, *, header: Sequence[str], refused: Iterable[Refused], separator: str = ",") -> None:
    """Writes the refused rows as CSV (UTF-8 with BOM, so that Excel shows Vietnamese) with the reason at the end.

    Every cell is kept as it stood, but one that a spreadsheet program would run gets an apostrophe before it.
    """
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, delimiter=separator)
        writer.writerow([*(_safe(cell) for cell in header), _("Lý do từ chối")])
        for row in refused:
            cells = [*row.cells, *[""] * (len(header) - len(row.cells))]
            reasons = "; ".join(str(problem) for problem in row.problems)
            # A row with too many cells keeps them: the reason then stands one further to the right.
            writer.writerow([*(_safe(cell) for cell in cells), reasons])


def _safe(cell: str) -> str:
    text = cell.replace("\x00", "�")
    return f"'{text}" if text.startswith(_STARTS_FORMULA) else text
