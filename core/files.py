"""Storage of files that are served by a view alone, never from an address of their own."""

from django.conf import settings
from django.core.files.storage import FileSystemStorage, Storage


def private_storage() -> Storage:
    """The folder of private files; outside of everything that a web server serves, created readable by us alone."""
    return FileSystemStorage(
        location=settings.PRIVATE_ROOT, base_url=None, file_permissions_mode=0o600, directory_permissions_mode=0o700
    )
