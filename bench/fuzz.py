"""The fuzz tests' inputs against a running site of the real catalogue's size: the slowest answers, and every 5xx."""

import http.client
import time
from statistics import median
from typing import Any

from bench import inputs, load
from bench.site import Site
from bench.timing import spread

_AGAIN = 10
_TIMES_AGAIN = 5
_WARM = ("/search/?q=keo+dua", "/search/suggest/?q=keo", "/verify/?q=keo", "/makers/", "/en/search/?q=keo")


def measure(site: Site) -> dict[str, Any]:
    """Asks every address once, one after another; the slowest ten five times more, of which the median counts."""
    with site.running(page_cache_seconds=0) as server:
        connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=60)
        for path in _WARM * 8:  # both workers
            load.status_of(connection, path)
            connection.close()
        times, statuses, broken = {}, {}, []
        for address in inputs.addresses():
            status, milliseconds = _ask(connection, address)
            times[address] = milliseconds
            statuses[status] = statuses.get(status, 0) + 1
            if status >= 500:
                broken.append(address)
        slowest = sorted(times, key=lambda address: -times[address])[:_AGAIN]
        again = {address: median(_ask(connection, address)[1] for _ in range(_TIMES_AGAIN)) for address in slowest}
    worst = max(again, key=lambda address: again[address])
    return {
        "inputs": len(times),
        "statuses": {str(status): statuses[status] for status in sorted(statuses)},
        "server_errors": len(broken),
        "broken": broken[:20],
        "times": spread(times.values()).as_dict(),
        "slowest_ms": round(again[worst], 1),
        "slowest_address": worst[:160],
        "slowest_ten_ms": {address[:160]: round(again[address], 1) for address in slowest},
    }


def _ask(connection: http.client.HTTPConnection, address: str) -> tuple[int, float]:
    begin = time.perf_counter()
    status = load.status_of(connection, address)
    return status, (time.perf_counter() - begin) * 1000
