"""Lists the texts of the site that have no English yet, as a .po file to be filled in (make messages)."""

from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po
from django.conf import settings
from django.core.management.base import BaseCommand

from core import translations

NEW = translations.PARTS / "new.po"


class Command(BaseCommand):
    help = "Writes texts without an English translation to locale/en/parts/new.po."
    requires_system_checks: list[str] = []

    def handle(self, *args: Any, **options: Any) -> None:
        missing = translations.missing(settings.BASE_DIR)
        if not missing:
            self.stdout.write("Every text has its English.")
            return
        catalog = Catalog(locale="en", fuzzy=False)
        if (settings.BASE_DIR / NEW).exists():  # what was filled in but not moved yet is kept
            with (settings.BASE_DIR / NEW).open("rb") as file:
                catalog = read_po(file, locale="en")
        for text, where in sorted(missing.items()):
            message = (text.text, text.plural) if text.plural else text.text
            catalog.add(message, locations=[(where, 0)], context=text.context or None)
        with (settings.BASE_DIR / NEW).open("wb") as file:
            write_po(file, catalog, omit_header=True, include_lineno=False, width=120)
        self.stdout.write(
            f"{len(missing)} texts without English are in {NEW}: fill them in and move them to their area's file."
        )
