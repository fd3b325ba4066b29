"""What stands behind the things: wall, pattern, niche and table, in a light and a dark set of colours."""

from catalog.pictures.tables import TINTS

# Pattern: width and height of its cell, and its lines.
_TILE = "M0 20A20 20 0 0 0 20 0a20 20 0 0 0 20 20 20 20 0 0 0-20 20A20 20 0 0 0 0 20z"
_TERRACE = "".join(f"M0 {y}q30-15 60 0c30 15 40 10 60 0" for y in (10, 20, 30, 40))
_PATTERNS = {
    "weave": (
        32, 32,
        "M2 4h12M2 8h12M2 12h12m6-10v12m4-12v12m4-12v12m-10 6h12m-12 4h12m-12 4h12M4 18v12m4-12v12m4-12v12",
    ),
    "tile": (
        40, 40,
        _TILE + "m16 0a4 4 0 1 0 8 0 4 4 0 1 0-8 0z",
    ),
    "brocade": (36, 36, "m18 3 15 15-15 15L3 18zm0 7 8 8-8 8-8-8zM0 0l3 3m33-3-3 3M0 36l3-3m33 3-3-3"),
    "terrace": (120, 40, _TERRACE),
    "wave": (
        36, 18,
        "M0 18a18 18 0 0 1 36 0M6 18a12 12 0 0 1 24 0m-18 0a6 6 0 0 1 12 0m-42-9a18 18 0 0 1 36 0m0 0a18 18 0 0 1 36 0",
    ),
}  # fmt: skip
_PATTERNS_OF = {
    "rice": ("tile", "terrace", "weave"),
    "leaf": ("terrace", "tile", "weave"),
    "water": ("wave", "tile"),
    "clay": ("tile", "brocade", "weave"),
    "rose": ("tile", "brocade"),
    "indigo": ("brocade", "wave"),
    "sand": ("weave", "terrace", "tile"),
}
_NICHES = (
    '<path class="g" d="M90 224v-78a110 110 0 0 1 220 0v78z"/>',
    '<circle class="g" cx="200" cy="146" r="118"/>',
    '<path class="g" d="M76 224V70a36 36 0 0 1 36-36h176a36 36 0 0 1 36 36v154z"/>',
)
# Things as dark as coffee or pepper would vanish on the dark wall: their niche is lighter there.
_BRIGHT_NICHE = "#5d594e"


def style(tint: str, *, bright_niche: bool = False) -> str:
    """The style element of a picture: classes w wall, p pattern, t table, g niche, e light edge of the table."""
    light, dark = (colours.split() for colours in TINTS[tint])
    niche = _BRIGHT_NICHE if bright_niche else dark[3]
    return (
        f"<style>.w{{fill:{light[0]}}}.p{{stroke:{light[1]}}}.t{{fill:{light[2]}}}.g{{fill:{light[3]}}}.e{{opacity:.35}}"
        f"@media(prefers-color-scheme:dark){{.w{{fill:{dark[0]}}}.p{{stroke:{dark[1]}}}.t{{fill:{dark[2]}}}"
        f".g{{fill:{niche}}}.e{{opacity:.08}}}}</style>"
    )


def ground(tint: str, *, pattern: int, scale: float, niche: int) -> str:
    """The ground of a picture: `pattern` and `niche` pick one of those that suit the tint, `scale` widens the lines."""
    choices = _PATTERNS_OF[tint]
    width, height, lines = _PATTERNS[choices[pattern % len(choices)]]
    turned = f' patternTransform="scale({scale:g})"' if scale != 1 else ""
    return (
        '<path class="w" d="M0 0h400v300H0z"/>'
        f'<pattern id="P" width="{width}" height="{height}"{turned} patternUnits="userSpaceOnUse">'
        f'<path class="p" fill="none" stroke-width="1.3" d="{lines}"/></pattern>'
        '<path fill="url(#P)" opacity=".75" d="M0 0h400v300H0z"/>'
        f"{_NICHES[niche % len(_NICHES)]}"
        '<path class="t" d="M0 218h400v82H0z"/><path class="e" fill="#fff" d="M0 218h400v3H0z"/>'
    )
