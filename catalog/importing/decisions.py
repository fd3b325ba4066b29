"""The text of a recognition decision -> number, day, issuer. Pure; a day without its year is never completed."""

import datetime as dt
import re
from dataclasses import dataclass

from catalog.importing import values
from core.vietnamese import fold

_NUMBER = re.compile(r"\d+(?:/\d{4})?\s*/\s*Q\.?Đ[-–][\wĐ&–-]+", re.IGNORECASE)
_DAY = re.compile(
    r"ngày\s+(\d{1,2}\s*[/.\-]\s*\d{1,2}\s*[/.\-]\s*\d{4}|\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4})", re.IGNORECASE
)
_BARE_DAY = re.compile(r"(?<![\d/])(\d{1,2}/\d{1,2}/\d{4})(?![\d/])")
_BRACKETS = re.compile(r"\(([^()]*)\)")
_YEAR = re.compile(r"(?:năm\s+|đợt\s+\d+\s*/\s*)?(\d{4})", re.IGNORECASE)
_ISSUER = re.compile(r"(?:UBND|Ủy ban nhân dân|Uỷ ban nhân dân|Bộ|Chủ tịch UBND|Sở|Văn phòng)\b", re.IGNORECASE)
_ISSUER_BEFORE_DAY = re.compile(r"^(?:QĐ|Quyết định)(?:\s+của)?\s+(UBND\s.+?)\s+ngày\s", re.IGNORECASE)
# Only ministries sign with these letters, so the number itself names the issuer.
_ISSUER_BY_LETTERS = {
    "bnnmt": "Bộ Nông nghiệp và Môi trường",
    "bnn": "Bộ Nông nghiệp và Phát triển nông thôn",
}


@dataclass(frozen=True, slots=True)
class Decision:
    """What the text of a decision says. `question` is set where a part can be read in several ways."""

    printed: str = ""
    number: str = ""
    issued_on: dt.date | None = None
    year: int | None = None
    issuer: str = ""
    remark: str = ""
    question: str = ""


def read(text: str) -> Decision:
    """The parts of "2942/QĐ-UBND ngày 5/8/2021 (UBND tỉnh Thanh Hóa)" and shorter forms; what is missing is empty."""
    if values.is_nothing(text):
        return Decision()
    number = _NUMBER.search(text)
    number_text = re.sub(r"\s+", "", number[0]).rstrip(".-–") if number else ""
    issued_on, question = _day(text)
    year, issuer, remarks = None, "", []
    for part in (part.strip() for found in _BRACKETS.findall(text) for part in found.split(",")):
        if match := _YEAR.fullmatch(part):
            year = int(match[1])
        elif not issuer and _ISSUER.match(part):
            issuer = part
        elif part:
            remarks.append(part)
    if not issuer:
        issuer = _issuer_elsewhere(text, number_text)
    return Decision(text, number_text, issued_on, year, issuer, ", ".join(remarks), question)


def _day(text: str) -> tuple[dt.date | None, str]:
    match = _DAY.search(text) or _BARE_DAY.search(text)
    if match is None:
        return None, ""
    try:
        return values.day(match[1]), ""
    except (values.UnclearError, values.WrongError) as problem:
        return None, str(problem)


def _issuer_elsewhere(text: str, number: str) -> str:
    if match := _ISSUER_BEFORE_DAY.match(text):
        return match[1]
    letters = fold(number.partition("-")[2]).partition("-")[0]
    return _ISSUER_BY_LETTERS.get(letters, "")
