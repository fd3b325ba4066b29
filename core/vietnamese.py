"""Vietnamese text: one spelling, folding, word splitting and sort order.

Pure functions on strings. No database, no search engine, no vocabulary of goods.
"""

import re
import unicodedata
from functools import lru_cache

_TONES = {"\u0300": "2", "\u0309": "3", "\u0303": "4", "\u0301": "5", "\u0323": "6"}
_ALPHABET = " 0123456789aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_BASE36 = "0123456789abcdefghijklmnopqrstuvwxyz"
_SORT_PREFIX = 80
_WORD = re.compile(r"[^\W_]+(?:[.,]\d+)*", re.UNICODE)
_SPACES = re.compile(r"\s+")

# Open syllables in -oa, -oe, -uy: the tone is written on either vowel. We write it on the first ("hòa").
_NEW_STYLE = {
    "oà": "òa", "oá": "óa", "oả": "ỏa", "oã": "õa", "oạ": "ọa",
    "oè": "òe", "oé": "óe", "oẻ": "ỏe", "oẽ": "õe", "oẹ": "ọe",
    "uỳ": "ùy", "uý": "úy", "uỷ": "ủy", "uỹ": "ũy", "uỵ": "ụy",
}  # fmt: skip
_OPEN_SYLLABLE = re.compile(r"([^\W\d_]*?)(" + "|".join(_NEW_STYLE) + r")(?![^\W\d_])", re.UNICODE)
# After "q" the u belongs to the consonant, so the tone goes on the y ("quý", never "qúy").
_AFTER_Q = {"qùy": "quỳ", "qúy": "quý", "qủy": "quỷ", "qũy": "quỹ", "qụy": "quỵ"}
_Q_SYLLABLE = re.compile("|".join(_AFTER_Q))
_FINAL_Y = re.compile(r"(?<![^\W\d_])(h|k|l|m|s|t|th|kh|qu|v|b|n|d|gi|tr)([yỳýỷỹỵ])(?![^\W\d_])", re.UNICODE)
_Y_TO_I = str.maketrans("yỳýỷỹỵ", "iìíỉĩị")


def nfc(text: str) -> str:
    """The text with letters and marks composed (NFC) and control characters taken out."""
    composed = unicodedata.normalize("NFC", text)
    if composed.isprintable():  # nearly every text; looking at each letter costs twenty times as much
        return composed
    return "".join(ch for ch in composed if ch in "\t\n\r" or unicodedata.category(ch) not in ("Cc", "Cf", "Cs", "Cn"))


def _move_tone(match: re.Match[str]) -> str:
    head, pair = match.groups()
    return match.group(0) if head.endswith("q") else head + _NEW_STYLE[pair]


def normalise(text: str) -> str:
    """One spelling of a text: NFC, lower case, one tone placement ("hoà" -> "hòa"), single spaces.

    Marks are kept; use it wherever two texts written by two people must meet.
    """
    lowered = _SPACES.sub(" ", nfc(text)).strip().lower()
    lowered = unicodedata.normalize("NFC", lowered)  # "İ".lower() decomposes again
    lowered = _Q_SYLLABLE.sub(lambda m: _AFTER_Q[m.group(0)], lowered)
    return _OPEN_SYLLABLE.sub(_move_tone, lowered)


@lru_cache(maxsize=8192)
def fold(text: str) -> str:
    """`normalise` without any mark and with đ as d: "Đường thốt nốt" -> "duong thot not"."""
    decomposed = unicodedata.normalize("NFD", normalise(text).replace("đ", "d"))
    return "".join(ch for ch in decomposed if not unicodedata.combining(ch))


def unify_i(text: str) -> str:
    """`normalise` with a final y after a consonant written i: "mỳ" and "mì", "Lý" and "Lí" become one."""
    return _FINAL_Y.sub(lambda m: m.group(1) + m.group(2).translate(_Y_TO_I), normalise(text))


def words(text: str) -> list[str]:
    """The words of the normalised text, in order; figures keep their inner point or comma ("2,5")."""
    return _WORD.findall(normalise(text))


def has_marks(text: str) -> bool:
    """Whether any letter carries a Vietnamese mark (or is đ)."""
    normal = normalise(text)
    return normal != fold(normal)


def _letter(ch: str) -> tuple[str, str]:
    """A lower-case letter -> (letter of the alphabet without tone, tone digit)."""
    tone = "1"
    kept = []
    for part in unicodedata.normalize("NFD", ch):
        if part in _TONES:
            tone = _TONES[part]
        else:
            kept.append(part)
    return unicodedata.normalize("NFC", "".join(kept)), tone


def sort_key(text: str) -> str:
    """A key whose plain byte order is Vietnamese dictionary order: a ă â b … đ … ê … ô ơ … ư, then by tone
    (none, huyền, hỏi, ngã, sắc, nặng).

    Only digits and lower-case ASCII letters, two per character, so that every database sorts it alike.
    """
    weights, tones = [], []
    for ch in " ".join(_WORD.findall(normalise(text)))[:_SORT_PREFIX]:
        letter, tone = _letter(ch)
        place = _ALPHABET.find(letter) if letter else -1
        place = len(_ALPHABET) if place < 0 else place
        place += 1  # 0 is the end of the word part
        weights.append(_BASE36[place // 36] + _BASE36[place % 36])
        tones.append(tone)
    return "".join(weights) + "00" + "".join(tones)


def typed_text(value: str | None, *, limit: int) -> str:
    """What a person typed into a field of the address: trimmed, without control characters, at most `limit` signs."""
    return nfc(value or "").strip()[:limit].strip()
