"""Development only: what `compile_fixture` repairs in or adds to the tables of vietnamadminunits. Data, no logic."""

# Counts of the law: Resolution 202/2025/QH15 (34 of 63 provinces), the statistics office's lists for the rest.
EXPECTED = {"provinces": 34, "communes": 3321, "old_provinces": 63, "old_districts": 696, "old_wards": 10035}

# As everyone writes it; the bare name reads as the person.
PROVINCE_NAMES = {"Hồ Chí Minh": "TP Hồ Chí Minh"}

# Old ward -> communes of today, where the statistics office's conversion table differs from the source. Nearly all
# are wards of one name in two provinces that became one: the source mixes the two up.
COMMUNE_CORRECTIONS = {
    "00556": ["00541"],  # xã Đặng Xá, Gia Lâm -> Phù Đổng
    "31379": ["31378"],  # xã Phú Tân, Châu Thành (Hậu Giang) -> Phú Hữu
    "00553": ["00136", "00541", "00562", "00565"],  # xã Cổ Bi, Gia Lâm -> Phúc Lợi, Phù Đổng, Thuận An, Gia Lâm
    "01615": ["01636", "01648"],  # xã Hồng Quang, Quảng Hòa -> Bế Văn Đàn, Phục Hòa
    "02485": ["02458", "02494"],  # xã Công Đa, Yên Sơn -> Trung Sơn, Thái Bình
    "06079": ["06079"],  # xã Hồng Phong, Bình Gia -> Hồng Phong
    "09013": ["08980", "08995", "09022", "09817"],  # xã Văn Khê, Mê Linh -> Yên Lãng, Tiến Thắng, Mê Linh, Ô Diên
    "10798": ["10804", "10843"],  # xã Hòa Bình, Kim Thành -> Kim Thành, Hà Nam
    "11890": ["11911"],  # xã Hòa Bình, Vĩnh Bảo -> Nguyễn Bỉnh Khiêm
    "23053": ["23053"],  # xã Hòa Thắng, Bắc Bình -> Hòa Thắng
    "25462": ["25459"],  # phường 4, Tây Ninh -> Tân Ninh
    "27691": ["27694"],  # phường 4, Tân An -> Long An
    "28036": ["28036"],  # thị trấn Thủ Thừa, Thủ Thừa -> Thủ Thừa
    "28252": ["28249"],  # phường 4, Mỹ Tho -> Đạo Thạnh
    "28270": ["28270"],  # phường 6, Mỹ Tho -> Thới Sơn
    "28437": ["28435"],  # phường 3, Cai Lậy -> Mỹ Phước Tây
    "28439": ["28439"],  # phường 4, Cai Lậy -> Cai Lậy
    "28924": ["28921"],  # xã Hòa Lộc, Mỏ Cày Bắc -> Tân Thành Bình
    "29623": ["29623"],  # xã Mỹ An, Mang Thít -> Nhơn Phú
    "29734": ["29734"],  # xã Hòa Lộc, Tam Bình -> Hòa Hiệp
    "29902": ["29905"],  # phường 3, Sa Đéc -> Sa Đéc
    "29908": ["29905"],  # phường 4, Sa Đéc -> Sa Đéc
    "31246": ["31246"],  # xã Thạnh Quới, Vĩnh Thạnh -> Thạnh Quới
    "31268": ["31288"],  # xã Tân Thạnh, Thới Lai -> Trường Thành
    "31378": ["31378"],  # xã Phú Hữu, Châu Thành -> Phú Hữu
    "31438": ["31408"],  # xã Tân Long, Phụng Hiệp -> Thạnh Hòa
    "31474": ["31473"],  # xã Long Bình, Long Mỹ -> Long Bình
    "31480": ["31480"],  # xã Long Phú, Long Mỹ -> Long Phú 1
    "31483": ["31495"],  # xã Thuận Hưng, Long Mỹ -> Xà Phiên
    "31582": ["31582"],  # xã Phú Tân, Châu Thành -> Thuận Hòa
    "31606": ["31591"],  # xã Thuận Hưng, Mỹ Tú -> Mỹ Hương
    "31657": ["31654"],  # xã Phú Hữu, Long Phú -> Trường Khánh
    "31666": ["31666"],  # xã Tân Thạnh, Long Phú -> Tân Thạnh
    "31669": ["31639"],  # xã Long Phú, Long Phú -> Long Phú
    "31714": ["31726"],  # xã Thạnh Quới, Mỹ Xuyên -> Gia Hòa
    "31741": ["31741"],  # xã Tân Long, Ngã Năm -> Tân Long
    "31744": ["31741"],  # xã Long Bình, Ngã Năm -> Tân Long
}  # fmt: skip

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
