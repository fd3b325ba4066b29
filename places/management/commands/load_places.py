"""`manage.py load_places`: the provinces and communes of the compiled fixture into the database."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from places import services


class Command(BaseCommand):
    help = "Loads provinces, communes and their old names; does nothing when they are up to date."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--force", action="store_true", help="load again even when up to date")

    def handle(self, *args: Any, **options: Any) -> None:
        changed = services.load_places(force=options["force"])
        self.stdout.write("Places loaded." if changed else "Places are up to date.")
