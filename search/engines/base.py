"""What every search engine promises, in neutral words. Which engine the site uses: `search.engines.engine()`."""

from collections.abc import Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from typing import Protocol

from search.documents import SearchDocument
from search.queries import Condition, EngineQuery


class EngineUnavailable(Exception):
    """The index is missing, broken or of another version; the site answers from the database meanwhile."""


class IndexBusy(Exception):
    """Another process is writing to the index."""


@dataclass(frozen=True, slots=True)
class EngineAnswer:
    """One part of the list. `exact_count` of the `total` answer fully. `facets`: facet -> value -> number of products
    with all *other* filters applied; `price_range`: lowest and highest known price with all other filters applied."""

    ids: tuple[int, ...] = ()
    total: int = 0
    exact_count: int = 0
    facets: Mapping[str, Mapping[str | int, int]] = field(default_factory=dict)
    price_range: tuple[int, int] | None = None


class Engine(Protocol):
    """Finding; safe to call from several threads. Every method may raise EngineUnavailable."""

    name: str

    def generation(self) -> object:
        """Changes whenever the answers may: what is kept beside it is dropped then."""

    def search(self, query: EngineQuery) -> EngineAnswer:
        """The products that match, best first, two like ones always in the same order."""

    def count(self, condition: Condition) -> int:
        """How many products meet the condition."""

    def top_makers(self, condition: Condition, *, limit: int) -> list[int]:
        """The makers with the most products that meet the condition, by id."""

    def word_counts(self) -> Mapping[str, int]:
        """Every marked word of names and makers with the number of its products."""

    def phrase_count(self, words: tuple[str, ...]) -> int:
        """In how many names, makers or places the words stand side by side; by letters alone when all are plain."""


class IndexWriter(Protocol):
    """Writing; one process at a time (IndexBusy)."""

    def locked(self, *, wait_seconds: float) -> AbstractContextManager[None]:
        """Held by whoever writes or rebuilds; ends with the process. Raises IndexBusy after the wait."""

    def is_ready(self) -> bool:
        """Whether there is an index of the right version to write to."""

    def write(self, documents: Sequence[SearchDocument], removed: Iterable[int]) -> None:
        """Puts documents in (replacing those of the same id) and takes `removed` out; on return both will survive a
        crash and readers see them soon."""

    def rebuild(self, batches: Iterable[Sequence[SearchDocument]]) -> int:
        """Builds a new index beside the one in use, then swaps; returns the number of documents. A crash before the
        swap leaves the old index in use."""
