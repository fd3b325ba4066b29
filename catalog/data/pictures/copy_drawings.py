"""Development only: copies the Noto drawings that types.csv and companions.csv name into drawings/, minified.

    npm pack @iconify-json/noto@1.2.9 && tar xzf iconify-json-noto-1.2.9.tgz
    npm install --ignore-scripts svgo@4
    python catalog/data/pictures/copy_drawings.py package/icons.json node_modules/.bin/svgo

Nothing of the two packages is needed to run the site. Licence of the drawings: LICENSES/Apache-2.0.txt.
"""

import csv
import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).parent
# Drawings with many small lines: coarser numbers, nobody sees the difference at their size in a picture.
HEAVY = set(
    "bacon basket beans bento-box blossom bouquet cookie coral crab cucumber ear-of-corn empty-nest framed-picture "
    "garlic ginger-root glass-of-milk honey-pot honeybee hot-pepper ice-cream jellyfish lotus melon moon-cake octopus "
    "peach potted-plant prayer-beads root-vegetable shrimp soap steaming-bowl tropical-drink tropical-fish yarn".split()
)
OPEN = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 128 128">'
CONFIG = """export default {
  multipass: true, floatPrecision: %d,
  plugins: [{name: 'preset-default', params: {overrides: {mergePaths: {force: false}}}}, 'removeDimensions'],
};
"""


def names_used() -> list[str]:
    """The drawings that the two tables name, sorted; `own:` parts stand in parts.svg and are not among them."""
    cells: list[str] = []
    with (HERE / "types.csv").open(encoding="utf-8", newline="") as file:
        cells += [cell for row in csv.DictReader(file) for cell in (row["label"], row["items"])]
    companions = HERE / "companions.csv"
    if companions.exists():
        with companions.open(encoding="utf-8", newline="") as file:
            cells += [row["item"] for row in csv.DictReader(file)]
    names = {part.strip() for cell in cells for part in cell.split(";")}
    return sorted(name for name in names if name and not name.startswith("own:"))


def rename_ids(svg: str, prefix: str) -> str:
    """The drawing with `prefix` before each id, so that two drawings in one picture never share one."""
    for old in set(re.findall(r' id="([^"]+)"', svg)):
        svg = svg.replace(f' id="{old}"', f' id="{prefix}{old}"')
        svg = svg.replace(f"url(#{old})", f"url(#{prefix}{old})").replace(f'href="#{old}"', f'href="#{prefix}{old}"')
    return svg


def minified(body: str, svgo: str, precision: int) -> str:
    """The body as a minified 128 x 128 SVG document."""
    with tempfile.TemporaryDirectory() as folder:
        config, drawing = Path(folder) / "svgo.config.mjs", Path(folder) / "drawing.svg"
        config.write_text(CONFIG % precision, encoding="utf-8")
        drawing.write_text(f"{OPEN}{body}</svg>", encoding="utf-8")
        subprocess.run([svgo, "--config", str(config), "--quiet", str(drawing)], check=True)
        return drawing.read_text(encoding="utf-8").strip()


def main(icons_file: str, svgo: str) -> None:
    """Writes drawings/NAME.svg for each name used and takes away those no longer used."""
    icons = json.loads(Path(icons_file).read_text(encoding="utf-8"))["icons"]
    names = names_used()
    target = HERE / "drawings"
    for number, name in enumerate(names):
        prefix = chr(97 + number // 26) + chr(97 + number % 26)
        svg = minified(icons[name]["body"], svgo, 0 if name in HEAVY else 1)
        (target / f"{name}.svg").write_text(rename_ids(svg, prefix) + "\n", encoding="utf-8")
    for left_over in {path.stem for path in target.glob("*.svg")} - set(names):
        (target / f"{left_over}.svg").unlink()


if __name__ == "__main__":
    main(*sys.argv[1:3])
