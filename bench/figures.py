"""Which figures are shown, in which order, and what each aims at. Pure."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

AIM_SIZE = 20_000
MOST_WORSE = 3.0


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the table: where its value stands in the results, and its aim at 20,000 products.

    `is_more_better`: requests per second. `grows`: totals that grow with the catalogue, so no ratio is asked of them.
    """

    part: str
    label: str
    path: tuple[str, ...]
    unit: str
    aim: float | None = None
    is_more_better: bool = False
    grows: bool = False

    def value(self, results: Mapping[str, Any]) -> float | None:
        """The value in one size's results; None where it was not measured."""
        found: Any = results
        for key in self.path:
            if not isinstance(found, Mapping) or key not in found:
                return None
            found = found[key]
        return float(found)

    def reaches(self, value: float) -> bool | None:
        """Whether a value at 20,000 products meets the aim; None where there is none."""
        if self.aim is None:
            return None
        return value >= self.aim if self.is_more_better else value <= self.aim

    def times_worse(self, small: float, large: float) -> float | None:
        """How many times worse the larger catalogue does; None where that says nothing."""
        if self.grows or not small or not large:
            return None
        return small / large if self.is_more_better else large / small


def _spread(part: str, label: str, *path: str, p95_aim: float | None = None) -> list[Figure]:
    names = (("p50", "p50_ms"), ("p95", "p95_ms"), ("p99", "p99_ms"))
    return [
        Figure(part, f"{label}, {name}", (*path, key), "ms", aim=p95_aim if name == "p95" else None)
        for name, key in names
    ]


def _loaded(label: str, kind: str, clients: int, *, p95_aim: float | None = None) -> list[Figure]:
    words = f"{label}, {clients} client{'s' if clients > 1 else ''}"
    path = ("pages", f"{kind}_{clients}")
    rate = Figure("pages", f"{words}, requests", (*path, "requests_a_second"), "/s", is_more_better=True)
    return [*_spread("pages", words, *path, p95_aim=p95_aim), rate]


FIGURES: tuple[Figure, ...] = (
    Figure("import", "generate the file", ("build", "generate_s"), "s", grows=True),
    Figure("import", "import (read, check, write)", ("build", "import_s"), "s", grows=True),
    Figure("import", "import, a product", ("build", "import_ms_a_product"), "ms"),
    Figure("import", "sample prices and stocks", ("build", "samples_s"), "s", grows=True),
    Figure("import", "database", ("build", "database_mb"), "MB", grows=True),
    Figure("import", "index build", ("build", "index_s"), "s", grows=True),
    Figure("import", "index build, a product", ("build", "index_ms_a_product"), "ms"),
    Figure("import", "index size", ("build", "index_mb"), "MB", grows=True),
    *_spread("search", "engine, words", "search", "engine_plain"),
    *_spread("search", "engine, words and filters", "search", "engine_filtered"),
    *_spread("search", "engine, all facets", "search", "engine_faceted", p95_aim=5),
    *_spread("search", "engine, all facets, no count kept", "search", "engine_new_counts"),
    *_spread("search", "engine, typing errors", "search", "engine_typo"),
    *_spread("search", "typed words to ids, words", "search", "words_plain"),
    *_spread("search", "typed words to ids, words and filters", "search", "words_filtered"),
    *_spread("search", "typed words to ids, all facets", "search", "words_faceted"),
    *_spread("search", "typed words to ids, typing errors", "search", "words_typo"),
    *_spread("search", "autocomplete", "search", "autocomplete"),
    *_loaded("list page, uncached", "list", 1, p95_aim=40),
    *_loaded("list page, uncached", "list", 8),
    *_loaded("product page, uncached", "product", 1),
    *_loaded("product page, uncached", "product", 8),
    *_loaded("home page, uncached", "home", 1),
    *_spread("pages", "anonymous pages, cached, 8 clients", "pages", "kept_8"),
    Figure(
        "pages", "anonymous pages, cached, 8 clients, requests", ("pages", "kept_8", "requests_a_second"), "/s",
        aim=2000, is_more_better=True,
    ),
    Figure("pages", "database queries, list page", ("pages", "queries", "list"), "", aim=8),
    Figure("pages", "database queries, product page", ("pages", "queries", "product"), ""),
    Figure("pages", "database queries, home page", ("pages", "queries", "home"), ""),
    Figure("pages", "server memory after load, RSS", ("pages", "memory", "server", "rss_mb"), "MB", aim=250),
    Figure("pages", "server memory after load, PSS", ("pages", "memory", "server", "pss_mb"), "MB"),
    Figure(
        "pages", "with indexer and supervisor, RSS",
        ("pages", "memory", "with_indexer_and_supervisor", "rss_mb"), "MB",
    ),
    Figure(
        "pages", "with indexer and supervisor, PSS",
        ("pages", "memory", "with_indexer_and_supervisor", "pss_mb"), "MB",
    ),
    Figure("fuzz", "slowest of the fuzz inputs", ("fuzz", "slowest_ms"), "ms", aim=200),
    Figure("fuzz", "answers with a 5xx status", ("fuzz", "server_errors"), "", aim=0),
)  # fmt: skip


def shown(results: Mapping[str, Mapping[str, Any]], keep: Callable[[Figure], bool]) -> list[Figure]:
    """The figures that any of the measured catalogues has."""
    return [
        figure for figure in FIGURES if keep(figure) and any(figure.value(one) is not None for one in results.values())
    ]
