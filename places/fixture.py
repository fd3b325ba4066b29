"""Opens the compiled fixture `data/places.json.gz`. Pure; what its columns mean is told here, nothing is looked up.

version, source    the version changes whenever any row changes
provinces          [code, name, kind, lat, lon]
old_provinces      [old code, name, kind, province code of today, lat, lon]
province_aliases   {old province code: other spellings}
old_districts      [code, name, kind, old province code, lat, lon, former names, codes of the districts that took some
                   of its wards before 2025, code of the one commune that all of it became or nothing]
communes           by province code: [code, name, kind, lat, lon]
old_wards          by district code: [code, name, kind, codes of all communes that took a part, former names folded]
"""

import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

PATH = Path(__file__).parent / "data" / "places.json.gz"
LARGE_TABLES = ("communes", "old_wards")


def fixture_parts() -> Iterator[tuple[str, str, Any]]:
    """(table, key, rows), part by part: the small tables whole with an empty key, then the large ones by their key.

    For whoever must not hold all of it in memory at once.
    """
    with gzip.open(PATH, "rt", encoding="utf-8") as lines:
        for table, rows in json.loads(next(lines)).items():
            yield table, "", rows
        for line in lines:
            table, key, rows = json.loads(line)
            yield table, key, rows


def read_fixture() -> dict[str, Any]:
    """All tables at once; the large ones as {key: rows}."""
    tables: dict[str, Any] = {name: {} for name in LARGE_TABLES}
    for table, key, rows in fixture_parts():
        if key:
            tables[table][key] = rows
        else:
            tables[table] = rows
    return tables


def fixture_version() -> str:
    """Only the version; reads the first line."""
    return str(next(rows for table, _key, rows in fixture_parts() if table == "version"))
