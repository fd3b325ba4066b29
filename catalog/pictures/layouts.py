"""The four layouts: where vessel, things, tray and scenery stand in the 400 by 300 picture; `base` is their foot."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from catalog.pictures.choosing import Subject
from catalog.pictures.things import part, thing

_MIDDLE = 200.0
_VESSEL_HEIGHT = {
    "bottle": 196, "clear_bottle": 196, "rice_bottle": 196, "dropper": 164,
    "jar": 160, "pouch": 178, "sack": 180, "box": 128, "tin": 158,
}  # fmt: skip
_BOTTLES = {"bottle", "clear_bottle", "rice_bottle"}
_RICE_BOTTLE = (("c", "#e8eef0"), ("cap", "#9c2f26"))
# Six sauces of one maker look like six pictures of one family: the seed varies cap, lid or band.
_VARIED = {
    "bottle": ("cap", ("", "", "#9c2f26", "#2f6f4a", "#8a6a2a")),
    "rice_bottle": ("cap", ("", "", "#2f5f7a", "#2f6f4a", "#b08a2f")),
    "jar": ("lid", ("", "", "#6b3a2a", "#8a7a3a", "#3f5a4a")),
    "pouch": ("band", ("", "", "#7a3b1a", "#2f5f7a", "#8a6a2a")),
    "sack": ("band", ("", "", "#9c2f26", "#7a3b1a", "#2f5f7a")),
}
_HEAP = ((-62, -30, 0.92), (56, -32, 0.88), (-2, -38, 1.0), (-34, -8, 0.86), (40, -6, 0.84))
_TURNS = (-14, -6, 6, 14)
_MIRROR_FIXED = {"own:banhtet", "own:gio"}  # their cut face is on the right
_SHADOW = '<ellipse cx="{x:.0f}" cy="{y:.0f}" rx="{rx:.0f}" ry="{ry:.0f}" fill="#3a2c12" opacity=".16"/>'


class Choices(Protocol):
    """Where the seed's choices come from."""

    def below(self, size: int) -> int:
        """A number from 0 to size - 1."""
        ...


@dataclass(frozen=True, slots=True)
class Placed:
    """A thing at its place: a drawing by `name`, or a `vessel` with `name` as its label, or finished `markup`."""

    name: str
    transform: str = ""
    shadow: str = ""
    vessel: str = ""
    colours: tuple[tuple[str, str], ...] = ()
    markup: str = ""

    @property
    def drawings(self) -> tuple[str, ...]:
        """The drawings it needs."""
        return (self.name,) if self.name else ()


def place(subject: Subject, chance: Choices) -> list[Placed]:
    """Everything of the subject at its place, from back to front."""
    mirror = 1 if chance.below(2) else -1
    layouts = {"pack": _pack, "heap": _heap, "pair": _pair, "scene": _scene}
    return list(layouts[subject.type.layout](subject, chance, mirror))


def _pack(subject: Subject, chance: Choices, mirror: int) -> Iterator[Placed]:
    """A vessel, sometimes a second one behind it, and one to three things before it."""
    kind = subject.type
    items = _with_extra(subject, chance)
    colours = _vessel_colours(subject, chance)
    size = _VESSEL_HEIGHT[kind.vessel] * 1.06
    at = -14 if len(items) > 2 else -30
    vessel = "bottle" if kind.vessel == "rice_bottle" else kind.vessel
    if chance.below(5) < 2 and kind.vessel != "box":
        behind = -84 if kind.vessel in _BOTTLES else -100
        yield _standing_vessel(vessel, colours, subject.label, at=behind, base=236, height=size * 0.86, mirror=mirror)
        at = -14 if kind.vessel not in _BOTTLES else at
    yield _standing_vessel(vessel, colours, subject.label, at=at, base=242, height=size, mirror=mirror)
    places = ((62, 258, kind.size("h", 98) * 1.08), (10, 274, kind.size("h2", 64)), (-98, 264, kind.size("h3", 60)))
    for number, (name, own) in enumerate(items):
        at, base, height = places[number]
        turn = 0 if number == 0 else _TURNS[1 + chance.below(2)]
        yield _standing(
            name, at=at, base=base, height=_height(own, height, first=number == 0), mirror=mirror, turn=turn
        )


def _heap(subject: Subject, chance: Choices, mirror: int) -> Iterator[Placed]:
    """A bamboo tray with pieces on it; an own drawing of a heap stands alone on the tray."""
    kind, items = subject.type, subject.items
    tray = part("tray")
    scale = 92 / tray.height
    shadow = _shadow(_MIDDLE, 261, tray.width * scale * 0.54)
    transform = f"translate({_MIDDLE - tray.width * scale / 2:.1f} 170)scale({scale:.3f})"
    yield Placed("", markup=f'{shadow}<g transform="{transform}">{tray.body}</g>')
    if items[0].startswith("own:"):
        yield _standing(items[0], at=0, base=234, height=kind.size("h", 120), mirror=mirror, shadow=False)
        for name in items[1:2]:
            yield _standing(name, at=88, base=254, height=62, mirror=mirror)
        return
    count = int(kind.size("n", 5))
    for number, (at, above, share) in enumerate(_HEAP[:count]):
        turn = _TURNS[chance.below(4)]
        height = kind.size("h", 86) * share
        name = items[number % len(items)]
        yield _standing(name, at=at, base=250 + above, height=height, mirror=mirror, turn=turn, shadow=False)


def _pair(subject: Subject, chance: Choices, mirror: int) -> Iterator[Placed]:
    """One large thing and one or two smaller ones."""
    kind, items = subject.type, subject.items
    mirror = -1 if items[0] in _MIRROR_FIXED else mirror
    places = (
        (-52 if len(items) > 1 else 0, 242, kind.size("h", 150) * 1.08),
        (64, 254, kind.size("h2", 104)),
        (6, 266, 58.0),
    )
    for number, name in enumerate(items):
        at, base, height = places[number]
        own = subject.heights[number]
        turn = 0 if number < 2 else _TURNS[1 + chance.below(2)]
        yield _standing(
            name,
            at=at,
            base=base,
            height=own * 1.25 if own and number == 1 else own or height,
            mirror=mirror,
            turn=turn,
        )


def _scene(subject: Subject, chance: Choices, mirror: int) -> Iterator[Placed]:
    """Hills, water, a house, a tree and a boat."""
    water = (
        '<path fill="#cfe2ea" opacity=".9" d="M0 238h400v62H0z"/><path stroke="#fff" stroke-width="2" opacity=".7" '
        'd="M30 262h60m60 14h80m60-18h70M60 288h50m140 2h60"/>'
    )
    yield Placed("", markup=f'<g transform="translate(0 112)">{part("hills").body}</g>{water}')
    places = ((-46, 246, 118), (74, 248, 112), (24, 286, 72))
    for (at, base, height), name in zip(places, subject.items, strict=False):
        yield _standing(name, at=at, base=base, height=height, mirror=mirror, shadow=False)


def _height(own: float | None, usual: float, *, first: bool) -> float:
    """A companion brings its height with it; in the first place it is larger."""
    if own is None:
        return usual
    return own * 1.55 if first else own


def _with_extra(subject: Subject, chance: Choices) -> list[tuple[str, float | None]]:
    """The things with their own heights; the last of the type's own may give way to one of its extras."""
    items = list(zip(subject.items, subject.heights, strict=True))
    extras = subject.type.extras
    if extras and len(items) > 1 and items[-1][0] in subject.type.items:
        items[-1] = (extras[chance.below(len(extras))], None)
    return items


def _vessel_colours(subject: Subject, chance: Choices) -> tuple[tuple[str, str], ...]:
    colours = subject.colours or (_RICE_BOTTLE if subject.type.vessel == "rice_bottle" else ())
    if subject.type.vessel in _VARIED:
        key, choices = _VARIED[subject.type.vessel]
        picked = choices[chance.below(len(choices))]
        if picked:
            return (*(pair for pair in colours if pair[0] != key), (key, picked))
    return colours


def _standing_vessel(
    vessel: str, colours: tuple[tuple[str, str], ...], label: str, *, at: float, base: float, height: float, mirror: int
) -> Placed:
    drawn = part(vessel, colours)
    scale = height / drawn.height
    middle = _MIDDLE + mirror * at
    transform = f"translate({middle - drawn.width * scale / 2:.1f} {base - height:.1f})scale({scale:.3f})"
    return Placed(label, transform, _shadow(middle, base - 1, drawn.width * scale * 0.54), vessel, colours)


def _standing(
    name: str, *, at: float, base: float, height: float, mirror: int, turn: float = 0, shadow: bool = True
) -> Placed:
    """A thing standing with its lowest middle point at `at` from the middle; mirrored things look the other way."""
    drawn = thing(name)
    scale = height / drawn.height
    width = drawn.width * scale
    middle = _MIDDLE + mirror * at
    left = middle - mirror * width / 2
    turned = f"rotate({turn} {middle:.0f} {base - height / 2:.0f})" if turn else ""
    across = f"{scale:.3f}" if mirror > 0 else f"-{scale:.3f} {scale:.3f}"
    transform = f"{turned}translate({left:.1f} {base - height:.1f})scale({across})"
    return Placed(name, transform, _shadow(middle, base - 1, width * 0.4) if shadow else "")


def _shadow(x: float, y: float, radius: float) -> str:
    return _SHADOW.format(x=x, y=y, rx=radius, ry=max(4, radius * 0.13))
