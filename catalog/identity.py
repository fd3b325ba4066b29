"""What makes two rows the same product or the same maker: folded name, maker and place. Pure.

Folding alone would make "mứt dừa" and "mứt dứa" of one maker one product, so names must also agree in the marks
that both of them carry.
"""

import hashlib
from functools import lru_cache

from core.vietnamese import fold, has_marks, unify_i, words

_PLACE_SHORT_FORMS = {
    "tp": "thanh pho", "tx": "thi xa", "tt": "thi tran", "h": "huyen", "q": "quan", "p": "phuong", "x": "xa",
}  # fmt: skip


@lru_cache(maxsize=16384)
def name_words(text: str) -> str:
    """The folded words of a name without punctuation: "Dừa sáp sợi (VICOSAP)" -> "dua sap soi vicosap".

    A final y is an i, so that "Kỳ Sơn" and "Kì Sơn" meet.
    """
    return " ".join(words(fold(unify_i(text))))


@lru_cache(maxsize=16384)
def place_words(text: str) -> str:
    """The folded words of a place with the usual short forms written out: "TX. Tân Châu" -> "thi xa tan chau"."""
    return " ".join(_PLACE_SHORT_FORMS.get(word, word) for word in words(fold(text)))


def product_key(*, name: str, maker: str, place: str, province: str) -> str:
    """32 hex digits that are the same for the same folded name, maker and printed place."""
    parts = (name_words(name), name_words(maker), place_words(place), place_words(province))
    return hashlib.blake2b("\x1f".join(parts).encode(), digest_size=16).hexdigest()


def names_agree(one: str, other: str) -> bool:
    """Whether two names of the same folded words can be one name: no word carries marks in both that differ.

    "Keo dua" agrees with "Kẹo dừa", "Kỳ Sơn" with "Kì Sơn"; "Mứt dừa" does not agree with "Mứt dứa".
    """
    pairs = zip(words(one), words(other), strict=False)
    return name_words(one) == name_words(other) and all(
        unify_i(left) == unify_i(right) or not has_marks(left) or not has_marks(right) for left, right in pairs
    )
