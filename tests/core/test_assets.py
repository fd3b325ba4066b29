"""The joined style sheet."""

from pathlib import Path

from core import assets


def _parts(folder: Path) -> Path:
    folder.mkdir()
    for name in assets.PARTS:
        (folder / name).write_text(f"/* about {name} */\n.{name.removesuffix('.css')}{{margin:0}}\n", encoding="utf-8")
    return folder


def test_build_css_joins_parts_in_order_without_comments(tmp_path: Path) -> None:
    parts = _parts(tmp_path / "parts")

    built = assets.build_css(parts_dir=parts, build_dir=tmp_path / "build")

    expected = [f".{name.removesuffix('.css')}{{margin:0}}" for name in assets.PARTS]
    assert built.read_text(encoding="utf-8").split() == expected


def test_build_css_leaves_an_unchanged_file_alone(tmp_path: Path) -> None:
    parts = _parts(tmp_path / "parts")
    first = assets.build_css(parts_dir=parts, build_dir=tmp_path / "build").stat().st_mtime_ns

    second = assets.build_css(parts_dir=parts, build_dir=tmp_path / "build").stat().st_mtime_ns

    assert first == second


def test_stylesheet_finder_finds_only_the_joined_sheet(tmp_path: Path, settings) -> None:
    settings.VAR_DIR = tmp_path
    finder = assets.StylesheetFinder()

    found = [finder.find("css/site.css"), finder.find("css/other.css"), [path for path, _storage in finder.list([])]]

    assert found == [str(tmp_path / "build/css/site.css"), [], ["css/site.css"]]
