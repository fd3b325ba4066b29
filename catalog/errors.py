"""What can go wrong when the catalogue is changed."""

from django.utils.translation import gettext_lazy as _

from core.errors import DomainError


class NoProductNameError(DomainError):
    """A product without a name."""

    def __init__(self) -> None:
        super().__init__("no_product_name", str(_("Sản phẩm phải có tên.")), field="name")


class StarsOutOfRangeError(DomainError):
    """A rank that no certificate bears: one and two stars get none (Decision 26/2026/QĐ-TTg, Art. 4(1)(a))."""

    def __init__(self, stars: int) -> None:
        text = str(_("Giấy chứng nhận chỉ có 3, 4 hoặc 5 sao, không có %(stars)s sao."))
        super().__init__("stars_out_of_range", text, field="stars", stars=stars)


class YearContradictsDayError(DomainError):
    """The year beside a full date is another one."""

    def __init__(self, day: str, year: int) -> None:
        text = str(_("Năm cấp %(year)s không khớp ngày cấp %(day)s."))
        super().__init__("year_contradicts_day", text, field="issued_year", day=day, year=year)


class WithdrawalWithoutReasonError(DomainError):
    """A certificate may be withdrawn for a reason only."""

    def __init__(self) -> None:
        text = str(_("Thu hồi giấy chứng nhận phải ghi rõ lý do."))
        super().__init__("withdrawal_without_reason", text, field="withdrawal_reason")


class PriceNotPositiveError(DomainError):
    """A price of nothing or less."""

    def __init__(self) -> None:
        super().__init__("price_not_positive", str(_("Giá phải lớn hơn 0 đồng.")), field="price_amount")


class QuantityWithoutUnitError(DomainError):
    """A net quantity needs its unit, and a unit its quantity."""

    def __init__(self) -> None:
        text = str(_("Khối lượng tịnh phải có cả số và đơn vị."))
        super().__init__("quantity_without_unit", text, field="net_quantity")


class CountBelowZeroError(DomainError):
    """A stock count below zero."""

    def __init__(self) -> None:
        super().__init__("count_below_zero", str(_("Số lượng tồn không được âm.")), field="quantity")


class SampleDataRefusedError(DomainError):
    """Invented prices and stocks have no place on this site (production)."""

    def __init__(self) -> None:
        text = str(_("Giá và tồn kho mẫu không được phép trên trang này (ALLOW_SAMPLE_DATA)."))
        super().__init__("sample_data_refused", text)
