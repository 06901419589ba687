"""Longitude and latitude → a place on the map: the Natural Earth projection, in one frame for every page.

The formula is the polynomial of Šavrič, Patterson and Jenny (2011). The map is cut in the Bering Strait and ends before
Antarctica.
"""

import json
from functools import cache
from importlib.resources import files
from math import radians
from typing import Any

Point = tuple[float, float]

WIDTH = 1600.0
"""Pixels from edge to edge at the equator."""
_MIDDLE = 11.5
"""The longitude in the middle of the map, half the way round from the Bering Strait."""
_NORTH, _SOUTH = 84.0, -58.0
"""What lies beyond stands on the edge: the north of Greenland and Cape Horn are inside."""


def project(longitude: float, latitude: float) -> Point:
    """Pixels from the upper left corner of the frame, x to the right and y down, of a place given in degrees."""
    x, y = _natural_earth(radians((longitude - _MIDDLE + 180) % 360 - 180), radians(min(max(latitude, _SOUTH), _NORTH)))
    return WIDTH / 2 + _SCALE * x, _SCALE * (_TOP - y)


def _natural_earth(longitude: float, latitude: float) -> Point:
    """Radians east and north of the middle on a globe of radius 1."""
    square = latitude * latitude
    twelfth = square**6
    x = 0.870700 - 0.131979 * square - 0.013791 * square**2 + 0.003971 * square**5 - 0.001529 * twelfth
    y = 1.007226 + 0.015085 * square - 0.044475 * square**3 + 0.028874 * square**4 - 0.005916 * square**5
    return longitude * x, latitude * y


_SCALE = WIDTH / 2 / _natural_earth(radians(180), 0)[0]
_TOP = _natural_earth(0, radians(_NORTH))[1]

HEIGHT = _SCALE * (_TOP - _natural_earth(0, radians(_SOUTH))[1])
"""Pixels from the northern to the southern edge."""


@cache
def coast() -> dict[str, Any]:
    """The land as viz/assets/coast.js reads it, on this map."""
    written = json.loads(files("viz").joinpath("assets/coast.json").read_text(encoding="utf-8"))
    return {name: written[name] for name in ("letters", "parts", "rings")}
