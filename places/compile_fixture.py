"""Development only: compiles places/data/places.json.gz from the tables of vietnamadminunits 1.0.4 (MIT).

Never imported by the site. A developer runs it in an environment of their own:
    pip install --no-deps vietnamadminunits==1.0.4 && python -m places.compile_fixture
The same input gives the same bytes. What it repairs, and why, is told in docs/adr/0003-places-data.md.
"""

import gzip
import hashlib
import json
import re
import sqlite3
import sys
from collections import defaultdict
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from core.vietnamese import fold
from places.fixture import LARGE_TABLES, PATH
from places.fixture_corrections import (
    COMMUNE_CORRECTIONS,
    EXPECTED,
    FORMER_DISTRICT_NAMES,
    PASSED_WARDS_ON,
    PROVINCE_ALIASES,
    PROVINCE_NAMES,
)

SOURCE = "vietnamadminunits 1.0.4 (MIT, Tran Ngoc Minh Hieu), corrected; see docs/adr/0003-places-data.md"
_KINDS = ("đặc khu", "thị trấn", "thị xã", "thành phố", "phường", "xã", "huyện", "quận", "tỉnh")
_KIND_KEYS = ("thitran", "thixa", "thanhpho", "phuong", "xa", "huyen", "quan", "tt", "tx", "tp")
_NUMBERED = re.compile(r"^(?:phuong|ward|p|f)0*(\d+)$")
_PLACE_DIGITS = 3  # of a degree: about 100 metres, far below what a drawn map can show

Row = dict[str, Any]


def split_kind(full: str) -> tuple[str, str]:
    """ "Thị Trấn Ái Tử" -> ("thị trấn", "Ái Tử")."""
    for kind in _KINDS:
        if full.lower().startswith(kind + " "):
            return kind, full[len(kind) + 1 :]
    raise ValueError(f"no kind of place in front of {full!r}")


def ward_key(row: Row) -> str:
    """The key by which the conversion tables name an old ward; an island district without wards ends in "_"."""
    return f"{row['provinceKey']}_{row['districtKey']}_{row['wardKey'] or ''}"


def former_names(ward: Row) -> list[str]:
    """Names that were merged into an old ward before 2025, folded and joined ("xaduongha" -> "duongha")."""
    found = {fold(alias) for alias in json.loads(ward["wardAlias"] or "[]")}
    short = set()
    for alias in found:
        if numbered := _NUMBERED.match(alias):
            short.add(numbered[1])
            continue
        bare = next((alias[len(k) :] for k in _KIND_KEYS if alias.startswith(k) and alias[len(k) :] in found), alias)
        short.add(bare)
    own = {ward["wardShortKey"], ward["wardKey"], re.sub(r"\D", "", ward["wardShort"] or "")}
    return sorted(name for name in short - own if not name.endswith(ward["wardShortKey"]))


def place(row: Row, prefix: str) -> list[float]:
    """Latitude and longitude, rounded."""
    return [round(row[f"{prefix}Lat"], _PLACE_DIGITS), round(row[f"{prefix}Lon"], _PLACE_DIGITS)]


def read_source(folder: Path) -> tuple[list[Row], list[Row], Row]:
    """(communes of today, old wards, the conversion tables), as the package stores them."""
    with sqlite3.connect(folder / "dataset.db") as connection:
        connection.row_factory = sqlite3.Row
        today = [dict(row) for row in connection.execute("select * from admin_units order by wardCode")]
        old = [dict(row) for row in connection.execute("select * from admin_units_legacy order by wardCode")]
    return today, old, json.loads((folder / "converter_2025.json").read_text("utf-8"))


def successors(
    conversion: Row, commune_codes: dict[tuple[str, str], str], ward_keys: dict[str, str]
) -> dict[str, list[str]]:
    """Key of an old ward -> codes of every commune that took a part of it."""
    found: dict[str, set[str]] = defaultdict(set)
    for province, communes in conversion["DICT_PROVINCE_WARD_NO_DIVIDED"].items():
        for commune, wards in communes.items():
            for ward in wards:
                found[ward].add(commune_codes[province, commune])
    for province, wards in conversion["DICT_PROVINCE_WARD_DIVIDED"].items():
        for ward, parts in wards.items():
            found[ward].update(commune_codes[province, part["newWardKey"]] for part in parts)
    found.update((ward_keys[code], set(codes)) for code, codes in COMMUNE_CORRECTIONS.items())
    return {ward: sorted(codes) for ward, codes in found.items()}


def compile_today(rows: list[Row]) -> tuple[list[list], dict[str, list[list]]]:
    """Today's provinces, and their communes by province code."""
    provinces: dict[str, list] = {}
    communes: dict[str, list[list]] = defaultdict(list)
    for row in rows:
        code = row["provinceCode"]
        kind, name = split_kind(row["province"])
        provinces[code] = [code, PROVINCE_NAMES.get(name, name), kind, *place(row, "province")]
        kind, name = split_kind(row["ward"])
        communes[code].append([row["wardCode"], name, kind, *place(row, "ward")])
    return sorted(provinces.values()), dict(sorted(communes.items()))


def compile_old(rows: list[Row], taken_by: dict[str, list[str]], province_of: dict[str, str]) -> Row:
    """The 63 provinces, their districts and wards."""
    provinces: dict[str, list] = {}
    districts: dict[str, list] = {}
    wards: dict[str, list[list]] = defaultdict(list)
    for row in rows:
        old_code, district = row["provinceCode"], row["districtCode"]
        kind, name = split_kind(row["province"])
        name = PROVINCE_NAMES.get(name, name)
        provinces[old_code] = [old_code, name, kind, province_of[row["provinceKey"]], *place(row, "province")]
        key = ward_key(row)
        kind, name = split_kind(row["district"])
        former = FORMER_DISTRICT_NAMES.get((provinces[old_code][1], row["district"]), [])
        districts.setdefault(district, [district, name, kind, old_code, *place(row, "district"), former, [], []])
        districts[district][8] = sorted({*districts[district][8], *taken_by[key]})
        if row["ward"]:
            kind, name = split_kind(row["ward"])
            wards[district].append([row["wardCode"], name, kind, taken_by[key], former_names(row)])
    for row in districts.values():
        row[8] = row[8] if len(row[8]) == 1 else []
    by_name = {(provinces[d[3]][1], f"{d[2]} {d[1]}".lower()): d for d in districts.values()}
    for (province, giver), takers in PASSED_WARDS_ON.items():
        by_name[province, giver.lower()][7] = sorted(by_name[province, taker.lower()][0] for taker in takers)
    return {
        "old_provinces": sorted(provinces.values()),
        "old_districts": sorted(districts.values()),
        "old_wards": {code: sorted(rows) for code, rows in sorted(wards.items())},
    }


def check(tables: Row) -> None:
    """Stops when a count differs from the law's."""
    counts = {
        "provinces": len(tables["provinces"]),
        "communes": sum(map(len, tables["communes"].values())),
        "old_provinces": len(tables["old_provinces"]),
        "old_districts": len(tables["old_districts"]),
        "old_wards": sum(map(len, tables["old_wards"].values())),
    }
    if counts != EXPECTED:
        raise SystemExit(f"expected {EXPECTED}, found {counts}")
    unplaced = [ward for rows in tables["old_wards"].values() for ward in rows if not ward[3]]
    if unplaced:
        raise SystemExit(f"old wards without a commune of today: {unplaced}")


def build(folder: Path) -> Row:
    """All tables of the fixture, in a fixed order. Their columns are told in `places.fixture`."""
    today, old, conversion = read_source(folder)
    commune_codes = {(row["provinceKey"], row["wardKey"]): row["wardCode"] for row in today}
    codes = {row["provinceKey"]: row["provinceCode"] for row in today}
    province_of = {was: codes[now] for now, olds in conversion["DICT_PROVINCE"].items() for was in olds}
    ward_keys = {row["wardCode"]: ward_key(row) for row in old}
    taken_by = successors(conversion, commune_codes, ward_keys)
    provinces, communes = compile_today(today)
    tables = {
        "source": SOURCE,
        "provinces": provinces,
        "communes": communes,
        **compile_old(old, taken_by, province_of),
        "province_aliases": PROVINCE_ALIASES,
    }
    check(tables)
    return tables


def as_lines(tables: Row) -> str:
    """One line for the small tables, then one for the communes of each province and the wards of each district, so
    that a reader needs to hold only one of them at a time."""
    small = {name: rows for name, rows in tables.items() if name not in LARGE_TABLES}
    lines: list[Any] = [small]
    lines += [[name, key, rows] for name in LARGE_TABLES for key, rows in tables[name].items()]
    return "".join(json.dumps(line, ensure_ascii=False, separators=(",", ":")) + "\n" for line in lines)


def main() -> None:
    """Writes the fixture."""
    spec = find_spec("vietnamadminunits")
    if spec is None or spec.origin is None:
        raise SystemExit("vietnamadminunits==1.0.4 is not installed here.")
    tables = build(Path(spec.origin).parent / "data")
    version = hashlib.sha256(as_lines(tables).encode()).hexdigest()[:16]
    text = as_lines({"version": version, **tables})
    PATH.write_bytes(gzip.compress(text.encode(), compresslevel=9, mtime=0))
    sys.stdout.write(f"{PATH.name}: version {version}, {PATH.stat().st_size:,} bytes\n")


if __name__ == "__main__":
    main()
