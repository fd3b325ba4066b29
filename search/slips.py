"""What a typed word may have been meant to be: marks left as letters (Telex, VNI), sounds that are confused, slips.

Pure: only spellings are made here; which of them is a real word is for `spelling.py`.
"""

import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from core.vietnamese import fold, unify_i

_TONES = {"f": "\u0300", "s": "\u0301", "r": "\u0309", "x": "\u0303", "j": "\u0323"}
_VNI_TONES = {"1": "\u0301", "2": "\u0300", "3": "\u0309", "4": "\u0303", "5": "\u0323"}
_TONE_MARKS = frozenset(_TONES.values())
_VNI_LETTERS = {"6": {"a": "â", "e": "ê", "o": "ô"}, "7": {"o": "ơ", "u": "ư"}, "8": {"a": "ă"}, "9": {"d": "đ"}}
_DOUBLE = {"aa": "â", "ee": "ê", "oo": "ô", "dd": "đ", "aw": "ă", "ow": "ơ", "uw": "ư"}
_VOWELS = "aăâeêioôơuưy"
_LETTERS = "abcdeghiklmnopqrstuvxy"
# Sounds that many speakers do not tell apart, at the head and at the end of a syllable (North, South, centre).
_HEADS = (
    ("n", "l"), ("tr", "ch"), ("s", "x"), ("d", "gi", "r", "v"), ("d", "đ"), ("k", "c", "q"), ("ng", "ngh"),
    ("g", "gh"),
    ("i", "y"), ("f", "ph"), ("w", "qu"), ("j", "gi"), ("z", "d", "gi", "r"), ("hw", "ho"), ("b", "v"), ("đ", "z"),
)  # fmt: skip
_ENDS = (
    ("n", "ng", "nh"),
    ("t", "c", "ch"),
    ("i", "y"),
    ("ao", "au"),
    ("iu", "ieu"),
    ("iu", "iêu"),
    ("ưu", "iêu", "ươu"),
)
_HOI, _NGA = "\u0309", "\u0303"


def decode_marks(word: str) -> str | None:
    """The word that Telex or VNI keys were meant to make ("bof" -> "bò", "nuoc71" -> "nước"); None if it holds none."""
    letters, tone = _telex(word) if not any(ch.isdigit() for ch in word) else _vni(word)
    if letters == word and not tone:
        return None
    made = _with_tone(letters, tone) if tone else letters
    return unify_i(made) if made else None


def _telex(word: str) -> tuple[str, str]:
    tone = ""
    if len(word) > 2 and word[-1] in _TONES and any(ch in _VOWELS for ch in word[:-1]):
        tone, word = _TONES[word[-1]], word[:-1]
    else:
        for at in range(2, len(word)):  # the tone key may stand right after its vowel: "nuowsc"
            if word[at] in _TONES and word[at - 1] in _VOWELS + "w" and word[at] not in "rxs" * (at == 1):
                tone, word = _TONES[word[at]], word[:at] + word[at + 1 :]
                break
    for keys, letter in (("uow", "ươ"), *_DOUBLE.items()):
        word = word.replace(keys, letter)
    if "w" in word:  # one w after the whole vowel group: "nuocw"
        head, rest = word.split("w", 1)
        word = (head.replace("uo", "ươ") if "uo" in head else _last(head, {"a": "ă", "o": "ơ", "u": "ư"})) + rest
    return word, tone


def _vni(word: str) -> tuple[str, str]:
    tone, letters = "", ""
    for ch in word:
        if ch in _VNI_TONES and letters:
            tone = _VNI_TONES[ch]
        elif ch in _VNI_LETTERS and letters:
            letters = letters.replace("uo", "ươ") if ch == "7" and "uo" in letters else _last(letters, _VNI_LETTERS[ch])
        else:
            letters += ch
    return letters, tone


def _last(letters: str, table: dict[str, str]) -> str:
    for at in range(len(letters) - 1, -1, -1):
        if letters[at] in table:
            return letters[:at] + table[letters[at]] + letters[at + 1 :]
    return letters


def _with_tone(letters: str, tone: str) -> str | None:
    """The tone on the vowel that bears it; None when the letters hold no vowel."""
    places = [at for at, ch in enumerate(letters) if ch in _VOWELS]
    if letters.startswith(("qu", "gi")) and len(places) > 1:
        places = places[1:]
    if not places:
        return None
    bearer = next((at for at in reversed(places) if letters[at] in "êơâăôư"), None)
    if bearer is None:
        closed = places[-1] < len(letters) - 1
        bearer = places[-1] if closed or len(places) == 1 else places[-2]
    return unicodedata.normalize("NFC", letters[: bearer + 1] + tone + letters[bearer + 1 :])


@lru_cache(maxsize=4096)
def confusions(word: str) -> tuple[str, ...]:
    """Spellings with one sound exchanged that many people confuse: "lấm" -> "nấm", "xúc sích" -> "xích"."""
    found: dict[str, None] = {}
    bare = unicodedata.normalize("NFD", word)
    for group in _HEADS:
        for head in group:
            if word.startswith(head) and len(word) > len(head):
                found.update({other + word[len(head) :]: None for other in group if other != head})
    for group in _ENDS:
        for end in group:
            if word.endswith(end) and len(word) > len(end):
                found.update({word[: -len(end)] + other: None for other in group if other != end})
    for one, other in ((_HOI, _NGA), (_NGA, _HOI)):
        if one in bare:
            found[unicodedata.normalize("NFC", bare.replace(one, other))] = None
    found.pop(word, None)
    return tuple(found)


def one_slip(word: str) -> Iterator[str]:
    """Every folded spelling one slip away: a letter missing, too many, wrong, or two exchanged."""
    for at in range(len(word)):
        yield word[:at] + word[at + 1 :]
        if at + 1 < len(word):
            yield word[:at] + word[at + 1] + word[at] + word[at + 2 :]
        for letter in _LETTERS:
            yield word[:at] + letter + word[at + 1 :]
    for at in range(len(word) + 1):
        for letter in _LETTERS:
            yield word[:at] + letter + word[at:]


def marks_apart(typed: str, meant: str) -> float:
    """How far the marks of two words of the same letters disagree: 0 none, 0.3 only left out, 0.5 other ones."""
    if typed == meant or typed == fold(typed):
        return 0.0
    return 0.3 if is_left_out(typed, meant) else 0.5


def is_left_out(typed: str, meant: str) -> bool:
    """Whether every mark that was typed agrees and others were only left out ("sâu" for "sầu", "nươc" for "nước")."""
    one, other = _signs(typed), _signs(meant)
    return len(one) == len(other) and all(
        a[0] == b[0] and set(a[1:]) <= set(b[1:]) for a, b in zip(one, other, strict=True)
    )


def _signs(word: str) -> list[str]:
    """Each letter with its marks behind it."""
    groups: list[str] = []
    for ch in unicodedata.normalize("NFD", word.replace("đ", "d\u0335")):
        if groups and (unicodedata.combining(ch) or ch == "\u0335"):
            groups[-1] += ch
        else:
            groups.append(ch)
    return groups
