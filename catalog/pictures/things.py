"""The single drawings of which pictures are made: own parts and Noto Emoji, loaded when first asked for.

Noto Emoji, © Google Inc., Apache License 2.0 (LICENSES/Apache-2.0.txt), minified, ids renamed; parts.svg is our own.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from catalog.pictures.tables import FOLDER

_OWN = "own:"
_SYMBOL = re.compile(r'<symbol id="part-([^"]+)" viewBox="0 0 ([\d.]+) ([\d.]+)"([^>]*)>(.*?)</symbol>', re.DOTALL)
_LABEL = re.compile(r'data-label="([\d.]+) ([\d.]+) ([\d.]+)"')
_COLOUR = re.compile(r"var\(--([a-z]+),(#[0-9a-fA-F]{3,6})\)")
_NOTO_SIDE = 128.0


@dataclass(frozen=True, slots=True)
class Thing:
    """A drawing of `width` by `height` units; `label` is the place on a vessel: centre x, centre y, size."""

    body: str
    width: float
    height: float
    label: tuple[float, float, float] | None = None


@lru_cache(maxsize=1)
def _parts() -> dict[str, Thing]:
    text = (FOLDER / "parts.svg").read_text(encoding="utf-8")
    return {name: _part(width, height, rest, body) for name, width, height, rest, body in _SYMBOL.findall(text)}


def _part(width: str, height: str, rest: str, body: str) -> Thing:
    label = _LABEL.search(rest)
    place = (float(label[1]), float(label[2]), float(label[3])) if label else None
    return Thing(body, float(width), float(height), place)


@lru_cache(maxsize=256)
def part(name: str, colours: tuple[tuple[str, str], ...] = ()) -> Thing:
    """An own part in plain colours: those given, else the part's own. Raises KeyError for an unknown name."""
    drawn = _parts()[name]
    wanted = _with_shades(dict(colours))
    body = _COLOUR.sub(lambda match: wanted.get(match[1], match[2]), drawn.body)
    return Thing(body, drawn.width, drawn.height, drawn.label)


@lru_cache(maxsize=256)
def thing(name: str) -> Thing:
    """The drawing of a name of types.csv: `own:PART#colour` or a Noto name. Raises KeyError when there is none."""
    if name.startswith(_OWN):
        own, _, colour = name.removeprefix(_OWN).partition("#")
        return part(own, (("c", f"#{colour}"),) if colour else ())
    path = FOLDER / "drawings" / f"{name}.svg"
    if not path.is_file():
        raise KeyError(name)
    body = path.read_text(encoding="utf-8").strip()
    return Thing(body[body.index(">") + 1 : body.rindex("</svg>")], _NOTO_SIDE, _NOTO_SIDE)


def shade(colour: str, share: float) -> str:
    """The colour mixed with black (share below 0) or with white (above 0)."""
    target = 255 if share > 0 else 0
    mixed = (round(int(colour[i : i + 2], 16) + (target - int(colour[i : i + 2], 16)) * abs(share)) for i in (1, 3, 5))
    return "#" + "".join(f"{value:02x}" for value in mixed)


def _with_shades(colours: dict[str, str]) -> dict[str, str]:
    """Spears and spiky fruit also have a darker and a lighter side of their colour."""
    if "c" in colours and "lo" not in colours:
        return {**colours, "lo": shade(colours["c"], -0.18), "hi": shade(colours["c"], 0.28)}
    return colours
