"""The texts of the site and their English: what the code uses, what locale/en/parts/ has, the compiled catalogue.

Read from the sources with Django's templatize and Python's own parser, so that nobody needs gettext.
"""

import ast
import io
import os
import re
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po
from django.utils.translation.template import templatize

PARTS = Path("locale/en/parts")
COMPILED = Path("locale/en/LC_MESSAGES/django.mo")
NOT_SOURCES = {".venv", ".git", "var", "tests", "bench", "audit", "node_modules", "migrations", "locale"}
TEMPLATE_ENDINGS = {".html", ".txt", ".xml", ".svg"}
# Name of a function -> the places of context, text and plural among its arguments.
FUNCTIONS: dict[str, tuple[int | None, int, int | None]] = {
    "_": (None, 0, None),
    "gettext": (None, 0, None),
    "gettext_lazy": (None, 0, None),
    "gettext_noop": (None, 0, None),
    "ngettext": (None, 0, 1),
    "ngettext_lazy": (None, 0, 1),
    "pgettext": (0, 1, None),
    "pgettext_lazy": (0, 1, None),
    "npgettext": (0, 1, 2),
    "npgettext_lazy": (0, 1, 2),
}
_CALL = re.compile(r"(?<![\w.])(?:_|n?p?gettext)\((?=u?['\"])")


@dataclass(frozen=True, order=True)
class Text:
    """One text that the site shows: what gettext looks up."""

    text: str
    plural: str = ""
    context: str = ""


@dataclass
class Parts:
    """The English of all areas in one catalogue, and what is wrong in the files."""

    catalog: Catalog
    problems: list[str] = field(default_factory=list)


def part_files(root: Path) -> list[Path]:
    """The .po files that are merged, in order of name."""
    return sorted((root / PARTS).glob("*.po"))


def read_parts(root: Path) -> Parts:
    """All of locale/en/parts/*.po. A broken file, a fuzzy or left-over entry, and two different translations of one
    text are problems; the first translation is kept."""
    parts = Parts(Catalog(locale="en", fuzzy=False))
    origin: dict[tuple[str, str], str] = {}
    for file in part_files(root):
        try:
            with file.open("rb") as stream:
                part = read_po(stream, locale="en", abort_invalid=True)
        except (PoFileError, UnicodeDecodeError, ValueError) as error:
            parts.problems.append(f"{file.name}: {error}")
            continue
        for message in part.obsolete.values():
            parts.problems.append(f"{file.name}: left-over entry {message.id!r}")
        for message in part:
            if message.id:
                _add(parts, message, file.name, origin)
    return parts


def _add(parts: Parts, message: Message, name: str, origin: dict[tuple[str, str], str]) -> None:
    """Puts one entry of a part into the whole, or says why not."""
    if message.fuzzy:
        parts.problems.append(f"{name}: fuzzy entry {message.id!r}")
        return
    key = (_singular(message), message.context or "")
    known = parts.catalog.get(message.id, message.context)
    if known is None:
        parts.catalog.add(message.id, message.string, context=message.context)
        origin[key] = name
    elif isinstance(message.id, tuple) and not isinstance(known.id, tuple):
        parts.catalog.delete(known.id, known.context)
        parts.catalog.add(message.id, message.string, context=message.context)
    elif isinstance(message.id, tuple) == isinstance(known.id, tuple) and known.string != message.string:
        parts.problems.append(f"{name}: {key[0]!r} is translated otherwise in {origin.get(key)}")


def _singular(message: Message) -> str:
    return message.id if isinstance(message.id, str) else message.id[0]


def compile_catalog(root: Path) -> Parts:
    """Writes the compiled English catalogue from the parts; a half-written one is never seen. Returns what was read."""
    parts = read_parts(root)
    target = root / COMPILED
    target.parent.mkdir(parents=True, exist_ok=True)
    buffer = io.BytesIO()
    write_mo(buffer, parts.catalog)
    handle, temporary = tempfile.mkstemp(dir=target.parent, suffix=".tmp")
    with os.fdopen(handle, "wb") as stream:
        stream.write(buffer.getvalue())
    Path(temporary).chmod(0o644)
    Path(temporary).replace(target)
    return parts


def sources(root: Path) -> Iterator[Path]:
    """The files whose texts are shown to visitors."""
    for folder, names, files in os.walk(root):
        names[:] = sorted(name for name in names if name not in NOT_SOURCES and not name.startswith("."))
        for name in sorted(files):
            path = Path(folder, name)
            if path.suffix == ".py" or (path.suffix in TEMPLATE_ENDINGS and "templates" in path.parts):
                yield path


def used_texts(root: Path) -> dict[Text, str]:
    """Every text that Python or a template gives to gettext -> the first file that does."""
    found: dict[Text, str] = {}
    for path in sources(root):
        content = path.read_text(encoding="utf-8")
        texts = texts_of_python(content) if path.suffix == ".py" else texts_of_template(content)
        for text in texts:
            found.setdefault(text, str(path.relative_to(root)))
    return found


def texts_of_python(source: str) -> Iterator[Text]:
    """The literal texts given to gettext functions in Python source."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if name in FUNCTIONS:
                yield from _text_of_call(name, node.args)


def texts_of_template(source: str) -> Iterator[Text]:
    """The texts of {% translate %}, {% blocktranslate %} and _("...") in a template."""
    code = templatize(source)
    for match in _CALL.finditer(code):
        call = _first_call(code[match.start() :])
        if call is not None:
            yield from _text_of_call(getattr(call.func, "id", ""), call.args)


def _first_call(code: str) -> ast.Call | None:
    """The call that a piece of code begins with; what follows it is not Python."""
    end = code.find(")")
    while end >= 0:
        try:
            tree = ast.parse(code[: end + 1], mode="eval")
        except SyntaxError:
            end = code.find(")", end + 1)
            continue
        return tree.body if isinstance(tree.body, ast.Call) else None
    return None


def _text_of_call(name: str, arguments: list[ast.expr]) -> Iterator[Text]:
    """The text of one call; nothing when it is not a literal (then its own place marks it with gettext_noop)."""
    context_at, text_at, plural_at = FUNCTIONS[name]

    def literal(index: int | None) -> str | None:
        if index is None:
            return ""
        argument = arguments[index] if index < len(arguments) else None
        return argument.value if isinstance(argument, ast.Constant) and isinstance(argument.value, str) else None

    context, text, plural = literal(context_at), literal(text_at), literal(plural_at)
    if text and context is not None and plural is not None:
        yield Text(text, plural, context)


def missing(root: Path) -> dict[Text, str]:
    """Texts that are used but have no English yet -> the file that uses them."""
    catalog = read_parts(root).catalog
    return {text: where for text, where in used_texts(root).items() if not _is_translated(catalog, text)}


def _is_translated(catalog: Catalog, text: Text) -> bool:
    message = catalog.get(text.text, text.context or None)
    if message is None:
        return False
    if text.plural:
        return isinstance(message.id, tuple) and message.id[1] == text.plural and all(message.string or ())
    return bool(message.string[0] if isinstance(message.string, tuple) else message.string)
