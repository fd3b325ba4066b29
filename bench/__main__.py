"""`make bench`: builds catalogues, measures, prints one table, writes results.json. Has its own folder and databases.

`make bench ONLY=search` runs one part (import, search, pages, fuzz; several with commas), SIZES=20000 other sizes.
"""

import argparse
import datetime as dt
import json
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from bench import fuzz, load, machine, pages, report
from bench.site import ROOT, ServerError, Site
from core.setup_steps import digest

PARTS = ("import", "search", "pages", "fuzz")
FOLDER = ROOT / "var" / "bench"
# A catalogue that was built from just these files is used again by parts that do not measure the building.
_APPS = ("core", "places", "accounts", "catalog", "search", "bench")
_BUILT_FROM = (*(f"{app}/**/*.py" for app in _APPS), "catalog/data/**/*", "places/data/**/*", "static/**/*")
_MISSING = {"the same pages on PostgreSQL": "PostgreSQL", "the same searches on Elasticsearch": "Elasticsearch"}


def main() -> int:
    """Runs what was asked for; 1 when a server did not start or a page answered 5xx."""
    options = _options()
    began = time.monotonic()
    head = _head(options)
    print("\n".join(f"{name:<15}{value}" for name, value in head.items()))
    results: dict[str, dict[str, Any]] = {}
    try:
        for size in options.sizes if set(options.only) - {"fuzz"} else []:
            _catalogue(size, options, results)
        if "fuzz" in options.only:
            _fuzz(options, results)
    except ServerError as error:
        print(f"Sao Làng bench: {error}", file=sys.stderr)
        return 1
    print("\n".join(report.table(results)))
    print("\n" + "\n".join(f"left out: {part}, because {server} is missing" for part, server in _MISSING.items()))
    print(f"\n{time.monotonic() - began:.0f} s in all. Figures: {_keep(head, results).relative_to(ROOT)}")
    return 1 if results.get(report.REAL, {}).get("fuzz", {}).get("server_errors") else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("--only", default=os.environ.get("ONLY", ""), help=f"one or more of {', '.join(PARTS)}")
    parser.add_argument("--sizes", default=os.environ.get("SIZES", ""), help="numbers of products, with commas")
    parser.add_argument("--seed", type=int, default=int(os.environ.get("SEED", "1")))
    options = parser.parse_args()
    options.only = [part.strip() for part in (options.only or ",".join(PARTS)).split(",") if part.strip()]
    unknown = [part for part in options.only if part not in PARTS]
    if unknown:
        parser.error(f"no part {', '.join(unknown)}: choose from {', '.join(PARTS)}")
    try:
        options.sizes = sorted({int(size) for size in (options.sizes or "20000,200000").split(",")})
    except ValueError:
        parser.error(f"SIZES must be numbers with commas between them, not {options.sizes!r}")
    if options.sizes[0] < 100:
        parser.error("a catalogue needs at least 100 products")
    return options


def _head(options: argparse.Namespace) -> dict[str, str]:
    asked = f" ONLY={','.join(options.only)}" if len(options.only) < len(PARTS) else ""
    return {
        "command": f"make bench{asked} SIZES={','.join(map(str, options.sizes))} SEED={options.seed}",
        "date": dt.datetime.now(tz=dt.UTC).strftime("%Y-%m-%d %H:%M UTC"),
        "seed": str(options.seed),
        "load by": load.generator(),
        **machine.facts(),
    }


def _catalogue(size: int, options: argparse.Namespace, results: dict[str, dict[str, Any]]) -> None:
    """Builds one catalogue, unless one of the same files is there and building is not measured, and measures it."""
    site = Site(FOLDER / str(size))
    found = results.setdefault(str(size), {})
    found["build"] = _built(site, options, "build", "--size", str(size))
    if "search" in options.only:
        _say(f"{size:,} products: search")
        found["search"] = _inside(site, "search", "--seed", str(options.seed))
    if "pages" in options.only:
        _say(f"{size:,} products: pages")
        listed = _inside(site, "paths", "--seed", str(options.seed))
        found["pages"] = pages.measure(site, listed["paths"]) | {"queries": listed["queries"]}
        found["pages"]["memory"] = found["pages"]["memory_cached"]


def _fuzz(options: argparse.Namespace, results: dict[str, dict[str, Any]]) -> None:
    site = Site(FOLDER / report.REAL)
    build = _built(site, options, "build-real")
    _say("fuzz inputs on the real catalogue")
    results[report.REAL] = {"build": build, "fuzz": fuzz.measure(site)}
    for address in results[report.REAL]["fuzz"]["broken"]:
        print(f"  5xx: {address}")


def _built(site: Site, options: argparse.Namespace, part: str, *more: str) -> dict[str, Any]:
    known = site.folder / "build.json"
    wanted = digest(ROOT, _BUILT_FROM, str(options.seed), *more)
    if "import" not in options.only and known.exists():
        kept: dict[str, Any] = json.loads(known.read_text(encoding="utf-8"))
        if kept.get("built_from") == wanted:
            return kept
    _say(f"{site.folder.name} products: building" if more else "the real catalogue: building")
    figures = _inside(site, part, "--seed", str(options.seed), *more)
    known.write_text(json.dumps(figures | {"built_from": wanted}, indent=1), encoding="utf-8")
    return figures


def _inside(site: Site, part: str, *more: str) -> dict[str, Any]:
    """Runs one part in a process of its own, in the site's environment."""
    site.folder.mkdir(parents=True, exist_ok=True)
    out = site.folder.parent / f"{site.folder.name}-{part}.json"
    command = [sys.executable, "-X", "utf8", "-m", "bench.inside", part, "--out", str(out), *more]
    done = subprocess.run(command, cwd=ROOT, env=site.environment(page_cache_seconds=0), check=False)
    if done.returncode:
        raise ServerError(f"the part {part!r} ended with exit code {done.returncode}; its reason stands above")
    figures: dict[str, Any] = json.loads(out.read_text(encoding="utf-8"))
    return figures


def _keep(head: dict[str, str], results: dict[str, dict[str, Any]]) -> Path:
    """results.json: what was measured now, whole."""
    path = FOLDER / "results.json"
    path.write_text(json.dumps({"head": head, "results": results}, ensure_ascii=False, indent=1), encoding="utf-8")
    return path


def _say(text: str) -> None:
    print(f"\n{text} ...", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
