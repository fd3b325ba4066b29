"""The parts that run inside Django, each in a process of its own: `python -m bench.inside PART --out FILE`.

Called by bench/__main__.py with the environment of the site that is measured; the figures go to FILE as JSON.
"""

import argparse
import json
from pathlib import Path
from typing import Any

import django
from django.conf import settings


def main() -> None:
    """Runs one part and writes its figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("part", choices=("build", "build-real", "search", "paths"))
    parser.add_argument("--size", type=int, default=0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    django.setup()
    options.out.write_text(json.dumps(_run(options), ensure_ascii=False, indent=1), encoding="utf-8")


def _run(options: argparse.Namespace) -> dict[str, Any]:
    from bench import building, counting, pages, searching  # models can only be imported after setup()

    if options.part == "build":
        return building.build(size=options.size, seed=options.seed)
    if options.part == "build-real":
        return building.build_real()
    if options.part == "search":
        return searching.measure(seed=options.seed)
    catalogue = settings.VAR_DIR / "catalogue.csv"
    paths = pages.paths_of(catalogue, counting.slugs(), seed=options.seed)
    return {"paths": paths, "queries": counting.queries_a_page(paths)}


if __name__ == "__main__":
    main()
