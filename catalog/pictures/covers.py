"""Drawn covers for a maker's page, one for each kind of country: highland, delta, coast, plain."""

import hashlib
import itertools
import math
from collections.abc import Callable

LANDSCAPES = ("highland", "delta", "coast", "plain")
_WIDTH, _HEIGHT = 1440, 320
_STEP = 60

# Class: colour in the light and in the dark scheme, in the tints of the product pictures.
_COLOURS = {
    "sky": ("#f3f0e2", "#1f2c2b"),
    "sun": ("#fbf3d9", "#2b3a36"),
    "a": ("#cfe0cf", "#2b3d33"),
    "b": ("#afcdb0", "#2a4335"),
    "c": ("#86b18c", "#284a38"),
    "d": ("#5f9670", "#22402f"),
    "water": ("#cbe0df", "#203438"),
    "deep": ("#a9cdd0", "#1b3036"),
    "field": ("#e3dcae", "#3a3a26"),
    "ripe": ("#d6c987", "#46422a"),
    "sand": ("#ece1c6", "#4a4438"),
    "dark": ("#3f6b52", "#3a5f49"),
    "wood": ("#8a6a48", "#5f4b38"),
}


def draw_cover(landscape: str, seed: str) -> str:
    """The cover as a whole SVG document, 1440 by 320, light and dark, to be cropped from the top.

    `landscape` is one of LANDSCAPES (any other is drawn as plain); the seed shifts hills, sun and trees.
    """
    number = int(hashlib.sha256(seed.encode()).hexdigest()[:12], 16)
    painters = {"highland": _highland, "delta": _delta, "coast": _coast}
    drawn = painters.get(landscape, _plain)(number)
    sun = 220 + number % 1000
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" '
        'preserveAspectRatio="xMidYMax slice">'
        f'{_style()}<path class="sky" d="M0 0h{_WIDTH}v{_HEIGHT}H0z"/>'
        f'<circle class="sun" cx="{sun}" cy="{96 + number % 40}" r="64"/>{drawn}</svg>'
    )


def _style() -> str:
    light = "".join(f".{name}{{fill:{colours[0]}}}" for name, colours in _COLOURS.items())
    dark = "".join(f".{name}{{fill:{colours[1]}}}" for name, colours in _COLOURS.items())
    line = ".line{fill:none;stroke:#fff;stroke-opacity:.24;stroke-width:1.6}"
    return f"<style>{line}{light}@media(prefers-color-scheme:dark){{{dark}.line{{stroke-opacity:.1}}}}</style>"


def _wave(level: float, height: float, length: float, phase: float) -> Callable[[float], float]:
    """A soft line around `level`: two waves of which one is not quite twice as long."""
    return lambda x: level + height * (math.sin(x / length + phase) + 0.45 * math.sin(x / length * 2.3 + phase * 1.7))


def _line(heights: Callable[[float], float]) -> str:
    points = [(x, heights(x)) for x in range(-_STEP, _WIDTH + 2 * _STEP, _STEP)]
    parts = [f"M{points[0][0]} {points[0][1]:.0f}"]
    for (x, y), (next_x, next_y) in itertools.pairwise(points[1:]):
        parts.append(f"Q{x} {y:.0f} {(x + next_x) / 2:.0f} {(y + next_y) / 2:.0f}")
    return "".join(parts)


def _land(name: str, heights: Callable[[float], float]) -> str:
    return f'<path class="{name}" d="{_line(heights)}V{_HEIGHT}H-{_STEP}z"/>'


def _terraces(heights: Callable[[float], float], count: int, gap: float) -> str:
    """Lines that follow a slope, as the edges of rice terraces do."""

    def lower(step: int) -> Callable[[float], float]:
        return lambda x: heights(x) * (1 - 0.03 * step) + gap * step + 6

    return "".join(f'<path class="line" d="{_line(lower(step))}"/>' for step in range(1, count + 1))


def _highland(number: int) -> str:
    phase = number % 628 / 100
    hills = [_wave(116, 20, 260, phase), _wave(158, 22, 210, phase + 2), _wave(206, 17, 170, phase + 4)]
    front = _wave(262, 14, 190, phase + 1)
    body = "".join(_land(name, hill) for name, hill in zip("abc", hills, strict=True))
    houses = "".join(_stilt_house(x, hills[2](x) + 16) for x in (180 + number % 160, 960 + number % 220))
    return body + _terraces(hills[2], 5, 16) + houses + _land("d", front) + _terraces(front, 3, 16)


def _delta(number: int) -> str:
    phase = number % 628 / 100
    far, bank, near = _wave(176, 5, 200, phase), _wave(208, 6, 160, phase + 2), _wave(296, 7, 240, phase + 3)
    palms = "".join(_palm(x, bank(x) + 4, height) for x, height in _grove(number))
    boats = _boat(330 + number % 300, 262, 1.0) + _boat(930 + number % 260, 246, 0.7)
    ripples = "".join(
        f'<path class="line" d="M{40 + 210 * i} {246 + 12 * (i % 4)}h{70 + 20 * (i % 3)}"/>' for i in range(7)
    )
    return (
        f'{_land("b", far)}{_land("c", bank)}{palms}<path class="water" d="M0 228h{_WIDTH}v92H0z"/>{ripples}{boats}'
        f"{_land('d', near)}"
    )


def _coast(number: int) -> str:
    phase = number % 628 / 100
    islands = "".join(
        f'<path class="{name}" d="M{x} 196q{w / 5:.0f}-{h} {w / 2:.0f}-{h}t{w / 2:.0f} {h}z"/>'
        for name, x, w, h in (
            ("a", 120 + number % 90, 330, 60), ("b", 340 + number % 120, 250, 44),
            ("a", 900 + number % 160, 420, 74), ("b", 1180 + number % 80, 240, 50),
        )
    )  # fmt: skip
    sea = f'<path class="water" d="M0 194h{_WIDTH}v126H0z"/>' + _land("deep", _wave(232, 5, 130, phase))
    crests = "".join(
        f'<path class="line" d="{_line(_wave(level, 3, 70, phase + level))}"/>' for level in (212, 246, 262)
    )
    boats = "".join(
        _boat(x + number % 200, y, scale) for x, y, scale in ((320, 236, 1.15), (760, 218, 0.75), (1090, 252, 1.0))
    )
    return islands + sea + crests + boats + _land("sand", _wave(290, 9, 260, phase + 1))


def _plain(number: int) -> str:
    phase = number % 628 / 100
    far, trees = _wave(168, 4, 220, phase), _wave(186, 8, 46, phase)
    fields = "".join(
        f'<path class="{name}" d="M0 {y}h{_WIDTH}v{_HEIGHT - y}H0z"/>'
        for name, y in (("field", 202), ("ripe", 224), ("field", 250), ("ripe", 282))
    )
    middle = 420 + number % 600
    rows = "".join(
        f'<path class="line" d="M{middle + (x - middle) / 6:.0f} 202L{x} {_HEIGHT}"/>'
        for x in range(middle - 2400, middle + 2401, 160)
    )
    gate = _gate(220 + number % 380, 226)
    return _land("a", far) + _land("c", trees) + fields + rows + gate + _palm(1020 + number % 260, 232, 74)


def _grove(number: int) -> list[tuple[float, float]]:
    """Where palms stand along a bank and how tall: in small groups, as they grow."""
    palms: list[tuple[float, float]] = []
    for group, start in enumerate(range(50, _WIDTH, 260)):
        left = start + (number >> group) % 90
        palms += [(left + 34 * tree, 52 + (number >> (group + tree)) % 34) for tree in range(1 + (number >> group) % 3)]
    return palms


def _palm(x: float, y: float, height: float) -> str:
    """A coconut palm standing at x, y."""
    top = y - height
    leaves = "".join(
        f'<path class="dark" d="M{x} {top:.0f}q{dx * 0.5:.0f} {dy - 15} {dx} {dy}q{-dx * 0.55:.0f} -5 {-dx} {-dy}z"/>'
        for dx, dy in ((-34, 10), (34, 10), (-26, -10), (26, -10), (-16, 24), (16, 24))
    )
    trunk = f"M{x - 2} {y:.0f}q4-{height / 2:.0f} 0-{height:.0f}h4q4 {height / 2:.0f} 2 {height:.0f}z"
    return f'<path class="wood" d="{trunk}"/>{leaves}'


def _boat(x: float, y: float, scale: float) -> str:
    return (
        f'<g transform="translate({x} {y})scale({scale})"><path class="wood" d="M-46 0q46 22 92 0l-8 14h-76z"/>'
        '<path class="sand" d="M-3 0v-52q34 20 36 44z"/><path class="wood" d="M-6-56h3V2h-3z"/></g>'
    )


def _stilt_house(x: float, y: float) -> str:
    return (
        f'<g transform="translate({x} {y:.0f})"><path class="dark" d="M-30-20 0-46l30 26z"/>'
        '<path class="wood" d="M-22-20h44v14h-44zM-20-6h3V8h-3zM-2-6h3V8h-3zM17-6h3V8h-3z"/></g>'
    )


def _gate(x: float, y: float) -> str:
    """A village gate, the shape of the site's own sign."""
    return (
        f'<g transform="translate({x} {y})">'
        '<path class="wood" fill-rule="evenodd" d="M-34 0v-62h68V0H18v-30a18 18 0 0 0-36 0V0z"/>'
        '<path class="dark" d="M-46-60q46-14 92 0l-8-12q-38-12-76 0zM-24-76q24-10 48 0l-6-12q-18-6-36 0z"/></g>'
    )
