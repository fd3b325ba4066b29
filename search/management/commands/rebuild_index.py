"""Builds the search index anew beside the one in use, then swaps."""

import sys
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from core import clock
from search import engines, tasks
from search.engines.base import EngineUnavailable, IndexBusy

_WIDTH = 30


class Command(BaseCommand):
    help = "Builds the search index anew beside the one in use, then swaps; changes meanwhile are taken up after."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--wait", type=float, default=60.0, help="seconds to wait for another writer")

    def handle(self, *args: Any, **options: Any) -> None:
        self.is_loud = options["verbosity"] > 0 and sys.stderr.isatty()
        writer = engines.writer()
        try:
            with writer.locked(wait_seconds=options["wait"]):
                number = tasks.rebuild(writer, today=clock.today(), progress=self.progress)
                if self.is_loud:
                    self.stderr.write("")
                tasks.drain(writer, today=clock.today())
        except IndexBusy as error:
            raise CommandError("Another process is writing the search index; try again when it is done.") from error
        except (EngineUnavailable, OSError) as error:
            raise CommandError(f"The search index cannot be built: {error}") from error
        if options["verbosity"] > 0:
            self.stdout.write(f"The search index holds {number} products.")

    def progress(self, done: int, total: int) -> None:
        """A bar for a person at a terminal."""
        if self.is_loud:
            filled = _WIDTH * done // max(1, total)
            self.stderr.write(f"\r[{'#' * filled}{'.' * (_WIDTH - filled)}] {done}/{total}", ending="")
            self.stderr.flush()
