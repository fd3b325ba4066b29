"""One search from typed words to ids: understand, plan, ask the engine; or the database when that is away.

Keeps what is costly to make (vocabulary, places, known words, plans) once a process. Screens ask `selectors.py`.
"""

import logging
import time
from dataclasses import dataclass, field
from functools import lru_cache
from threading import Lock

from catalog.vocabulary import Vocabulary, load
from places.gazetteer import Gazetteer, gazetteer
from search import fallback
from search.engines import engine
from search.engines.base import Engine, EngineAnswer, EngineUnavailable
from search.lexicon import Lexicon, phrases_of
from search.planning import Plan, Planner
from search.queries import EngineQuery, Everything, SearchQuery
from search.understanding import Understanding, understand

_log = logging.getLogger(__name__)
_NEW_WORDS_SECONDS = 60.0  # how long a new word of the index may be missing among the corrections
_KEPT_PLANS = 512
_NOTE_SECONDS = 60.0


@dataclass(frozen=True, slots=True)
class Found:
    """The answer of one search and how the words were read. `is_fallback`: the database answered, more simply."""

    asked: Understanding
    plan: Plan
    answer: EngineAnswer
    is_fallback: bool = False


class _Reader:
    """What one process knows of one engine."""

    def __init__(self, source: Engine, vocabulary: Vocabulary, places: Gazetteer) -> None:
        self.engine, self.vocabulary, self.places = source, vocabulary, places
        self.phrases = phrases_of(vocabulary, places)
        self.generation: object = None
        self.words_read_at = 0.0
        self.lexicon = Lexicon(())
        self.lock = Lock()
        self.plans = lru_cache(maxsize=_KEPT_PLANS)(self._plan)

    def read(self, query: SearchQuery) -> tuple[Understanding, Plan]:
        """The words as understood and what to look for; kept until the index changes."""
        self._renew()
        return self.plans(query.text, query.plain, query.dropped)

    def _plan(self, text: str, plain: bool, dropped: tuple[str, ...]) -> tuple[Understanding, Plan]:
        asked = understand(text, vocabulary=self.vocabulary, lexicon=self.lexicon, drop=dropped, plain=plain)
        count = lru_cache(maxsize=256)(self.engine.count)
        return asked, Planner(self.vocabulary, self.places, self.lexicon, count).plan(asked)

    def _renew(self) -> None:
        generation = self.engine.generation()
        if generation == self.generation:
            return
        with self.lock:
            if generation == self.generation:
                return
            if time.monotonic() - self.words_read_at > _NEW_WORDS_SECONDS:
                self.lexicon = Lexicon(self.phrases, self.engine)
                self.words_read_at = time.monotonic()
            else:
                self.lexicon.forget()
            self.plans.cache_clear()
            self.generation = generation


@dataclass
class _State:
    readers: dict[int, _Reader] = field(default_factory=dict)
    lock: Lock = field(default_factory=Lock)
    noted_at: float = -_NOTE_SECONDS


_state = _State()


def _reader() -> _Reader:
    source = engine()
    with _state.lock:
        if id(source) not in _state.readers:
            _state.readers[id(source)] = _Reader(source, load(), gazetteer())
        return _state.readers[id(source)]


def find(query: SearchQuery, *, with_facets: bool = False) -> Found:
    """The answer to a query. Never raises EngineUnavailable: the database answers then, with a note to the operator."""
    try:
        reader = _reader()
        asked, plan = reader.read(query)
        answer = reader.engine.search(
            EngineQuery(
                match=plan.match,
                exact=plan.exact,
                scores=plan.scores,
                filters=query.filters,
                sort=query.sort,
                offset=query.offset,
                limit=query.limit,
                with_facets=with_facets,
            )
        )
        return Found(asked, plan, answer)
    except EngineUnavailable as error:
        _note(error)
        asked = understand(
            query.text, vocabulary=load(), lexicon=_words_without_index(), drop=query.dropped, plain=query.plain
        )
        answer = fallback.search(query, asked, vocabulary=load(), with_facets=with_facets)
        return Found(asked, Plan(Everything(), Everything(), ()), answer, is_fallback=True)


def _note(error: Exception) -> None:
    """Tells the operator, at most once a minute a process."""
    now = time.monotonic()
    if now - _state.noted_at >= _NOTE_SECONDS:
        _state.noted_at = now
        _log.error("Search answers from the database; run `manage.py rebuild_index`. %s", error)


@lru_cache(maxsize=1)
def _words_without_index() -> Lexicon:
    return Lexicon(phrases_of(load(), gazetteer()))
