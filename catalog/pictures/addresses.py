"""The key of a picture in its address, so that a browser may keep it for ever and still sees a new one at once."""

import hashlib

# Raise it when drawings, types or layouts change: every picture then gets a new address.
EDITION = 1
_DIGEST = 8


def picture_key(name: str, leaf_code: str | None = None, sector_code: str | None = None, *, seed: str) -> str:
    """`seed` (the product's slug), a hyphen and 8 hexadecimal digits that change with whatever the picture shows."""
    said = "\x1f".join((str(EDITION), name, leaf_code or "", sector_code or "", seed))
    return f"{seed}-{hashlib.sha256(said.encode()).hexdigest()[:_DIGEST]}"


def seed_of(key: str) -> str:
    """The seed in a key, to find the product by; a key without digits at its end is a seed itself."""
    seed, hyphen, digest = key.rpartition("-")
    is_digest = len(digest) == _DIGEST and not set(digest) - set("0123456789abcdef")
    return seed if hyphen and is_digest else key
