"""Pages over HTTP: load on a running site, and memory of its processes. Nothing of Django."""

import random
from pathlib import Path
from typing import Any

from bench import load
from bench.searches import Visitors
from bench.site import Site

_SECONDS = 8
_WARM_SECONDS = 2
_LISTS, _PRODUCTS, _KEPT = 1500, 2000, 300


def paths_of(catalogue: Path, slugs: list[str], *, seed: int) -> dict[str, list[str]]:
    """The addresses of each kind of page; `kept` are those that many open, so that they come from the cache."""
    lists = [asked.address for asked in Visitors(catalogue, seed=seed).mixed(_LISTS)]
    rng = random.Random(f"pages:{seed}")
    products = [f"/products/{slug}/" for slug in rng.sample(slugs, min(len(slugs), _PRODUCTS))]
    kept = ["/", "/en/", "/search/", "/makers/", "/verify/", *lists[: _KEPT // 3], *products[: _KEPT * 2 // 3]]
    rng.shuffle(kept)
    return {"list": lists, "product": products, "home": ["/"], "kept": kept}


def measure(site: Site, paths: dict[str, list[str]]) -> dict[str, Any]:
    """Load with one client and with eight: every page made anew, then anonymous pages from the cache."""
    figures: dict[str, Any] = {}
    with site.running(page_cache_seconds=0) as server:
        figures["memory_at_start"] = server.memory()
        for kind in ("list", "product", "home"):
            others = len(paths[kind]) // 3  # each run begins elsewhere, so that it meets no words that are kept ready
            _load(site, server.port, paths[kind], clients=4, seconds=_WARM_SECONDS)
            for number, clients in enumerate((1, 8) if kind != "home" else (1,), start=1):
                turned = paths[kind][number * others :] + paths[kind][: number * others]
                figures[f"{kind}_{clients}"] = _load(site, server.port, turned, clients=clients, seconds=_SECONDS)
        figures["memory_uncached"] = server.memory()
    with site.running(page_cache_seconds=3600) as server:
        # Each worker keeps its own pages: ask often enough that both have all.
        _load(site, server.port, paths["kept"], clients=4, seconds=_SECONDS)
        figures["kept_8"] = _load(site, server.port, paths["kept"], clients=8, seconds=_SECONDS)
        figures["memory_cached"] = server.memory()
    return figures


def _load(site: Site, port: int, paths: list[str], *, clients: int, seconds: float) -> dict[str, float]:
    return load.run(port=port, paths=paths, clients=clients, seconds=seconds, folder=site.folder).as_dict()
