"""Where the names of the fullest provinces stand beside the drawn map. Pure.

A name stands in the sea or beyond the border, never on land nor on another name, and a line leads to its province.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

_ROW = 8  # the coast is known for every 8 units of height
_GAP = 20  # between coast and name
_LETTER, _DIGIT = 10.4, 11.2  # widths at 19 units, a little generous
_ASCENT, _DESCENT = 17, 6
_LEFT_COSTS = 1.5  # the sea is on the right; on the left are the neighbours
_LEFT_EDGE, _RIGHT_EDGE, _TOP_EDGE, _BOTTOM_EDGE = 0, 440, 10, 870  # further right the sea has other names
_LEGEND_ROWS = (408, 510)  # the legend stands in the sea on the left, here


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle of the drawing that something already stands in."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "Box") -> bool:
        """Whether the two share a point."""
        beside = self.right <= other.left or other.right <= self.left
        return not beside and self.top < other.bottom and other.top < self.bottom


@dataclass(frozen=True, slots=True)
class Label:
    """A name and a count at (x, y), begun or ended there, and its leading line."""

    name: str
    count: int
    x: int
    y: int
    anchor: str  # start or end, as SVG's text-anchor
    lead: str  # path
    box: Box


def place_labels(
    named: Iterable[tuple[str, int, Sequence[int]]],
    *,
    limit: int,
    coast: Sequence[Sequence[int]],
    taken: Iterable[Box] = (),
) -> tuple[Label, ...]:
    """Labels of the first `limit` of `named` (name, count, a point inside) that find room, in that order."""
    boxes = list(taken)
    labels: list[Label] = []
    for name, count, (x, y) in named:
        if len(labels) == limit:
            break
        options = [
            option
            for offset in range(-88, 97, 8)
            for is_right in (True, False)
            if (option := _label(name, count, x, y, y + offset, is_right, coast)) and _is_free(option, boxes, coast)
        ]
        if options:
            best = min(options, key=lambda label: (_length(label, x, y), label.y))
            labels.append(best)
            boxes.append(best.box)
    return tuple(labels)


def _label(
    name: str, count: int, x: int, y: int, baseline: int, is_right: bool, coast: Sequence[Sequence[int]]
) -> Label | None:
    top, bottom = baseline - _ASCENT, baseline + _DESCENT
    rows = [coast[row] for row in _rows(top, bottom, coast) if coast[row] != [0, 0]]
    if not rows or top < _TOP_EDGE or bottom > _BOTTOM_EDGE:
        return None
    width = len(name) * _LETTER + (len(f"{count:,}") + 1) * _DIGIT
    if is_right:
        start = max(right for _left, right in rows) + _GAP
        box = Box(start, top, start + width, bottom)
        return Label(name, count, start, baseline, "start", f"M{x} {y}L{start - 6} {baseline - 6}", box)
    end = min(left for left, _right in rows) - _GAP
    box = Box(end - width, top, end, bottom)
    return Label(name, count, end, baseline, "end", f"M{x} {y}L{end + 6} {baseline - 6}", box)


def _rows(top: float, bottom: float, coast: Sequence[Sequence[int]]) -> range:
    return range(max(0, int(top // _ROW)), min(len(coast), int(bottom // _ROW) + 1))


def _is_free(label: Label, boxes: list[Box], coast: Sequence[Sequence[int]]) -> bool:
    box = label.box
    if box.left < _LEFT_EDGE or box.right > _RIGHT_EDGE:
        return False
    if label.anchor == "end" and box.top < _LEGEND_ROWS[1] and box.bottom > _LEGEND_ROWS[0]:
        return False
    roomy = Box(box.left - 6, box.top - 4, box.right + 6, box.bottom + 4)
    return not any(roomy.meets(other) for other in boxes)


def _length(label: Label, x: int, y: int) -> float:
    length = float(((label.x - x) ** 2 + (label.y - 6 - y) ** 2) ** 0.5)
    if label.anchor == "end":
        length *= _LEFT_COSTS
    return length
