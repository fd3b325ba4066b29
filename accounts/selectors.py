"""What screens read of organizations."""

from core.vietnamese import fold

# Words of a legal form; they stand before a maker's proper name.
_LEGAL_WORDS = set(
    "cong ty cty tnhh cp co phan hop tac xa htx to tht ho kinh doanh hkd mtv mot thanh vien trach nhiem huu han "
    "doanh nghiep tu nhan dntn san xuat sx thuong mai tm dich vu dv nong nghiep che bien xuat nhap khau xnk va".split()
)


def monogram(name: str) -> str:
    """One or two letters that stand for a maker: of its proper name, not of its legal form."""
    words = [word for word in name.replace("-", " ").split() if word[:1].isalpha()]
    proper = [word for word in words if fold(word) not in _LEGAL_WORDS]
    return "".join(word[0].upper() for word in (proper[-2:] or words[-1:]))
