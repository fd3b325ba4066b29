"""Vietnamese text: one spelling, folding, word splitting, dictionary order."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.vietnamese import fold, has_marks, normalise, sort_key, unify_i, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("hoà", "hòa"),
        ("HOÀ BÌNH", "hòa bình"),
        ("Thuỷ", "thủy"),
        ("qúy", "quý"),
        ("quý", "quý"),
        ("khoẻ", "khỏe"),
        ("loài hoàng thuyền", "loài hoàng thuyền"),
        ("  mật\u00a0 ong\n", "mật ong"),
        (unicodedata.normalize("NFD", "Đường thốt nốt"), "đường thốt nốt"),
    ],
)
def test_normalise_gives_one_spelling(text: str, expected: str) -> None:
    assert normalise(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"), [("Đường thốt nốt", "duong thot not"), ("Kẹo DỪA", "keo dua"), ("ĐŨA", "dua")]
)
def test_fold_takes_every_mark_off(text: str, expected: str) -> None:
    assert fold(text) == expected


@pytest.mark.parametrize(("one", "other"), [("mỳ", "mì"), ("Lý", "Lí"), ("kỹ", "kĩ"), ("Mỹ", "Mĩ")])
def test_unify_i_makes_both_spellings_meet(one: str, other: str) -> None:
    assert unify_i(one) == unify_i(other)


def test_words_keep_figures_whole() -> None:
    assert words("Gạo ST25 (túi 2,5kg), 40°N!") == ["gạo", "st25", "túi", "2,5", "kg", "40", "n"]


def test_has_marks_tells_typed_marks() -> None:
    assert (has_marks("kẹo dua"), has_marks("keo dua"), has_marks("đ")) == (True, False, True)


def test_sort_key_is_dictionary_order() -> None:
    ordered = [
        "An Giang", "Ánh", "ăn", "ba", "bà", "bả", "bã", "bá", "bạ", "bà con", "cam", "da", "dừa", "đa", "đũa",
        "em", "êm", "o", "ô", "ơ", "u", "ư", "ý",
    ]  # fmt: skip

    shuffled = ordered[1::2] + ordered[::2]

    assert sorted(shuffled, key=sort_key) == ordered


@given(st.text())
def test_folding_any_text_is_stable(text: str) -> None:
    once = normalise(text)

    assert normalise(once) == once
    assert fold(fold(text)) == fold(text)
    assert set(sort_key(text)) <= set("0123456789abcdefghijklmnopqrstuvwxyz")
