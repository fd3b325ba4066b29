"""Bytes of a text file -> lines: UTF-8, UTF-16 or Windows-1258, found out from the bytes. Pure.

A line whose bytes are no letters in the file's encoding is marked, the others are read.
"""

import codecs
import unicodedata
from dataclasses import dataclass

from django.utils.translation import gettext as _

from catalog.importing.report import UnusableFileError

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 100_000
# Letters of Vietnamese beyond ASCII, composed. TCVN3 or VNI text read as Windows-1258 falls outside of them.
_LETTERS = frozenset(
    "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ"
    "ÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴĐ"
)
_SIGNS = frozenset("“”‘’–—…•«»°²³½₫×·®™© \u00a0")
# What a Vietnamese office writes beside its own letters when a file is not in one of the encodings above.
_LEAST_GOOD = 0.9


@dataclass(frozen=True, slots=True)
class Text:
    """The lines of a file, their encoding, and which of them (0-based) hold bytes that are no letters."""

    lines: list[str]
    encoding: str
    broken: frozenset[int] = frozenset()


def decode(data: bytes) -> Text:
    """The lines of the file. Raises UnusableFileError where no encoding fits."""
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _lines(data[len(bom) :], encoding)
    if encoding := _utf16_without_mark(data):
        return _lines(data, encoding)
    try:
        return Text(_split(data.decode("utf-8")), "utf-8")
    except UnicodeDecodeError:
        pass
    return _lines(data, "utf-8") if _is_mostly_utf8(data) else _windows_1258(data)


def _split(text: str) -> list[str]:
    """Lines by line feeds alone: a vertical tab or U+2028 inside a cell ends no line."""
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def _utf16_without_mark(data: bytes) -> str:
    """Every second byte of ASCII letters is zero in UTF-16, on one side."""
    sample = data[:_SAMPLE]
    if len(sample) < 4 or len(data) % 2:
        return ""
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    half = len(sample) // 2
    if odd > 0.3 * half and even < 0.02 * half:
        return "utf-16-le"
    return "utf-16-be" if even > 0.3 * half and odd < 0.02 * half else ""


def _lines(data: bytes, encoding: str) -> Text:
    lines = _split(data.decode(encoding, errors="replace"))
    return Text(lines, encoding, frozenset(at for at, line in enumerate(lines) if "\ufffd" in line))


def _is_mostly_utf8(data: bytes) -> bool:
    """Whether more lines with letters beyond ASCII are whole UTF-8 than not; of Windows-1258 hardly one is."""
    whole = broken = 0
    for line in data[:_SAMPLE].split(b"\n"):
        if not line.isascii():
            try:
                line.decode("utf-8")
                whole += 1
            except UnicodeDecodeError:
                broken += 1
    return whole >= broken


def _windows_1258(data: bytes) -> Text:
    """Windows-1258 writes tones as marks behind their letter, so that it has to be composed."""
    lines = [unicodedata.normalize("NFC", line) for line in _split(data.decode("cp1258", errors="replace"))]
    if _share_of_good("".join(lines)) < _LEAST_GOOD:
        raise UnusableFileError(
            _("Không nhận ra bảng mã của tệp (có thể là TCVN3 hoặc VNI): hãy lưu lại bằng UTF-8 rồi nhập lại.")
        )
    broken = frozenset(at for at, line in enumerate(lines) if "\ufffd" in line or _share_of_good(line) < _LEAST_GOOD)
    return Text(lines, "windows-1258", broken)


def _share_of_good(text: str) -> float:
    foreign = [ch for ch in text if ord(ch) > 127 and ch not in _SIGNS]
    return sum(1 for ch in foreign if ch in _LETTERS) / len(foreign) if foreign else 1.0
