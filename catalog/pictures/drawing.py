"""Composing a picture: the things of a subject placed on their ground, varied by a seed."""

import hashlib
from xml.sax.saxutils import escape

from catalog.pictures import ground
from catalog.pictures.choosing import Subject, subject_of
from catalog.pictures.layouts import Placed, place
from catalog.pictures.naming import subject
from catalog.pictures.things import Thing, part, thing

_DARK_PACK = 95  # mean of red, green and blue below which a vessel needs a lighter niche in the dark scheme


class Chance:
    """A stream of choices that a seed decides, the same on every machine."""

    def __init__(self, seed: str) -> None:
        self._left = int(hashlib.sha256(seed.encode()).hexdigest()[:12], 16)

    def below(self, size: int) -> int:
        """A number from 0 to size - 1."""
        self._left, number = divmod(self._left, size)
        return number


def draw(name: str, *, leaf_code: str | None = None, sector_code: str | None = None, seed: str) -> str:
    """The picture of a product as a whole SVG document, 400 by 300, light and dark; equal arguments, equal picture."""
    shown = subject_of(name, leaf_code=leaf_code, sector_code=sector_code)
    chance = Chance(seed)
    tint = shown.type.tints[chance.below(len(shown.type.tints))]
    back = ground.ground(tint, pattern=chance.below(6), scale=(1, 1.15, 1.3)[chance.below(3)], niche=chance.below(3))
    placed = place(shown, chance)
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 300">'
        f"<title>{escape(subject(name))}</title>"
        f"{ground.style(tint, bright_niche=_is_dark(shown))}{_repeated(placed)}{back}"
        f"{''.join(_drawn(one, placed) for one in placed)}</svg>"
    )


def _is_dark(shown: Subject) -> bool:
    colour = dict(shown.colours).get("c", "")
    return len(colour) == 7 and sum(int(colour[i : i + 2], 16) for i in (1, 3, 5)) / 3 < _DARK_PACK


def _repeated(placed: list[Placed]) -> str:
    """Definitions of the drawings that stand more than once in the picture."""
    names = [name for one in placed for name in one.drawings]
    twice = sorted({name for name in names if names.count(name) > 1})
    if not twice:
        return ""
    groups = (f'<g id="{_reference(name, placed)}">{thing(name).body}</g>' for name in twice)
    return f"<defs>{''.join(groups)}</defs>"


def _reference(name: str, placed: list[Placed]) -> str:
    """A short id, upper case so that it never meets one inside a drawing."""
    names = sorted({each for one in placed for each in one.drawings})
    return f"D{names.index(name)}"


def _drawn(one: Placed, placed: list[Placed]) -> str:
    """One placed thing with its shadow."""
    if one.markup:
        return one.markup
    drawings = [name for other in placed for name in other.drawings]
    body = f'<use href="#{_reference(one.name, placed)}"/>' if drawings.count(one.name) > 1 else thing(one.name).body
    if one.vessel:
        body = _vessel(one, placed, drawings)
    return f'{one.shadow}<g transform="{one.transform}">{body}</g>'


def _vessel(one: Placed, placed: list[Placed], drawings: list[str]) -> str:
    vessel = part(one.vessel, one.colours)
    return vessel.body + (_label(one.name, vessel, placed, drawings) if one.name and vessel.label else "")


def _label(name: str, vessel: Thing, placed: list[Placed], drawings: list[str]) -> str:
    """The small drawing on a vessel, inside the square that the part keeps for it."""
    if vessel.label is None:
        return ""
    x, y, size = vessel.label
    drawn = thing(name)
    scale = size / max(drawn.width, drawn.height)
    body = f'<use href="#{_reference(name, placed)}"/>' if drawings.count(name) > 1 else drawn.body
    left, top = x - drawn.width * scale / 2, y - drawn.height * scale / 2
    return f'<g transform="translate({left:.1f} {top:.1f})scale({scale:.3f})">{body}</g>'
