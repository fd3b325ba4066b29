"""The results as a table for people. Pure: results in, lines out."""

from collections.abc import Mapping
from typing import Any

from bench.figures import AIM_SIZE, MOST_WORSE, Figure, shown

REAL = "real"


def table(results: Mapping[str, Mapping[str, Any]], *, part: str | None = None) -> list[str]:
    """One line a figure, one column a catalogue (their keys are sizes as text), the aim and whether it is reached."""
    sizes = sorted((key for key in results if key != REAL), key=int)
    columns = [*sizes, *(key for key in results if key == REAL)]
    lines, last = [], ""
    for figure in shown(results, lambda figure: part is None or figure.part == part):
        if figure.part != last:
            last = figure.part
            heads = [f"{int(key):,}" if key != REAL else "real rows" for key in columns]
            lines += ["", f"{last:<52}" + "".join(f"{head:>12}" for head in heads) + "   aim"]
        cells = "".join(f"{_cell(figure, figure.value(results[key])):>12}" for key in columns)
        lines.append(f"  {figure.label:<50}{cells}   {verdict(figure, results, sizes)}".rstrip())
    return lines


def _cell(figure: Figure, value: float | None) -> str:
    if value is None:
        return "-"
    if not figure.unit:
        return f"{value:.0f}"
    digits = 2 if value < 10 else 1 if value < 100 else 0
    return f"{value:,.{digits}f} {figure.unit}".replace(" /s", "/s")


def verdict(figure: Figure, results: Mapping[str, Mapping[str, Any]], sizes: list[str]) -> str:
    """The aim, whether it is reached, and how many times worse the largest catalogue does than that of 20,000."""
    said = []
    aimed = results.get(REAL if figure.part == "fuzz" else str(AIM_SIZE), {})
    value = figure.value(aimed)
    if figure.aim is not None and value is not None:
        sign = ">=" if figure.is_more_better else "<="
        said.append(f"{sign} {figure.aim:g}: {'reached' if figure.reaches(value) else 'NOT REACHED'}")
    times = _times_worse(figure, results, sizes)
    if times is not None:
        said.append(f"{times:.1f}x" + (f" NOT REACHED (<= {MOST_WORSE:g}x)" if times > MOST_WORSE else ""))
    return ", ".join(said)


def _times_worse(figure: Figure, results: Mapping[str, Mapping[str, Any]], sizes: list[str]) -> float | None:
    if str(AIM_SIZE) not in sizes or int(sizes[-1]) <= AIM_SIZE:
        return None
    small, large = (figure.value(results[key]) for key in (str(AIM_SIZE), sizes[-1]))
    return figure.times_worse(small, large) if small is not None and large is not None else None


def missed(results: Mapping[str, Mapping[str, Any]]) -> list[str]:
    """The lines of the table that miss an aim."""
    return [line.strip() for line in table(results) if "NOT REACHED" in line]
