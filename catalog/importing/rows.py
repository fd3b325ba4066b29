"""Cells of one row -> facts of one product, or the reasons why not. Pure."""

import datetime as dt
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from django.utils.translation import gettext as _

from catalog import group_table
from catalog.importing import decisions, values
from catalog.importing.columns import Columns
from catalog.importing.facts import ProductFacts, Question
from catalog.importing.origins import origin_of
from catalog.importing.report import Problem
from core.vietnamese import fold, nfc, words

GroupOf = Callable[[str, str], str | None]
T = TypeVar("T")

_LONGEST = {"name": 250, "maker": 250, "place": 250, "province": 60, "decision": 250, "issuer": 160, "unit": 120}
_LONGEST_TEXT = 5000
_NO_NAME = re.compile(
    r"\((?:nguồn )?không (?:nêu|ghi|có|rõ) tên(?: sản phẩm)?\)|\(nguồn không .*tên.*\)", re.IGNORECASE
)
_GROUP_NAME = re.compile(r"\s*\(tên nhóm[^)]*\)\s*", re.IGNORECASE)
# UTF-8 that was read as Windows-1252 and stored again, and letters that were replaced by "?".
_BROKEN_LETTERS = re.compile(r"á[»º¼½]|Ã[\u00a0-\u00bf\u0192\u2018-\u203a]|Æ[°¡]|Ä[\u2018\u0090\u0192ƒ]|�")
_LOST_LETTERS = re.compile(r"[^\W\d_]\?[^\W\d_]")
# "HKD Hồ Thị Thùy Trâm (congthuong.vn viết: Hồ Thị Thùy Trang)": two papers spell one maker in two ways.
_SPELT_OTHERWISE = re.compile(r"\s*\((?:[^()]*\s)?viết(?: là)?:\s*[^()]+\)$", re.IGNORECASE)
# A cell that an earlier import protected against being run as a formula.
_PROTECTED = re.compile(r"^'(?=[=+\-@])")


@dataclass(slots=True)
class _Reader:
    """One row while it is read: cells by field, problems and questions so far."""

    row: int
    line: int
    cells: Sequence[str]
    columns: Columns
    header: Sequence[str]
    today: dt.date
    problems: list[Problem] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)

    def text(self, name: str) -> str:
        """The cell of a field in one spelling: NFC, single spaces; "" where there is none."""
        at = self.columns.places.get(name)
        raw = self.cells[at] if at is not None and at < len(self.cells) else ""
        if not raw:
            return ""
        return " ".join(_PROTECTED.sub("", nfc(raw)).split())

    def checked(self, name: str) -> str:
        """The same, refused where letters are broken or it is too long."""
        text = self.text(name)
        longest = _LONGEST.get(name, _LONGEST_TEXT)
        if _BROKEN_LETTERS.search(text) or (name in ("name", "maker") and _LOST_LETTERS.search(text)):
            self.refuse(name, _("chữ bị hỏng do sai bảng mã; hãy lưu lại tệp bằng UTF-8"))
        elif len(text) > longest:
            reason = _("dài %(length)d ký tự, tối đa %(longest)d") % {"length": len(text), "longest": longest}
            self.refuse(name, reason)
        return text

    def refuse(self, name: str, reason: str) -> None:
        """Notes why the row cannot be taken."""
        title = self.columns.title(name, self.header)
        self.problems.append(Problem(self.row, self.line, title, self.text(name), reason))

    def ask(self, name: str, reason: str, *, value: str = "", **kind: bool) -> None:
        """Notes what a person has to answer; the value stays empty."""
        title = self.columns.title(name, self.header)
        self.questions.append(Question(title, value or self.text(name), reason, **kind))

    def value(self, name: str, read: Callable[[str], T]) -> T | None:
        """The cell read as a value; None where it is wrong, unclear or empty."""
        try:
            return read(self.text(name))
        except values.WrongError as problem:
            self.refuse(name, str(problem))
        except values.UnclearError as question:
            self.ask(name, str(question))
        return None


def read_row(
    *,
    row: int,
    line: int,
    cells: Sequence[str],
    columns: Columns,
    header: Sequence[str],
    today: dt.date,
    group_of: GroupOf,
) -> ProductFacts | list[Problem]:
    """The facts of one row, or every reason why it cannot be taken."""
    reader = _Reader(row, line, cells, columns, header, today)
    name, maker = reader.checked("name"), reader.checked("maker")
    if not name:
        reader.refuse("name", _("thiếu tên sản phẩm"))
    facts: dict[str, Any] = _name(name)
    if _SPELT_OTHERWISE.search(maker):
        reason = _("hai nguồn viết tên chủ thể khác nhau: tên nào đúng?")
        reader.ask("maker", reason, is_shared=True, is_about_maker=True)
        maker = _SPELT_OTHERWISE.sub("", maker)
    facts["maker"] = "" if values.is_nothing(maker) else maker
    facts["legal_form"] = reader.value("legal_form", lambda text: values.legal_form(text, maker=maker)) or ""
    facts |= _place(reader) | _certificate(reader) | _price(reader)
    if name and not facts["maker"] and not facts["place_printed"] and not facts["province_printed"]:
        reader.refuse("name", _("không có chủ thể lẫn tỉnh: có phải dòng tổng cộng hay tiêu đề nhóm?"))
    facts["source"] = reader.checked("source")
    facts["category"] = _category(reader, facts["name"], group_of)
    if reader.problems:
        return reader.problems
    return ProductFacts(row=row, line=line, questions=tuple(reader.questions), **facts)


def _name(printed: str) -> dict[str, Any]:
    if _NO_NAME.fullmatch(printed):
        return {"name": "", "printed_name": printed}
    name = _GROUP_NAME.sub(" ", printed).strip()
    return {"name": name, "printed_name": printed, "is_group_listing": name != printed}


def _place(reader: _Reader) -> dict[str, Any]:
    address = reader.checked("address")
    parts = [reader.checked("place")] if reader.text("place") else []
    parts += [text for text in (reader.checked("commune"), reader.checked("district")) if text]
    place = ", ".join(parts) if parts else address
    province = reader.checked("province")
    header = fold(reader.columns.title("province", reader.header))
    is_old_name = bool({"cu", "old"} & set(words(header.replace("_", " "))))
    if not province and address:
        origin = origin_of(address, "", is_old_name=False)
        if origin is None or origin.province is None:
            reader.refuse("address", _("không rõ tỉnh nào"))
        place = address
    else:
        origin = origin_of(place, province, is_old_name=is_old_name)
        if origin is None:
            reader.refuse("province", _("không có tỉnh, thành phố này, tên cũ hay tên mới"))
    printed = {"place_printed": place, "province_printed": province}
    if origin is None:
        return printed
    return printed | {
        "province": origin.province,
        "old_province": origin.old_province,
        "commune": origin.commune,
    }


def _certificate(reader: _Reader) -> dict[str, Any]:
    stars = reader.value("stars", values.stars)
    decision = decisions.read(reader.checked("decision"))
    if decision.question:
        reader.ask("decision", decision.question, is_shared=True)
    if stars and fold(decision.remark).startswith("tiem nang"):
        reader.ask("decision", _("quyết định ghi tiềm năng 5 sao: sản phẩm đang mấy sao?"))
        stars = None
    day, year = _when(reader, decision)
    return {
        "stars": stars,
        "decision_no": decision.number[:60],
        "decision_printed": decision.printed,
        "issuer": reader.checked("issuer") or decision.issuer,
        "issued_on": day,
        "issued_year": year,
    }


def _when(reader: _Reader, decision: decisions.Decision) -> tuple[dt.date | None, int | None]:
    """The day and year of issue. Two days that differ leave none; a full day stands against a year, which is asked."""
    year_cell, day_in_year = _year_cell(reader)
    days = {day for day in (reader.value("issued_on", values.day), decision.issued_on, day_in_year) if day}
    years = {year for year in (year_cell, decision.year) if year}
    column = "decision" if decision.issued_on or decision.year else "issued_on"
    told = f"{decision.printed or reader.text('issued_on')} · {reader.text('year')}"
    if len(days) > 1:
        reader.ask(column, _("hai ngày cấp khác nhau: ngày nào đúng?"), value=told, is_shared=True)
        return None, next(iter({day.year for day in days})) if len({day.year for day in days}) == 1 else None
    day = next(iter(days), None)
    if day and years - {day.year}:
        reason = _("năm cấp không khớp ngày của quyết định: giữ ngày, năm nào đúng?")
        reader.ask("year" if year_cell else column, reason, value=told, is_shared=True)
    elif not day and len(years) > 1:
        reader.ask("year", _("hai năm cấp khác nhau: năm nào đúng?"), value=told, is_shared=True)
        return None, None
    year = day.year if day else next(iter(years), None)
    if (day and day > reader.today) or (year and year > reader.today.year):
        reader.ask("year" if not day else column, _("ngày cấp còn ở tương lai: ngày nào đúng?"), value=told)
        return None, None
    return day, year


def _year_cell(reader: _Reader) -> tuple[int | None, dt.date | None]:
    """A year column may hold a full date; then it is one."""
    text = reader.text("year")
    try:
        day = values.day(text)
    except ValueError:
        return reader.value("year", values.year), None
    return None, day


def _price(reader: _Reader) -> dict[str, Any]:
    price = reader.value("price", values.price)
    unit = reader.checked("unit")
    if price is None:
        return {}
    pack = values.pack(unit or price.per)
    if price.per and unit and values.pack(price.per) != pack:
        reader.ask("price", _("đơn vị trong ô giá khác ô đơn vị: giá của bao nhiêu?"))
        return {}
    return {
        "price_amount": price.amount,
        "pack_name": pack.name,
        "net_quantity": pack.net_quantity,
        "net_unit": pack.net_unit,
    }


def _category(reader: _Reader, name: str, group_of: GroupOf) -> str | None:
    """The group that the name tells, inside the sector that the file names; else what the file names."""
    text = reader.text("sector")
    named = group_table.code_of(text) if text else None
    if text and named is None and not values.is_nothing(text):
        reader.ask("sector", _("không có ngành hay nhóm sản phẩm này"))
    if named and group_table.sector_of(named) != named:
        return named
    return (group_of(name, named or "") if name else None) or named
