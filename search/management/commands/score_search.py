"""Answers a file of queries with the site's own search, as source rows, for tests/evaluation/score_search.py."""

import json
import time
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from search import finder, selectors
from search.queries import SearchQuery

_SHOWN = 50


class Command(BaseCommand):
    help = "Answers each query of a JSON-lines file and writes the source rows found, in the order a visitor sees."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--queries", required=True, type=Path, help="JSON lines with id and query")
        parser.add_argument("--out", required=True, type=Path, help="where the results go, as JSON lines")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            lines = options["queries"].read_text(encoding="utf-8-sig").split("\n")
        except (OSError, UnicodeError) as error:
            raise CommandError(f"{options['queries']} cannot be read: {error}") from error
        results = [self.answer(number, line) for number, line in enumerate(lines, 1) if line.strip()]
        if not results:
            raise CommandError(f"{options['queries']} holds no query.")
        try:
            options["out"].write_text("".join(json.dumps(row) + "\n" for row in results), encoding="utf-8")
        except OSError as error:
            raise CommandError(f"{options['out']} cannot be written: {error}") from error
        self.stdout.write(f"{len(results)} queries answered.")

    def answer(self, number: int, line: str) -> dict[str, object]:
        """One result: the first rows, the number of all hits, and the time of the search in milliseconds."""
        try:
            item = json.loads(line)
            name, text = str(item["id"]), str(item["query"])
        except (ValueError, KeyError, TypeError) as error:
            raise CommandError(f"Line {number} is no query with id and query: {error}") from error
        started = time.perf_counter()
        found = finder.find(SearchQuery(text=text, limit=_SHOWN))
        spent = (time.perf_counter() - started) * 1000
        if found.is_fallback:
            raise CommandError("There is no search index; run `manage.py rebuild_index` first.")
        rows = selectors.source_rows(found.answer.ids)
        return {"id": name, "rows": rows, "total": found.answer.total, "ms": round(spent, 2)}
