"""Drawn pictures: names lead to the right type, and every document is sound, small and the same each time."""

import csv
import gzip
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from django.utils import translation

from catalog import pictures
from catalog.pictures import tables, things
from catalog.pictures.choosing import companions_of, subject_of

PRODUCTS = Path(tables.FOLDER).parent / "ocop_products.csv"
SVG = "{http://www.w3.org/2000/svg}"
LARGE = 4096
MOST_LARGE = 14  # of 1,151 pictures; it only falls

# A name that only its type can be read from, so that every type is drawn.
NAMES = {
    "nuoc_mam": "Nước mắm Cửa Lò 40°N", "nuoc_mam_chay": "Nước mắm chay cô nành", "mam_tom": "Mắm tôm Lê Gia",
    "mam_ca": "Mắm cá chốt", "mam_cay": "Mắm cáy Quảng Phúc", "dua_mam": "Dưa cải muối", "tuong": "Tương Xuân Phả",
    "tuong_ot": "Tương ớt mè Daichi", "giam": "Giấm mật hoa dừa", "dau_phong": "Dầu phụng tinh khiết Phú Ninh",
    "dau_me": "Dầu mè đen Bảo Tâm", "dau_dua": "Dầu dừa nguyên chất Kokofi", "dau_khac": "Dầu sachi OMEGA 3-6-9",
    "sachi": "Hạt sachi", "gao": "Gạo ST25", "gao_nep": "Gạo lức đỏ Kim Thiên Lộc", "ngu_coc": "Bột ngũ cốc",
    "bot": "Bột nêm dinh dưỡng Đông An", "nghe": "Tinh bột nghệ nếp đỏ Bắc Kạn", "san_day": "Bột sắn dây Hương Quê",
    "mach_nha": "Mạch nha Quảng Ngãi", "mat_ong": "Mật ong rừng U Minh", "mat_hoa": "Mật hoa dừa",
    "duong": "Đường hoa dừa", "tra": "Trà xanh Tài Hồ Sìn", "tra_hop": "Chè Đinh Tân Cương",
    "tra_tui": "Trà xanh túi lọc Bình Sơn", "tra_sen": "Oolong sen", "tra_hoa": "Trà hoa vàng Ba Chẽ",
    "tra_thao_moc": "Trà Dây Thìa Canh", "tra_qua": "Trà mãng cầu xiêm – Nhan Hà", "tra_cu_qua": "Trà Bí đao",
    "tra_gung": "Trà gừng Tâm Nguyên", "ca_phe": "Khe Sanh Coffee", "ca_phe_hat": "Cà phê hạt Robusta",
    "ca_phe_hop": "Cà phê túi lọc Già Làng", "cacao": "Bột ca cao 3 in 1", "ruou_gao": "Rượu nếp cái Hà Mai",
    "ruou_ngo": "Rượu ngô Bình Long", "ruou_vang": "Vang nho 39", "ruou_thuoc": "Rượu ba kích Ba Chẽ",
    "ruou_trai_cay": "Rượu thanh long", "nuoc_khoang": "Nước uống ion kiềm",
    "nuoc_trai_cay": "Siro dứa Khe Hoa", "keo": "Kẹo hạt điều gừng", "keo_dua": "Kẹo dừa sáp cacao",
    "keo_lac": "Cu đơ Hương Trí",
    "keo_chuoi": "Mứt chuối tá quạ", "banh": "Bánh Vicosap dừa sáp và bí đỏ", "banh_dau_xanh": "Bánh pía dừa sầu riêng",
    "banh_trung_thu": "Bánh trung thu gà quay Jambon", "banh_chung": "Bánh chưng Đất Tổ", "banh_tet": "Bánh tét Ba Màu",
    "banh_trang": "Bánh tráng Mạnh Tài", "banh_dua": "Bánh dừa nướng mè", "banh_khoai": "Cốm Na Lo",
    "bun_mien": "Miến dong Cường Yên", "pho_tuoi": "Khẩu nhục Mường Khương", "cha_lua": "Giò lụa Xuân Kim",
    "cha_ca": "Chả rươi Tuân Viên", "nem": "Tré Ông Chánh", "lap_xuong": "Lạp sườn Họ Hoàng", "kho_ca": "Khô cá kèo",
    "tom_kho": "Tôm khô Tiến Hải", "ca_tuoi": "Fillet cá lăng sông Đà", "tom_tuoi": "Tôm càng xanh Quỳnh Thư",
    "muc": "Bạch tuộc sông", "cua": "Cua biển", "oc_hau": "Sò huyết bãi bồi", "sua_bien": "Sứa ăn liền",
    "rong": "Rong nho tách nước", "thit_kho": "Thịt trâu gác bếp", "thit": "Thịt lợn bản địa Tân Minh",
    "ruoc": "Ruốc cá lăng sông Đà", "ga": "Vịt biển Đông Xuyên", "trung": "Trứng gà nướng TAFA",
    "sua": "Sữa chua dừa sáp", "kem": "Kem dừa non", "thach": "Quy linh cao", "yen": "Yến chưng Kon Tum",
    "yen_hop": "Hộp yến", "dong_trung": "Nấm Cordyceps Vietnam", "nam": "Nấm hương Phú Thịnh tươi",
    "linh_chi": "Nấm linh chi đỏ", "hat_dieu": "Điều wasabi", "macca": "Macca Bonbubo", "hat_sen": "Hạt sen sấy",
    "dau": "Đậu xanh hạt tằm Vĩnh Giang", "tieu": "Muối tiêu", "muoi": "Muối Tuyết Diêm", "muoi_ot": "Chẳm chéo",
    "toi": "Tỏi Lý Sơn", "toi_den": "Cao tỏi đen Phú Sinh", "gung": "Gừng Kỳ Sơn", "que_hoi": "Quế điếu Phúc Long",
    "mang": "Măng nứa khô nấu ngay", "mang_tay": "Măng tây tươi", "rau": "Cải thìa", "cu_qua": "Khổ qua Phú Mỹ",
    "khoai": "Khoai lang sấy dẻo", "ngo": "Bắp non đóng hộp", "chuoi": "Chuối Ngự An Tiến", "xoai": "Xoài cát Cần Giờ",
    "buoi": "Bưởi da xanh Ninh Thới", "cam": "Quýt hồng Lai Vung", "chanh": "Chanh không hạt", "dua_luoi": "Dưa lê",
    "dua_hau": "Dưa hấu", "dua_qua": "Khóm trái", "sau_rieng": "Sầu riêng Chị Thảo", "thanh_long": "Thanh long ruột đỏ",
    "nhan": "Thanh nhãn Lê Gia", "man": "Măng cụt Tân Quy", "hong": "Hồng không hạt Gia Thanh", "mang_cau": "Quả na",
    "nho": "Nho hạ đen", "le": "Lê Nậm Pung", "tao": "Ổi Như Xuân", "dau_tay": "Dâu tằm trái tươi",
    "dua": "Dừa sáp Bảo Châu", "me": "Me hạt dẻo Tuyết Ngọc", "say_deo": "Trái cây sấy thăng hoa",
    "cao": "Cao cà gai leo Pù Mát", "vien": "Tacumin", "sam": "Sâm nam núi Dành khô",
    "tinh_dau": "Tinh dầu tràm Mộc Sương",
    "my_pham": "Kem đánh răng thảo dược", "ve_sinh": "Nước rửa chén sinh học", "nhang": "Hương trầm Hà Loan",
    "may_tre": "Giỏ trái đất", "den_long": "Đèn lồng Dé Lantana", "chieu_coi": "Thảm cói trải sàn",
    "chen_bat": "Bình hoa lam", "do_go": "Tượng gỗ Di Lặc tọa đài sen", "tranh": "Tranh gạo", "vai": "Dệt thổ cẩm",
    "non": "Nón lá", "trang_suc": "Ngọc trai Akoya", "vong": "Vòng đeo tay từ trầm hương", "gia_dung": "Ống hút tre",
    "qua_tang": "Bộ quà tặng socola cao cấp", "hoa": "Hoa lan hồ điệp", "cay_canh": "Cây phát lộc Minh Tân",
    "dong_vat_canh": "Cá cảnh", "du_lich": "Du lịch cộng đồng Đá Bia",
}  # fmt: skip


def product_names() -> list[str]:
    with PRODUCTS.open(encoding="utf-8-sig", newline="") as file:
        names = [row["name_vi"] for row in csv.DictReader(file)]
    return [name for name in names if not name.startswith("(nguồn")]


def check_document(document: str) -> None:
    """One picture as a browser reads it in an img element: well-formed, its own ids once, nothing from elsewhere."""
    root = ElementTree.fromstring(document)  # noqa: S314 our own document; raises for a doubled attribute too
    ids = [element.attrib["id"] for element in root.iter() if "id" in element.attrib]
    wanted = re.findall(r'(?:href="#|url\(#)([^")]+)', document)

    assert root.tag == f"{SVG}svg"
    assert len(ids) == len(set(ids))
    assert set(wanted) <= set(ids)
    assert not re.search(r'href="(?!#)|url\((?!#)|<script|<image|@import|var\(--', document)


def test_each_type_has_a_name_that_leads_to_it() -> None:
    drawn = {code: pictures.type_of(name) for code, name in NAMES.items()}

    assert drawn == {code: code for code in NAMES}
    assert len(NAMES) == 145
    assert set(NAMES) < set(tables.types())


@pytest.mark.parametrize("code", sorted(NAMES))
def test_the_picture_of_each_type_is_sound(code: str) -> None:
    check_document(pictures.draw(NAMES[code], seed=code))


@pytest.mark.parametrize("leaf", [code for code in tables.types() if code not in NAMES])
def test_the_picture_of_each_set_is_sound(leaf: str) -> None:
    assert pictures.type_of("Mộc Bảo An", leaf_code=leaf) == leaf
    check_document(pictures.draw("Mộc Bảo An", leaf_code=leaf, seed="mộc"))


def test_there_are_26_sets() -> None:
    assert len(set(tables.types()) - set(NAMES)) == 26


@pytest.mark.parametrize(
    ("sector", "code"),
    [
        ("food", "processed_produce"),
        ("beverage", "soft_drink"),
        ("handicraft", "craft"),
        ("tourism", "tourism_service"),
    ],
)
def test_a_name_that_says_nothing_falls_back_to_the_sector(sector: str, code: str) -> None:
    assert pictures.type_of("Mộc Quý Phi", sector_code=sector) == code


def test_nearly_all_pictures_of_the_catalogue_are_small_and_all_are_sound() -> None:
    names = product_names()
    documents = [pictures.draw(name, seed=f"{name}-{number}") for number, name in enumerate(names)]

    for document in documents:
        check_document(document)
    large = [len(gzip.compress(document.encode(), 6)) > LARGE for document in documents]

    assert sum(large) <= MOST_LARGE


def test_the_same_seed_draws_the_same_and_another_seed_another() -> None:
    first = pictures.draw("Nước mắm Lê Gia", seed="nuoc-mam-le-gia")

    assert pictures.draw("Nước mắm Lê Gia", seed="nuoc-mam-le-gia") == first
    assert pictures.draw("Nước mắm Lê Gia", seed="nuoc-mam-le-gia-2") != first


def test_light_and_dark_are_in_the_document() -> None:
    document = pictures.draw("Gạo ST25", seed="gao")

    assert "@media(prefers-color-scheme:dark)" in document
    assert "<title>gạo st25</title>" in document


def test_words_after_the_type_choose_things_and_colour() -> None:
    sweets = ["Kẹo dừa", "Kẹo dừa gừng", "Kẹo dừa ca cao", "Kẹo dừa sầu riêng", "Kẹo dừa sầu riêng lá dứa"]

    shown = [(subject_of(name).items, subject_of(name).colours) for name in sweets]

    assert len({items for items, _ in shown}) == 5
    assert all(items[0] == "coconut" for items, _ in shown)
    assert "ginger-root" in subject_of("Kẹo dừa gừng").items


@pytest.mark.parametrize(
    ("name", "items"),
    [
        ("Giấm mật hoa dừa", ["coconut"]), ("Rượu mơ Asuka", ["peach"]), ("Bánh đậu xanh hạt sen", ["lotus"]),
        ("Tinh dầu sả", ["herb"]), ("Gừng", []), ("Trà Vinh", []), ("Mộc Bảo An", []),
    ],
)  # fmt: skip
def test_companions_are_what_the_name_says_beside_the_goods(name: str, items: list[str]) -> None:
    found = [companion.item for companion in companions_of(name)]

    assert [item for item in found if item in items] == items


def test_dried_fruit_is_packed_and_tinned_fruit_stands_in_a_tin() -> None:
    assert subject_of("Xoài cát").type.layout == "heap"
    assert subject_of("Xoài sấy dẻo").type.vessel == "pouch"
    assert subject_of("Dứa đóng hộp").type.vessel == "tin"


def test_companions_name_kinds_and_drawings_that_exist() -> None:
    for row in tables.companions():
        assert things.thing(row.item).body


def test_each_drawing_is_used_and_none_is_missing() -> None:
    used = {item for kind in tables.types().values() for item in (*kind.items, *kind.extras, kind.label)}
    used |= {row.item for row in tables.companions()}
    stored = {path.stem for path in (tables.FOLDER / "drawings").glob("*.svg")}

    assert {item for item in used if item and not item.startswith("own:")} == stored


@pytest.mark.parametrize("landscape", ["highland", "delta", "coast", "plain", "unknown"])
def test_the_cover_of_each_landscape_is_sound(landscape: str) -> None:
    document = pictures.draw_cover(landscape, "htx-a")

    check_document(document)
    assert document == pictures.draw_cover(landscape, "htx-a")
    assert document != pictures.draw_cover(landscape, "htx-b")


def test_the_key_changes_with_what_is_drawn_and_leads_back() -> None:
    key = pictures.picture_key("Kẹo dừa", "processed_produce", "food", seed="keo-dua-1")

    assert pictures.seed_of(key) == "keo-dua-1"
    assert key != pictures.picture_key("Kẹo dừa gừng", "processed_produce", "food", seed="keo-dua-1")
    assert pictures.seed_of("keo-dua-1") == "keo-dua-1"


def test_the_alternative_text_says_that_it_is_drawn() -> None:
    with translation.override("vi"):
        assert pictures.alt("Nước mắm Lê Gia") == "Hình vẽ minh họa: nước mắm"
        assert pictures.alt("Mộc <Bảo> An") == "Hình vẽ minh họa: Mộc <Bảo> An"


def test_a_name_with_markup_cannot_break_the_document() -> None:
    check_document(pictures.draw('Mộc <script>&"', seed='"><script>'))
