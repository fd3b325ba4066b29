"""What makes two rows one product or one maker, and which makers are only alike."""

import pytest

from catalog import identity
from catalog.importing import columns, similar
from catalog.importing.similar import Maker


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        ("Kẹo dừa", "KẸO DỪA", True),
        ("Kẹo dừa", "keo dua", True),
        ("Kẹo dừa", "Kẹo dứa", False),
        ("Mứt dừa", "Mứt dua", True),
        ("Hoà Bình", "Hòa Bình", True),
        ("Kỳ Sơn", "Kì Sơn", True),
        ("Dừa sáp sợi (VICOSAP)", "Dừa sáp sợi VICOSAP", True),
        ("Nguyễn Thị Hà", "Nguyễn Thị Hạ", False),
        ("Kẹo dừa", "Kẹo dừa béo", False),
    ],
)
def test_names_agree_unless_marks_differ(one, other, agree):
    assert identity.names_agree(one, other) is agree


def test_place_is_the_same_with_short_forms():
    assert identity.place_words("TX. Tân Châu") == identity.place_words("thị xã Tân Châu")


def test_product_key_needs_name_maker_and_place():
    told = {"name": "Kẹo dừa", "maker": "HTX A", "place": "xã B", "province": "Bến Tre"}
    same = {"name": "KEO DUA", "maker": "htx a", "place": "X. B", "province": "ben tre"}

    keys = {identity.product_key(**{**told, name: "khác"}) for name in told}

    assert identity.product_key(**told) == identity.product_key(**same)
    assert len(keys | {identity.product_key(**told)}) == 5


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("HTX chế biến chè Phìn Hồ", "Hợp tác xã Chế biến chè Phìn Hồ"),
        ("Cty CP Thủy sản Nghệ An", "Công ty Cổ phần Thuỷ sản Nghệ An"),
        ("C.ty TNHH MTV Hoàng Tuấn Tùng", "Công ty TNHH Một thành viên Hoàng Tuấn Tùng"),
        ("Hộ kinh doanh Hồ Thị Thùy Trâm", "HKD Hồ Thị Thùy Trang"),
        ("Cơ sở Hoàng Hằng", "Hộ kinh doanh Hoàng Hằng"),
        ("Công ty TNHH Traphaco Sapa", "Công ty TNHH Trapaco Sapa"),
    ],
)
def test_makers_that_may_be_one_are_listed(one, other):
    makers = [Maker(1, one, "xã A, Lào Cai", "15"), Maker(2, other, "xã A, Lào Cai", "15")]

    assert [(left.number, right.number) for left, right in similar.pairs(makers, new={2})] == [(1, 2)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (Maker(1, "HTX Sông Tiền", "xã A", "86"), Maker(2, "HTX Sông Hậu", "xã A", "86")),
        (Maker(1, "HTX Phìn Hồ", "xã A", "15"), Maker(2, "Hợp tác xã Phìn Hồ", "xã A", "86")),
        (Maker(1, "Hộ Nguyễn Văn Anh Tú", "xã A", "86"), Maker(2, "Hộ Nguyễn Văn Anh Tài", "xã B", "86")),
        (
            Maker(1, "HTX Nông nghiệp số 1 Tân Phú", "xã A", "86"),
            Maker(2, "HTX Nông nghiệp số 2 Tân Phú", "xã A", "86"),
        ),
    ],
)
def test_makers_that_are_surely_two_are_not_listed(one, other):
    assert list(similar.pairs([one, other], new={1, 2})) == []


def test_makers_that_were_compared_before_are_not_listed_again():
    makers = [Maker(1, "HTX Phìn Hồ", "", "15"), Maker(2, "Hợp tác xã Phìn Hồ", "", "15")]

    assert list(similar.pairs(makers, new=set())) == []


@pytest.mark.parametrize(
    ("cell", "field"),
    [
        ("name_vi", "name"), ("Tên sản phẩm", "name"), ("TEN_SAN_PHAM", "name"), ("Product name *", "name"),
        ("Chủ thể", "maker"), ("Tỉnh/Thành phố", "province"), ("Tỉnh (cũ)", "province"), ("province_old", "province"),
        ("Số sao", "stars"), ("Hạng sao", "stars"), ("Giá bán (đồng)", "price"), ("Giá (VNĐ)", "price"),
        ("Số QĐ", "decision"), ("Ngày cấp", "issued_on"), ("Đơn vị tính", "unit"), ("ĐVT", "unit"), ("STT", None),
        ("", None), ("group_basis", None),
    ],
)  # fmt: skip
def test_header_cell_names_a_field(cell, field):
    assert columns.field_of(cell) == field
