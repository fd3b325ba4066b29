"""Style sheets and templates keep to the tokens and to the content policy."""

import re
from pathlib import Path

import pytest

from core import assets
from tests.architecture.tree import ROOT

CSS = ROOT / "static/css"
PARTS = sorted(path for path in CSS.glob("*.css") if path.name != "tokens.css")
TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))
_COLOUR = re.compile(
    r"#[0-9a-f]{3,8}\b|\b(?:rgb|rgba|hsl|hsla|oklch|lab|color-mix)\(|:\s*(?:white|black|red|green|blue|gr[ae]y|gold|orange)\b",
    re.IGNORECASE,
)
_SIZE = re.compile(r"font-size:\s*(?!var\(--)[^;}]+|font:\s*\d+ (?!var\(--)[^;}]+")
_FAMILY = re.compile(r"font-family:\s*(?!var\(--)")


def without_comments(path: Path) -> str:
    return re.sub(r"/\*.*?\*/", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)


@pytest.mark.parametrize("path", PARTS, ids=lambda path: path.name)
@pytest.mark.parametrize("rule", [_COLOUR, _SIZE, _FAMILY], ids=["colour", "size", "family"])
def test_only_tokens_name_a_colour_a_size_or_a_font(path: Path, rule: re.Pattern[str]) -> None:
    named = rule.findall(without_comments(path))

    assert named == []


def test_every_part_is_in_the_one_style_sheet() -> None:
    parts = {path.name for path in CSS.glob("*.css")}

    assert parts == set(assets.PARTS)


@pytest.mark.parametrize("path", [CSS / name for name in assets.PARTS], ids=lambda path: path.name)
def test_used_tokens_exist(path: Path) -> None:
    everything = "".join(without_comments(CSS / name) for name in assets.PARTS)
    known = set(re.findall(r"(--[\w-]+):", everything))

    unknown = set(re.findall(r"var\((--[\w-]+)", without_comments(path))) - known

    assert unknown == set()


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: str(path.relative_to(ROOT)))
def test_templates_have_no_inline_style_script_or_token(path: Path) -> None:
    text = re.sub(r"\{% comment %\}.*?\{% endcomment %\}", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    scripts = re.findall(r"<script(?![^>]*\bsrc=)(?![^>]*application/ld\+json)[^>]*>", text)
    forbidden = re.findall(r'<style\b|\sstyle="|\son[a-z]+="|hx-on|href="#"|javascript:|csrf_token|csp_nonce', text)

    assert scripts + forbidden == []


def test_icons_of_the_templates_are_in_the_sprite() -> None:
    sprite = set(
        re.findall(r'id="i-([\w-]+)"', (ROOT / "templates/components/sprite.html").read_text(encoding="utf-8"))
    )
    used = {
        name for path in TEMPLATES for name in re.findall(r'\{% icon "([\w-]+)" %\}', path.read_text(encoding="utf-8"))
    }

    assert used - sprite == set()
