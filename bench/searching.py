"""Times the search in this process, without pages: the engine alone, and all from typed words to ids. Needs Django."""

import time
from collections.abc import Callable, Iterable
from typing import Any

from django.conf import settings
from django.http import QueryDict

from bench.searches import Asked, Visitors
from bench.timing import spread, timed
from search import engines, finder, selectors
from search.engines.base import EngineAnswer
from search.forms import SearchForm
from search.queries import EngineQuery, SearchQuery

_WARM = 60
_RUNS = 500


class Stopwatch:
    """Stands before the engine and keeps how long each of its answers took."""

    def __init__(self, search: Callable[[EngineQuery], EngineAnswer]) -> None:
        self.answer = search
        self.milliseconds: list[float] = []

    def __call__(self, query: EngineQuery) -> EngineAnswer:
        """Asks the engine."""
        begin = time.perf_counter_ns()
        answer = self.answer(query)
        self.milliseconds.append((time.perf_counter_ns() - begin) / 1e6)
        return answer


def measure(*, seed: int) -> dict[str, Any]:
    """Every kind of search: `engine_*` is the engine alone, `words_*` all from typed words to ids and counts."""
    visitors = Visitors(settings.VAR_DIR / "catalogue.csv", seed=seed)
    figures: dict[str, Any] = {"engine": engines.engine().name, "documents": selectors.count(SearchQuery())}
    watch = Stopwatch(engines.engine().search)
    engines.engine().search = watch  # type: ignore[method-assign]  # the engine object is one a process
    kinds: tuple[tuple[str, Iterable[Asked], bool], ...] = (
        ("plain", visitors.plain(_RUNS + _WARM), False),
        ("filtered", visitors.filtered(_RUNS + _WARM), False),
        ("faceted", visitors.mixed(_RUNS + _WARM), True),
        ("new_counts", visitors.never_asked(_RUNS + _WARM), True),
        ("typo", visitors.slips(_RUNS + _WARM), False),
    )
    for name, asked, with_facets in kinds:
        engine, whole = _run([_query(one) for one in asked], watch, with_facets=with_facets)
        figures[f"engine_{name}"], figures[f"words_{name}"] = engine, whole
    return figures


def _query(asked: Asked) -> SearchQuery:
    return SearchForm(QueryDict(asked.address.partition("?")[2])).query()


def _run(
    queries: list[SearchQuery], watch: Stopwatch, *, with_facets: bool
) -> tuple[dict[str, float], dict[str, float]]:
    """Each query once; none is asked twice, so that nothing kept helps. The first ones only warm up."""
    for query in queries[:_WARM]:
        finder.find(query, with_facets=with_facets)
    watch.milliseconds.clear()
    whole = timed(lambda query: finder.find(query, with_facets=with_facets), queries[_WARM:])
    return spread(watch.milliseconds).as_dict(), whole.as_dict()
