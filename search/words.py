"""Words as the search compares them: one spelling, figures apart from letters, parts of a name kept apart.

Pure. Nothing of goods, places or engines.
"""

import re
from collections.abc import Iterable
from functools import lru_cache

from core.vietnamese import fold, unify_i, words

BEGIN, END = "^", "$"  # stand before and after each part of an indexed name, so that a phrase can ask for its head
_PARTS = re.compile(r"\s[-–—]\s|[–—(),:;|/\"“”]")
_BORDER = re.compile(r"(?<=\d)(?=[^\W\d_])|(?<=[^\W\d_])(?=\d)")
LONGEST_WORD = 40


@lru_cache(maxsize=16384)
def split_figures(word: str) -> tuple[str, ...]:
    """ "om5451" -> ("om", "5451"); other words stay whole."""
    return tuple(part for part in _BORDER.split(word) if part)


def search_words(text: str) -> tuple[str, ...]:
    """The words of a text with their marks, ready to be compared: "Mỳ gạo OM5451" -> mì gạo om 5451."""
    found: list[str] = []
    for word in words(unify_i(text)):
        found += split_figures(word[:LONGEST_WORD])
    return tuple(found)


def folded_words(some: Iterable[str]) -> tuple[str, ...]:
    """The same words without marks."""
    return tuple(fold(word) for word in some)


def name_stream(text: str) -> tuple[str, ...]:
    """The words of a name for the index, each part between brackets or dashes framed by BEGIN and END."""
    stream: list[str] = []
    for part in _PARTS.split(unify_i(text)):
        found = search_words(part)
        if found:
            stream += [BEGIN, *found, END]
    return tuple(stream)


def is_plain(word: str) -> bool:
    """Whether the word carries no mark, so that it may stand for any marked one."""
    return word.isascii()
