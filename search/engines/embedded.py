"""The embedded engine: tantivy, in the process that asks. Readers map the files; one process at a time writes."""

import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from functools import lru_cache
from pathlib import Path
from threading import Lock

import tantivy

from core.vietnamese import fold
from search.documents import SearchDocument
from search.engines import embedded_query as compiled
from search.engines import embedded_schema as schema
from search.engines.base import EngineAnswer, EngineUnavailable
from search.engines.embedded_files import IndexFiles
from search.queries import Condition, EngineQuery, Nothing, Phrase, Sort, any_of
from search.words import is_plain

_LOOK_SECONDS = 0.25
_WRITE_HEAP = 20_000_000
_REBUILD_HEAP = 60_000_000
_MOST_WORDS = 60_000
_KEPT_FACETS = 64  # at most about 0.2 MB each
_SORT_FIELDS = {
    Sort.STARS: ("by_stars", tantivy.Order.Desc),
    Sort.NEWEST: ("by_issued", tantivy.Order.Desc),
    Sort.PRICE: ("by_price", tantivy.Order.Asc),
    Sort.PRICE_DOWN: ("by_price_down", tantivy.Order.Desc),
    Sort.NAME: ("by_name", tantivy.Order.Asc),
}


class _Open:
    """One opened state of the index."""

    def __init__(self, folder: Path, stamp: tuple[int, int]) -> None:
        self.stamp = stamp
        self.index = _open_index(folder)
        self.schema = self.index.schema
        self.searcher = self.index.searcher()
        self.compile = lru_cache(maxsize=512)(lambda condition: compiled.compile_condition(self.schema, condition))
        self._kept_facets = lru_cache(maxsize=_KEPT_FACETS)(self._count_facets)

    def facets_of(self, condition: Condition, names: tuple[str, ...]) -> compiled.Facets:
        """Counting over many products is the costliest part of a list, and many ask for the same choices: those counts
        are kept until the index changes."""
        return (self._count_facets if compiled.has_words(condition) else self._kept_facets)(condition, names)

    def _count_facets(self, condition: Condition, names: tuple[str, ...]) -> compiled.Facets:
        return compiled.read_facets(self.searcher.aggregate(self.compile(condition), compiled.aggregation(names)))


class EmbeddedEngine:
    """Finding in the index under `root`. Notices commits and swaps of the writer by itself, at the latest a quarter of
    a second later."""

    name = "embedded"

    def __init__(self, root: Path) -> None:
        self.files = IndexFiles(root)
        self._open: _Open | None = None
        self._looked_at = 0.0
        self._lock = Lock()

    def generation(self) -> object:
        """The state of the files that is read."""
        return self._now().stamp

    def search(self, query: EngineQuery) -> EngineAnswer:
        """See Engine."""
        with _guarded():
            return self._search(self._now(), query)

    def _search(self, now: _Open, query: EngineQuery) -> EngineAnswer:
        if isinstance(query.match, Nothing):
            return EngineAnswer()
        total = self._count(now, compiled.shown(query))
        exact_count = total
        if query.exact != query.match:
            exact_count = self._count(now, compiled.shown(_only_exact(query)))
        ids = self._ids(now, query, total)
        facets: dict[str, Mapping[str | int, int]] = {}
        prices = None
        if query.with_facets:
            for condition, names in compiled.facet_requests(query):
                counted, found_prices = now.facets_of(condition, names)
                facets |= counted
                prices = found_prices or prices
        return EngineAnswer(ids, total, exact_count, facets, prices)

    def _ids(self, now: _Open, query: EngineQuery, total: int) -> tuple[int, ...]:
        limit = min(query.limit, total - query.offset)
        if limit <= 0:
            return ()
        if query.sort is Sort.RELEVANCE:
            ranked = compiled.ranked(now.schema, query)
            found = now.searcher.search(ranked, limit, offset=query.offset, count=False, weight_by_field="worth")
        else:
            name, order = _SORT_FIELDS[query.sort]
            found = now.searcher.search(
                now.compile(compiled.shown(query)),
                limit,
                offset=query.offset,
                count=False,
                order_by_field=name,
                order=order,
            )
        addresses = [address for _, address in found.hits]
        return tuple(int(value or 0) for value in now.searcher.fast_field_values("id", addresses))

    def _count(self, now: _Open, condition: Condition) -> int:
        return int(now.searcher.search(now.compile(condition), 1, count=True).count)

    def count(self, condition: Condition) -> int:
        """See Engine."""
        with _guarded():
            return 0 if isinstance(condition, Nothing) else self._count(self._now(), condition)

    def top_makers(self, condition: Condition, *, limit: int) -> list[int]:
        """See Engine."""
        with _guarded():
            now = self._now()
            request = {"makers": {"terms": {"field": schema.code_field("maker"), "size": limit}}}
            buckets = now.searcher.aggregate(now.compile(condition), request)["makers"]["buckets"]
            return [int(bucket["key"]) for bucket in buckets]

    def word_counts(self) -> Mapping[str, int]:
        """See Engine."""
        with _guarded():
            searcher = self._now().searcher
            counts: dict[str, int] = {}
            for name in ("name", "maker"):
                for term, number in searcher.terms_with_prefix(name, "", limit=_MOST_WORDS):
                    if schema.is_word(term):
                        counts[term] = counts.get(term, 0) + number
            return counts

    def phrase_count(self, words: tuple[str, ...]) -> int:
        """See Engine."""
        suffix = ""
        if all(is_plain(word) for word in words):
            words, suffix = tuple(fold(word) for word in words), "_f"
        return self.count(any_of(Phrase(name + suffix, words) for name in schema.TEXTS))

    def _now(self) -> _Open:
        """The newest state of the files. Raises EngineUnavailable."""
        moment = time.monotonic()
        current = self._open
        if current is not None and moment - self._looked_at < _LOOK_SECONDS:
            return current
        with self._lock:
            stamp = self.files.stamp()
            self._looked_at = moment
            if self._open is None or self._open.stamp != stamp:
                self._open = None
                self._open = _Open(self.files.current(), stamp)
            return self._open


class EmbeddedWriter:
    """Writing to the index under `root`. Whoever calls holds `locked()`."""

    def __init__(self, root: Path) -> None:
        self.files = IndexFiles(root)

    def locked(self, *, wait_seconds: float) -> AbstractContextManager[None]:
        """See IndexWriter."""
        return self.files.locked(wait_seconds=wait_seconds)

    def is_ready(self) -> bool:
        """See IndexWriter."""
        try:
            _open_index(self.files.current())
        except EngineUnavailable:
            return False
        return True

    def write(self, documents: Sequence[SearchDocument], removed: Iterable[int]) -> None:
        """See IndexWriter. One commit; files are synced before it returns."""
        with _guarded():
            index = _open_index(self.files.current())
            writer = index.writer(heap_size=_WRITE_HEAP, num_threads=1)
            # By query: `delete_documents_by_term` takes a number for a signed one and finds no unsigned field.
            for number in (*removed, *(document.id for document in documents)):
                writer.delete_documents_by_query(tantivy.Query.term_query(index.schema, "id", number))
            for document in documents:
                writer.add_document(schema.row(document))
            writer.commit()
            writer.wait_merging_threads()

    def rebuild(self, batches: Iterable[Sequence[SearchDocument]]) -> int:
        """See IndexWriter."""
        folder = self.files.new_folder()
        index = tantivy.Index(schema.build(), path=str(folder))
        schema.register(index)
        writer = index.writer(heap_size=_REBUILD_HEAP, num_threads=1)
        number = 0
        for batch in batches:
            for document in batch:
                writer.add_document(schema.row(document))
                number += 1
        writer.commit()
        writer.wait_merging_threads()
        self.files.swap(folder)
        return number


def _only_exact(query: EngineQuery) -> EngineQuery:
    return EngineQuery(match=query.exact, exact=query.exact, filters=query.filters)


def _open_index(folder: Path) -> tantivy.Index:
    with _guarded():
        index = tantivy.Index.open(str(folder))
        schema.register(index)
        index.config_reader("manual", 0)
        index.reload()
        return index


@contextmanager
def _guarded() -> Iterator[None]:
    """Turns whatever the index throws into EngineUnavailable, even a panic of its Rust code (a BaseException)."""
    try:
        yield
    except (EngineUnavailable, KeyboardInterrupt, SystemExit, GeneratorExit):
        raise
    except (ValueError, OSError) as error:
        raise EngineUnavailable(f"the search index cannot be read: {error}") from error
    except BaseException as error:
        if type(error).__name__ == "PanicException":
            raise EngineUnavailable(f"the search index failed: {error}") from error
        raise
