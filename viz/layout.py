"""Where the countries and organizations of the overview stand: on the globe, or by whom they have much to do with.

Positions depend on nothing but the arguments: there is no chance in them.
"""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import count
from math import cos, hypot, pi, sin, sqrt

import numpy as np
from numpy.typing import NDArray

from viz.globe import HEIGHT, WIDTH, Point, project

_GAP = 3.0
"""Pixels between two symbols, at least."""
_PULLED = 60
"""Rounds in which symbols are drawn home, ever less, and pushed apart."""
_SETTLING = 600
"""Rounds, at most, in which symbols that still overlap are pushed apart."""
_STEP = 60.0
"""Pixels from one place to the next below the map."""

_RELAXING = 150
"""Rounds of the layout by ties; after these little moves."""
_EVEN = 0.6
"""The share in which the layout by ties is spread evenly over the frame, and not as the ties alone would have it."""
_MARGIN = 40.0
"""Pixels between the frame and the layout by ties."""

_GOLDEN_ANGLE = pi * (3 - sqrt(5))

_Array = NDArray[np.float64]


@dataclass(frozen=True)
class Place:
    """A country or an organization: its `code`, the `radius` of its symbol in pixels, and where it lies, in degrees."""

    code: str
    radius: float
    longitude: float | None = None
    latitude: float | None = None


@dataclass(frozen=True)
class Tie:
    """How much two places, by their index, have to do with each other: a positive number."""

    first: int
    second: int
    weight: float


def geographic(places: Sequence[Place]) -> list[Point]:
    """The centers of the symbols on the map of viz/globe.py, in pixels, apart where they would overlap.

    Organizations lie at sea and yield to countries. What lies nowhere on the globe stands in rows below the map.
    """
    order = _by_code(places)
    ordered = [places[i] for i in order]
    firm = [place.longitude is not None and place.latitude is not None for place in ordered]
    return _in_turn(_apart(_homes(ordered), [place.radius for place in ordered], firm), order)


def by_ties(places: Sequence[Place], ties: Sequence[Tie], start: Sequence[Point]) -> list[Point]:
    """The centers of the symbols in the frame of the map, in pixels, those with strong ties near each other.

    `start` is another layout, such as the geographic one: this one has its north and east where that has them, as far as
    ties allow. What is tied to nothing stands in rows below, in the order of the places.
    """
    tied = {end for tie in ties if tie.first != tie.second for end in (tie.first, tie.second)}
    order = [i for i in _by_code(places) if i in tied] + [i for i in range(len(places)) if i not in tied]
    points = _spread(_relaxed([start[i] for i in order[: len(tied)]], _distances(order[: len(tied)], ties)))
    homes = points + [_below(rank) for rank in range(len(order) - len(tied))]
    return _in_turn(_apart(homes, [places[i].radius for i in order], [True] * len(order)), order)


def _by_code(places: Sequence[Place]) -> list[int]:
    return sorted(range(len(places)), key=lambda i: places[i].code)


def _in_turn(points: Sequence[Point], order: Sequence[int]) -> list[Point]:
    """The points as the caller has the places, to a tenth of a pixel, so that they are the same on every machine."""
    turned = dict(zip(order, points, strict=True))
    return [(round(turned[i][0], 1), round(turned[i][1], 1)) for i in range(len(order))]


# ---- On the globe --------------------------------------------------------------------------------------------------


def _homes(places: Sequence[Place]) -> list[Point]:
    """Where each would stand alone."""
    ranks = count()
    return [project(*degrees) if degrees else _below(next(ranks)) for degrees in map(_degrees, places)]


def _below(rank: int) -> Point:
    """A place in the rows below the map."""
    row, column = divmod(rank, int(WIDTH / _STEP))
    return (column + 0.5) * _STEP, HEIGHT + (row + 0.5) * _STEP


def _degrees(place: Place) -> Point | None:
    if place.longitude is None or place.latitude is None:
        return _anchorages().get(place.code)
    return place.longitude, place.latitude


@cache
def _anchorages() -> dict[str, Point]:
    """The longitude and latitude at which an organization's symbol lies, by its code."""
    lines = tomllib.loads(files("viz").joinpath("assets/anchorages.toml").read_text(encoding="utf-8"))
    return {code: (longitude, latitude) for code, (longitude, latitude) in lines.items()}


# ---- Apart ---------------------------------------------------------------------------------------------------------


def _apart(homes: Sequence[Point], radii: Sequence[float], firm: Sequence[bool]) -> list[Point]:
    """As near to their homes as there is room for circles with a gap between them; what is not firm yields to what is."""
    if len(homes) < 2:
        return list(homes)
    points = _untied(homes)
    reach = np.add.outer(radii, radii) + _GAP
    np.fill_diagonal(reach, 0)
    for step in range(_PULLED):
        pull = 0.3 * (1 - step / _PULLED)
        points = [
            (x + (home_x - x) * pull, y + (home_y - y) * pull) for (x, y), (home_x, home_y) in zip(points, homes, strict=True)
        ]
        _push(points, reach, firm)
    for _ in range(_SETTLING):
        if not _push(points, reach, firm):
            break
    return points


def _untied(homes: Sequence[Point]) -> list[Point]:
    """Each a hair's breadth from its home, no two in one direction, so that those with one home part."""
    return [(x + 0.01 * cos(i * _GOLDEN_ANGLE), y + 0.01 * sin(i * _GOLDEN_ANGLE)) for i, (x, y) in enumerate(homes)]


def _push(points: list[Point], reach: _Array, firm: Sequence[bool]) -> bool:
    """Move overlapping circles apart along the line between them, in place; whether any overlapped."""
    x, y = np.array(points).T
    near = np.subtract.outer(x, x) ** 2 + np.subtract.outer(y, y) ** 2 < (reach - 0.01) ** 2
    pairs = [(i, j) for i, j in np.argwhere(near).tolist() if i < j]
    for i, j in pairs:
        (first_x, first_y), (second_x, second_y) = points[i], points[j]
        away = hypot(second_x - first_x, second_y - first_y) or 1e-9
        lack = reach[i, j] + 0.02 - away
        if lack <= 0:
            continue
        east, south = (second_x - first_x) / away * lack, (second_y - first_y) / away * lack
        share = 0.5 if firm[i] == firm[j] else float(firm[j])
        points[i] = (first_x - east * share, first_y - south * share)
        points[j] = (second_x + east * (1 - share), second_y + south * (1 - share))
    return bool(pairs)


# ---- By ties -------------------------------------------------------------------------------------------------------


def _distances(order: Sequence[int], ties: Sequence[Tie]) -> _Array:
    """How far any two of these should be from each other: the shortest way over ties, each the shorter the stronger it is.

    A tie is strong if it is a large part of what both have to do with anyone, so that those who deal with everyone do not draw
    everyone to themselves. Where no ties lead from one to the other, they are as far apart as the farthest where some do.
    """
    ranks = {i: rank for rank, i in enumerate(order)}
    weights = np.zeros((len(order), len(order)))
    for tie in ties:
        if tie.first != tie.second:
            first, second = ranks[tie.first], ranks[tie.second]
            weights[first, second] = weights[second, first] = weights[first, second] + tie.weight
    busy = weights.sum(axis=1)
    with np.errstate(divide="ignore"):
        ways = np.sqrt(np.sqrt(np.multiply.outer(busy, busy)) / weights)
    np.fill_diagonal(ways, 0)
    for k in range(len(order)):
        np.minimum(ways, ways[:, k, None] + ways[k], out=ways)
    known = np.isfinite(ways)
    apart: _Array = np.where(known, ways, ways.max(where=known, initial=0))
    return apart


def _relaxed(start: Sequence[Point], distances: _Array) -> _Array:
    """The points moved until all are about as far from each other as they should be: stress majorization.

    After Gansner, Koren and North (2004): near ones count for more, by the inverse square of the distance.
    """
    if not start:
        return np.empty((0, 2))
    points: _Array = np.array(_untied(start)) * (distances.max() / WIDTH)
    weights = 1 / (distances + np.eye(len(start))) ** 2 - np.eye(len(start))
    total = weights.sum(axis=1)
    for _ in range(_RELAXING):
        across = points[:, None] - points
        ratio = distances / np.maximum(np.hypot(across[..., 0], across[..., 1]), 1e-6)
        points = (weights[..., None] * (points + ratio[..., None] * across)).sum(axis=1) / total[:, None]
    return points


def _spread(points: _Array) -> list[Point]:
    """The points over the frame, crowds loosened: between where they are and where they would be if evenly spread."""
    return list(zip(_along(points[:, 0], WIDTH), _along(points[:, 1], HEIGHT), strict=True))


def _along(values: _Array, length: float) -> list[float]:
    if not len(values):
        return []
    ranks = np.argsort(np.argsort(values, kind="stable"), kind="stable") / max(len(values) - 1, 1)
    shares = (values - values.min()) / (np.ptp(values) or 1.0)
    spread: list[float] = (_MARGIN + (length - 2 * _MARGIN) * (_EVEN * ranks + (1 - _EVEN) * shares)).tolist()
    return spread
