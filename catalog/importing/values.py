"""Cells as people write them -> values: stars, prices, years, days, packs, legal forms. Pure.

What can be read one way only is read. What can be read in several ways is unclear and asked; what cannot be right is
wrong. Texts of decisions are in decisions.py.
"""

import datetime as dt
import re
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _

from core.vietnamese import fold, normalise, words

# OCOP began in Quảng Ninh in 2013; the national programme in 2018 (490/QĐ-TTg).
FIRST_YEAR = 2013
_SERIAL_DAYS = range(41275, 55153)  # 1/1/2013 to 2050 as Excel counts days
_EXCEL_ZERO = dt.date(1899, 12, 30)
# Below a thousand đồng nothing is sold by the pack: such a figure lost its zeros ("45" for 45.000).
_LEAST_PRICE = 1000
_MOST_PRICE = 1_000_000_000
_NOTHING = {
    "khong", "khong co", "khong ro", "chua co", "chua ro", "na", "n a", "null", "none", "chua cap nhat",
    "lien he", "gia lien he", "thoa thuan", "chua xep hang", "chua phan hang",
}  # fmt: skip

_LONGEST_NOTHING = 30


class WrongError(ValueError):
    """The cell cannot be right; its text says why."""


class UnclearError(ValueError):
    """The cell can be read in more than one way; its text says what has to be answered."""


def is_nothing(text: str) -> bool:
    """Whether a cell says that there is no value: empty, a dash, "không có", "liên hệ"."""
    if not text.strip(" .-–—_…/\\"):
        return True
    if len(text) > _LONGEST_NOTHING:
        return False
    return " ".join(words(fold(text))) in _NOTHING


_STAR_WORDS = {"mot": 1, "hai": 2, "ba": 3, "bon": 4, "tu": 4, "nam": 5}
_STAR_SIGNS = re.compile(r"[*★⭐✩☆✭✮\ufe0f\s]+")
_STAR_TEXT = re.compile(
    r"(?:(?:dat|hang|xep hang|phan hang|san pham|ocop|cap)\s+)*(\d{1,3}|mot|hai|ba|bon|tu|nam)(?:[.,]0+)?\s*"
    r"(?:sao|stars?|\*|★|⭐)?(?:\s+ocop)?"
)
_NOT_YET = re.compile(r"tiem nang|de nghi|de xuat|du kien|potential|proposed")


def stars(text: str) -> int | None:
    """3, 4 or 5, or None where no rank is given: "4", "4 sao", "4.0", "****", "bốn sao".

    "Tiềm năng 5 sao" is no five stars but a stage before them (Decision 26/2026/QĐ-TTg, Art. 5), so it is asked.
    """
    if is_nothing(text):
        return None
    plain = fold(text)
    if _NOT_YET.search(plain):
        raise UnclearError(_("hạng còn là đề nghị hoặc tiềm năng, chưa được công nhận: sản phẩm đang mấy sao?"))
    if _STAR_SIGNS.fullmatch(text):
        count = sum(text.count(sign) for sign in "*★⭐✭✮")
    elif match := _STAR_TEXT.fullmatch(plain):
        count = _STAR_WORDS.get(match[1]) or int(match[1])
    elif re.fullmatch(r"\d\s*(?:[-–/,;]|hoac|den|va)\s*\d\s*(?:sao)?", plain):
        raise UnclearError(_("ghi hai hạng sao: sản phẩm đang mấy sao?"))
    else:
        raise WrongError(_("không đọc được số sao (cần 3, 4 hoặc 5)"))
    if count not in (3, 4, 5):
        raise WrongError(_("giấy chứng nhận OCOP chỉ có 3, 4 hoặc 5 sao"))
    return count


@dataclass(frozen=True, slots=True)
class Price:
    """Whole đồng, and what they buy where the price cell says so itself ("kg" in "45.000/kg")."""

    amount: int
    per: str = ""


_CURRENCY = r"(?:vnd|vnđ|dong|đ|d|₫)?"
_SCALES = {"k": 1_000, "nghin": 1_000, "ngan": 1_000, "n": 1_000, "trieu": 1_000_000, "tr": 1_000_000}
_PRICE = re.compile(
    rf"(?P<figure>\d[\d.,\s]*?)\s*(?P<scale>k|nghin|ngan|n|trieu|tr)?\s*{_CURRENCY}(?:\s*/\s*(?P<per>.+))?"
)
_MILLION_AND = re.compile(rf"(\d+)\s*tr(?:ieu)?\s*(\d{{1,3}})\s*{_CURRENCY}")
_RANGE = re.compile(r"\d[\d.,\s]*(?:k|nghin|ngan|trieu|tr|d|đ)?\s*(?:-|–|—|~|den|toi)\s*\d")
_GROUPED = re.compile(r"\d{1,3}(?:([.,\s])\d{3})(?:\1\d{3})*(?:[.,]0{1,2})?")
_PLAIN = re.compile(r"\d+(?:[.,]0{1,2})?")


def price(text: str) -> Price | None:
    """Whole đồng: "45.000", "45,000đ", "45 000", "45k", "45 nghìn", "1,2 triệu", "1tr2", "45.000/kg"."""
    if is_nothing(text):
        return None
    plain = re.sub(r"^gia\s*:?\s+(?=\d)", "", fold(text).strip())
    if _RANGE.search(plain) or re.match(r"(?:tu|khoang|tam|hon|duoi|tren)\s+\d", plain):
        raise UnclearError(_("ghi một khoảng giá: giá bán là bao nhiêu?"))
    if half := _MILLION_AND.fullmatch(plain):
        # "1tr2" is 1.2 million, "1tr250" is 1.25 million: what follows counts as decimals.
        return _sensible(Price(int(Decimal(f"{half[1]}.{half[2]}") * 1_000_000)))
    match = _PRICE.fullmatch(plain)
    if match is None:
        raise WrongError(_("không phải là giá tiền (đồng)"))
    figure, scale = match["figure"].strip(), _SCALES.get(match["scale"] or "", 1)
    if scale > 1:
        amount = _scaled(figure, scale)
    elif _GROUPED.fullmatch(figure) or _PLAIN.fullmatch(figure):
        amount = _whole(figure)
    else:
        raise UnclearError(_("dấu chấm, dấu phẩy đọc được nhiều cách: giá là bao nhiêu đồng?"))
    return _sensible(Price(amount, text.partition("/")[2].strip() if match["per"] else ""))


def _whole(figure: str) -> int:
    """Digits in groups of three, with or without ",00" behind them."""
    without_cents = re.sub(r"(?<=\d)[.,]0{1,2}$", "", figure)
    return int(re.sub(r"[.,\s]", "", without_cents))


def _scaled(figure: str, scale: int) -> int:
    if not re.fullmatch(r"\d+(?:[.,]\d{1,2})?", figure):
        raise UnclearError(_("dấu chấm, dấu phẩy đọc được nhiều cách: giá là bao nhiêu đồng?"))
    return int(Decimal(figure.replace(",", ".")) * scale)


def _sensible(found: Price) -> Price:
    if found.amount < _LEAST_PRICE:
        raise UnclearError(_("giá dưới 1.000 đồng: có thể thiếu số 0?"))
    if found.amount > _MOST_PRICE:
        raise UnclearError(_("giá trên 1 tỷ đồng: có thể thừa số 0?"))
    return found


_DAY = re.compile(r"(?:ngay\s+)?(\d{1,2})\s*(?:[/.\-]|\s+thang\s+)\s*(\d{1,2})\s*(?:[/.\-]|\s+nam\s+)\s*(\d{4})")
_ISO_DAY = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[t\s]0?0:00(?::00)?(?:\.0+)?)?")
_SHORT_DAY = re.compile(r"\d{1,2}[/.\-]\d{1,2}(?:[/.\-]\d{2})?")


def day(text: str) -> dt.date | None:
    """A full date, day first as it is written here: "5/8/2021", "05.08.2021", "2021-08-05", Excel's serial number."""
    if is_nothing(text):
        return None
    plain = fold(text)
    if match := _DAY.fullmatch(plain):
        numbers = (int(match[3]), int(match[2]), int(match[1]))
    elif match := _ISO_DAY.fullmatch(plain):
        numbers = (int(match[1]), int(match[2]), int(match[3]))
    elif re.fullmatch(r"\d{5}(?:\.0+)?", plain) and int(plain[:5]) in _SERIAL_DAYS:
        return _EXCEL_ZERO + dt.timedelta(days=int(plain[:5]))
    elif _SHORT_DAY.fullmatch(plain):
        raise UnclearError(_("ngày ghi thiếu năm hoặc chỉ có hai chữ số năm: ngày nào, năm nào?"))
    else:
        raise WrongError(_("không đọc được ngày (cần như 5/8/2021)"))
    return _real_day(*numbers)


def _real_day(year: int, month: int, number: int) -> dt.date:
    if 12 < month <= 31 and number <= 12:
        raise UnclearError(_("tháng lớn hơn 12: ngày và tháng có bị đổi chỗ không?"))
    try:
        found = dt.date(year, month, number)
    except ValueError:
        raise WrongError(_("không có ngày này trong lịch")) from None
    if found.year < FIRST_YEAR:
        raise WrongError(_("trước khi có chương trình OCOP (2013)"))
    return found


def year(text: str) -> int | None:
    """A year: "2021", "2021.0", "năm 2021"."""
    if is_nothing(text):
        return None
    match = re.fullmatch(r"(?:nam\s+)?(\d{4})(?:[.,]0+)?", fold(text))
    if match is None:
        if re.fullmatch(r"(?:nam\s+)?(?:\d{2}|\d{4}\s*[-–/,]\s*\d{2,4})", fold(text)):
            raise UnclearError(_("năm ghi tắt hoặc ghi hai năm: năm nào?"))
        raise WrongError(_("không đọc được năm (cần như 2021)"))
    found = int(match[1])
    if found < FIRST_YEAR:
        raise WrongError(_("trước khi có chương trình OCOP (2013)"))
    if found >= 2100:
        raise WrongError(_("năm không thể đúng"))
    return found


@dataclass(frozen=True, slots=True)
class Pack:
    """What a price buys: a word ("túi") and the net quantity in grams, millilitres or pieces where it is stated."""

    name: str = ""
    net_quantity: int | None = None
    net_unit: str = ""


_UNITS: dict[str, tuple[Decimal | int, str]] = {
    "kg": (1000, "g"), "kilogam": (1000, "g"), "ky": (1000, "g"), "can": (1000, "g"), "g": (1, "g"), "gr": (1, "g"),
    "gam": (1, "g"), "gram": (1, "g"), "mg": (Decimal("0.001"), "g"), "lit": (1000, "ml"), "l": (1000, "ml"),
    "ml": (1, "ml"), "mililit": (1, "ml"), "cl": (10, "ml"), "cai": (1, "piece"), "chiec": (1, "piece"),
    "qua": (1, "piece"), "trai": (1, "piece"), "con": (1, "piece"), "cay": (1, "piece"), "doi": (2, "piece"),
    "bo": (1, "piece"), "vien": (1, "piece"), "goi nho": (1, "piece"), "chuc": (10, "piece"),
}  # fmt: skip
_QUANTITY = re.compile(r"(\d+(?:[.,]\d{1,3})?)\s*([a-z]+)\.?$")


def pack(text: str) -> Pack:
    """ "kg" -> 1,000 g; "túi 5 kg" -> "túi", 5,000 g; "hộp" -> "hộp" without one. Remarks in brackets are left out."""
    shown = re.sub(r"\s*\([^)]*\)", "", text).strip(" ./-")
    plain = fold(shown)
    match = _QUANTITY.search(plain)
    if re.search(r"\d[^x]*\sx\s", plain):  # "10 gói x 2 g": what is in the pack takes a sum to know
        return Pack(shown)
    if match and match[2] in _UNITS:
        factor, unit = _UNITS[match[2]]
        quantity = Decimal(match[1].replace(",", ".")) * factor
        name = shown[: len(shown) - (len(plain) - match.start())].strip(" ,-") if len(plain) == len(shown) else ""
        if quantity == int(quantity) and quantity > 0:
            return Pack(name, int(quantity), unit)
        return Pack(shown)
    if plain in _UNITS and _UNITS[plain][1] != "piece":
        factor, unit = _UNITS[plain]
        return Pack("", int(factor), unit)
    if plain in _UNITS:
        return Pack(shown, int(_UNITS[plain][0]), "piece")
    return Pack(shown)


_FORMS = {
    "cooperative": "cooperative", "htx": "cooperative", "hop tac xa": "cooperative",
    "lien hiep hop tac xa": "cooperative", "lien hiep htx": "cooperative",
    "group": "coop_group", "coop group": "coop_group", "tht": "coop_group",
    "to hop tac": "coop_group", "company": "company", "cong ty": "company", "cty": "company", "doanh nghiep": "company",
    "doanh nghiep nho va vua": "company", "dntn": "company", "doanh nghiep tu nhan": "company", "dn": "company",
    "cong ty tnhh": "company", "cong ty co phan": "company", "cong ty cp": "company", "household": "household",
    "ho kinh doanh": "household", "hkd": "household", "ho san xuat": "household", "ho gia dinh": "household",
    "ho san xuat kinh doanh": "household", "ho sxkd": "household", "ho": "household", "co so": "household",
    "co so san xuat": "household", "ca nhan": "household", "farm": "farm", "trang trai": "farm",
}  # fmt: skip
# Only forms that a name can bear in one sense; "cơ sở" may be a household or a company, so it is not among them.
_FORM_OF_NAME = re.compile(
    r"^(?:(?P<coop_group>to hop tac|tht)|(?P<cooperative>lien hiep hop tac xa|lien hiep htx|hop tac xa|htx)"
    r"|(?P<company>cong ty|cty|cty\.|dntn|doanh nghiep)|(?P<household>ho kinh doanh|hkd|ho san xuat|ho sxkd)"
    r"|(?P<farm>trang trai))\b"
)


def legal_form(text: str, *, maker: str) -> str:
    """The maker's legal form from its cell, or from the first words of the name where the cell is empty; "" unknown."""
    if is_nothing(text):
        if normalise(maker).startswith("hộ "):  # with its mark: "Hồ" is a family name
            return "household"
        match = _FORM_OF_NAME.match(fold(maker))
        return next((form for form, hit in match.groupdict().items() if hit), "") if match else ""
    form = _FORMS.get(" ".join(words(fold(text.replace("_", " ")))))
    if form is None:
        raise UnclearError(_("loại hình chủ thể chưa rõ: hợp tác xã, tổ hợp tác, công ty, hộ hay trang trại?"))
    return form
