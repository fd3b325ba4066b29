"""Typed words -> the words that were most likely meant: slips, Telex left-overs, joined words, marks left out.

Pure. A word that is known stays; another one needs evidence: it must be known and stand beside its neighbours in the
vocabulary or in a product. What a person typed is never dropped, and `plain=1` searches it unread.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from core.vietnamese import fold
from search import slips
from search.lexicon import Lexicon
from search.words import is_plain

# Costs of reading one typed word as another; a reading is the cheapest path through all words.
_UNKNOWN = 1.3  # stays as typed though nobody knows it
_UNSEEN = 0.5  # two words that never stand side by side
_ANY_MARKS = 0.15  # a word without marks among marked ones
_RARE = 0.5  # known, but from hardly any product: as likely a slip that makes another word
_RARE_COUNT = 3
_TELEX = 0.2
_SPLIT = 0.3
_CONFUSED = 0.4
_SLIP = 0.9
_TOLD_FROM = 0.35  # a reading dearer than this is told to the person
_MOST = 8  # candidates a word
_LONG = 6  # letters from which one slip is believed without a neighbour
_MOST_WORDS = 24


@dataclass(frozen=True, slots=True)
class Reading:
    """The words as read. `is_told`: so different from what was typed that the page says so. `unknown`: not known."""

    words: tuple[str, ...]
    is_told: bool = False


@dataclass(frozen=True, slots=True)
class _Candidate:
    words: tuple[str, ...]
    cost: float
    needs_neighbour: bool = False


def read_words(typed: Sequence[str], lexicon: Lexicon) -> Reading:
    """The cheapest reading of the typed words (already split and normalised)."""
    if not typed or len(typed) > _MOST_WORDS:
        return Reading(tuple(typed))
    any_marks = any(not is_plain(word) for word in typed)
    paths: list[tuple[float, tuple[_Candidate, ...]]] = [(0.0, ())]
    for word in typed:
        reached: dict[str, tuple[float, tuple[_Candidate, ...]]] = {}
        for candidate in _candidates(word, any_marks, lexicon):
            best = min(
                ((cost + candidate.cost + _join_cost(path, candidate, lexicon), path) for cost, path in paths),
                key=lambda step: step[0],
            )
            last = candidate.words[-1]
            if last not in reached or best[0] < reached[last][0]:
                reached[last] = (best[0], (*best[1], candidate))
        paths = sorted(reached.values(), key=lambda step: step[0])[:_MOST]
    path = paths[0][1]
    chosen = [_kept(path, at, typed[at], lexicon) for at in range(len(path))]
    words = tuple(word for candidate in chosen for word in candidate.words)
    is_told = any(c.cost >= _TOLD_FROM and c.words != (word,) for c, word in zip(chosen, typed, strict=True))
    return Reading(words, is_told)


def _kept(path: tuple[_Candidate, ...], at: int, word: str, lexicon: Lexicon) -> _Candidate:
    """The candidate, or the typed word where a slip was guessed that no neighbour confirms."""
    candidate = path[at]
    if not candidate.needs_neighbour:
        return candidate
    before = at > 0 and lexicon.together(path[at - 1].words[-1], candidate.words[0])
    after = at + 1 < len(path) and lexicon.together(candidate.words[-1], path[at + 1].words[0])
    return candidate if before or after else _Candidate((word,), 0.0)


def _join_cost(path: tuple[_Candidate, ...], candidate: _Candidate, lexicon: Lexicon) -> float:
    if not path or lexicon.together(path[-1].words[-1], candidate.words[0]):
        return 0.0
    return _UNSEEN


def _candidates(word: str, any_marks: bool, lexicon: Lexicon) -> list[_Candidate]:
    found: dict[tuple[str, ...], _Candidate] = {}

    def offer(words: tuple[str, ...], cost: float, *, needs_neighbour: bool = False) -> None:
        known = found.get(words)
        if known is None or cost < known.cost:
            found[words] = _Candidate(words, cost, needs_neighbour)

    if any(ch.isdigit() for ch in word):
        return [_with_figures(word, lexicon)]
    is_known = lexicon.knows(word)
    forms = lexicon.forms(fold(word))
    is_rare = is_known and lexicon.count(word) <= _RARE_COUNT
    if is_known:
        as_typed = not is_plain(word) or not any_marks or word in forms
        offer((word,), _RARE * is_rare if as_typed else _ANY_MARKS + 0.1)
    _offer_forms(word, forms, offer, any_marks=is_known and is_plain(word) and any_marks)
    for other in slips.confusions(word):
        if lexicon.knows(other):
            offer((other,), _CONFUSED, needs_neighbour=is_known)
    if not is_known:
        _offer_unknown(word, lexicon, offer)
    elif is_rare:
        for form in _slipped(word, lexicon):
            offer((form,), _SLIP + 0.1 * (not _shares_marks(word, form)), needs_neighbour=True)
    return sorted(found.values(), key=lambda c: c.cost)[: 2 * _MOST]


def _with_figures(word: str, lexicon: Lexicon) -> _Candidate:
    """Marks may be typed as figures ("mu7c" is mực); other words with figures stay as they are."""
    decoded = slips.decode_marks(word)
    is_word = decoded and not decoded.isdigit() and lexicon.knows(decoded)
    return _Candidate((decoded,) if decoded and is_word else (word,), 0.0)


def _offer_forms(word: str, forms: Mapping[str, int], offer, *, any_marks: bool) -> None:  # type: ignore[no-untyped-def]  # a closure
    """Words of the same letters: any of them for a plain word among marked ones, else those whose marks are near."""
    if any_marks:
        for form in sorted(forms, key=lambda form: -forms[form])[:_MOST]:
            offer((form,), _ANY_MARKS)
    else:
        offer((word,), _UNKNOWN)
    for form in forms:
        if not is_plain(word) and form != word:
            offer((form,), slips.marks_apart(word, form) or _SLIP, needs_neighbour=True)


def _offer_unknown(word: str, lexicon: Lexicon, offer) -> None:  # type: ignore[no-untyped-def]  # a closure
    decoded = slips.decode_marks(word)
    if decoded and lexicon.knows(decoded):
        offer((decoded,), _TELEX)
    parts = _split(word, lexicon)
    if parts:
        offer(parts, _SPLIT)
    for form in _slipped(word, lexicon):
        offer((form,), _SLIP + 0.1 * (not _shares_marks(word, form)), needs_neighbour=len(fold(word)) < _LONG)


def _slipped(word: str, lexicon: Lexicon) -> list[str]:
    """Known words one slip away, those with the most products first."""
    if len(word) < 3:
        return []
    counts: dict[str, int] = {}
    for letters in _slip_letters(fold(word)):
        forms = lexicon.forms(letters)
        if not forms:
            continue
        if is_plain(word):
            counts[letters] = sum(forms.values())
        else:
            counts.update(forms)
    return sorted(counts, key=lambda form: (not _shares_marks(word, form), -counts[form], form))[:_MOST]


@lru_cache(maxsize=1024)
def _slip_letters(letters: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(slips.one_slip(letters)))


def _shares_marks(word: str, form: str) -> bool:
    """Whether each marked letter that was typed is in the form too: "mắn" and "mắm"."""
    return all(ch.isascii() or ch in form for ch in word)


def _split(word: str, lexicon: Lexicon) -> tuple[str, ...] | None:
    """A word typed without its spaces, cut into known words that stand side by side: "mậtong" -> mật ong."""
    if len(word) < 5:
        return None
    best: dict[int, list[tuple[str, ...]]] = {0: [()]}
    for end in range(2, len(word) + 1):
        for start in range(max(0, end - 7), end - 1):
            part = word[start:end]
            if start not in best or not lexicon.knows(part):
                continue
            for head in best[start]:
                if not head or lexicon.together(head[-1], part):
                    best.setdefault(end, []).append((*head, part))
        if end in best:
            best[end] = sorted(best[end], key=len)[:3]
    whole = [parts for parts in best.get(len(word), []) if len(parts) > 1]
    return whole[0] if whole else None
