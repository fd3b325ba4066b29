"""Which column of a file holds what: header cells in Vietnamese or English, marks or none, in any order. Pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from core.vietnamese import fold, words

# Field -> header texts, folded. The first is how the column is called when it is missing.
_NAMES: dict[str, tuple[str, ...]] = {
    "name": (
        "name vi", "ten san pham", "san pham", "ten", "ten sp", "ten hang", "ten hang hoa", "ten san pham ocop",
        "san pham ocop", "name", "product", "product name", "ten tieng viet",
    ),
    "maker": (
        "producer", "chu the", "ten chu the", "chu the san xuat", "chu the ocop", "chu the san pham", "don vi san xuat",
        "don vi", "ten don vi", "co so san xuat", "ten co so", "nha san xuat", "nguoi san xuat", "maker", "entity",
        "manufacturer", "ten chu the san xuat", "ten co so san xuat", "producer name", "ho htx doanh nghiep",
    ),
    "legal_form": (
        "producer kind", "loai hinh", "loai hinh to chuc", "loai hinh chu the", "hinh thuc to chuc", "legal form",
        "kind", "loai chu the",
    ),
    "place": (
        "commune or district", "xa huyen", "noi san xuat", "dia ban", "dia phuong", "place", "dia chi xa huyen",
    ),
    "address": ("dia chi", "dia chi san xuat", "dia chi chu the", "dia chi co so", "address", "dia chi lien he"),
    "commune": (
        "xa", "xa phuong", "phuong xa", "xa phuong thi tran", "xa thi tran", "commune", "ward", "ten xa",
        "xa phuong dac khu", "phuong xa thi tran",
    ),
    "district": (
        "huyen", "quan huyen", "huyen quan", "huyen thi xa", "huyen thi xa thanh pho", "huyen thanh pho", "district",
        "quan huyen thi xa", "huyen thi", "huyen tx tp", "ten huyen", "huyen tp", "quan huyen tx tp",
    ),
    "province": (
        "province old", "tinh", "tinh thanh", "tinh thanh pho", "tinh tp", "tinh cu", "province", "ten tinh",
        "tinh thanh pho cu", "tinh thanh cu", "thanh pho",
    ),
    "stars": (
        "stars", "so sao", "sao", "hang sao", "hang", "phan hang", "xep hang", "ket qua phan hang", "star", "rank",
        "sao ocop", "dat sao", "phan hang sao", "hang san pham", "rating", "xep hang sao", "hang sao ocop",
    ),
    "sector": (
        "product group", "nhom san pham", "nhom", "nganh", "nganh hang", "nganh san pham", "nhom nganh", "sector",
        "group", "category", "bo san pham", "phan nhom", "nhom hang",
    ),
    "year": (
        "year certified", "nam", "nam cap", "nam cong nhan", "nam chung nhan", "nam dat", "nam danh gia", "year",
        "nam phan hang", "nam duoc cong nhan",
    ),
    "issued_on": (
        "issued on", "ngay cap", "ngay cong nhan", "ngay quyet dinh", "ngay ky", "ngay ban hanh", "date", "issue date",
        "ngay qd", "ngay chung nhan", "ngay cap giay chung nhan", "decision date", "ngay thang nam",
    ),
    "decision": (
        "decision no", "quyet dinh", "so quyet dinh", "quyet dinh cong nhan", "so qd", "qd", "decision", "qd cong nhan",
        "so quyet dinh cong nhan", "quyet dinh so",
    ),
    "issuer": ("issuer", "co quan ban hanh", "co quan cap", "co quan quyet dinh", "noi cap", "cap boi"),
    "price": (
        "price vnd", "gia", "gia ban", "don gia", "gia ban le", "price", "gia tien", "gia san pham", "gia niem yet",
        "gia tham khao", "unit price",
    ),
    "unit": (
        "unit", "don vi tinh", "dvt", "quy cach", "quy cach dong goi", "dong goi", "pack", "khoi luong",
        "khoi luong tinh", "the tich", "trong luong",
    ),
    "source": ("source", "nguon", "nguon tin", "nguon thong tin"),
}  # fmt: skip
_BY_NAME = {name: field for field, names in _NAMES.items() for name in names}
REQUIRED = ("name", "maker", "province", "stars")
# Known columns that say nothing of the product.
_IGNORED = {"stt", "tt", "so tt", "so thu tu", "no", "id", "group basis", "ghi chu", "dong", "ly do tu choi", "reason"}
_CURRENCY_END = re.compile(r"\s+(?:vnd|dong|d|vnd kg)$")
# How each column is called when a file lacks it.
TITLES = {
    "name": "Tên sản phẩm (name_vi)",
    "maker": "Chủ thể (producer)",
    "province": "Tỉnh (province_old)",
    "stars": "Số sao (stars)",
}


def field_of(header: str) -> str | None:
    """The field that a header cell names: "Tên sản phẩm", "TEN_SAN_PHAM", "Giá bán (đồng)", "Product name *"."""
    without_brackets = re.sub(r"\([^)]*\)", " ", header.replace("_", " "))
    for text in (header.replace("_", " "), without_brackets):
        plain = " ".join(words(fold(text)))
        found = _BY_NAME.get(plain) or _BY_NAME.get(_CURRENCY_END.sub("", plain))
        if found:
            return found
    return None


@dataclass(frozen=True, slots=True)
class Columns:
    """Where each field stands; `missing` and `doubled` make a file unusable, `unused` are told to the person."""

    places: dict[str, int]
    missing: tuple[str, ...] = ()
    doubled: tuple[str, ...] = ()
    unused: tuple[str, ...] = ()

    def title(self, field: str, header: Sequence[str]) -> str:
        """The header text over a field."""
        at = self.places.get(field)
        return header[at] if at is not None else TITLES.get(field, field)


def known_in(cells: Sequence[str]) -> int:
    """How many different fields the cells name if they are a header line."""
    return len({field for cell in cells if (field := field_of(cell))})


def find(header: Sequence[str]) -> Columns:
    """The places of all fields in a header line."""
    places: dict[str, int] = {}
    doubled: list[str] = []
    unused: list[str] = []
    for at, cell in enumerate(header):
        field = field_of(cell)
        if field is None:
            if cell.strip() and " ".join(words(fold(cell.replace("_", " ")))) not in _IGNORED:
                unused.append(cell)
        elif field in places:
            doubled.append(f"{header[places[field]]} = {cell}")
        else:
            places[field] = at
    missing = tuple(field for field in REQUIRED if field not in places and not _replaced(field, places))
    return Columns(places, tuple(TITLES[field] for field in missing), tuple(doubled), tuple(unused))


def _replaced(field: str, places: dict[str, int]) -> bool:
    """A full address names its province itself."""
    return field == "province" and "address" in places
