"""Merges locale/en/parts/*.po and compiles them (Babel, no gettext needed)."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from core import translations


class Command(BaseCommand):
    help = "Merges locale/en/parts/*.po into the compiled English catalogue."
    requires_system_checks: list[str] = []

    def handle(self, *args: Any, **options: Any) -> None:
        parts = translations.compile_catalog(settings.BASE_DIR)
        for problem in parts.problems:
            self.stderr.write(problem)
        if any(message.string for message in parts.catalog if message.id):
            return
        if translations.part_files(settings.BASE_DIR):
            raise CommandError("No English text could be read from locale/en/parts.")
