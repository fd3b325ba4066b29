"""The one style sheet that pages load, joined from the parts in static/css. No node, no other tool.

`StylesheetFinder` stands in STATICFILES_FINDERS, so `collectstatic`, the development server and the tests all see
`css/site.css` without a step of their own. Scripts and pictures are plain files in static/.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.finders import BaseFinder
from django.core.files.storage import FileSystemStorage

# In this order: later parts may refine earlier ones.
PARTS = (
    "tokens.css",
    "base.css",
    "header.css",
    "footer.css",
    "controls.css",
    "badge.css",
    "card.css",
    "map.css",
    "home.css",
    "list.css",
    "facets.css",
    "certificate.css",
    "product.css",
    "maker.css",
    "verify.css",
)
BUNDLE = "css/site.css"
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_LINE_START = re.compile(r"\n\s*")


def build_css(*, parts_dir: Path, build_dir: Path) -> Path:
    """Write build_dir/css/site.css from the parts and return its path; the same parts give the same bytes."""
    joined = "\n".join((parts_dir / name).read_text(encoding="utf-8") for name in PARTS)
    text = _LINE_START.sub("\n", _COMMENT.sub("", joined)).strip() + "\n"
    target = build_dir / BUNDLE
    target.parent.mkdir(parents=True, exist_ok=True)
    if not target.exists() or target.read_text(encoding="utf-8") != text:
        # Beside, then renamed: two processes that start at once never see half a file.
        beside = target.with_suffix(".new")
        beside.write_text(text, encoding="utf-8")
        beside.replace(target)
    return target


class StylesheetFinder(BaseFinder):
    """Finds `css/site.css`, built from its parts when it is asked for."""

    def __init__(self, app_names: object = None, *args: Any, **kwargs: Any) -> None:
        self.parts_dir = settings.BASE_DIR / "static" / "css"
        self.build_dir = settings.VAR_DIR / "build"
        super().__init__(*args, **kwargs)

    def find(self, path: str, find_all: bool = False, **kwargs: Any) -> Any:
        """The file behind the address `css/site.css`; nothing for any other."""
        if path != BUNDLE:
            return []
        built = str(build_css(parts_dir=self.parts_dir, build_dir=self.build_dir))
        return [built] if find_all or kwargs.get("all") else built

    def list(self, ignore_patterns: object) -> Iterator[tuple[str, FileSystemStorage]]:
        """The one file that `collectstatic` takes from here."""
        build_css(parts_dir=self.parts_dir, build_dir=self.build_dir)
        yield BUNDLE, FileSystemStorage(location=self.build_dir)
