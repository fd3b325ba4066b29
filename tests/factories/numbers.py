"""A counter for what must be unique."""

import itertools

_numbers = itertools.count(1)


def next_number() -> int:
    """A number not given before in this run."""
    return next(_numbers)
