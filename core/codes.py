"""Codes that people read, type and scan. Random, never guessed, without letters that look alike."""

import secrets

_ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
_LENGTH = 12


def new_code() -> str:
    """A random code of 12 signs (59 bits), without 0/O, 1/I/L, U: safe to print on a label."""
    return "".join(secrets.choice(_ALPHABET) for _ in range(_LENGTH))


def spoken(code: str) -> str:
    """The code in groups of four, as it is printed: "7KQM-2XPA-9RTV"."""
    return "-".join(code[at : at + 4] for at in range(0, len(code), 4))


def typed(text: str) -> str:
    """What a person typed as a code, brought to its stored form: spaces and hyphens out, upper case."""
    return "".join(ch for ch in text.upper() if ch.isascii() and ch.isalnum())
