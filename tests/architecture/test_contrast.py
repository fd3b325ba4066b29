"""Every pair of colours that the pages use passes WCAG 2.2 AA, in the light and in the dark scheme."""

import re

import pytest

from tests.architecture.tree import ROOT

TOKENS = (ROOT / "static/css/tokens.css").read_text(encoding="utf-8")
TEXT, SHAPE = 4.5, 3.0

# Ground -> what is written on it (4.5:1). Quiet ink and leaf stand on every ground.
TEXT_PAIRS = [
    *(("ink", ground) for ground in ("paper", "card", "sunk", "sea", "leaf-soft", "star-soft", "lacquer-soft")),
    *(("ink", ground) for ground in ("water", "tint-leaf", "indigo", "sand", "clay")),
    *(("quiet", ground) for ground in ("paper", "card", "sunk", "sea", "leaf-soft", "star-soft", "lacquer-soft")),
    *(("quiet", ground) for ground in ("water", "tint-leaf", "indigo", "sand")),
    *(("leaf", ground) for ground in ("paper", "card", "sunk", "sea", "leaf-soft")),
    *(("leaf-deep", ground) for ground in ("paper", "card", "sunk", "leaf-soft")),
    *(("sea-deep", ground) for ground in ("paper", "card", "sea")),
    *(("lacquer", ground) for ground in ("paper", "card", "lacquer-soft")),
    ("on-leaf", "leaf"),
    ("on-leaf", "leaf-deep"),
    ("paper", "ink"),
]
# Edges of fields and shapes that mean something (3:1). Stars always have words beside them.
SHAPE_PAIRS = [
    *(("edge", ground) for ground in ("paper", "card", "sea")),
    *(("star", ground) for ground in ("paper", "card", "star-soft")),
    *(("star-dim", ground) for ground in ("paper", "card")),
    ("quiet", "sunk"),
    *(("leaf", ground) for ground in ("paper", "card", "sunk", "leaf-soft")),
    ("sea-deep", "sea"),
    ("lacquer", "lacquer-soft"),
]


def tokens(scheme: str) -> dict[str, str]:
    """The colours of a scheme; the dark one names only what differs."""
    light, dark = TOKENS.split("@media (prefers-color-scheme:dark)")
    pattern = re.compile(r"--([\w-]+):(#[0-9a-f]{6})\b")
    colours = dict(pattern.findall(light))
    return colours if scheme == "light" else colours | dict(pattern.findall(dark))


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, 1 to 21."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_contrast_of_black_on_white_is_21() -> None:
    ratio = contrast("#000000", "#ffffff")

    assert round(ratio, 2) == 21


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("pairs", "least"), [(TEXT_PAIRS, TEXT), (SHAPE_PAIRS, SHAPE)], ids=["text", "shape"])
def test_pairs_of_colours_are_readable(scheme: str, pairs: list[tuple[str, str]], least: float) -> None:
    colours = tokens(scheme)

    too_faint = {
        f"{front} on {ground}": round(contrast(colours[front], colours[ground]), 2)
        for front, ground in pairs
        if contrast(colours[front], colours[ground]) < least
    }

    assert too_faint == {}


def test_dark_scheme_names_only_colours_of_the_light_one() -> None:
    light, dark = TOKENS.split("@media (prefers-color-scheme:dark)")

    unknown = set(re.findall(r"--[\w-]+(?=:)", dark)) - set(re.findall(r"--[\w-]+(?=:)", light))

    assert unknown == set()
