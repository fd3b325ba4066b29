"""What screens read of organizations."""

from core.vietnamese import fold, words

# Words of a legal form; they stand before a maker's proper name.
_LEGAL_FORMS = (
    "công ty cty TNHH trách nhiệm hữu hạn một thành viên MTV cổ phần CP doanh nghiệp tư nhân DNTN hợp tác xã HTX "
    "tổ THT hộ kinh doanh HKD cơ sở sản xuất SX thương mại TM dịch vụ DV nông nghiệp chế biến xuất nhập khẩu XNK và"
)
_LEGAL_WORDS = {fold(word) for word in words(_LEGAL_FORMS)}


def monogram(name: str) -> str:
    """One or two letters that stand for a maker: of its proper name, not of its legal form."""
    letters = [word for word in name.replace("-", " ").split() if word[:1].isalpha()]
    proper = [word for word in letters if fold(word) not in _LEGAL_WORDS]
    return "".join(word[0].upper() for word in (proper[-2:] or letters[-1:]))
