"""The one vocabulary of kinds of goods: their names, regional and English words, families, groups and pictures.

Pure, over `catalog/data/*.csv`, which a shopkeeper can edit. Search, pictures, groups and trade all read it here;
the files are read in `vocabulary_files.py`, and what each column means stands in docs/adr/0004-vocabulary.md.
"""

from collections.abc import Iterable
from functools import cached_property, lru_cache

from catalog.kinds import Collective, CollectiveRow, Kind, KindSpan, ProductKinds, Quality, Words, WordSpan
from catalog.phrases import Hit, PhraseIndex, Token, tokens
from catalog.vocabulary_files import read_all
from core import vietnamese

__all__ = ["Collective", "Kind", "KindSpan", "ProductKinds", "Quality", "Vocabulary", "WordSpan", "load"]


class Vocabulary:
    """All kinds by code, and the questions one can ask of them. Get the site's own with `load()`."""

    def __init__(self, words: Words) -> None:
        self.kinds = words.kinds
        self.collectives = words.collectives
        self.qualities = words.qualities
        self.fillers = words.fillers
        self.maker_words = words.maker_words

    def kind(self, code: str) -> Kind:
        """The kind of that code. Raises KeyError."""
        return self.kinds[code]

    def kinds_in(self, text: str) -> tuple[KindSpan, ...]:
        """The kinds a text names, left to right, whole words, the longest at each place, never overlapping.

        Vietnamese and English words both count. Marks decide where the text has any; without marks every reading
        that fits is given ("keo dua": kẹo dừa; "dua": dừa, dứa and dưa), but none inside a longer filler ("dac san").
        """
        return _kinds_in(self, text)

    def kinds_of_product(self, name: str) -> ProductKinds:
        """The kind a product is, read from its name, and the other kinds in the name.

        'Kẹo dừa sầu riêng lá dứa' is keo_dua with sau_rieng and la_dua: Vietnamese names the goods first. A kind that
        tells the first one more exactly wins ("Danh Trà - Trà sen"), and so do marked words in brackets behind a name
        without marks ("Sachi inchi tea (trà sachi)").
        """
        spans = self.kinds_in(_told_in_vietnamese(name))
        exact = [span for span in spans if span.exact]
        spans = self.kinds_in(_told_in_vietnamese(name))
        exact = [span for span in spans if span.exact]
        found = [span.kinds[0] for span in exact or spans]
        if not found:
            return ProductKinds(None)
        main = next((code for code in found[1:] if self._tells_more(code, found[0])), found[0])
        return ProductKinds(main, tuple(dict.fromkeys(code for code in found if code not in (main, found[0]))))

    def synonyms_of(self, phrase: str) -> tuple[str, ...]:
        """Other Vietnamese words for what the whole phrase names, the phrase itself left out; () when unknown.

        English words lead to the Vietnamese ones ("coconut candy" gives "kẹo dừa").
        """
        words = tokens(phrase)
        values, _ = self._index.at(words, 0, len(words), any(word.has_marks for word in words))
        asked = tuple(word.marked for word in words)
        found = dict.fromkeys(word for code in values for word in self.kinds[code].words)
        return tuple(word for word in found if tuple(t.marked for t in tokens(word)) != asked)

    def ancestors(self, code: str) -> tuple[str, ...]:
        """The families of a kind, nearest first, without the kind itself."""
        chain: list[str] = []
        parent = self.kinds[code].parent
        while parent:
            chain.append(parent)
            parent = self.kinds[parent].parent
        return tuple(chain)

    def descendants(self, code: str) -> tuple[str, ...]:
        """Every kind below a kind, without the kind itself, in the order of the file."""
        below: list[str] = []
        for child in self._children.get(code, ()):
            below += [child, *self.descendants(child)]
        return tuple(below)

    def made_of(self, code: str) -> tuple[str, ...]:
        """Kinds that are made of the kind or of one of its varieties ("dua": kẹo dừa, dầu dừa …)."""
        sources = {code, *self.descendants(code)}
        return tuple(kind.code for kind in self.kinds.values() if kind.made_of in sources)

    def collective(self, text: str) -> tuple[Collective, ...]:
        """The words for many kinds in a text ("gia vị", "hải sản khô", "quà tết"), longest first at each place.

        One that is only a part of a kind's longer name is left out ("khô" in "măng khô").
        """
        spans = self.kinds_in(text)
        return tuple(
            _collective(self.collectives[int(hit.values[0])], hit)
            for hit in self._collective_index.find(text)
            if not any(
                span.start <= hit.start and hit.end <= span.end and len(span.text) > len(hit.text) for span in spans
            )
        )

    def qualities_in(self, text: str) -> tuple[WordSpan, ...]:
        """Words for a state of goods ("sấy dẻo", "đông lạnh", "organic"); values are codes of `qualities`."""
        return _word_spans(self._quality_index.find(text))

    def fillers_in(self, text: str) -> tuple[WordSpan, ...]:
        """Words that name no goods ("mua", "giá sỉ", "ở đâu", "ocop"); the value is the reason of fillers.csv.

        A filler may also be part of a kind's name or of a place: ask for those first.
        """
        return _word_spans(self._filler_index.find(text))

    def maker_words_in(self, text: str) -> tuple[WordSpan, ...]:
        """Words for the form of a maker, short or full ("htx", "cty tnhh"); the value is the full form."""
        return _word_spans(self._maker_index.find(text))

    def expand_maker(self, text: str) -> str:
        """The normalised text with short forms of makers written out: "HTX Nam Yang" -> "hợp tác xã nam yang"."""
        words = vietnamese.words(text)
        for span in reversed(self.maker_words_in(text)):
            words[span.start : span.end] = [span.values[0]]
        return " ".join(words)

    def unjoin(self, word: str) -> str | None:
        """The phrase that someone typed without spaces ("caphe" -> "cà phê"), or None."""
        return self._joined.get(tokens(word)[0].folded) if len(tokens(word)) == 1 else None

    @cached_property
    def _index(self) -> PhraseIndex:
        index = PhraseIndex()
        for kind in self.kinds.values():
            for word in kind.words + kind.english:
                index.add(word, kind.code)
        return index

    @cached_property
    def _children(self) -> dict[str, list[str]]:
        children: dict[str, list[str]] = {}
        for kind in self.kinds.values():
            if kind.parent:
                children.setdefault(kind.parent, []).append(kind.code)
        return children

    @cached_property
    def _collective_index(self) -> PhraseIndex:
        return _index_of((word, str(n)) for n, row in enumerate(self.collectives) for word in row.words)

    @cached_property
    def _quality_index(self) -> PhraseIndex:
        return _index_of((word, q.code) for q in self.qualities.values() for word in q.words + q.english)

    @cached_property
    def _filler_index(self) -> PhraseIndex:
        return _index_of(self.fillers)

    @cached_property
    def _maker_index(self) -> PhraseIndex:
        pairs = [(short, full) for short, full, _ in self.maker_words]
        return _index_of(pairs + [(full, full) for _, full, _ in self.maker_words])

    @cached_property
    def _joined(self) -> dict[str, str]:
        joined: dict[str, str] = {}
        for kind in self.kinds.values():
            for word in kind.words:
                parts = tokens(word)
                if len(parts) > 1:
                    joined.setdefault("".join(part.folded for part in parts), word)
        return joined

    def _tells_more(self, code: str, first: str) -> bool:
        """Whether a later kind says better what the goods are: it is below the first, or the first is only a form."""
        family = self.ancestors(code)
        if first in family:
            return True
        above = self.ancestors(first)
        return self.kinds[first].is_form and bool(above) and above[-1] in family and not self.kinds[code].is_form

    def accepts(self, code: str, words: tuple[Token, ...], start: int, end: int) -> bool:
        """Whether the words around let this be the kind: see `Kind.but_not` and `Kind.only_first`."""
        kind = self.kinds[code]
        if start and any(_same(words[start:end], phrase) for phrase in kind.only_first):
            return False
        return not any(_covered(words, start, end, phrase) for phrase in kind.but_not)


@lru_cache(maxsize=1)
def load() -> Vocabulary:
    """The vocabulary of the site, read once. Raises ValueError (file, line, why) when a data file is wrong."""
    return Vocabulary(read_all())


@lru_cache(maxsize=8192)
def _kinds_in(vocabulary: Vocabulary, text: str) -> tuple[KindSpan, ...]:
    fillers = [span for span in vocabulary.fillers_in(text) if span.end - span.start > 1]

    def accepts(code: str, words: tuple[Token, ...], start: int, end: int) -> bool:
        inside = any(f.start <= start and end <= f.end and end - start < f.end - f.start for f in fillers)
        return not inside and vocabulary.accepts(code, words, start, end)

    hits = vocabulary._index.find(text, accepts=accepts)
    return tuple(KindSpan(hit.start, hit.end, hit.text, hit.values, hit.exact) for hit in hits)


def _covered(words: tuple[Token, ...], start: int, end: int, phrase: tuple[Token, ...]) -> bool:
    """Whether `phrase` stands in `words` so that it holds words `start` to `end` and more."""
    size = len(phrase)
    if size <= end - start:
        return False
    firsts = range(max(0, end - size), min(start, len(words) - size) + 1)
    return any(_same(words[first : first + size], phrase) for first in firsts)


def _same(words: tuple[Token, ...], phrase: tuple[Token, ...]) -> bool:
    """Whether the words are the phrase, a word without marks standing for any marked one."""
    return len(words) == len(phrase) and all(
        word.marked == wanted.marked or (not word.has_marks and word.folded == wanted.folded)
        for word, wanted in zip(words, phrase, strict=True)
    )


def _inside(hit: Hit, span: KindSpan) -> bool:
    """Whether the hit is a part of the span, and not all of it."""
    return span.start <= hit.start and hit.end <= span.end and hit.end - hit.start < span.end - span.start


def _told_in_vietnamese(name: str) -> str:
    """What stands in brackets behind a foreign name, when that is Vietnamese; else the name itself."""
    outside, bracket, inside = name.partition("(")
    if bracket and not vietnamese.has_marks(outside) and vietnamese.has_marks(inside):
        return inside
    return name


def _collective(row: CollectiveRow, hit: Hit) -> Collective:
    def marked(marks: tuple[str, ...], prefix: str) -> tuple[str, ...]:
        return tuple(mark.removeprefix(prefix) for mark in marks if mark.startswith(prefix))

    return Collective(
        hit.start,
        hit.end,
        hit.text,
        row.words[0],
        kinds=marked(row.covers, "kind:"),
        leaves=marked(row.covers, "leaf:"),
        sectors=marked(row.covers, "sector:"),
        made_of=marked(row.covers, "of:"),
        near_kinds=marked(row.near, "kind:"),
        near_leaves=marked(row.near, "leaf:"),
    )


def _index_of(pairs: Iterable[tuple[str, str]]) -> PhraseIndex:
    index = PhraseIndex()
    for phrase, value in pairs:
        index.add(phrase, value)
    return index


def _word_spans(hits: tuple[Hit, ...]) -> tuple[WordSpan, ...]:
    return tuple(WordSpan(hit.start, hit.end, hit.text, hit.values) for hit in hits)
