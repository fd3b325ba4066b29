"""Everything between installed libraries and a site that can be served, each step only when its inputs changed.

The steps themselves are commands of their apps; here are only their order and when each is needed.
"""

import errno
import io
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor

from core.setup_steps import Stamps, database_identity, digest
from core.translations import COMPILED

CATALOGUE = "catalog/data/ocop_products.csv"
PLACES_INPUTS = ("places/data/**/*", "places/management/commands/load_places.py")
CATALOGUE_INPUTS = (
    "catalog/data/**/*", "catalog/importing/**/*.py", "catalog/services/*.py", "catalog/vocabulary*.py",
    "catalog/demo.py", "catalog/grouping.py", "catalog/group_table.py", "catalog/identity.py", "catalog/kinds.py",
)  # fmt: skip
INDEX_INPUTS = ("search/**/*.py", "core/vietnamese.py")
# Words of an error -> what the person can do about it.
TROUBLES = (
    ("disk is full", "The disk is full: free about 500 MB and run the same command again."),
    ("No space left", "The disk is full: free about 500 MB and run the same command again."),
    ("database is locked", "The database is busy: end the other process that writes to it and run the command again."),
    ("malformed", "The database file is damaged: move it away and run the same command again to build it anew."),
    ("file is not a database", "The database file is no database: move it away and run the same command again."),
    ("readonly database", "The database file cannot be written: check who owns it."),
    ("unable to open database file", "The database file cannot be opened: check who owns its folder."),
    ("connection", "The database server of DATABASE_URL does not answer: check that it runs and its address."),
)  # fmt: skip


@dataclass(frozen=True)
class Step:
    """One step: what is said, the digest of what it reads, whether its result is there, and how to make it."""

    name: str
    label: str
    inputs: str
    is_there: Callable[[], bool]
    run: Callable[[], object]


class Command(BaseCommand):
    help = "Brings translations, database, places, catalogue, search index and static files up to date."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--without-samples", action="store_true", help="no sample prices and stocks (production)")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            self.bring_up_to_date(demo=not options["without_samples"])
        except (OSError, DatabaseError) as error:
            raise CommandError(sentence(error)) from error

    def bring_up_to_date(self, *, demo: bool) -> None:
        """Runs the steps that are not current, in order."""
        self.migrate()
        stamps = Stamps(settings.VAR_DIR / "setup.json")
        for step in self.steps(demo=demo):
            if stamps.is_current(step.name, step.inputs) and step.is_there():
                continue
            started = time.monotonic()
            self.say(f"{step.label} ...")
            step.run()
            stamps.keep(step.name, step.inputs)
            self.say(f"{step.label}: ready after {time.monotonic() - started:.1f} s.")

    def migrate(self) -> None:
        """Applies migrations that the database lacks; asks the database itself, as it may be another than last time."""
        executor = MigrationExecutor(connection)
        if executor.migration_plan(executor.loader.graph.leaf_nodes()):
            started = time.monotonic()
            self.say("Database ...")
            call_command("migrate", interactive=False, verbosity=0)
            self.say(f"Database: ready after {time.monotonic() - started:.1f} s.")

    def steps(self, *, demo: bool) -> list[Step]:
        """The steps after the migrations, lowest first; a later one's inputs hold those of the earlier it builds on."""
        root = settings.BASE_DIR
        where = database_identity(settings.DATABASES["default"])
        lock = digest(root, ("requirements.lock",))
        places = digest(root, PLACES_INPUTS, where)
        catalogue = digest(root, CATALOGUE_INPUTS, places, f"samples {demo}")
        index = digest(root, INDEX_INPUTS, catalogue, lock, settings.SEARCH_ENGINE)
        return [
            Step(
                "translations",
                "Translations",
                digest(root, ("locale/en/parts/*.po", "core/translations.py"), lock),
                (root / COMPILED).exists,
                lambda: call_command("compile_translations"),
            ),
            Step(
                "places",
                "Provinces and communes",
                places,
                lambda: has_rows("places", "Commune"),
                lambda: call_command("load_places", stdout=io.StringIO()),
            ),
            Step(
                "catalogue",
                "Catalogue",
                catalogue,
                lambda: has_rows("catalog", "Product"),
                lambda: self.import_catalogue(demo=demo),
            ),
            Step(
                "index",
                "Search index",
                index,
                lambda: any(settings.SEARCH_INDEX_DIR.rglob("meta.json")),
                lambda: call_command("rebuild_index", verbosity=0),
            ),
            Step(
                "static",
                "Style and scripts",
                digest(root, ("static/**/*", "core/assets.py", "config/settings/*.py"), lock),
                (settings.STATIC_ROOT / "staticfiles.json").exists,
                lambda: call_command("collectstatic", interactive=False, clear=True, verbosity=0),
            ),
        ]

    def import_catalogue(self, *, demo: bool) -> None:
        """Imports the catalogue; its questions for a person go to var/import.log, its summary to the screen."""
        report = io.StringIO()
        log = settings.VAR_DIR / "import.log"
        try:
            call_command("import_products", str(settings.BASE_DIR / CATALOGUE), demo=demo, stdout=report)
        finally:
            log.write_text(report.getvalue(), encoding="utf-8")
        self.say(f"{report.getvalue().strip().splitlines()[-1]} ({log})")

    def say(self, text: str) -> None:
        self.stdout.write(text)
        self.stdout.flush()


def has_rows(app: str, model: str) -> bool:
    """Whether the table holds anything (by name: core knows no model of the apps above it)."""
    return bool(apps.get_model(app, model)._default_manager.exists())


def sentence(error: Exception) -> str:
    """What the person at the keyboard can do about an error of the disk or the database."""
    if isinstance(error, OSError):
        where = error.filename or settings.VAR_DIR
        if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
            return f"{where} cannot be written: check who owns it."
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            return TROUBLES[0][1]
        return f"{where}: {error.strerror or error}."
    return next((answer for words, answer in TROUBLES if words in str(error)), f"The database refused: {error}")
