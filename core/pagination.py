"""Numbered pages: which numbers a pager shows, and their addresses. Works for rows of a database and of an index."""

from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlencode

_AROUND = 1


@dataclass(frozen=True, slots=True)
class PageLink:
    """One number of a pager."""

    number: int
    url: str
    is_current: bool


@dataclass(frozen=True, slots=True)
class Pager:
    """What a pager shows; None among `pages` is a gap. `first` and `last` are the 1-based numbers of the rows shown."""

    number: int
    count: int
    total: int
    first: int
    last: int
    pages: list[PageLink | None]
    prev_url: str
    next_url: str


def page_number(text: str | None) -> int:
    """The page asked for; 1 for anything that is not a sensible number."""
    text = (text or "").strip()
    return max(1, int(text)) if text.isascii() and text.isdigit() and len(text) <= 7 else 1


def pager(*, total: int, number: int, size: int, url_for: Callable[[int], str]) -> Pager:
    """The pager of `total` rows at `size` a page; a number past the end becomes the last page."""
    count = max(1, -(-total // size))
    number = min(max(1, number), count)
    shown = sorted({1, count} | {near for near in range(number - _AROUND, number + _AROUND + 1) if 1 <= near <= count})
    pages: list[PageLink | None] = []
    for at, page in enumerate(shown):
        if at and page - shown[at - 1] > 1:
            pages.append(None)
        pages.append(PageLink(number=page, url=url_for(page), is_current=page == number))
    return Pager(
        number=number,
        count=count,
        total=total,
        first=min(total, (number - 1) * size + 1),
        last=min(total, number * size),
        pages=pages,
        prev_url=url_for(number - 1) if number > 1 else "",
        next_url=url_for(number + 1) if number < count else "",
    )


def address(path: str, params: list[tuple[str, str]], *, page: int = 1) -> str:
    """`path` with these parameters; the page is named from the second one on."""
    pairs = [pair for pair in params if pair[0] != "page"]
    if page > 1:
        pairs.append(("page", str(page)))
    return f"{path}?{urlencode(pairs)}" if pairs else path
