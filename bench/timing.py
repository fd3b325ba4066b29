"""Times of many runs to p50, p95 and p99. Pure but for the clock."""

import gc
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Spread:
    """Milliseconds that half, 95 and 99 of 100 runs stay under, the slowest, and how many runs there were."""

    p50: float
    p95: float
    p99: float
    slowest: float
    runs: int

    def as_dict(self) -> dict[str, float]:
        """For results.json."""
        return {
            "p50_ms": round(self.p50, 3),
            "p95_ms": round(self.p95, 3),
            "p99_ms": round(self.p99, 3),
            "slowest_ms": round(self.slowest, 3),
            "runs": self.runs,
        }


def spread(milliseconds: Iterable[float]) -> Spread:
    """The spread of the times; the nearest rank, so that every figure is one that was measured."""
    times = sorted(milliseconds)
    if not times:
        raise ValueError("no times to spread")

    def at(share: float) -> float:
        return times[min(len(times) - 1, max(0, -int(-share * len(times) // 1) - 1))]

    return Spread(at(0.50), at(0.95), at(0.99), times[-1], len(times))


def timed(call: Callable[[T], object], inputs: Iterable[T]) -> Spread:
    """Calls once for each input, one after another, and spreads the times."""
    times = []
    gc.collect()
    for value in inputs:
        begin = time.perf_counter_ns()
        call(value)
        times.append((time.perf_counter_ns() - begin) / 1e6)
    return spread(times)
