"""Keeps the search index up to date until it is told to end, or its parent is gone."""

import logging
import os
import signal
import time
from contextlib import suppress
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.db import DatabaseError, close_old_connections

from core import clock
from search import engines, tasks
from search.engines.base import EngineUnavailable, IndexBusy, IndexWriter

_log = logging.getLogger(__name__)
_PAUSE = 1.0
_LONG_PAUSE = 30.0
_STEP = 0.1


class Command(BaseCommand):
    help = "Takes up changes of products and makers into the search index, about once a second."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--once", action="store_true", help="take up what waits, then end")
        parser.add_argument("--pause", type=float, default=_PAUSE, help="seconds between two looks")

    def handle(self, *args: Any, **options: Any) -> None:
        self.is_ending = False
        self.parent = os.getppid()
        for number in (signal.SIGTERM, signal.SIGINT):
            with suppress(ValueError):  # not the main thread: whoever called handles signals
                signal.signal(number, self.end)
        writer = engines.writer()
        pause = options["pause"]
        while True:
            succeeded = self.look(writer)
            if options["once"]:
                return
            pause = options["pause"] if succeeded else min(_LONG_PAUSE, max(pause, _PAUSE) * 2)
            self.rest(pause)
            if self.should_end():
                return

    def end(self, *_: object) -> None:
        """What SIGTERM does: the round under way is finished first."""
        self.is_ending = True

    def should_end(self) -> bool:
        """Told to, or left alone by the process that started it."""
        return self.is_ending or os.getppid() != self.parent

    def rest(self, seconds: float) -> None:
        """Sleeps in small steps, so that an end is noticed soon."""
        until = time.monotonic() + seconds
        while time.monotonic() < until and not self.should_end():
            time.sleep(_STEP)

    def look(self, writer: IndexWriter) -> bool:
        """One round; False when it has to be tried again later."""
        close_old_connections()
        try:
            with writer.locked(wait_seconds=_PAUSE):
                tasks.bring_up_to_date(writer, today=clock.today())
        except IndexBusy:
            return True  # a rebuild or a second indexer is at work: nothing is wrong
        except (EngineUnavailable, DatabaseError, OSError):
            _log.exception("The search index could not be brought up to date; trying again.")
            return False
        return True
