"""Makes a bench site: empty database, generated catalogue, import, samples, index; each step timed. Needs Django."""

import shutil
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command

from bench import generate
from catalog import demo
from catalog.importing.run import import_file
from core import clock
from core.translations import COMPILED
from search import engines, tasks

_STEPS_SHOWN = 20


class Progress:
    """One line that is drawn again on a terminal, a line for every tenth elsewhere."""

    def __init__(self, what: str, total: int) -> None:
        self.what, self.total, self.shown = what, total, -1
        self.begun = time.monotonic()

    def __call__(self, done: int) -> None:
        """Shows that so many of all are done."""
        step = _STEPS_SHOWN * done // self.total if self.total else _STEPS_SHOWN
        if step == self.shown or (not sys.stderr.isatty() and step % 5):
            return
        self.shown = step
        bar = "#" * step + "." * (_STEPS_SHOWN - step)
        line = f"  {self.what:<9} [{bar}] {done:,} of {self.total:,}, {time.monotonic() - self.begun:.0f} s"
        is_last = done >= self.total or not sys.stderr.isatty()
        sys.stderr.write(f"\r{line}" + ("\n" if is_last else ""))
        sys.stderr.flush()


def prepare() -> None:
    """Empties the site's folder and makes what every site needs: tables, places, translations, static files."""
    for path in settings.VAR_DIR.iterdir():
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink()
    call_command("migrate", interactive=False, verbosity=0)
    call_command("load_places", verbosity=0)
    if not (settings.BASE_DIR / COMPILED).exists():
        call_command("compile_translations")
    call_command("collectstatic", interactive=False, verbosity=0)


def build(*, size: int, seed: int) -> dict[str, Any]:
    """The whole site at one size, and how long each step took."""
    prepare()
    figures: dict[str, Any] = {"products": size, "seed": seed}
    catalogue = settings.VAR_DIR / "catalogue.csv"
    figures["generate_s"], figures["catalogue_sha256"] = _timed(
        lambda: generate.write(catalogue, size=size, seed=seed, progress=Progress("generate", size))
    )
    return figures | fill(catalogue)


def build_real() -> dict[str, Any]:
    """The site of `make setup`: the real catalogue."""
    prepare()
    return fill(settings.BASE_DIR / "catalog" / "data" / "ocop_products.csv")


def fill(catalogue: Path) -> dict[str, Any]:
    """Imports a file, adds sample prices, builds the index."""
    figures: dict[str, Any] = {}
    bars: dict[str, Progress] = {}

    def step(what: str, done: int, total: int) -> None:
        bars.setdefault(what, Progress("import" if bars else "read", total))(done)

    figures["import_s"], (report, _table) = _timed(lambda: import_file(catalogue, today=clock.today(), progress=step))
    figures["imported"], figures["refused"] = report.created, len(report.refused)
    figures["samples_s"], _given = _timed(demo.add_samples)
    figures["database_mb"] = round(_size(settings.DATABASES["default"]["NAME"]), 1)
    figures |= index()
    for step in ("import", "index"):
        figures[f"{step}_ms_a_product"] = round(figures[f"{step}_s"] * 1000 / max(1, report.created), 3)
    return figures


def index() -> dict[str, Any]:
    """Builds the search index, as `manage.py rebuild_index` does."""
    writer = engines.writer()
    bars: list[Progress] = []

    def step(done: int, total: int) -> None:
        bars.append(Progress("index", total)) if not bars else None
        bars[0](done)

    def rebuild() -> None:
        with writer.locked(wait_seconds=5):
            tasks.rebuild(writer, today=clock.today(), progress=step)
            tasks.drain(writer, today=clock.today())

    seconds, _ = _timed(rebuild)
    return {"index_s": seconds, "index_mb": round(_size(settings.SEARCH_INDEX_DIR), 1)}


def _timed(call: Callable[[], Any]) -> tuple[float, Any]:
    begin = time.monotonic()
    result = call()
    return round(time.monotonic() - begin, 1), result


def _size(path: Path | str) -> float:
    """Megabytes of a file with its neighbours of SQLite, or of all files of a folder."""
    path = Path(path)
    files = path.rglob("*") if path.is_dir() else path.parent.glob(f"{path.name}*")
    return sum(file.stat().st_size for file in files if file.is_file()) / 1e6
