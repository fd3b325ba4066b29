"""Understanding -> what to look for: which products answer fully, which come near, and what each match is worth.

Pure: how many products a condition meets is asked through `count`. The rules in words for visitors:
templates/shop/texts/ranking.html; why these rules: docs/adr/0006-embedded-search.md.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from catalog.vocabulary import Vocabulary
from core.vietnamese import fold
from places.gazetteer import Gazetteer, Level
from places.name_spans import PlaceSpan
from search.lexicon import Lexicon
from search.queries import All, Condition, Is, Nothing, Phrase, ScoreGroup, all_of, any_of
from search.understanding import Part, Understanding, engine_words
from search.words import BEGIN, END, folded_words, is_plain

ENOUGH = 24  # with a whole page of full answers nothing that only comes near is added
_COVERED = 0.65  # share of the words' weight that a product must bear to come near by its words alone
_SOFT_KINDS = ("stars", "state", "quality", "form")

Count = Callable[[Condition], int]


@dataclass(frozen=True, slots=True)
class Need:
    """One thing asked for. `strong` answers it, `weak` comes near; `scores` what each is worth."""

    part: Part
    strong: Condition
    weak: Condition
    scores: tuple[tuple[Condition, float], ...]
    is_known: bool = True  # some product answers it

    @property
    def any(self) -> Condition:
        """Answers it or comes near."""
        return any_of((self.strong, self.weak))


@dataclass(frozen=True, slots=True)
class Plan:
    """`exact` first, then the rest of `match`; `exact_count` without any filter."""

    match: Condition
    exact: Condition
    scores: tuple[ScoreGroup, ...]
    exact_count: int = 0
    near_kind: str = ""  # why the rest comes near: "goods", "place", "words"
    ingredient: str = ""  # the kind whose goods come near, where that is why


@dataclass(frozen=True)
class Planner:
    """Makes plans with the site's vocabulary, places and known words."""

    vocabulary: Vocabulary
    places: Gazetteer
    lexicon: Lexicon
    count: Count
    _cache: dict[object, Plan] = field(default_factory=dict)

    def plan(self, asked: Understanding) -> Plan:
        """What to look for. Asked for nothing: everything."""
        parts = [part for part in asked.parts if part.kind != "filler"]
        if not parts:
            return Plan(all_of(()), all_of(()), ())
        maker = self._maker_need(asked)
        if maker:
            parts = [part for part in parts if part.start < maker.part.start or part.start >= maker.part.end]
            parts = [part for part in parts if part.kind not in ("form",)]
        needs = [self._need(part, parts) for part in parts]
        if maker:
            needs.append(maker)
        return self._assemble(needs, asked)

    # --- one need for each part -----------------------------------------------------------------------------------

    def _need(self, part: Part, parts: list[Part]) -> Need:
        if part.kind == "goods":
            is_main = part is next(p for p in parts if p.kind == "goods") and not any(p.kind == "group" for p in parts)
            return self._goods(part, is_main=is_main)
        if part.kind == "group":
            return self._group(part)
        if part.kind == "place":
            return self._place(part)
        if part.kind == "stars":
            return self._simple(part, any_of(Is("stars", number) for number in part.stars), 0.4)
        if part.kind == "state":
            return self._simple(part, Is("state", part.state), 0.4)
        if part.kind == "form":
            forms = [form for _s, full, form in self.vocabulary.maker_words if full in part.kinds and form]
            return self._simple(part, any_of(Is("form", form) for form in forms), 0.1)
        if part.kind == "quality":
            said = self._said("name", part.words)
            strong = any_of([*(Is("quality", code) for code in part.kinds), *(c for c, _ in said)])
            return self._simple(part, strong, 0.25)
        return self._words(part)

    def _simple(self, part: Part, strong: Condition, worth: float) -> Need:
        return Need(part, strong, Nothing(), ((strong, worth),), self._exists(strong))

    def _goods(self, part: Part, *, is_main: bool) -> Need:
        kind = any_of(Is("kind", code) for code in part.kinds)
        holds = any_of(Is("has", code) for code in part.kinds)
        said = self._said("name", part.words)
        phrase = any_of(c for c, _ in said)
        if not is_main:
            strong = any_of((kind, holds, phrase))
            return Need(part, strong, Nothing(), ((strong, 0.5),), self._exists(strong))
        strong = kind if self._exists(kind) else any_of((kind, phrase))
        weak = [holds, phrase]
        scores: list[tuple[Condition, float]] = [(strong, 0.8), (phrase, 0.4), (holds, 0.3)]
        wider = self._wider(part)
        if wider:
            weak.append(wider)
            scores.append((wider, 0.3))
        return Need(part, strong, any_of(weak), tuple(scores), self._exists(strong))

    def _wider(self, part: Part) -> Condition | None:
        """The family of a variety that no product is ("chuối tiêu" -> chuối); none for kinds that stand alone."""
        found = [
            Is("kind", parent)
            for code in part.kinds
            if "." in code and (parent := self.vocabulary.kind(code).parent) and not self._exists(Is("kind", code))
        ]
        return any_of(found) if found else None

    def _group(self, part: Part) -> Need:
        row = part.group
        assert row is not None  # every group part bears its row
        strong = any_of(
            [
                *(Is("kind", code) for code in row.kinds),
                *(Is("leaf", code) for code in row.leaves),
                *(Is("category", code) for code in row.sectors),
                *(Is("made_of", code) for code in row.made_of),
            ]
        )
        weak = any_of([*(Is("kind", c) for c in row.near_kinds), *(Is("leaf", c) for c in row.near_leaves)])
        said = self._said("name", part.words)
        if not self._exists(strong):
            strong = any_of((strong, *(c for c, _ in said)))
        return Need(part, strong, weak, ((strong, 0.8), (weak, 0.4)), self._exists(strong))

    def _words(self, part: Part) -> Need:
        scores: list[tuple[Condition, float]] = []
        for name, worth in (("name", 1.0), ("maker", 0.95), ("place", 0.7)):
            scores += [(c, worth * quality) for c, quality in self._said(name, part.words)]
        pieces = engine_words(part.words)
        if len(pieces) > 1:  # the words apart, in name or maker
            apart = all_of(any_of((*self._one(word, "name"), *self._one(word, "maker"))) for word in pieces)
            if len(pieces) > 2 or not any(self._exists(c) for c, _ in scores):
                scores.append((apart, 0.6))
        for span in part.weak_places:
            if span.end - span.start == len(part.words):
                scores.append((any_of(Is("commune", code) for code in span.communes), 0.6))
                scores.append((any_of(Is("district", code) for code in span.old_districts), 0.6))
        strong = any_of(c for c, _ in scores)
        return Need(part, strong, Nothing(), tuple((c, 0.6 * w) for c, w in scores), self._exists(strong))

    def _place(self, part: Part) -> Need:
        span = part.place
        assert span is not None  # every place part bears its span
        scores = self._place_codes(span)
        weak: list[tuple[Condition, float]] = []
        if span.level >= Level.OLD_PROVINCE:
            weak += [(Is("province", self._province_of(Level.OLD_PROVINCE, code)), 0.5) for code in span.old_provinces]
        if span.level == Level.OLD_DISTRICT:
            weak += [(any_of(Is("commune", code) for code in span.communes), 0.45)]
            weak += [(Is("old", self.places.unit(Level.OLD_DISTRICT, code).parent), 0.3) for code in span.old_districts]
        name_words = self._place_name(part)
        scores += [(c, 0.85 * quality) for c, quality in self._said("name", name_words)]
        printed = [(c, 0.5 * quality) for c, quality in self._said("place", name_words)]
        if span.level > Level.OLD_DISTRICT:
            scores += printed
        elif span.level == Level.OLD_DISTRICT:
            weak += printed
        strong = any_of(c for c, _ in scores)
        worth = tuple((c, 0.6 * w) for c, w in (*scores, *weak))
        return Need(part, strong, any_of(c for c, _ in weak), worth, self._exists(strong))

    def _place_codes(self, span: PlaceSpan) -> list[tuple[Condition, float]]:
        """A name of today means the whole province, its old namesake first; a name that is gone the old one alone."""
        if span.level <= Level.OLD_PROVINCE:
            found = [(Is("old", code), 1.0) for code in span.old_provinces]
            return [*found, *((Is("province", code), 0.9) for code in span.provinces)]
        if span.level == Level.OLD_DISTRICT:
            return [(Is("district", code), 1.0) for code in span.old_districts]
        return [(Is("commune", code), 1.0) for code in span.communes]

    def _province_of(self, level: Level, code: str) -> str:
        return self.places.province_of(self.places.unit(level, code))

    def _place_name(self, part: Part) -> tuple[str, ...]:
        """The words of the name itself, without "huyện" or "tỉnh" before it."""
        span = part.place
        size = len(engine_words(part.words))
        bare = engine_words(tuple(span.name.lower().split())) if span else part.words
        return part.words[-len(bare) :] if len(bare) < size else part.words

    def _maker_need(self, asked: Understanding) -> Need | None:
        """The reading in which words are a maker's name: after "HTX", "cty", or where no goods explain them."""
        forms = asked.of("form")
        content = [part for part in asked.parts if part.kind in ("goods", "words", "group", "quality", "place")]
        if forms:
            tail = [part for part in content if part.start >= forms[-1].end]
            runs = [tail, [p for p in tail if p.kind != "place"]]
        elif any(part.kind == "words" for part in content) and len(content) > 1:
            runs = [content, [p for p in content if p.kind != "place"]]
        else:
            return None
        for run in runs:
            if not run:
                continue
            start, end = run[0].start, run[-1].end
            said = self._said("maker", asked.words[start:end])
            strong = any_of(c for c, _ in said)
            if self._exists(strong):
                part = Part("maker", start, end, asked.words[start:end])
                in_name = [(c, 0.9 * q) for c, q in self._said("name", part.words)]
                both = any_of((strong, *(c for c, _ in in_name)))
                return Need(part, both, Nothing(), ((strong, 0.8), *in_name))
        return None

    # --- words in a field -------------------------------------------------------------------------------------------

    def _said(self, name: str, some: tuple[str, ...]) -> list[tuple[Condition, float]]:
        """The words as a phrase of a field: by their marks where they bear any, by letters where they bear none."""
        pieces = engine_words(some)
        if not pieces:
            return []
        letters = Phrase(f"{name}_f", folded_words(pieces))
        if all(is_plain(word) for word in pieces):
            return [(letters, 1.0)]
        marked = Phrase(name, pieces)
        if all(not is_plain(word) for word in pieces) and self._exists(marked):
            return [(marked, 1.0)]
        if any(is_plain(word) for word in pieces):
            return [(marked, 1.0), (self._mixed(name, pieces), 0.9)]
        return [(marked, 1.0)]

    def _mixed(self, name: str, pieces: tuple[str, ...]) -> Condition:
        """A phrase in which plain words may stand for any and marked ones must agree."""
        agree = [Phrase(name, (word,)) for word in pieces if not is_plain(word)]
        return all_of([Phrase(f"{name}_f", folded_words(pieces)), *agree])

    def _one(self, word: str, name: str) -> list[Condition]:
        return [Phrase(f"{name}_f", (word,))] if is_plain(word) else [Phrase(name, (word,))]

    def _exists(self, condition: Condition) -> bool:
        return not isinstance(condition, Nothing) and self.count(condition) > 0

    # --- the whole --------------------------------------------------------------------------------------------------

    def _assemble(self, needs: list[Need], asked: Understanding) -> Plan:
        exact = all_of(need.strong for need in needs)
        content = [need for need in needs if need.part.kind in ("goods", "words", "quality", "group", "maker")]
        typed = asked.words
        scores = [ScoreGroup(need.scores) for need in needs]
        if len(typed) > 1:
            name, words = ("name_f", folded_words(typed)) if all(map(is_plain, typed)) else ("name", typed)
            pieces = engine_words(words)
            whole = Phrase(name, (BEGIN, *pieces, END))
            head = Phrase(name, (BEGIN, *pieces))
            loose = Phrase(name, pieces, slop=2)
            scores.append(ScoreGroup(((whole, 0.5), (head, 0.35), (loose, 0.25))))
            kept = tuple(part for part in asked.parts if part.kind != "filler")
            full = loose if len(kept) > 1 else head
            if self._exists(full) and sum(p.end - p.start for p in asked.parts) == len(typed):
                exact = any_of((exact, full))
        elif content:
            scores.append(ScoreGroup(tuple((c, 0.15 * w) for c, w in self._heads(typed))))
        weights = self._weights([need for need in content if need.part.kind != "maker"])
        scores += [ScoreGroup(((self._named(word), 0.3 * share),)) for word, share in weights.items()]
        found = self.count(exact)
        near, why, ingredient = (Nothing(), "", "") if found >= ENOUGH else self._near(needs, exact, found, weights)
        return Plan(any_of((exact, near)), exact, _normal(scores), found, why, ingredient)

    def _heads(self, typed: tuple[str, ...]) -> list[tuple[Condition, float]]:
        name = "name_f" if all(map(is_plain, typed)) else "name"
        return [(Phrase(name, (BEGIN, *engine_words(typed))), 1.0)]

    def _near(
        self, needs: list[Need], exact: Condition, found: int, weights: dict[str, float]
    ) -> tuple[Condition, str, str]:
        hard = [need for need in needs if need.part.kind not in _SOFT_KINDS] or needs
        places = [need for need in hard if need.part.kind == "place"]
        others = [need for need in hard if need.part.kind != "place"]
        options: list[Condition] = [all_of(need.any for need in hard)]
        main = next((need for need in hard if need.part.kind in ("goods", "group")), None)
        if main and len(others) > 1 and self._may_leave_out(main, others):
            options.append(all_of([main.any, *(need.any for need in places)]))
        covered = self._covered(weights)
        if covered:
            options.append(all_of([covered, *(need.any for need in places)]))
        near = any_of(options)
        why, ingredient = ("place" if places and main else "goods"), ""
        if places and main:
            source = self._ingredient(main.part)
            if source:
                of_it = any_of((Is("kind", source), Is("has", source), Is("made_of", source)))
                more = all_of([of_it, *(need.any for need in places)])
                if self._exists(more):
                    near, ingredient = any_of((near, more)), source
        if places and others and not found and not self._exists(near):  # none of it there: the same from elsewhere
            options = [all_of(need.strong for need in others)]
            if main and self._may_leave_out(main, others):
                options.append(main.strong)
            near, why = any_of(options), "elsewhere"
        return near, why, ingredient

    def _may_leave_out(self, main: Need, others: list[Need]) -> bool:
        """Whether goods without the other words still come near: the goods are named by more than a family's one word,
        and not fewer words are understood than not."""
        if not main.is_known:
            return False
        unknown = sum(len(need.part.words) for need in others if not need.is_known)
        size = len(main.part.words)
        return not unknown or (size > 1 and unknown <= size)

    def _ingredient(self, part: Part) -> str:
        """What the goods are made of, where the vocabulary says so."""
        sources = [self.vocabulary.kind(code).made_of for code in part.kinds]
        return next((source for source in sources if source), "")

    def _weights(self, content: list[Need]) -> dict[str, float]:
        """Each word of goods and names with its share: the rarer the heavier, an unknown one the heaviest."""
        words = [word for need in content for word in engine_words(need.part.words)]
        raw = {word: 1.0 / (1.0 + self.lexicon.count(word)) ** 0.35 for word in words}
        total = sum(raw.values())
        return {word: weight / total for word, weight in raw.items()}

    def _named(self, word: str) -> Condition:
        return any_of(self._one(word, "name"))

    def _covered(self, weights: dict[str, float]) -> Condition | None:
        """Names that bear most of three or more words: every smallest set of words that weighs enough."""
        if not 3 <= len(weights) <= 8:
            return None
        ordered = sorted(weights, key=lambda word: -weights[word])
        sets: list[frozenset[str]] = []

        def grow(at: int, chosen: frozenset[str], weight: float) -> None:
            if weight >= _COVERED:
                if not any(known <= chosen for known in sets):
                    sets.append(chosen)
                return
            for number in range(at, len(ordered)):
                grow(number + 1, chosen | {ordered[number]}, weight + weights[ordered[number]])

        grow(0, frozenset(), 0.0)
        options = [all_of(self._named(word) for word in sorted(some)) for some in sets]
        return any_of(options)


def _normal(groups: list[ScoreGroup]) -> tuple[ScoreGroup, ...]:
    """The same with a greatest possible sum of 1."""
    kept = [ScoreGroup(tuple((c, w) for c, w in group.alternatives if not isinstance(c, Nothing))) for group in groups]
    kept = [group for group in kept if group.alternatives]
    total = sum(max(worth for _, worth in group.alternatives) for group in kept) or 1.0
    return tuple(ScoreGroup(tuple((c, worth / total) for c, worth in group.alternatives)) for group in kept)


def is_nothing(condition: Condition) -> bool:
    """Whether the condition can meet no product."""
    return isinstance(condition, Nothing) or (isinstance(condition, All) and any(map(is_nothing, condition.parts)))


def same_letters(one: str, other: str) -> bool:
    """Whether two texts differ by their marks alone."""
    return fold(one) == fold(other)
