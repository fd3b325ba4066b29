"""The vocabulary: its data files are sound, and words lead to the kinds a Vietnamese shopper means."""

import csv
from pathlib import Path

import pytest

from catalog import group_table, vocabulary, vocabulary_files
from catalog.pictures.tables import types

WORDS = vocabulary.load()


def kinds(text: str) -> list[str]:
    return [span.kinds[0] for span in WORDS.kinds_in(text)]


def test_each_kind_names_a_set_and_a_picture_that_exist() -> None:
    sets = {node.code for node in group_table.nodes() if node.level == "set"}
    used = list(WORDS.kinds.values())

    unknown = [kind.code for kind in used if kind.leaf_code and kind.leaf_code not in sets]
    undrawn = [kind.code for kind in used if kind.picture not in types()]

    assert (unknown, undrawn) == ([], [])


def test_the_sets_are_all_told_by_some_kind() -> None:
    sets = {node.code for node in group_table.nodes() if node.level == "set"}

    assert {kind.leaf_code for kind in WORDS.kinds.values() if kind.leaf_code} == sets


def test_collectives_cover_codes_that_exist() -> None:
    nodes = {node.code: node.level for node in group_table.nodes()}
    wrong = []

    for row in WORDS.collectives:
        for mark in row.covers + row.near:
            prefix, _, code = mark.partition(":")
            known = {"kind": code in WORDS.kinds, "of": code in WORDS.kinds, "leaf": nodes.get(code) == "set"}
            if not known.get(prefix, nodes.get(code) == prefix):
                wrong.append(mark)

    assert wrong == []


def test_equal_words_stand_under_kinds_that_exist() -> None:
    with (vocabulary_files.DATA / "equal_words.csv").open(encoding="utf-8", newline="") as file:
        under = {code for row in csv.DictReader(file) for code in row["under"].split()}

    assert under - set(WORDS.kinds) == set()


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("thịt heo", "thit_lon"), ("thịt lợn", "thit_lon"),
        ("hột vịt", "trung_vit"), ("trứng vịt", "trung_vit"),
        ("quả na", "mang_cau_ta"), ("mãng cầu", "mang_cau_ta"),
        ("khóm", "dua_qua"), ("thơm", "dua_qua"), ("dứa", "dua_qua"),
        ("kẹo đậu phộng", "keo_lac"), ("kẹo lạc", "keo_lac"),
        ("dầu vừng", "dau_vung"), ("dầu mè", "dau_vung"), ("dầu phụng", "dau_lac"),
        ("nấm sò", "nam_bao_ngu"), ("khổ qua", "kho_qua"), ("mướp đắng", "kho_qua"),
        ("chà bông", "ruoc"), ("ruốc", "ruoc"), ("lạp sườn", "lap_xuong"),
        ("cá quả", "ca_loc"), ("cá tràu", "ca_loc"), ("mắm cá quả", "mam_ca.mam_ca_loc"),
        ("chè xanh", "tra_xanh"), ("trà xanh", "tra_xanh"), ("chè đậu xanh", "che_ngot.che_dau_xanh"),
        ("bún", "bun"), ("miến", "mien"), ("sắn", "khoai_mi"), ("khoai lang", "khoai_lang"),
        ("hồ tiêu", "tieu"), ("đào lộn hột", "hat_dieu"), ("nhang trầm", "nhang.huong_tram"),
        ("xà phòng", "xa_bong"), ("mỳ gạo", "mi.mi_gao"), ("hủ tíu", "hu_tieu"), ("tổ yến", "yen_sao"),
        ("coconut candy", "keo_dua"), ("honey", "mat_ong"), ("cashew nuts", "hat_dieu"), ("fish sauce", "nuoc_mam"),
        ("rice paper", "banh_trang"), ("dried mango", "xoai_say"), ("tea", "tra"), ("coffee", "ca_phe"),
    ],
)  # fmt: skip
def test_a_word_leads_to_its_kind_wherever_it_is_said(typed: str, code: str) -> None:
    assert kinds(typed) == [code]


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("keo dua", "keo_dua"), ("nuoc mam", "nuoc_mam"), ("mat ong", "mat_ong"), ("banh trang", "banh_trang"),
        ("thit trau gac bep", "trau_gac_bep"), ("tinh bot nghe", "tinh_bot_nghe"), ("bánh tet", "banh_tet"),
        ("dau dừa", "dau_dua"), ("mam tôm chua", "mam_tom.mam_tom_chua"), ("BÁNH ĐẬU XANH", "banh_dau_xanh"),
        ("tra hoà tan", "tra_tui_loc.tra_hoa_tan"), ("ca\u0300 phe\u0302", "ca_phe"),
    ],
)  # fmt: skip
def test_marks_may_be_missing_or_written_otherwise(typed: str, code: str) -> None:
    assert kinds(typed) == [code]


@pytest.mark.parametrize(
    ("typed", "codes"),
    [("dừa", {"dua"}), ("dứa", {"dua_qua"}), ("dưa", {"dua_trai_cay", "dua_muoi"}), ("giỏ", {"gio"})],
)
def test_marks_decide_where_there_are_any(typed: str, codes: set[str]) -> None:
    assert set(WORDS.kinds_in(typed)[0].kinds) == codes


def test_a_text_without_marks_keeps_every_reading() -> None:
    readings = set(WORDS.kinds_in("dua")[0].kinds)

    assert {"dua", "dua_qua", "dua_trai_cay"} <= readings


@pytest.mark.parametrize(
    "text",
    [
        "Trà Vinh",
        "tra vinh",
        "Ba Na",
        "Phước Lạc",
        "quê hương",
        "Thái Bình",
        "Cao Bằng",
        "điện thoại iphone",
        "Na Hang",
    ],
)
def test_words_that_mean_something_else_are_no_goods(text: str) -> None:
    assert WORDS.kinds_in(text) == ()


@pytest.mark.parametrize(
    ("name", "main", "companions"),
    [
        ("Kẹo dừa sầu riêng lá dứa", "keo_dua", ("sau_rieng", "la_dua")),
        ("Gạo thơm Thủy Thanh", "gao.gao_thom", ()),
        ("Phong Hải Danh Trà - Trà hoa sen", "tra_sen", ()),
        ("Sachi inchi tea (trà sachi)", "tra_cu_qua.tra_sachi", ()),
        ("Trà hòa tan Oolong sen", "tra_sen", ()),
        ("Khe Sanh Coffee", "ca_phe", ()),
        ("Mộc Bảo An", None, ()),
    ],
)
def test_a_name_tells_the_goods_first(name: str, main: str | None, companions: tuple[str, ...]) -> None:
    assert WORDS.kinds_of_product(name) == vocabulary.ProductKinds(main, companions)


def test_synonyms_leave_varieties_and_the_word_itself_out() -> None:
    assert WORDS.synonyms_of("kẹo lạc") == ("kẹo đậu phộng", "kẹo đậu phụng")
    assert WORDS.synonyms_of("coconut candy") == ("kẹo dừa", "kẹo sữa dừa")
    assert WORDS.synonyms_of("xe máy") == ()


def test_families_go_up_and_down() -> None:
    assert WORDS.ancestors("nuoc_mam") == ("nuoc_cham", "gia_vi")
    assert WORDS.ancestors("tra_sen") == ("tra",)
    assert "keo_dua" in WORDS.descendants("keo")
    assert "dau_dua" in WORDS.made_of("dua")


def test_a_collective_word_covers_sets_and_kinds() -> None:
    (found,) = WORDS.collective("gia vị")

    assert found.leaves == ("liquid_seasoning", "dry_seasoning")


def test_a_collective_inside_a_longer_name_is_left_out() -> None:
    assert WORDS.collective("trà hoa quả") == () or WORDS.collective("trà hoa quả")[0].text != "hoa"
    assert [found.text for found in WORDS.collective("bánh kẹo quà tết")] == ["bánh kẹo", "quà tết"]


def test_fillers_qualities_and_maker_forms_are_found() -> None:
    assert [span.text for span in WORDS.fillers_in("cần mua tôm giá sỉ ở đâu")] == ["cần mua", "giá sỉ", "ở đâu"]
    assert WORDS.qualities_in("tôm đông lạnh")[0].values == ("frozen",)
    assert WORDS.expand_maker("cty TNHH MTV Hà Mỵ") == "công ty trách nhiệm hữu hạn một thành viên hà mỵ"


def test_joined_words_are_told_apart() -> None:
    assert (WORDS.unjoin("caphe"), WORDS.unjoin("matong"), WORDS.unjoin("xyz")) == ("cà phê", "mật ong", None)


def test_a_code_twice_is_refused_with_its_line(tmp_path: Path) -> None:
    for name in ("equal_words", "vocabulary"):
        (tmp_path / f"{name}.csv").write_text((vocabulary_files.DATA / f"{name}.csv").read_text(encoding="utf-8"))
    with (tmp_path / "vocabulary.csv").open("a", encoding="utf-8") as file:
        file.write("keo,kẹo,,,,,,,,,\n")

    with pytest.raises(ValueError, match=r"vocabulary.csv, line \d+: the code 'keo' stands twice"):
        vocabulary_files.read_kinds(tmp_path)


def test_a_line_cut_short_is_refused(tmp_path: Path) -> None:
    (tmp_path / "equal_words.csv").write_text("words,under,note\n", encoding="utf-8")
    (tmp_path / "vocabulary.csv").write_text("code,name,words\nkeo,kẹo\n", encoding="utf-8")

    with pytest.raises(ValueError, match=r"vocabulary\.csv, line 2: not 3 columns"):
        vocabulary_files.read_kinds(tmp_path)
