"""Where each node stands: countries by geography, the rest near what they belong to, no label on another.

Positions depend on nothing but the arguments: there is no chance in them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise, product
from math import copysign, cos, floor, hypot, pi, sin, sqrt
from statistics import fmean

_STEPS = 80
"""Rounds in which each box moves toward its goal and then off its neighbors, ever less."""
_SETTLING = 200
"""Rounds, at most, in which boxes that still overlap move apart."""
_ROOM = 2.2
"""The map is this many times as large as all labels laid side by side."""
_SHAPE = (1.25, 2.0)
"""The map is no narrower and no wider than this, width to height: pages lie on their side."""
_EMPTY = 9.0
"""Degrees without any country count for no more than this, so that few countries fill the page and many make a true map."""
_TRUE_SCALE = 0.77
"""The cosine of 40°: the equirectangular map is true to scale there, where most of the news is."""
_BEHIND = 75.0
"""Pixels between a country and what belongs to it."""

_GOLDEN_ANGLE = pi * (3 - sqrt(5))

Point = tuple[float, float]


@dataclass(frozen=True)
class Box:
    """What a node needs: `width` and `height` of symbol and label in pixels; its place on the globe in degrees, or its `owner`.

    The owner is the index of the box that this one stands by.
    """

    width: float
    height: float
    longitude: float | None = None
    latitude: float | None = None
    owner: int | None = None


def place(boxes: Sequence[Box], ties: Sequence[tuple[int, int]]) -> list[Point]:
    """The center of each box in pixels, x to the right and y down; ties are pairs of indices."""
    if not boxes:
        return []
    neighbors: list[list[int]] = [[] for _ in boxes]
    for source, target in ties:
        neighbors[source].append(target)
        neighbors[target].append(source)
    homes = _homes(boxes, neighbors)
    berths = _berths(boxes, neighbors)
    owners = sorted({box.owner for box in boxes if box.owner is not None})
    points = _starts(homes, neighbors)
    for step in range(_STEPS):
        ease = 0.5 * (1 - step / _STEPS)
        behind = {owner: _behind(owner, points, neighbors) for owner in owners}
        for i, box in enumerate(boxes):
            goal = homes[i] or (_middle([points[j] for j in neighbors[i]]) if box.owner is None else behind[box.owner])
            points[i] = _toward(points[i], (goal[0] + berths[i][0], goal[1] + berths[i][1]), ease)
        _push_apart(points, boxes)
    for _ in range(_SETTLING):
        if not _push_apart(points, boxes):
            break
    return points


def _homes(boxes: Sequence[Box], neighbors: Sequence[Sequence[int]]) -> list[Point | None]:
    """The fixed places: of countries on the map, of what is tied to nothing in one place below it."""
    area = _ROOM * sum(box.width * box.height for box in boxes)
    homes = _map([(box.longitude, box.latitude) for box in boxes], area)
    alone = [i for i, home in enumerate(homes) if home is None and not neighbors[i]]
    bottom = max((home[1] for home in homes if home), default=0.0)
    for i in alone:
        homes[i] = (0.0, bottom + boxes[i].height * (1 + sqrt(len(alone))))
    return homes


def _map(degrees: Sequence[tuple[float | None, float | None]], area: float) -> list[Point | None]:
    """Longitudes and latitudes as pixels of an equirectangular map of that area."""
    east = _squeezed([longitude for longitude, _ in degrees if longitude is not None])
    north = _squeezed([latitude for _, latitude in degrees if latitude is not None])
    width, height = _TRUE_SCALE * max(east.values(), default=0.0), max(north.values(), default=0.0)
    shape = min(max(width / height if height else 1.0, _SHAPE[0]), _SHAPE[1])
    wide, high = sqrt(area * shape) / (width or 1.0), sqrt(area / shape) / (height or 1.0)
    return [
        (_TRUE_SCALE * east[longitude] * wide, -north[latitude] * high)
        if longitude is not None and latitude is not None
        else None
        for longitude, latitude in degrees
    ]


def _squeezed(degrees: list[float]) -> dict[float, float]:
    """Each value with its distance from the lowest, empty stretches shortened."""
    ordered = sorted(set(degrees))
    places = dict.fromkeys(ordered[:1], 0.0)
    for low, high in pairwise(ordered):
        places[high] = places[low] + min(high - low, _EMPTY)
    return places


def _berths(boxes: Sequence[Box], neighbors: Sequence[Sequence[int]]) -> list[Point]:
    """How far each stands from its goal, so that those with one goal stand around it as the seeds of a sunflower do."""
    groups: dict[tuple[float | None, ...], list[int]] = {}
    for i, box in enumerate(boxes):
        goal = (box.owner, box.longitude, box.latitude)
        groups.setdefault(goal if any(part is not None for part in goal) else tuple(sorted(neighbors[i])), []).append(i)
    berths = [(0.0, 0.0)] * len(boxes)
    for group in groups.values():
        width, height = (fmean(sizes) for sizes in zip(*((boxes[i].width, boxes[i].height) for i in group), strict=True))
        for k, i in enumerate(group):
            radius, angle = sqrt(k / 2), k * _GOLDEN_ANGLE
            berths[i] = (width * radius * cos(angle), height * radius * sin(angle))
    return berths


def _starts(homes: Sequence[Point | None], neighbors: Sequence[Sequence[int]]) -> list[Point]:
    """Home, or for the rest the middle of the neighbors found so far, from the map outward and each a little aside."""
    found = {i: home for i, home in enumerate(homes) if home} or {0: (0.0, 0.0)}
    queue = list(found)
    for i in queue:
        for j in neighbors[i]:
            if j not in found:
                x, y = _middle([found[k] for k in neighbors[j] if k in found])
                found[j] = (x + (j * 37 % 23 - 11), y + (j * 53 % 29 - 14))
                queue.append(j)
    return [found.get(i, (i * 37 % 101, i * 53 % 103)) for i in range(len(homes))]


def _behind(owner: int, points: Sequence[Point], neighbors: Sequence[Sequence[int]]) -> Point:
    """A little beyond the owner, on the side away from its neighbors, where few lines pass."""
    x, y = points[owner]
    middle_x, middle_y = _middle([points[j] for j in neighbors[owner]])
    away = hypot(x - middle_x, y - middle_y) or 1.0
    return x + (x - middle_x) / away * _BEHIND, y + (y - middle_y) / away * _BEHIND


def _middle(points: Sequence[Point]) -> Point:
    return sum(x for x, _ in points) / len(points), sum(y for _, y in points) / len(points)


def _toward(point: Point, goal: Point, share: float) -> Point:
    return point[0] + (goal[0] - point[0]) * share, point[1] + (goal[1] - point[1]) * share


def _push_apart(points: list[Point], boxes: Sequence[Box]) -> bool:
    """Move overlapping boxes apart along the shorter way, in place; whether any overlapped."""
    overlapped = False
    for i, j in _close(points, boxes):
        (x, y), (other_x, other_y) = points[i], points[j]
        across = (boxes[i].width + boxes[j].width) / 2 - abs(other_x - x)
        down = (boxes[i].height + boxes[j].height) / 2 - abs(other_y - y)
        if across > 0.5 and down > 0.5:
            overlapped = True
            across, down = (copysign(across, other_x - x), 0.0) if across < down else (0.0, copysign(down, other_y - y))
            share = _yielding(boxes[i], boxes[j])
            points[i] = (x - across * share, y - down * share)
            points[j] = (other_x + across * (1 - share), other_y + down * (1 - share))
    return overlapped


def _yielding(box: Box, other: Box) -> float:
    """The share of the way that the first of two boxes gives: what lies on the map yields little to what does not."""
    if (box.latitude is None) == (other.latitude is None):
        return 0.5
    return 0.9 if box.latitude is None else 0.1


def _close(points: Sequence[Point], boxes: Sequence[Box]) -> Iterator[tuple[int, int]]:
    """Pairs of boxes near enough to overlap: those in the same or in neighboring cells of a grid, each pair once."""
    width, height = max(box.width for box in boxes), max(box.height for box in boxes)
    cells: dict[tuple[int, int], list[int]] = {}
    for i, (x, y) in enumerate(points):
        cells.setdefault((floor(x / width), floor(y / height)), []).append(i)
    for (column, row), here in cells.items():
        yield from combinations(here, 2)
        for beside in ((column + 1, row), (column - 1, row + 1), (column, row + 1), (column + 1, row + 1)):
            yield from product(here, cells.get(beside, ()))
