"""Opens the compiled fixture `data/places.json.gz`. Pure; what its columns mean is told here, nothing is looked up."""

import gzip
import json
from pathlib import Path
from typing import Any

PATH = Path(__file__).parent / "data" / "places.json.gz"


def read_fixture(path: Path = PATH) -> dict[str, Any]:
    """The fixture's tables:

    version            changes whenever any row changes
    provinces          [code, name, kind, lat, lon]
    communes           {province code: [code, name, kind, lat, lon]}
    old_provinces      [old code, name, kind, province code of today, lat, lon]
    old_districts      [code, name, kind, old province code, lat, lon, former names, codes of districts that took some
                       of its wards before 2025, codes of communes if it had no wards]
    old_wards          {district code: [code, name, kind, codes of all communes that took a part, former names folded]}
    province_aliases   {old province code: other spellings}
    """
    with gzip.open(path, "rb") as stream:
        tables: dict[str, Any] = json.load(stream)
    return tables
