"""The one formula between degrees and the drawn map. Pure."""

from math import log, pi, radians, tan


def mercator(latitude: float) -> float:
    """A latitude in degrees, stretched as Mercator's projection does, in degrees again."""
    return log(tan(pi / 4 + radians(latitude) / 2)) * 180 / pi
