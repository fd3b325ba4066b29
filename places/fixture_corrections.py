"""Development only: what `compile_fixture` repairs in or adds to the tables of vietnamadminunits. Data, no logic."""

# Counts of the law: Resolution 202/2025/QH15 (34 of 63 provinces), the statistics office's lists for the rest.
EXPECTED = {"provinces": 34, "communes": 3321, "old_provinces": 63, "old_districts": 696, "old_wards": 10035}

# As everyone writes it; the bare name reads as the person.
PROVINCE_NAMES = {"Hồ Chí Minh": "TP Hồ Chí Minh"}

# Two old wards that the source gives to a neighbour; the statistics office's conversion table has these.
COMMUNE_CORRECTIONS = {
    "thanhphohanoi_huyengialam_xadangxa": "00541",  # xã Đặng Xá, Gia Lâm -> xã Phù Đổng
    "tinhhaugiang_huyenchauthanh_xaphutan": "31378",  # xã Phú Tân, Châu Thành -> xã Phú Hữu
}

# Other spellings people use, by the *old* province's code. Marks are kept so that typed marks can be compared.
PROVINCE_ALIASES = {
    "01": ["HN"],
    "06": ["Bắc Cạn", "Bắc Kan"],
    "46": ["Thừa Thiên Huế", "Thừa Thiên - Huế", "TT Huế", "TTH", "Thừa Thiên"],
    "62": ["Kontum", "Công Tum"],
    "66": ["Đắc Lắc", "Đắk Lắc", "Đắc Lắk", "Đăk Lăk", "Dak Lak", "Daklak", "Đak Lak"],
    "67": ["Đắc Nông", "Đăk Nông", "Đak Nông", "Daknong"],
    "77": ["BR-VT", "BRVT", "BR VT", "Bà Rịa Vũng Tàu", "Bà Rịa", "Vũng Tàu"],
    "79": ["Hồ Chí Minh", "TP Hồ Chí Minh", "TPHCM", "TP HCM", "HCM", "HCMC", "Sài Gòn", "Saigon", "SG", "TP Sài Gòn",
           "Ho Chi Minh City", "Thành phố Sài Gòn"],
}  # fmt: skip

# Districts renamed, raised or merged away between 2019 and 2025, under the one that took them. Certificates print them.
FORMER_DISTRICT_NAMES = {
    ("Cao Bằng", "Huyện Hà Quảng"): ["Thông Nông"],
    ("Cao Bằng", "Huyện Quảng Hòa"): ["Phục Hòa", "Quảng Uyên", "Trà Lĩnh"],
    ("Cao Bằng", "Huyện Trùng Khánh"): ["Trà Lĩnh"],
    ("Hòa Bình", "Thành phố Hòa Bình"): ["Kỳ Sơn"],
    ("Quảng Ninh", "Thành phố Hạ Long"): ["Hoành Bồ"],
    ("Bắc Giang", "Thành phố Bắc Giang"): ["Yên Dũng"],
    ("Nam Định", "Thành phố Nam Định"): ["Mỹ Lộc"],
    ("Ninh Bình", "Thành phố Hoa Lư"): ["Ninh Bình"],
    ("Thanh Hóa", "Thành phố Thanh Hóa"): ["Đông Sơn"],
    ("Thanh Hóa", "Thị xã Nghi Sơn"): ["Tĩnh Gia"],
    ("Nghệ An", "Thành phố Vinh"): ["Cửa Lò"],
    ("Hà Tĩnh", "Thành phố Hà Tĩnh"): ["Lộc Hà"],
    ("Hà Tĩnh", "Huyện Thạch Hà"): ["Lộc Hà"],
    ("Huế", "Quận Phú Xuân"): ["Huế"],
    ("Huế", "Quận Thuận Hóa"): ["Huế"],
    ("Huế", "Huyện Phú Lộc"): ["Nam Đông"],
    ("Quảng Nam", "Huyện Quế Sơn"): ["Nông Sơn"],
    ("Quảng Ngãi", "Huyện Trà Bồng"): ["Tây Trà"],
    ("Lâm Đồng", "Huyện Đạ Huoai"): ["Cát Tiên", "Đạ Tẻh"],
    ("Bà Rịa - Vũng Tàu", "Huyện Long Đất"): ["Đất Đỏ", "Long Điền"],
    ("Bà Rịa - Vũng Tàu", "Thành phố Phú Mỹ"): ["Tân Thành"],
    ("TP Hồ Chí Minh", "Thành phố Thủ Đức"): ["2", "9"],
    ("Ninh Thuận", "Thành phố Phan Rang - Tháp Chàm"): ["Phan Rang"],
    ("Hải Phòng", "Huyện Cát Hải"): ["Cát Bà"],
}

# Districts that handed some wards to a neighbour before 2025, so that "xã X, huyện <giver>" is found with the taker.
PASSED_WARDS_ON = {
    ("Huế", "Thị xã Hương Trà"): ["Quận Phú Xuân", "Quận Thuận Hóa"],
    ("Huế", "Thị xã Hương Thủy"): ["Quận Thuận Hóa"],
    ("Huế", "Huyện Phú Vang"): ["Quận Thuận Hóa"],
    ("Hà Tĩnh", "Huyện Kỳ Anh"): ["Thị xã Kỳ Anh"],
    ("Hà Tĩnh", "Huyện Cẩm Xuyên"): ["Thành phố Hà Tĩnh"],
    ("Hà Tĩnh", "Huyện Thạch Hà"): ["Thành phố Hà Tĩnh"],
    ("Nghệ An", "Huyện Nghi Lộc"): ["Thành phố Vinh"],
    ("Bắc Giang", "Huyện Lục Ngạn"): ["Thị xã Chũ"],
    ("Hải Phòng", "Quận An Dương"): ["Quận Hồng Bàng"],
    ("Hải Dương", "Huyện Thanh Hà"): ["Thành phố Hải Dương"],
    ("Hải Dương", "Huyện Tứ Kỳ"): ["Thành phố Hải Dương"],
    ("Hải Dương", "Huyện Gia Lộc"): ["Thành phố Hải Dương"],
    ("Lai Châu", "Huyện Tam Đường"): ["Thành phố Lai Châu"],
    ("Lào Cai", "Huyện Bát Xát"): ["Thành phố Lào Cai"],
    ("Tuyên Quang", "Huyện Yên Sơn"): ["Thành phố Tuyên Quang"],
    ("Tuyên Quang", "Huyện Chiêm Hóa"): ["Huyện Lâm Bình"],
    ("Yên Bái", "Huyện Văn Chấn"): ["Thị xã Nghĩa Lộ"],
    ("Điện Biên", "Huyện Điện Biên"): ["Thành phố Điện Biên Phủ"],
}
